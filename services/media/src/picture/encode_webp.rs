//! WebP renditions, by libwebp: the only module that calls C by hand.

#![expect(
    unsafe_code,
    reason = "libwebp's encoder has no safe wrapper that is kept up to date"
)]

use std::ffi::c_int;

use anyhow::{Context, anyhow, ensure};
use libwebp_sys::{
    WebPConfig, WebPEncode, WebPEncodingError, WebPMemoryWrite, WebPMemoryWriter, WebPMemoryWriterClear,
    WebPMemoryWriterInit, WebPPicture, WebPPictureFree, WebPPictureImportRGB, WebPPreset, WebPValidateConfig,
};

use super::{Reason, Stop, sizes::MAX_SIDE};

/// Of libwebp's scale of 100; about four fifths of a JPEG's bytes for the same picture.
pub(super) const QUALITY: f32 = 80.0;

/// A lossy WebP of `width × height` sRGB pixels, without metadata.
pub(super) fn encode(rgb: &[u8], width: u32, height: u32, quality: f32) -> Result<Vec<u8>, Stop> {
    match encode_checked(rgb, width, height, quality)? {
        Ok(webp) => Ok(webp),
        Err(
            WebPEncodingError::VP8_ENC_ERROR_OUT_OF_MEMORY
            | WebPEncodingError::VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY,
        ) => Err(Reason::TooHeavy.into()),
        Err(other) => Err(Stop::Failed(anyhow!("libwebp: {other:?}"))),
    }
}

fn encode_checked(
    rgb: &[u8],
    width: u32,
    height: u32,
    quality: f32,
) -> anyhow::Result<Result<Vec<u8>, WebPEncodingError>> {
    ensure!(
        (1..=MAX_SIDE).contains(&width) && (1..=MAX_SIDE).contains(&height),
        "no size for a WebP"
    );
    let pixels = usize::try_from(width)? * usize::try_from(height)?;
    ensure!(rgb.len() == pixels * 3, "the pixels do not fill the picture");

    let mut config = WebPConfig::new_with_preset(WebPPreset::WEBP_PRESET_DEFAULT, quality)
        .ok()
        .context("libwebp and its header differ")?;
    // Of 0 (fast) to 6: half the time of 4, the default, for one part in twenty more bytes.
    config.method = 2;
    let mut picture = Picture(WebPPicture::new().ok().context("libwebp and its header differ")?);
    picture.0.width = c_int::try_from(width)?;
    picture.0.height = c_int::try_from(height)?;
    let stride = picture.0.width * 3;
    let mut output = Output::new();

    // SAFETY: `config` and `picture` were initialised above by libwebp's own functions for this very version.
    // `rgb` holds `height` rows of `stride` bytes: its length was compared with both, which are at most 16 383
    // and three times that, so no product overflows. ImportRGB copies the pixels into memory that `picture`
    // owns and that its drop frees. `writer` is libwebp's own function for a `WebPMemoryWriter`; `custom_ptr`
    // points to one that was initialised and that outlives the call to WebPEncode.
    let encoded = unsafe {
        ensure!(
            WebPValidateConfig(&raw const config) != 0,
            "libwebp does not take its settings"
        );
        picture.0.writer = Some(WebPMemoryWrite);
        picture.0.custom_ptr = (&raw mut output.0).cast();
        WebPPictureImportRGB(&raw mut picture.0, rgb.as_ptr(), stride) != 0
            && WebPEncode(&raw const config, &raw mut picture.0) != 0
    };
    Ok(if encoded {
        Ok(output.to_vec())
    } else {
        Err(picture.0.error_code)
    })
}

struct Picture(WebPPicture);

impl Drop for Picture {
    fn drop(&mut self) {
        // SAFETY: initialised by `WebPPicture::new`; freeing twice is allowed, and happens once.
        unsafe { WebPPictureFree(&raw mut self.0) }
    }
}

struct Output(WebPMemoryWriter);

impl Output {
    fn new() -> Self {
        let mut writer = WebPMemoryWriter {
            mem: std::ptr::null_mut(),
            size: 0,
            max_size: 0,
            pad: [0],
        };
        // SAFETY: it only writes to the struct it is given.
        unsafe { WebPMemoryWriterInit(&raw mut writer) };
        Self(writer)
    }

    fn to_vec(&self) -> Vec<u8> {
        if self.0.mem.is_null() {
            return Vec::new();
        }
        // SAFETY: libwebp has written `size` bytes at `mem`, which lives until `self` is dropped.
        unsafe { std::slice::from_raw_parts(self.0.mem, self.0.size) }.to_vec()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // SAFETY: initialised in `new`; `mem` is libwebp's own allocation, or null.
        unsafe { WebPMemoryWriterClear(&raw mut self.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pixels_must_fill_the_picture_and_the_picture_must_fit_the_format() {
        assert!(encode(&[0; 11], 2, 2, QUALITY).is_err());
        assert!(encode(&[0; 13], 2, 2, QUALITY).is_err());
        assert!(encode(&[], 0, 2, QUALITY).is_err());
        assert!(encode(&vec![0; 16_384 * 3], 16_384, 1, QUALITY).is_err());
        assert!(encode(&vec![0; 16_383 * 3], 16_383, 1, QUALITY).is_ok());
        assert!(encode(&vec![0; 16_383 * 3], 1, 16_383, QUALITY).is_ok());
        assert!(encode(&[0; 12], 2, 2, 101.0).is_err());
    }
}
