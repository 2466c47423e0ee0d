//! From a stranger's picture to clean renditions.
//!
//! Everything here runs in the child process (`crate::child`), on the file it was handed, and never trusts a byte:
//!
//! 1. [`recognise`] looks at the first bytes;
//! 2. `probe` reads the header: size, orientation, colour profile, and what decoding will cost;
//! 3. `decode` makes pixels, a JPEG at a half, a quarter or an eighth where that is enough;
//! 4. `render` resizes to the largest width first, and only then converts colours to sRGB and turns the picture
//!    upright, because that is cheap on the small picture and dear on the large one; every smaller width is made
//!    from the next larger one, and encoded as WebP and as JPEG.
//!
//! Nothing but pixels passes from the original to a rendition: no EXIF, no XMP, no colour profile, no comment.
//! Transparency becomes white, in both formats, so that they show the same picture.

mod colour;
mod decode;
mod encode_jpeg;
mod encode_webp;
mod jpeg_markers;
mod limits;
mod placeholder;
mod png_chunks;
mod probe;
mod reason;
mod recognise;
mod render;
mod resize;
mod sizes;

#[cfg(test)]
mod samples;

pub use limits::Limits;
pub use reason::Reason;
pub use recognise::{Kind, recognise};

pub(crate) use limits::MIB;
pub(crate) use probe::{Facts, probe};
pub(crate) use reason::Stop;
pub(crate) use render::{Made, render};
pub(crate) use sizes::sizes;
