//! What the desk says to itself, and who is meant by it.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, NoteId, SubmissionId};
use sqlx::PgConnection;

/// A note, as one reader of it sees it.
pub(crate) struct Row {
    pub(crate) note_id: NoteId,
    pub(crate) account_id: AccountId,
    pub(crate) who: String,
    pub(crate) only_me: bool,
    /// None: its author deleted it.
    pub(crate) body: Option<String>,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) edited_at: Option<DateTime<Utc>>,
    /// Who is meant, by name.
    pub(crate) mentioned: Vec<String>,
}

/// The notes of a contribution, oldest first: the desk's, and `reader`'s own.
pub(crate) async fn list(
    conn: &mut PgConnection,
    id: SubmissionId,
    reader: AccountId,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select note_id as "note_id: NoteId", account_id as "account_id: AccountId", display_name as who, only_me,
                  body, written_at, edited_at,
                  array(select people.display_name from desk_mentions
                        join accounts people on people.account_id = desk_mentions.account_id
                        where desk_mentions.note_id = desk_notes.note_id order by people.display_name) as "mentioned!"
           from desk_notes join accounts using (account_id)
           where submission_id = $1 and (not only_me or account_id = $2)
           order by written_at, note_id"#,
        id.0,
        reader.0,
    )
    .fetch_all(conn)
    .await
}

/// A note on its way in.
pub(crate) struct New<'a> {
    pub(crate) note_id: NoteId,
    pub(crate) submission_id: SubmissionId,
    pub(crate) by: AccountId,
    pub(crate) only_me: bool,
    pub(crate) body: &'a str,
    pub(crate) mentioned: &'a [AccountId],
    pub(crate) now: DateTime<Utc>,
}

/// Writes a note. False when it is there already.
pub(crate) async fn insert(conn: &mut PgConnection, new: &New<'_>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into desk_notes (note_id, submission_id, account_id, only_me, body, written_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (note_id) do nothing",
        new.note_id.0,
        new.submission_id.0,
        new.by.0,
        new.only_me,
        new.body,
        new.now,
    )
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    add_mentions(conn, new.note_id, new.mentioned).await?;
    Ok(true)
}

