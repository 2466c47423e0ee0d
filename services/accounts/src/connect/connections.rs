//! The services that have joined one's account.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    lang::Message,
    msg,
    viewer::SignedIn,
    web::{Cx, Page, see_other},
};

use super::{buttons::Buttons, start::CONNECTIONS};
use crate::{
    device::device,
    events::{self, Event, EventKind},
    store::{self, IdentityRow},
};

#[derive(Template)]
#[template(path = "accounts/connections.html")]
struct ConnectionsPage {
    cx: Cx,
    /// Why nothing was removed.
    refusal: Option<Message>,
    connections: Vec<Connection>,
    connect: Buttons,
}

struct Connection {
    name: String,
    remove: String,
    email: Option<String>,
    email_verified: bool,
    linked_at: DateTime<Utc>,
    used_at: DateTime<Utc>,
}

/// `GET /me/connections`
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = who(&cx)?;
    Ok(show(&room, &cx, &person, None).await?.into_response())
}

/// `POST /me/connections/{provider}/remove`
///
/// Done twice it is done.
pub(crate) async fn remove(
    State(room): State<crate::State>,
    Path(key): Path<String>,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = who(&cx)?;
    let now = room.clock.now();
    person.confirmed(now, CONNECTIONS)?;
    let mut tx = ground::db::begin(&room.pool).await?;
    // Of two removals at once, the second sees what the first has left.
    store::lock_account(&mut tx, person.account_id).await?;
    if !store::has_other_way_in(&mut tx, person.account_id, &key).await? {
        drop(tx);
        let words = msg!("connect-last-way").s("service", room.connect.name_of(&key));
        let page = show(&room, &cx, &person, Some(words)).await?;
        return Ok(page.with_status(StatusCode::CONFLICT).into_response());
    }
    if store::delete_identities_of(&mut tx, person.account_id, &key).await? {
        let (device, name) = (device(&headers), room.connect.name_of(&key));
        let event = Event::own(person.account_id, EventKind::Unlinked, &device).detail(name);
        events::record(&mut tx, &room.ids, now, &event).await?;
    }
    tx.commit().await?;
    Ok(see_other(CONNECTIONS))
}

fn who(cx: &Cx) -> Result<SignedIn, Failure> {
    let first = || Failure::Page(Box::new(see_other("/signin?next=/me/connections")));
    cx.viewer().0.clone().ok_or_else(first)
}

async fn show(
    room: &crate::State,
    cx: &Cx,
    person: &SignedIn,
    refusal: Option<Message>,
) -> Result<Page<ConnectionsPage>, Failure> {
    let rows = {
        let mut conn = room.pool.acquire().await?;
        store::list_identities(&mut conn, person.account_id).await?
    };
    let has: Vec<String> = rows.iter().map(|row| row.provider.clone()).collect();
    let page = ConnectionsPage {
        cx: cx.clone(),
        refusal,
        connections: rows.into_iter().map(|row| connection(room, row)).collect(),
        connect: room.connect.link_buttons(cx, &has),
    };
    Ok(Page::new(cx, page))
}

fn connection(room: &crate::State, row: IdentityRow) -> Connection {
    Connection {
        name: room.connect.name_of(&row.provider).to_owned(),
        remove: format!("{CONNECTIONS}/{}/remove", row.provider),
        email: row.email,
        email_verified: row.email_verified,
        linked_at: row.linked_at,
        used_at: row.used_at,
    }
}
