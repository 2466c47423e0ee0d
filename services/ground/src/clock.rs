//! Time is an argument: whoever needs it takes a [`Clock`].

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};

/// Tells the time: the system's, or (in tests) one that only moves when told to.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Fixed(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `now`.
    pub fn fixed(now: DateTime<Utc>) -> Self {
        Self(Source::Fixed(Arc::new(Mutex::new(now))))
    }

    /// What time it is, cut to microseconds: what PostgreSQL keeps of it.
    pub fn now(&self) -> DateTime<Utc> {
        let now = match &self.0 {
            #[expect(clippy::disallowed_methods, reason = "the one place where time comes from")]
            Source::System => Utc::now(),
            Source::Fixed(now) => *now.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
        };
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Moves a fixed clock; the system's clock takes no orders.
    pub fn advance(&self, by: TimeDelta) {
        if let Source::Fixed(now) = &self.0 {
            let mut now = now.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            *now += by;
        }
    }
}
