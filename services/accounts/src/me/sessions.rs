//! Where one is signed in, and signing out there.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::SessionId,
    lang::Message,
    msg,
    web::{Cx, Page, see_other},
};
use serde::Deserialize;

use super::{named, signed_in, this_session};
use crate::{
    device::device,
    events::{self, Event, EventKind},
    signout,
    store::{self, Method, SessionRow},
};

#[derive(Template)]
#[template(path = "accounts/sessions.html")]
struct SessionsPage {
    cx: Cx,
    done: Option<Message>,
    sessions: Vec<Shown>,
}

/// A device as its owner sees it.
struct Shown {
    session_id: SessionId,
    /// None: not one whose name is known to us.
    device: Option<String>,
    method: Message,
    created_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    is_this: bool,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub(crate) struct EndForm {
    session: SessionId,
}

/// `GET /me/sessions`
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(wish): Query<Wish>,
    jar: CookieJar,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me/sessions")?;
    let this = this_session(&room, &jar);
    let ended = room.sessions.ended(room.clock.now());
    let found = {
        let mut conn = room.pool.acquire().await?;
        store::list_sessions(&mut conn, person.account_id).await?
    };
    // The sweep has not been to these yet; they open nothing any more.
    let (seen, created) = match person.role {
        None => (ended.reader_seen, ended.reader_created),
        Some(_) => (ended.staff_seen, ended.staff_created),
    };
    let live = found
        .into_iter()
        .filter(|it| it.seen_at > seen && it.created_at > created);
    let mut sessions: Vec<Shown> = live.map(|it| shown(it, this.as_deref())).collect();
    sessions.sort_by_key(|it| !it.is_this);
    let page = SessionsPage {
        cx: cx.clone(),
        done: done_words(&wish.done),
        sessions,
    };
    Ok(Page::new(&cx, page).into_response())
}

fn shown(row: SessionRow, this: Option<&[u8]>) -> Shown {
    Shown {
        session_id: row.session_id,
        is_this: this == Some(row.session_hash.as_slice()),
        device: named(row.device),
        method: match row.method {
            Method::Password => msg!("me-method-password"),
            Method::Provider => msg!("me-method-provider"),
            Method::Passkey => msg!("me-method-passkey"),
            Method::Invitation => msg!("me-method-invitation"),
            Method::MailCode => msg!("me-method-mail-code"),
        },
        created_at: row.created_at,
        seen_at: row.seen_at,
    }
}

fn done_words(done: &str) -> Option<Message> {
    match done {
        "one" => Some(msg!("me-session-ended")),
        "all" => Some(msg!("me-sessions-ended")),
        _ => None,
    }
}

/// `POST /me/sessions/end`: one of one's own. Of another person's, nothing is said but what is said of one that has ended.
pub(crate) async fn end(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<EndForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me/sessions")?;
    let device = device(&headers);
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    if store::delete_session_of(&mut tx, person.account_id, form.session).await? {
        let event = Event::own(person.account_id, EventKind::SignedOut, &device);
        events::record(&mut tx, &room.ids, now, &event).await?;
    }
    tx.commit().await?;
    Ok(see_other("/me/sessions?done=one"))
}

/// `POST /me/sessions/end-all`: everywhere but here.
pub(crate) async fn end_all(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me/sessions")?;
    let this = this_session(&room, &jar);
    end_sessions(&room, &person, &device(&headers), this.as_deref()).await?;
    Ok(see_other("/me/sessions?done=all"))
}

/// `POST /signout/everywhere`: here, too.
pub(crate) async fn sign_out_everywhere(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    if let Some(person) = &cx.viewer().0 {
        end_sessions(&room, person, &device(&headers), None).await?;
    }
    Ok(signout::answer(&room, jar))
}

async fn end_sessions(
    room: &crate::State,
    person: &ground::viewer::SignedIn,
    device: &str,
    but: Option<&[u8]>,
) -> sqlx::Result<()> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    if store::delete_sessions_of(&mut tx, person.account_id, but).await? > 0 {
        let event = Event::own(person.account_id, EventKind::SignedOutEverywhere, device);
        events::record(&mut tx, &room.ids, now, &event).await?;
    }
    tx.commit().await
}
