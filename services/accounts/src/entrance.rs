//! The one way in: whoever has shown the first factor, by whatever method, comes through here.

use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use ground::{ids::AccountId, viewer::Role, web::see_other};
use sqlx::PgConnection;

use crate::{
    events::{self, Event, EventKind},
    letters,
    own_path::own_path,
    sessions::{self, NewSession, SessionToken},
    store::{self, Method, Stage},
};

/// Somebody at the door, whose first factor was right.
pub(crate) struct Entrant<'a> {
    /// Whose account.
    pub(crate) account_id: AccountId,
    /// How they showed it. A passkey, which also asks for the person, needs no second factor.
    pub(crate) method: Method,
    /// [`crate::device::device`].
    pub(crate) device: &'a str,
    /// The session that their browser has already, which ends.
    pub(crate) presented: Option<&'a SessionToken>,
    /// Where they want to go; only a path of ours is followed.
    pub(crate) next: &'a str,
}

/// Somebody who is in, or who is asked for the second factor.
pub(crate) struct Entered {
    token: SessionToken,
    stage: Stage,
    role: Option<Role>,
    go: String,
}

/// Where the second factor is asked for, or set up where staff has none yet.
const SECOND: &str = "/signin/second";

/// Opens a session, whole where nothing more is asked; in the caller's transaction. `None`: the account may not sign
/// in (any more), which is said in the same words as a wrong password.
pub(crate) async fn enter(
    room: &crate::State,
    conn: &mut PgConnection,
    entrant: &Entrant<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Entered>> {
    let Some(role) = store::lock_account(conn, entrant.account_id).await? else {
        return Ok(None);
    };
    let wanted = store::has_second_factor(conn, entrant.account_id).await?
        || (role.is_some() && room.settings.second_factor);
    let stage = match entrant.method {
        Method::Passkey => Stage::Whole,
        _ if wanted => Stage::Half,
        _ => Stage::Whole,
    };
    let next = own_path(&room.site, entrant.next);
    let new = NewSession {
        account_id: entrant.account_id,
        method: entrant.method,
        stage,
        device: entrant.device,
        presented: entrant.presented,
        next,
    };
    let token = sessions::open(room, conn, &new, now).await?;
    let go = match stage {
        Stage::Half => SECOND.to_owned(),
        Stage::Whole => {
            letters::tell_of_new_device(conn, &room.ids, entrant.account_id, entrant.device, now).await?;
            let event = Event::own(entrant.account_id, EventKind::SignedIn, entrant.device);
            events::record(conn, &room.ids, now, &event).await?;
            where_to(conn, entrant.account_id, role, next).await?
        }
    };
    Ok(Some(Entered {
        token,
        stage,
        role,
        go,
    }))
}

/// The second factor was right: the half session becomes a whole one with a new token. In the transaction that used
/// the factor up.
pub(crate) async fn complete(
    room: &crate::State,
    conn: &mut PgConnection,
    half: &store::HalfSession,
    presented: &SessionToken,
    device: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Entered> {
    let new = NewSession {
        account_id: half.account_id,
        method: half.method,
        stage: Stage::Whole,
        device,
        presented: Some(presented),
        next: None,
    };
    let token = sessions::open(room, conn, &new, now).await?;
    letters::tell_of_new_device(conn, &room.ids, half.account_id, device, now).await?;
    let event = Event::own(half.account_id, EventKind::SignedIn, device);
    events::record(conn, &room.ids, now, &event).await?;
    Ok(Entered {
        token,
        stage: Stage::Whole,
        role: half.role,
        go: where_to(conn, half.account_id, half.role, half.next.as_deref()).await?,
    })
}

/// Who asked to be forgotten sees that first, wherever they wanted to go: it may have been somebody else who asked.
async fn where_to(
    conn: &mut PgConnection,
    account_id: AccountId,
    role: Option<Role>,
    next: Option<&str>,
) -> sqlx::Result<String> {
    let leaving = store::is_leaving(conn, account_id).await?;
    let wish = next.filter(|_| !leaving);
    Ok(wish
        .unwrap_or(if leaving { "/me" } else { home(role) })
        .to_owned())
}

impl Entered {
    /// 303 to where they wanted to go, with the session's cookie. After the transaction was committed.
    pub(crate) fn answer(self, room: &crate::State, jar: CookieJar) -> Response {
        let lasting = self.role.is_none() && self.stage == Stage::Whole;
        let jar = jar.add(self.token.cookie(room, lasting));
        (jar, see_other(&self.go)).into_response()
    }

    /// The same for script that asked: where to go, and the cookie.
    pub(crate) fn parts(self, room: &crate::State, jar: CookieJar) -> (CookieJar, String) {
        let lasting = self.role.is_none() && self.stage == Stage::Whole;
        (jar.add(self.token.cookie(room, lasting)), self.go)
    }
}

/// Where people go who named no page.
pub(crate) fn home(role: Option<Role>) -> &'static str {
    if role.is_some() { "/desk" } else { "/me" }
}
