//! What a file is, by its first bytes alone: names and declared types are claims, not facts.

use serde::{Deserialize, Serialize};

/// How many first bytes [`recognise`] needs: with fewer, some files that list many brands are not recognised.
pub(crate) const HEAD_BYTES: usize = 64;

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
    /// `GIF87a` or `GIF89a`.
    Gif,
    /// ISO/IEC 23008-12 with HEVC inside.
    Heic,
    /// ISO/IEC 23008-12 with AV1 inside.
    Avif,
}

/// Recognises a picture by the first [`HEAD_BYTES`] bytes of its file; all that is not on the list is `None`.
pub fn recognise(head: &[u8]) -> Option<Kind> {
    match head {
        [0xFF, 0xD8, 0xFF, ..] => Some(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Kind::Gif),
        [a, b, c, d, b'f', b't', b'y', b'p', brands @ ..] => {
            let length = u32::from_be_bytes([*a, *b, *c, *d]).checked_sub(8)?;
            let length = usize::try_from(length).ok()?.min(brands.len());
            by_brands(brands.get(..length)?)
        }
        _ => None,
    }
}

/// ISO base media: a brand, a version, and all brands that the file goes by (ISO/IEC 14496-12, 4.3).
///
/// The first brand tells what a file is in the first place: one of a film is no picture, though films may go by
/// a picture's brand besides, for their cover.
fn by_brands(brands: &[u8]) -> Option<Kind> {
    let (brands, _) = brands.as_chunks::<4>();
    let (major, [_, others @ ..]) = brands.split_first()? else {
        return None;
    };
    kind_of(*major).or_else(|| match major {
        // Pictures of any codec.
        b"mif1" | b"mif2" | b"miaf" | b"msf1" => others.iter().find_map(|&brand| kind_of(brand)),
        _ => None,
    })
}

fn kind_of(brand: [u8; 4]) -> Option<Kind> {
    match &brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs" => Some(Kind::Heic),
        b"avif" | b"avis" => Some(Kind::Avif),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_formats_on_the_list_are_recognised() {
        assert_eq!(recognise(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0"), Some(Kind::Jpeg));
        assert_eq!(recognise(b"\x89PNG\r\n\x1a\n\0\0\0\x0d"), Some(Kind::Png));
        assert_eq!(recognise(b"RIFF\x24\0\0\0WEBPVP8 "), Some(Kind::WebP));
        assert_eq!(recognise(b"GIF89a\x01\0\x01\0"), Some(Kind::Gif));
        assert_eq!(recognise(b"GIF87a\x01\0\x01\0"), Some(Kind::Gif));
        let others: [&[u8]; 14] = [
            b"",
            b"\xFF\xD8",
            b"GIF88a\x01\0\x01\0",
            b"II*\0\x08\0\0\0",
            b"MM\0*\0\0\0\x08",
            b"BM\x46\0\0\0\0\0",
            b"<svg xmlns='http://www.w3.org/2000/svg'>",
            b"%PDF-1.7\n",
            b"PK\x03\x04\x14\0",
            b"<!doctype html>",
            b"#EXTM3U\n",
            b"RIFF\x24\0\0\0AVI LIST",
            b"\0\0\x01\0\x01\0\x10\x10",
            b"X5O!P%@AP[4\\PZX54(P^)7CC)7}",
        ];
        for other in others {
            assert_eq!(recognise(other), None, "{other:?}");
        }
    }

    #[test]
    fn a_file_of_boxes_is_a_picture_by_its_first_brand_or_if_that_is_general_by_another() {
        assert_eq!(recognise(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Some(Kind::Heic));
        assert_eq!(recognise(b"\0\0\0\x18ftypheix\0\0\0\0mif1heix"), Some(Kind::Heic));
        assert_eq!(recognise(b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf"), Some(Kind::Avif));
        assert_eq!(
            recognise(b"\0\0\0\x1cftypmif1\0\0\0\0mif1miafavif"),
            Some(Kind::Avif)
        );
        assert_eq!(recognise(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"), Some(Kind::Heic));
        assert_eq!(recognise(b"\0\0\0\x18ftypmsf1\0\0\0\0msf1hevc"), Some(Kind::Heic));
    }

    #[test]
    fn films_and_broken_brands_are_no_pictures() {
        let others: [&[u8]; 9] = [
            b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
            b"\0\0\0\x18ftypisom\0\0\0\0isomavc1",
            b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
            b"\0\0\0\x183gp4\0\0\0\0isom3gp4",
            b"\0\0\0\x1cftypmp42\0\0\0\0mp42heicmif1",
            b"\0\0\0\x18ftypmif1\0\0\0\0mif1jpeg",
            b"\0\0\0\x10ftypmif1\0\0\0\0heicheic",
            b"\0\0\0\x07ftypheic\0\0\0\0heic",
            b"\0\0\0\x18ftyp",
        ];
        for other in others {
            assert_eq!(recognise(other), None, "{other:?}");
        }
    }
}
