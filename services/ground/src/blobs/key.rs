//! The names of objects. Made from our own ids only: nothing that a client sent can become part of one.

use std::{fmt, str::FromStr};

use data_encoding::BASE64URL_NOPAD;
use sqlx::{
    Decode, Encode, Postgres, Type,
    encode::IsNull,
    error::BoxDynError,
    postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef},
};

use crate::ids::{MediaId, UploadId};

/// Where the check's probes lie for a moment. No sweep of a room knows this folder.
pub(super) const PROBES: &str = "probe/";

/// Who may read an object without asking us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bucket {
    /// Nobody.
    Private,
    /// Everybody who knows its name.
    Public,
}

impl Bucket {
    /// The bucket's name in logs, and its folder on disk.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Public => "public",
        }
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

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
}

impl PictureFormat {
    /// Its name in keys, addresses and the database.
    pub fn ext(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpeg",
        }
    }

    /// Its name in HTTP.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

impl FromStr for PictureFormat {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        match text {
            "webp" => Ok(Self::Webp),
            "jpeg" => Ok(Self::Jpeg),
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
    fn parse(text: &str, between: char) -> Option<Self> {
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

/// The name of one object and the bucket that it is in. Shown without the bucket.
///
/// No key is the folder of another: each ends in an id or in a format, and these are never followed by more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BlobKey {
    bucket: Bucket,
    path: String,
    picture: Option<PictureFormat>,
}

/// What a key found in a bucket stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ListedKey {
    /// See [`BlobKey::incoming`].
    Incoming(UploadId),
    /// See [`BlobKey::original`].
    Original(MediaId),
    /// See [`BlobKey::rendition`].
    Rendition(MediaId, Rendition),
    /// See [`BlobKey::public`].
    Public(PublicName, Rendition),
}

impl From<ListedKey> for BlobKey {
    fn from(named: ListedKey) -> Self {
        match named {
            ListedKey::Incoming(upload) => Self::private(format!("incoming/{upload}"), None),
            ListedKey::Original(media) => Self::private(format!("originals/{media}"), None),
            ListedKey::Rendition(media, Rendition { width, format }) => {
                Self::private(format!("media/{media}/{width}-{}", format.ext()), Some(format))
            }
            ListedKey::Public(name, Rendition { width, format }) => Self {
                bucket: Bucket::Public,
                path: format!("public/{name}-{width}-{}", format.ext()),
                picture: Some(format),
            },
        }
    }
}

impl BlobKey {
    fn private(path: String, picture: Option<PictureFormat>) -> Self {
        Self {
            bucket: Bucket::Private,
            path,
            picture,
        }
    }

    /// Bytes as they come in. Private, `incoming/<upload>`.
    pub fn incoming(upload: UploadId) -> Self {
        ListedKey::Incoming(upload).into()
    }

    /// The evidence: what was sent, untouched. Private, `originals/<media>`.
    pub fn original(media: MediaId) -> Self {
        ListedKey::Original(media).into()
    }

    /// A clean copy for the desk. Private, `media/<media>/<width>-<format>`.
    pub fn rendition(media: MediaId, rendition: Rendition) -> Self {
        ListedKey::Rendition(media, rendition).into()
    }

    /// A clean copy for everybody. Public, `public/<name>-<width>-<format>`.
    pub fn public(name: PublicName, rendition: Rendition) -> Self {
        ListedKey::Public(name, rendition).into()
    }

    /// A name that the check uses once.
    pub(super) fn probe(bucket: Bucket) -> Self {
        Self {
            bucket,
            path: format!("{PROBES}{}", crate::secret::token()),
            picture: None,
        }
    }

    /// Reads back what [`BlobKey::probe`] made.
    pub(super) fn parse_probe(bucket: Bucket, path: &str) -> Option<Self> {
        let token = path.strip_prefix(PROBES)?;
        BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
        Some(Self {
            bucket,
            path: path.to_owned(),
            picture: None,
        })
    }

    /// The bucket it is in.
    pub fn bucket(&self) -> Bucket {
        self.bucket
    }

    /// Its name there: segments of `A-Za-z0-9_-`, parted by `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the object is, where the key alone tells.
    pub(super) fn picture(&self) -> Option<PictureFormat> {
        self.picture
    }

