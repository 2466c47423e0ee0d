//! An authenticator app of somebody: setting it up, and whether its code is right.

use chrono::{DateTime, Utc};
use ground::{Failure, ids::AccountId, web::Cx};
use sqlx::PgConnection;

use super::totp::{AppSecret, Qr};
use crate::{
    events::{self, Event, EventKind},
    store,
};

/// What a person needs to set an app up.
pub(crate) struct Enrolment {
    /// To scan.
    pub(crate) qr: Option<Qr>,
    /// To tap, on the phone that has the app.
    pub(crate) link: String,
    /// To type.
    pub(crate) secret: String,
}

/// A new secret waits for its first code. An app that counts goes on counting until then.
pub(crate) async fn start(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let sealed = AppSecret::mint().seal(&room.key, account_id)?;
    Ok(store::set_next_app_secret(conn, account_id, &sealed, now).await?)
}

/// The secret that waits for its first code, if one does.
pub(crate) async fn enrolment(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    cx: &Cx,
) -> Result<Option<Enrolment>, Failure> {
    let Some(sealed) = store::find_next_app_secret(conn, account_id).await? else {
        return Ok(None);
    };
    let secret = AppSecret::open(&room.key, account_id, &sealed)?;
    let owner = store::find_factor_owner(conn, account_id).await?;
    let person = owner.map(|owner| owner.email.unwrap_or(owner.display_name));
    let link = secret.link(cx.site_name(), &person.unwrap_or_default());
    Ok(Some(Enrolment {
        qr: Qr::of(&link),
        link,
        secret: secret.text(),
    }))
}

/// The app that waits counts from now on, if its first code is right. That code is used up.
pub(crate) async fn confirm(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    typed: &str,
    device: &str,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let Some(sealed) = store::find_next_app_secret(conn, account_id).await? else {
        return Ok(false);
    };
    let secret = AppSecret::open(&room.key, account_id, &sealed)?;
    let Some(step) = secret.step_of(typed, now) else {
        return Ok(false);
    };
    if !store::set_app_confirmed(conn, account_id, &sealed, step, now).await? {
        return Ok(false);
    }
    let event = Event::own(account_id, EventKind::AppAdded, device);
    events::record(conn, &room.ids, now, &event).await?;
    Ok(true)
}

/// Whether the code is one that the app shows now and was not used. It is used up.
pub(crate) async fn is_right(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let Some(sealed) = store::find_app_secret(conn, account_id).await? else {
        return Ok(false);
    };
    let secret = AppSecret::open(&room.key, account_id, &sealed)?;
    match secret.step_of(typed, now) {
        Some(step) => Ok(store::set_app_step(conn, account_id, step).await?),
        None => Ok(false),
    }
}
