//! Who is asking: invitations, passwords, sessions and roles.

mod avatar;
mod connect;
mod cookies;
mod device;
mod email;
mod entrance;
mod events;
#[doc(hidden)]
pub mod for_fuzzing;
mod forgot;
mod invitations;
mod invite;
mod jobs;
mod known_device;
mod letters;
mod mail_codes;
mod me;
mod names;
mod new_editor;
mod notices;
mod own_path;
mod password_rules;
mod passwords;
mod people;
mod register;
mod registering;
mod reset;
mod second;
mod sessions;
mod signin;
mod signout;
mod store;
#[cfg(test)]
mod testing;
mod tries;
mod verify;

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

pub use connect::{Connect, ProviderConfig, ProviderKind};
pub use ground::outbound::Outbound;
pub use invitations::{InviteError, first_editor_link, invite};
pub use jobs::runners;
pub use passwords::Passwords;
pub use sessions::{SessionLimits, viewer};
pub use store::People;

use registering::Knocks;
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
    /// Takes pictures of people.
    pub acceptor: uploads::Acceptor,
    /// Asks push services.
    pub outbound: Outbound,
    /// The other services that people may come in by.
    pub connect: Connect,
    /// What the other rooms keep of a person.
    pub others: Arc<[Arc<dyn Personal>]>,
}

/// As configured.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Staff needs a second factor. Only trying the program out may do without.
    pub second_factor: bool,
    /// So long people may think it over who asked to be forgotten, in days.
    pub deletion_days: i64,
}

/// What the handlers see: what was given, and what only this room counts.
#[derive(Clone)]
struct Inside {
    given: State,
    tries: AccountTries,
    code_tries: second::CodeTries,
    knocks: Knocks,
    choosings: avatar::Choosings,
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

impl FromRef<Inside> for second::CodeTries {
    fn from_ref(inside: &Inside) -> Self {
        inside.code_tries.clone()
    }
}

impl FromRef<Inside> for Knocks {
    fn from_ref(inside: &Inside) -> Self {
        inside.knocks.clone()
    }
}

impl FromRef<Inside> for avatar::Choosings {
    fn from_ref(inside: &Inside) -> Self {
        inside.choosings.clone()
    }
}

/// Every route of this room. [`viewer`] is a layer for all rooms, not only for this one.
pub fn router(state: State) -> Router {
    let inside = Inside {
        tries: AccountTries::new(state.clock.clone()),
        code_tries: second::CodeTries::new(state.clock.clone()),
        knocks: Knocks::new(&state.clock),
        choosings: avatar::Choosings::new(&state.clock),
        given: state,
    };
    Router::new()
        .route("/invite/{token}", get(invite::get).post(invite::post))
        .route("/signin", get(signin::get).post(signin::post))
        .route("/signout", post(signout::post))
        .merge(me::routes())
        .merge(notices::routes())
        .merge(avatar::routes())
        .merge(people::routes())
        .merge(registering::routes())
        .merge(second::routes())
        .merge(connect::routes())
        .with_state(inside)
}
