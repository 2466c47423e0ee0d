//! Who is asking: invitations, passwords, sessions and roles.

mod email;
mod invitations;
mod invite;
mod me;
mod new_editor;
mod own_path;
mod password_rules;
mod passwords;
mod sessions;
mod signin;
mod signout;
mod store;
#[cfg(test)]
mod testing;
mod tries;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use ground::{
    clock::Clock,
    ids::Ids,
    web::{Limiter, Site},
};
use sqlx::PgPool;

pub use email::{BadEmail, Email};
pub use invitations::{first_editor_link, invitation_link, invite};
pub use passwords::Passwords;
pub use sessions::{SessionLimits, sweep_sessions, viewer};
pub use tries::AccountTries;

/// What this room needs.
#[derive(Clone)]
pub struct State {
    /// The database.
    pub pool: PgPool,
    /// The time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// The newsroom.
    pub site: Arc<Site>,
    /// Sign-ins tried, by source: 10 a minute.
    pub sign_ins: Limiter,
    /// Sign-ins tried, by account.
    pub account_tries: AccountTries,
    /// Hashes passwords.
    pub passwords: Passwords,
    /// When a session ends by itself.
    pub session_limits: SessionLimits,
}

/// Every route of this room. [`viewer`] is a layer for all rooms, not only for this one.
pub fn router(state: State) -> Router {
    Router::new()
        .route("/invite/{token}", get(invite::get).post(invite::post))
        .route("/signin", get(signin::get).post(signin::post))
        .route("/signout", post(signout::post))
        .route("/me", get(me::get))
        .with_state(state)
}
