//! Signing in by a passkey alone: it says whose it is, and its authenticator has asked for the person.

use askama::Template;
use axum::{Form, extract::State, http::HeaderMap, response::Response};
use axum_extra::extract::CookieJar;
use ground::{
    Failure,
    web::{Cx, Page, Problems, Source},
};
use serde::Deserialize;

use super::passkeys::{self, Answer, Refused};
use crate::{
    device::device,
    entrance::{self, Entered, Entrant},
    own_path::own_path,
    sessions::SessionToken,
    store::{self, Method},
};

#[derive(Template)]
#[template(path = "accounts/by_passkey.html")]
struct ByPasskeyPage {
    cx: Cx,
    problems: Problems,
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct ByPasskeyForm {
    #[serde(default)]
    ceremony: String,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    next: String,
}

/// `POST /signin/passkey/start`: a question to an authenticator, as JSON. Anybody may ask, so it is the same for all.
pub(crate) async fn start(State(room): State<crate::State>, source: Source) -> Result<Response, Failure> {
    room.sign_ins.take(source)?;
    let mut conn = room.pool.acquire().await?;
    passkeys::ask_to_show(&room, &mut conn, None, room.clock.now()).await
}

/// `POST /signin/passkey`
pub(crate) async fn post(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<ByPasskeyForm>,
) -> Result<Response, Failure> {
    let next = own_path(&room.site, &form.next).unwrap_or_default().to_owned();
    let answer = Answer {
        ceremony: form.ceremony,
        credential: form.credential,
    };
    let presented = SessionToken::presented(&jar, &room.site);
    match sign_in(&room, &answer, presented.as_ref(), &device(&headers), &next).await? {
        Ok(entered) => Ok(entered.answer(&room, jar)),
        Err(refused) => {
            let mut problems = Problems::default();
            problems.add("passkey", refused.words());
            Err(Page::unprocessable(
                &cx.clone(),
                ByPasskeyPage { cx, problems, next },
            ))
        }
    }
}

async fn sign_in(
    room: &crate::State,
    answer: &Answer,
    presented: Option<&SessionToken>,
    device: &str,
    next: &str,
) -> Result<Result<Entered, Refused>, Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let shown = match passkeys::shown(&mut tx, None, answer, now).await? {
        Ok(shown) => shown,
        Err(refused) => {
            tx.commit().await?;
            return Ok(Err(refused));
        }
    };
    let account_id = shown.account_id;
    // The account before its key: in the order in which everybody locks them. Whoever was removed hears no other words.
    let open = store::lock_account(&mut tx, account_id).await?.is_some();
    let right = open && passkeys::is_right(room, &mut tx, shown, device, now).await?;
    let entrant = Entrant {
        account_id,
        method: Method::Passkey,
        device,
        presented,
        next,
    };
    let entered = if right {
        entrance::enter(room, &mut tx, &entrant, now).await?
    } else {
        None
    };
    tx.commit().await?;
    Ok(entered.ok_or(Refused::Wrong))
}
