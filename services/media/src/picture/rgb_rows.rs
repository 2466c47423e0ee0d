//! Rows of RGB to planes by libjpeg-turbo, whose conversion is several times as quick as any that a compiler makes of a
//! loop: the only module that calls it by hand, because its safe wrapper leaves this call out.

#![expect(unsafe_code, reason = "the turbojpeg crate has no name for this call")]

use std::ffi::c_int;

use anyhow::{Context, ensure};
use turbojpeg::raw;

/// libjpeg-turbo, set to 4:2:0.
pub(super) struct RgbRows(raw::tjhandle);

impl RgbRows {
    pub(super) fn new() -> anyhow::Result<Self> {
        // SAFETY: it takes a number, and gives null if it cannot.
        let handle = unsafe { raw::tj3Init(c_int::try_from(raw::TJINIT_TJINIT_COMPRESS)?) };
        ensure!(!handle.is_null(), "libjpeg-turbo does not start");
        let rows = Self(handle);
        let sampling = c_int::try_from(raw::TJPARAM_TJPARAM_SUBSAMP)?;
        // SAFETY: the handle was just made, and takes two numbers.
        let set = unsafe { raw::tj3Set(rows.0, sampling, raw::TJSAMP_TJSAMP_420) };
        ensure!(set == 0, "libjpeg-turbo does not know 4:2:0");
        Ok(rows)
    }

    /// Fills `luma` and `chroma`, Cb and Cr, from rows of `rgb`. Width and height must be even.
    pub(super) fn convert(
        &mut self,
        rgb: &[u8],
        width: usize,
        luma: &mut [u8],
        [blue, red]: [&mut [u8]; 2],
    ) -> anyhow::Result<()> {
        let height = luma.len().checked_div(width).context("no width")?;
        ensure!(
            width.is_multiple_of(2)
                && height.is_multiple_of(2)
                && luma.len() == width * height
                && rgb.len() == luma.len() * 3
                && blue.len() == luma.len() / 4
                && red.len() == blue.len(),
            "the rows do not fill the planes"
        );
        let columns = c_int::try_from(width)?;
        let (rows, format) = (c_int::try_from(height)?, c_int::try_from(raw::TJPF_TJPF_RGB)?);
        let mut planes = [luma.as_mut_ptr(), blue.as_mut_ptr(), red.as_mut_ptr()];
        let mut strides = [columns, columns / 2, columns / 2];
        // SAFETY: the handle lives as long as `self`. It reads `height` rows of three bytes for each column, without
        // gaps: `rgb` is exactly that long. It writes as many rows and columns of luma, and half as many of each
        // chroma: the lengths were compared above, and no side is odd, which it would round up. All three are different
        // memory, being borrowed mutably. Other threads cannot use the handle meanwhile: `self` is borrowed mutably.
        let status = unsafe {
            raw::tj3EncodeYUVPlanes8(
                self.0,
                rgb.as_ptr(),
                columns,
                0,
                rows,
                format,
                planes.as_mut_ptr(),
                strides.as_mut_ptr(),
            )
        };
        ensure!(status == 0, "libjpeg-turbo does not convert");
        Ok(())
    }
}

impl Drop for RgbRows {
    fn drop(&mut self) {
        // SAFETY: made by `tj3Init`, and destroyed once.
        unsafe { raw::tj3Destroy(self.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_must_fill_the_planes() {
        let mut rows = RgbRows::new().unwrap();
        let mut convert = |rgb: usize, width: usize, luma: usize, blue: usize, red: usize| {
            let (mut blue, mut red) = (vec![0; blue], vec![0; red]);
            rows.convert(&vec![9; rgb], width, &mut vec![0; luma], [&mut blue, &mut red])
        };
        assert!(convert(4 * 6 * 3, 4, 4 * 6, 6, 6).is_ok());
        assert!(convert(4 * 6 * 3 - 1, 4, 4 * 6, 6, 6).is_err());
        assert!(convert(4 * 6 * 3, 4, 4 * 6, 5, 6).is_err());
        assert!(convert(4 * 6 * 3, 4, 4 * 6, 6, 5).is_err());
        assert!(convert(3 * 6 * 3, 3, 3 * 6, 6, 6).is_err());
        assert!(convert(4 * 5 * 3, 4, 4 * 5, 6, 6).is_err());
        assert!(convert(0, 0, 0, 0, 0).is_err());
    }
}
