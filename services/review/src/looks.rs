//! Who looked at an original, and why: written down before a byte of it goes out.

use chrono::{DateTime, Utc};
use ground::ids::{Ids, MediaId};
use sqlx::PgConnection;

use crate::{
    event::EventKind,
    store::history::{self, Look},
};

/// The longest reason for looking at an original, in characters.
pub(crate) const WHY_MAX: usize = 200;

/// Writes into the history that who runs the server took an original out of its seal, by a command. False when it is
/// no contribution's, and there is no history to write into.
///
/// # Errors
/// When the database fails.
pub async fn note_look_by_operator(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    media_id: MediaId,
    why: &str,
) -> sqlx::Result<bool> {
    let Some((submission_id, number)) = history::find_place_of(&mut *conn, media_id).await? else {
        return Ok(false);
    };
    let why: String = why.chars().take(WHY_MAX).collect();
    let look = Look {
        submission_id,
        media_id,
        number,
        why: Some(&why),
    };
    history::insert_look(conn, ids, now, EventKind::OriginalOpened, None, look).await?;
    Ok(true)
}
