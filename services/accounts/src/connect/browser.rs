//! The cookie that binds the way there and back to one browser.

use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use ground::{secret, web::Site};

use super::provider::Provider;
use crate::cookies;

/// As long as the way may take.
const LASTS: cookie::time::Duration = cookie::time::Duration::minutes(10);
/// 256 bits in base64url without padding.
const TOKEN_LENGTH: usize = 43;

/// What the browser holds.
pub(super) struct Browser(String);

impl Browser {
    /// What it sent, if it can be one of ours.
    pub(super) fn presented(jar: &CookieJar, site: &Site, provider: &Provider) -> Option<Self> {
        let text = jar.get(name(site, provider))?.value();
        let ours = text.len() == TOKEN_LENGTH
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        ours.then(|| Self(text.to_owned()))
    }

    /// The same as before, so that a second tab does not end what goes on in the first, or a new one.
    pub(super) fn presented_or_new(jar: &CookieJar, site: &Site, provider: &Provider) -> Self {
        Self::presented(jar, site, provider).unwrap_or_else(|| Self(secret::token()))
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        secret::token_hash(&self.0)
    }

    pub(super) fn cookie(self, site: &Site, provider: &Provider) -> Cookie<'static> {
        // A form that another site's page posts brings no cookie along but such a one. Browsers want TLS for it.
        let across = provider.by_form && site.is_https();
        cookies::ours(site, name(site, provider), self.0)
            .same_site(if across { SameSite::None } else { SameSite::Lax })
            .max_age(LASTS)
            .build()
    }
}

/// Two names, because a browser holds each with one `SameSite`.
fn name(site: &Site, provider: &Provider) -> &'static str {
    match (site.is_https(), provider.by_form) {
        (true, false) => "__Host-connect",
        (true, true) => "__Host-connect-form",
        (false, false) => "connect",
        (false, true) => "connect-form",
    }
}
