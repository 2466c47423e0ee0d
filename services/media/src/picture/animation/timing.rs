//! When which frame is seen.

use std::io::{self, Read};

use super::super::{Reason, Stop, gif::MAX_FRAMES};

/// The longest film, in milliseconds.
const MAX_LENGTH: u64 = 15_000;

/// The shortest time for which a film shows a frame, in milliseconds: 25 frames a second.
const SHORTEST_STEP: u32 = 40;

/// The longest, so that a film can be stopped and moved about in.
const LONGEST_STEP: u32 = 200;

/// The rate of a film, and how far it is.
pub(super) struct Timing {
    step: u32,
    /// Frames shown so far.
    shown: u64,
    /// Where the frame ends that is to be shown, in milliseconds from the beginning.
    end: u64,
}

impl Timing {
    /// The slowest rate that meets every change of frame exactly, or else the fastest there is.
    pub(super) fn of(delays: &[u32]) -> Self {
        let common = delays
            .iter()
            .map(|&delay| stood(delay))
            .fold(0, greatest_common_divisor);
        let step = (SHORTEST_STEP..=LONGEST_STEP)
            .rev()
            .find(|step| common.is_multiple_of(*step));
        Self {
            step: step.unwrap_or(SHORTEST_STEP),
            shown: 0,
            end: 0,
        }
    }

    /// For how long every frame of the film stands, in milliseconds.
    pub(super) fn step(&self) -> u32 {
        self.step
    }

    /// How often the film shows the next frame of the animation, which says it stands for `delay` milliseconds.
    pub(super) fn times(&mut self, delay: u32) -> u64 {
        self.end = (self.end + u64::from(stood(delay))).min(MAX_LENGTH);
        // A frame is shown at every step whose middle it covers.
        let (end, step) = (self.end, u64::from(self.step));
        let due = (2 * end + step) / (2 * step);
        let times = due.saturating_sub(self.shown);
        self.shown += times;
        times
    }

    pub(super) fn is_over(&self) -> bool {
        self.end >= MAX_LENGTH
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown == 0
    }
}

/// Browsers let a frame stand for a tenth of a second that says it is not to be seen at all.
fn stood(delay: u32) -> u32 {
    if delay <= 10 { 100 } else { delay }
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}

/// How long each frame of a WebP is shown, in milliseconds (RFC 9649, 2.7.1.1), for as many as are looked at.
pub(super) fn webp_delays(file: &mut (impl Read + io::Seek)) -> Result<Vec<u32>, Stop> {
    let mut delays = Vec::new();
    file.seek_relative(12)?;
    while delays.len() < MAX_FRAMES {
        let mut head = [0; 8];
        match file.read_exact(&mut head) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
            read => read?,
        }
        let [name @ .., a, b, c, d] = head;
        let mut length = u32::from_le_bytes([a, b, c, d]);
        if name == *b"ANMF" {
            let mut frame = [0; 16];
            file.read_exact(&mut frame)?;
            let [.., low, middle, high, _] = frame;
            delays.push(u32::from_le_bytes([low, middle, high, 0]));
            length = length.checked_sub(16).ok_or(Reason::Broken)?;
        }
        file.seek_relative(i64::from(length) + i64::from(length & 1))?;
    }
    Ok(delays)
}
