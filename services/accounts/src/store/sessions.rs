//! Sessions in the database.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, SessionId},
    viewer::Role,
};
use sqlx::PgConnection;

/// How somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "sign_in_method", rename_all = "snake_case")]
pub(crate) enum Method {
    /// Address and password.
    Password,
    /// Another service.
    Provider,
    /// A passkey, which is both factors at once.
    Passkey,
    /// A colleague's invitation.
    Invitation,
    /// A link or code that was sent.
    MailCode,
}

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "session_stage", rename_all = "snake_case")]
pub(crate) enum Stage {
    /// The second factor is still to come; it opens nothing but that page.
    Half,
    /// Signed in.
    Whole,
}

pub(crate) struct Session {
    pub(crate) account_id: AccountId,
    pub(crate) display_name: String,
    pub(crate) role: Option<Role>,
    /// An admin said so.
    pub(crate) sees_at_risk: bool,
    pub(crate) seen_at: DateTime<Utc>,
    pub(crate) confirmed_at: DateTime<Utc>,
}

/// The times before which sessions have ended by themselves.
pub(crate) struct Ended {
    pub(crate) reader_seen: DateTime<Utc>,
    pub(crate) reader_created: DateTime<Utc>,
    pub(crate) staff_seen: DateTime<Utc>,
    pub(crate) staff_created: DateTime<Utc>,
    pub(crate) half_created: DateTime<Utc>,
}

/// A live, whole session of an account that may sign in.
pub(crate) async fn find_session(
    conn: &mut PgConnection,
    session_hash: &[u8],
    ended: &Ended,
) -> sqlx::Result<Option<Session>> {
    sqlx::query_as!(
        Session,
        r#"select account_id as "account_id: _", display_name, role as "role: _", sees_at_risk, seen_at, confirmed_at
           from sessions join accounts using (account_id)
           where session_hash = $1 and stage = 'whole' and deactivated_at is null and deleted_at is null
             and seen_at > case when role is null then $2::timestamptz else $3 end
             and sessions.created_at > case when role is null then $4::timestamptz else $5 end"#,
        session_hash,
        ended.reader_seen,
        ended.staff_seen,
        ended.reader_created,
        ended.staff_created,
    )
    .fetch_optional(conn)
    .await
}

/// Somebody whose second factor is still to come.
pub(crate) struct HalfSession {
    pub(crate) account_id: AccountId,
    pub(crate) role: Option<Role>,
    pub(crate) method: Method,
    pub(crate) next: Option<String>,
}

/// A live half session, locked: of two answers at once one is the first.
pub(crate) async fn find_half_session_for_update(
    conn: &mut PgConnection,
    session_hash: &[u8],
    ended: &Ended,
) -> sqlx::Result<Option<HalfSession>> {
    sqlx::query_as!(
        HalfSession,
        r#"select account_id as "account_id: _", role as "role: _", method as "method: _", next
           from sessions join accounts using (account_id)
           where session_hash = $1 and stage = 'half' and deactivated_at is null and deleted_at is null
             and sessions.created_at > $2
           for update of sessions"#,
        session_hash,
        ended.half_created,
    )
    .fetch_optional(conn)
    .await
}

/// Of requests that came together, one writes.
pub(crate) async fn set_session_seen(
    conn: &mut PgConnection,
    session_hash: &[u8],
    seen_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update sessions set seen_at = $3 where session_hash = $1 and seen_at = $2",
        session_hash,
        seen_at,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A session to be.
pub(crate) struct NewSession<'a> {
    pub(crate) session_hash: &'a [u8],
    pub(crate) session_id: SessionId,
    pub(crate) account_id: AccountId,
    pub(crate) stage: Stage,
    pub(crate) method: Method,
    pub(crate) device: &'a str,
    pub(crate) next: Option<&'a str>,
    pub(crate) now: DateTime<Utc>,
}

pub(crate) async fn insert_session(conn: &mut PgConnection, new: &NewSession<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into sessions (session_hash, session_id, account_id, stage, method, device, next, created_at, seen_at,
                               confirmed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)",
        new.session_hash,
        new.session_id.0,
        new.account_id.0,
        new.stage as _,
        new.method as _,
        new.device,
        new.next,
        new.now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// They showed again that it is them.
pub(crate) async fn set_session_confirmed(
    conn: &mut PgConnection,
    session_hash: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update sessions set confirmed_at = $2 where session_hash = $1",
        session_hash,
        now
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A browser that is signed in, as its owner sees it.
pub(crate) struct SessionRow {
    pub(crate) session_id: SessionId,
    pub(crate) session_hash: Vec<u8>,
    pub(crate) device: String,
    pub(crate) method: Method,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) seen_at: DateTime<Utc>,
}

/// The whole sessions of an account, the last used first.
pub(crate) async fn list_sessions(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<SessionRow>> {
    sqlx::query_as!(
        SessionRow,
        r#"select session_id as "session_id: _", session_hash, device, method as "method: _", created_at, seen_at
           from sessions where account_id = $1 and stage = 'whole' order by seen_at desc, session_id"#,
        account_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Ends one session of an account by what lists call it; whether there was one.
pub(crate) async fn delete_session_of(
    conn: &mut PgConnection,
    account_id: AccountId,
    session_id: SessionId,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "delete from sessions where account_id = $1 and session_id = $2",
        account_id.0,
        session_id.0
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Ends all sessions of an account but the one given; gives their number.
pub(crate) async fn delete_sessions_of(
    conn: &mut PgConnection,
    account_id: AccountId,
    but: Option<&[u8]>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from sessions where account_id = $1 and session_hash is distinct from $2",
        account_id.0,
        but
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// Ends all but the newest `keep` sessions of an account.
pub(crate) async fn end_oldest_sessions(
    conn: &mut PgConnection,
    account_id: AccountId,
    keep: i64,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from sessions where session_hash in
         (select session_hash from sessions where account_id = $1 order by created_at desc offset $2)",
        account_id.0,
        keep,
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) async fn delete_session(conn: &mut PgConnection, session_hash: &[u8]) -> sqlx::Result<()> {
    sqlx::query!("delete from sessions where session_hash = $1", session_hash)
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes the sessions that ended by themselves; gives their number.
pub(crate) async fn delete_ended_sessions(conn: &mut PgConnection, ended: &Ended) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from sessions using accounts where accounts.account_id = sessions.account_id
           and (seen_at <= case when role is null then $1::timestamptz else $2 end
                or sessions.created_at <= case when role is null then $3::timestamptz else $4 end
                or stage = 'half' and sessions.created_at <= $5)",
        ended.reader_seen,
        ended.staff_seen,
        ended.reader_created,
        ended.staff_created,
        ended.half_created,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}
