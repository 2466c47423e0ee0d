//! All the SQL of this room, by subject.

pub(crate) mod acts;
pub(crate) mod answers;
pub(crate) mod bans;
pub(crate) mod boxes;
pub(crate) mod changes;
pub(crate) mod desk_claims;
pub(crate) mod desk_item;
pub(crate) mod desk_keys;
pub(crate) mod desk_list;
pub(crate) mod desk_live;
pub(crate) mod desk_threads;
pub(crate) mod events;
pub(crate) mod likes;
pub(crate) mod mine;
pub(crate) mod notices;
pub(crate) mod personal;
pub(crate) mod posts;
pub(crate) mod presses;
pub(crate) mod quotes;
pub(crate) mod reports;
pub(crate) mod rules;
pub(crate) mod sweep;
pub(crate) mod threads;
pub(crate) mod trial;
pub(crate) mod view;
pub(crate) mod words;
