//! A file of a contribution, as the desk shows it: its clean renditions; the original has a door of its own.

use std::{collections::HashMap, fmt::Write as _};

use ground::{
    blobs::{PictureFormat, Rendition},
    ids::{MediaId, SubmissionId},
    lang::{Lang, Message},
    msg,
};
use media::{MediaState, Medium, Sheet};
use sqlx::PgConnection;

use super::film;
use crate::store::desk::{self as store, File};

/// A file with what became of it.
#[derive(Debug)]
pub(crate) struct SentFile {
    /// Whose.
    pub(crate) submission_id: SubmissionId,
    /// Its place among the files, from 1.
    pub(crate) number: i64,
    /// What the sender's device called it: text to show, nothing else.
    pub(crate) name: String,
    /// The number of the file of which this is the original: it was sent small first.
    pub(crate) original_of: Option<i64>,
    pub(crate) medium: Medium,
}

/// A picture in the sizes that there are.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) src: String,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) webp: String,
    pub(crate) jpeg: String,
    /// The largest clean rendition.
    pub(crate) large: String,
}

/// A film or sound as a player gets it.
#[derive(Debug)]
pub(crate) struct Player {
    /// A playlist; none of sound.
    pub(crate) playlist: Option<String>,
    /// One file, for players without playlists; none while it is made.
    pub(crate) plain: Option<String>,
    /// A picture of it.
    pub(crate) poster: Option<String>,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) is_sound: bool,
}

/// What a film is leafed through by.
#[derive(Debug)]
pub(crate) struct Moments {
    pub(crate) src: String,
    pub(crate) sheet: Sheet,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

/// What shows a picture that moves.
#[derive(Debug)]
pub(crate) struct Film {
    pub(crate) src: String,
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// Its first frame.
    pub(crate) poster: String,
}

impl SentFile {
    /// As in class names.
    pub(crate) fn state_code(&self) -> &'static str {
        match self.medium.state {
            MediaState::Waiting => "waiting",
            MediaState::Processing => "processing",
            MediaState::Ready => "ready",
            MediaState::Refused => "refused",
        }
    }

    /// In the words of the desk.
    pub(crate) fn state_words(&self) -> Message {
        match self.medium.state {
            MediaState::Waiting => msg!("desk-file-waiting"),
            MediaState::Processing => msg!("desk-file-processing"),
            MediaState::Ready => msg!("desk-file-ready"),
            MediaState::Refused => msg!("desk-file-refused"),
        }
    }

    /// Whether nothing will come of it.
    pub(crate) fn is_refused(&self) -> bool {
        self.medium.state == MediaState::Refused
    }

    /// Whether the sealed original was found changed or gone.
    pub(crate) fn is_damaged(&self) -> bool {
        let original = self.medium.original.as_ref();
        original.is_some_and(|original| original.damaged_at.is_some())
    }

    /// Where the original can be asked for, once there is one.
    pub(crate) fn original_path(&self) -> Option<String> {
        self.medium.original.as_ref()?;
        Some(super::original::address_of(
            self.submission_id,
            self.medium.media_id,
        ))
    }

    /// For the list: about `width` pixels wide.
    pub(crate) fn thumbnail(&self, width: i32) -> Option<Picture> {
        if !self.medium.is_ready() {
            return None;
        }
        let shown = self.medium.at_least(PictureFormat::Webp, width)?;
        let large = self.medium.at_least(PictureFormat::Webp, 2048)?;
        let address = |rendition: Rendition| address_of(self.medium.media_id, rendition);
        Some(Picture {
            src: address(shown.rendition),
            width: shown.width,
            height: shown.height,
            webp: self.medium.srcset(PictureFormat::Webp, address),
            jpeg: self.medium.srcset(PictureFormat::Jpeg, address),
            large: address(large.rendition),
        })
    }

    /// For the contribution's page.
    pub(crate) fn picture(&self) -> Option<Picture> {
        self.thumbnail(640)
    }

    /// For the contribution's page, of a picture that moves.
    pub(crate) fn film(&self) -> Option<Film> {
        let film = self.medium.at_least(PictureFormat::Mp4, 0)?;
        let poster = self.medium.at_least(PictureFormat::Jpeg, 640)?;
        Some(Film {
            src: address_of(self.medium.media_id, film.rendition),
            width: film.width,
            height: film.height,
            poster: address_of(self.medium.media_id, poster.rendition),
        })
    }

