//! Which contributions a list holds: ids in its order, from a place on.
//!
//! A list is answered in two ways, of which each is good where the other is not. What is frequent is found by walking
//! along the queue in its order, at most [`WALK`] rows far. What is rare is found by the inverted indexes, and put in order
//! then: there is little of it, since the walk did not find a page full. So no combination of filters reads much, however
//! many contributions there are, and the planner is left no choice that it could get wrong.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, PersonId, SubmissionId},
    lang::Message,
};
use sqlx::{PgConnection, Postgres, QueryBuilder};

use crate::{
    desk::queue::{Claimed, Group, Order, Page, Queue},
    store::desk::Cursor,
};

/// So many rows of a queue are walked along.
const WALK: i64 = 4000;
/// The same where the words of each have to be looked at: they lie elsewhere.
const WALK_OF_WORDS: i64 = 1000;

/// Which contributions are meant, with everything said that the database has to know.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    pub(crate) queue: Queue,
    pub(crate) order: Order,
    /// Who asks.
    pub(crate) editor: AccountId,
    pub(crate) sees_at_risk: bool,
    /// Attributes, all of which they have.
    pub(crate) all: Vec<String>,
    /// Of each of these they have one at least.
    pub(crate) any: Vec<Vec<String>>,
    pub(crate) person: Option<PersonId>,
    /// As typed.
    pub(crate) place: Option<String>,
    pub(crate) like: Option<SubmissionId>,
    /// From then on.
    pub(crate) since: Option<DateTime<Utc>>,
    /// Before then.
    pub(crate) until: Option<DateTime<Utc>>,
    pub(crate) claimed: Option<Claimed>,
    /// Claims are alive whose heart beat since then.
    pub(crate) alive: DateTime<Utc>,
    /// A question to `document`, in PostgreSQL's language (`desk::search`).
    pub(crate) words: Option<String>,
    /// What is searched for cannot be found.
    pub(crate) nothing: bool,
    /// What is to be said about the search.
    pub(crate) said: Vec<Message>,
    /// Only the first of each.
    pub(crate) group: Option<Group>,
}

type Builder = QueryBuilder<Postgres>;

impl Selection {
    /// Places in the list, in its order, at most `limit` of them. Those before a place come nearest first.
    pub(crate) async fn list(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        limit: i64,
    ) -> sqlx::Result<Vec<Cursor>> {
        if self.nothing {
            return Ok(Vec::new());
        }
        let backwards = matches!(page, Some(Page::Before(_)));
        let falling = (self.order == Order::Newest) != backwards;
        let order = if falling {
            " order by sent_at desc, submission_id desc limit "
        } else {
            " order by sent_at, submission_id limit "
        };
        if self.is_walked() {
            let mut query =
                Builder::new("select sent_at, submission_id from (select * from desk_items as i where ");
            self.push_ground(&mut query, "i");
            push_side(&mut query, page, falling);
            query.push(order).push_bind(self.walk());
            query.push(") as i where true");
            self.push_filters(&mut query, "i");
            query.push(order).push_bind(limit);
            let found = fetch(&mut *conn, query).await?;
            if !self.is_narrowed() || i64::try_from(found.len()).is_ok_and(|found| found >= limit) {
                return Ok(found);
            }
        }
        self.reach(conn, page, falling, limit).await
    }

    /// What the inverted indexes find, put in order. None: it is more than `most`.
    pub(super) async fn find(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        falling: bool,
        limit: i64,
        most: Option<i64>,
    ) -> sqlx::Result<Option<Vec<Cursor>>> {
        let mut query = Builder::new(
            "with found as materialized (select sent_at, submission_id from desk_items as i where ",
        );
        self.push_ground(&mut query, "i");
        push_side(&mut query, page, falling);
        self.push_filters(&mut query, "i");
        if let Some(most) = most {
            query.push(" limit ").push_bind(most.saturating_add(1));
        }
        query.push(") select sent_at, submission_id, (select count(*) from found) as count from found");
        query.push(if falling {
            " order by sent_at desc, submission_id desc limit "
        } else {
            " order by sent_at, submission_id limit "
        });
        query.push_bind(limit);
        let rows: Vec<(DateTime<Utc>, uuid::Uuid, i64)> = query.build_query_as().fetch_all(conn).await?;
        let count = rows.first().map_or(0, |(_, _, count)| *count);
        let found = rows
            .into_iter()
            .map(|(sent_at, id, _)| cursor_of(sent_at, id))
            .collect();
        Ok(most.is_none_or(|most| count <= most).then_some(found))
    }

