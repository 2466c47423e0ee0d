//! Sessions: a random cookie on one side, its hash and an account on the other.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::{CookieJar, cookie::Cookie};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    ids::AccountId,
    secret,
    viewer::{Again, Role, SignedIn, Viewer},
    web::Site,
};
use secrecy::{ExposeSecret, SecretString};
use sqlx::PgConnection;

use crate::cookies;
use crate::store::{self, Ended, Method, Stage};

/// The most sessions an account may have at once; one more ends the oldest.
const MOST_PER_ACCOUNT: i64 = 10;
/// A session's last use is noted no more often than this.
const NOTED_EVERY: TimeDelta = TimeDelta::minutes(1);
/// 256 bits in base64url without padding.
const TOKEN_LENGTH: usize = 43;

/// When a session ends by itself.
#[derive(Clone, Copy, Debug)]
pub struct SessionLimits {
    /// Of the newsroom: after so long without a request. Default: 30 minutes; a page in which somebody types says so.
    pub idle: TimeDelta,
    /// Of the newsroom: so long after signing in. Default: 12 hours.
    pub absolute: TimeDelta,
    /// Of a reader, unused. Default: 30 days.
    pub reader_idle: TimeDelta,
    /// Of a reader, in any case. Default: 90 days.
    pub reader_absolute: TimeDelta,
}

/// The second factor is waited for so long.
const HALF_LASTS: TimeDelta = TimeDelta::minutes(10);

impl Default for SessionLimits {
    fn default() -> Self {
        Self {
            idle: TimeDelta::minutes(30),
            absolute: TimeDelta::hours(12),
            reader_idle: TimeDelta::days(30),
            reader_absolute: TimeDelta::days(90),
        }
    }
}

impl SessionLimits {
    /// Sessions older than these have ended.
    pub(crate) fn ended(&self, now: DateTime<Utc>) -> Ended {
        Ended {
            reader_seen: now - self.reader_idle,
            reader_created: now - self.reader_absolute,
            staff_seen: now - self.idle,
            staff_created: now - self.absolute,
            half_created: now - HALF_LASTS,
        }
    }
}

/// What the cookie holds.
pub(crate) struct SessionToken(SecretString);

impl SessionToken {
    fn mint() -> Self {
        Self(secret::token().into())
    }

    /// What the browser sent, if it can be one of ours at all.
    pub(crate) fn presented(jar: &CookieJar, site: &Site) -> Option<Self> {
        let text = jar.get(cookie_name(site))?.value();
        let ours = text.len() == TOKEN_LENGTH
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        ours.then(|| Self(text.into()))
    }

    pub(crate) fn hash(&self) -> Vec<u8> {
        secret::token_hash(self.0.expose_secret())
    }

    /// The cookie for it. `lasting`: it outlives the browser, as readers expect; else it goes with the browser's
    /// session. The server ends both earlier.
    pub(crate) fn cookie(&self, room: &crate::State, lasting: bool) -> Cookie<'static> {
        let mut made = bare_cookie(&room.site, self.0.expose_secret().to_owned());
        if lasting {
            let seconds = room.sessions.reader_absolute.num_seconds();
            made.set_max_age(cookie::time::Duration::seconds(seconds));
        }
        made
    }
}

/// A cookie that removes the session's.
pub(crate) fn empty_cookie(site: &Site) -> Cookie<'static> {
    bare_cookie(site, String::new())
}

fn bare_cookie(site: &Site, value: String) -> Cookie<'static> {
    cookies::ours(site, cookie_name(site), value).build()
}

/// `__Host-` keeps a sibling domain from planting a session; browsers take it over TLS only.
fn cookie_name(site: &Site) -> &'static str {
    if site.is_https() { "__Host-sid" } else { "sid" }
}

/// A session to be opened.
pub(crate) struct NewSession<'a> {
    /// Whose.
    pub(crate) account_id: AccountId,
    /// How they showed who they are.
    pub(crate) method: Method,
    /// Whether the second factor is still to come.
    pub(crate) stage: Stage,
    /// In words of ours.
    pub(crate) device: &'a str,
    /// What the browser has already.
    pub(crate) presented: Option<&'a SessionToken>,
    /// Where to go once it is whole.
    pub(crate) next: Option<&'a str>,
}

