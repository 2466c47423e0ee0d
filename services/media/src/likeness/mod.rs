//! Whether two pictures show the same, though one was cropped, turned, brightened or compressed again.
//!
//! Of each picture a [`Sketch`] of 24 × 24 cells is kept. Two numbers made of it, its [`Keys`], are the same for most
//! pictures that show the same, so an ordinary index finds who shares one ([`Question`]); [`Question::score`] then
//! compares the sketches themselves, and what shares a key by chance goes. Nothing here knows faces, or what is to be
//! seen: only where it is bright and where it is dark.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts of cells and frames, far below what a float holds"
)]

mod compare;
mod frames;
mod question;
#[cfg(test)]
pub(crate) mod samples;
mod sketch;
mod waves;

pub use frames::{FRAMES, Frame, keep_frames};
pub use question::{ALIKE, Question};
pub use sketch::{FRAME_SIDE, SIDE, Sketch};
pub use waves::{Keys, Part};
