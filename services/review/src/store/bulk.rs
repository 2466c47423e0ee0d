//! Many contributions at once: which they are, and what the rules ask of them.

use std::collections::HashSet;

use ground::ids::{PersonId, SubmissionId};
use sqlx::PgConnection;

use crate::submission::Submission;

/// All of a sort, as far as they are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Sent by somebody.
    Person(PersonId),
    /// With a picture that this one has, too.
    Alike(SubmissionId),
}

/// The open contributions of a sort, oldest first; those at risk only if they may be seen.
pub(crate) async fn list_of(
    conn: &mut PgConnection,
    of: Of,
    with_at_risk: bool,
    most: i64,
) -> sqlx::Result<Vec<SubmissionId>> {
    match of {
        Of::Person(person_id) => {
            sqlx::query_scalar!(
                r#"select submission_id as "submission_id: SubmissionId" from submissions
                   where person_id = $1 and state in ('received', 'in_review', 'needs_reply')
                     and (not at_risk or $2)
                   order by sent_at, submission_id limit $3"#,
                person_id.0,
                with_at_risk,
                most,
            )
            .fetch_all(conn)
            .await
        }
        Of::Alike(id) => {
            sqlx::query_scalar!(
                r#"select submission_id as "submission_id: SubmissionId" from submissions
                   where submission_id in (
                         select $1::uuid
                         union select submission_id from submission_repeats where earlier_id = $1
                         union select earlier_id from submission_repeats where submission_id = $1
                     )
                     and state in ('received', 'in_review', 'needs_reply') and (not at_risk or $2)
                   order by sent_at, submission_id limit $3"#,
                id.0,
                with_at_risk,
                most,
            )
            .fetch_all(conn)
            .await
        }
    }
}

/// Those that are there of these, in the order of their ids.
pub(crate) async fn list_submissions(
    conn: &mut PgConnection,
    ids: &[SubmissionId],
) -> sqlx::Result<Vec<Submission>> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(super::desk::find_submission(&mut *conn, *id).await?);
    }
    Ok(found)
}

/// The categories in which two people have to say yes.
pub(crate) async fn list_two_people(conn: &mut PgConnection) -> sqlx::Result<HashSet<String>> {
    let two = sqlx::query_scalar!("select category from desk_categories where two_people")
        .fetch_all(conn)
        .await?;
    Ok(two.into_iter().collect())
}
