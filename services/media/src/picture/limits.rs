//! How much a stranger's picture may cost.

use serde::{Deserialize, Serialize};

use super::{Reason, libwebp::EFFORT};

/// One mebibyte in bytes.
pub(crate) const MIB: u64 = 1024 * 1024;

/// Metadata larger than this is not read at all: an EXIF block, or what a PNG's packed colour profile unpacks to.
pub(super) const METADATA_BYTES: usize = 64 * 1024;

/// A colour profile that lies unpacked in the file may be larger; anything beyond this is not a profile.
pub(super) const PROFILE_BYTES: usize = 1024 * 1024;

/// What one picture may cost. The parent hands these to the child, which holds itself to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Most pixels (width × height) of an original.
    pub max_pixels: u64,
    /// Longest side of an original, in pixels.
    pub max_side: u32,
    /// Largest original, in bytes.
    pub max_bytes: u64,
    /// Address space of the child, in bytes.
    pub memory_bytes: u64,
    /// Processor time of the child, in seconds.
    pub cpu_seconds: u64,
    /// Time on the clock until the child is killed, in seconds.
    pub wall_seconds: u64,
    /// How hard libwebp tries to make a rendition small, from 0 (fast) to 6.
    pub webp_effort: u8,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_pixels: 64_000_000,
            max_side: 16_384,
            max_bytes: 40 * MIB,
            memory_bytes: 512 * MIB,
            cpu_seconds: 20,
            wall_seconds: 30,
            webp_effort: EFFORT,
        }
    }
}

impl Limits {
    /// Judges a header's promise before anything is allocated for it.
    pub(crate) fn check_dimensions(&self, width: u32, height: u32) -> Result<(), Reason> {
        if width == 0 || height == 0 {
            return Err(Reason::Broken);
        }
        let pixels = u64::from(width) * u64::from(height);
        if width > self.max_side || height > self.max_side || pixels > self.max_pixels {
            return Err(Reason::TooManyPixels);
        }
        Ok(())
    }

    /// Judges the length of a file, in bytes.
    pub(crate) fn check_length(&self, bytes: u64) -> Result<(), Reason> {
        match bytes {
            0 => Err(Reason::Empty),
            bytes if bytes > self.max_bytes => Err(Reason::TooLarge),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_of_too_many_pixels_is_refused_on_either_count() {
        let limits = Limits::default();
        assert_eq!(limits.check_dimensions(8000, 8000), Ok(()));
        assert_eq!(limits.check_dimensions(16_384, 1), Ok(()));
        assert_eq!(limits.check_dimensions(16_385, 1), Err(Reason::TooManyPixels));
        assert_eq!(limits.check_dimensions(8001, 8000), Err(Reason::TooManyPixels));
        assert_eq!(
            limits.check_dimensions(u32::MAX, u32::MAX),
            Err(Reason::TooManyPixels)
        );
        assert_eq!(limits.check_dimensions(0, 10), Err(Reason::Broken));
    }

    #[test]
    fn a_file_has_at_least_one_byte_and_not_too_many() {
        let limits = Limits::default();
        assert_eq!(limits.check_length(0), Err(Reason::Empty));
        assert_eq!(limits.check_length(1), Ok(()));
        assert_eq!(limits.check_length(limits.max_bytes), Ok(()));
        assert_eq!(limits.check_length(limits.max_bytes + 1), Err(Reason::TooLarge));
    }
}
