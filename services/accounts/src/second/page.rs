//! `/me/second`: what somebody can show besides the first factor, and new recovery codes.

use askama::Template;
use axum::{extract::State, http::HeaderMap, response::Response};
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use ground::{
    Failure,
    lang::Message,
    viewer::{Role, SignedIn},
    web::{Cx, Problems},
};
use sqlx::PgConnection;

use super::{codes, codes_page, page_or_bad, passkeys};
use crate::{
    device::device,
    me::signed_in,
    store::{self, Factors, PasskeyRow},
};

pub(super) const HERE: &str = "/me/second";

#[derive(Template)]
#[template(path = "accounts/second.html")]
struct SecondPage {
    cx: Cx,
    problems: Problems,
    /// Staff may not be without.
    wanted: bool,
    factors: Factors,
    passkeys: Vec<Shown>,
    no_passkeys: Option<Message>,
}

/// A passkey in the list.
struct Shown {
    /// Its id, as forms send it back.
    id: String,
    name: String,
    created_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

impl From<PasskeyRow> for Shown {
    fn from(row: PasskeyRow) -> Self {
        let id = BASE64URL_NOPAD.encode(&row.credential_id);
        Self {
            id,
            name: row.name,
            created_at: row.created_at,
            used_at: row.used_at,
        }
    }
}

/// `GET /me/second`
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let mut conn = room.pool.acquire().await?;
    show(&room, &mut conn, &cx, &person, Problems::default()).await
}

/// `POST /me/second/codes`: new recovery codes, shown once; the old ones end.
pub(crate) async fn make_codes(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let id = person.account_id;
    let mut tx = ground::db::begin(&room.pool).await?;
    store::lock_account(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    if store::find_factors(&mut tx, id).await?.count() == 0 {
        // They would stand in for nothing.
        return Err(Failure::NotFound);
    }
    let made = codes::make(&room, &mut tx, id, &device(&headers), now).await?;
    tx.commit().await?;
    Ok(codes_page(&cx, &made, HERE))
}

/// The page, with what is wrong.
pub(super) async fn show(
    room: &crate::State,
    conn: &mut PgConnection,
    cx: &Cx,
    person: &SignedIn,
    problems: Problems,
) -> Result<Response, Failure> {
    let bad = !problems.is_empty();
    let page = SecondPage {
        cx: cx.clone(),
        problems,
        wanted: is_wanted(room, person.role),
        factors: store::find_factors(conn, person.account_id).await?,
        passkeys: store::list_passkeys(conn, person.account_id)
            .await?
            .into_iter()
            .map(Shown::from)
            .collect(),
        no_passkeys: passkeys::why_not(cx),
    };
    Ok(page_or_bad(cx, page, bad))
}

/// Whether who has the role must have a second factor.
pub(super) fn is_wanted(room: &crate::State, role: Option<Role>) -> bool {
    role.is_some() && room.settings.second_factor
}
