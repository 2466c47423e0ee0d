//! What a file tells about itself, read by a child.

use std::{path::Path, time::Duration};

use anyhow::Context;
use serde::de::DeserializeOwned;

use super::{DecodeError, Decoder, PANICKED, blame, private_folder};
use crate::{
    Credentials, Facts,
    child::{Mode, reading_bytes},
    picture::{MIB, Reason},
    sandbox::{End, Group},
};

/// The longest answer that a child may give, in bytes: the most facts there are, of the longest texts.
const ANSWER_BYTES: u64 = 512 * 1024;

impl Decoder {
    /// What the file `input` tells about itself, and which places are near to where it says that it was taken. It may be
    /// of any kind, also one of which no rendition comes.
    ///
    /// # Errors
    /// [`DecodeError::Refused`] is about the file and final; [`DecodeError::Infrastructure`] is not.
    pub async fn facts(&self, input: &Path) -> Result<Facts, DecodeError> {
        let mut facts: Facts = self.telling(Mode::Facts, input).await?;
        if facts.is_sound() {
            Ok(facts)
        } else {
            Err(Reason::Broken.into())
        }
    }

    /// What the Content Credentials of the file `input` are worth.
    ///
    /// # Errors
    /// As [`Decoder::facts`].
    pub async fn credentials(&self, input: &Path) -> Result<Credentials, DecodeError> {
        let credentials: Credentials = self.telling(Mode::Credentials, input).await?;
        if credentials.is_sound() {
            Ok(credentials)
        } else {
            Err(Reason::Broken.into())
        }
    }

    async fn telling<T: DeserializeOwned>(&self, mode: Mode, input: &Path) -> Result<T, DecodeError> {
        let length = tokio::fs::metadata(input)
            .await
            .context("the file to read")?
            .len();
        let need_mib = reading_bytes(mode, length).div_ceil(MIB);
        let dir = private_folder(&self.scratch)?;
        let _share = self.share(u32::try_from(need_mib).unwrap_or(u32::MAX)).await?;
        let command = self.command(mode, input, dir.path()).await?;
        let patience = Duration::from_secs(self.limits.wall_seconds);
        let (status, answer) = match Group::run(command, patience, ANSWER_BYTES).await? {
            End::OutOfTime => return Err(Reason::TooHeavy.into()),
            // It may have been stopped at its next word.
            End::Ended(_, answer) if answer.len() as u64 >= ANSWER_BYTES => return Err(Reason::Broken.into()),
            End::Ended(status, answer) => (blame(status)?, answer),
        };
        match status.code() {
            // A child that was taken over may say anything.
            Some(0) => Ok(serde_json::from_slice(&answer).map_err(|_| Reason::Broken)?),
            Some(PANICKED) => Err(Reason::Broken.into()),
            code => Err(anyhow::anyhow!("the child ended with status {code:?}").into()),
        }
    }
}
