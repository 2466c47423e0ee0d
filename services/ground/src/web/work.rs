//! What strangers show while many come at once: that their device worked for a moment, or that they waited a minute.
//! In place of a captcha: it asks nobody but us, reads nobody's habits, and shuts nobody out.
//!
//! A puzzle is text that only this server can make for one thing (a contribution by its id). It is kept nowhere; and
//! as that thing can be done only once, so can its puzzle be used only once, also where several instances answer.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::{Limiter, Source, limits::Taken};
use crate::{
    Failure,
    clock::Clock,
    secret::{self, ServerKey},
};

/// Solved by so many leading zero bits: some 65,000 hashes, two seconds of a cheap phone.
const BITS: u32 = 16;
/// A puzzle, solved or not, is good for so long.
const LASTS: TimeDelta = TimeDelta::minutes(30);
/// A puzzle that comes back unsolved must be so old: who has no script waits instead.
const WAIT: TimeDelta = TimeDelta::minutes(1);
/// A form that comes back keeps its puzzle, and the time waited, unless it ends so soon.
const SPARE: TimeDelta = TimeDelta::minutes(5);
/// Of a solution: a number.
const SOLUTION_MAX: usize = 16;
const PURPOSE: &str = "bepart 2026-11 puzzles for guests";

/// Makes puzzles and looks at their solutions.
#[derive(Clone)]
pub struct Work {
    key: ServerKey,
    clock: Clock,
    bits: u32,
    waits: Limiter,
}

/// A puzzle for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Puzzle {
    /// Solved by a number whose SHA-256 with this before it, and a dot between them, begins with zeros.
    pub challenge: String,
    /// How many.
    pub bits: u32,
}

/// Somebody may come past. It counts only once [`Pass::spend`] says so: mistakes and second sendings cost nothing.
pub struct Pass<'a>(Option<Taken<'a>>);

impl Pass<'_> {
    /// For who needs to show nothing.
    pub fn free() -> Self {
        Self(None)
    }

    /// It was for something.
    pub fn spend(mut self) {
        self.0 = None;
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        if let Some(taken) = self.0.take() {
            taken.give_back();
        }
    }
}

impl Work {
    /// Puzzles of this server.
    pub fn new(key: ServerKey, clock: Clock) -> Self {
        Self {
            // Who waits comes past at no cost, so only so many do within a minute: of one address, and in all. The
            // others wait another minute.
            waits: Limiter::new(clock.clone(), Duration::from_mins(1), 5, 60),
            key,
            clock,
            bits: BITS,
        }
    }

    /// The same with easier puzzles, for tests.
    #[must_use]
    pub fn with_bits(self, bits: u32) -> Self {
        Self { bits, ..self }
    }

    /// A puzzle for this thing: the one that came back, so that neither work nor waiting was in vain, or else a new one.
    pub fn puzzle(&self, thing: &[u8], came_back: &str) -> Puzzle {
        if let Some((made_at, bits)) = self.open(thing, came_back)
            && self.clock.now() - made_at < LASTS - SPARE
        {
            return Puzzle {
                challenge: came_back.to_owned(),
                bits,
            };
        }
        let (at, bits) = (self.clock.now().timestamp(), self.bits);
        let seal = self.seal(thing, at, bits);
        Puzzle {
            challenge: format!("{at}-{bits}-{seal}"),
            bits,
        }
    }

