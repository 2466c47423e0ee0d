//! How someone of the newsroom likes the desk: their keys, and how pictures are shown to them.

mod keys;
mod page;
mod sheet;

use axum::{Router, routing::any};
use ground::ids::AccountId;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::PgConnection;

pub(crate) use sheet::Sheet;

use super::nothing;
use crate::store::preferences as store;

/// The page, and a door for each of its sections.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route("/desk/preferences", any(nothing).get(page::get))
        .route("/desk/preferences/keys", any(nothing).post(page::post_keys))
}

/// One section as somebody left it; as it is for everyone where they never were, or where what is kept is from a version
/// that this one does not understand.
pub(crate) async fn load<T: DeserializeOwned + Default>(
    conn: &mut PgConnection,
    of: AccountId,
    section: &str,
) -> sqlx::Result<T> {
    let kept = store::find(conn, of, section).await?;
    Ok(kept
        .and_then(|kept| serde_json::from_value(kept).ok())
        .unwrap_or_default())
}

/// Keeps one section.
pub(crate) async fn save<T: Serialize>(
    conn: &mut PgConnection,
    of: AccountId,
    section: &str,
    value: &T,
) -> anyhow::Result<()> {
    store::set(conn, of, section, &serde_json::to_value(value)?).await?;
    Ok(())
}
