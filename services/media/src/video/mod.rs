//! From a stranger's film or sound to what every browser plays.
//!
//! 1. [`recognise`] looks at the first bytes, before any foreign program does;
//! 2. `probe` reads what ffprobe, shut in, says of the streams, and holds it against the limits;
//! 3. `plan` decides: what every browser plays already is packed anew without its metadata, everything else is encoded,
//!    a small rung first, so that the desk can watch soon, then the ladder of the others;
//! 4. `loudness` says by how much its sound is to be changed;
//! 5. `arguments` says so to ffmpeg, `playlist` reads how far it is, and writes what players read (RFC 8216);
//! 6. `notes` overwrites what is written between the pictures of a film that was packed.
//!
//! What will be packed can mostly be seen beforehand: `glance` looks, so that it is begun while ffprobe still reads.
//!
//! A rung is one fragmented MP4 (ISO/IEC 14496-12) whose segments are ranges of its bytes: one object in the store, and
//! a file that players without HLS play, too. Nothing passes to it but pictures and sound: no metadata, no other
//! streams, no date.

mod arguments;
mod boxes;
#[doc(hidden)]
pub mod for_fuzzing;
mod glance;
mod head;
mod limits;
mod loudness;
mod notes;
mod plan;
mod playlist;
mod probe;
mod recognise;
mod waveform;

pub use limits::FilmLimits;
pub use playlist::{Ladder, Rung, Segment};
pub use recognise::{Container, recognise};

pub(crate) use arguments::{
    FRAME_MS, FRAMES, LADDER_LIST, LADDER_RUNG, LIST, LOUDNESS, ORIGINAL, POSTER, RUNG, SOUND, SPRITE,
    first_rung, ladder, leaves, listening, packing, poster, probing, samples,
};
pub(crate) use glance::glance;
pub(crate) use head::tidy;
pub(crate) use loudness::gain;
pub(crate) use notes::blank_notes;
pub(crate) use plan::{Plan, SpriteSheet, Step, plan};
pub(crate) use playlist::{Written, codecs, read as read_playlist, so_far};
pub(crate) use probe::{Streams, parse as parse_probe};
pub(crate) use waveform::Waveform;
