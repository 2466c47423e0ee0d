//! What is found by the index of everything, in the order of the list, without reading more of it than is shown.
//!
//! A word, or two filters together, may stand in a hundred thousand contributions of last spring and in none of the last
//! thousand: neither a walk along the list finds a page of it, nor can all of it be read and sorted. So time is asked for
//! window by window, the nearest first (`spans`); of a window in which there is much, its parts.
//!
//! What begins with a word (`'flo':*`) the index has to gather from all words that do, whatever the window is. So how far the
//! page reaches, and whether there is more than is counted, is first asked by the words alone: these are part of what is found.

use chrono::{DateTime, Utc};
use sqlx::{Connection, PgConnection};

use super::{
    select::{Builder, Listed, Selection, cursor_of, fetch, order, push_side},
    spans::{Span, day_of, windows},
};
use crate::{desk::queue::Page, store::desk::Cursor};

/// So many are read and sorted at once; of one day, all. Of more it is soon known that they are more, and that many are counted.
const AT_ONCE: i64 = 1000;

/// From where to where, and in which direction.
#[derive(Clone, Copy)]
struct Way {
    page: Option<Page>,
    falling: bool,
    /// In days.
    days: (i64, i64),
}

impl Selection {
    /// The nearest to a place, at most `limit` of them. `falling`: the latest first.
    pub(super) async fn reach(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        falling: bool,
        limit: i64,
    ) -> sqlx::Result<Listed> {
        if !self.is_walked() {
            return Ok(Listed::of(self.find_claimed(conn, page, falling, limit).await?));
        }
        let Some(way) = self.way(&mut *conn, page, falling).await? else {
            return Ok(Listed::default());
        };
        let mut tx = conn.begin().await?;
        self.set_planner(&mut tx).await?;
        let found = self.reach_along(&mut tx, way, limit).await;
        // What was set goes with it, whatever it is part of.
        tx.rollback().await?;
        found
    }

    async fn reach_along(&self, conn: &mut PgConnection, mut way: Way, limit: i64) -> sqlx::Result<Listed> {
        if self.queue.is_short()
            && let Some(places) = self.find(&mut *conn, way, None, limit, Some(AT_ONCE)).await?
        {
            return Ok(Listed::of(places));
        }
        let mut covers = None;
        let mut at_least = 0;
        if let Some(words) = self.words_alone() {
            let alone = words.gallop(&mut *conn, way, limit).await?;
            at_least = alone.at_least;
            let furthest = alone.places.last().filter(|_| is_full(&alone.places, limit));
            if let Some(furthest) = furthest {
                let day = day_of(furthest.sent_at);
                way.days = if way.falling {
                    (day, way.days.1)
                } else {
                    (way.days.0, day)
                };
                covers = Some(windows(way.days, way.falling).into_iter().flatten().collect());
            }
            let spans: Option<&Vec<Span>> = covers.as_ref();
            let all = self
                .find(&mut *conn, way, spans.map(Vec::as_slice), limit, Some(AT_ONCE))
                .await?;
            if let Some(places) = all {
                return Ok(Listed { places, at_least });
            }
        }
        let mut listed = self.gallop(conn, way, limit).await?;
        listed.at_least = listed.at_least.max(at_least);
        Ok(listed)
    }

    /// Window by window until there are enough.
    async fn gallop(&self, conn: &mut PgConnection, way: Way, limit: i64) -> sqlx::Result<Listed> {
        let mut found = Vec::new();
        let mut at_least = 0;
        // The nearest is the last of it.
        let mut waiting = windows(way.days, way.falling);
        waiting.reverse();
        while let Some(spans) = waiting.pop() {
            let most = spans
                .first()
                .is_some_and(|span| !span.parts(way.falling).is_empty());
            let most = (most || spans.len() > 1).then_some(AT_ONCE);
            if let Some(more) = self.find(&mut *conn, way, Some(&spans), limit, most).await? {
                found.extend(more);
            } else {
                at_least = AT_ONCE + 1;
                let parts = match spans.as_slice() {
                    [span] => span.parts(way.falling),
                    _ => spans,
                };
                let parts = parts.into_iter().filter(|span| span.touches(way.days));
                waiting.extend(parts.rev().map(|span| vec![span]));
            }
            if is_full(&found, limit) {
                found.truncate(usize::try_from(limit).unwrap_or_default());
                break;
            }
        }
        Ok(Listed {
            places: found,
            at_least,
        })
    }

    /// How many there are, or more than `most`.
    pub(super) async fn reach_count(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        falling: bool,
        most: i64,
    ) -> sqlx::Result<i64> {
        let limit = most.saturating_add(1);
        if !self.is_walked() {
            let found = self.find_claimed(conn, page, falling, limit).await?;
            return Ok(i64::try_from(found.len()).unwrap_or(limit));
        }
        let Some(way) = self.way(&mut *conn, page, falling).await? else {
            return Ok(0);
        };
        let mut tx = conn.begin().await?;
        self.set_planner(&mut tx).await?;
        let count = match self.words_alone() {
            _ if self.queue.is_short() => self.count_in(&mut tx, way, None, limit).await,
            None => self.count_along(&mut tx, way, limit).await,
            Some(words) => match words.count_along(&mut tx, way, limit).await {
                Ok(count) if count < limit => self.count_in(&mut tx, way, None, limit).await,
                counted => counted,
            },
        };
        tx.rollback().await?;
        count
    }

