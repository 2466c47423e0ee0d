//! Choosing a new password with what was sent by mail.

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
    ids::{AccountId, MailCodeId},
    web::{Cx, Page, Problems},
};
use secrecy::SecretString;
use serde::Deserialize;

use crate::{
    device::device,
    entrance::{self, Entered, Entrant},
    events::{self, Event, EventKind},
    letters::{self, LetterKind},
    mail_codes::{self, Asked, Refused, Shown},
    password_rules,
    sessions::SessionToken,
    store::{self, Method, Purpose},
    tries::AccountTries,
};

/// Where one asks for another mail.
const AGAIN: &str = "/forgot";

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct ResetPage {
    cx: Cx,
    problems: Problems,
    /// Of the link; empty where digits are typed.
    token: String,
    /// Whose password: as this browser typed it, or as the link says.
    email: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    t: String,
}

#[derive(Deserialize)]
pub(crate) struct ResetForm {
    #[serde(default)]
    t: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    password: SecretString,
}

/// `GET /reset`, `GET /reset?t=…`
///
/// Looking uses nothing up: programs that preview links look, too.
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(wish): Query<Wish>,
    jar: CookieJar,
    cx: Cx,
) -> Result<Response, Failure> {
    let asked = Asked::presented(&jar, &room.site);
    let email = whose(&room, &cx, &wish.t, asked.as_ref()).await?;
    let page = page_of(&cx, wish.t, email, Problems::default());
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /reset`
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(tries): State<AccountTries>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<ResetForm>,
) -> Result<Response, Failure> {
    let asked = Asked::presented(&jar, &room.site);
    let email = whose(&room, &cx, &form.t, asked.as_ref()).await?;
    let mut problems = Problems::default();
    let address = email.as_deref().unwrap_or_default();
    // Before the code: a password that will not do must cost none of its tries.
    if let Some(words) = password_rules::problem_for(&form.password, address, &room.site) {
        problems.add("password", words);
        return Err(Page::unprocessable(&cx, page_of(&cx, form.t, email, problems)));
    }
    let refused = match right(&room, &form, asked.as_ref()).await? {
        Ok(shown) => {
            // No connection is held meanwhile: this may wait for its turn.
            let hash = room.passwords.hash(&form.password).await?;
            let coming = Coming {
                presented: SessionToken::presented(&jar, &room.site),
                device: device(&headers),
            };
            match choose(&room, shown, &hash, &coming).await? {
                Ok(entered) => {
                    tries.forget(address);
                    let jar = jar.remove(mail_codes::empty_cookie(&room.site));
                    return Ok(entered.answer(&room, jar));
                }
                Err(refused) => refused,
            }
        }
        Err(refused) => refused,
    };
    if !form.t.is_empty() {
        return Err(refused.page(&cx, AGAIN));
    }
    problems.add("code", refused.words());
    Err(Page::unprocessable(&cx, page_of(&cx, form.t, email, problems)))
}

/// What comes with the form.
struct Coming {
    presented: Option<SessionToken>,
    device: String,
}

/// The address that the link was sent to, or that this browser typed. A link that opens nothing says so at once.
async fn whose(
    room: &crate::State,
    cx: &Cx,
    token: &str,
    asked: Option<&Asked>,
) -> Result<Option<String>, Failure> {
    let now = room.clock.now();
    let mut conn = room.pool.acquire().await?;
    if token.is_empty() {
        return Ok(mail_codes::address_asked(&mut conn, asked, Purpose::Reset, now).await?);
    }
    let shown = Shown::Link(token);
    let found = mail_codes::check(&mut conn, &room.key, Purpose::Reset, &shown, now).await?;
    Ok(Some(found.map_err(|refused| refused.page(cx, AGAIN))?.email))
}

/// Whether what is shown is right; a wrong code is counted.
async fn right(
    room: &crate::State,
    form: &ResetForm,
    asked: Option<&Asked>,
) -> sqlx::Result<Result<MailCodeId, Refused>> {
    let shown = if form.t.is_empty() {
        Shown::Typed {
            asked,
            digits: &form.code,
        }
    } else {
        Shown::Link(&form.t)
    };
    let mut tx = ground::db::begin(&room.pool).await?;
    let found = mail_codes::check(&mut tx, &room.key, Purpose::Reset, &shown, room.clock.now()).await?;
    tx.commit().await?;
    Ok(found.map(|code| code.mail_code_id))
}

/// Sets the password, ends what was open by the old one, tells the owner, and lets them in; or nothing of it.
async fn choose(
    room: &crate::State,
    shown: MailCodeId,
    hash: &str,
    coming: &Coming,
) -> sqlx::Result<Result<Entered, Refused>> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let code = match mail_codes::reopen(&mut tx, shown, Purpose::Reset, now).await? {
        Ok(code) => code,
        Err(refused) => return Ok(Err(refused)),
    };
    // Nobody has the address, or not any more: the same as a code that was never sent.
    let Some(account_id) = code.account_id else {
        return Ok(Err(Refused::Wrong));
    };
    if !store::lock_account_of_address(&mut tx, account_id, &code.email).await? {
        return Ok(Err(Refused::Wrong));
    }
    store::set_password_hash(&mut tx, account_id, hash).await?;
    mail_codes::use_up(&mut tx, Purpose::Reset, &code, account_id, now).await?;
    store::delete_sessions_of(&mut tx, account_id, None).await?;
    let event = Event::own(account_id, EventKind::PasswordReset, &coming.device);
    events::record(&mut tx, &room.ids, now, &event).await?;
    letters::post(
        &mut tx,
        &room.ids,
        account_id,
        LetterKind::PasswordChanged,
        "",
        now,
    )
    .await?;
    let entered = enter(room, &mut tx, account_id, coming, now).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account_id, "a password was reset");
    Ok(entered.ok_or(Refused::Wrong))
}

async fn enter(
    room: &crate::State,
    conn: &mut sqlx::PgConnection,
    account_id: AccountId,
    coming: &Coming,
    now: chrono::DateTime<chrono::Utc>,
) -> sqlx::Result<Option<Entered>> {
    let entrant = Entrant {
        account_id,
        method: Method::MailCode,
        device: &coming.device,
        presented: coming.presented.as_ref(),
        next: "",
    };
    entrance::enter(room, conn, &entrant, now).await
}

fn page_of(cx: &Cx, token: String, email: Option<String>, problems: Problems) -> ResetPage {
    ResetPage {
        cx: cx.clone(),
        problems,
        token,
        email,
    }
}

#[cfg(test)]
mod tests;
