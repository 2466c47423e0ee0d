//! Signing in with an address and a password.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure,
    ids::AccountId,
    msg,
    web::{Cx, Page, Problems, Source, see_other},
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::{
    connect::Buttons,
    device::device,
    email::Email,
    entrance::{self, Entered, Entrant, home},
    events::{self, Event, EventKind},
    known_device,
    own_path::own_path,
    sessions::SessionToken,
    store::{self, Credentials, Method},
    tries::AccountTries,
};

#[derive(Template)]
#[template(path = "accounts/signin.html")]
struct SignInPage {
    cx: Cx,
    problems: Problems,
    email: String,
    next: String,
    connect: Buttons,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: SecretString,
    #[serde(default)]
    next: String,
}

/// `GET /signin`
pub(crate) async fn get(State(room): State<crate::State>, Query(wish): Query<Wish>, cx: Cx) -> Response {
    if let Some(person) = &cx.viewer().0 {
        return see_other(own_path(&room.site, &wish.next).unwrap_or(home(person.role)));
    }
    let next = own_path(&room.site, &wish.next).unwrap_or_default().to_owned();
    Page::new(
        &cx.clone(),
        SignInPage {
            connect: room.connect.buttons(&cx, &next),
            cx,
            problems: Problems::default(),
            email: String::new(),
            next,
        },
    )
    .into_response()
}

/// `POST /signin`
///
/// Whether there is such an account, whether it is deactivated, whether the password is wrong: the answer is
/// the same, and so is the work done for it.
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(tries): State<AccountTries>,
    source: Source,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<SignInForm>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    if form.email.trim().is_empty() {
        problems.add("email", msg!("account-email-missing"));
    }
    if form.password.expose_secret().is_empty() {
        problems.add("password", msg!("signin-password-missing"));
    }
    if problems.is_empty() {
        room.sign_ins.take(source)?;
        let counted = known_device::tries_of(&room, &jar, &form.email);
        tries.take(&counted)?;
        let presented = SessionToken::presented(&jar, &room.site);
        if let Some(entered) = sign_in(&room, &form, presented, &device(&headers)).await? {
            tries.forget(&counted);
            let jar = jar.add(known_device::cookie(&room, &form.email));
            return Ok(entered.answer(&room, jar));
        }
        problems.add("email", msg!("signin-wrong"));
    }
    let next = own_path(&room.site, &form.next).unwrap_or_default().to_owned();
    Err(Page::unprocessable(
        &cx.clone(),
        SignInPage {
            connect: room.connect.buttons(&cx, &next),
            cx,
            problems,
            email: form.email,
            next,
        },
    ))
}

/// `None` when address and password do not belong together, for whatever reason.
async fn sign_in(
    room: &crate::State,
    form: &SignInForm,
    presented: Option<SessionToken>,
    device: &str,
) -> Result<Option<Entered>, Failure> {
    let known = find(room, &form.email).await?;
    let hash = known
        .as_ref()
        .and_then(|account| account.password_hash.as_deref());
    // No connection is held meanwhile: this may wait for its turn.
    let right = room.passwords.is_right(&form.password, hash).await?;
    let Some(account) = known else {
        return Ok(None);
    };
    if !right {
        note_failure(room, account.account_id, device).await?;
        return Ok(None);
    }
    // Without a stored hash no password is right.
    let Some(stored) = account.password_hash.as_deref() else {
        return Ok(None);
    };
    let rehashed = if room.passwords.is_outdated(stored) {
        Some(room.passwords.hash(&form.password).await?)
    } else {
        None
    };
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    if !store::lock_unchanged_account(&mut tx, account.account_id, stored).await? {
        return Ok(None);
    }
    if let Some(hash) = rehashed {
        store::set_password_hash(&mut tx, account.account_id, &hash).await?;
    }
    let entrant = Entrant {
        account_id: account.account_id,
        method: Method::Password,
        device,
        presented: presented.as_ref(),
        next: &form.next,
    };
    let Some(entered) = entrance::enter(room, &mut tx, &entrant, now).await? else {
        return Ok(None);
    };
    tx.commit().await?;
    tracing::info!(account.id = %account.account_id, "a password was right");
    Ok(Some(entered))
}

/// Tells the owner that somebody tried; nobody else learns from it whether there is an account.
async fn note_failure(room: &crate::State, account_id: AccountId, device: &str) -> sqlx::Result<()> {
    let now = room.clock.now();
    let mut conn = room.pool.acquire().await?;
    let event = Event::own(account_id, EventKind::SignInFailed, device);
    events::record(&mut conn, &room.ids, now, &event).await
}

async fn find(room: &crate::State, email: &str) -> sqlx::Result<Option<Credentials>> {
    let Ok(email) = email.parse::<Email>() else {
        return Ok(None);
    };
    let mut conn = room.pool.acquire().await?;
    store::find_credentials(&mut conn, email.as_str()).await
}

#[cfg(test)]
mod tests;
