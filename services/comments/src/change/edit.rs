//! `GET` and `POST /comments/{comment_id}/edit`.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use ground::{
    Failure,
    ids::CommentId,
    lang::Message,
    msg,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::own;
use crate::{
    comment::State as CommentState,
    cookies::Who,
    event::Kind,
    person::Person,
    post::{BODY_MAX, body_of, language_of, note_of},
    rules::{self, Rule, Said, Verdict},
    store::{
        changes::{self, Edit, Own},
        events,
    },
};

/// The form, as it comes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct EditForm {
    body: String,
    /// As the author has read it.
    version: i32,
}

#[derive(Template)]
#[template(path = "comments/edit.html")]
struct EditPage {
    cx: Cx,
    own: Own,
    body: String,
    minutes: i64,
    problems: Problems,
}

impl EditPage {
    /// By value, as the macro compares it.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn body_max(&self) -> usize {
        BODY_MAX
    }
}

/// One who edits, and what.
struct Editing<'a> {
    state: &'a crate::State,
    cx: &'a Cx,
    own: Own,
    minutes: i64,
}

/// `GET /comments/{comment_id}/edit`
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    who: Who,
    Path(comment_id): Path<CommentId>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let editing = Editing::of(&mut conn, &state, &cx, &who, comment_id).await?;
    let body = editing.own.body.clone();
    Ok(editing.page(StatusCode::OK, body, Problems::default()))
}

/// `POST /comments/{comment_id}/edit`: 303 to the comment; 422 or 409 with what was typed.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    who: Who,
    Path(comment_id): Path<CommentId>,
    Form(form): Form<EditForm>,
) -> Result<Response, Failure> {
    let mut tx = ground::db::begin(&state.pool).await?;
    let version = changes::lock(&mut tx, comment_id).await?;
    let editing = Editing::of(&mut tx, &state, &cx, &who, comment_id).await?;
    let body = match body_of(&form.body) {
        Ok(body) => body,
        Err(words) => return Ok(editing.again(StatusCode::UNPROCESSABLE_ENTITY, form.body, words)),
    };
    if body == editing.own.body {
        return Ok(editing.lead(editing.own.state));
    }
    if version != Some(form.version) {
        return Ok(editing.again(StatusCode::CONFLICT, form.body, msg!("comment-changed-meanwhile")));
    }
    let became = match editing.write(&mut tx, &body).await? {
        Ok(became) => became,
        Err(words) => return Ok(editing.again(StatusCode::CONFLICT, form.body, words)),
    };
    tx.commit().await?;
    Ok(editing.lead(became))
}

impl<'a> Editing<'a> {
    /// 404 for who did not write it, 409 when it cannot be changed any more.
    async fn of(
        conn: &mut PgConnection,
        state: &'a crate::State,
        cx: &'a Cx,
        who: &Who,
        comment_id: CommentId,
    ) -> Result<Self, Failure> {
        let own = own(conn, state, who, comment_id).await?;
        if matches!(own.state, CommentState::Removed | CommentState::Deleted) {
            return Err(Failure::Conflict(msg!("comment-edit-gone")));
        }
        let minutes = i64::from(rules::current(conn).await?.edit_minutes);
        if state.clock.now() - own.written_at >= TimeDelta::minutes(minutes) {
            return Err(Failure::Conflict(msg!("comment-edit-late").n("minutes", minutes)));
        }
        Ok(Self {
            state,
            cx,
            own,
            minutes,
        })
    }

    /// Judges and stores the new text: what became of the comment, or why it cannot be so.
    async fn write(
        &self,
        conn: &mut PgConnection,
        body: &str,
    ) -> Result<Result<CommentState, Message>, Failure> {
        let (own, now) = (&self.own, self.state.clock.now());
        let person = match (own.account_id, &own.device) {
            (Some(account_id), _) => Person::Account(account_id),
            (None, Some(device)) => Person::Device(device.clone()),
            (None, None) => Person::Nobody,
        };
        let said = Said {
            thread_id: own.thread_id,
            comment_id: own.comment_id,
            person: &person,
            name: &own.name,
            text: body,
            is_edit: true,
        };
        let judgement = rules::judge(conn, self.state, &said, now).await?;
        let (state, rule) = match &judgement.verdict {
            Verdict::Refused(refusal) => return Ok(Err(refusal.words.clone())),
            verdict => after(own.state, verdict),
        };
        let edit = Edit {
            comment_id: own.comment_id,
            body,
            language: language_of(body, self.cx.lang()),
            state,
            rule,
            at: now,
        };
        changes::set_body(conn, &edit).await?;
        let ids = &self.state.ids;
        events::insert_event(conn, ids, now, own.comment_id, None, (Kind::Edited, "")).await?;
        if let Some((rule, found)) = rule {
            let kind = match state {
                CommentState::Spam => Kind::SpamByRule,
                _ => Kind::HeldByRule,
            };
            let note = note_of(rule, found);
            events::insert_event(conn, ids, now, own.comment_id, None, (kind, &note)).await?;
        }
        Ok(Ok(state))
    }

    /// 303 to the comment in its thread, or to its own page while it waits.
    fn lead(&self, state: CommentState) -> Response {
        let comment_id = self.own.comment_id;
        match state {
            CommentState::Shown => see_other(&format!("{}#comment-{comment_id}", self.own.path)),
            _ => see_other(&format!("/comments/{comment_id}")),
        }
    }

    fn again(self, status: StatusCode, typed: String, words: Message) -> Response {
        let mut problems = Problems::default();
        problems.add("body", words);
        self.page(status, typed, problems)
    }

    fn page(self, status: StatusCode, body: String, problems: Problems) -> Response {
        let page = EditPage {
            cx: self.cx.clone(),
            own: self.own,
            body,
            minutes: self.minutes,
            problems,
        };
        Page::new(self.cx, page).with_status(status).into_response()
    }
}

/// What becomes of a comment by an edit: never less held than it is, since the newsroom or a rule had its reason.
fn after(before: CommentState, verdict: &Verdict) -> (CommentState, Option<(Rule, &str)>) {
    match (before, verdict) {
        (CommentState::Spam, _) => (CommentState::Spam, None),
        (_, Verdict::Spam(rule, found)) => (CommentState::Spam, Some((*rule, found))),
        (CommentState::Shown, Verdict::Held(rule, found)) => (CommentState::Held, Some((*rule, found))),
        // It waits already; only what is found in the words themselves says more than that.
        (_, Verdict::Held(rule @ (Rule::Word | Rule::Links), found)) => (before, Some((*rule, found))),
        _ => (before, None),
    }
}
