//! Who wants to be told, and where, in the database.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId, PushSubscriptionId, SubmissionId};
use sqlx::PgConnection;

/// The most browsers of an account that are told; one more takes the oldest one's place.
const MOST_SUBSCRIPTIONS: i64 = 10;

/// How somebody wants to be told.
pub(crate) struct Choices {
    pub(crate) mail: bool,
    pub(crate) push: bool,
    /// There is a confirmed address to write to.
    pub(crate) has_address: bool,
    /// How many of their browsers may be told.
    pub(crate) devices: i64,
}

pub(crate) async fn find_choices(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<Choices>> {
    sqlx::query_as!(
        Choices,
        r#"select mail_notices as mail, push_notices as push, email is not null as "has_address!",
                  (select count(*) from push_subscriptions
                   where push_subscriptions.account_id = accounts.account_id) as "devices!"
           from accounts where account_id = $1"#,
        account_id.0,
    )
    .fetch_optional(conn)
    .await
}

pub(crate) async fn set_choices(
    conn: &mut PgConnection,
    account_id: AccountId,
    mail: bool,
    push: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set mail_notices = $2, push_notices = $3 where account_id = $1",
        account_id.0,
        mail,
        push,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps a browser's endpoint. Only who uses the browser knows it, so it is theirs who said so last.
pub(crate) async fn put_subscription(
    conn: &mut PgConnection,
    subscription_id: PushSubscriptionId,
    endpoint: &str,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into push_subscriptions (endpoint, subscription_id, account_id, created_at) values ($1, $2, $3, $4)
         on conflict (endpoint) do update
         set subscription_id = excluded.subscription_id, account_id = excluded.account_id,
             created_at = excluded.created_at",
        endpoint,
        subscription_id.0,
        account_id.0,
        now,
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "delete from push_subscriptions where account_id = $1 and endpoint not in (
             select endpoint from push_subscriptions where account_id = $1
             order by created_at desc, subscription_id desc limit $2
         )",
        account_id.0,
        MOST_SUBSCRIPTIONS,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets a browser of this account, or all of them.
pub(crate) async fn delete_subscriptions(
    conn: &mut PgConnection,
    account_id: AccountId,
    endpoint: Option<&str>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from push_subscriptions where account_id = $1 and ($2::text is null or endpoint = $2)",
        account_id.0,
        endpoint,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The push service does not know it any more.
pub(crate) async fn delete_subscription(
    conn: &mut PgConnection,
    subscription_id: PushSubscriptionId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from push_subscriptions where subscription_id = $1",
        subscription_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// How a contributor wants to be told, and of what.
pub(crate) struct Wants {
    pub(crate) mail: bool,
    pub(crate) push: bool,
    /// Of the contribution: grows with each change.
    pub(crate) version: i32,
}

/// None when it is not their contribution, or they are not there any more.
pub(crate) async fn find_wants(
    conn: &mut PgConnection,
    account_id: AccountId,
    submission_id: SubmissionId,
) -> sqlx::Result<Option<Wants>> {
    sqlx::query_as!(
        Wants,
        "select mail_notices as mail, push_notices as push, version
         from submissions join accounts using (account_id)
         where submission_id = $1 and account_id = $2 and deactivated_at is null and deleted_at is null",
        submission_id.0,
        account_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Writes down that they are told of this version. False when they were before; of two at once the second waits, and
/// sees it.
pub(crate) async fn note_told(
    conn: &mut PgConnection,
    account_id: AccountId,
    submission_id: SubmissionId,
    version: i32,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "insert into contributor_notices as told (submission_id, account_id, version, told_at) values ($1, $2, $3, $4)
         on conflict (submission_id) do update
         set account_id = excluded.account_id, version = excluded.version, told_at = excluded.told_at
         where told.version < excluded.version or told.account_id <> excluded.account_id",
        submission_id.0,
        account_id.0,
        version,
        now,
    )
    .execute(conn)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// Writes down that they are told once more of the version that they were told of. False when they were before.
pub(crate) async fn note_reminded(
    conn: &mut PgConnection,
    submission_id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "update contributor_notices set reminded_version = version, told_at = $2
         where submission_id = $1 and reminded_version is distinct from version",
        submission_id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(noted.rows_affected() == 1)
}

pub(crate) async fn list_subscriptions(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<PushSubscriptionId>> {
    sqlx::query_scalar!(
        r#"select subscription_id as "id: PushSubscriptionId" from push_subscriptions
           where account_id = $1 order by created_at, subscription_id"#,
        account_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Whether somebody is told of answers by mail, and on their devices. None when they are not there any more.
pub(crate) async fn find_answer_wants(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<(bool, bool)>> {
    let found = sqlx::query!(
        "select mail_notices, push_notices from accounts
         where account_id = $1 and deactivated_at is null and deleted_at is null",
        account_id.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|row| (row.mail_notices, row.push_notices)))
}

/// A browser at which to knock because of an answer, while everybody reads that.
pub(crate) async fn find_push_answered(
    conn: &mut PgConnection,
    subscription_id: PushSubscriptionId,
    answer: CommentId,
) -> sqlx::Result<Option<DuePush>> {
    sqlx::query_as!(
        DuePush,
        r#"select endpoint, told_at as "told_at!"
           from push_subscriptions join accounts using (account_id), comments as answer
           where subscription_id = $1 and push_notices and deactivated_at is null
             and answer.comment_id = $2 and answer.state = 'shown' and told_at is not null"#,
        subscription_id.0,
        answer.0,
    )
    .fetch_optional(conn)
    .await
}

/// A browser at which to knock.
pub(crate) struct DuePush {
    pub(crate) endpoint: String,
    pub(crate) told_at: DateTime<Utc>,
}

/// None when nobody is to be told there any more.
pub(crate) async fn find_push(
    conn: &mut PgConnection,
    subscription_id: PushSubscriptionId,
    submission_id: SubmissionId,
) -> sqlx::Result<Option<DuePush>> {
    sqlx::query_as!(
        DuePush,
        "select endpoint, told_at
         from push_subscriptions join contributor_notices using (account_id) join accounts using (account_id)
         where subscription_id = $1 and submission_id = $2 and push_notices and deactivated_at is null",
        subscription_id.0,
        submission_id.0,
    )
    .fetch_optional(conn)
    .await
}
