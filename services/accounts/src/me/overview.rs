//! The first page of one's own account: who one is here, and where everything is.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    lang::Message,
    msg,
    web::{Cx, Page},
};
use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

use super::signed_in;
use crate::{avatar, invite::role_words, store};

#[derive(Template)]
#[template(path = "accounts/me.html")]
struct MePage {
    cx: Cx,
    name: String,
    /// The address of their picture.
    picture: Option<String>,
    /// In its place.
    initial: String,
    email: Option<String>,
    role: Option<Message>,
    since: DateTime<Utc>,
    leaving: Option<DateTime<Utc>>,
    done: Option<Message>,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    done: String,
}

/// `GET /me`
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(wish): Query<Wish>,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me")?;
    let (own, picture) = {
        let mut conn = room.pool.acquire().await?;
        let own = store::find_own(&mut conn, person.account_id).await?;
        (own, avatar::shown(&mut conn, person.account_id).await?)
    };
    let own = own.ok_or(Failure::NotFound)?;
    let page = MePage {
        picture,
        initial: own
            .display_name
            .graphemes(true)
            .next()
            .unwrap_or_default()
            .to_owned(),
        name: own.display_name,
        email: own.email,
        role: person.role.map(role_words),
        since: own.created_at,
        leaving: own.deletes_at,
        done: done_words(&wish.done, own.deletes_at.is_some()),
        cx: cx.clone(),
    };
    Ok(Page::new(&cx, page).into_response())
}

/// What was just done, as far as it still stands.
fn done_words(done: &str, leaving: bool) -> Option<Message> {
    match (done, leaving) {
        ("email", _) => Some(msg!("me-email-changed")),
        ("called-off", false) => Some(msg!("me-called-off")),
        _ => None,
    }
}
