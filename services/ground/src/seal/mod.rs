//! Sealing: what rests in the object store is of no use to who only has the object store, or only the database.
//!
//! Each object is an age file (<https://c2sp.org/age>: X25519, then ChaCha20-Poly1305 over segments of 64 KiB in
//! the STREAM construction) for a key of its own, [`ObjectKey`]. That key lies in the database, in an
//! [`Envelope`] that is an age file, too, for the newsroom's key and, when there is one, for a key kept offline
//! ([`Keys`]). The newsroom's key is in a file beside the database, never in it ([`Keyring`]). Changing it writes
//! new envelopes and touches no object. Nothing here is cryptography of ours: docs/decisions/0010.

mod body;
mod envelope;
#[doc(hidden)]
pub mod for_fuzzing;
mod key;
mod ring;
#[cfg(test)]
mod tests;

pub use body::{ObjectKey, OpenError, Opened, open, seal};
pub use envelope::{Envelope, UnwrapError};
pub use key::{Identity, KeyId, Recipient, WrongKey};
pub use ring::{Keyring, Keys, Source};
