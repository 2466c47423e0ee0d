//! From received bytes to a verdict: ready with clean renditions, or refused with a reason.
//!
//! Objects are written first, under keys made of the medium's id, so that a second run writes the same ones
//! again; rows second, in one transaction that only the first run wins. Nothing here decodes: that is done
//! by a child process ([`crate::Decoder`]).

use std::path::{Path, PathBuf};

use anyhow::Context;
use futures_util::TryStreamExt;
use ground::{
    blobs::{BlobKey, Blobs, Bucket, ListedKey},
    clock::Clock,
    ids::MediaId,
    jobs::{IngestUpload, JobError, Runners, SweepMedia},
};
use sha2::{Digest, Sha256};
use sqlx::PgPool;
use tokio::io::AsyncWriteExt;

use crate::{
    Decoder,
    decoder::{DecodeError, Rendered},
    medium::RenditionFacts,
    picture::Reason,
    store::{self, Evidence, Ready},
};

/// What this room's workers need.
#[derive(Clone)]
pub struct Workshop {
    /// The database.
    pub pool: PgPool,
    /// Where the bytes are.
    pub blobs: Blobs,
    /// The time.
    pub clock: Clock,
    /// Decodes, in a child process.
    pub decoder: Decoder,
    /// A folder for originals on their way to it.
    pub scratch: PathBuf,
    /// How old an object without a row must be to be swept: younger ones may be work under way.
    pub orphan_age: chrono::TimeDelta,
}

/// The work of this room.
pub fn runners(runners: Runners, shop: &Workshop) -> Runners {
    let (ingest, sweep) = (shop.clone(), shop.clone());
    runners
        .on(move |job: IngestUpload| {
            let shop = ingest.clone();
            async move { shop.ingest(job).await }
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
        let evidence = self.fetch(&BlobKey::incoming(upload_id), &local).await?;
        let verdict = match self.decoder.render(&local).await {
            Ok(rendered) => Ok(self.keep(media_id, rendered).await?),
            Err(DecodeError::Refused(reason)) => Err(reason),
            Err(DecodeError::Infrastructure(error)) => return Err(JobError::Retry(error)),
        };
        // The original is evidence, whatever the verdict: sealed away from the public, untouched.
        self.blobs
            .copy(&BlobKey::incoming(upload_id), &BlobKey::original(media_id))
            .await?;
        let refused = verdict.as_ref().err().copied();
        let mut tx = self.pool.begin().await?;
        let ids = (media_id, upload_id);
        store::conclude(&mut tx, ids, self.clock.now(), &evidence, verdict).await?;
        tx.commit().await?;
        tracing::info!(media.id = %media_id, size_bytes = evidence.size, refused = refused.map(Reason::code), "a file was judged");
        Ok(())
    }

    /// Brings the original here, a piece at a time, hashing as it goes.
    async fn fetch(&self, key: &BlobKey, local: &Path) -> Result<Evidence, JobError> {
        let Some(mut blob) = self.blobs.get(key, None).await? else {
            return Err(JobError::Fail(anyhow::anyhow!("the received bytes are gone")));
        };
        let mut file = tokio::fs::File::create(local)
            .await
            .context("cannot write to the scratch folder")?;
        let (mut hash, mut size) = (Sha256::new(), 0_i64);
        while let Some(piece) = blob.stream.try_next().await? {
            hash.update(&piece);
            size += i64::try_from(piece.len()).unwrap_or_default();
            file.write_all(&piece).await?;
        }
        file.flush().await?;
        Ok(Evidence {
            sha256: hash.finalize().into(),
            size,
        })
    }

    /// Puts the clean renditions into the private bucket.
    async fn keep(&self, media_id: MediaId, rendered: Rendered) -> anyhow::Result<Ready> {
        let mut renditions = Vec::with_capacity(rendered.files.len());
        for file in &rendered.files {
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
            renditions.push(facts);
        }
        Ok(Ready {
            kind: rendered.kind,
            width: i32::try_from(rendered.width)?,
            height: i32::try_from(rendered.height)?,
            thumbhash: rendered.thumbhash,
            placeholder: rendered.placeholder,
            renditions,
        })
    }

    /// Deletes old private objects that no row names: what a killed worker left behind.
    async fn sweep(&self) -> Result<(), JobError> {
        let before = self.clock.now() - self.orphan_age;
        for prefix in ["originals/", "media/"] {
            let mut after = None;
            loop {
                let page = self.blobs.list(Bucket::Private, prefix, after, 500).await?;
                let Some(last) = page.last() else { break };
                after = Some(last.path.clone());
                let old: Vec<(MediaId, BlobKey)> = page
                    .iter()
                    .filter(|listed| listed.modified_at < before)
                    .filter_map(
                        |listed| match BlobKey::parse_listed(Bucket::Private, &listed.path)? {
                            ListedKey::Original(id) => Some((id, BlobKey::original(id))),
                            ListedKey::Rendition(id, rendition) => {
                                Some((id, BlobKey::rendition(id, rendition)))
                            }
                            ListedKey::Incoming(_) | ListedKey::Growing(..) | ListedKey::Public(..) => None,
                        },
                    )
                    .collect();
                let ids: Vec<MediaId> = old.iter().map(|(id, _)| *id).collect();
                let known = store::list_known(&mut *self.pool.acquire().await?, &ids).await?;
                for (_, key) in old.into_iter().filter(|(id, _)| !known.contains(id)) {
                    self.blobs.delete(&key).await?;
                }
            }
        }
        Ok(())
    }
}
