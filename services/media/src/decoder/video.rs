//! Films and sound: ffmpeg and ffprobe, shut in, on one stranger's file.

use std::{
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use anyhow::Context;
use ground::blobs::{PictureFormat, Rendition};
use tempfile::TempDir;

use super::{DecodeError, Decoder, Rendered, RenderedFile, private_folder};
use crate::{
    likeness::{FRAME_SIDE, Frame, keep_frames},
    picture::{MIB, Reason},
    sandbox::{Input, Tool, ToolLimits},
    video::{
        self, Container, FilmLimits, LADDER_LIST, LIST, ORIGINAL, Plan, SpriteSheet, Step, Streams, Waveform,
        Written,
    },
};

/// What the desk leafs through a film by.
const SPRITE: Rendition = Rendition {
    width: 1,
    format: PictureFormat::Sprite,
};

/// Address space of a run of ffmpeg, in bytes: threads take most of it, and touch little.
const ADDRESSES: u64 = 2048 * MIB;

/// Threads that a run of ffmpeg may have: each of five encoders has some.
const THREADS: u32 = 96;

/// A folder with one stranger's film in it, and the programs that work on it there.
pub(crate) struct Studio<'a> {
    pub(super) decoder: &'a Decoder,
    folder: TempDir,
    pub(super) container: Container,
    pub(super) limits: &'a FilmLimits,
}

/// What is made of a film's key frames.
#[derive(Default)]
pub(crate) struct Leaves {
    /// The sheet of small pictures, and the folder with which it goes.
    pub(crate) sheet: Option<(RenderedFile, TempDir)>,
    /// Of the film's shots, those that tell it from others.
    pub(crate) frames: Vec<Frame>,
}

impl Decoder {
    /// A folder for a film. Its file is to be laid at [`Studio::original`].
    pub(crate) fn studio<'a>(
        &'a self,
        container: Container,
        limits: &'a FilmLimits,
    ) -> anyhow::Result<Studio<'a>> {
        Ok(Studio {
            decoder: self,
            folder: private_folder(&self.scratch)?,
            container,
            limits,
        })
    }
}

