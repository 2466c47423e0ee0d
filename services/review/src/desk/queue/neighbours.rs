//! From one contribution of a list to the one before and after it.

use ground::{ids::SubmissionId, viewer::Editor};
use sqlx::PgConnection;

use super::{Asked, Page, selection};
use crate::{
    store::{desk::Cursor, queue::select::Listed},
    submission::Submission,
};

/// Beyond so many nobody counts with us.
const MOST: i64 = 1000;

/// Where a contribution stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Neighbours {
    pub(crate) previous: Option<SubmissionId>,
    pub(crate) next: Option<SubmissionId>,
    /// From 1. None: it is no longer in the list, or stands so far back that nobody counts.
    pub(crate) position: Option<i64>,
    /// How many there are.
    pub(crate) total: i64,
    /// There are more than `total`.
    pub(crate) more: bool,
    /// Where the list is.
    pub(crate) address: String,
    /// Of that address, for the pages of the neighbours (`queue::item_address`).
    pub(crate) query: String,
}

/// The neighbours of a contribution in the list of this query (what came after `?`), also when it has just left it. None:
/// there is no such list, or it is not for this editor.
pub(crate) async fn neighbours(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    query: &str,
    submission: &Submission,
) -> sqlx::Result<Option<Neighbours>> {
    let Some(asked) = Asked::parse(query).ok().filter(|asked| asked.is_for(editor)) else {
        return Ok(None);
    };
    let selection = selection(&mut *conn, state, editor, &asked).await?;
    let here = Cursor {
        sent_at: submission.sent_at,
        submission_id: submission.submission_id,
    };
    let one = |found: Listed| found.places.first().map(|cursor| cursor.submission_id);
    let previous = one(selection.list(&mut *conn, Some(Page::Before(here)), 1).await?);
    let next = one(selection.list(&mut *conn, Some(Page::After(here)), 1).await?);
    let position = match previous {
        _ if !selection.holds(&mut *conn, here.submission_id).await? => None,
        None => Some(1),
        Some(_) => {
            let before = selection
                .count(&mut *conn, Some(Page::Before(here)), MOST)
                .await?;
            (before < MOST).then_some(before + 1)
        }
    };
    let total = selection.count(conn, None, MOST).await?;
    Ok(Some(Neighbours {
        previous,
        next,
        position,
        total: total.min(MOST),
        more: total > MOST,
        address: asked.address(),
        query: asked.query(),
    }))
}
