//! What an admin changes of a colleague: role, removal and its end, a lost second factor.
//!
//! Whoever's rights change is signed out everywhere in the same transaction, so that no session has rights that
//! were not asked for when it began.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::AccountId,
    msg,
    viewer::{Admin, Role},
    web::see_other,
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{Refused, address_of, code_of, parse_id};
use crate::{
    events::{self, Event, EventKind},
    letters::{self, LetterKind},
    store::{self, LockedPerson},
};

/// What every form here says: how the person was when the page was made.
#[derive(Deserialize)]
pub(crate) struct ChangeForm {
    #[serde(default)]
    seen: String,
    /// Of the form that asks for one.
    #[serde(default)]
    role: String,
    /// Of the form about what could endanger somebody: `grant` or `take`.
    #[serde(default)]
    risk: String,
}

/// How a person is, as far as the forms here care: a form that was made of something else is refused.
pub(super) fn seen(role: Role, sees_at_risk: bool, removed: bool) -> String {
    format!(
        "{}{}{}",
        code_of(role),
        if sees_at_risk { "-risk" } else { "" },
        if removed { "-removed" } else { "" }
    )
}

/// What is to be changed.
#[derive(Clone, Copy)]
enum Change {
    Role(Role),
    /// Whether they see what could endanger somebody.
    Risk(bool),
    Remove,
    Restore,
    ResetFactors,
}

/// `POST /desk/people/{account_id}/role`
pub(crate) async fn role(
    admin: Admin,
    State(room): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Failure> {
    let role = form.role.parse().map(Change::Role);
    let role = role.map_err(|_| Failure::BadRequest(msg!("error-bad-request")));
    post(&room, &admin, &id, &form, role).await
}

/// `POST /desk/people/{account_id}/risk`: holds within a second, on every instance, also for pages that are open.
pub(crate) async fn risk(
    admin: Admin,
    State(room): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Failure> {
    let change = match form.risk.as_str() {
        "grant" => Ok(Change::Risk(true)),
        "take" => Ok(Change::Risk(false)),
        _ => Err(Failure::BadRequest(msg!("error-bad-request"))),
    };
    post(&room, &admin, &id, &form, change).await
}

/// `POST /desk/people/{account_id}/remove`
pub(crate) async fn remove(
    admin: Admin,
    State(room): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Failure> {
    post(&room, &admin, &id, &form, Ok(Change::Remove)).await
}

/// `POST /desk/people/{account_id}/restore`
pub(crate) async fn restore(
    admin: Admin,
    State(room): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Failure> {
    post(&room, &admin, &id, &form, Ok(Change::Restore)).await
}

/// `POST /desk/people/{account_id}/reset-factors`
pub(crate) async fn reset_factors(
    admin: Admin,
    State(room): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Failure> {
    post(&room, &admin, &id, &form, Ok(Change::ResetFactors)).await
}

async fn post(
    room: &crate::State,
    Admin(admin): &Admin,
    id: &str,
    form: &ChangeForm,
    change: Result<Change, Failure>,
) -> Result<Response, Failure> {
    let id: AccountId = parse_id(id)?;
    let now = room.clock.now();
    admin.confirmed(now, &address_of(id))?;
    let change = change?;
    let mut tx = ground::db::begin(&room.pool).await?;
    let people = store::lock_person_and_admins(&mut tx, id).await?;
    may(&people, admin.account_id, id, form, change)?;
    apply(room, &mut tx, admin.account_id, &people, id, change, now).await?;
    tx.commit().await?;
    tracing::info!(account.id = %id, actor.id = %admin.account_id, "the rights of a person were changed");
    Ok(see_other(&address_of(id)))
}

/// Whether it may be changed, by what is locked now.
fn may(
    people: &[LockedPerson],
    admin: AccountId,
    id: AccountId,
    form: &ChangeForm,
    change: Change,
) -> Result<(), Refused> {
    require_admin(people, admin)?;
    let person = of(people, id).ok_or(Refused::Unknown)?;
    if form.seen != seen(person.role, person.sees_at_risk, person.deactivated) {
        return Err(Refused::Changed);
    }
    let goes = match change {
        Change::Remove if id == admin => return Err(Refused::OwnRemoval),
        Change::ResetFactors if id == admin => return Err(Refused::OwnFactors),
        // Of a page that offers it, the state was compared already; a form made by hand is late at best.
        Change::Remove if person.deactivated => return Err(Refused::Changed),
        Change::Restore if !person.deactivated || person.leaving => return Err(Refused::Changed),
        Change::Remove => true,
        Change::Role(role) => role != Role::Admin,
        Change::Restore | Change::ResetFactors | Change::Risk(_) => false,
    };
    let stays = |other: &LockedPerson| {
        other.account_id != id && other.role == Role::Admin && !other.deactivated && !other.leaving
    };
    let was_one = person.role == Role::Admin && !person.deactivated;
    if goes && was_one && !people.iter().any(stays) {
        return Err(Refused::LastAdmin);
    }
    Ok(())
}

/// Who asks must still be an admin: between their request's beginning and the lock, a colleague may have been faster.
pub(super) fn require_admin(people: &[LockedPerson], admin: AccountId) -> Result<(), Refused> {
    of(people, admin)
        .filter(|person| person.role == Role::Admin && !person.deactivated)
        .map(|_| ())
        .ok_or(Refused::NoAdminAnyMore)
}

fn of(people: &[LockedPerson], id: AccountId) -> Option<&LockedPerson> {
    people.iter().find(|person| person.account_id == id)
}

async fn apply(
    room: &crate::State,
    conn: &mut PgConnection,
    admin: AccountId,
    people: &[LockedPerson],
    id: AccountId,
    change: Change,
    now: DateTime<Utc>,
) -> Result<(), Refused> {
    let person = of(people, id).ok_or(Refused::Unknown)?;
    let (kind, detail) = match change {
        Change::Role(role) if role == person.role => return Ok(()),
        Change::Role(role) => {
            store::set_role(conn, id, role).await?;
            (EventKind::RoleChanged, code_of(role))
        }
        Change::Risk(sees) if sees == person.sees_at_risk => return Ok(()),
        Change::Risk(sees) => {
            store::set_sees_at_risk(conn, id, sees).await?;
            let kind = if sees {
                EventKind::RiskGranted
            } else {
                EventKind::RiskTaken
            };
            (kind, "")
        }
        Change::Remove => {
            store::set_deactivated(conn, id, Some(now)).await?;
            if let Some(email) = &person.email {
                store::end_invitations_of(conn, email, now).await?;
            }
            (EventKind::Removed, "")
        }
        Change::Restore => {
            store::set_deactivated(conn, id, None).await?;
            (EventKind::Restored, "")
        }
        Change::ResetFactors => {
            crate::second::forget_factors(conn, id).await?;
            letters::post(conn, &room.ids, id, LetterKind::FactorsReset, "", now).await?;
            (EventKind::FactorsReset, "")
        }
    };
    // What may be seen is asked for with each request, and again where an answer goes on: nobody has to sign in anew.
    if !matches!(change, Change::Risk(_)) {
        // Whoever made them may be no admin any more; an admin who stays one makes new ones.
        store::end_invitations_by(conn, id, now).await?;
        store::delete_sessions_of(conn, id, None).await?;
    }
    let event = Event::own(id, kind, "").detail(detail).by(admin);
    events::record(conn, &room.ids, now, &event).await?;
    Ok(())
}
