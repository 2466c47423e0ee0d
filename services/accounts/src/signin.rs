//! Signing in with an address and a password.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure, msg,
    viewer::Role,
    web::{Cx, Page, Problems, Site, Source, see_other},
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::{
    email::Email,
    own_path::own_path,
    sessions::{self, SessionToken},
    store::{self, Credentials},
    tries::AccountTries,
};

#[derive(Template)]
#[template(path = "accounts/signin.html")]
struct SignInPage {
    cx: Cx,
    problems: Problems,
    email: String,
    next: String,
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
        return see_other(target(&room.site, &wish.next, person.role));
    }
    let next = own_path(&room.site, &wish.next).unwrap_or_default().to_owned();
    Page::new(
        &cx.clone(),
        SignInPage {
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
        tries.take(&form.email)?;
        let presented = SessionToken::presented(&jar, &room.site);
        if let Some((role, token)) = sign_in(&room, &form, presented).await? {
            tries.forget(&form.email);
            let jar = jar.add(token.cookie(&room.site));
            return Ok((jar, see_other(target(&room.site, &form.next, role))).into_response());
        }
        problems.add("email", msg!("signin-wrong"));
    }
    let next = own_path(&room.site, &form.next).unwrap_or_default().to_owned();
    Err(Page::unprocessable(
        &cx.clone(),
        SignInPage {
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
) -> Result<Option<(Option<Role>, SessionToken)>, Failure> {
    let known = find(room, &form.email).await?;
    let hash = known.as_ref().map(|account| account.password_hash.as_str());
    // No connection is held meanwhile: this may wait for its turn.
    let right = room.passwords.is_right(&form.password, hash).await?;
    let Some(account) = known.filter(|_| right) else {
        return Ok(None);
    };
    let rehashed = if room.passwords.is_outdated(&account.password_hash) {
        Some(room.passwords.hash(&form.password).await?)
    } else {
        None
    };
    let mut tx = ground::db::begin(&room.pool).await?;
    if !store::lock_unchanged_account(&mut tx, account.account_id, &account.password_hash).await? {
        return Ok(None);
    }
    if let Some(hash) = rehashed {
        store::set_password_hash(&mut tx, account.account_id, &hash).await?;
    }
    let token = sessions::open(&mut tx, account.account_id, presented.as_ref(), room.clock.now()).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account.account_id, "someone signed in");
    Ok(Some((account.role, token)))
}

async fn find(room: &crate::State, email: &str) -> sqlx::Result<Option<Credentials>> {
    let Ok(email) = email.parse::<Email>() else {
        return Ok(None);
    };
    let mut conn = room.pool.acquire().await?;
    store::find_credentials(&mut conn, email.as_str()).await
}

/// Where to go now: where they wanted to, if that is a page of ours, or where their work is.
fn target<'a>(site: &Site, next: &'a str, role: Option<Role>) -> &'a str {
    let home = if role.is_some() { "/desk" } else { "/" };
    own_path(site, next).unwrap_or(home)
}

#[cfg(test)]
mod tests;
