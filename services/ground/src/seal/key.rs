//! Keys as people and files write them: `age1…` is public, `AGE-SECRET-KEY-1…` is not.

use std::{fmt, str::FromStr};

use data_encoding::HEXLOWER;
use secrecy::{ExposeSecret, SecretString};

/// What a key is called where it must not stand itself: 64 bits of a hash of its public part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(String);

impl KeyId {
    /// As in the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is no such key. It is not repeated: it may be nearly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongKey {
    /// Not a public key.
    #[error("not a public key as `age-keygen` prints it (age1…)")]
    Recipient,
    /// Not a private key.
    #[error("not a private key as `age-keygen` writes it (AGE-SECRET-KEY-1…)")]
    Identity,
    /// No key at all.
    #[error("there is no private key in it (AGE-SECRET-KEY-1…)")]
    Nothing,
}

/// The public part of a key: whom something is sealed for.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(pub(super) age::x25519::Recipient);

impl Recipient {
    /// What it is called.
    pub fn id(&self) -> KeyId {
        let hash = blake3::hash(self.to_string().as_bytes());
        KeyId(HEXLOWER.encode(hash.as_bytes().first_chunk::<8>().map_or(&[], |bytes| bytes)))
    }
}

impl FromStr for Recipient {
    type Err = WrongKey;

    fn from_str(text: &str) -> Result<Self, WrongKey> {
        text.trim().parse().map(Self).map_err(|_| WrongKey::Recipient)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({})", self.id())
    }
}

/// A private key: opens what was sealed for its [`Recipient`].
#[derive(Clone)]
pub struct Identity(pub(super) age::x25519::Identity);

impl Identity {
    /// A new one.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// Its public part.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// As a line of a key file.
    pub fn secret(&self) -> SecretString {
        self.0.to_string()
    }

    /// All keys in a text, in order: a key file (where `#` begins a remark), or keys parted by white space.
    ///
    /// # Errors
    /// When something else stands there, or nothing at all.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, WrongKey> {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        let keys: Vec<Self> = lines
            .flat_map(str::split_whitespace)
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        if keys.is_empty() {
            return Err(WrongKey::Nothing);
        }
        Ok(keys)
    }
}

impl FromStr for Identity {
    type Err = WrongKey;

    fn from_str(text: &str) -> Result<Self, WrongKey> {
        text.trim().parse().map(Self).map_err(|_| WrongKey::Identity)
    }
}

impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (self.secret(), other.secret());
        crate::secret::same(own.expose_secret().as_bytes(), other.expose_secret().as_bytes())
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({})", self.recipient().id())
    }
}
