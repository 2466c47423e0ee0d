//! The one door at the desk behind which a name and an address stand: for who says why, written down first.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::handle;
use crate::{
    desk::{address_of, door, one_field::written, parse_id},
    event::EventKind,
    looks::WHY_MAX,
    store::{history, people},
    submission::Submission,
};

/// So long a name and an address stay shown to who asked, on this contribution.
const SHOWN_FOR: TimeDelta = TimeDelta::minutes(15);

/// A name and an address, as they were left, and until when they are shown.
pub(crate) struct Identity {
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) until: DateTime<Utc>,
}

impl Identity {
    fn of(submission: &Submission, until: DateTime<Utc>) -> Self {
        Self {
            name: submission.contributor_name.clone(),
            email: submission.contributor_email.clone(),
            until,
        }
    }
}

/// What is shown to this editor, if they asked lately.
pub(crate) async fn revealed(
    conn: &mut PgConnection,
    editor: &Editor,
    submission: &Submission,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Identity>> {
    let until = people::find_reveal(conn, submission.submission_id, editor.account_id, now).await?;
    Ok(until.map(|until| Identity::of(submission, until)))
}

/// What is asked, or what is shown.
#[derive(Template)]
#[template(path = "review/desk/identity.html")]
struct IdentityPage {
    cx: Cx,
    handle: Message,
    back: String,
    address: String,
    has_name: bool,
    has_email: bool,
    identity: Option<Identity>,
    why: String,
    problems: Problems,
}

impl IdentityPage {
    fn new(cx: &Cx, submission: &Submission, identity: Option<Identity>) -> Self {
        let back = address_of(submission.submission_id);
        Self {
            cx: cx.clone(),
            handle: handle(submission.person_id),
            address: format!("{back}/identity"),
            back,
            has_name: submission.contributor_name.is_some(),
            has_email: submission.contributor_email.is_some(),
            identity,
            why: String::new(),
            problems: Problems::default(),
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn why_max(&self) -> usize {
        WHY_MAX
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }
}

/// `GET /desk/submissions/{submission_id}/identity`: asks why, or shows again what was asked for lately. Whoever has not shown
/// lately that it is them is asked for that first.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let now = state.clock.now();
    let mut conn = state.pool.acquire().await?;
    let submission = door::find(&mut conn, &editor, parse_id(&id)?).await?;
    editor.confirmed(now, cx.path())?;
    let identity = revealed(&mut conn, &editor, &submission, now).await?;
    drop(conn);
    Ok(IdentityPage::new(&cx, &submission, identity).answer(StatusCode::OK))
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct RevealForm {
    #[serde(default)]
    why: String,
}

/// `POST /desk/submissions/{submission_id}/identity`: writes down who asks and why, then answers with name and address.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<RevealForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    editor.confirmed(now, cx.path())?;
    let why = match written(&form.why, WHY_MAX, msg!("vet-identity-why-missing")) {
        Ok(why) => why,
        Err(problem) => {
            let mut page = IdentityPage::new(&cx, &submission, None);
            page.problems.add("why", problem);
            page.why = form.why;
            return Err(Failure::Page(Box::new(
                page.answer(StatusCode::UNPROCESSABLE_ENTITY),
            )));
        }
    };
    let (kind, by) = (EventKind::IdentityRevealed, editor.account_id);
    history::insert_reasoned(&mut tx, &state.ids, now, id, kind, Some(by), &why).await?;
    let until = now + SHOWN_FOR;
    people::put_reveal(&mut tx, id, by, now, until).await?;
    // Nothing is shown of which it is not certain that it is written down.
    tx.commit().await?;
    tracing::info!(submission.id = %id, "an identity was revealed");
    let identity = Identity::of(&submission, until);
    Ok(IdentityPage::new(&cx, &submission, Some(identity)).answer(StatusCode::OK))
}
