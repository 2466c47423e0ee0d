//! From received bytes to a verdict: ready with clean renditions, or refused with a reason.
//!
//! Objects are written first, rows second, in one transaction that only the first run wins. Renditions have keys
//! made of the medium's id, so that a second run writes the same ones again; the original is sealed under a name of
//! its own by each attempt, and its row says which one counts ([`crate::originals`]). Nothing here decodes: that is
//! done by a child process ([`crate::Decoder`]).

mod ladder;
mod sketch;
#[cfg(test)]
mod tests;
mod video;
mod watch;

use std::{
    io,
    path::{Path, PathBuf},
};

use anyhow::Context;
use bytes::Bytes;
use futures_util::Stream;
use ground::{
    blobs::{Blob, BlobKey, Blobs, Bucket, ListedKey, pieces_of},
    clock::Clock,
    ids::{MediaId, UploadId},
    jobs::{
        self, IngestUpload, JobError, MakeLadder, Runners, SealOriginal, SketchMedium, SweepMedia,
        TranscodeFilm,
    },
};
use sqlx::PgPool;
use tokio::{io::AsyncReadExt, sync::oneshot};
use tokio_util::sync::CancellationToken;

use self::video::Begun;
use crate::{
    Decoder, Originals,
    decoder::{DecodeError, Rendered, RenderedFile},
    medium::RenditionFacts,
    originals::Evidence,
    picture::{HEAD_BYTES, Reason},
    store::{self, Likeness, Ready, Shown, sealed::Standing},
    video::FilmLimits,
};

/// How often a file may be decoded without an end.
const DECODINGS: i16 = 3;

/// What this room's workers need.
#[derive(Clone)]
pub struct Workshop {
    /// The database.
    pub pool: PgPool,
    /// Where the bytes are.
    pub blobs: Blobs,
    /// The time.
    pub clock: Clock,
    /// Seals what came.
    pub originals: Originals,
    /// Decodes, in a child process.
    pub decoder: Decoder,
    /// What a film may cost.
    pub film_limits: FilmLimits,
    /// Long work ends when this is cancelled, and begins anew at the next start.
    pub stop: CancellationToken,
    /// A folder for originals on their way to it.
    pub scratch: PathBuf,
    /// How old an object without a row must be to be swept: younger ones may be work under way.
    pub orphan_age: chrono::TimeDelta,
}

/// The work of this room that takes long: an encoder uses all processors, so that there is no sense in two.
pub fn heavy_runners(runners: Runners, shop: &Workshop) -> Runners {
    let (transcode, ladder) = (shop.clone(), shop.clone());
    runners
        .on(move |job: TranscodeFilm| {
            let shop = transcode.clone();
            async move { shop.transcode(job).await }
        })
        .on(move |job: MakeLadder| {
            let shop = ladder.clone();
            async move { shop.make_ladder(job).await }
        })
}

/// All other work of this room.
pub fn runners(runners: Runners, shop: &Workshop) -> Runners {
    let runners = crate::facts_job::runner(runners, shop);
    let (ingest, adopt, sketch, sweep) = (shop.clone(), shop.clone(), shop.clone(), shop.clone());
    runners
        .on(move |job: IngestUpload| {
            let shop = ingest.clone();
            async move { shop.ingest(job).await }
        })
        .on(move |SealOriginal { media_id }| {
            let shop = adopt.clone();
            async move { shop.adopt(media_id).await }
        })
        .on(move |SketchMedium { media_id }| {
            let shop = sketch.clone();
            async move { shop.sketch(media_id).await }
        })
        .on(move |_: SweepMedia| {
            let shop = sweep.clone();
            async move { shop.sweep().await }
        })
}

