//! Stretches of time as the index knows them (`desk_marks` in the database): days since 1970, eights of days, eights of these,
//! and eights of those.
//!
//! To go through time from a place on, the nearest days are asked for first, then the nearest eights, and so on: few questions
//! reach however far back, and each reads as much as it covers.

use chrono::{DateTime, Utc};

/// The index knows spans of so many days, as powers of eight.
const LARGEST: u32 = 3;

/// Of spans up to this one, those that lie side by side are asked for at once.
const TOGETHER: u32 = 1;

/// So many days, the power of eight of its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    level: u32,
    number: i64,
}

impl Span {
    fn of(level: u32, day: i64) -> Self {
        Self {
            level,
            number: day >> (3 * level),
        }
    }

    fn first(self) -> i64 {
        self.number << (3 * self.level)
    }

    fn last(self) -> i64 {
        Self {
            number: self.number + 1,
            ..self
        }
        .first()
            - 1
    }

    /// What it is made of, the nearest first; of a day, nothing.
    pub(super) fn parts(self, falling: bool) -> Vec<Self> {
        let Some(level) = self.level.checked_sub(1) else {
            return Vec::new();
        };
        let mut parts: Vec<Self> = (0..8)
            .map(|part| Self {
                level,
                number: (self.number << 3) | part,
            })
            .collect();
        if falling {
            parts.reverse();
        }
        parts
    }

    pub(super) fn touches(self, (from, to): (i64, i64)) -> bool {
        self.first() <= to && from <= self.last()
    }

    pub(super) fn mark(self) -> String {
        format!("{}:{}", self.level, self.number)
    }
}

/// The day of a time, by UTC.
pub(super) fn day_of(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(86_400)
}

/// All days from one to another, as spans to ask for at once, the nearest first: the latest if `falling`.
pub(super) fn windows((from, to): (i64, i64), falling: bool) -> Vec<Vec<Span>> {
    let mut windows = Vec::new();
    let mut near = if falling { to } else { from };
    let mut level = 0;
    while (from..=to).contains(&near) {
        // Up to where a larger span begins.
        let around = Span::of(level + 1, near);
        let ahead = if falling { (from, near) } else { (near, to) };
        let spans = around
            .parts(falling)
            .into_iter()
            .filter(|span| span.touches(ahead));
        if level <= TOGETHER {
            windows.push(spans.collect());
        } else {
            windows.extend(spans.map(|span| vec![span]));
        }
        near = if falling {
            around.first() - 1
        } else {
            around.last() + 1
        };
        level = (level + 1).min(LARGEST);
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_cover_every_day_once_and_the_nearest_first() {
        for range in [(0, 0), (20_000, 20_785), (-3, 9), (7, 4103)] {
            for falling in [true, false] {
                let days: Vec<i64> = windows(range, falling)
                    .into_iter()
                    .flatten()
                    .flat_map(|span| {
                        let days: Vec<i64> = (span.first()..=span.last()).collect();
                        if falling {
                            days.into_iter().rev().collect()
                        } else {
                            days
                        }
                    })
                    .filter(|day| (range.0..=range.1).contains(day))
                    .collect();
                let mut all: Vec<i64> = (range.0..=range.1).collect();
                if falling {
                    all.reverse();
                }
                assert_eq!(days, all, "{range:?} {falling}");
            }
        }
    }

    #[test]
    fn far_is_reached_by_few_questions() {
        assert!(windows((18_000, 20_785), true).len() <= 16);
        assert!(windows((20_420, 20_785), true).len() <= 10);
    }

    #[test]
    fn a_span_is_its_parts() {
        let span = Span::of(2, 20_785);
        let parts = span.parts(false);
        assert_eq!(parts.len(), 8);
        assert_eq!(parts.first().map(|part| part.first()), Some(span.first()));
        assert_eq!(parts.last().map(|part| part.last()), Some(span.last()));
        assert!(Span::of(0, 5).parts(true).is_empty());
        assert_eq!(Span::of(1, 20_785).mark(), "1:2598");
    }
}
