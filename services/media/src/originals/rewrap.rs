//! Changing keys: new envelopes for every original, and not a byte of an object touched.

use std::time::Duration;

use ground::seal::{Keys, UnwrapError};

use super::{Originals, is_of};
use crate::store::sealed as store;

/// Envelopes written in one transaction.
const BATCH: i64 = 200;

/// How long a change of keys waits for another to end.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a change of keys did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rewrapped {
    /// Envelopes written anew.
    pub done: u64,
    /// Left as they were: none of the keys here opens them.
    pub closed: u64,
    /// Left as they were: they are not what was written.
    pub broken: u64,
}

impl Originals {
    /// Makes a new key, writes every envelope anew for it, and forgets the old one when nothing needs it any more.
    /// Killed at any point and asked again, it goes on where it stood.
    ///
    /// # Errors
    /// When another process is at it, the key is not in a file of ours, or something fails on the way.
    pub async fn rotate(&self) -> anyhow::Result<Rewrapped> {
        let lock = self.lock_keys().await?;
        self.ring.begin_rotation()?;
        let rewrapped = self.write_envelopes().await?;
        let old = self.ring.load()?.opening().skip(1).collect::<Vec<_>>();
        let keys = store::list_keys(&mut *self.pool.acquire().await?).await?;
        let needed = |id: &str| keys.iter().any(|key| key.key_id == id && key.originals > 0);
        if !old.iter().any(|id| needed(id.as_str())) {
            self.ring.end_rotation()?;
        }
        store::unlock_keys(lock).await?;
        Ok(rewrapped)
    }

    /// Writes every envelope anew that is not for just the keys as they are configured.
    ///
    /// # Errors
    /// When another process is at it, or something fails on the way.
    pub async fn rewrap(&self) -> anyhow::Result<Rewrapped> {
        let lock = self.lock_keys().await?;
        let rewrapped = self.write_envelopes().await?;
        store::unlock_keys(lock).await?;
        Ok(rewrapped)
    }

    /// A connection of its own: the lock goes with it, however this ends. PostgreSQL notices a moment later that a
    /// process is gone, so one that starts again is given that moment.
    async fn lock_keys(&self) -> anyhow::Result<sqlx::PgConnection> {
        let mut conn = self.pool.acquire().await?.detach();
        let until = tokio::time::Instant::now() + PATIENCE;
        while !store::try_lock_keys(&mut conn).await? {
            anyhow::ensure!(
                tokio::time::Instant::now() < until,
                "another process is changing keys at this moment"
            );
            tokio::time::sleep(PATIENCE / 20).await;
        }
        Ok(conn)
    }

    async fn write_envelopes(&self) -> anyhow::Result<Rewrapped> {
        let keys = self.ring.load()?;
        // From here on nothing new is sealed for the old ones: what is not listed below will never have to be.
        store::retire_all_but(&mut *self.pool.acquire().await?, &keys, self.clock.now()).await?;
        let (mut all, mut after) = (Rewrapped::default(), None);
        loop {
            let (batch, last) = self.write_batch(&keys, after).await?;
            all.done += batch.done;
            all.closed += batch.closed;
            all.broken += batch.broken;
            if last.is_none() {
                return Ok(all);
            }
            after = last;
        }
    }

    /// One transaction. Answers up to where it came.
    async fn write_batch(
        &self,
        keys: &Keys,
        after: Option<ground::ids::MediaId>,
    ) -> anyhow::Result<(Rewrapped, Option<ground::ids::MediaId>)> {
        let mut batch = Rewrapped::default();
        let mut tx = ground::db::begin(&self.pool).await?;
        let rows = store::list_for_others(&mut tx, keys, after, BATCH).await?;
        for row in &rows {
            match keys.unwrap(&row.wrapped_key) {
                Ok(envelope) if is_of(&envelope, row) => {
                    let wrapped = keys.wrap(&envelope)?;
                    batch.done += u64::from(store::set_envelope(&mut tx, keys, row, &wrapped).await?);
                }
                Err(UnwrapError::NoKey) => batch.closed += 1,
                Ok(_) | Err(UnwrapError::Broken) => batch.broken += 1,
            }
        }
        tx.commit().await?;
        Ok((batch, rows.last().map(|row| row.media_id)))
    }
}
