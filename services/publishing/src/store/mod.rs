//! All SQL of this room.
//!
//! A story is *live* while it is published and not withdrawn, its contribution stands as published, and the
//! contributor's consent still lets it out. Every query for the public asks all of that, so that a withdrawal
//! bites in the moment it is written, before any job has run.

pub(crate) mod compose;
pub(crate) mod public;
pub(crate) mod retire;
