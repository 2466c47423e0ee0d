//! The only SQL of the embedded server: our database in a new cluster.

use sqlx::PgConnection;

/// Whether our database exists.
pub(super) async fn has_database(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists (select from pg_database where datname = 'bepart') as "exists!""#)
        .fetch_one(conn)
        .await
}

/// Makes our database. From `template0`, which nobody can have written into.
pub(super) async fn create_database(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("create database bepart template template0 encoding 'UTF8'")
        .execute(conn)
        .await?;
    Ok(())
}
