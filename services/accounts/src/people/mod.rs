//! The people of the newsroom, for admins. To everyone else, editors and chiefs too, nothing of it exists.

mod changes;
mod history;
mod invite;
mod list;
mod person;
#[cfg(test)]
mod tests;

use axum::{Router, middleware::from_extractor, routing::any};
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    msg,
    viewer::{Admin, Role},
};

use crate::invite::role_words;

const PEOPLE: &str = "/desk/people";

/// Its pages and doors.
pub(crate) fn routes() -> Router<crate::Inside> {
    Router::new()
        .route("/desk/people", any(nothing).get(list::get))
        .route("/desk/people/history", any(nothing).get(history::get))
        .route("/desk/people/invite", any(nothing).post(invite::post))
        .route("/desk/people/invitations/{invitation_id}/end", any(nothing).post(invite::end))
        .route("/desk/people/{account_id}", any(nothing).get(person::get))
        .route("/desk/people/{account_id}/role", any(nothing).post(changes::role))
        .route("/desk/people/{account_id}/risk", any(nothing).post(changes::risk))
        .route("/desk/people/{account_id}/remove", any(nothing).post(changes::remove))
        .route("/desk/people/{account_id}/restore", any(nothing).post(changes::restore))
        .route("/desk/people/{account_id}/reset-factors", any(nothing).post(changes::reset_factors))
        // Before anything else is looked at: a wrong id or form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Admin>())
}

/// Every other method: 404 and not 405, whose `Allow` axum writes last of all, also for outsiders.
async fn nothing() -> Failure {
    Failure::NotFound
}

/// Where a person's page is.
fn address_of(id: AccountId) -> String {
    format!("{PEOPLE}/{id}")
}

/// An id in an address; what cannot be one names nothing.
fn parse_id<Id: std::str::FromStr>(text: &str) -> Result<Id, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// A role's name in forms and in what is written down.
fn code_of(role: Role) -> &'static str {
    match role {
        Role::Editor => "editor",
        Role::Chief => "chief",
        Role::Admin => "admin",
    }
}

/// The roles to choose from.
fn roles() -> Vec<(&'static str, Message)> {
    [Role::Editor, Role::Chief, Role::Admin]
        .into_iter()
        .map(|role| (code_of(role), role_words(role)))
        .collect()
}

/// Why nothing was changed.
enum Refused {
    /// There is no such person here.
    Unknown,
    /// Since the page was made, somebody else changed this person.
    Changed,
    /// Since the page was made, who asks lost the right to.
    NoAdminAnyMore,
    /// Nobody would be left who rules over people.
    LastAdmin,
    /// Nobody removes themselves.
    OwnRemoval,
    /// One's own factors are changed on one's own page, which asks for them.
    OwnFactors,
    /// The database failed.
    Database(sqlx::Error),
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Unknown => Self::NotFound,
            Refused::Changed => Self::Conflict(msg!("people-changed")),
            Refused::NoAdminAnyMore => Self::Conflict(msg!("people-no-admin-any-more")),
            Refused::LastAdmin => Self::Conflict(msg!("people-last-admin")),
            Refused::OwnRemoval => Self::Conflict(msg!("people-own-removal")),
            Refused::OwnFactors => Self::Conflict(msg!("people-own-factors")),
            Refused::Database(error) => error.into(),
        }
    }
}
