//! The browser that asked for a code.

use axum_extra::extract::{CookieJar, cookie::Cookie};
use ground::{secret, web::Site};

use super::LINK_LASTS;
use crate::{cookies, store::MailCode};

/// Binds what is typed to the browser that asked: a random cookie on one side, its hash on the other.
pub(crate) struct Asked(String);

impl Asked {
    /// For a browser that asks now.
    pub(crate) fn mint() -> Self {
        Self(secret::token())
    }

    /// What the browser sent.
    pub(crate) fn presented(jar: &CookieJar, site: &Site) -> Option<Self> {
        Some(Self(jar.get(cookie_name(site))?.value().to_owned()))
    }

    /// Whether this browser asked for that code.
    pub(crate) fn is_of(&self, code: &MailCode) -> bool {
        code.browser_hash
            .as_deref()
            .is_some_and(|hash| secret::same(hash, &self.hash()))
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        secret::token_hash(&self.0)
    }

    /// The cookie for it, which goes when the link does.
    pub(crate) fn cookie(&self, site: &Site) -> Cookie<'static> {
        let mut made = bare_cookie(site, self.0.clone());
        made.set_max_age(cookie::time::Duration::seconds(LINK_LASTS.num_seconds()));
        made
    }
}

/// A cookie that removes it.
pub(crate) fn empty_cookie(site: &Site) -> Cookie<'static> {
    bare_cookie(site, String::new())
}

fn bare_cookie(site: &Site, value: String) -> Cookie<'static> {
    cookies::ours(site, cookie_name(site), value).build()
}

fn cookie_name(site: &Site) -> &'static str {
    if site.is_https() { "__Host-asked" } else { "asked" }
}