impl Workshop {
    async fn ingest(&self, IngestUpload { media_id, upload_id }: IngestUpload) -> Result<(), JobError> {
        if !store::begin(&mut *self.pool.acquire().await?, media_id).await? {
            return Ok(());
        }
        let folder = tempfile::Builder::new()
            .prefix("original-")
            .tempdir_in(&self.scratch)?;
        let local = folder.path().join("original");
        self.fetch(&BlobKey::incoming(upload_id), &local).await?;
        // The original is evidence, whatever the verdict will be: it is sealed before one is written.
        let (evidence, verdict) = if let Some(container) = crate::video::recognise(&head_of(&local).await?) {
            // Somebody waits to watch it, so that sealing begins when they can: the disk does one after the other. What is
            // sealed is not what the tools have: whoever breaks them could write to that.
            let (watched, can_be_watched) = oneshot::channel();
            let sealing = async {
                // Not shown after all is no reason to wait, either.
                let _ = can_be_watched.await;
                let received = self.received(upload_id).await?;
                self.sealed_once(media_id, received.stream).await
            };
            let (evidence, begun) =
                tokio::join!(sealing, self.begin_film(media_id, container, &local, watched));
            let evidence = match evidence {
                Ok(evidence) => evidence,
                Err(error) => return Err(self.excuse(media_id, error).await?),
            };
            match begun? {
                Begun::Judged(verdict) => (evidence, verdict),
                Begun::Later => return self.encode_later(media_id, upload_id).await,
            }
        } else {
            let evidence = self.sealed_once(media_id, pieces_of(&local).await?).await?;
            let verdict = match self.decode(media_id, &local).await? {
                Ok(rendered) => Ok(self.keep(media_id, rendered).await?),
                Err(reason) => Err(reason),
            };
            (evidence, verdict)
        };
        self.conclude((media_id, upload_id), &evidence, verdict).await
    }

    /// An attempt that was broken off by a fault of ours does not speak against the file.
    async fn excuse(&self, media_id: MediaId, error: anyhow::Error) -> Result<JobError, JobError> {
        store::forget_decodings(&mut *self.pool.acquire().await?, media_id).await?;
        Ok(JobError::Retry(error))
    }

    /// Leaves a film to the lane of those that take long.
    async fn encode_later(&self, media_id: MediaId, upload_id: UploadId) -> Result<(), JobError> {
        let mut conn = self.pool.acquire().await?;
        jobs::enqueue(&mut conn, &TranscodeFilm { media_id, upload_id }).await?;
        Ok(())
    }

    /// Writes the verdict.
    async fn conclude(
        &self,
        (media_id, upload_id): (MediaId, UploadId),
        evidence: &Evidence,
        verdict: Result<Ready, Reason>,
    ) -> Result<(), JobError> {
        // The verdict lets go of the received bytes, so it is the last moment to find that they are all there is.
        if self.originals.find_stored(media_id).await?.is_none() {
            return Err(JobError::Retry(anyhow::anyhow!("the sealed original is gone")));
        }
        let refused = verdict.as_ref().err().copied();
        let mut tx = ground::db::begin(&self.pool).await?;
        let pieces = store::conclude(
            &mut tx,
            (media_id, upload_id),
            self.clock.now(),
            evidence,
            verdict,
        )
        .await?;
        tx.commit().await?;
        tracing::info!(media.id = %media_id, size_bytes = evidence.size, refused = refused.map(Reason::code), "a file was judged");
        self.forget_pieces(media_id, pieces).await
    }

    /// Decodes. That it began is written down first: a file that kills each decoder, or this whole program, is
    /// refused in the end instead of tried for ever.
    async fn decode(&self, media_id: MediaId, local: &Path) -> Result<Result<Rendered, Reason>, JobError> {
        if store::begin_decoding(&mut *self.pool.acquire().await?, media_id).await? > DECODINGS {
            return Ok(Err(Reason::TooHeavy));
        }
        match self.decoder.render(local).await {
            Ok(rendered) => Ok(Ok(rendered)),
            Err(DecodeError::Refused(reason)) => Ok(Err(reason)),
            Err(DecodeError::Infrastructure(error)) => Err(self.excuse(media_id, error).await?),
            Err(killed @ DecodeError::Killed(_)) => Err(JobError::Retry(killed.into())),
        }
    }

    /// Brings the original here.
    pub(crate) async fn fetch(&self, key: &BlobKey, local: &Path) -> Result<(), JobError> {
        if self.blobs.copy_to_file(key, local).await? {
            Ok(())
        } else {
            Err(JobError::Fail(anyhow::anyhow!("the received bytes are gone")))
        }
    }

    async fn received(&self, upload_id: UploadId) -> anyhow::Result<Blob> {
        let received = self.blobs.get(&BlobKey::incoming(upload_id), None).await?;
        received.context("the received bytes are gone")
    }

    /// Seals an original that an earlier attempt has not sealed.
    async fn sealed_once<S>(&self, media_id: MediaId, clear: S) -> anyhow::Result<Evidence>
    where
        S: Stream<Item = io::Result<Bytes>> + Send + Unpin,
    {
        match self.originals.find_stored(media_id).await? {
            Some(evidence) => Ok(evidence),
            None => self.originals.seal(media_id, clear).await,
        }
    }

