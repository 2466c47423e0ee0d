//! What every room stands on: ids, clock, database, object storage, jobs, mail, languages, web manners.
//!
//! Nothing of ours is imported here, and nothing here knows what a submission or a story is, but for the
//! names of their ids and the payloads of the jobs that one room asks of another.

pub mod age;
pub mod audit;
pub mod blobs;
pub mod clock;
pub mod db;
pub mod failure;
pub mod feed;
pub mod fold;
pub mod ids;
pub mod jobs;
pub mod kept;
pub mod lang;
pub mod live;
pub mod mail;
pub mod names;
pub mod outbound;
pub mod personal;
pub mod seal;
pub mod secret;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod viewer;
pub mod web;

pub use failure::{Failure, report};
