//! See `picture::for_fuzzing`.

use std::io::Cursor;

use super::{
    super::{Reason, for_fuzzing::refused},
    timing::{Timing, webp_delays},
};

/// How long each frame of a WebP stands, in milliseconds.
pub fn delays(webp: &[u8]) -> Result<Vec<u32>, Reason> {
    refused(webp_delays(&mut Cursor::new(webp)))
}

/// The step of a film of frames that stand so long, in milliseconds, and how often it shows each of them.
pub fn film(delays: &[u32]) -> (u32, Vec<u64>) {
    let mut timing = Timing::of(delays);
    let mut shown = Vec::new();
    for &delay in delays {
        shown.push(timing.times(delay));
        if timing.is_over() {
            break;
        }
    }
    (timing.step(), shown)
}