    /// What an object found in a bucket is; `None` when none of our constructors names it so.
    pub fn parse_listed(bucket: Bucket, path: &str) -> Option<ListedKey> {
        let (folder, name) = path.split_once('/')?;
        let listed = match (bucket, folder) {
            (Bucket::Private, "incoming") => ListedKey::Incoming(name.parse().ok()?),
            (Bucket::Private, "originals") => ListedKey::Original(name.parse().ok()?),
            (Bucket::Private, "media") => {
                let (media, rendition) = name.split_once('/')?;
                ListedKey::Rendition(media.parse().ok()?, Rendition::parse(rendition, '-')?)
            }
            (Bucket::Public, "public") => {
                // From the end: a name may have hyphens of its own.
                let (rest, _) = name.rsplit_once('-')?;
                let (public, _) = rest.rsplit_once('-')?;
                let rendition = name.strip_prefix(public)?.strip_prefix('-')?;
                ListedKey::Public(public.parse().ok()?, Rendition::parse(rendition, '-')?)
            }
            _ => return None,
        };
        // Ids are read more generously than we write them (upper case, braces): only our own spelling counts.
        (Self::from(listed.clone()).path == path).then_some(listed)
    }
}

impl fmt::Display for BlobKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const SMALL: Rendition = Rendition {
        width: 64,
        format: PictureFormat::Webp,
    };
    const LARGE: Rendition = Rendition {
        width: 2048,
        format: PictureFormat::Jpeg,
    };

    fn one_of_each() -> [ListedKey; 4] {
        let id = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_00ff);
        [
            ListedKey::Incoming(UploadId(id)),
            ListedKey::Original(MediaId(id)),
            ListedKey::Rendition(MediaId(id), SMALL),
            ListedKey::Public(PublicName::mint(), LARGE),
        ]
    }

    #[test]
    fn every_key_is_read_back_as_what_it_was_made_from() {
        for named in one_of_each() {
            let key = BlobKey::from(named.clone());
            assert_eq!(BlobKey::parse_listed(key.bucket(), key.path()), Some(named));
            assert_eq!(key.to_string(), key.path());
        }
        let hyphens: PublicName = "--AAAAAAAAAAAAAAAAA--A".parse().unwrap();
        let key = BlobKey::public(hyphens.clone(), SMALL);
        assert_eq!(
            BlobKey::parse_listed(Bucket::Public, key.path()),
            Some(ListedKey::Public(hyphens, SMALL))
        );
    }

    #[test]
    fn keys_are_plain_segments_and_none_is_the_folder_of_another() {
        let keys = one_of_each().map(BlobKey::from);
        for key in &keys {
            assert!(key.path().split('/').all(|segment| {
                !segment.is_empty()
                    && segment
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
            }));
            assert!(
                !keys
                    .iter()
                    .any(|other| other.path().starts_with(&format!("{key}/")))
            );
        }
    }

    #[test]
    fn what_no_constructor_would_write_is_not_ours() {
        let id = "01920000-0000-7000-8000-0000000000ff";
        let name = PublicName::mint();
        for path in [
            String::new(),
            "incoming".into(),
            "incoming/".into(),
            format!("Incoming/{id}"),
            format!("incoming/{}", id.to_uppercase()),
            format!("incoming/{}", id.replace('-', "")),
            format!("incoming/{id}/more"),
            format!("incoming/../originals/{id}"),
            format!("media/{id}"),
            format!("media/{id}/064-webp"),
            format!("media/{id}/+64-webp"),
            format!("media/{id}/99999-webp"),
            format!("media/{id}/64-gif"),
            format!("media/{id}/64-webp-webp"),
            format!("public/{name}-64-webp"),
        ] {
            assert_eq!(BlobKey::parse_listed(Bucket::Private, &path), None, "{path}");
        }
        for path in [
            format!("public/{name}"),
            "public/x-64-webp".into(),
            format!("originals/{id}"),
        ] {
            assert_eq!(BlobKey::parse_listed(Bucket::Public, &path), None, "{path}");
        }
    }

    #[test]
    fn a_rendition_has_one_spelling() {
        assert_eq!(
            "640.webp".parse(),
            Ok(Rendition {
                width: 640,
                format: PictureFormat::Webp
            })
        );
        assert_eq!(LARGE.to_string().parse(), Ok(LARGE));
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
