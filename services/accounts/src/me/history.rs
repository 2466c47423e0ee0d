//! What happened to one's account: sign-ins, tries of others, changes.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    lang::Message,
    web::{Cx, Page},
};

use super::{named, signed_in};
use crate::{
    events::EventKind,
    invite::role_words,
    store::{self, EventRow},
};

/// So many are shown; all of them are in what one takes along.
const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "accounts/history.html")]
struct HistoryPage {
    cx: Cx,
    events: Vec<Shown>,
    /// There are older ones.
    cut: bool,
}

struct Shown {
    words: Message,
    /// It needs a second look: somebody tried and failed.
    warns: bool,
    detail: Option<String>,
    device: Option<String>,
    actor: Option<String>,
    at: DateTime<Utc>,
}

/// `GET /me/history`
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me/history")?;
    let mut rows = {
        let mut conn = room.pool.acquire().await?;
        store::list_events(&mut conn, person.account_id, SHOWN + 1).await?
    };
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let cut = rows.len() > shown;
    rows.truncate(shown);
    let page = HistoryPage {
        events: rows.into_iter().filter_map(|row| shown_event(&cx, row)).collect(),
        cut,
        cx: cx.clone(),
    };
    Ok(Page::new(&cx, page).into_response())
}

/// None for a kind that a newer version wrote: it has no words here.
fn shown_event(cx: &Cx, row: EventRow) -> Option<Shown> {
    let kind = EventKind::from_name(&row.kind)?;
    Some(Shown {
        words: kind.words(),
        warns: kind == EventKind::SignInFailed,
        detail: detail_words(cx, &row.detail),
        device: named(row.device),
        actor: row.actor.filter(|name| !name.is_empty()),
        at: row.at,
    })
}

/// A role in words; everything else is a name already.
pub(super) fn detail_words(cx: &Cx, detail: &str) -> Option<String> {
    if detail.is_empty() {
        return None;
    }
    Some(match detail.parse() {
        Ok(role) => cx.say(&role_words(role)),
        Err(_) => detail.to_owned(),
    })
}
