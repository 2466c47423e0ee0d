//! Which contributions a list holds: ids in its order, from a place on.
//!
//! A list is answered in two ways, of which each is good where the other is not. What is frequent is found by walking
//! along the queue in its order, at most [`WALK`] rows far. What a walk does not find is asked of the index of everything,
//! window of time by window (`reach`). So no combination of filters reads much, however many contributions there are, and
//! the planner is left no choice that it could get wrong.

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
const WALK: i64 = 1000;
/// The same where the words of each have to be looked at.
const WALK_OF_WORDS: i64 = 500;

/// Which contributions are meant, with everything said that the database has to know. What is asked for by it is asked within a
/// transaction (`ground::db::begin`): how it is planned is said to the database for that long.
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

pub(super) type Builder = QueryBuilder<Postgres>;

/// A part of a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed {
    /// In its order; those before a place come nearest first.
    pub(crate) places: Vec<Cursor>,
    /// So many were met at least on the way to these.
    pub(crate) at_least: i64,
}

impl Listed {
    pub(super) fn of(places: Vec<Cursor>) -> Self {
        Self { places, at_least: 0 }
    }
}

impl Selection {
    /// Places in the list, from one on, at most `limit` of them.
    pub(crate) async fn list(
        &self,
        conn: &mut PgConnection,
        page: Option<Page>,
        limit: i64,
    ) -> sqlx::Result<Listed> {
        if self.nothing {
            return Ok(Listed::default());
        }
        let falling = self.falls(page);
        if self.is_walked() {
            let mut query = Builder::new("select sent_at, submission_id from ");
            self.push_walk(&mut query, page, falling);
            query.push(order(falling)).push_bind(limit);
            let found = fetch(&mut *conn, query).await?;
            if !self.is_narrowed() || i64::try_from(found.len()).is_ok_and(|found| found >= limit) {
                return Ok(Listed::of(found));
            }
        }
        self.reach(conn, page, falling, limit).await
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
        let falling = self.falls(page);
        if self.is_narrowed() {
            return self.reach_count(conn, page, falling, most).await;
        }
        let mut query = Builder::new("select count(*) from (select from ");
        self.push_walk(&mut query, page, falling);
        query
            .push(" limit ")
            .push_bind(most.saturating_add(1))
            .push(") as found");
        query.build_query_scalar().fetch_one(conn).await
    }

    /// Whether what comes next is older.
    fn falls(&self, page: Option<Page>) -> bool {
        (self.order == Order::Newest) != matches!(page, Some(Page::Before(_)))
    }

    /// The rows of a walk along one index in its order, and of these what is meant.
    fn push_walk(&self, query: &mut Builder, page: Option<Page>, falling: bool) {
        query.push("(select * from desk_items as i where ");
        let line = self.line();
        line.push_ground(query, "i");
        push_side(query, page, falling);
        if self.is_narrowed() {
            query.push(order(falling));
            query.push_bind(if self.words.is_some() { WALK_OF_WORDS } else { WALK });
        }
        query.push(") as i where ");
        if line.is_as_narrow_as(self) {
            query.push("true");
        } else {
            self.push_ground(query, "i");
        }
        self.push_filters(query, "i");
    }

    /// What of the ground one index has in order.
    fn line(&self) -> Self {
        let person = self.person.filter(|_| self.queue != Queue::Mine);
        let like = self
            .like
            .filter(|_| self.queue != Queue::Mine && person.is_none());
        let place = self.place.clone();
        let place = place.filter(|_| self.queue != Queue::Mine && person.is_none() && like.is_none());
        let apart = person.is_some() || like.is_some() || place.is_some();
        let queue = if apart && self.queue != Queue::Open {
            Queue::All
        } else {
            self.queue
        };
        Self {
            queue,
            person,
            place,
            like,
            ..self.clone()
        }
    }

