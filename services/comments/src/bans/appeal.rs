//! What somebody reads who may not comment, and what they say to it, once.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::Message,
    msg,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{APPEAL, WORDS_MAX, ban::Ban, make::too_long};
use crate::{cookies::Who, desk::clean, store::bans as store};

/// As it comes.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AppealForm {
    #[serde(default)]
    appeal: String,
}

#[derive(Template)]
#[template(path = "comments/appeal.html")]
struct AppealPage {
    cx: Cx,
    ban: Ban,
    holds: bool,
    appeal: String,
    problems: Problems,
    refusal: Option<Message>,
}

impl AppealPage {
    /// Nobody else's cache has any business with it.
    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        let mut answer = Page::new(&cx, self).with_status(status).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        answer
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        WORDS_MAX
    }
}

/// To whoever is under no ban, and reads no answer, this page does not exist.
async fn load(
    conn: &mut PgConnection,
    state: &crate::State,
    cx: &Cx,
    who: &Who,
) -> Result<AppealPage, Failure> {
    let now = state.clock.now();
    let ban = store::find_of(conn, &who.person, now)
        .await?
        .ok_or(Failure::NotFound)?;
    Ok(AppealPage {
        cx: cx.clone(),
        holds: ban.holds(now),
        ban,
        appeal: String::new(),
        problems: Problems::default(),
        refusal: None,
    })
}

/// `GET /comments/appeal`
pub(super) async fn get(cx: Cx, who: Who, State(state): State<crate::State>) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let page = load(&mut conn, &state, &cx, &who).await?;
    drop(conn);
    Ok(page.answer(StatusCode::OK))
}

/// `POST /comments/appeal`: 303 to the page, which shows what was said.
pub(super) async fn post(
    cx: Cx,
    who: Who,
    State(state): State<crate::State>,
    Form(form): Form<AppealForm>,
) -> Result<Response, Failure> {
    let appeal = clean(&form.appeal);
    let mut tx = ground::db::begin(&state.pool).await?;
    let mut page = load(&mut tx, &state, &cx, &who).await?;
    // Sent twice.
    if page.ban.appeal.as_deref() == Some(appeal.as_str()) {
        return Ok(see_other(APPEAL));
    }
    page.appeal.clone_from(&appeal);
    if !page.holds || page.ban.appealed_at.is_some() {
        page.refusal = Some(msg!("rule-appeal-once"));
        return Err(Failure::Page(Box::new(page.answer(StatusCode::CONFLICT))));
    }
    if appeal.is_empty() {
        page.problems.add("appeal", msg!("rule-appeal-missing"));
    } else if appeal.chars().count() > WORDS_MAX {
        page.problems.add("appeal", too_long());
    }
    if !page.problems.is_empty() {
        let answer = page.answer(StatusCode::UNPROCESSABLE_ENTITY);
        return Err(Failure::Page(Box::new(answer)));
    }
    if !store::appeal(&mut tx, page.ban.ban_id, &appeal, state.clock.now()).await? {
        let mut page = load(&mut tx, &state, &cx, &who).await?;
        page.refusal = Some(msg!("rule-appeal-once"));
        return Err(Failure::Page(Box::new(page.answer(StatusCode::CONFLICT))));
    }
    tx.commit().await?;
    tracing::info!("somebody appeals against a ban");
    Ok(see_other(APPEAL))
}
