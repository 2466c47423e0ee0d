//! What this room keeps of people: comments, likes, reports, bans. Of those with accounts it is taken along and forgotten with
//! the account; guests have themselves forgotten on their device ([`crate::forget`]).

use futures_util::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use ground::{
    ids::{AccountId, CommentId},
    personal::{self, Answer, Content, Exported},
};
use serde_json::Value;

use crate::{
    State,
    event::Kind,
    person::Person,
    store::{
        changes, events,
        personal::{self as store, Whose},
    },
};

/// Comments that are asked for together.
const BATCH: i64 = 200;

/// What readers with accounts said and did here.
#[derive(Clone)]
pub struct Personal {
    state: State,
}

impl Personal {
    /// Of this house.
    pub fn new(state: State) -> Self {
        Self { state }
    }

    async fn forget_all(&self, account_id: AccountId) -> anyhow::Result<()> {
        let count = take_back_all(&self.state, Whose::Account(account_id)).await?;
        let mut tx = ground::db::begin(&self.state.pool).await?;
        forget_votes(&mut tx, &self.state, &Person::Account(account_id)).await?;
        store::delete_bans(&mut tx, account_id).await?;
        store::delete_claims(&mut tx, account_id).await?;
        tx.commit().await?;
        if count > 0 {
            tracing::info!(comments.count = count, "all that somebody said is forgotten");
        }
        Ok(())
    }

    async fn said(&self, account_id: AccountId) -> anyhow::Result<Vec<CommentId>> {
        let mut conn = self.state.pool.acquire().await?;
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let next = store::list_comments(&mut conn, Whose::Account(account_id), after, BATCH).await?;
            after = next.last().copied();
            if after.is_none() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// A file for each comment, then one with the rest.
    async fn exported(
        &self,
        account_id: AccountId,
        number: usize,
        comment_id: Option<CommentId>,
    ) -> anyhow::Result<Option<Exported>> {
        let mut conn = self.state.pool.acquire().await?;
        let (path, told) = if let Some(comment_id) = comment_id {
            let told = store::read_comment(&mut conn, comment_id, self.state.clock.now()).await?;
            (format!("comments/{number}.json"), told)
        } else {
            let voter = Person::Account(account_id)
                .voter(&self.state.key)
                .unwrap_or_default();
            let told = store::read_rest(&mut conn, account_id, &voter).await?;
            let is_empty = told.as_object().is_some_and(|told| {
                told.values()
                    .all(|list| list.as_array().is_some_and(Vec::is_empty))
            });
            ("comments/other.json".to_owned(), (!is_empty).then_some(told))
        };
        Ok(told.map(|told: Value| Exported {
            path,
            content: Content::Text(format!("{told:#}\n")),
        }))
    }
}

impl personal::Personal for Personal {
    fn export(&self, account_id: AccountId) -> BoxStream<'_, anyhow::Result<Exported>> {
        let all = stream::once(self.said(account_id)).map_ok(|said| {
            let files = said.into_iter().map(Some).chain([None]);
            stream::iter((1..).zip(files).map(anyhow::Ok))
        });
        all.try_flatten()
            .try_filter_map(move |(number, id)| self.exported(account_id, number, id))
            .boxed()
    }

    fn erase(&self, account_id: AccountId) -> Answer<'_, ()> {
        Box::pin(self.forget_all(account_id))
    }
}

/// Takes back all that somebody said, one comment at a time, as its author would: empty where it was answered, else gone.
/// How many there were.
pub(crate) async fn take_back_all(state: &State, whose: Whose<'_>) -> anyhow::Result<usize> {
    let mut count = 0;
    loop {
        let batch = store::list_comments(&mut *state.pool.acquire().await?, whose, None, BATCH).await?;
        if batch.is_empty() {
            return Ok(count);
        }
        for comment_id in batch {
            let now = state.clock.now();
            let mut tx = ground::db::begin(&state.pool).await?;
            changes::lock_whole(&mut tx, comment_id).await?;
            // Somebody was faster, e.g. its author by hand.
            if !store::is_theirs(&mut tx, whose, comment_id).await? {
                continue;
            }
            if changes::take_back(&mut tx, comment_id, now).await? {
                let deleted = (Kind::Deleted, "");
                events::insert_event(&mut tx, &state.ids, now, comment_id, None, deleted).await?;
            }
            tx.commit().await?;
            count += 1;
        }
    }
}

/// Likes, and what they hold against comments.
pub(crate) async fn forget_votes(
    conn: &mut sqlx::PgConnection,
    state: &State,
    person: &Person,
) -> sqlx::Result<()> {
    let Some(voter) = person.voter(&state.key) else {
        return Ok(());
    };
    store::delete_likes(conn, &voter).await?;
    store::disown_reports(conn, &voter).await
}

#[cfg(test)]
mod tests;
