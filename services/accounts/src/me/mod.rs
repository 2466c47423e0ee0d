//! One's own account: who one is here, how one comes in, what happened, what one takes along, and the way out for good.

mod archive;
mod deletion;
mod email;
mod email_confirm;
mod erase;
mod export;
mod history;
mod overview;
mod password;
mod profile;
mod sessions;
mod sweep;
#[cfg(test)]
mod tests;

use axum::{
    Router,
    routing::{get, post},
};
use axum_extra::extract::CookieJar;
use ground::{Failure, viewer::SignedIn, web::Cx, web::see_other};

use crate::sessions::SessionToken;

pub(crate) use erase::erase;
pub(crate) use sweep::sweep;

/// Every page of one's own account that is not another area's.
pub(crate) fn routes() -> Router<crate::Inside> {
    Router::new()
        .route("/me", get(overview::get))
        .route("/me/profile", get(profile::get).post(profile::post))
        .route("/me/password", get(password::get).post(password::post))
        .route("/me/email", get(email::get).post(email::post))
        .route(
            "/me/email/confirm",
            get(email_confirm::get).post(email_confirm::post),
        )
        .route("/me/sessions", get(sessions::get))
        .route("/me/sessions/end", post(sessions::end))
        .route("/me/sessions/end-all", post(sessions::end_all))
        .route("/signout/everywhere", post(sessions::sign_out_everywhere))
        .route("/me/history", get(history::get))
        .route("/me/export", get(export::get).post(export::post))
        .route("/me/delete", get(deletion::get).post(deletion::post))
        .route("/me/delete/call-off", post(deletion::call_off))
}

/// Who is asking. Nobody: 303 to where one signs in, and from there to `here`, a path of ours.
pub(crate) fn signed_in(cx: &Cx, here: &str) -> Result<SignedIn, Failure> {
    cx.viewer().0.clone().ok_or_else(|| {
        let answer = see_other(&format!("/signin?next={here}"));
        Failure::Page(Box::new(answer))
    })
}

/// The hash of the session that asks.
fn this_session(room: &crate::State, jar: &CookieJar) -> Option<Vec<u8>> {
    SessionToken::presented(jar, &room.site).map(|token| token.hash())
}

/// What a browser is called; none when we know no name for it.
fn named(device: String) -> Option<String> {
    (!device.is_empty()).then_some(device)
}
