//! On a contribution's page: how far it is checked, and what it is sorted by. What a newsroom asks of each sort, chiefs say
//! in [`categories`].

mod categories;
mod category;
mod door;
mod items;
mod panel;
mod sorting;

use axum::{Router, routing::any};
use ground::lang::Message;
use sqlx::PgConnection;

pub(crate) use items::Checked;
pub(crate) use panel::Panel;
pub(crate) use sorting::{TAGS_MAX, keep_labels, parse_tags};

use self::items::{Item, Level};
use super::nothing;
use crate::{store::checks as store, submission::Submission};

/// The doors of the panel, and the pages of what it asks.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route(
            "/desk/submissions/{submission_id}/checks",
            any(nothing).post(door::post),
        )
        .route(
            "/desk/submissions/{submission_id}/sorting",
            any(nothing).post(sorting::post),
        )
        .route("/desk/settings/categories", any(nothing).get(categories::get))
        .route(
            "/desk/settings/categories/{category}",
            any(nothing).get(category::get).post(category::post),
        )
}

/// What must still be checked before this goes out, in words; nothing where nothing is asked.
pub(crate) async fn missing(conn: &mut PgConnection, submission: &Submission) -> sqlx::Result<Vec<Message>> {
    let Some(category) = &submission.category else {
        return Ok(Vec::new());
    };
    let asked = asked(&store::list_asked(&mut *conn, category).await?);
    let done = store::list(conn, submission.submission_id).await?;
    let done: Vec<Checked> = done.iter().filter_map(checked).collect();
    Ok(items::missing(&asked, &done)
        .into_iter()
        .map(|item| ground::msg!("vet-missing").s("item", item.code()))
        .collect())
}

fn asked(codes: &[String]) -> Vec<Item> {
    codes.iter().filter_map(|code| Item::from_code(code)).collect()
}

/// What a row says, if this version knows it.
fn checked(row: &store::Row) -> Option<Checked> {
    Checked::new(Item::from_code(&row.item)?, Level::from_code(&row.level)?)
}
