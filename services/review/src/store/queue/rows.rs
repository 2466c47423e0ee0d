//! What a row of a list shows.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, PersonId, SubmissionId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::submission::{Consent, State};

/// A contribution in the list: enough to choose by, and no more text than that takes. Never who sent it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) submission_id: SubmissionId,
    pub(crate) version: i32,
    pub(crate) state: State,
    pub(crate) title: String,
    /// The first [`OPENING`] characters.
    pub(crate) opening: String,
    /// As claimed.
    pub(crate) place: Option<String>,
    pub(crate) language: Lang,
    pub(crate) consent: Consent,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) person_id: PersonId,
    pub(crate) at_risk: bool,
    pub(crate) category: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) warnings: Vec<String>,
    pub(crate) first_yes_by: Option<AccountId>,
    pub(crate) machine_rule: Option<String>,
    pub(crate) answer_due_at: Option<DateTime<Utc>>,
    pub(crate) unread_since: Option<DateTime<Utc>>,
    /// As the desk filters by them.
    pub(crate) attributes: Vec<String>,
    /// The oldest that shows the same.
    pub(crate) likeness: Option<SubmissionId>,
}

/// How much of the text a list reads, in characters.
pub(crate) const OPENING: i32 = 240;

/// These contributions, in the order in which they are asked for.
pub(crate) async fn list(conn: &mut PgConnection, ids: &[SubmissionId]) -> sqlx::Result<Vec<Row>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Row,
        r#"
        select submission_id as "submission_id!: SubmissionId", version, submissions.state as "state: State", title,
               left(body, $2) as "opening!", submissions.place, language as "language: Lang",
               consent as "consent: Consent", submissions.sent_at, submissions.person_id as "person_id: PersonId",
               submissions.at_risk, category,
               array(select coalesce(label, tag)
                     from unnest(tags) with ordinality as kept (tag, place) left join desk_tags using (tag)
                     order by place) as "tags!",
               warnings, first_yes_by as "first_yes_by: AccountId",
               machine_rule, answer_due_at, unread_since, attributes,
               likeness as "likeness: SubmissionId"
        from unnest($1::uuid[]) with ordinality as asked (submission_id, number)
        join submissions using (submission_id)
        join desk_items using (submission_id)
        order by number
        "#,
        &ids,
        OPENING,
    )
    .fetch_all(conn)
    .await
}

/// The colleagues that something may be in the hands of, by name.
pub(crate) async fn list_colleagues(conn: &mut PgConnection) -> sqlx::Result<Vec<(AccountId, String)>> {
    let rows = sqlx::query!(
        r#"select account_id as "account_id: AccountId", display_name from accounts
           where role is not null and deactivated_at is null order by display_name, account_id limit 200"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.account_id, row.display_name))
        .collect())
}
