//! What this room keeps, each table by the functions of one file.

mod accounts;
mod avatars;
mod connect_transactions;
mod deletion;
mod email_changes;
mod events;
mod factors;
mod identities;
mod invitations;
mod letters;
mod mail_codes;
mod me;
mod notices;
mod passkeys;
mod people;
mod sessions;

pub(crate) use accounts::*;
pub(crate) use avatars::*;
pub(crate) use connect_transactions::*;
pub(crate) use deletion::*;
pub(crate) use email_changes::*;
pub use events::People;
pub(crate) use events::*;
pub(crate) use factors::*;
pub(crate) use identities::*;
pub(crate) use invitations::*;
pub(crate) use letters::*;
pub(crate) use mail_codes::*;
pub(crate) use me::*;
pub(crate) use notices::*;
pub(crate) use passkeys::*;
pub(crate) use people::*;
pub(crate) use sessions::*;
