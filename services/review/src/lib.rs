//! Review: a contribution from "sent" to "decided". The reader's form and receipt; the editors' desk.

mod contribute;
mod decisions;
mod deed;
mod desk;
mod event;
#[doc(hidden)]
pub mod for_fuzzing;
mod from_comment;
mod jobs;
mod looks;
mod machine;
mod mine;
mod personal;
mod reasons;
mod receipt;
mod retention;
mod settling;
mod store;
mod submission;
mod talk;
#[cfg(test)]
mod testing;
mod told;

use std::sync::Arc;

use axum::{Router, extract::FromRef};
use chrono::TimeDelta;
use ground::{
    blobs::Blobs,
    clock::Clock,
    ids::Ids,
    live::Live,
    web::{Limiter, Site, Work},
};
use sqlx::PgPool;

pub use decisions::Press;
pub use desk::Hub;
pub use from_comment::{FromComment, take_in_comment};
pub use jobs::runners;
pub use looks::note_look_by_operator;
pub use personal::{Personal, withdraw_all};
pub use receipt::Receipts;
pub use retention::{runners as retention_runners, stopped as retention_stopped};
pub use store::audit::{Acts, Histories};
pub use store::publication::{
    files_of, find_for_publication, mark_published, note_story_edited, why_not_public,
};
pub use submission::{ChangeError, Consent, State as SubmissionState, Submission};

/// What this room needs.
#[derive(Clone)]
pub struct State {
    /// The database.
    pub pool: PgPool,
    /// The time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// Private renditions, for the desk.
    pub blobs: Blobs,
    /// What was sent, sealed; for editors, one by one.
    pub originals: media::Originals,
    /// Takes the bytes of forms.
    pub acceptor: uploads::Acceptor,
    /// Makes receipt codes and their hashes.
    pub receipts: Receipts,
    /// Wrong receipt codes.
    pub wrong_codes: Limiter,
    /// Contributions sent.
    pub sendings: Limiter,
    /// When so many were sent within its window, who is not signed in shows that they mean it.
    pub sendings_soft: usize,
    /// By this.
    pub work: Work,
    /// Word of changes, for the desk.
    pub live: Live,
    /// What they are, for who watches.
    pub hub: Hub,
    /// The newsroom.
    pub site: Arc<Site>,
    /// How decisions are made.
    pub desk: DeskRules,
}

/// How decisions are made at the desk.
#[derive(Clone, Copy, Debug)]
pub struct DeskRules {
    /// So long each can be undone, and nothing follows from it.
    pub undo: TimeDelta,
    /// The program calls spam what repeats spam, until somebody looks.
    pub machine_rules: bool,
}

impl FromRef<State> for PgPool {
    fn from_ref(state: &State) -> Self {
        state.pool.clone()
    }
}

/// Every route of this room.
pub fn router(state: State) -> Router {
    Router::new()
        .merge(contribute::router())
        .merge(receipt::router())
        .merge(mine::router())
        .merge(desk::router())
        .with_state(state)
}
