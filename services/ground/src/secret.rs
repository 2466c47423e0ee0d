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
            create_private(file, BASE64URL_NOPAD.encode(&random::<32>()).as_bytes())?;
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

/// Writes a file for nobody but this program's user (mode 0600), and its folder when there is none. A file that is
/// there already stays as it is: of two processes that start at once, the first one's word stands for both.
///
/// # Errors
/// When it cannot be written.
pub fn create_private(file: &Path, text: &[u8]) -> anyhow::Result<()> {
    write_private(file, text, |fresh| match std::fs::hard_link(fresh, file) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    })
}

/// The same in place of what is there. A reader, and a process that is killed, sees the old text or the new one.
///
/// # Errors
/// When it cannot be written.
pub fn replace_private(file: &Path, text: &[u8]) -> anyhow::Result<()> {
    write_private(file, text, |fresh| std::fs::rename(fresh, file))
}

fn write_private(
    file: &Path,
    text: &[u8],
    place: impl FnOnce(&Path) -> std::io::Result<()>,
) -> anyhow::Result<()> {
    let folder = file.parent().context("the key file has no folder")?;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    let mut fresh = file.as_os_str().to_owned();
    fresh.push(format!(".{}", token()));
    let fresh = Path::new(&fresh);
    let write = || {
        let mut out = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(fresh)?;
        out.write_all(text)?;
        out.sync_all()?;
        place(fresh)
    };
    let written = write();
    // Renamed, it is not there any more; linked or failed, it is not wanted.
    let _ = std::fs::remove_file(fresh);
    written
        .and_then(|()| std::fs::File::open(folder)?.sync_all())
        .with_context(|| format!("cannot write {}", file.display()))
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

    #[test]
    fn a_private_file_is_nobody_elses_is_made_once_and_replaced_whole() {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::env::temp_dir().join(format!("bepart-private-{}", token()));
        let file = folder.join("a.key");
        create_private(&file, b"first").unwrap();
        create_private(&file, b"second").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"first");
        replace_private(&file, b"third").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"third");
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(
            std::fs::read_dir(&folder).unwrap().count(),
            1,
            "nothing lies beside it"
        );
        std::fs::remove_dir_all(folder).unwrap();
    }
}
