//! Randomness, keyed hashes and the server's own key.

use std::{
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
};

use anyhow::Context;
use data_encoding::BASE64URL_NOPAD;

/// Random bytes from the operating system.
///
/// # Panics
/// When the operating system has no randomness to give: nothing safe can be done then.
#[expect(clippy::expect_used, reason = "without randomness every promise is void")]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// 256 random bits as text that fits a cookie, a link or a form field.
pub fn token() -> String {
    BASE64URL_NOPAD.encode(&random::<32>())
}

/// What is stored of a token: its BLAKE3 hash. Tokens carry 256 random bits, so no salt or slowness is needed.
pub fn token_hash(token: &str) -> Vec<u8> {
    blake3::hash(token.as_bytes()).as_bytes().to_vec()
}

/// Compares without telling by its time how much was alike.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    use subtle::ConstantTimeEq;
    a.ct_eq(b).into()
}

/// The server's own key: 256 bits in a file beside the database, never in it.
#[derive(Clone)]
pub struct ServerKey([u8; 32]);

impl std::fmt::Debug for ServerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerKey(…)")
    }
}

impl ServerKey {
    /// A key for tests.
    pub fn fixed() -> Self {
        Self([7; 32])
    }

    /// Reads the key, or makes one at the first start.
    ///
    /// # Errors
    /// When the file cannot be read or written, or holds something else.
    pub fn load_or_create(file: &Path) -> anyhow::Result<Self> {
        if !file.exists() {
            let folder = file.parent().context("the key file has no folder")?;
            std::fs::DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(folder)?;
            let fresh = tempfile_beside(file);
            let mut out = std::fs::OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(true)
                .mode(0o600)
                .open(&fresh)
                .with_context(|| format!("cannot write {}", fresh.display()))?;
            out.write_all(BASE64URL_NOPAD.encode(&random::<32>()).as_bytes())?;
            out.sync_all()?;
            std::fs::rename(&fresh, file)?;
            std::fs::File::open(folder)?.sync_all()?;
        }
        let text =
            std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        Self::parse(&text).with_context(|| format!("{} does not hold a key of ours", file.display()))
    }

    /// Reads a key given as text: 32 bytes in base64url without padding.
    ///
    /// # Errors
    /// When the text is something else.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.trim().as_bytes())?;
        Ok(Self(bytes.as_slice().try_into().context("a key has 32 bytes")?))
    }

    /// 32 bytes that only this server can make of `input`; `purpose` keeps one use apart from another.
    pub fn derive(&self, purpose: &str, input: &[u8]) -> [u8; 32] {
        let key = blake3::derive_key(purpose, &self.0);
        *blake3::keyed_hash(&key, input).as_bytes()
    }
}

fn tempfile_beside(file: &Path) -> std::path::PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_read_again() {
        let folder = std::env::temp_dir().join(format!("bepart-key-{}", token()));
        let file = folder.join("server.key");
        let first = ServerKey::load_or_create(&file).unwrap();
        let second = ServerKey::load_or_create(&file).unwrap();
        assert_eq!(first.derive("a", b"x"), second.derive("a", b"x"));
        assert_ne!(first.derive("a", b"x"), first.derive("b", b"x"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
