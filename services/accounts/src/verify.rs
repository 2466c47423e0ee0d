//! Confirming an address: by the link in the mail, from anywhere, or by its digits, where they were asked for.

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
    lang::Lang,
    msg,
    web::{Cx, Page, Problems},
};
use serde::Deserialize;

use crate::{
    device::device,
    entrance::{self, Entered, Entrant},
    events::{self, Event, EventKind},
    mail_codes::{self, Asked, Refused, Shown},
    register::next_of,
    sessions::SessionToken,
    store::{self, MailCode, Method, NewAccount, Purpose},
};

/// Where who opened the link in another browser chooses a password.
const CHOOSE_PASSWORD: &str = "/me/password";

/// Where one asks for another mail.
const AGAIN: &str = "/register";

#[derive(Template)]
#[template(path = "accounts/verify.html")]
struct VerifyPage {
    cx: Cx,
    problems: Problems,
    /// Of the link; empty where digits are typed.
    token: String,
    /// Whose confirmation it is: as this browser typed it, or as the link says.
    email: Option<String>,
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    t: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct VerifyForm {
    #[serde(default)]
    t: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// `GET /verify`, `GET /verify?t=…`
///
/// Looking uses nothing up: programs that preview links look, too.
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(wish): Query<Wish>,
    jar: CookieJar,
    cx: Cx,
) -> Result<Response, Failure> {
    let now = room.clock.now();
    let next = next_of(&room.site, &wish.next);
    let mut conn = room.pool.acquire().await?;
    let email = if wish.t.is_empty() {
        let asked = Asked::presented(&jar, &room.site);
        mail_codes::address_asked(&mut conn, asked.as_ref(), Purpose::Register, now).await?
    } else {
        let shown = Shown::Link(&wish.t);
        let found = mail_codes::check(&mut conn, &room.key, Purpose::Register, &shown, now).await?;
        Some(found.map_err(|refused| refused.page(&cx, AGAIN))?.email)
    };
    let page = VerifyPage {
        cx: cx.clone(),
        problems: Problems::default(),
        token: wish.t,
        email,
        next,
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /verify`
pub(crate) async fn post(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<VerifyForm>,
) -> Result<Response, Failure> {
    let asked = Asked::presented(&jar, &room.site);
    let coming = Coming {
        presented: SessionToken::presented(&jar, &room.site),
        device: device(&headers),
        next: next_of(&room.site, &form.next),
    };
    let refused = match confirm(&room, &cx, &form, asked.as_ref(), &coming).await? {
        Ok(entered) => {
            let jar = jar.remove(mail_codes::empty_cookie(&room.site));
            return Ok(entered.answer(&room, jar));
        }
        Err(refused) => refused,
    };
    if !form.t.is_empty() {
        return Err(refused.page(&cx, AGAIN));
    }
    let mut problems = Problems::default();
    problems.add("code", refused.words());
    let mut conn = room.pool.acquire().await?;
    let now = room.clock.now();
    let email = mail_codes::address_asked(&mut conn, asked.as_ref(), Purpose::Register, now).await?;
    let page = VerifyPage {
        cx: cx.clone(),
        problems,
        token: String::new(),
        email,
        next: coming.next,
    };
    Err(Page::unprocessable(&cx, page))
}

/// What comes with the form.
struct Coming {
    presented: Option<SessionToken>,
    device: String,
    next: String,
}

/// Checks what is shown, makes the account and uses the code up, or none of it but the count of wrong tries.
async fn confirm(
    room: &crate::State,
    cx: &Cx,
    form: &VerifyForm,
    asked: Option<&Asked>,
    coming: &Coming,
) -> Result<Result<Entered, Refused>, Failure> {
    let now = room.clock.now();
    let shown = if form.t.is_empty() {
        Shown::Typed {
            asked,
            digits: &form.code,
        }
    } else {
        Shown::Link(&form.t)
    };
    let mut tx = ground::db::begin(&room.pool).await?;
    let code = match mail_codes::check(&mut tx, &room.key, Purpose::Register, &shown, now).await? {
        Ok(code) => code,
        Err(refused) => {
            tx.commit().await?;
            return Ok(Err(refused));
        }
    };
    // Whoever typed the address may be another person than who reads there: then the password is not theirs either.
    let typed_here = asked.is_some_and(|asked| asked.is_of(&code));
    let password_hash = code.password_hash.as_deref().filter(|_| typed_here);
    let next = if typed_here { &coming.next } else { CHOOSE_PASSWORD };
    let Some(account_id) = make_account(room, &mut tx, &code, password_hash, now).await? else {
        return Err(Failure::Conflict(msg!("verify-taken")));
    };
    mail_codes::use_up(&mut tx, Purpose::Register, &code, account_id, now).await?;
    let event = Event::own(account_id, EventKind::Registered, &coming.device);
    events::record(&mut tx, &room.ids, now, &event).await?;
    let entrant = Entrant {
        account_id,
        method: Method::MailCode,
        device: &coming.device,
        presented: coming.presented.as_ref(),
        next,
    };
    let entered = entrance::enter(room, &mut tx, &entrant, now).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account_id, "an address was confirmed");
    entered.map(Ok).ok_or_else(|| Refused::Used.page(cx, AGAIN))
}

/// `None` when somebody else has the address meanwhile: by another mail, an invitation, or before this one was asked for.
async fn make_account(
    room: &crate::State,
    conn: &mut sqlx::PgConnection,
    code: &MailCode,
    password_hash: Option<&str>,
    now: chrono::DateTime<chrono::Utc>,
) -> sqlx::Result<Option<AccountId>> {
    let account_id: AccountId = room.ids.mint(now);
    let account = NewAccount {
        account_id,
        email: Some(&code.email),
        display_name: code.display_name.as_deref().unwrap_or_default(),
        password_hash,
        role: None,
        language: Lang::from_code(&code.language).unwrap_or(room.site.default_lang),
        created_at: now,
    };
    match store::insert_account(conn, &account).await {
        Err(error) if store::is_email_taken(&error) => Ok(None),
        other => other.map(|()| Some(account_id)),
    }
}

#[cfg(test)]
mod tests;
