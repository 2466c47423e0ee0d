//! What the desk lists, counts and keeps at hand: all the SQL of its queues.

pub(crate) mod counts;
mod reach;
pub(crate) mod repeats;
pub(crate) mod rows;
pub(crate) mod select;
mod spans;
pub(crate) mod views;
