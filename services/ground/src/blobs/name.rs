//! What pictures are called: their encodings, their sizes, and their names in public.

use std::{fmt, str::FromStr};

use data_encoding::BASE64URL_NOPAD;
use sqlx::{
    Decode, Encode, Postgres, Type,
    encode::IsNull,
    error::BoxDynError,
    postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef},
};

/// A text that is no name of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no name of ours")]
pub struct UnknownName;

/// How a clean picture is encoded. In the database: text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum PictureFormat {
    /// Small; for every browser of today.
    Webp,
    /// For the others, and for mail and feeds.
    Jpeg,
    /// Of a picture that moves: a short film without sound (H.264).
    Mp4,
    /// A rung of a film: fragments of H.264 and AAC in one file.
    M4s,
    /// The same of its sound alone.
    M4a,
    /// Many small pictures of a film on one sheet, as JPEG.
    Sprite,
}

impl PictureFormat {
    /// Its name in keys, addresses and the database.
    pub fn ext(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpeg",
            Self::Mp4 => "mp4",
            Self::M4s => "m4s",
            Self::M4a => "m4a",
            Self::Sprite => "sprite",
        }
    }

    /// Its name in HTTP.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg | Self::Sprite => "image/jpeg",
            Self::Mp4 | Self::M4s => "video/mp4",
            Self::M4a => "audio/mp4",
        }
    }
}

impl FromStr for PictureFormat {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        match text {
            "webp" => Ok(Self::Webp),
            "jpeg" => Ok(Self::Jpeg),
            "mp4" => Ok(Self::Mp4),
            "m4s" => Ok(Self::M4s),
            "m4a" => Ok(Self::M4a),
            "sprite" => Ok(Self::Sprite),
            _ => Err(UnknownName),
        }
    }
}

/// One clean copy of a picture. As text, in addresses: `640.webp`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rendition {
    /// Nominal width in pixels.
    pub width: u16,
    /// Its encoding.
    pub format: PictureFormat,
}

impl Rendition {
    pub(super) fn parse(text: &str, between: char) -> Option<Self> {
        let (width, format) = text.split_once(between)?;
        let rendition = Self {
            width: width.parse().ok()?,
            format: format.parse().ok()?,
        };
        // One rendition has one name: no `+640`, no `0640`.
        (rendition.width.to_string() == width).then_some(rendition)
    }
}

impl fmt::Display for Rendition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.width, self.format.ext())
    }
}

impl FromStr for Rendition {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        Self::parse(text, '.').ok_or(UnknownName)
    }
}

/// What a published picture is called: 128 random bits as text, so that it tells nothing and cannot be guessed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublicName(String);

impl PublicName {
    /// A new name.
    pub fn mint() -> Self {
        Self(BASE64URL_NOPAD.encode(&crate::secret::random::<16>()))
    }

    /// The name: 22 characters of `A-Za-z0-9_-`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PublicName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PublicName {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        match BASE64URL_NOPAD.decode(text.as_bytes()) {
            Ok(bits) if bits.len() == 16 => Ok(Self(text.to_owned())),
            _ => Err(UnknownName),
        }
    }
}

// As `sqlx(transparent)` would do it, but for `decode`: a name becomes part of a file's path, so not even
// the database is taken at its word.
impl Type<Postgres> for PublicName {
    fn type_info() -> PgTypeInfo {
        <String as Type<Postgres>>::type_info()
    }

    fn compatible(other: &PgTypeInfo) -> bool {
        <String as Type<Postgres>>::compatible(other)
    }
}

impl PgHasArrayType for PublicName {
    fn array_type_info() -> PgTypeInfo {
        <String as PgHasArrayType>::array_type_info()
    }
}

impl Encode<'_, Postgres> for PublicName {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        <&str as Encode<'_, Postgres>>::encode_by_ref(&self.as_str(), buffer)
    }
}

impl<'r> Decode<'r, Postgres> for PublicName {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(<&str as Decode<'r, Postgres>>::decode(value)?.parse()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rendition_has_one_spelling() {
        let large = Rendition {
            width: 2048,
            format: PictureFormat::Jpeg,
        };
        assert_eq!(
            "640.webp".parse(),
            Ok(Rendition {
                width: 640,
                format: PictureFormat::Webp
            })
        );
        assert_eq!(large.to_string().parse(), Ok(large));
        for text in [
            "",
            "640",
            "640.jpg",
            "0640.webp",
            "+640.webp",
            "640.webp.webp",
            "640-webp",
            "70000.webp",
        ] {
            assert_eq!(text.parse::<Rendition>(), Err(UnknownName), "{text}");
        }
    }

    #[test]
    fn public_names_differ_and_only_128_bits_are_one() {
        assert_ne!(PublicName::mint(), PublicName::mint());
        for text in [
            "",
            "..",
            "../../etc/passwd",
            "AAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAB",
        ] {
            assert_eq!(text.parse::<PublicName>(), Err(UnknownName), "{text}");
        }
    }
}
