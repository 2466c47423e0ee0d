//! What a film gets once it can be watched: pictures to leaf through, a waveform, and a rung for every network.

use std::time::Duration;

use ground::{
    blobs::BlobKey,
    ids::MediaId,
    jobs::{self, JobError, MakeLadder, TranscodeFilm},
};

use super::{DECODINGS, Workshop, watch::Stopped};
use crate::{
    decoder::{DecodeError, Studio},
    store::{self, film::Leafing},
    video::{Plan, Rung, Streams},
};

/// Between two looks whether something else goes first.
const BETWEEN: Duration = Duration::from_secs(1);

/// How much of a ladder may be made and still be thrown away for a film that nobody can watch yet, in percent.
const CHEAP: u64 = 50;

/// How the work ended.
enum Ended {
    Well(Vec<Rung>),
    /// Without a ladder: nobody wants one, or the film has none.
    Without,
    Later,
}

impl Workshop {
    /// Makes all that is still missing of a film that can be watched.
    pub(super) async fn make_ladder(&self, job: MakeLadder) -> Result<(), JobError> {
        let MakeLadder { media_id, upload_id } = job;
        if !store::film::is_making(&mut *self.pool.acquire().await?, media_id).await? {
            return Ok(());
        }
        let ended = if store::begin_decoding(&mut *self.pool.acquire().await?, media_id).await? > DECODINGS {
            tracing::warn!(media.id = %media_id, "a film stays without its other rungs: making them ended badly thrice");
            Ended::Without
        } else {
            match self.try_ladder(&job).await {
                Ok(ended) => ended,
                Err(DecodeError::Refused(reason)) => {
                    tracing::warn!(media.id = %media_id, reason = reason.code(), "a film stays without its other rungs");
                    Ended::Without
                }
                Err(DecodeError::Infrastructure(error)) => {
                    store::forget_decodings(&mut *self.pool.acquire().await?, media_id).await?;
                    return Err(JobError::Retry(error));
                }
                Err(killed @ DecodeError::Killed(_)) => return Err(JobError::Retry(killed.into())),
            }
        };
        let rungs = match ended {
            Ended::Well(rungs) => rungs,
            Ended::Without => Vec::new(),
            Ended::Later => {
                store::forget_decodings(&mut *self.pool.acquire().await?, media_id).await?;
                return Err(JobError::Later);
            }
        };
        let mut tx = ground::db::begin(&self.pool).await?;
        let pieces = store::film::finish(&mut tx, (media_id, upload_id), &rungs).await?;
        tx.commit().await?;
        tracing::info!(media.id = %media_id, rungs.count = rungs.len(), "a film has its rungs");
        self.forget_pieces(media_id, pieces).await
    }

    /// Deletes what the desk watched by while the first rung was made.
    pub(super) async fn forget_pieces(&self, media_id: MediaId, pieces: usize) -> Result<(), JobError> {
        if pieces == 0 {
            return Ok(());
        }
        for number in 0..=u32::try_from(pieces).unwrap_or(u32::MAX) {
            self.blobs.delete(&BlobKey::piece(media_id, number)).await?;
        }
        Ok(())
    }

    async fn try_ladder(&self, job: &MakeLadder) -> Result<Ended, DecodeError> {
        let MakeLadder { media_id, upload_id } = *job;
        if let Some(stopped) = self.is_stopped(media_id).await? {
            return Ok(stopped.into());
        }
        let folder = tempfile::Builder::new()
            .prefix("original-")
            .tempdir_in(&self.scratch)
            .map_err(anyhow::Error::from)?;
        let (local, container) = self.fetch_film(upload_id, folder.path()).await?;
        let (studio, mut streams, plan) = self.look_into(container, &local).await?;
        tokio::select! {
            made = self.leaf_through(media_id, &studio, &streams, &plan) => made?,
            stopped = self.wait_for_stop(media_id) => return Ok(stopped?.into()),
        }
        if plan.ladder.is_empty() {
            return Ok(Ended::Without);
        }
        studio.listen(&mut streams).await?;
        tokio::select! {
            made = studio.make_ladder(&streams, &plan.ladder) => made?,
            stopped = self.wait_for_stop(media_id) => return Ok(stopped?.into()),
            () = self.wait_for_another(&studio, &streams, &plan) => return Ok(Ended::Later),
        }
        let mut rungs = Vec::with_capacity(plan.ladder.len());
        for &step in &plan.ladder {
            let (written, file) = studio.written_of(step).ok_or(crate::Reason::Broken)?;
            rungs.push(
                self.keep_rung(media_id, &streams, step, (&written, &file))
                    .await?,
            );
        }
        Ok(Ended::Well(rungs))
    }

    /// Makes the sheet, the waveform and the sketches, and shows them at once.
    async fn leaf_through(
        &self,
        media_id: MediaId,
        studio: &Studio<'_>,
        streams: &Streams,
        plan: &Plan,
    ) -> Result<(), DecodeError> {
        let mut leafing = Leafing::default();
        let leaves = studio.leaves(streams, plan.sprite.as_ref()).await?;
        if let (Some(sheet), Some((file, _))) = (plan.sprite, &leaves.sheet) {
            let rendition = self.keep_file(media_id, file).await?;
            leafing.sheet = Some((sheet, rendition));
        }
        leafing.frames = leaves.frames;
        leafing.waveform = studio.waveform(streams).await?.map(|waveform| waveform.0);
        let mut tx = ground::db::begin(&self.pool).await.map_err(anyhow::Error::from)?;
        store::film::set_leafing(&mut tx, media_id, &leafing)
            .await
            .map_err(anyhow::Error::from)?;
        tx.commit().await.map_err(anyhow::Error::from)?;
        Ok(())
    }

    async fn wait_for_stop(&self, media_id: MediaId) -> Result<Stopped, DecodeError> {
        loop {
            if let Some(stopped) = self.is_stopped(media_id).await? {
                return Ok(stopped);
            }
            tokio::select! {
                () = self.stop.cancelled() => return Ok(Stopped::Later),
                () = tokio::time::sleep(BETWEEN) => {}
            }
        }
    }

    /// Waits until a film that nobody can watch yet waits, too, and little is lost by letting it go first.
    async fn wait_for_another(&self, studio: &Studio<'_>, streams: &Streams, plan: &Plan) {
        loop {
            tokio::time::sleep(BETWEEN).await;
            let made = plan.ladder.first().and_then(|step| studio.written_of(*step));
            let made: u64 = made.map_or(0, |(written, _)| {
                written
                    .segments
                    .iter()
                    .map(|segment| u64::from(segment.milliseconds))
                    .sum()
            });
            let cheap = streams.duration_ms.is_some_and(|all| made * 100 < all * CHEAP);
            let Ok(mut conn) = self.pool.acquire().await else {
                continue;
            };
            if cheap && jobs::is_due::<TranscodeFilm>(&mut conn).await.unwrap_or(false) {
                return;
            }
        }
    }
}

impl From<Stopped> for Ended {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::TakenBack => Self::Without,
            Stopped::Later => Self::Later,
        }
    }
}
