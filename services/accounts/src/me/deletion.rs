//! Asking to be forgotten, with time to think it over, and changing one's mind.

use askama::Template;
use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure, msg,
    viewer::{Role, SignedIn},
    web::{Cx, Page, see_other},
};

use super::{signed_in, this_session};
use crate::{
    device::device,
    events::{self, Event, EventKind},
    letters::{self, LetterKind},
    store,
};

/// The page that asks and answers.
const HERE: &str = "/me/delete";

#[derive(Template)]
#[template(path = "accounts/delete.html")]
struct DeletePage {
    cx: Cx,
    days: i64,
    /// When it would be, asked for now.
    would_be: DateTime<Utc>,
    leaving: Option<DateTime<Utc>>,
    is_staff: bool,
    /// Nobody else could let people in.
    is_last_admin: bool,
}

/// `GET /me/delete`
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let (own, is_last_admin) = {
        let mut tx = ground::db::begin(&room.pool).await?;
        let own = store::find_own(&mut tx, person.account_id).await?;
        let last = is_last_admin(&mut tx, &person).await?;
        tx.commit().await?;
        (own.ok_or(Failure::NotFound)?, last)
    };
    let page = DeletePage {
        days: room.settings.deletion_days,
        would_be: now + TimeDelta::days(room.settings.deletion_days),
        leaving: own.deletes_at,
        is_staff: person.role.is_some(),
        is_last_admin: is_last_admin && own.deletes_at.is_none(),
        cx: cx.clone(),
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /me/delete`
///
/// Asked for twice, it stays as it was asked for first.
pub(crate) async fn post(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let deletes_at = now + TimeDelta::days(room.settings.deletion_days);
    let mut tx = ground::db::begin(&room.pool).await?;
    // Before the row itself is touched: of two admins who go at once, both lock the admins first, in one order.
    let last = is_last_admin(&mut tx, &person).await?;
    if store::is_leaving(&mut tx, person.account_id).await? {
        return Ok(see_other(HERE));
    }
    if last {
        return Err(Failure::Conflict(msg!("me-delete-last-admin")));
    }
    if store::set_deletion_asked(&mut tx, person.account_id, now, deletes_at).await? {
        store::delete_sessions_of(&mut tx, person.account_id, this_session(&room, &jar).as_deref()).await?;
        let device = device(&headers);
        let event = Event::own(person.account_id, EventKind::DeletionAsked, &device);
        events::record(&mut tx, &room.ids, now, &event).await?;
        let (kind, day) = (LetterKind::DeletionAsked, deletes_at.to_rfc3339());
        letters::post(&mut tx, &room.ids, person.account_id, kind, &day, now).await?;
        tracing::info!(account.id = %person.account_id, "an account is to be forgotten");
    }
    tx.commit().await?;
    Ok(see_other(HERE))
}

/// `POST /me/delete/call-off`
///
/// It needs no second look: nothing is lost by it.
pub(crate) async fn call_off(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me")?;
    let now = room.clock.now();
    let device = device(&headers);
    let mut tx = ground::db::begin(&room.pool).await?;
    if store::set_deletion_called_off(&mut tx, person.account_id).await? {
        let event = Event::own(person.account_id, EventKind::DeletionCalledOff, &device);
        events::record(&mut tx, &room.ids, now, &event).await?;
    }
    tx.commit().await?;
    Ok(see_other("/me?done=called-off"))
}

/// Whether nobody but them could let others in. Holds every admin's row until the transaction ends.
async fn is_last_admin(conn: &mut sqlx::PgConnection, person: &SignedIn) -> sqlx::Result<bool> {
    if person.role != Some(Role::Admin) {
        return Ok(false);
    }
    let staying = store::lock_staying_admins(conn).await?;
    Ok(staying.iter().all(|admin| *admin == person.account_id))
}
