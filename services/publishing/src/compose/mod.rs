//! Composing: an editor turns what a reader sent into what the public will read. The copy changes, never what
//! was sent.

mod page;
#[cfg(test)]
mod tests;

use axum::{
    Form, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    middleware::from_extractor,
    response::{IntoResponse, Response},
    routing,
};
use ground::{
    Failure,
    ids::SubmissionId,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;

use self::page::{Available, ComposePage, Notice};
use crate::{
    draft::ComposeForm,
    publish::{self, Action, Matter, Refused},
};

pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/desk/submissions/{id}/story", routing::any(nothing).get(get).post(post))
        // Before anything else is looked at: a wrong id or form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Editor>())
}

/// Every other method: 404 and not 405, whose `Allow` axum writes last of all, also for outsiders.
async fn nothing() -> Failure {
    Failure::NotFound
}

/// What the address of the form says besides the contribution.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Shown {
    /// Present after a draft was kept.
    saved: Option<String>,
}

/// `GET /desk/submissions/{id}/story`: the story as it stands, or a copy of what was sent. Changes nothing.
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    editor: Editor,
    Path(id): Path<String>,
    Query(shown): Query<Shown>,
) -> Result<Response, Failure> {
    let (matter, available) = find(&state, &editor, &id).await?;
    let form = match &matter.story {
        Some(story) => ComposeForm::of_story(story, &matter.submission, &matter.pictures, &available.ids()),
        None => ComposeForm::of_submission(&matter.submission, &available.ids()),
    };
    let notice = shown.saved.map(|_| Notice::Saved);
    let page = ComposePage::new(
        (cx.clone(), state.clock.now()),
        matter,
        available,
        form,
        Problems::default(),
        notice,
    );
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /desk/submissions/{id}/story`: keeps the draft, or publishes it.
pub(crate) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    editor: Editor,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let action = action_of(&pairs)?;
    let (matter, available) = find(&state, &editor, &id).await?;
    let id = matter.submission.submission_id;
    let form = ComposeForm::read(&pairs, &available.ids());
    let again = |matter, form, problems, notice| {
        ComposePage::new(
            (cx.clone(), state.clock.now()),
            matter,
            available,
            form,
            problems,
            notice,
        )
    };
    let draft = match form.check(&matter.submission) {
        Ok(draft) => draft,
        Err(problems) => return Err(Page::unprocessable(&cx, again(matter, form, problems, None))),
    };
    match publish::write(&state, &editor, id, form.version, draft, action).await {
        Ok(Some(written)) if action == Action::Publish => Ok(see_other(&if written.waits {
            // Nobody sees it yet, its editor neither: there it can be undone.
            format!("/desk/submissions/{id}?done=published")
        } else {
            written.path
        })),
        Ok(_) => Ok(see_other(&format!("/desk/submissions/{id}/story?saved=1"))),
        Err(Refused::Stale) => {
            // What was typed stays. The new version goes with it, so that pressing again is a choice.
            let (matter, _) = find(&state, &editor, &id.to_string()).await?;
            let version = matter.story.as_ref().map_or(0, |story| story.version);
            let page = again(
                matter,
                ComposeForm { version, ..form },
                Problems::default(),
                Some(Notice::Stale),
            );
            Ok(Page::new(&cx, page)
                .with_status(StatusCode::CONFLICT)
                .into_response())
        }
        Err(Refused::Rule(words)) => {
            let mut problems = Problems::default();
            problems.add("action", words);
            Err(Page::unprocessable(&cx, again(matter, form, problems, None)))
        }
        Err(Refused::Change(error)) => Err(error.into()),
        Err(Refused::NotFound) => Err(Failure::NotFound),
        Err(Refused::Fault(failure)) => Err(failure),
    }
}

/// A form that is sent by the Enter key names no button: it is kept, not published.
fn action_of(pairs: &[(String, String)]) -> Result<Action, Failure> {
    match pairs
        .iter()
        .find(|(name, _)| name == "action")
        .map(|(_, value)| value.as_str())
    {
        None | Some("save") => Ok(Action::Save),
        Some("publish") => Ok(Action::Publish),
        Some(_) => Err(Failure::BadRequest(msg!("error-bad-request"))),
    }
}

/// The contribution with its story, and the pictures to choose from. Only what was accepted becomes a story.
async fn find(state: &crate::State, editor: &Editor, id: &str) -> Result<(Matter, Available), Failure> {
    let id: SubmissionId = id.parse().map_err(|_| Failure::NotFound)?;
    // One moment for all that the page shows; nothing is written, so it ends without a commit.
    let mut tx = ground::db::begin(&state.pool).await?;
    let matter = Matter::find(&mut tx, editor, id, state.clock.now())
        .await?
        .ok_or(Failure::NotFound)?;
    matter.submission.may_be_published()?;
    let files = review::files_of(&mut tx, id).await?;
    let ids: Vec<_> = files.iter().map(|(_, media_id, _)| *media_id).collect();
    let media = media::list(&mut tx, &ids).await?;
    Ok((matter, Available::of(&files, media)))
}
