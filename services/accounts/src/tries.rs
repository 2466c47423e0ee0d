//! How often one account was tried, whoever tried. In memory only, by a keyed hash of the address.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use ground::{Failure, clock::Clock};

const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Sign-ins of one address that need not wait.
const FREE: usize = 10;
const LONGEST_WAIT_SECONDS: i64 = 60;

/// Counts sign-ins by the address that was typed, known or not: 10 in 15 minutes are free, then each must wait
/// twice as long as the one before, up to 60 seconds. It never shuts an account.
#[derive(Clone)]
pub(crate) struct AccountTries {
    clock: Clock,
    key: Arc<[u8; 32]>,
    free: usize,
    seen: Arc<Mutex<Seen>>,
}

/// When each address was tried.
type Seen = HashMap<[u8; 32], Vec<DateTime<Utc>>>;

impl AccountTries {
    /// Starts with nothing counted and a key that is never written down.
    pub(crate) fn new(clock: Clock) -> Self {
        Self::with_free(clock, FREE)
    }

    /// The same with another number of tries that need not wait.
    pub(crate) fn with_free(clock: Clock, free: usize) -> Self {
        Self {
            clock,
            key: Arc::new(ground::secret::random()),
            free,
            seen: Arc::default(),
        }
    }

    /// Counts one try, before its password is looked at: tries made at once must not slip through together.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait; such a try is not counted.
    pub(crate) fn take(&self, email: &str) -> Result<(), Failure> {
        let now = self.clock.now();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, times| {
            times.retain(|at| now - *at < WINDOW);
            !times.is_empty()
        });
        let times = seen.entry(self.hash(email)).or_default();
        if let (Some(over), Some(last)) = (times.len().checked_sub(self.free), times.last()) {
            let wait = if over < 6 { 1 << over } else { LONGEST_WAIT_SECONDS };
            let left = *last + TimeDelta::seconds(wait) - now;
            if left > TimeDelta::zero() {
                let seconds = (left.num_milliseconds() + 999) / 1000;
                return Err(Failure::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX)));
            }
        }
        times.push(now);
        Ok(())
    }

    /// Forgets the tries of an address whose password was right.
    pub(crate) fn forget(&self, email: &str) {
        let hash = self.hash(email);
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&hash);
    }

    fn hash(&self, email: &str) -> [u8; 32] {
        *blake3::keyed_hash(&self.key, email.trim().to_ascii_lowercase().as_bytes()).as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> (Clock, AccountTries) {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        (clock.clone(), AccountTries::new(clock))
    }

    fn wait(tries: &AccountTries, email: &str) -> Option<u32> {
        match tries.take(email) {
            Ok(()) => None,
            Err(Failure::TooMany(seconds)) => Some(seconds),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn ten_tries_are_free_then_each_waits_longer_up_to_a_minute() {
        let (clock, tries) = start();
        for _ in 0..10 {
            assert_eq!(wait(&tries, "ada@example.org"), None);
        }
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
            assert_eq!(wait(&tries, "ada@example.org"), Some(seconds));
            clock.advance(TimeDelta::seconds(i64::from(seconds)));
            assert_eq!(wait(&tries, "ada@example.org"), None);
        }
    }

    #[test]
    fn tries_while_waiting_do_not_lengthen_the_wait() {
        let (clock, tries) = start();
        for _ in 0..10 {
            tries.take("ada@example.org").unwrap();
        }
        for _ in 0..1000 {
            assert_eq!(wait(&tries, "ada@example.org"), Some(1));
        }
        clock.advance(TimeDelta::seconds(1));
        assert_eq!(wait(&tries, "ada@example.org"), None);
    }

    #[test]
    fn case_and_space_make_no_second_account_and_other_accounts_are_untouched() {
        let (_, tries) = start();
        for spelling in ["ada@example.org", " Ada@Example.ORG ", "ADA@EXAMPLE.ORG"]
            .iter()
            .cycle()
            .take(10)
        {
            assert_eq!(wait(&tries, spelling), None);
        }
        assert_eq!(wait(&tries, "ada@example.org"), Some(1));
        assert_eq!(wait(&tries, "bo@example.org"), None);
    }

    #[test]
    fn tries_are_forgotten_after_a_right_password_and_after_a_quarter_of_an_hour() {
        let (clock, tries) = start();
        for _ in 0..10 {
            tries.take("ada@example.org").unwrap();
        }
        tries.forget("Ada@example.org");
        for _ in 0..10 {
            assert_eq!(wait(&tries, "ada@example.org"), None);
        }
        assert_eq!(wait(&tries, "ada@example.org"), Some(1));
        clock.advance(WINDOW);
        assert_eq!(wait(&tries, "ada@example.org"), None);
        assert_eq!(tries.seen.lock().unwrap().len(), 1);
    }
}
