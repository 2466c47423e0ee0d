//! All the SQL of this room, by subject.

pub(crate) mod acts;
pub(crate) mod bans;
pub(crate) mod desk_claims;
pub(crate) mod desk_item;
pub(crate) mod desk_keys;
pub(crate) mod desk_list;
pub(crate) mod desk_threads;
pub(crate) mod presses;
pub(crate) mod quotes;
pub(crate) mod rules;
pub(crate) mod trial;
pub(crate) mod words;
pub(crate) mod changes;
pub(crate) mod events;
pub(crate) mod likes;
pub(crate) mod posts;
pub(crate) mod reports;
pub(crate) mod threads;
pub(crate) mod view;
