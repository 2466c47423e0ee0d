//! What happens at the desk while it is open: one look at the database for all who watch on this instance, told by
//! server-sent events (HTML, 9.2), or asked for again and again where these do not get through.

mod hub;
mod line;
mod news;
mod poll;
mod stream;

use axum::{Router, routing::any};
use chrono::DateTime;
use ground::{
    Failure,
    ids::{AccountId, SubmissionId},
};
use sqlx::PgConnection;

pub use hub::Hub;
pub(crate) use line::Line;

use super::{nothing, parse_cursor};
use crate::store::{desk::Cursor, live as store};

/// The two ways to hear.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route("/desk/live", any(nothing).get(stream::get))
        .route("/desk/live.json", any(nothing).get(poll::get))
}

/// The newest contribution when the page that asks was made; without one, everything is new.
fn parse_since(since: Option<&str>) -> Result<Cursor, Failure> {
    since.map_or_else(
        || {
            Ok(Cursor {
                sent_at: DateTime::UNIX_EPOCH,
                submission_id: SubmissionId(uuid::Uuid::nil()),
            })
        },
        parse_cursor,
    )
}

/// Who hears, as far as it matters to what they hear.
#[derive(Clone, Copy, Debug)]
struct Ears {
    account_id: AccountId,
    sees_at_risk: bool,
}

/// How everything stands for somebody now.
async fn look(conn: &mut PgConnection, ears: Ears, since: Cursor) -> sqlx::Result<news::Look> {
    // Before what it is the newest of is counted: what comes between the two is counted twice rather than not at all.
    let newest = store::find_newest(&mut *conn, ears.sees_at_risk).await?;
    let counts = store::count(&mut *conn).await?;
    let fresh = store::count_fresh(&mut *conn, since, ears.sees_at_risk).await?;
    let mine = store::count_mine(conn, &[ears.account_id]).await?;
    Ok(news::Look {
        counts: news::counts(&counts, ears.sees_at_risk),
        mine: news::mine(&mine, ears.account_id, ears.sees_at_risk),
        fresh,
        newest: newest.map_or(0, |newest| newest.timestamp_micros()),
    })
}
