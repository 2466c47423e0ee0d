//! From received bytes to safe pictures.
//!
//! A stranger's file is never decoded by the server itself: [`decoder::Decoder`] starts this same program as a
//! child ([`child::main`]) with strict limits, and takes from it re-encoded renditions that carry nothing of the
//! original but its pixels ([`picture`]).

pub mod child;
pub mod decoder;
mod ingest;
mod medium;
pub mod picture;
mod store;
mod words;

pub use decoder::Decoder;
pub use ingest::{Workshop, runners};
pub use medium::{MediaState, Medium, RenditionFacts};
pub use picture::{Limits, Reason};
pub use store::{expect, list};
