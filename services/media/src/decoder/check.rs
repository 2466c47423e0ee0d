//! What a child has made is believed only as far as it can be checked.

use std::{io, path::Path};

use anyhow::Context;
use ground::blobs::{PictureFormat, Rendition};

use super::{DecodeError, RenderedFile};
use crate::picture::{Kind, Made, Reason, Size, sizes};

/// The files must be those that follow from the picture's size, no more and no less, and be what they are called.
pub(super) fn check_files(
    made: &[Made],
    (width, height): (u32, u32),
    dir: &Path,
) -> Result<Vec<RenderedFile>, DecodeError> {
    let expected: Vec<(Size, PictureFormat)> = sizes(width, height)
        .into_iter()
        .flat_map(|size| [PictureFormat::Webp, PictureFormat::Jpeg].map(|format| (size, format)))
        .collect();
    if made.len() != expected.len() {
        return Err(Reason::Broken.into());
    }
    made.iter()
        .zip(expected)
        .map(|(made, expected)| check_made(made, expected, dir))
        .collect()
}

/// A file must be the one that was to be made.
pub(super) fn check_made(
    made: &Made,
    (size, format): (Size, PictureFormat),
    dir: &Path,
) -> Result<RenderedFile, DecodeError> {
    let Size { slot, width, height } = size;
    let rendition = Rendition { width: slot, format };
    if (made.name.parse(), made.width, made.height) != (Ok(rendition), width, height) {
        return Err(Reason::Broken.into());
    }
    let path = dir.join(rendition.to_string());
    check_file(&path, format, made.bytes)?;
    Ok(RenderedFile {
        rendition,
        width,
        height,
        path,
        bytes: made.bytes,
    })
}

fn check_file(path: &Path, format: PictureFormat, bytes: u64) -> Result<(), DecodeError> {
    let metadata = path.symlink_metadata().map_err(|_| Reason::Broken)?;
    if !metadata.is_file() || metadata.len() != bytes {
        return Err(Reason::Broken.into());
    }
    let mut head = [0; 12];
    let file = std::fs::File::open(path).context("a rendition")?;
    let read = io::Read::read(&mut io::Read::take(file, 12), &mut head).context("a rendition")?;
    let kind = crate::picture::recognise(head.get(..read).unwrap_or_default());
    let expected = match format {
        PictureFormat::Webp => Kind::WebP,
        PictureFormat::Jpeg => Kind::Jpeg,
        // No pictures; see `film_bytes`.
        PictureFormat::Mp4 | PictureFormat::M4s | PictureFormat::M4a | PictureFormat::Sprite => {
            return Err(Reason::Broken.into());
        }
    };
    if kind == Some(expected) {
        Ok(())
    } else {
        Err(Reason::Broken.into())
    }
}

pub(super) fn check_placeholder(thumbhash: &[u8], placeholder: &[u8]) -> Result<(), Reason> {
    let small = (5..=25).contains(&thumbhash.len()) && placeholder.len() <= 1024;
    if small && crate::picture::recognise(placeholder) == Some(Kind::WebP) {
        Ok(())
    } else {
        Err(Reason::Broken)
    }
}
