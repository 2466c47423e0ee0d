//! All the SQL of this room, by subject.

pub(crate) mod threads;
