//! From a received film or sound to one that can be watched: packed at once where every browser plays it, else encoded
//! by a job of its own while the desk watches what is there.

use std::path::Path;

use anyhow::Context;
use ground::{
    blobs::{BlobKey, PictureFormat, Rendition},
    ids::{MediaId, UploadId},
    jobs::{JobError, TranscodeFilm},
};
use tokio::sync::oneshot;

use super::{
    DECODINGS, Workshop,
    watch::{Stopped, Watch},
};
use crate::{
    decoder::{DecodeError, Rendered, Studio},
    medium::RenditionFacts,
    picture::Reason,
    store::{self, Likeness, Ready, Shown},
    video::{self, Container, Plan, Rung, Step, Streams, Written},
};

/// What became of a film so far.
pub(super) enum Begun {
    Judged(Result<Ready, Reason>),
    /// Another job goes on.
    Later,
}

impl Workshop {
    /// Takes up a film, and ends with it if that is quick. `watched` is let go when it can be watched.
    pub(super) async fn begin_film(
        &self,
        media_id: MediaId,
        container: Container,
        local: &Path,
        watched: oneshot::Sender<()>,
    ) -> Result<Begun, JobError> {
        if store::begin_decoding(&mut *self.pool.acquire().await?, media_id).await? > DECODINGS {
            return Ok(Begun::Judged(Err(Reason::TooHeavy)));
        }
        let outcome = self.try_film(media_id, container, local, watched).await;
        self.judged(media_id, outcome).await
    }

    async fn try_film(
        &self,
        media_id: MediaId,
        container: Container,
        local: &Path,
        watched: oneshot::Sender<()>,
    ) -> Result<Begun, DecodeError> {
        let studio = self.lay_out(container, local).await?;
        let (studio, streams, plan) = studio.pack_if_quick().await?;
        if !plan.is_quick() {
            return Ok(Begun::Later);
        }
        let shown = self.show_first(media_id, &studio, &streams, &plan).await?;
        // Nobody waits for it any more.
        drop(watched);
        let ready = self
            .keep_first(media_id, (&studio, &streams, &plan), shown)
            .await?;
        Ok(Begun::Judged(Ok(ready)))
    }

    /// Lays the file into a folder for the tools, and asks what it is.
    pub(super) async fn look_into(
        &self,
        container: Container,
        local: &Path,
    ) -> Result<(Studio<'_>, Streams, Plan), DecodeError> {
        let studio = self.lay_out(container, local).await?;
        let (streams, plan) = studio.look().await?;
        Ok((studio, streams, plan))
    }

