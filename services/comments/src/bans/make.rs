//! Banning the author of a comment, at the desk.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::{BanId, CommentId},
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use serde_json::json;
use sqlx::PgConnection;

use super::{
    WORDS_MAX,
    ban::{Ban, Span},
    parse,
};
use crate::{
    desk::clean,
    event::Kind,
    person::Person,
    store::{
        acts::{self, Act},
        bans::{self as store, Author, NewBan},
        events, rules,
    },
};

/// As it comes.
#[derive(Debug, Default, Deserialize)]
pub(super) struct BanForm {
    /// Minted with the form, so that sending it twice is sending it once.
    #[serde(default)]
    ban_id: String,
    /// The ban that its author was under when the form was made; empty: none.
    #[serde(default)]
    before: String,
    #[serde(default)]
    span: String,
    #[serde(default)]
    reason: String,
}

#[derive(Template)]
#[template(path = "comments/desk/ban.html")]
struct BanPage {
    cx: Cx,
    comment_id: CommentId,
    name: String,
    /// Why nobody can be banned here.
    impossible: Option<Message>,
    /// What they are under already.
    before: Option<Ban>,
    ban_id: BanId,
    span: String,
    reason: String,
    problems: Problems,
    /// Someone was faster.
    refusal: Option<Message>,
}

impl BanPage {
    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    fn spans(&self) -> Vec<(&'static str, String, String)> {
        let words = |span: Span| (span.code(), self.cx.say(&span.message()), String::new());
        Span::ALL.map(words).into()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        WORDS_MAX
    }
}

/// Why somebody cannot be banned.
fn impossible(author: &Author) -> Option<Message> {
    match author.person {
        Person::Nobody => Some(msg!("rule-ban-unknown")),
        _ if author.is_staff => Some(msg!("rule-ban-staff")),
        _ => None,
    }
}

async fn load(
    conn: &mut PgConnection,
    state: &crate::State,
    cx: &Cx,
    comment_id: CommentId,
) -> Result<(BanPage, Author), Failure> {
    let author = store::find_author(&mut *conn, comment_id)
        .await?
        .ok_or(Failure::NotFound)?;
    let now = state.clock.now();
    let before = store::find_of(conn, &author.person, now).await?;
    let page = BanPage {
        cx: cx.clone(),
        comment_id,
        name: author.name.clone(),
        impossible: impossible(&author),
        before: before.filter(|ban| ban.holds(now)),
        ban_id: state.ids.mint(now),
        span: Span::Week.code().to_owned(),
        reason: String::new(),
        problems: Problems::default(),
        refusal: None,
    };
    Ok((page, author))
}

/// `GET /desk/comments/{comment_id}/ban`
pub(super) async fn get(
    _editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(comment_id): Path<String>,
) -> Result<Response, Failure> {
    let comment_id = parse(&comment_id)?;
    let mut conn = state.pool.acquire().await?;
    let (page, _) = load(&mut conn, &state, &cx, comment_id).await?;
    drop(conn);
    Ok(page.answer(StatusCode::OK))
}

/// `POST /desk/comments/{comment_id}/ban`: 303 to the comment.
pub(super) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(comment_id): Path<String>,
    Form(form): Form<BanForm>,
) -> Result<Response, Failure> {
    let comment_id: CommentId = parse(&comment_id)?;
    let bad = || Failure::BadRequest(msg!("error-bad-request"));
    let ban_id: BanId = form.ban_id.parse().map_err(|_| bad())?;
    let place = format!("/desk/comments/{comment_id}");
    let mut tx = ground::db::begin(&state.pool).await?;
    let author = store::find_author(&mut tx, comment_id)
        .await?
        .ok_or(Failure::NotFound)?;
    // Two at the desk about one person: the second sees what the first one did.
    rules::lock_person(&mut tx, &author.person).await?;
    if store::find(&mut tx, ban_id).await?.is_some() {
        return Ok(see_other(&place));
    }
    let (page, author) = load(&mut tx, &state, &cx, comment_id).await?;
    let (page, span) = checked(BanPage { ban_id, ..page }, &form)?;
    let new = NewBan {
        ban_id,
        person: &author.person,
        until: span.until(state.clock.now()),
        reason: &page.reason,
        comment_id,
    };
    write(&mut tx, &state, &editor, &new, span).await?;
    tx.commit().await?;
    tracing::info!(ban.id = %ban_id, actor.id = %editor.account_id, "somebody may not comment");
    Ok(see_other(&place))
}

/// The form with what was typed, and for how long; or the page that says why not.
fn checked(page: BanPage, form: &BanForm) -> Result<(BanPage, Span), Failure> {
    let reason = clean(&form.reason);
    let mut page = BanPage {
        span: form.span.clone(),
        reason,
        ..page
    };
    let before = page.before.as_ref().map(|ban| ban.ban_id.to_string());
    if page.impossible.is_none() && before.unwrap_or_default() != form.before {
        page.refusal = Some(msg!("rule-ban-faster"));
    }
    if page.impossible.is_some() || page.refusal.is_some() {
        return Err(Failure::Page(Box::new(page.answer(StatusCode::CONFLICT))));
    }
    let span = Span::from_code(&form.span);
    page.problems = check(&page.reason, span);
    match span {
        Some(span) if page.problems.is_empty() => Ok((page, span)),
        _ => Err(Failure::Page(Box::new(
            page.answer(StatusCode::UNPROCESSABLE_ENTITY),
        ))),
    }
}

async fn write(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    new: &NewBan<'_>,
    span: Span,
) -> Result<(), Failure> {
    let (now, by) = (state.clock.now(), editor.account_id);
    store::insert(&mut *conn, new, (now, by)).await?;
    let event = (Kind::Banned, new.reason);
    events::insert_event(&mut *conn, &state.ids, now, new.comment_id, Some(by), event).await?;
    let detail = json!({ "ban_id": new.ban_id, "comment_id": new.comment_id, "span": span.code() });
    acts::insert(conn, &state.ids, now, Act::Banned, by, detail).await?;
    Ok(())
}

fn check(reason: &str, span: Option<Span>) -> Problems {
    let mut problems = Problems::default();
    if span.is_none() {
        problems.add("span", msg!("rule-ban-span-missing"));
    }
    if reason.is_empty() {
        problems.add("reason", msg!("rule-ban-reason-missing"));
    } else if reason.chars().count() > WORDS_MAX {
        problems.add("reason", too_long());
    }
    problems
}

/// Said of everything that is written about bans.
pub(super) fn too_long() -> Message {
    msg!("rule-words-too-long").n("most", i64::try_from(WORDS_MAX).unwrap_or(i64::MAX))
}
