//! Bytes in, by multipart and by tus, out to one finished private object.
//!
//! What came in belongs to nobody until it is claimed: its sender holds a [`Token`], and who names it in time
//! makes the bytes part of a contribution. What nobody claims is swept.

mod claim;
mod file;
#[doc(hidden)]
pub mod for_fuzzing;
mod forget;
mod form;
mod jobs;
mod lent;
mod limits;
mod paced;
mod store;
#[cfg(test)]
mod testing;
mod token;
mod tree_hash;
pub mod tus;

use ground::{blobs::Blobs, clock::Clock, ids::Ids};
use sqlx::PgPool;

pub use claim::{ClaimError, Claimed, Held, claim, peek};
pub use file::{FileRefusal, ReceivedFile, RefusedFile};
pub use forget::forget;
pub use form::{Fields, FormError, ReceivedForm, linger, receive_form, too_large};
pub use jobs::runners;
pub use limits::FormLimits;
pub use token::{Token, UnknownToken};

/// The one way by which bytes come in.
#[derive(Clone)]
pub struct Acceptor {
    /// The database.
    pub pool: PgPool,
    /// Where the bytes go.
    pub blobs: Blobs,
    /// The time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// How much, and how slowly.
    pub limits: FormLimits,
}