    async fn lay_out(&self, container: Container, local: &Path) -> Result<Studio<'_>, DecodeError> {
        let length = tokio::fs::metadata(local).await.context("the film")?.len();
        self.film_limits.check_length(length)?;
        let studio = self.decoder.studio(container, &self.film_limits)?;
        tokio::fs::rename(local, studio.original())
            .await
            .context("the film")?;
        Ok(studio)
    }

    /// Makes the first rung of what no browser plays as it is.
    pub(super) async fn transcode(&self, job: TranscodeFilm) -> Result<(), JobError> {
        let TranscodeFilm { media_id, upload_id } = job;
        if !store::begin(&mut *self.pool.acquire().await?, media_id).await? {
            return Ok(());
        }
        let Some(evidence) = self.originals.find_stored(media_id).await? else {
            return Err(JobError::Retry(anyhow::anyhow!("the sealed original is gone")));
        };
        let verdict = if store::begin_decoding(&mut *self.pool.acquire().await?, media_id).await? > DECODINGS
        {
            Err(Reason::TooHeavy)
        } else {
            let outcome = self.try_transcode(media_id, upload_id).await;
            match self.judged(media_id, outcome).await? {
                Begun::Judged(verdict) => verdict,
                Begun::Later => return Err(JobError::Later),
            }
        };
        self.conclude((media_id, upload_id), &evidence, verdict).await
    }

    async fn try_transcode(&self, media_id: MediaId, upload_id: UploadId) -> Result<Begun, DecodeError> {
        let folder = tempfile::Builder::new()
            .prefix("original-")
            .tempdir_in(&self.scratch)
            .context("a folder for the film")?;
        let (local, container) = self.fetch_film(upload_id, folder.path()).await?;
        let (studio, mut streams, plan) = self.look_into(container, &local).await?;
        studio.listen(&mut streams).await?;
        let mut watch = Watch::new(self, media_id, &studio, streams.duration_ms);
        let outcome = tokio::select! {
            made = studio.make_first(&streams, &plan) => made.map(|()| None),
            stopped = watch.follow() => stopped.map(Some),
        };
        watch.settle().await?;
        match outcome? {
            Some(Stopped::TakenBack) => return Err(Reason::TakenBack.into()),
            Some(Stopped::Later) => return Ok(Begun::Later),
            None => {}
        }
        let shown = self.show_first(media_id, &studio, &streams, &plan).await?;
        let ready = self
            .keep_first(media_id, (&studio, &streams, &plan), shown)
            .await?;
        Ok(Begun::Judged(Ok(ready)))
    }

    /// The received bytes of a film, and what they are.
    pub(super) async fn fetch_film(
        &self,
        upload_id: UploadId,
        folder: &Path,
    ) -> Result<(std::path::PathBuf, Container), DecodeError> {
        let local = folder.join("original");
        match self.fetch(&BlobKey::incoming(upload_id), &local).await {
            Ok(()) => {}
            Err(JobError::Retry(error) | JobError::Fail(error)) => return Err(error.into()),
            Err(JobError::Later) => return Err(anyhow::anyhow!("the received bytes are not here yet").into()),
        }
        let head = super::head_of(&local).await.context("the film")?;
        let container = video::recognise(&head).ok_or(Reason::UnsupportedType)?;
        Ok((local, container))
    }

    /// What an attempt means for the file: a fault of the machine's, or of who stopped it, is none of the file's.
    async fn judged(
        &self,
        media_id: MediaId,
        outcome: Result<Begun, DecodeError>,
    ) -> Result<Begun, JobError> {
        match outcome {
            Ok(Begun::Later) => {
                store::forget_decodings(&mut *self.pool.acquire().await?, media_id).await?;
                Ok(Begun::Later)
            }
            Ok(begun) => Ok(begun),
            Err(DecodeError::Refused(reason)) => Ok(Begun::Judged(Err(reason))),
            Err(DecodeError::Infrastructure(error)) => Err(self.excuse(media_id, error).await?),
            Err(killed @ DecodeError::Killed(_)) => Err(JobError::Retry(killed.into())),
        }
    }

    /// Puts the first rung into the private bucket. The desk watches it at once.
    async fn show_first(
        &self,
        media_id: MediaId,
        studio: &Studio<'_>,
        streams: &Streams,
        plan: &Plan,
    ) -> Result<Rung, DecodeError> {
        let written = studio.written().ok_or(Reason::Broken)?;
        let rung = self
            .keep_rung(media_id, streams, plan.first, (&written, &studio.rung()))
            .await?;
        let mut tx = ground::db::begin(&self.pool).await.map_err(anyhow::Error::from)?;
        store::film::show_rung(&mut tx, media_id, &rung)
            .await
            .map_err(anyhow::Error::from)?;
        tx.commit().await.map_err(anyhow::Error::from)?;
        Ok(rung)
    }

    /// Puts the poster beside it: that takes longer than the packing did.
    async fn keep_first(
        &self,
        media_id: MediaId,
        (studio, streams, plan): (&Studio<'_>, &Streams, &Plan),
        rung: Rung,
    ) -> Result<Ready, DecodeError> {
        let poster = studio.poster(streams, plan).await?;
        let duration_ms = i32::try_from(rung.milliseconds()).unwrap_or(i32::MAX).max(1);
        let (width, height) = streams
            .video
            .as_ref()
            .map_or((0, 0), |video| (video.width, video.height));
        let (picture, renditions) = match poster {
            Some(rendered) => self.keep_poster(media_id, rendered, (width, height)).await?,
            None => (None, Vec::new()),
        };
        Ok(Ready {
            shown: Shown::Film {
                container: studio.container(),
                duration_ms,
                rung: Box::new(rung),
            },
            picture,
            renditions,
        })
    }

    async fn keep_poster(
        &self,
        media_id: MediaId,
        rendered: Rendered,
        (width, height): (u32, u32),
    ) -> anyhow::Result<(Option<Likeness>, Vec<RenditionFacts>)> {
        let renditions = self.keep_files(media_id, &rendered).await?;
        let likeness = Likeness {
            width: i32::try_from(width)?,
            height: i32::try_from(height)?,
            thumbhash: rendered.thumbhash,
            placeholder: rendered.placeholder,
            sketch: rendered.sketch,
        };
        Ok((Some(likeness), renditions))
    }

    /// Puts one rung into the private bucket, in pieces: it may be large.
    pub(super) async fn keep_rung(
        &self,
        media_id: MediaId,
        streams: &Streams,
        step: Step,
        (written, file): (&Written, &Path),
    ) -> Result<Rung, DecodeError> {
        let listed = written.head_bytes + written.segments.iter().map(|segment| segment.bytes).sum::<u64>();
        let metadata = tokio::fs::symlink_metadata(file)
            .await
            .map_err(|_| Reason::Broken)?;
        if !metadata.is_file() || metadata.len() < listed || written.segments.is_empty() {
            return Err(Reason::Broken.into());
        }
        let mut head = read_head(file, written.head_bytes).await?;
        // What was encoded is upright already.
        let matrix = match step {
            Step::Packed { .. } | Step::Copied { .. } => {
                streams.video.as_ref().and_then(|video| video.matrix.as_ref())
            }
            Step::Encoded { .. } | Step::Sound { .. } => None,
        };
        video::tidy(&mut head, matrix).ok_or(Reason::Broken)?;
        write_head(file, &head).await?;
        let (width, height) = step.size();
        let rung = Rung {
            rendition: Rendition {
                width: step.slot(),
                format: if matches!(step, Step::Sound { .. }) {
                    PictureFormat::M4a
                } else {
                    PictureFormat::M4s
                },
            },
            width: i32::try_from(width).unwrap_or_default(),
            height: i32::try_from(height).unwrap_or_default(),
            codecs: video::codecs(&head),
            head_bytes: written.head_bytes,
            segments: written.segments.clone(),
        };
        let key = BlobKey::rendition(media_id, rung.rendition);
        self.blobs
            .put_file(&key, file, rung.rendition.format.content_type())
            .await
            .map_err(anyhow::Error::from)?;
        Ok(rung)
    }
}

async fn write_head(file: &Path, head: &[u8]) -> Result<(), DecodeError> {
    use tokio::io::AsyncWriteExt as _;
    let mut file = tokio::fs::OpenOptions::new()
        .write(true)
        .open(file)
        .await
        .context("a rung")?;
    file.write_all(head).await.context("a rung")?;
    file.flush().await.context("a rung")?;
    Ok(())
}

async fn read_head(file: &Path, bytes: u64) -> Result<Vec<u8>, DecodeError> {
    use tokio::io::AsyncReadExt as _;
    if bytes > 64 << 10 {
        return Err(Reason::Broken.into());
    }
    let file = tokio::fs::File::open(file).await.context("a rung")?;
    let mut head = Vec::new();
    file.take(bytes).read_to_end(&mut head).await.context("a rung")?;
    Ok(head)
}
