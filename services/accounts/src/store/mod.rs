//! What this room keeps, each table by the functions of one file.

mod accounts;
mod events;
mod invitations;
mod sessions;

pub(crate) use accounts::*;
pub(crate) use events::*;
pub(crate) use invitations::*;
pub(crate) use sessions::*;
