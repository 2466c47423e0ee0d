//! `GET /desk/comments/notices`, `GET` and `POST /desk/comments/notices/{report_id}`.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::ReportId,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use serde_json::json;

use super::{LIST, Outcome};
use crate::{
    desk::clean,
    event::Kind,
    store::{
        acts::{self, Act},
        events,
        notices::{self as store, Notice},
    },
};

/// Of an answer, in characters.
const WORDS_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "comments/desk/notices.html")]
struct ListPage {
    cx: Cx,
    notices: Vec<Notice>,
}

/// `GET /desk/comments/notices`: what waits for an answer, the oldest first.
pub(super) async fn list(
    _editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let notices = store::list_waiting(&mut conn).await?;
    drop(conn);
    let page = ListPage {
        cx: cx.clone(),
        notices,
    };
    Ok(Page::new(&cx, page).into_response())
}

#[derive(Template)]
#[template(path = "comments/desk/notice.html")]
struct NoticePage {
    cx: Cx,
    notice: Notice,
    /// Why it is not answered now, if it is not.
    closed: Option<Message>,
    words: String,
    problems: Problems,
    /// It was pressed, and was not done.
    is_refused: bool,
}

impl NoticePage {
    fn of(cx: &Cx, notice: Notice, now: DateTime<Utc>) -> Self {
        Self {
            cx: cx.clone(),
            closed: cannot(&notice, now),
            notice,
            words: String::new(),
            problems: Problems::default(),
            is_refused: false,
        }
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    /// What stands in the answer before the newsroom's words.
    fn outcome(&self) -> String {
        self.cx.say(&Outcome::of(self.notice.state).message())
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        WORDS_MAX
    }
}

/// Why a notice is not answered now.
fn cannot(notice: &Notice, now: DateTime<Utc>) -> Option<Message> {
    if notice.answered_at.is_some() {
        Some(msg!("says-notice-answered"))
    } else if !notice.has_email {
        Some(msg!("says-notice-forgotten"))
    } else if notice.closed_at.is_none() || notice.settles_at.is_some_and(|at| at > now) {
        Some(msg!("says-notice-undecided"))
    } else {
        None
    }
}

/// `GET /desk/comments/notices/{report_id}`
pub(super) async fn get(
    _editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id: ReportId = id.parse().map_err(|_| Failure::NotFound)?;
    let mut conn = state.pool.acquire().await?;
    let notice = store::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    Ok(NoticePage::of(&cx, notice, state.clock.now()).answer(StatusCode::OK))
}

/// As it comes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AnswerForm {
    words: String,
}

/// `POST /desk/comments/notices/{report_id}`: 303 to what waits. The answer goes to who sent the notice, once.
pub(super) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Failure> {
    let id: ReportId = id.parse().map_err(|_| Failure::NotFound)?;
    let (now, by) = (state.clock.now(), editor.account_id);
    let mut tx = ground::db::begin(&state.pool).await?;
    let found = store::find_for_update(&mut tx, id).await?;
    let notice = found.ok_or(Failure::NotFound)?;
    let (comment_id, outcome) = (notice.comment_id, Outcome::of(notice.state));
    let words = clean(&form.words);
    if let Some(failure) = refused(NoticePage::of(&cx, notice, now), &words) {
        return Err(failure);
    }
    store::answer(&mut tx, id, (outcome, &words), (now, by)).await?;
    let answered = (Kind::NoticeAnswered, words.as_str());
    events::insert_event(&mut tx, &state.ids, now, comment_id, Some(by), answered).await?;
    let detail = json!({ "comment_id": comment_id, "report_id": id, "outcome": outcome.code() });
    acts::insert(&mut tx, &state.ids, now, Act::NoticeAnswered, by, detail).await?;
    tx.commit().await?;
    Ok(see_other(LIST))
}

/// The page that says why not, if there is a reason.
fn refused(mut page: NoticePage, words: &str) -> Option<Failure> {
    words.clone_into(&mut page.words);
    if page.closed.is_some() {
        page.is_refused = true;
        return Some(Failure::Page(Box::new(page.answer(StatusCode::CONFLICT))));
    }
    if words.is_empty() {
        page.problems.add("words", msg!("says-notice-words-missing"));
    } else if words.chars().count() > WORDS_MAX {
        let most = i64::try_from(WORDS_MAX).unwrap_or(i64::MAX);
        page.problems
            .add("words", msg!("says-notice-words-long").n("most", most));
    }
    let is_bad = !page.problems.is_empty();
    is_bad.then(|| Failure::Page(Box::new(page.answer(StatusCode::UNPROCESSABLE_ENTITY))))
}