    /// How many there are, or one more than `most` when there are more. With a place, those on that side of it.
    pub(crate) async fn count(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        most: i64,
    ) -> sqlx::Result<i64> {
        if self.nothing {
            return Ok(0);
        }
        let limit = most.saturating_add(1);
        let falling = (self.order == Order::Newest) != matches!(page, Some(Page::Before(_)));
        let order = if falling {
            " order by sent_at desc, submission_id desc limit "
        } else {
            " order by sent_at, submission_id limit "
        };
        if self.is_walked() {
            let mut query =
                Builder::new("select count(*) from (select from (select * from desk_items as i where ");
            self.push_ground(&mut query, "i");
            push_side(&mut query, page, falling);
            query.push(order).push_bind(self.walk());
            query.push(") as i where true");
            self.push_filters(&mut query, "i");
            query.push(" limit ").push_bind(limit).push(") as found");
            let count: i64 = query.build_query_scalar().fetch_one(&mut *conn).await?;
            if !self.is_narrowed() || count >= limit {
                return Ok(count);
            }
        }
        let mut query = Builder::new("select count(*) from (select from desk_items as i where ");
        self.push_ground(&mut query, "i");
        push_side(&mut query, page, falling);
        self.push_filters(&mut query, "i");
        query.push(" limit ").push_bind(limit).push(") as found");
        query.build_query_scalar().fetch_one(conn).await
    }

