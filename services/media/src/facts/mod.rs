//! What a received file tells about itself: when, where and with what it was made, and what changed it.
//!
//! These are private facts for an editor, each with its source, taken as they stand: the file may lie, and most files
//! say little. Nothing is guessed here, and what is missing is just not recorded.
//!
//! Everything that reads bytes runs in the child process (`crate::child`) and never trusts one: [`read()`] looks at a
//! bounded part of the file ([`window`]), keeps a bounded number of facts of bounded length, and hands out text without
//! control characters. A part that is broken tells nothing; the others still do.

mod audio;
mod bmff;
mod bundle;
mod compare;
mod exif;
mod exif_names;
mod heif;
mod iptc;
mod jpeg;
mod list;
mod matroska;
mod moment;
mod nearest;
mod place;
mod png;
mod quicktime;
mod read;
mod riff;
mod text;
mod tiff;
mod window;
mod xmp;

#[doc(hidden)]
pub mod for_fuzzing;

#[cfg(test)]
mod tests;

pub use compare::{Apart, Distance, distance, hours_apart};
pub use list::{Device, Edit, Fact, Facts, What};
pub(crate) use moment::parse as parse_moment;
pub use moment::{Moment, Precision};
pub use nearest::{Nearest, nearest};
pub use place::{Place, Point};
pub(crate) use read::add_nearest;
pub use read::read;
pub(crate) use text::clean;
pub(crate) use window::Bytes;