impl Studio<'_> {
    /// Where the film is.
    pub(crate) fn original(&self) -> PathBuf {
        self.folder.path().join(ORIGINAL)
    }

    /// What it came in.
    pub(crate) fn container(&self) -> Container {
        self.container
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Looks into the file, and says what is to be made of it.
    pub(crate) async fn look(&self) -> Result<(Streams, Plan), DecodeError> {
        let tool = Tool::ffprobe(self.container.demuxer(), &video::probing(), Input::File(ORIGINAL))?;
        let limits = ToolLimits {
            memory_bytes: 768 * MIB,
            cpu_seconds: 5,
            wall: Duration::from_secs(10),
            threads: THREADS,
            share_mib: Some(64),
            ..ToolLimits::default()
        };
        let answer = self
            .decoder
            .tool(&tool, self.folder.path(), Stdio::null(), &limits)
            .await?;
        let streams = video::parse_probe(&answer, self.limits)?;
        let plan = video::plan(&streams);
        Ok((streams, plan))
    }

    /// Finds how loud the sound is, if there is any: it is encoded as loud as others are. What cannot be heard stays as
    /// loud as it is.
    pub(crate) async fn listen(&self, streams: &mut Streams) -> Result<(), DecodeError> {
        let Some(audio) = &mut streams.audio else {
            return Ok(());
        };
        let call = video::listening(audio, self.limits.max_seconds);
        match self.run(&[], &call, &brief(30)).await {
            Ok(()) | Err(DecodeError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
        let path = self.path(video::LOUDNESS);
        if is_file(&path) {
            audio.gain = video::gain(&end_of(&path).context("the loudness")?);
        }
        Ok(())
    }

    /// Makes the first rung; [`written`](Self::written) tells how far it is meanwhile.
    pub(crate) async fn make_first(&self, streams: &Streams, plan: &Plan) -> Result<(), DecodeError> {
        let call = video::first_rung(streams, plan.first, self.limits.max_seconds);
        let limits = ToolLimits {
            // Packing is quick, and somebody waits for it.
            yielding: !plan.is_quick(),
            share_mib: plan.is_quick().then_some(64),
            ..self.work(streams, 1)
        };
        self.run(&[], &call, &limits).await
    }

    /// Makes all other rungs.
    pub(crate) async fn make_ladder(&self, streams: &Streams, steps: &[Step]) -> Result<(), DecodeError> {
        let call = video::ladder(streams, steps, self.limits.max_seconds);
        self.run(&[], &call, &self.work(streams, steps.len())).await
    }

    /// A picture of the film, in every size.
    pub(crate) async fn poster(
        &self,
        streams: &Streams,
        plan: &Plan,
    ) -> Result<Option<Rendered>, DecodeError> {
        let (Some(video), Some(size)) = (&streams.video, plan.poster) else {
            return Ok(None);
        };
        let limits = ToolLimits {
            share_mib: Some(160),
            yielding: false,
            ..brief(30)
        };
        let path = self.path(video::POSTER);
        // Not the very first picture, which is black as often as not; but that one when there is no other.
        for at_ms in [streams.duration_ms.unwrap_or(0).min(30_000) / 10, 0] {
            let (before, after) = video::poster(video, size, at_ms);
            match self.run(&before, &after, &limits).await {
                Ok(()) | Err(DecodeError::Refused(Reason::Broken)) => {}
                Err(error) => return Err(error),
            }
            if is_file(&path) {
                return self.decoder.render(&path).await.map(Some);
            }
        }
        Err(Reason::Broken.into())
    }

    /// What the film is leafed through and known again by. Of a film whose key frames cannot be had, nothing: it is a
    /// film without.
    pub(crate) async fn leaves(
        &self,
        streams: &Streams,
        sheet: Option<&SpriteSheet>,
    ) -> Result<Leaves, DecodeError> {
        let mut leaves = Leaves::default();
        let Some(video) = &streams.video else {
            return Ok(leaves);
        };
        let (before, after) = video::leaves(video, sheet, self.limits.max_seconds);
        let seconds = streams.duration_ms.unwrap_or(0).div_ceil(2000);
        match self.run(&before, &after, &brief(30 + seconds)).await {
            Ok(()) => {}
            Err(DecodeError::Refused(_)) => return Ok(leaves),
            Err(error) => return Err(error),
        }
        let frames = self.path(video::FRAMES);
        if is_file(&frames) {
            leaves.frames = tokio::task::spawn_blocking(move || read_frames(&frames))
                .await
                .context("sketching a film")??;
        }
        let path = self.path(video::SPRITE);
        if sheet.is_some() && is_file(&path) {
            let (file, folder) = self.decoder.copy(&path).await?;
            leaves.sheet = Some((
                RenderedFile {
                    rendition: SPRITE,
                    ..file
                },
                folder,
            ));
        }
        Ok(leaves)
    }

    /// The outline of the sound, if there is any.
    pub(crate) async fn waveform(&self, streams: &Streams) -> Result<Option<Waveform>, DecodeError> {
        let Some(audio) = &streams.audio else {
            return Ok(None);
        };
        let call = video::samples(audio, self.limits.max_seconds);
        let seconds = streams.duration_ms.unwrap_or(0).div_ceil(10_000);
        match self.run(&[], &call, &brief(30 + seconds)).await {
            Ok(()) => {}
            Err(DecodeError::Refused(_)) => return Ok(None),
            Err(error) => return Err(error),
        }
        let path = self.path(video::SOUND);
        if !is_file(&path) {
            return Ok(None);
        }
        let waveform = tokio::task::spawn_blocking(move || -> anyhow::Result<Waveform> {
            let file = File::open(&path).context("the samples")?;
            let bytes = file.metadata().context("the samples")?.len();
            Ok(Waveform::of(std::io::BufReader::new(file), bytes)?)
        })
        .await
        .context("drawing a waveform")??;
        Ok(Some(waveform))
    }

    /// How far the first rung is.
    pub(crate) fn written(&self) -> Option<Written> {
        self.read_list(LIST)
    }

    /// The file of the first rung.
    pub(crate) fn rung(&self) -> PathBuf {
        self.path(video::RUNG)
    }

    /// How far a rung of the ladder is, and its file.
    pub(crate) fn written_of(&self, step: Step) -> Option<(Written, PathBuf)> {
        let slot = step.slot();
        let written = self.read_list(&format!("{slot}{LADDER_LIST}"))?;
        Some((written, self.path(&format!("{slot}{}", video::LADDER_RUNG))))
    }

    /// A child that was taken over may have written anything, and through any link.
    fn read_list(&self, name: &str) -> Option<Written> {
        let path = self.path(name);
        let metadata = path.symlink_metadata().ok()?;
        (metadata.is_file() && metadata.len() < MIB).then_some(())?;
        video::read_playlist(&std::fs::read_to_string(path).ok()?)
    }

    pub(super) async fn run(
        &self,
        before: &[String],
        after: &[String],
        limits: &ToolLimits,
    ) -> Result<(), DecodeError> {
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        let after: Vec<&str> = after.iter().map(String::as_str).collect();
        let tool = Tool::ffmpeg(self.container.demuxer(), &before, Input::File(ORIGINAL), &after)?;
        self.decoder
            .tool(&tool, self.folder.path(), Stdio::null(), limits)
            .await?;
        Ok(())
    }

    /// What encoding may take.
    fn work(&self, streams: &Streams, outputs: usize) -> ToolLimits {
        let most = u64::from(self.limits.max_seconds) * 1000;
        let cpu_seconds = FilmLimits::cpu_seconds(streams.duration_ms.unwrap_or(most), outputs);
        ToolLimits {
            file_bytes: self.limits.max_bytes + 64 * MIB,
            ..brief(cpu_seconds)
        }
    }
}

/// What a run of so many seconds may take.
pub(super) fn brief(cpu_seconds: u64) -> ToolLimits {
    ToolLimits {
        memory_bytes: ADDRESSES,
        cpu_seconds,
        // Others may be at work on the same processors.
        wall: Duration::from_secs(cpu_seconds * 2 + 30),
        file_bytes: 256 * MIB,
        threads: THREADS,
        share_mib: None,
        yielding: true,
        ..ToolLimits::default()
    }
}

/// The frames that a child has written: whole ones only, and no more than memory is meant for.
fn read_frames(path: &Path) -> anyhow::Result<Vec<Frame>> {
    const BYTES: usize = FRAME_SIDE * FRAME_SIDE;
    let mut file = std::io::BufReader::new(File::open(path).context("the frames")?);
    let frames = std::iter::from_fn(|| {
        let mut pixels = vec![0; BYTES];
        file.read_exact(&mut pixels).ok().map(|()| pixels)
    });
    let times = (0..).step_by(video::FRAME_MS as usize);
    Ok(keep_frames(times.zip(frames)))
}

/// The last lines of a file.
fn end_of(path: &Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(1 << 10)))?;
    let mut end = Vec::new();
    file.take(1 << 10).read_to_end(&mut end)?;
    Ok(String::from_utf8_lossy(&end).into_owned())
}

pub(super) fn is_file(path: &Path) -> bool {
    path.symlink_metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.len() > 0)
}
