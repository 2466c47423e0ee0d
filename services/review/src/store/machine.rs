//! What the program's own rules ask and write.

use chrono::{DateTime, Utc};
use ground::ids::SubmissionId;
use sqlx::PgConnection;

/// A contribution with the very same text that an editor called spam since `since`, if the text is long enough to say
/// something.
pub(crate) async fn find_spam_of_text(
    conn: &mut PgConnection,
    id: SubmissionId,
    since: DateTime<Utc>,
    min_chars: i32,
) -> sqlx::Result<Option<SubmissionId>> {
    sqlx::query_scalar!(
        r#"select spam.submission_id as "submission_id: SubmissionId"
           from submissions as new
           join submissions as spam
             on md5(spam.title || E'\n' || spam.body) = md5(new.title || E'\n' || new.body)
           where new.submission_id = $1 and spam.submission_id <> $1
             and spam.state = 'spam' and spam.machine_rule is null
             and spam.decided_by is not null and spam.decided_at >= $2
             and (spam.title, spam.body) = (new.title, new.body)
             and char_length(btrim(new.title || new.body)) >= $3
           limit 1"#,
        id.0,
        since,
        min_chars,
    )
    .fetch_optional(conn)
    .await
}

/// A contribution that has every file of this one and that an editor called spam since `since`. Files are told by the
/// bytes that came, before anybody has read them.
pub(crate) async fn find_spam_of_files(
    conn: &mut PgConnection,
    id: SubmissionId,
    since: DateTime<Utc>,
) -> sqlx::Result<Option<SubmissionId>> {
    sqlx::query_scalar!(
        r#"with new as (
               select distinct blake3 from submission_files
               join media using (media_id) join uploads using (upload_id)
               where submission_id = $1
           )
           select spam.submission_id as "submission_id: SubmissionId"
           from new
           join uploads using (blake3)
           join media using (upload_id)
           join submission_files using (media_id)
           join submissions as spam using (submission_id)
           where uploads.claimed_at is not null and spam.submission_id <> $1
             and spam.state = 'spam' and spam.machine_rule is null
             and spam.decided_by is not null and spam.decided_at >= $2
           group by spam.submission_id
           having count(distinct new.blake3) = (select count(*) from new)
           limit 1"#,
        id.0,
        since,
    )
    .fetch_optional(conn)
    .await
}

/// The program decided. Nobody of the newsroom did.
pub(crate) async fn set_spam_by_rule(
    conn: &mut PgConnection,
    id: SubmissionId,
    rule: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set state = 'spam', machine_rule = $2, decided_at = $3, version = version + 1
         where submission_id = $1",
        id.0,
        rule,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}
