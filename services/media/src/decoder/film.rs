//! The film of a picture that moves: one child decodes its frames, ffmpeg, shut in like it, makes an MP4 of them.

use std::{io, path::Path, time::Duration};

use anyhow::{Context, anyhow};
use ground::blobs::{PictureFormat, Rendition};
use tempfile::TempDir;

use super::{DecodeError, Decoder, RenderedFile, blame, private_folder};
use crate::{
    child::{Mode, NO_FILM},
    picture::{FILM_SLOT, MIB, Reason, film_arguments, film_size},
    sandbox::{End, Group, Input, STOPPED, Tool, ToolLimits},
};

/// What ffmpeg takes for a film of this size, in MiB, where it may have more address space than that.
const ENCODER_MIB: u32 = 96;

/// The longest film, in bytes: one of noise is not worth showing.
const FILM_BYTES: u64 = 16 * MIB;

/// What a film is called.
const FILM: Rendition = Rendition {
    width: FILM_SLOT,
    format: PictureFormat::Mp4,
};

impl Decoder {
    /// Makes the film of the picture in the file `input`, which is `width` × `height` pixels large and takes
    /// `need_mib` to decode. `None` when none comes of it: the picture is shown standing still then.
    pub(super) async fn film(
        &self,
        input: &Path,
        need_mib: u32,
        (width, height): (u32, u32),
    ) -> Result<Option<(RenderedFile, TempDir)>, DecodeError> {
        let Ok(ffmpeg) = encoder(&FILM.to_string()) else {
            tracing::warn!("ffmpeg is not installed: a picture that moves will be shown standing still");
            return Ok(None);
        };
        let dir = private_folder(&self.scratch)?;
        match self.expose(&ffmpeg, input, need_mib, dir.path()).await {
            Ok(()) => {}
            Err(DecodeError::Refused(_)) => return Ok(None),
            Err(error) => return Err(error),
        }
        let path = dir.path().join(FILM.to_string());
        let Some(bytes) = film_bytes(&path)? else {
            return Ok(None);
        };
        let (width, height) = film_size((width, height));
        let file = RenderedFile {
            rendition: FILM,
            width,
            height,
            path,
            bytes,
        };
        Ok(Some((file, dir)))
    }

    /// Whether films can be made here: makes one of a single grey frame.
    ///
    /// # Errors
    /// ffmpeg is not installed, or makes none.
    pub async fn check_films(&self) -> anyhow::Result<()> {
        let ffmpeg = encoder("check.mp4")?;
        let dir = private_folder(&self.scratch)?;
        let frames = dir.path().join("frames");
        let grey = [&b"YUV4MPEG2 W2 H2 F25:1 Ip A1:1 C420jpeg\nFRAME\n"[..], &[128; 6]].concat();
        tokio::fs::write(&frames, grey).await?;
        let frames = std::fs::File::open(frames)?;
        let limits = self.film_limits();
        self.tool(&ffmpeg, dir.path(), frames.into(), &limits)
            .await
            .context("ffmpeg makes no film")?;
        film_bytes(&dir.path().join("check.mp4"))?.context("what ffmpeg made is no film")?;
        Ok(())
    }

    fn film_limits(&self) -> ToolLimits {
        ToolLimits {
            memory_bytes: 768 * MIB,
            wall: Duration::from_secs(self.limits.wall_seconds),
            cpu_seconds: self.limits.cpu_seconds,
            file_bytes: FILM_BYTES,
            ..ToolLimits::default()
        }
    }

    /// Runs both at once, a pipe between them: raw frames are large.
    async fn expose(
        &self,
        ffmpeg: &Tool,
        input: &Path,
        need_mib: u32,
        dir: &Path,
    ) -> Result<(), DecodeError> {
        let limits = self.film_limits();
        let _share = self.share(need_mib + ENCODER_MIB).await?;
        let (film, camera) = io::pipe().context("a pipe for the film")?;
        let mut frames = self.command(Mode::Film, input, dir).await?;
        frames.stdout(camera);
        let encoder = ffmpeg.command(&self.program, dir, film.into(), &limits)?;
        let (frames, encoder) = tokio::join!(
            Group::run(frames, limits.wall, 0),
            Group::run(encoder, limits.wall, limits.answer_bytes)
        );
        let (frames, encoder) = (ended(&frames?), ended(&encoder?));
        // Each dies of the other's death: one that was killed is the cause, then ffmpeg, which alone has no end of its
        // own choosing when the frames stop early.
        if let Err(killed @ DecodeError::Killed(_)) = frames {
            return Err(killed);
        }
        match encoder? {
            Some(0) => {}
            Some(STOPPED) => return Err(Reason::TooHeavy.into()),
            _ => return Err(Reason::Broken.into()),
        }
        match frames? {
            Some(0) => Ok(()),
            Some(code) if code == i32::from(NO_FILM) => Err(Reason::Broken.into()),
            code => Err(anyhow!("the child ended with status {code:?}").into()),
        }
    }
}

/// The ffmpeg that makes an MP4 named `output` of what it is piped.
fn encoder(output: &str) -> anyhow::Result<Tool> {
    let before = ["-f", "yuv4mpegpipe", "-threads", "1"];
    Tool::ffmpeg("yuv4mpegpipe", &before, Input::Stdin, &film_arguments(output))
}

fn ended(end: &End) -> Result<Option<i32>, DecodeError> {
    match end {
        End::OutOfTime => Err(Reason::TooHeavy.into()),
        End::Ended(status, _) => blame(*status).map(|status| status.code()),
    }
}

/// How long the film at `path` is, in bytes, if it is one: a file that begins as an MP4 does (ISO/IEC 14496-12, 4.3).
fn film_bytes(path: &Path) -> anyhow::Result<Option<u64>> {
    let Ok(metadata) = path.symlink_metadata() else {
        return Ok(None);
    };
    if !metadata.is_file() {
        return Ok(None);
    }
    let mut head = [0; 8];
    let mut file = std::fs::File::open(path).context("a film")?;
    let whole = io::Read::read_exact(&mut file, &mut head).is_ok();
    Ok((whole && head.ends_with(b"ftyp")).then_some(metadata.len()))
}
