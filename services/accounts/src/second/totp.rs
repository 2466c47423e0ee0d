//! Codes of an authenticator app (TOTP, RFC 6238): SHA-1, six digits, 30 seconds, as every app knows them.

use anyhow::{Context, anyhow};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use ground::{
    ids::AccountId,
    secret::{self, ServerKey},
};
use qrcode::{Color, EcLevel, QrCode};
use secrecy::{ExposeSecret, SecretBox};
use totp_rs::{Builder, Totp};

/// 160 bits, as RFC 4226 §4 recommends.
const SECRET_BYTES: usize = 20;
const NONCE_BYTES: usize = 24;
const PURPOSE: &str = "bepart 2026-11 accounts: secrets of authenticator apps";
/// White around the squares, in squares (ISO/IEC 18004 §6.3.8).
const QUIET: usize = 4;

/// What the app and we share.
pub(crate) struct AppSecret(SecretBox<[u8; SECRET_BYTES]>);

impl AppSecret {
    pub(crate) fn mint() -> Self {
        Self(SecretBox::new(Box::new(secret::random())))
    }

    /// Encrypted for the database. It opens for this account only: copied to another's row, it is worth nothing there.
    pub(crate) fn seal(&self, key: &ServerKey, account_id: AccountId) -> anyhow::Result<Vec<u8>> {
        let nonce = secret::random::<NONCE_BYTES>();
        let payload = Payload {
            msg: self.0.expose_secret(),
            aad: account_id.0.as_bytes(),
        };
        let sealed = cipher(key, account_id)
            .encrypt(&nonce.into(), payload)
            .map_err(|_| anyhow!("a secret could not be sealed"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    pub(crate) fn open(key: &ServerKey, account_id: AccountId, stored: &[u8]) -> anyhow::Result<Self> {
        let (nonce, sealed) = stored
            .split_first_chunk::<NONCE_BYTES>()
            .context("a sealed secret is cut off")?;
        let payload = Payload {
            msg: sealed,
            aad: account_id.0.as_bytes(),
        };
        let opened = cipher(key, account_id)
            .decrypt(&(*nonce).into(), payload)
            .map_err(|_| anyhow!("a sealed secret does not open with this server's key"))?;
        let bytes: [u8; SECRET_BYTES] = opened
            .as_slice()
            .try_into()
            .context("a sealed secret has another length")?;
        Ok(Self(SecretBox::new(Box::new(bytes))))
    }

    /// For typing it into an app.
    pub(crate) fn text(&self) -> String {
        BASE32_NOPAD.encode(self.0.expose_secret())
    }

    /// The time step whose code was typed: the present one, the one before or the one after.
    pub(crate) fn step_of(&self, typed: &str, now: DateTime<Utc>) -> Option<i64> {
        let typed = digits(typed)?;
        let step = self
            .totp()
            .ok()?
            .check(&typed, u64::try_from(now.timestamp()).ok()?)?;
        i64::try_from(step).ok()
    }

    /// What apps read from a picture or a link, by which account and newsroom are told apart in their lists.
    pub(crate) fn link(&self, newsroom: &str, person: &str) -> String {
        // A colon parts the two.
        let (newsroom, person) = (
            escaped(&newsroom.replace(':', " ")),
            escaped(&person.replace(':', " ")),
        );
        let secret = self.text();
        format!(
            "otpauth://totp/{newsroom}:{person}?secret={secret}&issuer={newsroom}&algorithm=SHA1&digits=6&period=30"
        )
    }

    fn totp(&self) -> anyhow::Result<Totp> {
        let made = Builder::new().with_secret(*self.0.expose_secret()).build();
        made.map_err(|error| anyhow!("a secret that is none: {error:?}"))
    }

    #[cfg(test)]
    pub(crate) fn from_text(text: &str) -> Self {
        let bytes = BASE32_NOPAD.decode(text.as_bytes()).unwrap();
        Self(SecretBox::new(Box::new(bytes.try_into().unwrap())))
    }

    /// What the app shows at a time.
    #[cfg(test)]
    pub(crate) fn code_at(&self, at: DateTime<Utc>) -> String {
        let seconds = u64::try_from(at.timestamp()).unwrap();
        self.totp().unwrap().generate(seconds).to_string()
    }
}

fn cipher(key: &ServerKey, account_id: AccountId) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.derive(PURPOSE, account_id.0.as_bytes()).into())
}

/// Six digits of any of our languages, with or without what stands between them.
fn digits(typed: &str) -> Option<String> {
    let mut plain = String::with_capacity(6);
    for typed in typed.chars().take(60) {
        match typed {
            '0'..='9' => plain.push(typed),
            '٠'..='٩' => plain.push(char::from_digit(u32::from(typed) - u32::from('٠'), 10)?),
            '۰'..='۹' => plain.push(char::from_digit(u32::from(typed) - u32::from('۰'), 10)?),
            between if super::codes::is_between(between) => {}
            _ => return None,
        }
    }
    (plain.len() == 6).then_some(plain)
}

/// As RFC 3986 §2.1 wants it; apps do not read `+` as a space.
fn escaped(text: &str) -> String {
    let escape = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(escape).collect()
}

/// A picture that a phone's camera reads, as the path of an SVG.
pub(crate) struct Qr {
    /// Of each side, in squares.
    pub(crate) side: usize,
    /// One stroke for each row of dark squares.
    pub(crate) path: String,
}

impl Qr {
    /// None when the text is too long: it can be typed then.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let colors = code.to_colors();
        let mut strokes = Vec::new();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, other| one == other) {
                let length = run.len();
                if run.first() == Some(&Color::Dark) {
                    strokes.push(format!("M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET));
                }
                x += length;
            }
        }
        let path = strokes.concat();
        Some(Self {
            side: width + 2 * QUIET,
            path,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn of_the_rfc() -> AppSecret {
        AppSecret(SecretBox::new(Box::new(*b"12345678901234567890")))
    }

    #[test]
    fn codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, cut to six digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(of_the_rfc().code_at(at(seconds)), code);
            assert_eq!(of_the_rfc().step_of(code, at(seconds)), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_counts_from_one_step_before_its_own_to_one_after() {
        let (secret, now) = (of_the_rfc(), 1_800_000_000);
        let code = secret.code_at(at(now));
        for late in [-30, -1, 0, 29, 30, 59] {
            assert_eq!(secret.step_of(&code, at(now + late)), Some(now / 30), "{late}");
        }
        for late in [-31, 60, 3600] {
            assert_eq!(secret.step_of(&code, at(now + late)), None, "{late}");
        }
    }

    #[test]
    fn a_code_may_be_typed_in_the_digits_of_all_our_languages() {
        let secret = of_the_rfc();
        for typed in [
            "287082",
            " 287 082 ",
            "287-082",
            "٢٨٧٠٨٢",
            "۲۸۷۰۸۲",
            "\u{200f}٢٨٧ ٠٨٢",
        ] {
            assert_eq!(secret.step_of(typed, at(59)), Some(1), "{typed}");
        }
        for typed in ["", "28708", "2870820", "28708a", "<script>", "287082; drop"] {
            assert_eq!(secret.step_of(typed, at(59)), None, "{typed}");
        }
    }

    #[test]
    fn a_sealed_secret_opens_for_its_account_and_key_only() {
        let (key, other_key) = (ServerKey::fixed(), ServerKey::parse(&"A".repeat(43)).unwrap());
        let ids = ground::ids::Ids::counting();
        let (ada, bo): (AccountId, AccountId) = (ids.mint(at(0)), ids.mint(at(0)));
        let secret = AppSecret::mint();
        let sealed = secret.seal(&key, ada).unwrap();
        assert_eq!(AppSecret::open(&key, ada, &sealed).unwrap().text(), secret.text());
        assert_ne!(secret.seal(&key, ada).unwrap(), sealed, "no nonce is used twice");
        assert!(AppSecret::open(&key, bo, &sealed).is_err());
        assert!(AppSecret::open(&other_key, ada, &sealed).is_err());
        for end in [0, NONCE_BYTES, sealed.len() - 1] {
            assert!(AppSecret::open(&key, ada, &sealed[..end]).is_err());
        }
        let mut flipped = sealed;
        flipped[30] ^= 1;
        assert!(AppSecret::open(&key, ada, &flipped).is_err());
    }

    #[test]
    fn the_link_names_newsroom_and_person_whatever_their_letters() {
        assert_eq!(
            of_the_rfc().link("Example: News", "ada@example.org"),
            "otpauth://totp/Example%20%20News:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Example%20%20News&algorithm=SHA1&digits=6&period=30"
        );
        let link = of_the_rfc().link("هەواڵ", "ئاڤا & co?");
        assert!(
            link.is_ascii() && link.matches('?').count() == 1 && link.matches('&').count() == 4,
            "{link}"
        );
    }

    #[test]
    fn the_picture_has_white_around_it_and_too_long_a_text_has_none() {
        let qr = Qr::of(&of_the_rfc().link("Example News", "ada@example.org")).unwrap();
        assert!(
            qr.path.starts_with("M4 4h7v1h-7z"),
            "a corner's square: {}",
            &qr.path[..40]
        );
        assert!(qr.side > 40 && qr.path.ends_with('z'));
        assert!(Qr::of(&"a".repeat(5000)).is_none());
    }
}
