//! What this room keeps, each table by the functions of one file.

mod accounts;
mod avatars;
mod connect_transactions;
mod events;
mod factors;
mod deletion;
mod email_changes;
mod identities;
mod invitations;
mod passkeys;
mod letters;
mod mail_codes;
mod notices;
mod people;
mod me;
mod sessions;

pub(crate) use accounts::*;
pub(crate) use avatars::*;
pub(crate) use connect_transactions::*;
pub(crate) use events::*;
pub(crate) use factors::*;
pub(crate) use deletion::*;
pub(crate) use email_changes::*;
pub(crate) use identities::*;
pub(crate) use invitations::*;
pub(crate) use passkeys::*;
pub(crate) use letters::*;
pub(crate) use mail_codes::*;
pub(crate) use notices::*;
pub(crate) use people::*;
pub(crate) use me::*;
pub(crate) use sessions::*;
