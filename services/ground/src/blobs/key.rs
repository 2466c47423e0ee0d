//! The names of objects. Made from our own ids only: nothing that a client sent can become part of one.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;

use super::name::{PictureFormat, PublicName, Rendition};
use crate::ids::{MediaId, SealId, UploadId};

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
    /// See [`BlobKey::growing`].
    Growing(UploadId, i64, u32),
    /// See [`BlobKey::original`].
    Original(MediaId),
    /// See [`BlobKey::sealed`].
    Sealed(MediaId, SealId),
    /// See [`BlobKey::rendition`].
    Rendition(MediaId, Rendition),
    /// See [`BlobKey::piece`].
    Piece(MediaId, u32),
    /// See [`BlobKey::public`].
    Public(PublicName, Rendition),
}

impl From<ListedKey> for BlobKey {
    fn from(named: ListedKey) -> Self {
        match named {
            ListedKey::Incoming(upload) => Self::private(format!("incoming/{upload}"), None),
            ListedKey::Growing(upload, fence, number) => {
                Self::private(format!("growing/{upload}_{fence}_{number}"), None)
            }
            ListedKey::Original(media) => Self::private(format!("originals/{media}"), None),
            ListedKey::Sealed(media, seal) => Self::private(format!("originals/{media}_{seal}"), None),
            ListedKey::Rendition(media, Rendition { width, format }) => {
                Self::private(format!("media/{media}/{width}-{}", format.ext()), Some(format))
            }
            ListedKey::Piece(media, number) => {
                Self::private(format!("media/{media}/live_{number}"), Some(PictureFormat::M4s))
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

    /// Bytes of an upload that is not whole yet. Private, `growing/<upload>_<fence>_<number>`.
    pub fn growing(upload: UploadId, fence: i64, number: u32) -> Self {
        ListedKey::Growing(upload, fence, number).into()
    }

    /// What was sent, as earlier versions kept it: not sealed. Private, `originals/<media>`.
    pub fn original(media: MediaId) -> Self {
        ListedKey::Original(media).into()
    }

    /// The evidence: what was sent, sealed by one attempt ([`crate::seal`]). Private, `originals/<media>_<seal>`.
    pub fn sealed(media: MediaId, seal: SealId) -> Self {
        ListedKey::Sealed(media, seal).into()
    }

    /// A clean copy for the desk. Private, `media/<media>/<width>-<format>`.
    pub fn rendition(media: MediaId, rendition: Rendition) -> Self {
        ListedKey::Rendition(media, rendition).into()
    }

    /// A piece of a film that is being made. Private, `media/<media>/live_<number>`.
    pub fn piece(media: MediaId, number: u32) -> Self {
        ListedKey::Piece(media, number).into()
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
            (Bucket::Private, "growing") => {
                let (rest, number) = name.rsplit_once('_')?;
                let (upload, fence) = rest.rsplit_once('_')?;
                ListedKey::Growing(upload.parse().ok()?, fence.parse().ok()?, number.parse().ok()?)
            }
            (Bucket::Private, "originals") => match name.split_once('_') {
                Some((media, seal)) => ListedKey::Sealed(media.parse().ok()?, seal.parse().ok()?),
                None => ListedKey::Original(name.parse().ok()?),
            },
            (Bucket::Private, "media") => {
                let (media, rendition) = name.split_once('/')?;
                match rendition.strip_prefix("live_") {
                    Some(number) => ListedKey::Piece(media.parse().ok()?, number.parse().ok()?),
                    None => ListedKey::Rendition(media.parse().ok()?, Rendition::parse(rendition, '-')?),
                }
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

    fn one_of_each() -> [ListedKey; 7] {
        let id = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_00ff);
        [
            ListedKey::Incoming(UploadId(id)),
            ListedKey::Growing(UploadId(id), 3, 7),
            ListedKey::Original(MediaId(id)),
            ListedKey::Sealed(MediaId(id), SealId(id)),
            ListedKey::Rendition(MediaId(id), SMALL),
            ListedKey::Piece(MediaId(id), 12),
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
            format!("originals/{id}_"),
            format!("originals/{id}_{id}_{id}"),
            format!("originals/{id}_{}", id.to_uppercase()),
            format!("media/{id}"),
            format!("media/{id}/064-webp"),
            format!("media/{id}/+64-webp"),
            format!("media/{id}/99999-webp"),
            format!("media/{id}/64-gif"),
            format!("media/{id}/live_+1"),
            format!("media/{id}/live_01"),
            format!("media/{id}/live_"),
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
}
