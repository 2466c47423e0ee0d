//! The secret that a guest's device keeps: read from each request, and set when a guest first says something.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use axum_extra::extract::CookieJar;
use data_encoding::BASE64URL_NOPAD;
use ground::{
    ids::AccountId,
    secret::{self, ServerKey},
    viewer::Viewer,
    web::Site,
};

use crate::person::{COOKIE, Person};

/// 128 bits.
const SECRET: usize = 16;
/// A year.
const MAX_AGE: u32 = 365 * 24 * 3600;

/// Who is asking: as whom they would speak, and by which device they may have spoken as a guest.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub(crate) person: Person,
    /// Also of somebody who is signed in by now: what they said before, as a guest of this device, stays theirs.
    pub(crate) device: Option<Vec<u8>>,
}

impl Who {
    /// By who is signed in and the cookies that came along.
    pub(crate) fn of(state: &crate::State, viewer: &Viewer, headers: &HeaderMap) -> Self {
        let secret = secret_of(&state.site, headers);
        let device = match Person::of(&state.key, &Viewer(None), secret.as_deref()) {
            Person::Device(device) => Some(device),
            _ => None,
        };
        Self {
            person: Person::of(&state.key, viewer, secret.as_deref()),
            device,
        }
    }

    /// Whether what was said by this account or from this device was said by them.
    pub(crate) fn owns(&self, account_id: Option<AccountId>, device: Option<&[u8]>) -> bool {
        match (account_id, device) {
            (Some(account_id), _) => self.person == Person::Account(account_id),
            (None, Some(device)) => self
                .device
                .as_deref()
                .is_some_and(|ours| secret::same(ours, device)),
            (None, None) => false,
        }
    }
}

impl FromRequestParts<crate::State> for Who {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &crate::State) -> Result<Self, Infallible> {
        let viewer = parts.extensions.get::<Viewer>().cloned().unwrap_or_default();
        Ok(Self::of(state, &viewer, &parts.headers))
    }
}

/// A secret that is to be kept from now on.
pub(crate) struct NewSecret(String);

/// Somebody who can be known again: who has said nothing yet becomes a device with a secret of its own.
pub(crate) fn known(key: &ServerKey, person: &Person) -> (Person, Option<NewSecret>) {
    if *person != Person::Nobody {
        return (person.clone(), None);
    }
    let secret = BASE64URL_NOPAD.encode(&secret::random::<SECRET>());
    let person = Person::of(key, &Viewer(None), Some(&secret));
    (person, Some(NewSecret(secret)))
}

/// Has the device keep it, if there is one.
pub(crate) fn keep(headers: &mut HeaderMap, site: &Site, secret: Option<&NewSecret>) {
    let Some(NewSecret(secret)) = secret else { return };
    let (name, secure) = (name_on(site), if site.is_https() { "; Secure" } else { "" });
    let cookie = format!("{name}={secret}; Path=/; Max-Age={MAX_AGE}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(mut cookie) = HeaderValue::from_str(&cookie) {
        cookie.set_sensitive(true);
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// Has the device forget it.
pub(crate) fn drop_secret(headers: &mut HeaderMap, site: &Site) {
    let (name, secure) = (name_on(site), if site.is_https() { "; Secure" } else { "" });
    let cookie = format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// `__Host-` keeps a sibling domain from planting one; browsers take it over TLS only.
pub(crate) fn name_on(site: &Site) -> String {
    let bound = if site.is_https() { "__Host-" } else { "" };
    format!("{bound}{COOKIE}")
}

/// The secret that came along, if it looks like one of ours: what is shorter could be guessed.
fn secret_of(site: &Site, headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    let secret = jar.get(&name_on(site))?.value();
    let bytes = BASE64URL_NOPAD.decode(secret.as_bytes()).ok()?;
    (bytes.len() == SECRET).then(|| secret.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_secret_is_one() {
        let site = crate::testing::site();
        let read = |cookie: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, cookie.parse().unwrap());
            secret_of(&site, &headers)
        };
        let good = "AAAAAAAAAAAAAAAAAAAAAA";
        assert_eq!(
            read(&format!("a=b; __Host-commenter={good}")).as_deref(),
            Some(good)
        );
        for bad in [
            "commenter=AAAAAAAAAAAAAAAAAAAAAA",
            "__Host-commenter=",
            "__Host-commenter=AAAA",
            "__Host-commenter=AAAAAAAAAAAAAAAAAAAAAA==",
            "__Host-commenter=AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_was_said_as_a_guest_stays_theirs_after_signing_in() {
        let (one, other) = (
            AccountId(uuid::Uuid::from_u128(1)),
            AccountId(uuid::Uuid::from_u128(2)),
        );
        let who = Who {
            person: Person::Account(one),
            device: Some(vec![1, 2]),
        };
        assert!(who.owns(Some(one), None));
        assert!(who.owns(None, Some(&[1, 2])));
        assert!(!who.owns(Some(other), None));
        assert!(!who.owns(None, Some(&[1, 3])));
        // Whose comment nobody can be known by any more is nobody's.
        assert!(!who.owns(None, None));
    }
}
