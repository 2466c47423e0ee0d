//! Lists that somebody of the newsroom keeps at hand.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, ViewId};
use sqlx::PgConnection;

/// So many of somebody's own, and of what colleagues share, are listed.
const LISTED: i64 = 50;

/// A list that is kept at hand.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct View {
    pub(crate) view_id: ViewId,
    pub(crate) account_id: AccountId,
    /// As colleagues know whose it is.
    pub(crate) owner: String,
    pub(crate) name: String,
    /// What comes after `?` in the list's address.
    pub(crate) query: String,
    pub(crate) shared: bool,
}

/// What somebody sees: one's own first, then what colleagues share.
pub(crate) async fn list(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Vec<View>> {
    sqlx::query_as!(
        View,
        r#"select view_id as "view_id: ViewId", account_id as "account_id: AccountId", display_name as owner, name,
                  query, shared
           from desk_views join accounts using (account_id)
           where account_id = $1 or shared
           order by account_id <> $1, name, view_id limit $2"#,
        account_id.0,
        LISTED,
    )
    .fetch_all(conn)
    .await
}

/// One of them, and nobody else may change it until the caller's transaction ends.
pub(crate) async fn find_for_update(conn: &mut PgConnection, view_id: ViewId) -> sqlx::Result<Option<View>> {
    sqlx::query_as!(
        View,
        r#"select view_id as "view_id: ViewId", account_id as "account_id: AccountId", display_name as owner, name,
                  query, shared
           from desk_views join accounts using (account_id)
           where view_id = $1 for update of desk_views"#,
        view_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Keeps a list. One of the same person by the same name takes its place.
pub(crate) async fn insert(
    conn: &mut PgConnection,
    view: (ViewId, AccountId),
    name: &str,
    query: &str,
    shared: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (view_id, account_id) = view;
    sqlx::query!(
        "insert into desk_views (view_id, account_id, name, query, shared, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id, name) do update set query = excluded.query, shared = excluded.shared",
        view_id.0,
        account_id.0,
        name,
        query,
        shared,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives it another name, and says whether it is for everyone at the desk. False: its owner has one by that name.
pub(crate) async fn set(
    conn: &mut PgConnection,
    view_id: ViewId,
    name: &str,
    shared: bool,
) -> sqlx::Result<bool> {
    let set = sqlx::query!(
        "update desk_views set name = $2, shared = $3
         where view_id = $1
             and not exists (select from desk_views as other
                             where other.account_id = desk_views.account_id and other.name = $2
                                 and other.view_id <> $1)",
        view_id.0,
        name,
        shared,
    )
    .execute(conn)
    .await?;
    Ok(set.rows_affected() == 1)
}

/// Forgets it.
pub(crate) async fn delete(conn: &mut PgConnection, view_id: ViewId) -> sqlx::Result<()> {
    sqlx::query!("delete from desk_views where view_id = $1", view_id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// How many somebody keeps besides one by this name.
pub(crate) async fn count_besides(
    conn: &mut PgConnection,
    account_id: AccountId,
    name: &str,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from desk_views where account_id = $1 and name <> $2"#,
        account_id.0,
        name,
    )
    .fetch_one(conn)
    .await
}

/// Forgets all that somebody kept.
pub(crate) async fn delete_all(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<()> {
    sqlx::query!("delete from desk_views where account_id = $1", account_id.0)
        .execute(conn)
        .await?;
    Ok(())
}