    /// Whether who brings back a puzzle for this thing, perhaps with its solution, may come past.
    pub fn look(&self, thing: &[u8], source: Source, challenge: &str, solution: &str) -> Option<Pass<'_>> {
        let (made_at, bits) = self.open(thing, challenge)?;
        if solution.len() <= SOLUTION_MAX && is_solved(challenge, solution, bits) {
            return Some(Pass::free());
        }
        if self.clock.now() - made_at < WAIT {
            return None;
        }
        Some(Pass(Some(self.waits.take(source).ok()?)))
    }

    /// When it was made and how hard it is, if we made it for this thing, and not too long ago.
    fn open(&self, thing: &[u8], challenge: &str) -> Option<(DateTime<Utc>, u32)> {
        let (at, rest) = challenge.split_once('-')?;
        let (bits, seal) = rest.split_once('-')?;
        let (at, bits) = (at.parse().ok()?, bits.parse().ok()?);
        if !secret::same(self.seal(thing, at, bits).as_bytes(), seal.as_bytes()) {
            return None;
        }
        let made_at = DateTime::from_timestamp(at, 0)?;
        (self.clock.now() - made_at < LASTS).then_some((made_at, bits))
    }

    fn seal(&self, thing: &[u8], at: i64, bits: u32) -> String {
        let mut sealed = Vec::with_capacity(thing.len() + 12);
        sealed.extend_from_slice(&at.to_be_bytes());
        sealed.extend_from_slice(&bits.to_be_bytes());
        sealed.extend_from_slice(thing);
        let seal = self.key.derive(PURPOSE, &sealed);
        data_encoding::BASE64URL_NOPAD.encode(seal.get(..16).unwrap_or_default())
    }
}

fn is_solved(challenge: &str, solution: &str, bits: u32) -> bool {
    let is_number = !solution.is_empty() && solution.bytes().all(|byte| byte.is_ascii_digit());
    is_number && leading_zeros(&Sha256::digest(format!("{challenge}.{solution}"))) >= bits
}

fn leading_zeros(hash: &[u8]) -> u32 {
    let zero_bytes = hash.iter().take_while(|byte| **byte == 0).count();
    let next = hash.get(zero_bytes).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(zero_bytes).unwrap_or(u32::MAX).saturating_mul(8) + next
}