    /// Whether this one is among them.
    pub(crate) async fn holds(&self, conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<bool> {
        if self.nothing {
            return Ok(false);
        }
        let mut query = Builder::new("select exists (select from desk_items as i where i.submission_id = ");
        query.push_bind(id.0).push(" and ");
        self.push_ground(&mut query, "i");
        self.push_filters(&mut query, "i");
        query.push(")");
        query.build_query_scalar().fetch_one(conn).await
    }

    /// What belongs together with each of these, in the order of the list: at most `limit` of each, without itself.
    pub(crate) async fn list_together(
        &self,
        conn: &mut PgConnection,
        group: Group,
        with: &[SubmissionId],
        limit: i64,
    ) -> sqlx::Result<Vec<(SubmissionId, Cursor)>> {
        let column = column_of(group);
        let together = Self {
            group: None,
            ..self.clone()
        };
        let mut query = Builder::new("select head, found.sent_at, found.submission_id from unnest(");
        query.push_bind(with.iter().map(|id| id.0).collect::<Vec<_>>());
        query.push("::uuid[]) with ordinality as heads (head, number) join desk_items as h on h.submission_id = head");
        query.push(" cross join lateral (select i.sent_at, i.submission_id from desk_items as i where i.");
        query.push(column).push(" = h.").push(column);
        query.push(" and i.submission_id <> h.submission_id and ");
        together.push_ground(&mut query, "i");
        together.push_filters(&mut query, "i");
        let falling = if self.order == Order::Newest { " desc" } else { "" };
        query.push(format_args!(
            " order by i.sent_at{falling}, i.submission_id{falling} limit "
        ));
        query
            .push_bind(limit)
            .push(") as found order by number, found.sent_at");
        query.push(format_args!("{falling}, found.submission_id{falling}"));
        let rows: Vec<(uuid::Uuid, DateTime<Utc>, uuid::Uuid)> =
            query.build_query_as().fetch_all(conn).await?;
        let rows = rows.into_iter().map(|(head, sent_at, id)| {
            let cursor = Cursor {
                sent_at,
                submission_id: SubmissionId(id),
            };
            (SubmissionId(head), cursor)
        });
        Ok(rows.collect())
    }

    /// Whether something is asked for that no order of a queue answers.
    fn is_narrowed(&self) -> bool {
        !self.all.is_empty()
            || !self.any.is_empty()
            || self.claimed.is_some()
            || self.words.is_some()
            || self.group.is_some()
    }

    /// What somebody works at is a handful: it is found from there.
    fn is_walked(&self) -> bool {
        matches!(self.claimed, None | Some(Claimed::Nobody))
    }

    fn walk(&self) -> i64 {
        if !self.is_narrowed() {
            i64::MAX
        } else if self.words.is_some() {
            WALK_OF_WORDS
        } else {
            WALK
        }
    }

    /// What an index in the order of the list answers.
    fn push_ground(&self, query: &mut Builder, of: &str) {
        match self.queue {
            Queue::All => query.push("true"),
            Queue::Mine => {
                query.push(format_args!(
                    "{of}.attributes @> '{{queue:open}}' and {of}.handled_by = "
                ));
                query.push_bind(self.editor.0)
            }
            // Word by word as in the indexes, so that the planner knows them again.
            queue => query.push(format_args!("{of}.attributes @> '{{queue:{}}}'", queue.code())),
        };
        if !self.sees_at_risk {
            query.push(format_args!(" and not {of}.at_risk"));
        }
        if let Some(person) = self.person {
            query
                .push(format_args!(" and {of}.person_id = "))
                .push_bind(person.0);
        }
        if let Some(place) = &self.place {
            query.push(format_args!(" and {of}.place = desk_place("));
            query.push_bind(place.clone()).push(")");
        }
        if let Some(like) = self.like {
            query
                .push(format_args!(" and {of}.likeness = "))
                .push_bind(like.0);
        }
        if let Some(since) = self.since {
            query.push(format_args!(" and {of}.sent_at >= ")).push_bind(since);
        }
        if let Some(until) = self.until {
            query.push(format_args!(" and {of}.sent_at < ")).push_bind(until);
        }
    }

    /// What has to be looked up or looked at.
    fn push_filters(&self, query: &mut Builder, of: &str) {
        if !self.all.is_empty() {
            query.push(format_args!(" and {of}.attributes @> "));
            query.push_bind(self.all.clone());
        }
        for any in &self.any {
            query
                .push(format_args!(" and {of}.attributes && "))
                .push_bind(any.clone());
        }
        if let Some(words) = &self.words {
            query.push(format_args!(" and {of}.document @@ "));
            query.push_bind(words.clone()).push("::tsquery");
        }
        if let Some(claimed) = self.claimed {
            let not = if claimed == Claimed::Nobody { "not " } else { "" };
            query.push(format_args!(
                " and {not}exists (select from desk_claims where desk_claims.submission_id = {of}.submission_id \
                 and heartbeat_at >= "
            ));
            query.push_bind(self.alive);
            match claimed {
                Claimed::Nobody => {}
                Claimed::Me => {
                    query.push(" and account_id = ").push_bind(self.editor.0);
                }
                Claimed::Other => {
                    query.push(" and account_id <> ").push_bind(self.editor.0);
                }
                Claimed::By(by) => {
                    query.push(" and account_id = ").push_bind(by.0);
                }
            }
            query.push(")");
        }
        if let Some(group) = self.group {
            let column = column_of(group);
            let first = if self.order == Order::Newest { ">" } else { "<" };
            let every = Self {
                group: None,
                ..self.clone()
            };
            // What has no place, or is like nothing, is a group of its own.
            query.push(format_args!(
                " and ({of}.{column} is null or not exists (select from desk_items as e where e.{column} = {of}.{column} \
                 and (e.sent_at, e.submission_id) {first} ({of}.sent_at, {of}.submission_id) and "
            ));
            every.push_ground(query, "e");
            every.push_filters(query, "e");
            query.push("))");
        }
    }
}

fn column_of(group: Group) -> &'static str {
    match group {
        Group::Person => "person_id",
        Group::Place => "place",
        Group::Likeness => "likeness",
    }
}

fn push_side(query: &mut Builder, page: Option<Page>, falling: bool) {
    let Some(Page::Before(cursor) | Page::After(cursor)) = page else {
        return;
    };
    let beyond = if falling { "<" } else { ">" };
    query.push(format_args!(" and (i.sent_at, i.submission_id) {beyond} ("));
    query.push_bind(cursor.sent_at).push(", ");
    query.push_bind(cursor.submission_id.0).push(")");
}

async fn fetch(conn: &mut PgConnection, mut query: Builder) -> sqlx::Result<Vec<Cursor>> {
    let rows: Vec<(DateTime<Utc>, uuid::Uuid)> = query.build_query_as().fetch_all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|(sent_at, id)| cursor_of(sent_at, id))
        .collect())
}

fn cursor_of(sent_at: DateTime<Utc>, id: uuid::Uuid) -> Cursor {
    Cursor {
        sent_at,
        submission_id: SubmissionId(id),
    }
}
