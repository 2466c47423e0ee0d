//! The one door at the desk behind which addresses stand: for who says why, written down first.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use ground::{
    Failure, msg,
    viewer::Editor,
    web::{Cx, Page, Problems},
};
use serde::Deserialize;

use super::{address_of, clean, parse_id};
use crate::{
    event::Kind,
    report::Reason,
    store::{
        acts::{self, Act},
        desk_item::{self as store, Address, Whole},
        events,
    },
};

/// The longest why, in characters.
const WHY_MAX: usize = 500;

/// What is asked, or what is shown.
#[derive(Template)]
#[template(path = "comments/desk/email.html")]
struct EmailPage {
    cx: Cx,
    name: String,
    back: String,
    /// There is something to be shown.
    has_some: bool,
    /// Shown to who said why.
    addresses: Vec<Address>,
    why: String,
    problems: Problems,
}

impl EmailPage {
    fn new(cx: &Cx, whole: &Whole, has_some: bool) -> Self {
        Self {
            cx: cx.clone(),
            name: whole.name.clone(),
            back: address_of(whole.comment_id),
            has_some,
            addresses: Vec::new(),
            why: String::new(),
            problems: Problems::default(),
        }
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        let mut answer = Page::new(&cx, self).with_status(status).into_response();
        let never = HeaderValue::from_static("no-store");
        answer.headers_mut().insert(header::CACHE_CONTROL, never);
        answer
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn why_max(&self) -> usize {
        WHY_MAX
    }

    /// Of a report, why it was made.
    fn reason(&self, code: &str) -> String {
        Reason::from_code(code).map_or_else(String::new, |reason| self.cx.say(&reason.message()))
    }
}

/// `GET /desk/comments/{comment_id}/email`: asks why. Whoever has not shown lately that it is them is asked for that first.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut conn = state.pool.acquire().await?;
    let whole = store::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    editor.confirmed(state.clock.now(), cx.path())?;
    let has_some = !store::list_addresses(&mut conn, id).await?.is_empty();
    drop(conn);
    Ok(EmailPage::new(&cx, &whole, has_some).answer(StatusCode::OK))
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct RevealForm {
    #[serde(default)]
    why: String,
}

/// `POST /desk/comments/{comment_id}/email`: writes down who asks and why, then answers with the addresses, once.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<RevealForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let (now, by) = (state.clock.now(), editor.account_id);
    let mut tx = ground::db::begin(&state.pool).await?;
    let whole = store::find(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    editor.confirmed(now, cx.path())?;
    let addresses = store::list_addresses(&mut tx, id).await?;
    let mut page = EmailPage::new(&cx, &whole, !addresses.is_empty());
    let why = clean(&form.why);
    if why.is_empty() {
        page.problems.add("why", msg!("vet-identity-why-missing"));
    } else if why.chars().count() > WHY_MAX {
        let most = i64::try_from(WHY_MAX).unwrap_or(i64::MAX);
        page.problems.add("why", msg!("vet-too-long").n("most", most));
    }
    if !page.problems.is_empty() {
        page.why = form.why;
        return Err(Failure::Page(Box::new(
            page.answer(StatusCode::UNPROCESSABLE_ENTITY),
        )));
    }
    events::insert_event(
        &mut tx,
        &state.ids,
        now,
        id,
        Some(by),
        (Kind::EmailRevealed, &why),
    )
    .await?;
    let detail = serde_json::json!({ "comment_id": id, "addresses": addresses.len() });
    acts::insert(&mut tx, &state.ids, now, Act::EmailRevealed, by, detail).await?;
    // Nothing is shown of which it is not certain that it is written down.
    tx.commit().await?;
    tracing::info!(comment.id = %id, "addresses of a comment were revealed");
    page.addresses = addresses;
    Ok(page.answer(StatusCode::OK))
}
