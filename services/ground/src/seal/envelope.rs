//! What lies in the database for each sealed object: its key, and which object it is the key of.

use std::io::{Read, Write};

use age::{
    Decryptor, Encryptor,
    armor::{ArmoredReader, ArmoredWriter, Format},
};
use data_encoding::HEXLOWER;
use secrecy::{ExposeSecret, zeroize::Zeroizing};

use super::{Identity, ObjectKey, Recipient};
use crate::ids::{MediaId, SealId};

/// An open envelope takes some 300 bytes.
const CLEAR_MAX: u64 = 4 << 10;

/// The key of an object, and what it was when it was sealed. Who changes any of it, or puts the envelope of one
/// medium to another, is found out when it is opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// Whose original.
    pub media_id: MediaId,
    /// Which object of that medium.
    pub seal_id: SealId,
    /// Of the clear bytes.
    pub size: u64,
    /// Of the clear bytes (FIPS 180-4).
    pub sha256: [u8; 32],
    /// Opens the object.
    pub key: ObjectKey,
}

/// Why an envelope did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnwrapError {
    /// It is for other keys than these.
    #[error("none of the private keys at hand opens it")]
    NoKey,
    /// It is not what was written.
    #[error("the envelope is not what was written")]
    Broken,
}

impl Envelope {
    /// Closes it for `recipients`, any of whom can open it: an age file in letters (RFC 7468). Its clear text is
    /// an identity file, so that `age` alone can open the object: `age -d -i <(age -d -i KEY ENVELOPE) OBJECT`.
    ///
    /// # Errors
    /// When there is no recipient.
    pub fn wrap(&self, recipients: &[Recipient]) -> anyhow::Result<String> {
        let clear = Zeroizing::new(format!(
            "# Be Part original 1\n# media {}\n# seal {}\n# size {}\n# sha256 {}\n{}\n",
            self.media_id,
            self.seal_id,
            self.size,
            HEXLOWER.encode(&self.sha256),
            self.key.0.secret().expose_secret(),
        ));
        let all = recipients
            .iter()
            .map(|recipient| &recipient.0 as &dyn age::Recipient);
        let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
        let mut writer = Encryptor::with_recipients(all)?.wrap_output(armor)?;
        writer.write_all(clear.as_bytes())?;
        Ok(String::from_utf8(writer.finish()?.finish()?)?)
    }

    /// Opens what [`Envelope::wrap`] closed, with any of these keys.
    ///
    /// # Errors
    /// [`UnwrapError::NoKey`] when it is for others; [`UnwrapError::Broken`] when it was changed.
    pub fn unwrap(wrapped: &str, identities: &[Identity]) -> Result<Self, UnwrapError> {
        let broken = |_| UnwrapError::Broken;
        let decryptor = Decryptor::new_buffered(ArmoredReader::new(wrapped.as_bytes())).map_err(broken)?;
        let all = identities
            .iter()
            .map(|identity| &identity.0 as &dyn age::Identity);
        let reader = decryptor.decrypt(all).map_err(|error| match error {
            age::DecryptError::NoMatchingKeys => UnwrapError::NoKey,
            _ => UnwrapError::Broken,
        })?;
        let mut clear = Zeroizing::new(String::new());
        let read = reader.take(CLEAR_MAX).read_to_string(&mut clear);
        read.map_err(|_| UnwrapError::Broken)?;
        Self::parse(&clear).ok_or(UnwrapError::Broken)
    }

    pub(super) fn parse(clear: &str) -> Option<Self> {
        let mut lines = clear.strip_prefix("# Be Part original 1\n")?.lines();
        let mut fact = |name: &str| {
            lines
                .next()?
                .strip_prefix("# ")?
                .strip_prefix(name)?
                .strip_prefix(' ')
        };
        Some(Self {
            media_id: fact("media")?.parse().ok()?,
            seal_id: fact("seal")?.parse().ok()?,
            size: fact("size")?.parse().ok()?,
            sha256: HEXLOWER
                .decode(fact("sha256")?.as_bytes())
                .ok()?
                .try_into()
                .ok()?,
            key: ObjectKey(lines.next()?.parse().ok()?),
        })
    }
}
