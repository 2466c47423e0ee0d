//! Somebody types, and does not want to be signed out meanwhile.

use axum::http::StatusCode;
use ground::{Failure, web::Cx};

/// `GET /me/alive`
///
/// The layer that knows who is asking has noted the time already. Script of the newsroom's pages asks while somebody types.
pub(crate) async fn get(cx: Cx) -> Result<StatusCode, Failure> {
    match cx.viewer().0 {
        Some(_) => Ok(StatusCode::NO_CONTENT),
        None => Err(Failure::NotFound),
    }
}
