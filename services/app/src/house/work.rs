//! What the house does behind the doors: decoding, and jobs.

use std::sync::Arc;

use anyhow::Context;
use chrono::TimeDelta;
use ground::jobs::Runners;
use tokio_util::sync::CancellationToken;

use super::House;

impl House {
    /// What decodes strangers' files.
    ///
    /// # Errors
    /// When its scratch folder cannot be made.
    pub fn decoder(&self) -> anyhow::Result<media::Decoder> {
        let media_config = &self.config.media;
        let limits = media::Limits {
            max_pixels: media_config.max_pixels,
            max_side: media_config.max_side,
            max_bytes: self.config.limits.file_bytes,
            ..media::Limits::default()
        };
        let scratch = self.scratch();
        std::fs::create_dir_all(&scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
        let program = std::env::current_exe().context("cannot find this program itself")?;
        Ok(media::Decoder::new(
            program,
            scratch,
            limits,
            media_config.memory_mib,
        ))
    }

    /// Who does which job: the usual ones, and those that use all processors, one at a time. Long work ends when `stop`
    /// is cancelled. Ready once the decoders' sandbox has passed its self-test.
    ///
    /// # Errors
    /// When something broke out: then nothing may be decoded, and no job is done.
    pub async fn runners(&self, stop: CancellationToken) -> anyhow::Result<(Runners, Runners)> {
        let decoder = self.decoder()?;
        match decoder.self_test().await {
            Ok(weak) => {
                for leak in weak {
                    tracing::warn!(%leak, "the decoders' sandbox lacks a layer; `bepart doctor` says what to do");
                }
            }
            Err(leaks) => {
                for leak in leaks {
                    tracing::error!(%leak, "the decoders' sandbox is not safe");
                }
                anyhow::bail!(
                    "the worker does not start: the decoders' sandbox is not safe here; `bepart doctor` says what to do"
                );
            }
        }
        let orphan_age = TimeDelta::minutes(self.config.sweep.orphan_minutes);
        let workshop = media::Workshop {
            pool: self.pool.clone(),
            blobs: self.blobs.clone(),
            clock: self.clock.clone(),
            originals: self.originals.clone(),
            decoder,
            film_limits: media::FilmLimits {
                max_bytes: self.config.limits.upload_bytes,
                max_seconds: self.config.media.max_film_seconds,
                ..media::FilmLimits::default()
            },
            stop,
            scratch: self.scratch(),
            orphan_age,
        };
        let heavy = media::heavy_runners(Runners::default(), &workshop);
        let runners = media::runners(Runners::default(), &workshop);
        let runners = uploads::runners(runners, &self.acceptor(), orphan_age);
        let runners = review::runners(
            runners,
            self.pool.clone(),
            self.mail.clone(),
            Arc::clone(&self.site),
            self.clock.clone(),
            self.ids.clone(),
        );
        let runners = review::retention_runners(runners, self.originals.clone());
        let runners = publishing::runners(runners, self.publishing(), orphan_age);
        let runners = comments::runners(runners, &self.comments(), &self.mail);
        let runners = accounts::runners(runners, &self.accounts(), self.mail.clone());
        Ok((runners, heavy))
    }
}