    /// For the contribution's page, of a film or sound: also of one that is being made.
    pub(crate) fn player(&self) -> Option<Player> {
        let medium = &self.medium;
        let beside = |file: &str| format!("/desk/media/{}/{file}", medium.media_id);
        let Some(plain) = medium.ladder.plain() else {
            medium.live_ms.as_ref()?;
            return Some(Player {
                playlist: Some(beside(film::LIVE)),
                plain: None,
                poster: None,
                width: 16,
                height: 9,
                is_sound: false,
            });
        };
        let poster = medium.at_least(PictureFormat::Jpeg, 640);
        let is_sound = plain.is_sound();
        Some(Player {
            playlist: (!is_sound).then(|| beside(film::FILM)),
            plain: Some(address_of(medium.media_id, plain.rendition)),
            poster: poster.map(|poster| address_of(medium.media_id, poster.rendition)),
            width: medium.width.unwrap_or(plain.width),
            height: medium.height.unwrap_or(plain.height),
            is_sound,
        })
    }

    /// Pictures of a film to jump by.
    pub(crate) fn moments(&self) -> Option<Moments> {
        let sheet = self.medium.sheet?;
        let shown = self.medium.at_least(PictureFormat::Sprite, 0)?;
        Some(Moments {
            src: address_of(self.medium.media_id, shown.rendition),
            sheet,
            width: shown.width,
            height: shown.height,
        })
    }

    /// The outline of its sound as the `d` of a path in a box of its number of columns and 64 high.
    pub(crate) fn waveform(&self) -> Option<(usize, String)> {
        let columns = self
            .medium
            .waveform
            .as_ref()
            .filter(|columns| !columns.is_empty())?;
        let mut path = String::new();
        for (place, column) in columns.iter().enumerate() {
            let half = i32::from(*column) / 8;
            let _infallible = write!(path, "M{place}.5 {}V{}", 32 - half.max(1), 32 + half.max(1));
        }
        Some((columns.len(), path))
    }

    /// How far a film is encoded, in percent, while it is.
    pub(crate) fn progress(&self) -> Option<i64> {
        let percent = self.medium.progress.filter(|_| !self.medium.is_ready())?;
        Some(percent.into())
    }

    /// What the page of it should change with: script looks again while it does.
    pub(crate) fn stage(&self) -> String {
        let medium = &self.medium;
        let leafing = medium.sheet.is_some() || medium.waveform.is_some();
        format!("{} {} {leafing}", self.state_code(), medium.is_played())
    }

    /// Whether more will come of it by itself.
    pub(crate) fn is_unfinished(&self) -> bool {
        self.medium.making || matches!(self.medium.state, MediaState::Waiting | MediaState::Processing)
    }

    /// How long a film or sound is: minutes and seconds, or hours before them.
    pub(crate) fn duration(&self, lang: Lang) -> Option<String> {
        let seconds = self.medium.duration_ms?.saturating_add(500) / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        Some(lang.digits(&if hours > 0 {
            format!("{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{minutes}:{seconds:02}")
        }))
    }

    /// The same in seconds, for the player.
    pub(crate) fn seconds(&self) -> Option<String> {
        let milliseconds = self.medium.duration_ms?;
        Some(format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000))
    }

    /// Width and height of the upright original, in words.
    pub(crate) fn dimensions(&self) -> Option<Message> {
        let (width, height) = (self.medium.width?, self.medium.height?);
        Some(
            msg!("desk-file-dimensions")
                .n("width", i64::from(width))
                .n("height", i64::from(height)),
        )
    }

    /// How large the original is, in words.
    pub(crate) fn size_words(&self, lang: Lang) -> Option<Message> {
        let bytes = self.medium.size?;
        Some(if bytes < 1_000_000 {
            msg!("desk-size-kilobytes").n("kilobytes", bytes.div_euclid(1000).max(1))
        } else {
            let tenths = bytes.div_euclid(100_000);
            let megabytes = format!("{}.{}", tenths / 10, tenths % 10);
            msg!("desk-size-megabytes").s("megabytes", lang.digits(&megabytes))
        })
    }
}

/// Where the desk has a rendition.
pub(crate) fn address_of(media_id: MediaId, rendition: Rendition) -> String {
    format!("/desk/media/{media_id}/{rendition}")
}

/// The files of these contributions, each contribution's in the order in which they were sent.
pub(crate) async fn list(conn: &mut PgConnection, of: &[SubmissionId]) -> sqlx::Result<Vec<SentFile>> {
    let files = store::list_files(&mut *conn, of).await?;
    let ids: Vec<MediaId> = files.iter().map(|file| file.media_id).collect();
    let media = media::list(conn, &ids).await?;
    let mut media: HashMap<MediaId, Medium> = media
        .into_iter()
        .map(|medium| (medium.media_id, medium))
        .collect();
    let with_medium = |File {
                           submission_id,
                           position,
                           media_id,
                           client_name,
                           original_of,
                       }| {
        let medium = media.remove(&media_id)?;
        Some(SentFile {
            submission_id,
            number: i64::from(position) + 1,
            name: client_name,
            original_of: original_of.map(|position| i64::from(position) + 1),
            medium,
        })
    };
    Ok(files.into_iter().filter_map(with_medium).collect())
}