impl Puzzle {
    /// Its first solution, for tests and programs of ours that send like a guest.
    ///
    /// # Errors
    /// When no number of reasonable length solves it.
    pub fn solve(&self) -> Result<String, Failure> {
        (0..1_u64 << (self.bits + 12).min(40))
            .map(|number| number.to_string())
            .find(|number| is_solved(&self.challenge, number, self.bits))
            .ok_or_else(|| anyhow::anyhow!("a puzzle has no solution").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Sources;

    const ONE: &[u8] = b"one";

    fn work() -> (Clock, Work) {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let work = Work::new(ServerKey::fixed(), clock.clone()).with_bits(8);
        (clock, work)
    }

    fn source() -> Source {
        Sources::default().of("192.0.2.1".parse().unwrap())
    }

    fn solved(work: &Work, thing: &[u8], challenge: &str, solution: &str) -> bool {
        work.look(thing, source(), challenge, solution).is_some()
    }

    #[test]
    fn solutions_are_those_of_the_script() {
        // The same vectors as in tests/work/puzzle.test.mjs.
        for (challenge, bits, first) in VECTORS {
            let puzzle = Puzzle {
                challenge: (*challenge).to_owned(),
                bits: *bits,
            };
            assert_eq!(puzzle.solve().unwrap(), *first);
        }
        assert_eq!(leading_zeros(&[0, 0, 0x1f, 0]), 19);
        assert_eq!(leading_zeros(&[0; 32]), 256);
        assert_eq!(leading_zeros(&[0x80]), 0);
    }

    const VECTORS: &[(&str, u32, &str)] = &[
        ("", 4, "18"),
        ("1800000000-16-abc", 12, "10701"),
        ("1800000000-16-AAAAAAAAAAAAAAAAAAAAAA", 16, "74830"),
    ];

    #[test]
    fn a_puzzle_is_solved_for_its_own_thing_and_while_it_is_fresh() {
        let (clock, work) = work();
        let puzzle = work.puzzle(ONE, "");
        let solution = puzzle.solve().unwrap();
        assert!(solved(&work, ONE, &puzzle.challenge, &solution));
        assert!(
            !solved(&work, b"other", &puzzle.challenge, &solution),
            "another thing"
        );
        let other_key = ServerKey::parse(&secret::token()).unwrap();
        let elsewhere = Work::new(other_key, clock.clone()).with_bits(8);
        assert!(
            !solved(&elsewhere, ONE, &puzzle.challenge, &solution),
            "another server"
        );
        clock.advance(TimeDelta::minutes(30) - TimeDelta::seconds(1));
        assert!(solved(&work, ONE, &puzzle.challenge, &solution));
        clock.advance(TimeDelta::seconds(1));
        assert!(!solved(&work, ONE, &puzzle.challenge, &solution), "too old");
    }

    #[test]
    fn what_was_changed_or_made_up_is_no_puzzle_of_ours_and_no_solution() {
        let (clock, work) = work();
        let puzzle = work.puzzle(ONE, "");
        let solution = puzzle.solve().unwrap();
        let (at, seal) = (
            clock.now().timestamp(),
            puzzle.challenge.rsplit_once('-').unwrap().1,
        );
        for challenge in [
            String::new(),
            "-".to_owned(),
            format!("{at}-0-{seal}"),
            format!("{}-8-{seal}", at + 1),
            format!("+{at}-8-{seal}x"),
            format!("{at}-8-"),
            format!("{}-8-{seal}", i64::MIN),
            "9".repeat(5000),
            "\u{661}-8-x".to_owned(),
        ] {
            let easy = Puzzle {
                challenge: challenge.clone(),
                bits: 0,
            };
            assert!(
                !solved(&work, ONE, &challenge, &easy.solve().unwrap()),
                "{challenge}"
            );
        }
        for wrong in ["", " ", "-1", "+1", "1e9", "\u{661}", "x", "00000000000000001"] {
            assert!(!solved(&work, ONE, &puzzle.challenge, wrong), "{wrong}");
        }
        assert!(!solved(&work, ONE, &puzzle.challenge, &format!("{solution} ")));
    }

    #[test]
    fn who_has_no_script_waits_a_minute_with_the_same_puzzle() {
        let (clock, work) = work();
        let first = work.puzzle(ONE, "");
        for seconds in [0, 30, 29] {
            clock.advance(TimeDelta::seconds(seconds));
            assert!(
                work.look(ONE, source(), &first.challenge, "").is_none(),
                "not yet"
            );
            assert_eq!(
                work.puzzle(ONE, &first.challenge),
                first,
                "the time that was waited stays"
            );
        }
        clock.advance(TimeDelta::seconds(1));
        assert!(work.look(ONE, source(), &first.challenge, "").is_some());
        assert!(work.look(b"other", source(), &first.challenge, "").is_none());
        // One that would end soon is replaced: nobody works or waits for nothing.
        clock.advance(TimeDelta::minutes(24));
        assert_ne!(work.puzzle(ONE, &first.challenge), first);
        assert!(
            work.look(ONE, source(), &first.challenge, "").is_some(),
            "but it is still good"
        );
        clock.advance(TimeDelta::minutes(5));
        assert!(work.look(ONE, source(), &first.challenge, "").is_none());
    }

    #[test]
    fn few_come_past_by_waiting_and_waiting_counts_only_when_it_was_for_something() {
        let (clock, work) = work();
        let puzzle = work.puzzle(ONE, "");
        clock.advance(WAIT);
        let from = source();
        let waited = || work.look(ONE, from, &puzzle.challenge, "");
        for _ in 0..20 {
            assert!(waited().is_some());
        }
        for _ in 0..5 {
            waited().unwrap().spend();
        }
        assert!(waited().is_none());
        assert!(
            solved(&work, ONE, &puzzle.challenge, &puzzle.solve().unwrap()),
            "a solution still is one"
        );
        clock.advance(TimeDelta::minutes(1));
        assert!(waited().is_some());
    }
}
