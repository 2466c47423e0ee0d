//! What stands on many pages, made once for all of them.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use tokio::sync::Mutex;

use super::{Kept, PoisonError, Topic, page::FRESH};
use crate::{Failure, lang::Lang};

/// A part of pages, in each language: kept by [`Kept::part`].
#[derive(Debug)]
pub struct Parts<T>(Arc<HashMap<Lang, Mutex<Option<Held<T>>>>>);

#[derive(Debug)]
struct Held<T> {
    part: Arc<T>,
    /// The last change that was known of when it was begun.
    begun: u64,
    made_at: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
}

impl<T> Default for Parts<T> {
    fn default() -> Self {
        let each = Lang::ALL.into_iter().map(|lang| (lang, Mutex::new(None)));
        Self(Arc::new(each.collect()))
    }
}

impl<T> Clone for Parts<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl Kept {
    /// A part as it is kept, or as `make` makes it now, with the time until which it holds. Who comes meanwhile waits for it. It
    /// is right as long as none of its topics has changed since, not a moment longer: pages that show it are kept themselves.
    ///
    /// # Errors
    /// What `make` says.
    pub async fn part<T>(
        &self,
        parts: &Parts<T>,
        lang: Lang,
        topics: &[Topic],
        make: impl Future<Output = Result<(T, Option<DateTime<Utc>>), Failure>>,
    ) -> Result<Arc<T>, Failure> {
        let Some(place) = parts.0.get(&lang) else {
            return Ok(Arc::new(make.await?.0));
        };
        let mut held = place.lock().await;
        let now = self.0.clock.now();
        if let Some(held) = &*held
            && now - held.made_at < FRESH
            && held.until.is_none_or(|until| now < until)
            && self.has_nothing_changed(topics, held.begun)
        {
            return Ok(Arc::clone(&held.part));
        }
        let begun = self.0.last_changes().any;
        let (part, until) = make.await?;
        let part = Arc::new(part);
        *held = Some(Held {
            part: Arc::clone(&part),
            begun,
            made_at: now,
            until,
        });
        Ok(part)
    }

    /// Nothing is known to be unchanged where nobody listens.
    fn has_nothing_changed(&self, topics: &[Topic], since: u64) -> bool {
        let known = self.0.shelf.read().unwrap_or_else(PoisonError::into_inner);
        known.hears && known.last_of(topics).any <= since
    }
}
