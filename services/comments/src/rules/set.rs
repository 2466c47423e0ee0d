//! The newsroom's rules, as they are set.

use chrono::{DateTime, TimeDelta, Utc};

/// One row of `comment_rules`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rules {
    /// Another one after every change, of a word, too.
    pub(crate) version: i32,
    pub(crate) holds_all: bool,
    /// So many comments of somebody new wait.
    pub(crate) holds_first: i32,
    pub(crate) links_allowed: i32,
    pub(crate) slow_seconds: i32,
    pub(crate) flood_five_minutes: i32,
    /// So many reports and a comment waits; 0: never.
    pub(crate) reports_hold: i32,
    /// None: threads stay open.
    pub(crate) closes_after_days: Option<i32>,
    pub(crate) edit_minutes: i32,
    pub(crate) box_delay_seconds: i32,
    pub(crate) box_one_per_person: bool,
}

impl Rules {
    /// Since when, or from when on, nobody says more in a thread; none: it stays open.
    pub(crate) fn closed_at(
        &self,
        closed_at: Option<DateTime<Utc>>,
        begun_at: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let by_age = self
            .closes_after_days
            .and_then(|days| begun_at.checked_add_signed(TimeDelta::days(i64::from(days))));
        [closed_at, by_age].into_iter().flatten().min()
    }
}

#[cfg(test)]
impl Default for Rules {
    /// As a new house has them.
    fn default() -> Self {
        Self {
            version: 1,
            holds_all: false,
            holds_first: 1,
            links_allowed: 1,
            slow_seconds: 10,
            flood_five_minutes: 6,
            reports_hold: 3,
            closes_after_days: Some(30),
            edit_minutes: 15,
            box_delay_seconds: 0,
            box_one_per_person: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_closes_by_hand_or_by_age_whichever_comes_first() {
        let begun: DateTime<Utc> = "2026-11-01T00:00:00Z".parse().unwrap();
        let by_age = begun + TimeDelta::days(30);
        let by_hand = begun + TimeDelta::days(3);
        let mut rules = Rules::default();
        assert_eq!(rules.closed_at(None, begun), Some(by_age));
        assert_eq!(rules.closed_at(Some(by_hand), begun), Some(by_hand));
        rules.closes_after_days = None;
        assert_eq!(rules.closed_at(None, begun), None);
    }
}
