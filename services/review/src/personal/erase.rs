//! Forgetting what somebody sent. First nothing of it may be public any more; then the rows go, in one transaction for
//! each contribution; then the objects, which nothing names any more. What is cut short in between, the sweeps find.
//!
//! What is held by law stays, and is nobody's any more. Everything else: a contribution goes whole, with its history: where the row stayed, empty, it would still say when somebody sent
//! something and what an editor thought of it.

use chrono::{DateTime, Utc};
use futures_util::{StreamExt, TryStreamExt, stream};
use ground::{
    blobs::BlobKey,
    ids::{AccountId, Ids, MediaId, SubmissionId},
    live,
};
use sqlx::{PgConnection, PgPool};

use super::Personal;
use crate::{
    event::EventKind,
    store::{
        history, mine, notes, people,
        queue::views,
        retention,
        withdrawal::{self, WithdrawError},
    },
    submission::ChangeError,
};

/// How many objects are deleted at once.
const AT_ONCE: usize = 4;

/// Takes back, at `now`, all that somebody sent with their account: nothing of it is public from then on, and nothing can
/// be made public of it.
///
/// # Errors
/// When the database fails.
pub async fn withdraw_all(
    pool: &PgPool,
    ids: &Ids,
    now: DateTime<Utc>,
    account_id: AccountId,
) -> anyhow::Result<()> {
    let all = mine::list_ids(&mut *pool.acquire().await?, account_id).await?;
    for id in all {
        let mut tx = ground::db::begin(pool).await?;
        match withdrawal::withdraw(&mut tx, ids, now, id, None).await {
            Ok(()) => tx.commit().await?,
            // Long ago, or by another run of the same work.
            Err(WithdrawError::Change(ChangeError::Withdrawn) | WithdrawError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

impl Personal {
    pub(super) async fn forget_all(&self, account_id: AccountId) -> anyhow::Result<()> {
        let (pool, now) = (&self.originals.pool, self.originals.clock.now());
        withdraw_all(pool, &self.originals.ids, now, account_id).await?;
        let all = mine::list_ids(&mut *pool.acquire().await?, account_id).await?;
        for id in &all {
            let objects = self.forget(*id).await?;
            self.delete(objects).await;
        }
        // Who they were to the desk, and, of the newsroom, what they wrote for themselves alone.
        let mut tx = ground::db::begin(pool).await?;
        people::forget_account(&mut tx, account_id).await?;
        notes::delete_private(&mut tx, account_id).await?;
        views::delete_all(&mut tx, account_id).await?;
        tx.commit().await?;
        if !all.is_empty() {
            tracing::info!(
                submissions.count = all.len(),
                "all that somebody sent is forgotten"
            );
        }
        Ok(())
    }

    /// Forgets the rows; gives the objects that they named.
    async fn forget(&self, id: SubmissionId) -> anyhow::Result<Vec<BlobKey>> {
        let mut tx = ground::db::begin(&self.originals.pool).await?;
        // Whoever adds files to it has committed, and is seen, or waits and finds nothing.
        if mine::find_owner_for_update(&mut tx, id).await?.is_none() {
            return Ok(Vec::new());
        }
        let now = self.originals.clock.now();
        if retention::is_held(&mut tx, id).await? {
            // The law wants it kept, though not whose it was.
            retention::forget_identity(&mut tx, id).await?;
            retention::disown(&mut tx, id).await?;
            let kind = EventKind::IdentityForgotten;
            history::insert_event(&mut tx, &self.originals.ids, now, id, kind, None).await?;
            tx.commit().await?;
            return Ok(Vec::new());
        }
        let media = mine::list_media(&mut tx, id).await?;
        mine::delete_submission(&mut tx, id).await?;
        let objects = self.forget_media(&mut tx, &media).await?;
        live::announce(&mut tx).await?;
        history::note_erased(&mut tx, &self.originals.ids, now, id).await?;
        tx.commit().await?;
        Ok(objects)
    }

    /// Forgets media that no contribution names any more; gives the objects that they named.
    pub(crate) async fn forget_media(
        &self,
        conn: &mut PgConnection,
        media: &[MediaId],
    ) -> sqlx::Result<Vec<BlobKey>> {
        let forgotten = media::forget(&mut *conn, media).await?;
        let mut objects = forgotten.objects;
        objects.extend(uploads::forget(conn, &forgotten.upload_ids).await?);
        Ok(objects)
    }

    /// Deletes objects that no row names any more.
    pub(crate) async fn delete(&self, objects: Vec<BlobKey>) {
        let deleted: Result<(), _> = stream::iter(objects)
            .map(|key| async move { self.originals.blobs.delete(&key).await })
            .buffer_unordered(AT_ONCE)
            .try_collect()
            .await;
        if let Err(error) = deleted {
            tracing::warn!(
                error = format!("{error:#}"),
                "objects of what is forgotten are left to the sweep"
            );
        }
    }
}
