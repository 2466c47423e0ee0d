//! How many requests with bytes a source may have under way.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use ground::web::Source;

use super::error::TusError;

#[derive(Clone)]
pub(super) struct AtOnce {
    each: usize,
    under_way: Arc<Mutex<HashMap<Source, usize>>>,
}

/// One request's place. Given back when dropped.
pub(super) struct Turn {
    of: AtOnce,
    source: Source,
}

impl AtOnce {
    pub(super) fn new(each: usize) -> Self {
        Self {
            each,
            under_way: Arc::default(),
        }
    }

    pub(super) fn take(&self, source: Source) -> Result<Turn, TusError> {
        let mut under_way = self.lock();
        let count = under_way.entry(source).or_default();
        if *count >= self.each {
            return Err(TusError::TooMany(2));
        }
        *count += 1;
        Ok(Turn {
            of: self.clone(),
            source,
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Source, usize>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut under_way = self.of.lock();
        if let Some(count) = under_way.get_mut(&self.source) {
            *count -= 1;
            if *count == 0 {
                under_way.remove(&self.source);
            }
        }
    }
}
