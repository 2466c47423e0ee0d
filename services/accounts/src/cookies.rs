//! What every cookie of this room has in common.

use axum_extra::extract::cookie::{Cookie, SameSite};
use cookie::CookieBuilder;
use ground::web::Site;

/// A cookie of this host alone, out of script's reach, over TLS where the public reaches us by it. Other sites' pages do
/// not send it along but by a link. It goes with the browser's session.
pub(crate) fn ours(site: &Site, name: &'static str, value: String) -> CookieBuilder<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(site.is_https())
        .same_site(SameSite::Lax)
}
