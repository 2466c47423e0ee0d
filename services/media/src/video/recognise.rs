//! What film or sound a file is, by its first bytes alone: names and declared types are claims, not facts.

use serde::{Deserialize, Serialize};

/// The containers that a contribution's film or sound may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Container {
    /// ISO/IEC 14496-12 and what it was made of: MP4, QuickTime, 3GP, M4A.
    Mp4,
    /// RFC 9559: Matroska and `WebM`.
    Matroska,
    /// RFC 3533.
    Ogg,
    /// ISO/IEC 11172-3 layer III, bare or behind an ID3 tag.
    Mp3,
    /// RIFF with sound in it.
    Wav,
}

impl Container {
    /// The only reader of ffmpeg's that may look at it: none that follows names to other files.
    pub(crate) fn demuxer(self) -> &'static str {
        match self {
            Self::Mp4 => "mov",
            Self::Matroska => "matroska",
            Self::Ogg => "ogg",
            Self::Mp3 => "mp3",
            Self::Wav => "wav",
        }
    }
}

/// Recognises a film or sound by the first 64 bytes of its file; all that is not on the list is `None`.
pub fn recognise(head: &[u8]) -> Option<Container> {
    match head {
        [_, _, _, _, b'f', b't', b'y', b'p', major @ ..] => by_brand(*major.first_chunk()?),
        // QuickTime before it had brands begins with any of its boxes.
        [0, _, _, _, b'm', b'o', b'o', b'v', ..]
        | [0, _, _, _, b'w', b'i', b'd', b'e', ..]
        | [_, _, _, _, b'm', b'd', b'a', b't', ..] => Some(Container::Mp4),
        [0x1A, 0x45, 0xDF, 0xA3, rest @ ..] => {
            let names = |name: &[u8]| rest.windows(name.len()).any(|window| window == name);
            (names(b"webm") || names(b"matroska")).then_some(Container::Matroska)
        }
        [b'O', b'g', b'g', b'S', 0, ..] => Some(Container::Ogg),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Some(Container::Wav),
        [b'I', b'D', b'3', 2..=4, ..] => Some(Container::Mp3),
        // A frame's header: layer III, a bit rate and a sampling rate that there are.
        [0xFF, second, third, ..]
            if second & 0xE6 == 0xE2 && third & 0xF0 != 0xF0 && third >> 4 != 0 && third & 0x0C != 0x0C =>
        {
            Some(Container::Mp3)
        }
        _ => None,
    }
}

/// The brands under which phones, cameras and messengers write films and sound (the registration authority's list,
/// mp4ra.org). Pictures are recognised elsewhere, and first.
fn by_brand(major: [u8; 4]) -> Option<Container> {
    let known = match &major {
        // Every release of 3GPP and 3GPP2 has a digit of its own.
        [b'3', b'g', ..]
        | b"isom"
        | b"iso2"
        | b"iso3"
        | b"iso4"
        | b"iso5"
        | b"iso6"
        | b"iso7"
        | b"iso8"
        | b"iso9"
        | b"avc1"
        | b"hvc1"
        | b"dash"
        | b"cmfc"
        | b"cmf2"
        | b"mp41"
        | b"mp42"
        | b"mp71"
        | b"MSNV"
        | b"XAVC"
        | b"mmp4"
        | b"M4V "
        | b"M4VH"
        | b"M4VP"
        | b"M4A "
        | b"M4B "
        | b"qt  "
        | b"av01"
        | b"dby1" => true,
        _ => false,
    };
    known.then_some(Container::Mp4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn films_and_sound_are_recognised() {
        for (head, container) in [
            (&b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"[..], Container::Mp4),
            (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Container::Mp4),
            (b"\0\0\0\x18ftyp3gp4\0\0\0\0isom3gp4", Container::Mp4),
            (b"\0\0\0\x08wide\0\x01\0\0mdat", Container::Mp4),
            (
                b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm",
                Container::Matroska,
            ),
            (b"\x1a\x45\xdf\xa3\xa3B\x82\x88matroska", Container::Matroska),
            (b"OggS\0\x02\0\0", Container::Ogg),
            (b"RIFF\x24\0\0\0WAVEfmt ", Container::Wav),
            (b"ID3\x03\0\0\0\0\0\0", Container::Mp3),
            (b"\xff\xfb\x90\x64\0\0", Container::Mp3),
        ] {
            assert_eq!(recognise(head), Some(container), "{head:?}");
        }
    }

    #[test]
    fn pictures_playlists_and_everything_else_are_not() {
        let others: [&[u8]; 14] = [
            b"",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom",
            b"\0\0\0\x18ftypjp2 \0\0\0\0jp2 ",
            b"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n",
            b"<?xml version=\"1.0\"?><MPD>",
            b"ffconcat version 1.0\nfile x",
            b"RIFF\x24\0\0\0AVI LIST",
            b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84other",
            b"\xff\xd8\xff\xe0\0\x10JFIF",
            b"\xff\xff\xff\xff",
            b"\xff\xfb\xf0\x00",
            b"FLV\x01\x05\0\0\0\x09",
            b"G@\0\x10\0\0\xb0\x0d",
        ];
        for other in others {
            assert_eq!(recognise(other), None, "{other:?}");
        }
    }
}