/// Those who are meant, too, from now on; who was meant before and has looked is not called again.
pub(crate) async fn add_mentions(
    conn: &mut PgConnection,
    note_id: NoteId,
    mentioned: &[AccountId],
) -> sqlx::Result<()> {
    let mentioned: Vec<_> = mentioned.iter().map(|id| id.0).collect();
    sqlx::query!(
        "insert into desk_mentions (note_id, account_id) select $1, unnest($2::uuid[]) on conflict do nothing",
        note_id.0,
        &mentioned,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What its author may change.
pub(crate) struct Own {
    pub(crate) only_me: bool,
    pub(crate) body: String,
    pub(crate) written_at: DateTime<Utc>,
}

/// A note of one's own that is not deleted; nobody changes it until the caller's transaction ends.
pub(crate) async fn find_own_for_update(
    conn: &mut PgConnection,
    id: SubmissionId,
    note_id: NoteId,
    by: AccountId,
) -> sqlx::Result<Option<Own>> {
    sqlx::query_as!(
        Own,
        r#"select only_me, body as "body!", written_at from desk_notes
           where submission_id = $1 and note_id = $2 and account_id = $3 and body is not null for update"#,
        id.0,
        note_id.0,
        by.0,
    )
    .fetch_optional(conn)
    .await
}

/// Writes it anew.
pub(crate) async fn set_body(
    conn: &mut PgConnection,
    note_id: NoteId,
    body: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update desk_notes set body = $2, edited_at = $3 where note_id = $1",
        note_id.0,
        body,
        now
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Empties it. Of one for the desk it stays to be seen that there was one; of a private one nothing stays.
pub(crate) async fn delete(conn: &mut PgConnection, note_id: NoteId) -> sqlx::Result<()> {
    sqlx::query!("delete from desk_notes where note_id = $1 and only_me", note_id.0)
        .execute(&mut *conn)
        .await?;
    sqlx::query!("delete from desk_mentions where note_id = $1", note_id.0)
        .execute(&mut *conn)
        .await?;
    sqlx::query!("update desk_notes set body = null where note_id = $1", note_id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Someone of the newsroom who can be meant.
#[derive(Clone)]
pub(crate) struct Colleague {
    pub(crate) account_id: AccountId,
    pub(crate) name: String,
    pub(crate) sees_at_risk: bool,
}

/// All but `me`, by name.
pub(crate) async fn list_colleagues(conn: &mut PgConnection, me: AccountId) -> sqlx::Result<Vec<Colleague>> {
    sqlx::query_as!(
        Colleague,
        r#"select account_id as "account_id: AccountId", display_name as name,
                  (sees_at_risk or role >= 'chief') as "sees_at_risk!"
           from accounts
           where role is not null and deactivated_at is null and deleted_at is null and account_id <> $1
           order by lower(display_name), account_id"#,
        me.0,
    )
    .fetch_all(conn)
    .await
}

/// Where somebody is meant.
pub(crate) struct Mention {
    pub(crate) note_id: NoteId,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) who: String,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) seen: bool,
}

/// Where somebody is meant, as far as they may see it: what they have not looked at first, then the newest.
pub(crate) async fn list_mentions(
    conn: &mut PgConnection,
    me: AccountId,
    sees_at_risk: bool,
    limit: i64,
) -> sqlx::Result<Vec<Mention>> {
    sqlx::query_as!(
        Mention,
        r#"select note_id as "note_id: NoteId", title,
                  desk_notes.body as "body!", authors.display_name as who, written_at,
                  seen_at is not null as "seen!"
           from desk_mentions
           join desk_notes using (note_id)
           join submissions using (submission_id)
           join accounts authors on authors.account_id = desk_notes.account_id
           where desk_mentions.account_id = $1 and desk_notes.body is not null and ($2 or not at_risk)
           order by seen_at is not null, written_at desc, note_id desc limit $3"#,
        me.0,
        sees_at_risk,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// How often somebody is meant and has not looked, as far as they may see it.
pub(crate) async fn count_unseen(
    conn: &mut PgConnection,
    me: AccountId,
    sees_at_risk: bool,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from desk_mentions
           join desk_notes using (note_id)
           join submissions using (submission_id)
           where desk_mentions.account_id = $1 and seen_at is null and desk_notes.body is not null
             and ($2 or not at_risk)"#,
        me.0,
        sees_at_risk,
    )
    .fetch_one(conn)
    .await
}

/// They looked at one.
pub(crate) async fn set_seen(
    conn: &mut PgConnection,
    me: AccountId,
    note_id: NoteId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update desk_mentions set seen_at = $3 where account_id = $1 and note_id = $2 and seen_at is null",
        me.0,
        note_id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// They looked at all that they may see.
pub(crate) async fn set_all_seen(
    conn: &mut PgConnection,
    me: AccountId,
    sees_at_risk: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update desk_mentions set seen_at = $3
         where account_id = $1 and seen_at is null and exists (
             select from desk_notes join submissions using (submission_id)
             where desk_notes.note_id = desk_mentions.note_id and ($2 or not at_risk)
         )",
        me.0,
        sees_at_risk,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Of which contribution a note is in which somebody is meant.
pub(crate) async fn find_mention(
    conn: &mut PgConnection,
    me: AccountId,
    note_id: NoteId,
) -> sqlx::Result<Option<SubmissionId>> {
    sqlx::query_scalar!(
        r#"select submission_id as "submission_id: SubmissionId"
           from desk_mentions join desk_notes using (note_id)
           where desk_mentions.account_id = $1 and note_id = $2"#,
        me.0,
        note_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Whether somebody wishes a mail when they are meant.
pub(crate) async fn wishes_mail(conn: &mut PgConnection, me: AccountId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from mention_mails where account_id = $1) as "wishes!""#,
        me.0
    )
    .fetch_one(conn)
    .await
}

/// Says whether they do.
pub(crate) async fn set_wishes_mail(
    conn: &mut PgConnection,
    me: AccountId,
    wishes: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from mention_mails where account_id = $1 and not $2",
        me.0,
        wishes
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "insert into mention_mails (account_id) select $1 where $2 on conflict do nothing",
        me.0,
        wishes
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Of those who are meant, who wishes a mail and has not looked.
pub(crate) async fn list_wishing(conn: &mut PgConnection, note_id: NoteId) -> sqlx::Result<Vec<AccountId>> {
    sqlx::query_scalar!(
        r#"select account_id as "account_id: AccountId"
           from desk_mentions join mention_mails using (account_id) where note_id = $1 and seen_at is null"#,
        note_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Forgets what somebody wrote for themselves alone, and what they wished.
pub(crate) async fn delete_private(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<()> {
    set_wishes_mail(&mut *conn, account_id, false).await?;
    sqlx::query!(
        "delete from desk_notes where account_id = $1 and only_me",
        account_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A note of somebody's own, to be taken along.
pub(crate) struct Taken {
    pub(crate) only_me: bool,
    pub(crate) body: String,
    pub(crate) written_at: DateTime<Utc>,
}

/// All that somebody wrote, oldest first.
pub(crate) async fn list_of(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Vec<Taken>> {
    sqlx::query_as!(
        Taken,
        r#"select only_me, body as "body!", written_at from desk_notes
           where account_id = $1 and body is not null order by written_at, note_id"#,
        account_id.0,
    )
    .fetch_all(conn)
    .await
}
