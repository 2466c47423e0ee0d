//! From a good form to a stored draft, or to a public page.
//!
//! Objects first, rows second: pictures are copied under new random names while nobody knows the names, and
//! one transaction then asks everything again and makes them known. A refusal deletes the copies; a crash
//! leaves them to the sweep.

use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{StoryId, SubmissionId},
    jobs::{self, RemovePublic},
    lang::Message,
    viewer::Editor,
};
use review::{ChangeError, Consent, Press, Submission, SubmissionState};
use sqlx::PgConnection;

use crate::{
    State,
    copies::Copies,
    draft::Draft,
    finding, slug,
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
    /// The contributor or the newsroom does not allow it, in words for the editor.
    Rule(Message),
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
    /// Why it must not be published now, whatever its state. Empty: nothing stands in the way.
    pub(crate) why_not: Vec<Message>,
}

impl Matter {
    /// Reads it, if this editor may see it; the contribution cannot change until the caller's transaction ends.
    pub(crate) async fn find(
        conn: &mut PgConnection,
        editor: &Editor,
        id: SubmissionId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Option<Self>> {
        let found = review::find_for_publication(&mut *conn, id, editor.sees_at_risk).await?;
        let Some(submission) = found else {
            return Ok(None);
        };
        let why_not = review::why_not_public(&mut *conn, &submission, now).await?;
        let story = compose::find_story(&mut *conn, id).await?;
        let pictures = match &story {
            Some(story) => compose::list_pictures(conn, story.story_id).await?,
            None => Vec::new(),
        };
        Ok(Some(Self {
            submission,
            story,
            pictures,
            why_not,
        }))
    }

    /// Of the story; 0 while there is none.
    fn version(&self) -> i32 {
        self.story.as_ref().map_or(0, |story| story.version)
    }

    /// The address of the public page, once there is one.
    pub(crate) fn path(&self) -> Option<String> {
        let story = self.story.as_ref().filter(|_| self.is_published())?;
        story.slug.as_deref().map(slug::path_of)
    }

    fn written(&self, now: DateTime<Utc>) -> Option<Written> {
        let waits = self.public_at().is_some_and(|at| at > now);
        self.path().map(|path| Written { path, waits })
    }

    /// Since when the public sees it, or from when on.
    pub(crate) fn public_at(&self) -> Option<DateTime<Utc>> {
        self.story.as_ref().filter(|_| self.is_published())?.published_at
    }

    /// What was published and then undone keeps its address for a moment, and is a draft.
    fn is_published(&self) -> bool {
        self.submission.state == SubmissionState::Published
            && self
                .story
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
        if public && let Some(words) = self.why_not.first() {
            return Err(Refused::Rule(words.clone()));
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
        same && (!public || self.is_published())
    }
}

/// The public page of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) path: String,
    /// It is not public yet.
    pub(crate) waits: bool,
}

/// Writes a draft, and makes it public if that was asked or it is already. Answers where the public page is, if there is
/// one.
///
/// Sent twice, or twice at once, it happens once: who comes second with the very same words gets the same
/// answer, and who comes with others is told that someone was faster.
pub(crate) async fn write(
    state: &State,
    by: &Editor,
    id: SubmissionId,
    version: i32,
    draft: Draft,
    action: Action,
) -> Result<Option<Written>, Refused> {
    // In a transaction of its own, ended at once: copying takes long and nobody should wait for it.
    let now = state.clock.now();
    let before = Matter::find(&mut *ground::db::begin(&state.pool).await?, by, id, now)
        .await?
        .ok_or(Refused::NotFound)?;
    let public = action == Action::Publish || before.is_published();
    match before.allows(version, public) {
        Err(Refused::Stale) if before.is_done(&draft, public) => return Ok(before.written(now)),
        verdict => verdict?,
    }
    let copies = if public {
        Copies::make(state, &draft, &before.pictures)
            .await
            .map_err(Refused::Fault)?
    } else {
        Copies::default()
    };
    settle(state, by, id, version, draft, public, &copies).await
}

/// Makes the copies known, or deletes them: much may have happened while they were made.
async fn settle(
    state: &State,
    by: &Editor,
    id: SubmissionId,
    version: i32,
    draft: Draft,
    public: bool,
    copies: &Copies,
) -> Result<Option<Written>, Refused> {
    let settled = commit(state, by, id, version, draft, public, copies).await;
    match settled {
        Ok(Settled::Now(written)) => Ok(written),
        Ok(Settled::Before(written)) => {
            copies.undo(state).await;
            Ok(written)
        }
        // Whether a broken commit happened is not known: the sweep will see.
        Err(Refused::Fault(failure)) => Err(Refused::Fault(failure)),
        // Nothing names the copies, and nothing will.
        Err(refused) => {
            copies.undo(state).await;
            Err(refused)
        }
    }
}

/// That a story says what it should, and the address of its public page, if there is one.
enum Settled {
    /// This write did it.
    Now(Option<Written>),
    /// It said so already.
    Before(Option<Written>),
}

async fn commit(
    state: &State,
    by: &Editor,
    id: SubmissionId,
    version: i32,
    mut draft: Draft,
    public: bool,
    copies: &Copies,
) -> Result<Settled, Refused> {
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let matter = Matter::find(&mut tx, by, id, now)
        .await?
        .ok_or(Refused::NotFound)?;
    // The name may have been taken back while the pictures were copied.
    if matter.submission.consent != Consent::Named {
        draft.byline = None;
    }
    match matter.allows(version, public || matter.is_published()) {
        Err(Refused::Stale) if matter.is_done(&draft, public) => {
            return Ok(Settled::Before(matter.written(now)));
        }
        verdict => verdict?,
    }
    let story_id = if let Some(story) = &matter.story {
        if !compose::set_story(&mut tx, story.story_id, version, &draft, now).await? {
            return Err(Refused::Stale);
        }
        story.story_id
    } else {
        let story_id: StoryId = state.ids.mint(now);
        compose::insert_story(&mut tx, story_id, id, &draft, (now, by.account_id)).await?;
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
    compose::set_tags(&mut tx, story_id, &draft.tags).await?;
    let written = match matter.written(now) {
        Some(written) => {
            review::note_story_edited(&mut tx, &state.ids, now, id, by.account_id).await?;
            Some(written)
        }
        None if public => {
            let slug = slug::slug(&draft.title, draft.language, story_id);
            let path = slug::path_of(&slug);
            let press = Press {
                ids: state.ids.clone(),
                now,
                undo: state.undo,
                by: by.account_id,
            };
            // Nobody sees it before it cannot be undone any more.
            compose::set_published(&mut tx, story_id, &slug, (press.settles_at(), by.account_id)).await?;
            review::mark_published(&mut tx, &press, id, &path).await?;
            let waits = press.settles_at() > now;
            Some(Written { path, waits })
        }
        None => None,
    };
    if written.is_some() {
        finding::keep(&mut tx, &state.ids, story_id).await?;
    }
    tx.commit().await?;
    Ok(Settled::Now(written))
}

/// Makes a draft again of a story whose publication was undone before anybody saw it. Who published it once more in the
/// meantime was faster.
pub(crate) async fn retract(state: &State, id: SubmissionId) -> sqlx::Result<()> {
    let mut tx = ground::db::begin(&state.pool).await?;
    let Some(submission) = review::find_for_publication(&mut tx, id, true).await? else {
        return Ok(());
    };
    let story = compose::find_story(&mut tx, id).await?;
    let Some(story) = story.filter(|story| story.published_at.is_some()) else {
        return Ok(());
    };
    if matches!(
        submission.state,
        SubmissionState::Published | SubmissionState::Withdrawn
    ) {
        return Ok(());
    }
    let pictures = compose::list_pictures(&mut tx, story.story_id).await?;
    let unnamed: Vec<_> = pictures
        .iter()
        .map(|picture| Picture {
            public_name: None,
            ..picture.clone()
        })
        .collect();
    compose::set_pictures(&mut tx, story.story_id, &unnamed).await?;
    drop_names(&mut tx, &pictures, &unnamed).await?;
    compose::set_unpublished(&mut tx, story.story_id).await?;
    // Nobody has seen it, so nobody has said anything.
    comments::end_thread(&mut tx, story.story_id, state.clock.now()).await?;
    tx.commit().await
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

#[cfg(test)]
mod tests;