/// Starts a session with a token nobody has seen before. What the browser presented is ended, never adopted.
/// Only [`crate::entrance`] calls it.
pub(crate) async fn open(
    room: &crate::State,
    conn: &mut PgConnection,
    new: &NewSession<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<SessionToken> {
    if let Some(old) = new.presented {
        close(conn, old).await?;
    }
    store::end_oldest_sessions(conn, new.account_id, MOST_PER_ACCOUNT - 1).await?;
    let token = SessionToken::mint();
    let row = store::NewSession {
        session_hash: &token.hash(),
        session_id: room.ids.mint(now),
        account_id: new.account_id,
        stage: new.stage,
        method: new.method,
        device: new.device,
        next: new.next,
        now,
    };
    store::insert_session(conn, &row).await?;
    Ok(token)
}

/// Ends a session. Ending it twice is fine.
pub(crate) async fn close(conn: &mut PgConnection, token: &SessionToken) -> sqlx::Result<()> {
    store::delete_session(conn, &token.hash()).await
}

/// Deletes the sessions that ended by themselves; gives their number. To be run now and then: they are refused
/// without it, too.
pub(crate) async fn sweep_sessions(
    conn: &mut PgConnection,
    limits: SessionLimits,
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    store::delete_ended_sessions(conn, &limits.ended(now)).await
}

/// Layer: finds out who is asking and says so to handlers (in the request's extensions) and to the layers
/// outside this one (in the response's). Without a cookie of ours it asks the database nothing; with one it
/// asks each time, so whoever is deactivated or loses a role is out with their next request.
pub async fn viewer(State(room): State<crate::State>, mut request: Request, next: Next) -> Response {
    let jar = CookieJar::from_headers(request.headers());
    let hash = SessionToken::presented(&jar, &room.site).map(|token| token.hash());
    let viewer = match find_viewer(&room, hash.as_deref(), true).await {
        Ok(viewer) => viewer,
        Err(error) => return Failure::from(error).into_response(),
    };
    request.extensions_mut().insert(viewer.clone());
    request.extensions_mut().insert(again(room, hash));
    let mut response = next.run(request).await;
    response.extensions_mut().insert(viewer);
    response
}

/// The same question later. It is no use of the session: a page left open does not keep anyone signed in.
fn again(room: crate::State, hash: Option<Vec<u8>>) -> Again {
    Again::new(move || {
        let (room, hash) = (room.clone(), hash.clone());
        async move { Ok(find_viewer(&room, hash.as_deref(), false).await?) }
    })
}

async fn find_viewer(room: &crate::State, hash: Option<&[u8]>, is_use: bool) -> sqlx::Result<Viewer> {
    let Some(hash) = hash else {
        return Ok(Viewer::default());
    };
    let now = room.clock.now();
    let mut conn = room.pool.acquire().await?;
    let found = store::find_session(&mut conn, hash, &room.sessions.ended(now)).await?;
    let Some(session) = found else {
        return Ok(Viewer::default());
    };
    if is_use && now - session.seen_at >= NOTED_EVERY {
        store::set_session_seen(&mut conn, hash, session.seen_at, now).await?;
    }
    Ok(Viewer(Some(SignedIn {
        account_id: session.account_id,
        name: session.display_name,
        role: session.role,
        sees_at_risk: session.role >= Some(Role::Chief) || (session.role.is_some() && session.sees_at_risk),
        confirmed_at: session.confirmed_at,
    })))
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use sqlx::PgPool;

    use super::*;
    use crate::testing::{PASSWORD, Room, Table};

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_cookie_planted_before_signing_in_is_not_adopted(pool: PgPool) {
        let room = Room::new(pool);
        room.editor("ada@example.org").await;
        let planted = format!("__Host-sid={}", "x".repeat(43));
        let fresh = room.sign_in("ada@example.org", PASSWORD, &planted).await.cookie();
        assert_ne!(fresh, planted);
        assert_eq!(room.who(&planted).await, "nobody");
        assert_eq!(room.who(&fresh).await, "Ada");
        // And a session of one's own that is presented ends.
        let next = room.sign_in("ada@example.org", PASSWORD, &fresh).await.cookie();
        assert_eq!(room.who(&fresh).await, "nobody");
        assert_eq!(room.who(&next).await, "Ada");
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn deactivation_takes_effect_with_the_next_request(pool: PgPool) {
        let room = Room::new(pool);
        let cookie = room.editor("ada@example.org").await;
        assert_eq!(room.get("/desk", &cookie).await.status, StatusCode::OK);
        room.db_take_all_roles().await;
        assert_eq!(room.get("/desk", &cookie).await.status, StatusCode::NOT_FOUND);
        assert_eq!(room.who(&cookie).await, "Ada");
        room.db_deactivate_all().await;
        assert_eq!(room.who(&cookie).await, "nobody");
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_session_ends_when_idle_and_in_any_case_after_half_a_day(pool: PgPool) {
        let room = Room::new(pool);
        let idle = room.editor("ada@example.org").await;
        room.state.clock.advance(TimeDelta::minutes(29));
        assert_eq!(room.who(&idle).await, "Ada");
        room.state.clock.advance(TimeDelta::minutes(30));
        assert_eq!(room.who(&idle).await, "nobody");

        let busy = room.sign_in("ada@example.org", PASSWORD, "").await.cookie();
        for _ in 0..47 {
            room.state.clock.advance(TimeDelta::minutes(15));
            assert_eq!(room.who(&busy).await, "Ada");
        }
        room.state.clock.advance(TimeDelta::minutes(15));
        assert_eq!(room.who(&busy).await, "nobody");

        let mut conn = room.state.pool.acquire().await.unwrap();
        let now = room.state.clock.now();
        assert_eq!(
            sweep_sessions(&mut conn, room.state.sessions, now).await.unwrap(),
            2
        );
        assert_eq!(room.db_count(Table::Sessions).await, 0);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn the_sweep_leaves_live_sessions_alone(pool: PgPool) {
        let room = Room::new(pool);
        let cookie = room.editor("ada@example.org").await;
        room.state.clock.advance(TimeDelta::minutes(29));
        let mut conn = room.state.pool.acquire().await.unwrap();
        let now = room.state.clock.now();
        assert_eq!(
            sweep_sessions(&mut conn, room.state.sessions, now).await.unwrap(),
            0
        );
        assert_eq!(room.who(&cookie).await, "Ada");
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn the_last_use_is_noted_once_a_minute(pool: PgPool) {
        let room = Room::new(pool);
        let start = room.state.clock.now();
        let cookie = room.editor("ada@example.org").await;
        room.state.clock.advance(TimeDelta::seconds(59));
        room.who(&cookie).await;
        assert_eq!(room.db_session_seen_at().await, start);
        room.state.clock.advance(TimeDelta::seconds(1));
        room.who(&cookie).await;
        assert_eq!(room.db_session_seen_at().await, start + TimeDelta::seconds(60));
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn an_eleventh_session_ends_the_oldest(pool: PgPool) {
        let room = Room::new(pool);
        let mut cookies = vec![room.editor("ada@example.org").await];
        for _ in 0..10 {
            room.state.clock.advance(TimeDelta::seconds(1));
            cookies.push(room.sign_in("ada@example.org", PASSWORD, "").await.cookie());
        }
        assert_eq!(room.db_count(Table::Sessions).await, 10);
        assert_eq!(room.who(&cookies[0]).await, "nobody");
        for cookie in &cookies[1..] {
            assert_eq!(room.who(cookie).await, "Ada");
        }
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn without_a_cookie_the_database_is_not_asked(pool: PgPool) {
        let room = Room::new(pool);
        room.state.pool.close().await;
        assert_eq!(room.who("").await, "nobody");
        assert_eq!(room.who("__Host-sid=not-one-of-ours").await, "nobody");
        let answer = room.get("/who", &format!("__Host-sid={}", "x".repeat(43))).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(room.get("/signin", "").await.status, StatusCode::OK);
    }
}
