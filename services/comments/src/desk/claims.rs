//! Who has a comment in hand. Taken with the first thing that somebody does to it, kept by a heartbeat, gone three minutes
//! after the last one. It keeps two from doing the same at once, and nobody from reading.

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
    ids::CommentId,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{Asking, address_of, clean, parse_id};
pub(super) use crate::store::desk_claims::Claim;
use crate::{
    event::Kind,
    store::{desk_claims as store, events, presses},
};

/// How long a claim outlives its last heartbeat.
const ALIVE: TimeDelta = TimeDelta::minutes(3);
/// The longest word to whoever is relieved, in characters.
const NOTE_MAX: usize = 300;

fn dead_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now - ALIVE
}

/// The living claims on any of these comments, one's own among them.
pub(super) async fn list(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
    ids: &[CommentId],
) -> sqlx::Result<Vec<Claim>> {
    store::list(conn, ids, dead_before(now)).await
}

/// Takes a comment in hand for whoever asks, or answers with the 409 page: who has it, what was typed, and the form by
/// which it can be taken over.
pub(super) async fn take(
    conn: &mut PgConnection,
    asking: &Asking<'_>,
    id: CommentId,
    typed: &[&str],
) -> Result<(), Failure> {
    let (now, by) = (asking.state.clock.now(), asking.editor.account_id);
    loop {
        if store::take(&mut *conn, id, by, now, dead_before(now)).await? {
            return Ok(());
        }
        // Gone since: another try takes it.
        if let Some(claim) = list(&mut *conn, now, &[id]).await?.pop() {
            return Err(RefusedPage::new(asking.cx, claim, typed).answer(StatusCode::CONFLICT));
        }
    }
}

/// The part of a comment's page.
#[derive(Template)]
#[template(path = "comments/desk/claim.html")]
pub(super) struct Panel {
    cx: Cx,
    address: String,
    /// Who looks.
    me: String,
    claim: Option<Claim>,
    mine: bool,
}

impl Panel {
    pub(super) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        id: CommentId,
    ) -> sqlx::Result<Self> {
        let claim = list(conn, asking.state.clock.now(), &[id]).await?.pop();
        let me = asking.editor.account_id;
        Ok(Self {
            cx: asking.cx.clone(),
            address: address_of(id),
            me: me.to_string(),
            mine: claim.as_ref().is_some_and(|claim| claim.account_id == me),
            claim,
        })
    }

    /// How it stands, as script and style know it.
    fn stands(&self) -> &'static str {
        match &self.claim {
            Some(_) if self.mine => "mine",
            Some(_) => "held",
            None => "free",
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        NOTE_MAX
    }
}

/// Who has it, what was typed, and how it can be taken over.
#[derive(Template)]
#[template(path = "comments/desk/claim_refused.html")]
struct RefusedPage {
    cx: Cx,
    address: String,
    holder: String,
    /// Each text of the form that was sent.
    typed: Vec<String>,
    /// The word to whoever has it.
    note: String,
    problems: Problems,
}

impl RefusedPage {
    fn new(cx: &Cx, claim: Claim, typed: &[&str]) -> Self {
        let typed = typed
            .iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty());
        Self {
            cx: cx.clone(),
            address: address_of(claim.comment_id),
            holder: claim.name,
            typed: typed.map(str::to_owned).collect(),
            note: String::new(),
            problems: Problems::default(),
        }
    }

    fn answer(self, status: StatusCode) -> Failure {
        let cx = self.cx.clone();
        Failure::Page(Box::new(Page::new(&cx, self).with_status(status).into_response()))
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        NOTE_MAX
    }
}

/// As it comes, from a button or from a script.
#[derive(Debug, Deserialize)]
pub(crate) struct ClaimForm {
    /// `yes`: no page is wanted in return.
    #[serde(default)]
    quiet: String,
}

impl ClaimForm {
    fn done(&self, id: CommentId) -> Response {
        if self.quiet == "yes" {
            return StatusCode::NO_CONTENT.into_response();
        }
        see_other(&address_of(id))
    }
}

/// `POST /desk/comments/{comment_id}/claim`: taken in hand; the heartbeat of whoever has it already. 409 when it is a
/// colleague's.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ClaimForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    exists(&mut tx, id).await?;
    take(&mut tx, &asking, id, &[]).await?;
    tx.commit().await?;
    Ok(form.done(id))
}

/// `POST /desk/comments/{comment_id}/claim/release`: let go. Whoever has nothing in hand lets go of nothing.
pub(crate) async fn release(
    editor: Editor,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ClaimForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    exists(&mut tx, id).await?;
    store::delete(&mut tx, id, editor.account_id).await?;
    tx.commit().await?;
    Ok(form.done(id))
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct TakeOverForm {
    /// To whoever has it now.
    #[serde(default)]
    note: String,
}

/// `POST /desk/comments/{comment_id}/claim/take-over`: out of a colleague's hands, with a word to them, which stays in the
/// history. What nobody holds any more is simply taken.
pub(crate) async fn take_over(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<TakeOverForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let (now, by) = (state.clock.now(), editor.account_id);
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    exists(&mut tx, id).await?;
    let held = list(&mut tx, now, &[id])
        .await?
        .pop()
        .filter(|claim| claim.account_id != by);
    if let Some(claim) = held {
        let note = clean(&form.note);
        let mut page = RefusedPage::new(&cx, claim, &[]);
        if note.is_empty() {
            page.problems.add("note", msg!("claim-over-missing"));
        } else if note.chars().count() > NOTE_MAX {
            let most = i64::try_from(NOTE_MAX).unwrap_or(i64::MAX);
            page.problems
                .add("note", msg!("desk-note-too-long").n("most", most));
        }
        if !page.problems.is_empty() {
            page.note = form.note;
            return Err(page.answer(StatusCode::UNPROCESSABLE_ENTITY));
        }
        store::set_holder(&mut tx, id, by, &note, now).await?;
        events::insert_event(&mut tx, &state.ids, now, id, Some(by), (Kind::TakenOver, &note)).await?;
    } else {
        take(&mut tx, &asking, id, &[&form.note]).await?;
    }
    tx.commit().await?;
    tracing::info!(comment.id = %id, "a comment was taken over");
    Ok(see_other(&address_of(id)))
}

/// Whether there is such a comment.
async fn exists(conn: &mut PgConnection, id: CommentId) -> Result<(), Failure> {
    if presses::list_subjects(conn, &[id]).await?.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(())
}
