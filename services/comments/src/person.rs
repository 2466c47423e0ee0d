//! Who says something: somebody with an account, or a guest, known again by a secret that their device keeps.
//!
//! The secret is 128 random bits in a cookie that no script reads; the database has only a keyed hash of it. Who clears it
//! is somebody new, and can no longer change what they said before.

use ground::{ids::AccountId, secret::ServerKey, viewer::Viewer};

/// The cookie with a guest's secret; with `__Host-` before it where the site is https.
pub(crate) const COOKIE: &str = "commenter";
const PURPOSE_DEVICE: &str = "bepart 2026-11 devices that comment";
const PURPOSE_VOTER: &str = "bepart 2026-11 voters on comments";

/// Who is asking, as far as comments are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Person {
    /// Somebody signed in.
    Account(AccountId),
    /// A device with a secret; its hash.
    Device(Vec<u8>),
    /// Somebody who has not said anything yet.
    Nobody,
}

impl Person {
    /// By who is signed in, else by the secret that came with the request.
    pub(crate) fn of(key: &ServerKey, viewer: &Viewer, secret: Option<&str>) -> Self {
        match (&viewer.0, secret) {
            (Some(person), _) => Self::Account(person.account_id),
            (None, Some(secret)) => Self::Device(key.derive(PURPOSE_DEVICE, secret.as_bytes()).to_vec()),
            (None, None) => Self::Nobody,
        }
    }

    /// Under which a like or a report counts once.
    pub(crate) fn voter(&self, key: &ServerKey) -> Option<Vec<u8>> {
        match self {
            Self::Account(account_id) => Some(key.derive(PURPOSE_VOTER, account_id.0.as_bytes()).to_vec()),
            Self::Device(device) => Some(key.derive(PURPOSE_VOTER, device).to_vec()),
            Self::Nobody => None,
        }
    }
}
