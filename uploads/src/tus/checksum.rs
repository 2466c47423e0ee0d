//! `Upload-Checksum` (tus 1.0.0, checksum): a chunk that came damaged is as if it had not come.

use axum::http::HeaderMap;
use data_encoding::BASE64;
use sha2::Digest as _;

use super::{
    error::TusError,
    headers::{UPLOAD_CHECKSUM, text},
};

/// In the order in which we would choose them.
pub(super) const ALGORITHMS: &str = "sha256,sha1,md5,crc32";

/// The sum of a chunk, on the way, and what it should be.
pub(super) struct Checksum {
    sum: Sum,
    expected: Vec<u8>,
}

enum Sum {
    Sha256(sha2::Sha256),
    Sha1(sha1::Sha1),
    Md5(md5::Md5),
    Crc32(crc32fast::Hasher),
}

impl Checksum {
    /// What a request says about its body.
    pub(super) fn of(headers: &HeaderMap) -> Result<Option<Self>, TusError> {
        let Some(told) = text(headers, &UPLOAD_CHECKSUM) else {
            return Ok(None);
        };
        let (name, value) = told.split_once(' ').ok_or(TusError::ChecksumWrong)?;
        let (sum, length) = match name {
            "sha256" => (Sum::Sha256(sha2::Sha256::default()), 32),
            "sha1" => (Sum::Sha1(sha1::Sha1::default()), 20),
            "md5" => (Sum::Md5(md5::Md5::default()), 16),
            "crc32" => (Sum::Crc32(crc32fast::Hasher::new()), 4),
            _ => return Err(TusError::ChecksumUnknown),
        };
        let expected = BASE64
            .decode(value.as_bytes())
            .ok()
            .filter(|expected| expected.len() == length)
            .ok_or(TusError::ChecksumWrong)?;
        Ok(Some(Self { sum, expected }))
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        match &mut self.sum {
            Sum::Sha256(sum) => sum.update(bytes),
            Sum::Sha1(sum) => sum.update(bytes),
            Sum::Md5(sum) => sum.update(bytes),
            Sum::Crc32(sum) => sum.update(bytes),
        }
    }

    /// Whether the chunk is what its sender sent.
    pub(super) fn verify(self) -> Result<(), TusError> {
        let sum = match self.sum {
            Sum::Sha256(sum) => sum.finalize().to_vec(),
            Sum::Sha1(sum) => sum.finalize().to_vec(),
            Sum::Md5(sum) => sum.finalize().to_vec(),
            Sum::Crc32(sum) => sum.finalize().to_be_bytes().to_vec(),
        };
        if sum == self.expected {
            Ok(())
        } else {
            Err(TusError::ChecksumMismatch)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: &str) -> Result<Option<Checksum>, TusError> {
        let mut headers = HeaderMap::new();
        headers.insert(UPLOAD_CHECKSUM, value.parse().unwrap());
        Checksum::of(&headers)
    }

    /// Sums of "hello", from coreutils and the CRC catalogue.
    #[test]
    fn a_chunk_is_held_to_its_sum_by_each_algorithm() {
        for told in [
            "sha256 LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
            "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=",
            "md5 XUFAKrxLKna5cZ2REBfFkg==",
            "crc32 NhCmhg==",
        ] {
            let mut sum = of(told).unwrap().unwrap();
            sum.update(b"hel");
            sum.update(b"lo");
            assert!(sum.verify().is_ok(), "{told}");
            let mut sum = of(told).unwrap().unwrap();
            sum.update(b"hallo");
            assert!(matches!(sum.verify(), Err(TusError::ChecksumMismatch)), "{told}");
        }
    }

    #[test]
    fn what_cannot_be_a_sum_is_refused() {
        assert!(matches!(of("sha512 AAAA"), Err(TusError::ChecksumUnknown)));
        for wrong in [
            "sha1",
            "sha1 ",
            "sha1 !!!!",
            "sha1 AAAA",
            "SHA1  AAAA",
            "../../etc/passwd x",
        ] {
            assert!(of(wrong).is_err(), "{wrong}");
        }
    }
}
