//! Watching an encoder: what it has made is handed to the desk, and it is stopped when nobody wants it any more.

use std::time::Duration;

use anyhow::Context;
use bytes::Bytes;
use ground::{
    blobs::{BlobKey, PictureFormat},
    ids::MediaId,
};
use tokio::io::{AsyncReadExt, AsyncSeekExt};

use super::Workshop;
use crate::{
    decoder::{DecodeError, Studio},
    picture::MIB,
    store,
    video::Written,
};

/// Between two looks, and as long as there is nothing to be watched.
const BETWEEN: Duration = Duration::from_millis(500);
const SOON: Duration = Duration::from_millis(100);

/// No piece of some seconds is larger, in bytes.
const MOST: u64 = 64 * MIB;

/// Why an encoder is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// Its sender took the film back.
    TakenBack,
    /// The program ends.
    Later,
}

/// One look after another at a first rung that is being made.
pub(super) struct Watch<'a> {
    shop: &'a Workshop,
    media_id: MediaId,
    studio: &'a Studio<'a>,
    duration_ms: Option<u64>,
    handed: usize,
    /// The last piece that was put into the store, or was about to be.
    begun: usize,
    told: i16,
}

impl<'a> Watch<'a> {
    pub(super) fn new(
        shop: &'a Workshop,
        media_id: MediaId,
        studio: &'a Studio<'a>,
        duration_ms: Option<u64>,
    ) -> Self {
        Self {
            shop,
            media_id,
            studio,
            duration_ms,
            handed: 0,
            begun: 0,
            told: -1,
        }
    }

    /// Watches until the encoder is to be stopped.
    pub(super) async fn follow(&mut self) -> Result<Stopped, DecodeError> {
        loop {
            if let Some(stopped) = self.shop.is_stopped(self.media_id).await? {
                return Ok(stopped);
            }
            if let Some(written) = self.studio.written() {
                self.hand_over(&written).await?;
            }
            let between = if self.handed == 0 { SOON } else { BETWEEN };
            tokio::select! {
                () = self.shop.stop.cancelled() => return Ok(Stopped::Later),
                () = tokio::time::sleep(between) => {}
            }
        }
    }

    /// Puts new pieces into the store, the object first, its row second.
    async fn hand_over(&mut self, written: &Written) -> Result<(), DecodeError> {
        let mut offset = written.head_bytes;
        if self.handed == 0 && !written.segments.is_empty() {
            self.put(0, 0, written.head_bytes).await?;
        }
        for (place, segment) in written.segments.iter().enumerate() {
            if place >= self.handed {
                self.put(place + 1, offset, segment.bytes).await?;
            }
            offset += segment.bytes;
        }
        let percent = self.percent(written);
        if written.segments.len() > self.handed || percent != self.told {
            self.handed = written.segments.len();
            self.told = percent;
            let pieces: Vec<i32> = written
                .segments
                .iter()
                .map(|segment| i32::try_from(segment.milliseconds).unwrap_or(i32::MAX))
                .collect();
            let mut conn = self.shop.pool.acquire().await.context("the database")?;
            store::film::set_progress(&mut conn, self.media_id, percent, &pieces)
                .await
                .context("the database")?;
        }
        Ok(())
    }

    fn percent(&self, written: &Written) -> i16 {
        let made: u64 = written
            .segments
            .iter()
            .map(|segment| u64::from(segment.milliseconds))
            .sum();
        match self.duration_ms {
            Some(all @ 1..) => i16::try_from(made * 100 / all).unwrap_or(99).min(99),
            _ => 0,
        }
    }

    /// Deletes what was put into the store when the encoder ended, and has no row.
    pub(super) async fn settle(&self) -> Result<(), DecodeError> {
        let from = if self.handed == 0 { 0 } else { self.handed + 1 };
        for number in from..=self.begun {
            let key = BlobKey::piece(self.media_id, u32::try_from(number).unwrap_or(u32::MAX));
            self.shop.blobs.delete(&key).await.context("the object store")?;
        }
        Ok(())
    }

    async fn put(&mut self, number: usize, offset: u64, bytes: u64) -> Result<(), DecodeError> {
        if bytes > MOST {
            return Ok(());
        }
        self.begun = self.begun.max(number);
        let mut file = tokio::fs::File::open(self.studio.rung())
            .await
            .context("a rung")?;
        file.seek(std::io::SeekFrom::Start(offset))
            .await
            .context("a rung")?;
        let mut piece = Vec::new();
        file.take(bytes).read_to_end(&mut piece).await.context("a rung")?;
        let key = BlobKey::piece(self.media_id, u32::try_from(number).unwrap_or(u32::MAX));
        self.shop
            .blobs
            .put_bytes(&key, Bytes::from(piece), PictureFormat::M4s.content_type())
            .await
            .context("the object store")?;
        Ok(())
    }
}

impl Workshop {
    /// Whether work on a medium is to end now.
    pub(super) async fn is_stopped(&self, media_id: MediaId) -> anyhow::Result<Option<Stopped>> {
        if self.stop.is_cancelled() {
            return Ok(Some(Stopped::Later));
        }
        let unwanted = store::film::is_unwanted(&mut *self.pool.acquire().await?, media_id).await?;
        Ok(unwanted.then_some(Stopped::TakenBack))
    }
}
