//! Rate limits without stored addresses: a source is a keyed hash, and the key lives in memory only.

use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{extract::FromRequestParts, http::request::Parts};
use chrono::{DateTime, Utc};

use crate::{Failure, clock::Clock};

/// Who a request seems to come from: a hash that means nothing after a restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source([u8; 16]);

/// Makes [`Source`]s. The key is random, never written down and never leaves this process.
#[derive(Clone)]
pub struct Sources(Arc<[u8; 32]>);

impl Default for Sources {
    fn default() -> Self {
        Self(Arc::new(crate::secret::random()))
    }
}

impl Sources {
    /// The source behind an address; of IPv6 only the first 64 bits count, the rest is the host's to choose.
    pub fn of(&self, address: IpAddr) -> Source {
        let hash = match address.to_canonical() {
            IpAddr::V4(v4) => blake3::keyed_hash(&self.0, &v4.octets()),
            IpAddr::V6(v6) => blake3::keyed_hash(&self.0, v6.octets().get(..8).unwrap_or_default()),
        };
        let mut short = [0; 16];
        short.copy_from_slice(hash.as_bytes().get(..16).unwrap_or(&[0; 16]));
        Source(short)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Source {
    type Rejection = std::convert::Infallible;

    /// Requests that came by no network (tests of a router) share one source.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or(Self([0; 16])))
    }
}

/// Counts what a source did in a sliding window, and what all did together.
#[derive(Clone)]
pub struct Limiter {
    clock: Clock,
    window: Duration,
    each: usize,
    all: usize,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    by_source: HashMap<Source, Acts>,
    all: Acts,
    /// Sources that did nothing lately are forgotten when there are as many again.
    sources: usize,
}

/// What was done within the window, oldest first: what a storm costs must not grow with the storm.
#[derive(Default)]
struct Acts {
    acts: VecDeque<Act>,
    weight: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Act {
    at: DateTime<Utc>,
    weight: usize,
}

impl Acts {
    fn forget(&mut self, now: DateTime<Utc>, window: Duration) {
        let old = |act: &mut Act| age(*act, now) >= window;
        while let Some(act) = self.acts.pop_front_if(old) {
            self.weight = self.weight.saturating_sub(act.weight);
        }
    }

    fn add(&mut self, act: Act) {
        self.acts.push_back(act);
        self.weight = self.weight.saturating_add(act.weight);
    }

    fn take_back(&mut self, act: Act) {
        if let Some(place) = self.acts.iter().rposition(|one| *one == act) {
            self.acts.remove(place);
            self.weight = self.weight.saturating_sub(act.weight);
        }
    }
}

fn age(act: Act, now: DateTime<Utc>) -> Duration {
    (now - act.at).to_std().unwrap_or_default()
}

/// So many sources are kept without a look at who did nothing lately.
const FEW: usize = 1024;

impl Limiter {
    /// At most `each` per source and `all` together within `window`.
    pub fn new(clock: Clock, window: Duration, each: usize, all: usize) -> Self {
        Self {
            clock,
            window,
            each,
            all,
            seen: Arc::default(),
        }
    }

    /// Counts one act of the source, or refuses when the source (or everyone together) did enough already.
    /// In one step, so that a thousand at once pass no more than a thousand in a row.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait.
    pub fn take(&self, source: Source) -> Result<Taken<'_>, Failure> {
        self.take_weighing(source, 1)
    }

