//! Who is asking: invitations, passwords, sessions and roles.

mod device;
mod email;
mod entrance;
mod events;
#[doc(hidden)]
pub mod for_fuzzing;
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
    extract::FromRef,
    routing::{get, post},
};
use ground::{
    clock::Clock,
    ids::Ids,
    personal::Personal,
    secret::ServerKey,
    web::{Limiter, Site},
};
use sqlx::PgPool;

pub use invitations::{InviteError, first_editor_link, invite};
pub use passwords::Passwords;
pub use sessions::{SessionLimits, sweep_sessions, viewer};

use tries::AccountTries;

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
    /// Hashes passwords.
    pub passwords: Passwords,
    /// When a session ends by itself.
    pub sessions: SessionLimits,
    /// Makes codes and links of mails, and seals secrets of authenticator apps.
    pub key: ServerKey,
    /// As configured.
    pub settings: Arc<Settings>,
    /// What the other rooms keep of a person.
    pub others: Arc<[Arc<dyn Personal>]>,
}

/// As configured.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Staff needs a second factor. Only trying the program out may do without.
    pub second_factor: bool,
}

/// What the handlers see: what was given, and what only this room counts.
#[derive(Clone)]
struct Inside {
    given: State,
    tries: AccountTries,
}

impl FromRef<Inside> for State {
    fn from_ref(inside: &Inside) -> Self {
        inside.given.clone()
    }
}

impl FromRef<Inside> for AccountTries {
    fn from_ref(inside: &Inside) -> Self {
        inside.tries.clone()
    }
}

/// Every route of this room. [`viewer`] is a layer for all rooms, not only for this one.
pub fn router(state: State) -> Router {
    let inside = Inside {
        tries: AccountTries::new(state.clock.clone()),
        given: state,
    };
    Router::new()
        .route("/invite/{token}", get(invite::get).post(invite::post))
        .route("/signin", get(signin::get).post(signin::post))
        .route("/signout", post(signout::post))
        .route("/me", get(me::get))
        .with_state(inside)
}
