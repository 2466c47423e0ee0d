//! What every room keeps of a person, so that it can be taken along and forgotten. `accounts` asks each room; no room
//! needs to know the others.

use std::pin::Pin;

use tokio::io::AsyncRead;

use crate::ids::AccountId;

/// What a person takes along: a file of the archive.
pub struct Exported {
    /// Its path in the archive, of our making: `contributions/1/text.txt`.
    pub path: String,
    /// Its bytes.
    pub content: Content,
}

/// The bytes of an exported file.
pub enum Content {
    /// Words or JSON.
    Text(String),
    /// Something long, e.g. a film as it was sent.
    Stream(Pin<Box<dyn AsyncRead + Send>>),
}

/// What a future of [`Personal`] gives.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = anyhow::Result<T>> + Send + 'a>>;

/// Gives files one by one: a film is opened when it is its turn.
pub type Files<'a> = futures_util::stream::BoxStream<'a, anyhow::Result<Exported>>;

/// A room that keeps something of people with accounts.
pub trait Personal: Send + Sync {
    /// All of it, in files.
    fn export(&self, account_id: AccountId) -> Files<'_>;

    /// Forgets it: rows, objects, public copies. Done twice it is done. When it fails, it is done again later.
    fn erase(&self, account_id: AccountId) -> Answer<'_, ()>;
}