    /// The same for an act that counts as many: the limits are then of what all acts weigh.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait.
    pub fn take_weighing(&self, source: Source, weighing: usize) -> Result<Taken<'_>, Failure> {
        let act = Act {
            at: self.clock.now(),
            weight: weighing,
        };
        let mut seen = self.seen();
        let Seen {
            by_source,
            all,
            sources,
        } = &mut *seen;
        all.forget(act.at, self.window);
        if by_source.len() > 2 * (*sources).max(FEW) {
            by_source.retain(|_, acts| {
                acts.forget(act.at, self.window);
                !acts.acts.is_empty()
            });
            *sources = by_source.len();
        }
        let own = by_source.entry(source).or_default();
        own.forget(act.at, self.window);
        let full = [(&*own, self.each), (&*all, self.all)]
            .into_iter()
            .find(|(acts, limit)| acts.weight.saturating_add(weighing) > *limit);
        if let Some((acts, _)) = full {
            let oldest = acts
                .acts
                .front()
                .map(|oldest| age(*oldest, act.at))
                .unwrap_or_default();
            let wait = self.window.saturating_sub(oldest).as_secs() + 1;
            return Err(Failure::TooMany(u32::try_from(wait).unwrap_or(u32::MAX)));
        }
        own.add(act);
        all.add(act);
        Ok(Taken {
            limiter: self,
            source,
            act,
        })
    }

    /// What everyone together did within the window.
    pub fn taken(&self) -> usize {
        let now = self.clock.now();
        let mut seen = self.seen();
        seen.all.forget(now, self.window);
        seen.all.weight
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// One act that was counted.
pub struct Taken<'a> {
    limiter: &'a Limiter,
    source: Source,
    act: Act,
}

impl Taken<'_> {
    /// It was none of those that are limited after all, e.g. a code that was right.
    pub fn give_back(self) {
        let mut seen = self.limiter.seen();
        seen.all.take_back(self.act);
        if let Some(acts) = seen.by_source.get_mut(&self.source) {
            acts.take_back(self.act);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_passes_the_sixth_waits_and_others_are_untouched() {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let limiter = Limiter::new(clock.clone(), Duration::from_mins(15), 5, 60);
        let sources = Sources::default();
        let (one, other) = (
            sources.of("192.0.2.1".parse().unwrap()),
            sources.of("192.0.2.2".parse().unwrap()),
        );
        limiter.take(one).unwrap().give_back();
        for _ in 0..5 {
            limiter.take(one).unwrap();
        }
        assert!(matches!(limiter.take(one), Err(Failure::TooMany(901))));
        limiter.take(other).unwrap();
        clock.advance(chrono::TimeDelta::seconds(900));
        limiter.take(one).unwrap();
    }

    #[test]
    fn what_an_act_weighs_counts_and_what_weighs_nothing_passes() {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let limiter = Limiter::new(clock.clone(), Duration::from_hours(1), 10, 15);
        let sources = Sources::default();
        let (one, other) = (
            sources.of("192.0.2.1".parse().unwrap()),
            sources.of("192.0.2.2".parse().unwrap()),
        );
        limiter.take_weighing(one, 7).unwrap();
        assert!(limiter.take_weighing(one, 4).is_err());
        limiter.take_weighing(one, 3).unwrap();
        limiter.take_weighing(one, 0).unwrap();
        assert!(limiter.take_weighing(other, 6).is_err(), "all together");
        assert_eq!(limiter.taken(), 10);
        clock.advance(chrono::TimeDelta::hours(1));
        assert_eq!(limiter.taken(), 0);
        limiter.take_weighing(one, 10).unwrap();
        assert!(limiter.take_weighing(other, usize::MAX).is_err());
    }

    #[test]
    fn who_did_nothing_lately_is_forgotten() {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let limiter = Limiter::new(clock.clone(), Duration::from_hours(1), 5, usize::MAX);
        let sources = Sources::default();
        let source = |number: u32| sources.of(IpAddr::from(number.to_be_bytes()));
        for round in 0..4 {
            for number in 0..2000 {
                limiter.take(source(round * 2000 + number)).unwrap();
            }
            clock.advance(chrono::TimeDelta::hours(1));
        }
        assert!(limiter.seen().by_source.len() <= 4000);
        assert_eq!(limiter.taken(), 0);
    }

    #[test]
    fn one_ipv6_network_is_one_source() {
        let sources = Sources::default();
        let of = |text: &str| sources.of(text.parse().unwrap());
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }
}
