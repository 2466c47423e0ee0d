//! All SQL of this room.

pub(crate) mod desk;
pub(crate) mod history;
pub(crate) mod intake;
pub(crate) mod mine;
pub(crate) mod publication;
pub(crate) mod withdrawal;
