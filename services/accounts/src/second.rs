//! The second factor: passkeys, authenticator apps, recovery codes, and showing again that it is you.

mod again;
mod alive;
mod app;
mod app_page;
mod between;
mod by_passkey;
mod codes;
mod page;
mod passkey_page;
mod passkeys;
#[cfg(test)]
pub(crate) mod testing;
mod totp;

use askama::Template;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use ground::{
    Failure,
    clock::Clock,
    ids::AccountId,
    web::{Cx, Page},
};
use sqlx::PgConnection;

use crate::{Inside, store, tries::AccountTries};

pub(crate) use passkeys::are_offered as passkeys_are_offered;

/// Wrong codes of one account in a quarter of an hour that need not wait.
const FREE_TRIES: usize = 5;
/// Nothing that is sent here is longer: an authenticator's answer is a kilobyte or two.
const MOST_BYTES: usize = 64 * 1024;

/// Every door to the second factor.
pub(crate) fn routes() -> Router<Inside> {
    Router::new()
        .route("/signin/second", get(between::get).post(between::post))
        .route("/signin/second/passkey/start", post(between::start))
        .route("/signin/passkey", post(by_passkey::post))
        .route("/signin/passkey/start", post(by_passkey::start))
        .route("/signin/again", get(again::get).post(again::post))
        .route("/signin/again/passkey/start", post(again::start))
        .route("/me/alive", get(alive::get))
        .route("/me/second", get(page::get))
        .route("/me/second/codes", post(page::make_codes))
        .route("/me/second/app", get(app_page::get).post(app_page::post))
        .route("/me/second/app/code", post(app_page::confirm))
        .route("/me/second/app/remove", post(app_page::remove))
        .route("/me/second/passkey", post(passkey_page::post))
        .route("/me/second/passkey/start", post(passkey_page::start))
        .route("/me/second/passkey/name", post(passkey_page::rename))
        .route("/me/second/passkey/remove", post(passkey_page::remove))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
}

/// Takes every factor and recovery code of an account away; whether it had a factor. With the account locked
/// ([`store::lock_account`]); who asks writes down that it was done.
pub(crate) async fn forget_factors(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<bool> {
    store::delete_factors(conn, account_id).await
}

/// Counts codes and passwords that were tried by who is past the first factor, by account.
#[derive(Clone)]
pub(crate) struct CodeTries(AccountTries);

impl CodeTries {
    /// Starts with nothing counted.
    pub(crate) fn new(clock: Clock) -> Self {
        Self(AccountTries::with_free(clock, FREE_TRIES))
    }

    /// Counts one try, before it is looked at.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait.
    fn take(&self, account_id: AccountId) -> Result<(), Failure> {
        self.0.take(&account_id.to_string())
    }

    fn forget(&self, account_id: AccountId) {
        self.0.forget(&account_id.to_string());
    }
}

#[derive(Template)]
#[template(path = "accounts/second_codes.html")]
struct CodesPage {
    cx: Cx,
    /// One a line.
    codes: String,
    go: String,
}

/// The only page that ever shows recovery codes: the database has hashes of them.
fn codes_page(cx: &Cx, codes: &[String], go: &str) -> Response {
    let page = CodesPage {
        cx: cx.clone(),
        codes: codes.join("\n"),
        go: go.to_owned(),
    };
    Page::new(cx, page).into_response()
}

/// The page, with 422 when something about what was sent is wrong.
fn page_or_bad<T: Template>(cx: &Cx, page: T, bad: bool) -> Response {
    let status = if bad {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Page::new(cx, page).with_status(status).into_response()
}

#[cfg(test)]
mod tests;
