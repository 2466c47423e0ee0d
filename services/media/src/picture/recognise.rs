//! What a file is, by its first bytes alone: names and declared types are claims, not facts.

use serde::{Deserialize, Serialize};

/// How many first bytes [`recognise`] needs.
pub(crate) const HEAD_BYTES: usize = 12;

/// The formats a contribution's picture may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "picture_kind", rename_all = "lowercase")]
pub enum Kind {
    /// ITU-T T.81.
    Jpeg,
    /// ISO/IEC 15948.
    Png,
    /// RFC 9649.
    WebP,
}

/// Recognises a picture by the first [`HEAD_BYTES`] bytes of its file; all that is not on the list is `None`.
pub fn recognise(head: &[u8]) -> Option<Kind> {
    match head {
        [0xFF, 0xD8, 0xFF, ..] => Some(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::WebP),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_three_formats_on_the_list_are_recognised() {
        assert_eq!(recognise(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0"), Some(Kind::Jpeg));
        assert_eq!(recognise(b"\x89PNG\r\n\x1a\n\0\0\0\x0d"), Some(Kind::Png));
        assert_eq!(recognise(b"RIFF\x24\0\0\0WEBPVP8 "), Some(Kind::WebP));
        let others: [&[u8]; 16] = [
            b"",
            b"\xFF\xD8",
            b"GIF89a\x01\0\x01\0",
            b"II*\0\x08\0\0\0",
            b"MM\0*\0\0\0\x08",
            b"BM\x46\0\0\0\0\0",
            b"\0\0\0\x18ftypheic",
            b"\0\0\0\x20ftypavif",
            b"\0\0\0\x18ftypmp42",
            b"<svg xmlns='http://www.w3.org/2000/svg'>",
            b"%PDF-1.7\n",
            b"PK\x03\x04\x14\0",
            b"<!doctype html>",
            b"#EXTM3U\n",
            b"RIFF\x24\0\0\0AVI LIST",
            b"X5O!P%@AP[4\\PZX54(P^)7CC)7}",
        ];
        for other in others {
            assert_eq!(recognise(other), None, "{other:?}");
        }
    }
}
