//! Who said something changes it, or takes it back.

mod delete;
mod edit;
#[cfg(test)]
mod tests;

use axum::{Router, routing::get};
use ground::{Failure, ids::CommentId};
use sqlx::PgConnection;

use crate::{
    cookies::Who,
    store::changes::{self, Own},
};

/// `/comments/{comment_id}/edit` and `/delete`.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/comments/{comment_id}/edit", get(edit::get).post(edit::post))
        .route(
            "/comments/{comment_id}/delete",
            get(delete::get).post(delete::post),
        )
}

/// A comment of who asks. To everybody else there is nothing here: 404.
async fn own(
    conn: &mut PgConnection,
    state: &crate::State,
    who: &Who,
    comment_id: CommentId,
) -> Result<Own, Failure> {
    let found = changes::find_own(conn, comment_id, state.clock.now()).await?;
    found
        .filter(|own| who.owns(own.account_id, own.device.as_deref()))
        .ok_or(Failure::NotFound)
}
