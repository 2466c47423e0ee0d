//! The newsroom's keys: where they are, and which of them seals.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use anyhow::Context;
use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};

use super::{Envelope, Identity, KeyId, Recipient, UnwrapError};
use crate::secret;

/// Where the newsroom's private keys are.
#[derive(Clone, Debug)]
pub enum Source {
    /// In a file, which is made at the first start.
    File(PathBuf),
    /// In the configuration: several, parted by white space.
    Text(SecretString),
}

/// Whom originals are sealed for, and where the keys that open them are. Cheap to clone.
///
/// The keys themselves are read anew for each use ([`Keyring::load`]): a running program so follows a rotation
/// that another process began.
#[derive(Clone, Debug)]
pub struct Keyring {
    source: Source,
    offline: Option<Recipient>,
    offline_only: bool,
}

/// Keys as they stand now.
pub struct Keys {
    /// The first one seals; the others still open.
    own: Vec<Identity>,
    offline: Option<Recipient>,
    offline_only: bool,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.recipients().iter().map(Recipient::id))
            .finish()
    }
}

impl Keyring {
    /// Finds the keys, and makes the newsroom's at the first start. `offline` is a key whose private part is
    /// elsewhere. With `offline_only` it is the only one that opens what is sealed from now on.
    ///
    /// # Errors
    /// In words for whoever runs the program, when a key is not one or cannot be read or written.
    pub fn open(source: Source, offline: Option<Recipient>, offline_only: bool) -> anyhow::Result<Self> {
        anyhow::ensure!(
            offline.is_some() || !offline_only,
            "sealing.offline_only needs sealing.offline_recipient: nobody could open what is sealed"
        );
        let ring = Self {
            source,
            offline,
            offline_only,
        };
        if let (Source::File(file), false) = (&ring.source, offline_only)
            && !file.exists()
        {
            // Another process may start at this moment: the first one's key stands.
            secret::create_private(file, key_file(&[Identity::generate()]).as_bytes())?;
        }
        ring.load()?;
        Ok(ring)
    }

    /// The keys as they stand now.
    ///
    /// # Errors
    /// When they cannot be read or are none.
    pub fn load(&self) -> anyhow::Result<Keys> {
        let own = match &self.source {
            Source::Text(text) => Identity::parse_all(text.expose_secret()).context("sealing.key")?,
            // Who seals for the offline key alone may have taken the file away.
            Source::File(file) if self.offline_only && !file.exists() => Vec::new(),
            Source::File(file) => {
                let text = std::fs::read_to_string(file)
                    .map(Zeroizing::new)
                    .with_context(|| format!("cannot read the sealing key {}", file.display()))?;
                Identity::parse_all(&text).with_context(|| file.display().to_string())?
            }
        };
        Ok(Keys {
            own,
            offline: self.offline.clone(),
            offline_only: self.offline_only,
        })
    }

    /// The file of the private keys, where they are in one.
    pub fn file(&self) -> Option<&Path> {
        match &self.source {
            Source::File(file) => Some(file),
            Source::Text(_) => None,
        }
    }

    /// Puts a new key before the old ones, unless that was done before and not ended. Only one process may do so
    /// at a time.
    ///
    /// # Errors
    /// When the keys are not in a file of ours, or it cannot be written.
    pub fn begin_rotation(&self) -> anyhow::Result<()> {
        let keys = self.load()?;
        let file = self.file().context(
            "the key is given by sealing.key: put the new one first there, leave the old one behind it, \
             restart every node, then run `bepart keys rewrap`",
        )?;
        anyhow::ensure!(
            !self.offline_only,
            "originals are sealed for the offline key only: make a new one with age-keygen, set \
             sealing.offline_recipient, and run `bepart keys rewrap` while the server's key can still open them"
        );
        if keys.own.len() == 1 {
            let own: Vec<Identity> = [Identity::generate()].into_iter().chain(keys.own).collect();
            secret::replace_private(file, key_file(&own).as_bytes())?;
        }
        Ok(())
    }

    /// Forgets every key but the first: nothing needs the others any more.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end_rotation(&self) -> anyhow::Result<()> {
        let keys = self.load()?;
        if let (Some(file), [first, _, ..]) = (self.file(), keys.own.as_slice()) {
            secret::replace_private(file, key_file(std::slice::from_ref(first)).as_bytes())?;
        }
        Ok(())
    }
}

/// As `age-keygen` writes it.
fn key_file(keys: &[Identity]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::from(
        "# Opens the originals that readers sent. Back it up, apart from the database. The first key seals;\n\
         # others are being rotated out (`bepart keys rotate`).\n",
    ));
    for key in keys {
        for part in [
            "# public key: ",
            &key.recipient().to_string(),
            "\n",
            key.secret().expose_secret(),
            "\n",
        ] {
            text.push_str(part);
        }
    }
    text
}

impl Keys {
    /// The newsroom's key that seals; none when only the offline key does.
    pub fn current(&self) -> Option<Recipient> {
        let first = self.own.first().filter(|_| !self.offline_only);
        first.map(Identity::recipient)
    }

    /// The key whose private part is elsewhere.
    pub fn offline(&self) -> Option<&Recipient> {
        self.offline.as_ref()
    }

    /// Those that open, the one that seals first.
    pub fn opening(&self) -> impl Iterator<Item = KeyId> {
        self.own.iter().map(|identity| identity.recipient().id())
    }

    /// Whether a key other than the first is still there: a rotation was begun and not ended.
    pub fn is_rotating(&self) -> bool {
        self.own.len() > 1
    }

    /// Everyone for whom is sealed now.
    pub fn recipients(&self) -> Vec<Recipient> {
        self.current().into_iter().chain(self.offline.clone()).collect()
    }

    /// Closes an envelope for everyone for whom is sealed now.
    ///
    /// # Errors
    /// When there is nobody, which [`Keyring::open`] rules out.
    pub fn wrap(&self, envelope: &Envelope) -> anyhow::Result<String> {
        envelope.wrap(&self.recipients())
    }

    /// Opens an envelope with whatever key fits.
    ///
    /// # Errors
    /// See [`Envelope::unwrap`].
    pub fn unwrap(&self, wrapped: &str) -> Result<Envelope, UnwrapError> {
        Envelope::unwrap(wrapped, &self.own)
    }
}
