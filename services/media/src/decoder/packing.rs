//! Packing what every browser plays as it is: somebody waits for it. It is begun before ffprobe has answered where the
//! file itself lets expect the answer, and counts only if the answer asks for the very same call.

use std::{
    fs::{File, OpenOptions},
    path::Path,
};

use anyhow::Context;

use super::{
    DecodeError,
    video::{Studio, brief, is_file},
};
use crate::{
    picture::{MIB, Reason},
    sandbox::ToolLimits,
    video::{self, Plan, Streams},
};

/// Processor time that packing may take, in seconds: the largest film takes some.
const SECONDS: u64 = 300;

/// Why looking into a file ends what was begun.
enum Instead {
    /// Something else is to be done.
    Planned(Box<(Streams, Plan)>),
    Failed(DecodeError),
}

impl Studio<'_> {
    /// Looks into the file, and makes its first rung if that is quick: then nothing that was written between its pictures
    /// is in it.
    pub(crate) async fn pack_if_quick(mut self) -> Result<(Self, Streams, Plan), DecodeError> {
        let mut packed = None;
        let (streams, plan) = match self.likely_call().await {
            None => self.look().await?,
            Some(call) => {
                let packing = async { Ok(self.pack(&call).await) };
                match tokio::try_join!(self.look_for(&call), packing) {
                    Ok((seen, done)) => {
                        packed = Some(done?);
                        seen
                    }
                    Err(Instead::Planned(seen)) => {
                        if seen.1.is_quick() {
                            // What was ended may be at its last writing.
                            self = self.anew().await?;
                        }
                        *seen
                    }
                    Err(Instead::Failed(error)) => return Err(error),
                }
            }
        };
        if let Some(call) = self.call(&streams, &plan) {
            let packed = match packed {
                Some(packed) => packed,
                None => self.pack(&call).await?,
            };
            if !packed {
                // Not as it should be: ffmpeg takes it apart, unit by unit, and leaves out what is broken.
                self.make_first(&streams, &plan).await?;
            }
        }
        Ok((self, streams, plan))
    }

    /// The call that will probably be asked for.
    async fn likely_call(&self) -> Option<Vec<String>> {
        if self.container != video::Container::Mp4 {
            return None;
        }
        let path = self.original();
        let seen = tokio::task::spawn_blocking(move || video::glance(&mut File::open(path).ok()?));
        Some(video::packing(seen.await.ok()??, self.limits.max_seconds))
    }

    /// The call that is asked for.
    fn call(&self, streams: &Streams, plan: &Plan) -> Option<Vec<String>> {
        let video = streams.video.as_ref().filter(|_| plan.is_quick())?;
        let audio = streams.audio.as_ref().map(|audio| audio.index);
        Some(video::packing((video.index, audio), self.limits.max_seconds))
    }

    /// Looks into the file, and is content with this call only.
    async fn look_for(&self, begun: &[String]) -> Result<(Streams, Plan), Instead> {
        let (streams, plan) = self.look().await.map_err(Instead::Failed)?;
        if self.call(&streams, &plan).as_deref() == Some(begun) {
            Ok((streams, plan))
        } else {
            Err(Instead::Planned(Box::new((streams, plan))))
        }
    }

    /// Whether the call makes a rung, and that is clean.
    async fn pack(&self, call: &[String]) -> Result<bool, DecodeError> {
        let limits = ToolLimits {
            yielding: false,
            keeping: true,
            share_mib: Some(64),
            file_bytes: self.limits.max_bytes + 64 * MIB,
            ..brief(SECONDS)
        };
        match self.run(&[], call, &limits).await {
            Ok(()) => {}
            Err(DecodeError::Refused(Reason::Broken)) => return Ok(false),
            Err(error) => return Err(error),
        }
        let rung = self.rung();
        let clean = tokio::task::spawn_blocking(move || clean(&rung));
        Ok(clean.await.context("cleaning a rung")??)
    }

    /// The same film in another folder.
    async fn anew(self) -> Result<Self, DecodeError> {
        let other = self.decoder.studio(self.container, self.limits)?;
        tokio::fs::rename(self.original(), other.original())
            .await
            .context("the film")?;
        Ok(other)
    }
}

fn clean(rung: &Path) -> anyhow::Result<bool> {
    if !is_file(rung) {
        return Ok(false);
    }
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(rung)
        .context("a rung")?;
    video::blank_notes(&mut file).context("a rung")
}

#[cfg(test)]
mod tests;
