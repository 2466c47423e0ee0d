//! Somebody, as a service knows them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::provider::Provider;
use crate::store;

/// Somebody at a service. They are who they are by `issuer` and `subject`; nothing else is believed.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Person {
    /// The issuer's URL, or the key of a plain OAuth2 service.
    pub(super) issuer: String,
    /// The service's own id of them.
    pub(super) subject: String,
    /// As the service calls them.
    pub(super) name: Option<String>,
    /// An address that the service names, to tell two accounts there apart.
    pub(super) email: Option<String>,
    /// Whether the service says that it is theirs.
    pub(super) email_verified: bool,
}

/// Longer ids are nobody's (OpenID Connect Core §2 allows 255 ASCII characters).
const SUBJECT_MAX: usize = 255;
/// Longer names will not do anyway, in bytes.
const NAME_MAX: usize = 400;
/// The longest address there is (RFC 5321).
const EMAIL_MAX: usize = 254;

impl Person {
    /// Whether the id is one, and whether the address is short enough to be kept.
    pub(super) fn checked(mut self) -> Option<Self> {
        let fits = (1..=SUBJECT_MAX).contains(&self.subject.len());
        let printable = |text: &String| text.len() <= EMAIL_MAX && !text.chars().any(char::is_control);
        self.email = self.email.filter(|email| !email.is_empty() && printable(email));
        self.email_verified &= self.email.is_some();
        // It waits in a page where it will not do (`naming`).
        self.name = self
            .name
            .filter(|name| !name.is_empty() && name.len() <= NAME_MAX);
        // PostgreSQL keeps no zero byte, and no id has a reason for one.
        (fits && !self.subject.chars().any(char::is_control)).then_some(self)
    }

    /// As it is kept.
    pub(super) fn seen<'a>(&'a self, provider: &'a Provider, now: DateTime<Utc>) -> store::SeenIdentity<'a> {
        store::SeenIdentity {
            issuer: &self.issuer,
            subject: &self.subject,
            provider: &provider.key,
            email: self.email.as_deref(),
            email_verified: self.email_verified,
            now,
        }
    }
}
