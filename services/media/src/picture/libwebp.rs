//! libwebp, between planes and files: the only module that calls C by hand.

#![expect(
    unsafe_code,
    reason = "libwebp has no safe wrapper that is kept up to date and takes planes"
)]

use std::{ffi::c_int, ptr};

use anyhow::{Context, anyhow, ensure};
use libwebp_sys::{
    VP8StatusCode, WEBP_CSP_MODE, WebPConfig, WebPDecode, WebPDecoderConfig, WebPEncCSP, WebPEncode,
    WebPEncodingError, WebPGetFeatures, WebPMemoryWrite, WebPMemoryWriter, WebPMemoryWriterClear,
    WebPMemoryWriterInit, WebPPicture, WebPPictureFree, WebPPreset, WebPValidateConfig, WebPYUVABuffer,
};

use super::{
    Reason, Stop,
    planes::{HALF, Plane, Planes},
    sizes::MAX_SIDE,
    ycbcr::Studio,
};

/// Why there are no planes of a file.
#[derive(Debug)]
pub(super) enum Undecoded {
    /// More than one picture, of which libwebp's decoder takes none.
    Animation,
    /// No whole WebP of this size.
    Broken,
    /// More memory than there may be.
    TooHeavy,
    /// libwebp is not what it says.
    Failed(anyhow::Error),
}

/// Decodes a WebP that shows one picture of `width` × `height`, and lays it on white where it is transparent.
pub(super) fn decode(file: &[u8], width: u32, height: u32) -> Result<Studio, Undecoded> {
    let mut config = WebPDecoderConfig::new()
        .ok()
        .context("libwebp and its header differ")
        .map_err(Undecoded::Failed)?;
    // SAFETY: it reads at most `file.len()` bytes at `file`, and writes to the struct it is given.
    let status = unsafe { WebPGetFeatures(file.as_ptr(), file.len(), &raw mut config.input) };
    check(status)?;
    if config.input.has_animation != 0 {
        return Err(Undecoded::Animation);
    }
    let found = (config.input.width.try_into(), config.input.height.try_into());
    if found != (Ok(width), Ok(height)) {
        return Err(Undecoded::Broken);
    }
    let (columns, rows) = (width as usize, height as usize);
    let mut planes = Planes::blank(columns, rows, true).map_err(Undecoded::Failed)?;
    let transparent = config.input.has_alpha != 0;
    let mut alpha = transparent.then(|| Plane::zeroed(columns, rows));
    let Some([blue, red]) = &mut planes.chroma else {
        return Err(Undecoded::Broken);
    };
    let (y, y_stride, y_size) = room(Some(&mut planes.luma));
    let (u, u_stride, u_size) = room(Some(blue));
    let (v, v_stride, v_size) = room(Some(red));
    let (a, a_stride, a_size) = room(alpha.as_mut());
    config.output.colorspace = if transparent {
        WEBP_CSP_MODE::MODE_YUVA
    } else {
        WEBP_CSP_MODE::MODE_YUV
    };
    config.output.is_external_memory = 1;
    config.output.u.YUVA = WebPYUVABuffer {
        y,
        u,
        v,
        a,
        y_stride,
        u_stride,
        v_stride,
        a_stride,
        y_size,
        u_size,
        v_size,
        a_size,
    };
    // SAFETY: `config` was initialised by libwebp's own function for this very version. It reads at most
    // `file.len()` bytes at `file`. Its output is memory of ours, which the planes own until this function ends:
    // libwebp compares the sizes given here, which are the lengths of those very buffers, with what it is about to
    // write, and frees nothing that is called external.
    let status = unsafe { WebPDecode(file.as_ptr(), file.len(), &raw mut config) };
    check(status)?;
    let mut studio = Studio(planes);
    if let Some(alpha) = alpha {
        studio.lay_on_white(&alpha);
    }
    Ok(studio)
}

/// Where the samples of a plane are, how far its rows are apart, and how many bytes there are.
fn room(plane: Option<&mut Plane>) -> (*mut u8, c_int, usize) {
    plane.map_or((ptr::null_mut(), 0, 0), |plane| {
        let stride = c_int::try_from(plane.width).unwrap_or_default(); // no stride is too short for libwebp
        (plane.samples.as_mut_ptr(), stride, plane.samples.len())
    })
}

