//! The queue: work that follows from a fact is enqueued in the fact's own transaction.
//!
//! A job is *leased*: a worker that dies needs nobody to notice, time passes and another takes over. Every
//! later word about the job must name the lease, so one that lost it changes nothing. Attempts are counted
//! when a job is taken, so a job that kills its worker is parked in the end instead of looping for ever.
//! Jobs run at least once; runners are idempotent. All times are the database's, so that workers with
//! different clocks agree.

mod payloads;
mod queue;
mod runner;

pub use payloads::*;
pub use queue::{
    Parked, Queued, enqueue, enqueue_at, enqueue_once, is_due, list_parked, oldest_due_seconds, retry_parked,
};
pub use runner::{JobError, Runners};

/// A piece of work: ids only, the runner looks the rest up.
pub trait Job: serde::Serialize + serde::de::DeserializeOwned + Send + 'static {
    /// `room.verb_object`, e.g. `media.ingest_upload`.
    const KIND: &'static str;
    /// After so many attempts the job is parked.
    const MAX_ATTEMPTS: i32 = 8;
    /// How long a worker may be silent before another takes over, in seconds. Renewed while the job runs.
    const LEASE_SECONDS: f64 = 30.0;
}