    fn is_as_narrow_as(&self, other: &Self) -> bool {
        let ground = |of: &Self| (of.queue, of.person, of.place.is_some(), of.like);
        ground(self) == ground(other)
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
        Ok(rows
            .into_iter()
            .map(|(head, sent_at, id)| (SubmissionId(head), cursor_of(sent_at, id)))
            .collect())
    }

    /// Whether something is asked for that no order of a queue answers.
    fn is_narrowed(&self) -> bool {
        !self.all.is_empty()
            || !self.any.is_empty()
            || self.claimed.is_some()
            || self.words.is_some()
            || self.group.is_some()
            || !self.line().is_as_narrow_as(self)
    }

    /// Whether time or an index leads to it; what somebody works at is a handful, and is found from there.
    pub(super) fn is_walked(&self) -> bool {
        matches!(self.claimed, None | Some(Claimed::Nobody))
    }

    /// Where it is looked for.
    pub(super) fn push_ground(&self, query: &mut Builder, of: &str) {
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

    /// What the index of everything knows: attributes, words, and whose it is or where from.
    pub(super) fn push_indexed(&self, query: &mut Builder, of: &str) {
        // By itself: with the others as one condition, the index would go through their long lists for each of its short one.
        let queue = match self.queue {
            Queue::All => None,
            Queue::Mine => Some(Queue::Open),
            queue => Some(queue),
        };
        if let Some(queue) = queue {
            query.push(format_args!(" and {of}.attributes @> "));
            query.push_bind(vec![format!("queue:{}", queue.code())]);
        }
        self.push_sought(query, of, self.all.clone());
        let marks = format!("desk_marks({of}.sent_at, {of}.person_id, {of}.place, {of}.likeness)");
        let person = self.person.map(|person| format!("person:{}", person.0));
        let like = self.like.map(|like| format!("like:{}", like.0));
        let own: Vec<String> = person.into_iter().chain(like).collect();
        if !own.is_empty() {
            query.push(format_args!(" and {marks} @> ")).push_bind(own);
        }
        if let Some(place) = &self.place {
            query.push(format_args!(" and {marks} @> array['place:' || desk_place("));
            query.push_bind(place.clone()).push(")]");
        }
    }

    /// What has to be looked up or looked at.
    pub(super) fn push_filters(&self, query: &mut Builder, of: &str) {
        self.push_sought(query, of, self.all.clone());
        self.push_beside(query, of);
    }

    /// Attributes, all of which they have; one of each that are alike; words.
    fn push_sought(&self, query: &mut Builder, of: &str, all: Vec<String>) {
        if !all.is_empty() {
            query
                .push(format_args!(" and {of}.attributes @> "))
                .push_bind(all);
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
    }

    /// What no index knows of a row by itself.
    pub(super) fn push_beside(&self, query: &mut Builder, of: &str) {
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

pub(super) fn push_side(query: &mut Builder, page: Option<Page>, falling: bool) {
    let Some(Page::Before(cursor) | Page::After(cursor)) = page else {
        return;
    };
    let beyond = if falling { "<" } else { ">" };
    query.push(format_args!(" and (i.sent_at, i.submission_id) {beyond} ("));
    query.push_bind(cursor.sent_at).push(", ");
    query.push_bind(cursor.submission_id.0).push(")");
}

pub(super) fn order(falling: bool) -> &'static str {
    if falling {
        " order by sent_at desc, submission_id desc limit "
    } else {
        " order by sent_at, submission_id limit "
    }
}

pub(super) async fn fetch(conn: &mut PgConnection, mut query: Builder) -> sqlx::Result<Vec<Cursor>> {
    let rows: Vec<(DateTime<Utc>, uuid::Uuid)> = query.build_query_as().fetch_all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|(sent_at, id)| cursor_of(sent_at, id))
        .collect())
}

pub(super) fn cursor_of(sent_at: DateTime<Utc>, id: uuid::Uuid) -> Cursor {
    Cursor {
        sent_at,
        submission_id: SubmissionId(id),
    }
}
