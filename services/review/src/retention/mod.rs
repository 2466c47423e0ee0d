//! How long contributions are kept: who somebody is goes first, then all of it. docs/RETENTION.md gives the reasons.

mod clock;
mod job;
mod rule;
#[cfg(test)]
mod tests;

pub(crate) use clock::Seen;
pub use job::{runners, stopped};
pub(crate) use rule::{DAYS_MAX, Fate, Kept, Rule, told_to_contributor};
