//! A service joins the account of somebody who is signed in.

use axum::response::Response;
use chrono::TimeDelta;
use ground::{Failure, ids::AccountId, viewer::CONFIRMED_FOR, web::see_other};

use super::{
    callback::LASTS,
    person::Person,
    start::CONNECTIONS,
    trouble::{Place, Trouble},
};
use crate::{
    events::{self, Event, EventKind},
    store,
};

/// Whoever began the way had shown that it is them so long before, and was so long under way.
const SHOWN_WITHIN: TimeDelta = match CONFIRMED_FOR.checked_add(&LASTS) {
    Some(sum) => sum,
    None => LASTS,
};

/// Joins it, or says why not. The account is the one that began the way; who has signed out since, or signed in as
/// somebody else, joins nothing.
pub(super) async fn join(
    room: &crate::State,
    place: &Place<'_>,
    account_id: AccountId,
    person: &Person,
    device: &str,
) -> Result<Response, Failure> {
    let now = room.clock.now();
    if place
        .cx
        .viewer()
        .0
        .as_ref()
        .is_some_and(|viewer| viewer.account_id != account_id)
    {
        return Err(place.failure(Trouble::SignedOut));
    }
    // A form from another site brings no session along, but the one it was begun in must still be there.
    if place.cx.viewer().0.is_none() && !place.provider.by_form {
        return Err(place.failure(Trouble::SignedOut));
    }
    let mut tx = ground::db::begin(&room.pool).await?;
    let open = store::lock_account(&mut tx, account_id).await?.is_some();
    if !open || !store::has_session_shown_since(&mut tx, account_id, now - SHOWN_WITHIN).await? {
        return Err(place.failure(Trouble::SignedOut));
    }
    match store::find_identity(&mut tx, &person.issuer, &person.subject).await? {
        Some(owner) if owner == account_id => return Ok(see_other(CONNECTIONS)),
        Some(_) => return Err(place.failure(Trouble::Others)),
        None => {}
    }
    if store::has_identity_of(&mut tx, account_id, &place.provider.key).await? {
        return Err(place.failure(Trouble::HasOne));
    }
    if !store::insert_identity(&mut tx, account_id, &person.seen(place.provider, now)).await? {
        return Err(place.failure(Trouble::Others));
    }
    let event = Event::own(account_id, EventKind::Linked, device).detail(&place.provider.name);
    events::record(&mut tx, &room.ids, now, &event).await?;
    tx.commit().await?;
    Ok(see_other(CONNECTIONS))
}
