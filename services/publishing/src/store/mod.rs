//! All SQL of this room.
//!
//! A story is *live* from the moment it becomes public until it is withdrawn, while its contribution stands as published
//! and the contributor's consent still lets it out. That is one function of the database, `story_is_live`, which every
//! query for the public asks: so a withdrawal bites in the moment it is written, before any job has run, and what can
//! still be undone is seen by nobody.

pub(crate) mod boxes;
pub(crate) mod compose;
pub(crate) mod elsewhere;
pub(crate) mod find;
pub(crate) mod index;
pub(crate) mod public;
pub(crate) mod retire;
pub(crate) mod sitemap;
pub(crate) mod told;
