//! Registering, confirming, forgetting: the doors before an account, and how often they may be knocked at.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{Router, routing::get};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    clock::Clock,
    web::{Limiter, Source},
};

use crate::{Inside, email::Email, forgot, register, reset, verify};

/// The routes of these doors.
pub(crate) fn routes() -> Router<Inside> {
    Router::new()
        .route("/register", get(register::get).post(register::post))
        .route("/verify", get(verify::get).post(verify::post))
        .route("/forgot", get(forgot::get).post(forgot::post))
        .route("/reset", get(reset::get).post(reset::post))
}

/// Mobile carriers put thousands of readers behind one address, so a source may do much; an address is not to be
/// written to more often than its owner would bear.
const EACH: usize = 30;
/// From all together: a bound on the mails that we can be made to send, far from what a few sources reach.
const ALL: usize = 5000;
const WINDOW: TimeDelta = TimeDelta::hours(1);
const MAILS: usize = 3;

/// Counts who asks for mails, and to which address, known or not.
#[derive(Clone)]
pub(crate) struct Knocks {
    registering: Door,
    forgetting: Door,
}

#[derive(Clone)]
struct Door {
    sources: Limiter,
    addresses: Addresses,
}

impl Knocks {
    /// Starts with nothing counted.
    pub(crate) fn new(clock: &Clock) -> Self {
        let door = || Door {
            sources: Limiter::new(clock.clone(), Duration::from_hours(1), EACH, ALL),
            addresses: Addresses::new(clock.clone()),
        };
        Self {
            registering: door(),
            forgetting: door(),
        }
    }

    /// Counts a sign-up.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait.
    pub(crate) fn register(&self, source: Source, email: &Email) -> Result<(), Failure> {
        self.registering.take(source, email)
    }

    /// Counts a wish for a new password.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait.
    pub(crate) fn forgot(&self, source: Source, email: &Email) -> Result<(), Failure> {
        self.forgetting.take(source, email)
    }
}

impl Door {
    fn take(&self, source: Source, email: &Email) -> Result<(), Failure> {
        self.sources.take(source)?;
        self.addresses.take(email)
    }
}

/// Counts by a keyed hash of the address; the key is never written down.
#[derive(Clone)]
struct Addresses {
    clock: Clock,
    key: Arc<[u8; 32]>,
    seen: Arc<Mutex<Seen>>,
}

/// When each address was written to.
type Seen = HashMap<[u8; 32], Vec<DateTime<Utc>>>;

impl Addresses {
    fn new(clock: Clock) -> Self {
        Self {
            clock,
            key: Arc::new(ground::secret::random()),
            seen: Arc::default(),
        }
    }

    fn take(&self, email: &Email) -> Result<(), Failure> {
        let now = self.clock.now();
        let hash = blake3::keyed_hash(&self.key, email.as_str().to_ascii_lowercase().as_bytes());
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, times| {
            times.retain(|at| now - *at < WINDOW);
            !times.is_empty()
        });
        let times = seen.entry(*hash.as_bytes()).or_default();
        match times.first() {
            Some(first) if times.len() >= MAILS => {
                let left = (*first + WINDOW - now).num_seconds() + 1;
                Err(Failure::TooMany(u32::try_from(left).unwrap_or(u32::MAX)))
            }
            _ => {
                times.push(now);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_to_three_times_an_hour_however_it_is_spelled() {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let addresses = Addresses::new(clock.clone());
        let take = |email: &str| addresses.take(&email.parse().unwrap());
        for spelling in ["ada@example.org", "Ada@Example.ORG", "ADA@example.org"] {
            assert!(take(spelling).is_ok());
        }
        clock.advance(TimeDelta::minutes(10));
        assert!(matches!(take("ada@example.org"), Err(Failure::TooMany(3001))));
        assert!(take("bo@example.org").is_ok());
        clock.advance(TimeDelta::minutes(50));
        assert!(take("ada@example.org").is_ok());
        assert_eq!(addresses.seen.lock().unwrap().len(), 2);
    }
}
