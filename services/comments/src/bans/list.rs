//! The desk's list of bans, and what is done about one: ended, or what somebody says to it answered.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::BanId,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use serde_json::json;

use super::{LIST, WORDS_MAX, ban::Ban, make::too_long, parse};
use crate::{
    desk::clean,
    store::{
        acts::{self, Act},
        bans as store,
    },
};

#[derive(Template)]
#[template(path = "comments/desk/bans.html")]
struct ListPage {
    cx: Cx,
    appeals: Vec<Ban>,
    holding: Vec<Ban>,
    older: String,
}

/// Where to go on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    before: Option<BanId>,
}

/// `GET /desk/comments/bans`
pub(super) async fn get(
    _editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let appeals = match asked.before {
        None => store::list_appeals(&mut conn).await?,
        Some(_) => Vec::new(),
    };
    let holding = store::list_holding(&mut conn, state.clock.now(), asked.before).await?;
    drop(conn);
    let is_full = i64::try_from(holding.len()).is_ok_and(|length| length == store::PAGE);
    let older = holding.last().filter(|_| is_full);
    let page = ListPage {
        older: older.map_or_else(String::new, |ban| format!("{LIST}?before={}", ban.ban_id)),
        cx: cx.clone(),
        appeals,
        holding,
    };
    Ok(Page::new(&cx, page).into_response())
}

#[derive(Template)]
#[template(path = "comments/desk/ban_one.html")]
struct OnePage {
    cx: Cx,
    ban: Ban,
    holds: bool,
    answer: String,
    problems: Problems,
    /// Someone was faster.
    refusal: Option<Message>,
}

impl OnePage {
    fn of(cx: &Cx, ban: Ban, now: DateTime<Utc>) -> Self {
        Self {
            cx: cx.clone(),
            holds: ban.holds(now),
            ban,
            answer: String::new(),
            problems: Problems::default(),
            refusal: None,
        }
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        WORDS_MAX
    }
}

/// `GET /desk/comments/bans/{ban_id}`
pub(super) async fn get_one(
    _editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(ban_id): Path<String>,
) -> Result<Response, Failure> {
    let ban_id = parse(&ban_id)?;
    let mut conn = state.pool.acquire().await?;
    let ban = store::find(&mut conn, ban_id).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    Ok(OnePage::of(&cx, ban, state.clock.now()).answer(StatusCode::OK))
}

/// As it comes.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AnswerForm {
    /// `end` or `keep`.
    #[serde(default)]
    act: String,
    #[serde(default)]
    answer: String,
}

/// `POST /desk/comments/bans/{ban_id}`: 303 to the ban. It ends, or stays; if its person said something, that is the answer.
pub(super) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(ban_id): Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Failure> {
    let ban_id: BanId = parse(&ban_id)?;
    let ends = match form.act.as_str() {
        "end" => true,
        "keep" => false,
        _ => return Err(Failure::BadRequest(msg!("error-bad-request"))),
    };
    let (now, by) = (state.clock.now(), editor.account_id);
    let place = format!("{LIST}/{ban_id}");
    let mut tx = ground::db::begin(&state.pool).await?;
    let ban = store::find_for_update(&mut tx, ban_id)
        .await?
        .ok_or(Failure::NotFound)?;
    let answer = clean(&form.answer);
    let (waits, holds) = (ban.waits(), ban.holds(now));
    // Pressed twice.
    let is_same = ban.answer.as_deref() == Some(answer.as_str()) || answer.is_empty();
    if !waits && is_same && ends && !holds {
        return Ok(see_other(&place));
    }
    if let Some(failure) = refused(OnePage::of(&cx, ban, now), &answer, ends) {
        return Err(failure);
    }
    if waits {
        store::answer(&mut tx, ban_id, &answer, (now, by)).await?;
    }
    if ends {
        store::end(&mut tx, ban_id, (now, by)).await?;
    }
    let act = if waits { Act::AppealAnswered } else { Act::BanEnded };
    let detail = json!({ "ban_id": ban_id, "ends": ends });
    acts::insert(&mut tx, &state.ids, now, act, by, detail).await?;
    tx.commit().await?;
    Ok(see_other(&place))
}

/// The page that says why not, if there is a reason.
fn refused(page: OnePage, answer: &str, ends: bool) -> Option<Failure> {
    let mut page = OnePage {
        answer: answer.to_owned(),
        ..page
    };
    let waits = page.ban.waits();
    if !(waits || ends && page.holds) {
        page.refusal = Some(msg!("rule-ban-answered"));
        return Some(Failure::Page(Box::new(page.answer(StatusCode::CONFLICT))));
    }
    if waits && answer.is_empty() {
        page.problems.add("answer", msg!("rule-answer-missing"));
    } else if answer.chars().count() > WORDS_MAX {
        page.problems.add("answer", too_long());
    }
    let is_bad = !page.problems.is_empty();
    is_bad.then(|| Failure::Page(Box::new(page.answer(StatusCode::UNPROCESSABLE_ENTITY))))
}
