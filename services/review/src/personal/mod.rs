//! What this room keeps of people with accounts: all that they sent.

mod erase;
mod export;
mod talk;
#[cfg(test)]
pub(crate) mod tests;

use futures_util::stream::BoxStream;
use ground::{
    ids::AccountId,
    personal::{self, Answer},
};
use media::Originals;

pub use erase::withdraw_all;

/// What somebody sent with their account, to be taken along and to be forgotten.
#[derive(Clone, Debug)]
pub struct Personal {
    /// They open what was sent, and know database, store and time.
    originals: Originals,
}

impl Personal {
    /// Of all that was sent to this house.
    pub fn new(originals: Originals) -> Self {
        Self { originals }
    }
}

impl personal::Personal for Personal {
    fn export(&self, account_id: AccountId) -> BoxStream<'_, anyhow::Result<personal::Exported>> {
        self.files(account_id)
    }

    /// Stories hold on to what they were made of: the publishing room forgets them before.
    fn erase(&self, account_id: AccountId) -> Answer<'_, ()> {
        Box::pin(self.forget_all(account_id))
    }
}
