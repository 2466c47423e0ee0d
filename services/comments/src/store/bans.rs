//! Who may not comment.

use chrono::{DateTime, TimeDelta, Utc};
use ground::ids::{AccountId, BanId, CommentId};
use sqlx::PgConnection;

use crate::{bans::Ban, person::Person};

/// So long somebody reads the answer to what they said.
const ANSWER_SHOWN: TimeDelta = TimeDelta::days(30);
/// Most bans on one page of the desk.
pub(crate) const PAGE: i64 = 50;

/// Whose comment it is, as far as they can be banned.
pub(crate) struct Author {
    pub(crate) person: Person,
    pub(crate) name: String,
    pub(crate) is_staff: bool,
}

/// The author of a comment; nobody, where a guest cannot be known again any more.
pub(crate) async fn find_author(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Option<Author>> {
    let row = sqlx::query!(
        r#"select comments.account_id as "account_id: AccountId", device,
                  coalesce(display_name, name) as "name!", coalesce(role is not null, false) as "is_staff!"
           from comments left join accounts on accounts.account_id = comments.account_id
           where comment_id = $1"#,
        id as CommentId,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Author {
        person: match (row.account_id, row.device) {
            (Some(account_id), _) => Person::Account(account_id),
            (None, Some(device)) => Person::Device(device),
            (None, None) => Person::Nobody,
        },
        name: row.name,
        is_staff: row.is_staff,
    }))
}

fn ids_of(person: &Person) -> (Option<AccountId>, Option<&[u8]>) {
    match person {
        Person::Account(account_id) => (Some(*account_id), None),
        Person::Device(device) => (None, Some(device)),
        Person::Nobody => (None, None),
    }
}

/// The ban that somebody is under, or the one whose answer they may still read.
pub(crate) async fn find_of(
    conn: &mut PgConnection,
    person: &Person,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Ban>> {
    let (account_id, device) = ids_of(person);
    let found = sqlx::query_scalar!(
        r#"select ban_id as "ban_id: BanId" from comment_bans
           where (account_id = $1 or device = $2)
             and ((ended_at is null and (until is null or until > $3)) or answered_at > $4)
           order by (ended_at is null and (until is null or until > $3)) desc, made_at desc limit 1"#,
        account_id as Option<AccountId>,
        device,
        now,
        now - ANSWER_SHOWN,
    )
    .fetch_optional(&mut *conn)
    .await?;
    match found {
        Some(ban_id) => find(conn, ban_id).await,
        None => Ok(None),
    }
}

/// One of them.
pub(crate) async fn find(conn: &mut PgConnection, id: BanId) -> sqlx::Result<Option<Ban>> {
    Ok(list_these(conn, &[id.0]).await?.pop())
}

/// The same, and nobody else changes it until the caller's transaction ends.
pub(crate) async fn find_for_update(conn: &mut PgConnection, id: BanId) -> sqlx::Result<Option<Ban>> {
    let locked = sqlx::query!(
        "select ban_id from comment_bans where ban_id = $1 for update",
        id as BanId
    );
    locked.fetch_optional(&mut *conn).await?;
    find(conn, id).await
}

/// All that somebody was ever under, the newest first.
pub(crate) async fn list_of(conn: &mut PgConnection, person: &Person) -> sqlx::Result<Vec<Ban>> {
    let (account_id, device) = ids_of(person);
    let ids = sqlx::query_scalar!(
        "select ban_id from comment_bans where account_id = $1 or device = $2 order by made_at desc limit $3",
        account_id as Option<AccountId>,
        device,
        PAGE,
    )
    .fetch_all(&mut *conn)
    .await?;
    list_these(conn, &ids).await
}

/// What waits for an answer, the oldest first.
pub(crate) async fn list_appeals(conn: &mut PgConnection) -> sqlx::Result<Vec<Ban>> {
    let ids = sqlx::query_scalar!(
        "select ban_id from comment_bans where appealed_at is not null and answered_at is null
         order by appealed_at, ban_id limit $1",
        PAGE,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut bans = list_these(conn, &ids).await?;
    bans.sort_by_key(|ban| ban.appealed_at);
    Ok(bans)
}

/// Who may not comment now and waits for no answer, the newest first, from before this one.
pub(crate) async fn list_holding(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
    before: Option<BanId>,
) -> sqlx::Result<Vec<Ban>> {
    let ids = sqlx::query_scalar!(
        "select ban_id from comment_bans
         where ended_at is null and (until is null or until > $1) and ($2::uuid is null or ban_id < $2)
           and (appealed_at is null or answered_at is not null)
         order by ban_id desc limit $3",
        now,
        before.map(|id| id.0),
        PAGE,
    )
    .fetch_all(&mut *conn)
    .await?;
    list_these(conn, &ids).await
}

async fn list_these(conn: &mut PgConnection, ids: &[uuid::Uuid]) -> sqlx::Result<Vec<Ban>> {
    sqlx::query_as!(
        Ban,
        r#"select ban_id as "ban_id: BanId", until, bans.reason, bans.comment_id as "comment_id: CommentId",
                  body as "body?", coalesce(person.display_name, name) as name,
                  bans.account_id as "account_id: AccountId", made_at,
                  maker.display_name as made_by, ended_at, appeal, appealed_at, answer, answered_at
           from comment_bans as bans
                join accounts as maker on maker.account_id = made_by
                left join accounts as person on person.account_id = bans.account_id
                left join comments on comments.comment_id = bans.comment_id
           where ban_id = any($1)
           order by made_at desc, ban_id desc"#,
        ids,
    )
    .fetch_all(conn)
    .await
}

/// A ban to be made.
pub(crate) struct NewBan<'a> {
    pub(crate) ban_id: BanId,
    pub(crate) person: &'a Person,
    pub(crate) until: Option<DateTime<Utc>>,
    pub(crate) reason: &'a str,
    pub(crate) comment_id: CommentId,
}

/// Bans somebody, in place of what they were under.
pub(crate) async fn insert(
    conn: &mut PgConnection,
    new: &NewBan<'_>,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    let (account_id, device) = ids_of(new.person);
    sqlx::query!(
        "insert into comment_bans (ban_id, account_id, device, until, reason, comment_id, made_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.ban_id as BanId,
        account_id as Option<AccountId>,
        device,
        new.until,
        new.reason,
        new.comment_id as CommentId,
        now,
        by as AccountId,
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "update comment_bans set ended_at = $4, ended_by = $5
         where (account_id = $1 or device = $2) and ban_id <> $3 and ended_at is null",
        account_id as Option<AccountId>,
        device,
        new.ban_id as BanId,
        now,
        by as AccountId,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps what somebody says to it, once. Whether they had said nothing before.
pub(crate) async fn appeal(
    conn: &mut PgConnection,
    id: BanId,
    words: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update comment_bans set appeal = $2, appealed_at = $3 where ban_id = $1 and appealed_at is null",
        id as BanId,
        words,
        now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The newsroom's answer to that.
pub(crate) async fn answer(
    conn: &mut PgConnection,
    id: BanId,
    words: &str,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_bans set answer = $2, answered_at = $3, answered_by = $4 where ban_id = $1",
        id as BanId,
        words,
        now,
        by as AccountId,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// They may comment again.
pub(crate) async fn end(
    conn: &mut PgConnection,
    id: BanId,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_bans set ended_at = $2, ended_by = $3 where ban_id = $1 and ended_at is null",
        id as BanId,
        now,
        by as AccountId,
    )
    .execute(conn)
    .await?;
    Ok(())
}
