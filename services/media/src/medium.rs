//! A medium as others see it: its state, its facts, its clean renditions.

use chrono::{DateTime, Utc};
use ground::{
    blobs::{PictureFormat, Rendition},
    ids::{MediaId, UploadId},
    lang::Message,
};

use crate::{
    picture::Reason,
    video::{Ladder, so_far},
};

/// Where a medium stands (DESIGN §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "media_state", rename_all = "snake_case")]
pub enum MediaState {
    /// Its bytes are here; no worker has looked yet.
    Waiting,
    /// A worker is at it.
    Processing,
    /// Clean renditions exist.
    Ready,
    /// No rendition will come of it; there is a reason.
    Refused,
}

/// What a medium is for who sees or hears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "medium_kind", rename_all = "snake_case")]
pub enum MediumKind {
    /// Standing, or moving without sound.
    Picture,
    /// Pictures and perhaps sound.
    Film,
    /// Sound alone.
    Sound,
}

/// Small pictures of a film on one sheet, row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// How many.
    pub tiles: i16,
    /// Side by side.
    pub columns: i16,
    /// From one to the next in the film, in milliseconds.
    pub every_ms: i32,
}

/// A medium and all that may be shown of it. Of the original only that it is there: see [`crate::Originals`].
#[derive(Clone, Debug)]
pub struct Medium {
    /// Which.
    pub media_id: MediaId,
    /// Made of these bytes.
    pub upload_id: UploadId,
    /// Where it stands.
    pub state: MediaState,
    /// What it is, once that is known.
    pub kind: Option<MediumKind>,
    /// Why it was refused.
    pub refused: Option<Reason>,
    /// Of the upright original, in pixels.
    pub width: Option<i32>,
    /// Of the upright original, in pixels.
    pub height: Option<i32>,
    /// Of the original's bytes (FIPS 180-4).
    pub sha256: Option<Vec<u8>>,
    /// Of the original, in bytes.
    pub size: Option<i64>,
    /// A tiny WebP to show while the picture loads.
    pub placeholder: Option<Vec<u8>>,
    /// The sealed original, once there is one.
    pub original: Option<Original>,
    /// Clean copies, narrowest first.
    pub renditions: Vec<RenditionFacts>,
    /// Of a film or sound, in milliseconds.
    pub duration_ms: Option<i32>,
    /// How much of a film is encoded so far, in percent.
    pub progress: Option<i16>,
    /// The pieces of a film that can be watched while it is encoded, in milliseconds each.
    pub live_ms: Option<Vec<i32>>,
    /// More is being made of a film that can be watched already.
    pub making: bool,
    /// How loud a sound is where, from 0 to 255.
    pub waveform: Option<Vec<u8>>,
    /// What a film is leafed through by.
    pub sheet: Option<Sheet>,
    /// Of a film or sound: its rungs.
    pub ladder: Ladder,
}

/// How the sealed original stands.
#[derive(Clone, Copy, Debug)]
pub struct Original {
    /// Since when it is sealed.
    pub sealed_at: DateTime<Utc>,
    /// Since when it is known to be changed or gone.
    pub damaged_at: Option<DateTime<Utc>>,
}

/// A clean copy.
#[derive(Clone, Copy, Debug)]
pub struct RenditionFacts {
    /// Which: nominal width and format.
    pub rendition: Rendition,
    /// As it is, in pixels.
    pub width: i32,
    /// As it is, in pixels.
    pub height: i32,
    /// In bytes.
    pub size: i64,
}

impl Medium {
    /// Whether clean renditions exist.
    pub fn is_ready(&self) -> bool {
        self.state == MediaState::Ready
    }

    /// Whether it is a film or a sound, finished or not.
    pub fn is_played(&self) -> bool {
        matches!(self.kind, Some(MediumKind::Film | MediumKind::Sound))
            || self.live_ms.is_some()
            || !self.ladder.0.is_empty()
    }

    /// The playlist of the pieces that can be watched while the rest is encoded, at the addresses that `address` gives
    /// their numbers.
    pub fn live_playlist(&self, address: impl Fn(usize) -> String) -> Option<String> {
        Some(so_far(self.live_ms.as_ref()?, address))
    }

    /// Why it was refused, in words for contributor and editor alike.
    pub fn refusal(&self) -> Option<Message> {
        self.refused.map(Reason::message)
    }

    /// The placeholder as the address of a picture (RFC 2397).
    pub fn placeholder_url(&self) -> Option<String> {
        let bytes = self.placeholder.as_ref()?;
        Some(format!(
            "data:image/webp;base64,{}",
            data_encoding::BASE64.encode(bytes)
        ))
    }

    /// SHA-256 in hexadecimal.
    pub fn sha256_hex(&self) -> Option<String> {
        self.sha256
            .as_ref()
            .map(|hash| data_encoding::HEXLOWER.encode(hash))
    }

    /// The value of a `srcset` attribute: every rendition of the format at the address that `url` gives it.
    pub fn srcset(&self, format: PictureFormat, url: impl Fn(Rendition) -> String) -> String {
        let of_format = self
            .renditions
            .iter()
            .filter(|facts| facts.rendition.format == format);
        of_format
            .map(|facts| format!("{} {}w", url(facts.rendition), facts.width))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The rendition of the format that is at least `width` pixels wide, or the widest there is.
    pub fn at_least(&self, format: PictureFormat, width: i32) -> Option<&RenditionFacts> {
        let mut of_format = self
            .renditions
            .iter()
            .filter(|facts| facts.rendition.format == format);
        let fitting = of_format.clone().find(|facts| facts.width >= width);
        fitting.or_else(|| of_format.next_back())
    }
}
