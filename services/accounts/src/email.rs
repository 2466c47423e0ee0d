//! An address that someone signs in with.

use ground::mail::Mail;

/// The longest address that can be written to (RFC 5321 §4.5.3.1.3, without the brackets).
const MAX_BYTES: usize = 254;

/// An e-mail address, as typed but for space around it.
///
/// Only ASCII: comparing without case is then the same everywhere, and nobody can reach one account by many
/// spellings that a database folds together and a limiter does not.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Email(String);

/// The text is not an e-mail address that we can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an e-mail address looks like name@example.org, in plain Latin letters")]
pub struct BadEmail;

impl Email {
    /// The address.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Email(…)")
    }
}

impl std::str::FromStr for Email {
    type Err = BadEmail;

    fn from_str(text: &str) -> Result<Self, BadEmail> {
        let text = text.trim();
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        if plain && text.len() <= MAX_BYTES && Mail::is_address(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadEmail)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_around_an_address_is_dropped_and_what_is_none_is_refused() {
        assert_eq!(
            "  Ada@example.org\n".parse::<Email>().unwrap().as_str(),
            "Ada@example.org"
        );
        for bad in [
            "",
            "ada",
            "@example.org",
            "ada@",
            "a b@example.org",
            "ada@example.org\r\nBcc: x@example.org",
        ] {
            assert!(bad.parse::<Email>().is_err(), "{bad}");
        }
        assert!(
            format!("{}@example.org", "a".repeat(300))
                .parse::<Email>()
                .is_err()
        );
    }

    #[test]
    fn an_address_that_folds_to_another_is_refused() {
        for look_alike in ["v\u{130}ctor@example.org", "\u{212a}im@example.org"] {
            assert!(look_alike.parse::<Email>().is_err(), "{look_alike}");
        }
    }

    #[test]
    fn debugging_an_address_does_not_show_it() {
        let email: Email = "ada@example.org".parse().unwrap();
        assert_eq!(format!("{email:?}"), "Email(…)");
    }
}
