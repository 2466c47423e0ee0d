//! Somebody came back whom a service knows: in they go, into the account that is theirs, or into a new one.

use axum::response::Response;
use axum_extra::extract::CookieJar;
use ground::{Failure, ids::AccountId};
use sqlx::PgConnection;

use super::{
    browser::Browser,
    naming,
    person::Person,
    trouble::{Place, Trouble},
};
use crate::{
    entrance::{self, Entered, Entrant},
    events::{self, Event, EventKind},
    names,
    sessions::SessionToken,
    store::{self, Method},
};

/// Somebody at the door.
pub(super) struct Arriving<'a> {
    pub(super) place: Place<'a>,
    pub(super) person: &'a Person,
    pub(super) browser: &'a Browser,
    pub(super) device: &'a str,
    pub(super) presented: Option<&'a SessionToken>,
}

/// Lets them in. Who comes for the first time with a name that will not do is asked for another one.
pub(super) async fn arrive(
    room: &crate::State,
    jar: CookieJar,
    arriving: &Arriving<'_>,
) -> Result<Response, Failure> {
    if let Some(entered) = known(room, arriving).await? {
        return Ok(entered.answer(room, jar));
    }
    let name = match &arriving.person.name {
        Some(name) => names::name(name).ok(),
        None => None,
    };
    let will_do = match &name {
        Some(name) => {
            let mut conn = room.pool.acquire().await?;
            names::problem_with_name(&mut conn, &room.site, name)
                .await?
                .is_none()
        }
        None => false,
    };
    match name.filter(|_| will_do) {
        Some(name) => Ok(first_time(room, arriving, &name).await?.answer(room, jar)),
        None => naming::ask(room, arriving),
    }
}

/// Into the account that has this identity; `None` when none has.
pub(super) async fn known(room: &crate::State, arriving: &Arriving<'_>) -> Result<Option<Entered>, Failure> {
    let (person, now) = (arriving.person, room.clock.now());
    let mut tx = ground::db::begin(&room.pool).await?;
    let Some(account_id) = store::find_identity(&mut tx, &person.issuer, &person.subject).await? else {
        return Ok(None);
    };
    let entered = enter(room, &mut tx, arriving, account_id).await?;
    // The account is locked now. It may have been parted from the identity just before that.
    let seen = person.seen(arriving.place.provider, now);
    if !store::set_identity_seen(&mut tx, account_id, &seen).await? {
        return Err(arriving.place.failure(Trouble::Again));
    }
    tx.commit().await?;
    tracing::info!(account.id = %account_id, "somebody came in by another service");
    Ok(Some(entered))
}

/// Makes an account and gives it the identity, or neither. Whoever was faster with the same identity made the account.
pub(super) async fn first_time(
    room: &crate::State,
    arriving: &Arriving<'_>,
    name: &str,
) -> Result<Entered, Failure> {
    let (person, now) = (arriving.person, room.clock.now());
    let account_id: AccountId = room.ids.mint(now);
    let account = store::NewAccount {
        account_id,
        // An address here is one that we confirmed. What the service names is kept with the identity.
        email: None,
        display_name: name,
        password_hash: None,
        role: None,
        language: arriving.place.cx.lang(),
        created_at: now,
    };
    let provider = arriving.place.provider;
    let mut tx = ground::db::begin(&room.pool).await?;
    store::insert_account(&mut tx, &account).await?;
    if !store::insert_identity(&mut tx, account_id, &person.seen(provider, now)).await? {
        tx.rollback().await?;
        let again = || arriving.place.failure(Trouble::Again);
        return known(room, arriving).await?.ok_or_else(again);
    }
    let event = Event::own(account_id, EventKind::Registered, arriving.device).detail(&provider.name);
    events::record(&mut tx, &room.ids, now, &event).await?;
    let entered = enter(room, &mut tx, arriving, account_id).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account_id, "somebody came by another service for the first time");
    Ok(entered)
}

async fn enter(
    room: &crate::State,
    conn: &mut PgConnection,
    arriving: &Arriving<'_>,
    account_id: AccountId,
) -> Result<Entered, Failure> {
    let entrant = Entrant {
        account_id,
        method: Method::Provider,
        device: arriving.device,
        presented: arriving.presented,
        next: arriving.place.next,
    };
    let entered = entrance::enter(room, conn, &entrant, room.clock.now()).await?;
    entered.ok_or_else(|| arriving.place.failure(Trouble::Closed))
}
