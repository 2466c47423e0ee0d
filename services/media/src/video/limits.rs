//! How much a stranger's film may cost.

use crate::picture::Reason;

/// What one film or sound may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilmLimits {
    /// Largest original, in bytes.
    pub max_bytes: u64,
    /// Longest film or sound, in seconds.
    pub max_seconds: u32,
    /// Longest side of a film, in pixels.
    pub max_side: u32,
    /// Most pixels (width × height) of a frame.
    pub max_pixels: u64,
}

impl Default for FilmLimits {
    fn default() -> Self {
        Self {
            max_bytes: 1536 << 20,
            max_seconds: 3600,
            max_side: 8192,
            max_pixels: 4096 * 2304,
        }
    }
}

impl FilmLimits {
    /// Judges the length of a file, in bytes.
    pub(crate) fn check_length(&self, bytes: u64) -> Result<(), Reason> {
        match bytes {
            0 => Err(Reason::Empty),
            bytes if bytes > self.max_bytes => Err(Reason::TooLarge),
            _ => Ok(()),
        }
    }

    /// Judges a frame's promise.
    pub(crate) fn check_frame(&self, width: u32, height: u32) -> Result<(), Reason> {
        if width == 0 || height == 0 {
            return Err(Reason::Broken);
        }
        let pixels = u64::from(width) * u64::from(height);
        if width.max(height) > self.max_side || pixels > self.max_pixels {
            return Err(Reason::TooManyPixels);
        }
        Ok(())
    }

    /// Judges how long it says it is.
    pub(crate) fn check_duration(&self, milliseconds: u64) -> Result<(), Reason> {
        if milliseconds > u64::from(self.max_seconds) * 1000 {
            return Err(Reason::TooLong);
        }
        Ok(())
    }

    /// Processor time that one run of an encoder may take, in seconds: four times as long as the film, and half a
    /// minute besides, for each of its outputs.
    pub(crate) fn cpu_seconds(milliseconds: u64, outputs: usize) -> u64 {
        30 + milliseconds.div_ceil(1000) * 4 * u64::try_from(outputs.max(1)).unwrap_or(1)
    }
}