fn check(status: VP8StatusCode) -> Result<(), Undecoded> {
    match status {
        VP8StatusCode::VP8_STATUS_OK => Ok(()),
        VP8StatusCode::VP8_STATUS_OUT_OF_MEMORY => Err(Undecoded::TooHeavy),
        VP8StatusCode::VP8_STATUS_INVALID_PARAM => {
            Err(Undecoded::Failed(anyhow!("libwebp does not take its settings")))
        }
        _ => Err(Undecoded::Broken),
    }
}

/// Of libwebp's scale of 100; about four fifths of a JPEG's bytes for the same picture.
pub(super) const QUALITY: u8 = 80;

/// How hard libwebp tries, from 0 to 6, where nothing else is said: half the time of 4, its own default, for one part
/// in thirty more bytes.
pub(super) const EFFORT: u8 = 2;

/// A lossy WebP without metadata, of planes of 4:2:0 or of luma alone. They come back unchanged.
pub(super) fn encode(studio: &mut Studio, quality: u8, effort: u8) -> Result<Vec<u8>, Stop> {
    match encode_checked(studio, quality, effort)? {
        Ok(webp) => Ok(webp),
        Err(
            WebPEncodingError::VP8_ENC_ERROR_OUT_OF_MEMORY
            | WebPEncodingError::VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY,
        ) => Err(Reason::TooHeavy.into()),
        Err(other) => Err(Stop::Failed(anyhow!("libwebp: {other:?}"))),
    }
}

fn encode_checked(
    Studio(planes): &mut Studio,
    quality: u8,
    effort: u8,
) -> anyhow::Result<Result<Vec<u8>, WebPEncodingError>> {
    ensure!(
        planes.is_whole() && planes.shift == HALF && planes.width.max(planes.height) <= MAX_SIDE,
        "no planes for a WebP"
    );
    let mut config = WebPConfig::new_with_preset(WebPPreset::WEBP_PRESET_DEFAULT, quality.into())
        .ok()
        .context("libwebp and its header differ")?;
    config.method = effort.into();
    let mut picture = Picture(WebPPicture::new().ok().context("libwebp and its header differ")?);
    picture.0.use_argb = 0;
    picture.0.colorspace = WebPEncCSP::WEBP_YUV420;
    picture.0.width = c_int::try_from(planes.width)?;
    picture.0.height = c_int::try_from(planes.height)?;
    let mut grey = Vec::new();
    let chroma_width = planes.luma.width.div_ceil(2);
    (picture.0.y, picture.0.y_stride, _) = room(Some(&mut planes.luma));
    picture.0.uv_stride = c_int::try_from(chroma_width)?;
    if let Some([blue, red]) = &mut planes.chroma {
        (picture.0.u, picture.0.v) = (blue.samples.as_mut_ptr(), red.samples.as_mut_ptr());
    } else {
        grey.resize(chroma_width * planes.luma.height.div_ceil(2), 128);
        (picture.0.u, picture.0.v) = (grey.as_mut_ptr(), grey.as_mut_ptr());
    }
    let mut output = Output::new();

    // SAFETY: `config` and `picture` were initialised above by libwebp's own functions for this very version.
    // `y` points to `height` rows of `y_stride` bytes, `u` and `v` to half as many rows, rounded up, of `uv_stride`:
    // that the planes are whole was checked above, and `grey` was made so. They outlive the call, which does not write
    // to them, as there is no alpha to clean up under; and because `picture` does not own them, nothing frees them.
    // `writer` is libwebp's own function for a `WebPMemoryWriter`; `custom_ptr` points to one that was initialised and
    // that outlives the call.
    let encoded = unsafe {
        ensure!(
            WebPValidateConfig(&raw const config) != 0,
            "libwebp does not take its settings"
        );
        picture.0.writer = Some(WebPMemoryWrite);
        picture.0.custom_ptr = (&raw mut output.0).cast();
        WebPEncode(&raw const config, &raw mut picture.0) != 0
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
        // SAFETY: initialised by `WebPPicture::new`; it frees what libwebp itself allocated for it, and happens once.
        unsafe { WebPPictureFree(&raw mut self.0) }
    }
}

struct Output(WebPMemoryWriter);

impl Output {
    fn new() -> Self {
        let mut writer = WebPMemoryWriter {
            mem: ptr::null_mut(),
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
mod tests;