    /// Window by window until there are `limit`.
    async fn count_along(&self, conn: &mut PgConnection, way: Way, limit: i64) -> sqlx::Result<i64> {
        let mut count = 0;
        for spans in windows(way.days, way.falling) {
            count += self
                .count_in(&mut *conn, way, Some(&spans), limit - count)
                .await?;
            if count >= limit {
                break;
            }
        }
        Ok(count)
    }

    /// The same question without what only begins with its words. None: there is no such thing in it.
    fn words_alone(&self) -> Option<Self> {
        let words = self.words.as_ref().filter(|words| words.contains(":*"))?;
        Some(Self {
            words: Some(words.replace(":*", "")),
            ..self.clone()
        })
    }

    /// From where to where there is something to look for.
    async fn way(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        falling: bool,
    ) -> sqlx::Result<Option<Way>> {
        let Some((mut from, mut to)) = find_ends(conn).await? else {
            return Ok(None);
        };
        from = self.since.map_or(from, |since| since.max(from));
        to = self.until.map_or(to, |until| until.min(to));
        if let Some(Page::Before(place) | Page::After(place)) = page {
            if falling {
                to = place.sent_at.min(to);
            } else {
                from = place.sent_at.max(from);
            }
        }
        Ok((from <= to).then(|| Way {
            page,
            falling,
            days: (day_of(from), day_of(to)),
        }))
    }

    /// Only the index of everything is to answer: how much of a condition there is within a window, the planner cannot know.
    /// So a plan is made once for each kind of question, and not for each window.
    async fn set_planner(&self, conn: &mut PgConnection) -> sqlx::Result<()> {
        let set = if self.group.is_none() && self.claimed.is_none() {
            "set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off;
             set local enable_indexscan = off; set local enable_indexonlyscan = off"
        } else {
            // What is looked up for each that is found has indexes of its own.
            "set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off"
        };
        sqlx::raw_sql(set).execute(conn).await?;
        Ok(())
    }

    /// What is found within these spans, or ever. None: it is more than `most`.
    async fn find(
        &self,
        conn: &mut PgConnection,
        way: Way,
        spans: Option<&[Span]>,
        limit: i64,
        most: Option<i64>,
    ) -> sqlx::Result<Option<Vec<Cursor>>> {
        let mut query = Builder::new("with found as materialized (select sent_at, submission_id from ");
        self.push_found(&mut query, way, spans);
        if let Some(most) = most {
            query.push(" limit ").push_bind(most.saturating_add(1));
        }
        query.push(") select sent_at, submission_id, (select count(*) from found) as count from found");
        query.push(order(way.falling)).push_bind(limit);
        let rows: Vec<(DateTime<Utc>, uuid::Uuid, i64)> = query.build_query_as().fetch_all(conn).await?;
        let count = rows.first().map_or(0, |(_, _, count)| *count);
        let found = rows
            .into_iter()
            .map(|(sent_at, id, _)| cursor_of(sent_at, id))
            .collect();
        Ok(most.is_none_or(|most| count <= most).then_some(found))
    }

    async fn count_in(
        &self,
        conn: &mut PgConnection,
        way: Way,
        spans: Option<&[Span]>,
        limit: i64,
    ) -> sqlx::Result<i64> {
        let mut query = Builder::new("select count(*) from (select from ");
        self.push_found(&mut query, way, spans);
        query.push(" limit ").push_bind(limit).push(") as found");
        query.build_query_scalar().fetch_one(conn).await
    }

    /// What the index finds, and of that what is meant.
    fn push_found(&self, query: &mut Builder, way: Way, spans: Option<&[Span]>) {
        query.push("(select * from desk_items as i where true");
        self.push_indexed(query, "i");
        if let Some(spans) = spans {
            let marks: Vec<String> = spans.iter().map(|span| span.mark()).collect();
            query.push(" and desk_marks(i.sent_at, i.person_id, i.place, i.likeness) && ");
            query.push_bind(marks);
        }
        // Nothing of what follows is for an index.
        query.push(" offset 0) as i where ");
        self.push_ground(query, "i");
        push_side(query, way.page, way.falling);
        self.push_beside(query, "i");
    }

    /// What somebody works at is a handful: it is found from there.
    async fn find_claimed(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        falling: bool,
        limit: i64,
    ) -> sqlx::Result<Vec<Cursor>> {
        let mut query = Builder::new("select sent_at, submission_id from desk_items as i where ");
        self.push_ground(&mut query, "i");
        push_side(&mut query, page, falling);
        self.push_filters(&mut query, "i");
        query.push(order(falling)).push_bind(limit);
        fetch(conn, query).await
    }
}

fn is_full(found: &[Cursor], limit: i64) -> bool {
    i64::try_from(found.len()).is_ok_and(|found| found >= limit)
}

/// When the first and the last contribution came.
async fn find_ends(conn: &mut PgConnection) -> sqlx::Result<Option<(DateTime<Utc>, DateTime<Utc>)>> {
    let ends = sqlx::query!("select min(sent_at) as first, max(sent_at) as last from desk_items")
        .fetch_one(conn)
        .await?;
    Ok(ends.first.zip(ends.last))
}
