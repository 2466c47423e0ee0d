//! Choosing another password, or a first one.

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
    lang::Message,
    msg,
    viewer::SignedIn,
    web::{Cx, Page, Problems, see_other},
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::{signed_in, this_session};
use crate::{
    device::device,
    events::{self, Event, EventKind},
    letters::{self, LetterKind},
    password_rules,
    store::{self, Own},
    tries::AccountTries,
};

/// The page that asks and answers.
const HERE: &str = "/me/password";

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct PasswordPage {
    cx: Cx,
    problems: Problems,
    /// For programs that keep passwords. None: a password would be of no use yet.
    email: Option<String>,
    /// There is one already, which is asked for.
    has_one: bool,
    changed: bool,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    changed: String,
}

#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    #[serde(default)]
    old: SecretString,
    #[serde(default)]
    password: SecretString,
}

/// `GET /me/password`
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(wish): Query<Wish>,
    cx: Cx,
) -> Result<Response, Failure> {
    let (person, own) = whose(&room, &cx).await?;
    if own.password_hash.is_none() {
        person.confirmed(room.clock.now(), HERE)?;
    }
    let page = page_of(&cx, &own, Problems::default(), wish.changed == "yes");
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /me/password`
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(tries): State<AccountTries>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<PasswordForm>,
) -> Result<Response, Failure> {
    let (person, own) = whose(&room, &cx).await?;
    if own.password_hash.is_none() {
        person.confirmed(room.clock.now(), HERE)?;
    }
    let Some(email) = own.email.clone() else {
        return Err(Page::unprocessable(
            &cx,
            page_of(&cx, &own, Problems::default(), false),
        ));
    };
    let mut problems = Problems::default();
    if let Some(words) = old_is_wrong(&room, &tries, &person, &own, &email, &form, &headers).await? {
        problems.add("old", words);
    }
    if let Some(words) = password_rules::problem_for(&form.password, &email, &room.site) {
        problems.add("password", words);
    }
    if !problems.is_empty() {
        return Err(Page::unprocessable(&cx, page_of(&cx, &own, problems, false)));
    }
    let hash = room.passwords.hash(&form.password).await?;
    let this = this_session(&room, &jar);
    change(&room, &person, &own, &hash, this.as_deref(), &device(&headers)).await?;
    Ok(see_other("/me/password?changed=yes"))
}

async fn whose(room: &crate::State, cx: &Cx) -> Result<(SignedIn, Own), Failure> {
    let person = signed_in(cx, HERE)?;
    let mut conn = room.pool.acquire().await?;
    let own = store::find_own(&mut conn, person.account_id).await?;
    Ok((person, own.ok_or(Failure::NotFound)?))
}

/// Guessing here is as slow as at the door, and its owner hears of it.
async fn old_is_wrong(
    room: &crate::State,
    tries: &AccountTries,
    person: &SignedIn,
    own: &Own,
    email: &str,
    form: &PasswordForm,
    headers: &HeaderMap,
) -> Result<Option<Message>, Failure> {
    let Some(stored) = own.password_hash.as_deref() else {
        return Ok(None);
    };
    if form.old.expose_secret().is_empty() {
        return Ok(Some(msg!("signin-password-missing")));
    }
    tries.take(email)?;
    if room.passwords.is_right(&form.old, Some(stored)).await? {
        tries.forget(email);
        return Ok(None);
    }
    let now = room.clock.now();
    let mut conn = room.pool.acquire().await?;
    let device = device(headers);
    let event = Event::own(person.account_id, EventKind::SignInFailed, &device);
    events::record(&mut conn, &room.ids, now, &event).await?;
    Ok(Some(msg!("me-password-old-wrong")))
}

/// Whoever knew the old one is out everywhere else, and no code that was sent opens anything any more.
async fn change(
    room: &crate::State,
    person: &SignedIn,
    own: &Own,
    hash: &str,
    this: Option<&[u8]>,
    device: &str,
) -> Result<(), Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let current = store::find_own_for_update(&mut tx, person.account_id).await?;
    if current.ok_or(Failure::NotFound)?.password_hash != own.password_hash {
        return Err(Failure::Conflict(msg!("me-password-raced")));
    }
    store::set_password_hash(&mut tx, person.account_id, hash).await?;
    store::delete_sessions_of(&mut tx, person.account_id, this).await?;
    store::delete_reset_codes_of(&mut tx, person.account_id).await?;
    let event = Event::own(person.account_id, EventKind::PasswordChanged, device);
    events::record(&mut tx, &room.ids, now, &event).await?;
    letters::post(
        &mut tx,
        &room.ids,
        person.account_id,
        LetterKind::PasswordChanged,
        "",
        now,
    )
    .await?;
    tx.commit().await?;
    tracing::info!(account.id = %person.account_id, "a password was changed");
    Ok(())
}

fn page_of(cx: &Cx, own: &Own, problems: Problems, changed: bool) -> PasswordPage {
    PasswordPage {
        cx: cx.clone(),
        problems,
        email: own.email.clone(),
        has_one: own.password_hash.is_some(),
        changed,
    }
}
