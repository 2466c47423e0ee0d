//! From a good form to a stored draft, or to a public page.
//!
//! Objects first, rows second: pictures are copied under new random names while nobody knows the names, and
//! one transaction then asks everything again and makes them known. A refusal deletes the copies; a crash
//! leaves them to the sweep.

use ground::{
    Failure,
    ids::{AccountId, StoryId, SubmissionId},
    jobs::{self, RemovePublic},
    lang::Message,
};
use review::{ChangeError, Consent, Submission};
use sqlx::PgConnection;

use crate::{
    State,
    copies::Copies,
    draft::Draft,
    slug,
    store::compose::{self, Picture, Story},
};

/// What the editor pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Keep it. A story that is public changes with it.
    Save,
    /// Make it public.
    Publish,
}

/// Why nothing was written.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Someone wrote since this editor read.
    Stale,
    /// The contributor does not allow it, in words for the editor.
    Consent(Message),
    /// The contribution is no longer what a story is made of.
    Change(ChangeError),
    /// There is no such contribution.
    NotFound,
    /// Ours: the database, the object store.
    Fault(Failure),
}

impl From<ChangeError> for Refused {
    fn from(error: ChangeError) -> Self {
        Self::Change(error)
    }
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Self {
        Self::Fault(error.into())
    }
}

/// A contribution, and what was made of it so far.
pub(crate) struct Matter {
    pub(crate) submission: Submission,
    pub(crate) story: Option<Story>,
    pub(crate) pictures: Vec<Picture>,
}

impl Matter {
    /// Reads it; the contribution cannot change until the caller's transaction ends.
    pub(crate) async fn find(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Option<Self>> {
        let Some(submission) = review::find_for_publication(&mut *conn, id).await? else {
            return Ok(None);
        };
        let story = compose::find_story(&mut *conn, id).await?;
        let pictures = match &story {
            Some(story) => compose::list_pictures(conn, story.story_id).await?,
            None => Vec::new(),
        };
        Ok(Some(Self {
            submission,
            story,
            pictures,
        }))
    }

    /// Of the story; 0 while there is none.
    fn version(&self) -> i32 {
        self.story.as_ref().map_or(0, |story| story.version)
    }

    /// The address of the public page, once there is one.
    pub(crate) fn path(&self) -> Option<String> {
        self.story.as_ref()?.slug.as_deref().map(slug::path_of)
    }

    fn is_public(&self) -> bool {
        self.story
            .as_ref()
            .is_some_and(|story| story.published_at.is_some())
    }

    /// Everything that may forbid the write. Asked twice: before the copies are made, and again by the
    /// transaction that makes them known.
    fn allows(&self, version: i32, public: bool) -> Result<(), Refused> {
        self.submission.may_be_published()?;
        if self
            .story
            .as_ref()
            .is_some_and(|story| story.withdrawn_at.is_some())
        {
            return Err(ChangeError::Withdrawn.into());
        }
        if public {
            self.submission
                .consent
                .allows_publication()
                .map_err(Refused::Consent)?;
        }
        if self.version() == version {
            Ok(())
        } else {
            Err(Refused::Stale)
        }
    }

    /// Whether the story says this already, and is public if it should be.
    fn is_done(&self, draft: &Draft, public: bool) -> bool {
        let same = self
            .story
            .as_ref()
            .is_some_and(|story| draft.is(story, &self.pictures));
        same && (!public || self.is_public())
    }
}

/// Writes a draft, and makes it public if that was asked or it is already. Answers the address of the public
/// page, if there is one.
///
/// Sent twice, or twice at once, it happens once: who comes second with the very same words gets the same
/// answer, and who comes with others is told that someone was faster.
pub(crate) async fn write(
    state: &State,
    by: AccountId,
    id: SubmissionId,
    version: i32,
    mut draft: Draft,
    action: Action,
) -> Result<Option<String>, Refused> {
    // In a transaction of its own, ended at once: copying takes long and nobody should wait for it.
    let before = Matter::find(&mut *state.pool.begin().await?, id)
        .await?
        .ok_or(Refused::NotFound)?;
    let public = action == Action::Publish || before.is_public();
    match before.allows(version, public) {
        Err(Refused::Stale) if before.is_done(&draft, public) => return Ok(before.path()),
        verdict => verdict?,
    }
    let copies = if public {
        Copies::make(state, &draft, &before.pictures)
            .await
            .map_err(Refused::Fault)?
    } else {
        Copies::default()
    };
    let written = commit(state, by, id, version, &mut draft, public, &copies).await;
    match written {
        // Nothing names the copies, and nothing will.
        Err(Refused::Stale | Refused::Consent(_) | Refused::Change(_) | Refused::NotFound) => {
            copies.undo(state).await;
        }
        // Whether a broken commit happened is not known: the sweep will see.
        Ok(_) | Err(Refused::Fault(_)) => {}
    }
    written
}

async fn commit(
    state: &State,
    by: AccountId,
    id: SubmissionId,
    version: i32,
    draft: &mut Draft,
    public: bool,
    copies: &Copies,
) -> Result<Option<String>, Refused> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let matter = Matter::find(&mut tx, id).await?.ok_or(Refused::NotFound)?;
    // The name may have been taken back while the pictures were copied.
    if matter.submission.consent != Consent::Named {
        draft.byline = None;
    }
    match matter.allows(version, public || matter.is_public()) {
        Err(Refused::Stale) if matter.is_done(draft, public) => {
            drop(tx);
            copies.undo(state).await;
            return Ok(matter.path());
        }
        verdict => verdict?,
    }
    let story_id = if let Some(story) = &matter.story {
        if !compose::set_story(&mut tx, story.story_id, version, draft).await? {
            return Err(Refused::Stale);
        }
        story.story_id
    } else {
        let story_id: StoryId = state.ids.mint(now);
        compose::insert_story(&mut tx, story_id, id, draft, (now, by)).await?;
        story_id
    };
    let pictures: Vec<Picture> = draft
        .pictures
        .iter()
        .map(|chosen| Picture {
            media_id: chosen.media_id,
            caption: chosen.caption.clone(),
            alt: chosen.alt.clone(),
            public_name: copies.name_of(chosen.media_id),
        })
        .collect();
    compose::set_pictures(&mut tx, story_id, &pictures).await?;
    drop_names(&mut tx, &matter.pictures, &pictures).await?;
    let path = match matter.path() {
        Some(path) => {
            review::note_story_edited(&mut tx, &state.ids, now, id, by).await?;
            Some(path)
        }
        None if public => {
            let slug = slug::slug(&draft.title, draft.language, story_id);
            let path = slug::path_of(&slug);
            compose::set_published(&mut tx, story_id, &slug, (now, by)).await?;
            review::mark_published(&mut tx, &state.ids, now, id, by, &path).await?;
            Some(path)
        }
        None => None,
    };
    tx.commit().await?;
    Ok(path)
}

/// Asks for the public copies of pictures to be deleted that the story no longer shows.
async fn drop_names(conn: &mut PgConnection, before: &[Picture], after: &[Picture]) -> sqlx::Result<()> {
    for picture in before {
        let Some(name) = &picture.public_name else {
            continue;
        };
        if after.iter().all(|kept| kept.public_name.as_ref() != Some(name)) {
            let job = RemovePublic {
                media_id: picture.media_id,
                public_name: name.to_string(),
            };
            jobs::enqueue(&mut *conn, &job).await?;
        }
    }
    Ok(())
}
