//! From received bytes to safe pictures, films and sound.
//!
//! A stranger's file is never decoded by the server itself: [`decoder::Decoder`] starts this same program as a
//! child ([`child::main`]) shut in a sandbox ([`sandbox`]), and takes from it re-encoded renditions that carry nothing of the
//! original but its pixels ([`picture`]).

pub mod child;
pub mod credentials;
pub mod decoder;
pub mod facts;
mod facts_job;
mod ingest;
pub mod likeness;
mod medium;
pub mod originals;
pub mod picture;
pub mod repeats;
pub mod sandbox;
mod store;
pub mod video;
mod words;

pub use credentials::Credentials;
pub use decoder::Decoder;
pub use facts::Facts;
pub use ingest::{Workshop, heavy_runners, runners};
pub use medium::{MediaState, Medium, MediumKind, RenditionFacts, Sheet};
pub use originals::{OpenError, Original, Originals};
pub use picture::{Limits, Reason};
pub use store::{
    expect,
    facts::{Told, list as list_facts},
    film::stop_work,
    forget::{Forgotten, forget},
    list,
};
pub use video::{FilmLimits, Ladder, Rung};
