//! What is found by the inverted indexes, in the order of the list, without reading more of it than is shown.
//!
//! A word may stand in a hundred thousand contributions of last spring and in none of the last thousand: neither a walk along the
//! list finds a page of it, nor can all of it be read and sorted. So all is asked for only as long as it is little. If it
//! is more, the years are asked for one by one, the nearest first; of a year in which there is much, its months; of such a
//! month, its days, each of which the index knows by a mark of its own (`desk::search::Span`).

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::select::Selection;
use crate::{
    desk::{queue::Page, search::Span},
    store::desk::Cursor,
};

/// So many are read and sorted at once; of one day, all.
const AT_ONCE: i64 = 1000;

impl Selection {
    /// The nearest to a place, at most `limit` of them. `falling`: the latest first.
    pub(super) async fn reach(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        falling: bool,
        limit: i64,
    ) -> sqlx::Result<Vec<Cursor>> {
        let Some(words) = &self.words else {
            return Ok(self
                .find(conn, page, falling, limit, None)
                .await?
                .unwrap_or_default());
        };
        if let Some(all) = self.find(&mut *conn, page, falling, limit, Some(AT_ONCE)).await? {
            return Ok(all);
        }
        let Some((first, last)) = find_ends(&mut *conn).await? else {
            return Ok(Vec::new());
        };
        let (from, to) = match page {
            Some(Page::Before(place) | Page::After(place)) if falling => (first, place.sent_at.min(last)),
            Some(Page::Before(place) | Page::After(place)) => (place.sent_at.max(first), last),
            None => (first, last),
        };
        let mut found = Vec::new();
        // The nearest is the last of it.
        let mut waiting = nearest_last(Span::years(from, to), falling);
        while let Some(span) = waiting.pop() {
            if !span.ends_after(from) || !span.begins_before(to) {
                continue;
            }
            let within = Self {
                words: Some(span.narrow(words)),
                ..self.clone()
            };
            let parts = span.parts();
            let most = (!parts.is_empty()).then_some(AT_ONCE);
            match within.find(&mut *conn, page, falling, limit, most).await? {
                Some(more) => found.extend(more),
                None => waiting.extend(nearest_last(parts, falling)),
            }
            let wanted = usize::try_from(limit).unwrap_or_default();
            if found.len() >= wanted {
                found.truncate(wanted);
                break;
            }
        }
        Ok(found)
    }
}

fn nearest_last(mut spans: Vec<Span>, falling: bool) -> Vec<Span> {
    if !falling {
        spans.reverse();
    }
    spans
}

/// When the first and the last contribution came.
async fn find_ends(conn: &mut PgConnection) -> sqlx::Result<Option<(DateTime<Utc>, DateTime<Utc>)>> {
    let ends = sqlx::query!("select min(sent_at) as first, max(sent_at) as last from desk_items")
        .fetch_one(conn)
        .await?;
    Ok(ends.first.zip(ends.last))
}
