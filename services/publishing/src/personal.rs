//! What this room keeps of people with accounts: stories made of what they sent.

use futures_util::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use ground::{
    ids::AccountId,
    personal::{Answer, Content, Exported, Personal},
};
use serde_json::json;

use crate::{
    State, jobs, slug,
    store::retire::{self, OfAccount},
};

/// Stories made of what somebody sent with their account.
#[derive(Clone)]
pub struct Stories {
    state: State,
}

impl Stories {
    /// Of this house.
    pub fn new(state: State) -> Self {
        Self { state }
    }

    /// Nothing of it is public first; then each story goes, and of its address only a hash stays, so that it says "gone"
    /// for good.
    async fn forget_all(&self, account_id: AccountId) -> anyhow::Result<()> {
        let State { pool, ids, clock, .. } = &self.state;
        // Whoever wants to publish now is refused: no story comes after those that are found here.
        review::withdraw_all(pool, ids, clock.now(), account_id).await?;
        let stories = retire::list_of_account(&mut *pool.acquire().await?, account_id).await?;
        for story in &stories {
            // While its pictures' names are still known.
            jobs::take_down(&self.state, story.submission_id).await?;
            let mut tx = ground::db::begin(pool).await?;
            retire::forget(&mut tx, story, clock.now()).await?;
            tx.commit().await?;
        }
        if !stories.is_empty() {
            tracing::info!(
                stories.count = stories.len(),
                "stories of who is forgotten are gone for good"
            );
        }
        Ok(())
    }

    async fn list(&self, account_id: AccountId) -> anyhow::Result<Vec<OfAccount>> {
        Ok(retire::list_of_account(&mut *self.state.pool.acquire().await?, account_id).await?)
    }

    /// A story as it was published. What is still being written is the newsroom's own.
    fn exported(&self, number: usize, story: &OfAccount) -> Option<Exported> {
        let address = self.state.site.link(&slug::path_of(story.slug.as_deref()?));
        let told = json!({
            "address": address,
            "title": story.title,
            "text": story.body,
            "name": story.byline,
            "place": story.place,
            "language": story.language.code(),
            "published_at": story.published_at,
            "withdrawn_at": story.withdrawn_at,
        });
        Some(Exported {
            path: format!("stories/{number}.json"),
            content: Content::Text(format!("{told:#}\n")),
        })
    }
}

impl Personal for Stories {
    fn export(&self, account_id: AccountId) -> BoxStream<'_, anyhow::Result<Exported>> {
        let stories = stream::once(self.list(account_id)).map_ok(|stories| {
            let now = self.state.clock.now();
            let seen = move |story: &OfAccount| story.published_at.is_some_and(|at| at <= now);
            let published = stories.into_iter().filter(seen);
            let files = (1..).zip(published);
            stream::iter(
                files
                    .filter_map(|(number, story)| self.exported(number, &story))
                    .map(Ok),
            )
        });
        stories.try_flatten().boxed()
    }

    fn erase(&self, account_id: AccountId) -> Answer<'_, ()> {
        Box::pin(self.forget_all(account_id))
    }
}

#[cfg(test)]
mod tests;
