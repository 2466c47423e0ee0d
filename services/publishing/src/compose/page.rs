//! The page of the form.

use askama::Template;
use chrono::{DateTime, Utc};
use ground::{
    blobs::PictureFormat,
    ids::MediaId,
    lang::{Lang, Message},
    web::{Cx, Problems},
};
use media::Medium;
use review::{Consent, Submission};

use crate::{
    draft::{ComposeForm, PictureForm},
    publish::Matter,
    text,
};

/// The pictures of a contribution that are ready, with what their sender's device called them.
pub(crate) struct Available(Vec<(Medium, String)>);

impl Available {
    pub(super) fn of(files: &[(i16, MediaId, String)], media: Vec<Medium>) -> Self {
        let name = |id: MediaId| files.iter().find(|(_, media_id, _)| *media_id == id);
        Self(
            media
                .into_iter()
                .filter(Medium::is_ready)
                .map(|medium| {
                    let client_name = name(medium.media_id).map(|(_, _, name)| name.clone());
                    (medium, client_name.unwrap_or_default())
                })
                .collect(),
        )
    }

    pub(super) fn ids(&self) -> Vec<MediaId> {
        self.0.iter().map(|(medium, _)| medium.media_id).collect()
    }
}

/// What is said above the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The draft was kept.
    Saved,
    /// Someone was faster; what was typed is still here.
    Stale,
}

/// A picture in the form, with a preview.
pub(crate) struct PictureField {
    pub(crate) typed: PictureForm,
    pub(crate) client_name: String,
    pub(crate) preview: Option<Preview>,
}

/// A small private copy.
pub(crate) struct Preview {
    pub(crate) src: String,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

#[derive(Template)]
#[template(path = "publishing/compose.html")]
pub(crate) struct ComposePage {
    pub(crate) cx: Cx,
    pub(crate) submission: Submission,
    pub(crate) form: ComposeForm,
    pub(crate) pictures: Vec<PictureField>,
    pub(crate) languages: Vec<(&'static str, String)>,
    pub(crate) problems: Problems,
    pub(crate) notice: Option<Notice>,
    /// Of the public page, once there is one.
    pub(crate) path: Option<String>,
    /// It was published, and is not public before.
    pub(crate) waits_until: Option<DateTime<Utc>>,
    /// Why it must not be published.
    pub(crate) blocked: Option<Message>,
}

impl ComposePage {
    pub(super) fn new(
        (cx, now): (Cx, DateTime<Utc>),
        matter: Matter,
        Available(available): Available,
        form: ComposeForm,
        problems: Problems,
        notice: Option<Notice>,
    ) -> Self {
        let pictures = form
            .pictures
            .iter()
            .map(|typed| {
                let found = available
                    .iter()
                    .find(|(medium, _)| medium.media_id == typed.media_id);
                PictureField {
                    typed: typed.clone(),
                    client_name: found.map(|(_, name)| name.clone()).unwrap_or_default(),
                    preview: found.and_then(|(medium, _)| preview(medium)),
                }
            })
            .collect();
        Self {
            pictures,
            languages: Lang::ALL
                .into_iter()
                .map(|lang| (lang.code(), lang.own_name().to_owned()))
                .collect(),
            waits_until: matter.public_at().filter(|at| *at > now),
            path: matter.path(),
            blocked: matter.why_not.first().cloned(),
            submission: matter.submission,
            cx,
            form,
            problems,
            notice,
        }
    }

    /// What the reader sent, in paragraphs.
    fn sent(&self) -> Vec<Vec<&str>> {
        text::paragraphs(&self.submission.body)
    }

    /// Whether the contributor's name may stand with the story.
    fn named(&self) -> bool {
        self.submission.consent == Consent::Named
    }
}

/// A copy that the desk's own door hands out to editors.
fn preview(medium: &Medium) -> Option<Preview> {
    let facts = medium.at_least(PictureFormat::Webp, 480)?;
    Some(Preview {
        src: format!("/desk/media/{}/{}", medium.media_id, facts.rendition),
        width: facts.width,
        height: facts.height,
    })
}
