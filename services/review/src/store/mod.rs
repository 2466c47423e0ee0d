//! All SQL of this room.

pub(crate) mod acts;
pub(crate) mod audit;
pub(crate) mod care;
pub(crate) mod bulk;
pub(crate) mod checks;
pub(crate) mod claims;
pub(crate) mod decisions;
pub(crate) mod desk;
pub(crate) mod history;
pub(crate) mod intake;
pub(crate) mod live;
pub(crate) mod machine;
pub(crate) mod mine;
pub(crate) mod preferences;
pub(crate) mod notes;
pub(crate) mod people;
pub(crate) mod publication;
pub(crate) mod queue;
pub(crate) mod reasons;
pub(crate) mod replies;
pub(crate) mod retention;
pub(crate) mod risk;
pub(crate) mod search;
pub(crate) mod talk;
pub(crate) mod talk_told;
pub(crate) mod withdrawal;