    /// Seals what an earlier version kept plain.
    async fn adopt(&self, media_id: MediaId) -> Result<(), JobError> {
        let media = store::list(&mut *self.pool.acquire().await?, &[media_id]).await?;
        match media.first() {
            Some(medium) => Ok(self.originals.adopt(media_id, medium.sha256.as_deref()).await?),
            None => Ok(()),
        }
    }

    /// Puts what was made of a picture into the private bucket.
    async fn keep(&self, media_id: MediaId, rendered: Rendered) -> anyhow::Result<Ready> {
        let renditions = self.keep_files(media_id, &rendered).await?;
        Ok(Ready {
            shown: Shown::Picture(rendered.kind),
            picture: Some(Likeness {
                width: i32::try_from(rendered.width)?,
                height: i32::try_from(rendered.height)?,
                thumbhash: rendered.thumbhash,
                placeholder: rendered.placeholder,
                sketch: rendered.sketch,
            }),
            renditions,
        })
    }

    async fn keep_files(
        &self,
        media_id: MediaId,
        rendered: &Rendered,
    ) -> anyhow::Result<Vec<RenditionFacts>> {
        let mut renditions = Vec::with_capacity(rendered.files.len());
        for file in rendered.files.iter().chain(&rendered.film) {
            renditions.push(self.keep_file(media_id, file).await?);
        }
        Ok(renditions)
    }

    async fn keep_file(&self, media_id: MediaId, file: &RenderedFile) -> anyhow::Result<RenditionFacts> {
        let bytes = tokio::fs::read(&file.path).await?;
        let facts = RenditionFacts {
            rendition: file.rendition,
            width: i32::try_from(file.width)?,
            height: i32::try_from(file.height)?,
            size: i64::try_from(bytes.len())?,
        };
        let key = BlobKey::rendition(media_id, file.rendition);
        self.blobs
            .put_bytes(&key, bytes.into(), file.rendition.format.content_type())
            .await?;
        Ok(facts)
    }

    /// Deletes old private objects that no row names: what a killed worker left behind. Originals that an earlier
    /// version kept plain are to be sealed.
    async fn sweep(&self) -> Result<(), JobError> {
        let before = self.clock.now() - self.orphan_age;
        for prefix in ["originals/", "media/"] {
            let mut pages = self.blobs.old_objects(Bucket::Private, prefix, before);
            while let Some(page) = pages.next().await? {
                let ids: Vec<MediaId> = page.iter().filter_map(medium_of).collect();
                let mut conn = self.pool.acquire().await?;
                let standing = store::sealed::list_standing(&mut conn, &ids).await?;
                for named in page {
                    let Some(media_id) = medium_of(&named) else {
                        continue;
                    };
                    match fate(&named, standing.iter().find(|row| row.media_id == media_id)) {
                        Fate::Kept => {}
                        Fate::Sealed => {
                            let key = format!("seal {media_id}");
                            jobs::enqueue_once(&mut conn, &SealOriginal { media_id }, &key).await?;
                        }
                        Fate::Deleted => self.blobs.delete(&named.into()).await?,
                    }
                }
            }
        }
        Ok(())
    }
}

/// What becomes of an old object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Kept,
    Deleted,
    /// It is an original as earlier versions kept it.
    Sealed,
}

/// `row`: of its medium.
fn fate(named: &ListedKey, row: Option<&Standing>) -> Fate {
    let Some(row) = row else { return Fate::Deleted };
    match named {
        ListedKey::Rendition(..) if !row.is_refused => Fate::Kept,
        ListedKey::Sealed(_, seal_id) if row.seal_id == Some(*seal_id) => Fate::Kept,
        ListedKey::Piece(..) if row.in_pieces => Fate::Kept,
        ListedKey::Original(_) if row.seal_id.is_none() => Fate::Sealed,
        _ => Fate::Deleted,
    }
}

fn medium_of(named: &ListedKey) -> Option<MediaId> {
    match named {
        ListedKey::Original(id)
        | ListedKey::Sealed(id, _)
        | ListedKey::Rendition(id, _)
        | ListedKey::Piece(id, _) => Some(*id),
        ListedKey::Incoming(_) | ListedKey::Growing(..) | ListedKey::Public(..) => None,
    }
}

/// What a file begins with.
async fn head_of(file: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    let file = tokio::fs::File::open(file).await?;
    file.take(HEAD_BYTES as u64).read_to_end(&mut head).await?;
    Ok(head)
}
