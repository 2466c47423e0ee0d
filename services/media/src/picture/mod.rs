//! From a stranger's picture to clean renditions.
//!
//! Everything here runs in the child process (`crate::child`), on the file it was handed, and never trusts a byte:
//!
//! 1. [`recognise`] looks at the first bytes;
//! 2. `probe` reads the header: size, orientation, colour profile, and what decoding will cost;
//! 3. `decode` makes planes of brightness and colour, as which JPEG and WebP keep a picture; a JPEG at a half, a
//!    quarter or an eighth where that is enough, a PNG some rows at a time;
//! 4. `render` resizes the planes to the largest width first, and only then turns the picture upright and converts
//!    colours to sRGB, because that is cheap on the small picture and dear on the large one; every smaller width is
//!    made from the next larger one, and encoded as JPEG and as WebP without ever being RGB.
//!
//! What moves is shown standing, and as a short film besides (`animation`).
//!
//! Nothing but pixels passes from the original to a rendition: no EXIF, no XMP, no colour profile, no comment. Nor may
//! pixels spell what another program would run (`markers`). Transparency becomes white, in both formats, so that they
//! show the same picture.

mod animation;
mod colour;
mod decode;
mod decode_jpeg;
mod decode_png;
mod decode_webp;
mod encode_jpeg;
mod gif;
mod heif;
mod jpeg_markers;
mod libwebp;
mod likeness;
mod limits;
mod markers;
mod planes;
mod png_chunks;
mod probe;
mod reason;
mod recognise;
mod render;
mod resize;
mod rgb_rows;
mod sizes;
mod turn;
mod ycbcr;

#[doc(hidden)]
pub mod for_fuzzing;

#[cfg(test)]
pub(crate) mod samples;

pub use limits::Limits;
pub use reason::Reason;
pub use recognise::{Kind, recognise};

pub(crate) use animation::{SLOT as FILM_SLOT, film_arguments, is_animated, size as film_size, write_y4m};
pub(crate) use limits::MIB;
pub(crate) use probe::{Facts, probe};
pub(crate) use reason::Stop;
pub(crate) use recognise::HEAD_BYTES;
pub(crate) use render::{Made, render, render_copy};
pub(crate) use sizes::{Size, sizes};
