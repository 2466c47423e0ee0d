//! Rules by age, and what they mean for one contribution.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{lang::Message, msg, web::Cx};

use crate::submission::State;

/// The most days that a rule can say.
pub(crate) const DAYS_MAX: i32 = 3650;

/// How long contributions in one state are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) state: State,
    /// Days until name and address go; none: kept.
    pub(crate) identity_days: Option<i32>,
    /// Days until all of it goes; none: kept.
    pub(crate) content_days: Option<i32>,
}

impl Rule {
    /// Whether it can be one: who somebody is never stays longer than what they sent.
    pub(crate) fn is_sound(&self) -> bool {
        let sound = |days: Option<i32>| days.is_none_or(|days| (0..=DAYS_MAX).contains(&days));
        let first = match (self.identity_days, self.content_days) {
            (_, None) => true,
            (Some(identity), Some(content)) => identity <= content,
            (None, Some(_)) => false,
        };
        sound(self.identity_days) && sound(self.content_days) && first
    }
}

/// What a part of a contribution has before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is not there (any more).
    Gone,
    /// It stays for as long as the contribution is in this state.
    Stays,
    /// It goes in so many days; 0: with the next round.
    Goes(i64),
}

/// How a contribution is kept now.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) state: State,
    pub(crate) since: DateTime<Utc>,
    /// By the database's clock.
    pub(crate) now: DateTime<Utc>,
    pub(crate) identity_days: Option<i32>,
    pub(crate) content_days: Option<i32>,
    /// Whether there is a name or an address.
    pub(crate) has_identity: bool,
    pub(crate) identity_gone_at: Option<DateTime<Utc>>,
    pub(crate) content_gone_at: Option<DateTime<Utc>>,
    /// An answer is waited for, or one waits to be read.
    pub(crate) in_talk: bool,
    pub(crate) held_at: Option<DateTime<Utc>>,
    pub(crate) held_by: Option<String>,
    pub(crate) held_why: Option<String>,
}

impl Kept {
    /// As its contributor may know of it: a decision that can still be undone, or that nobody of the newsroom has looked
    /// at, is not betrayed by its days.
    pub(crate) fn shown_as(self, state: State, sent_at: DateTime<Utc>, rules: &[Rule]) -> Self {
        if self.state == state {
            return self;
        }
        let rule = rules.iter().find(|rule| rule.state == state);
        Self {
            state,
            since: sent_at,
            identity_days: rule.and_then(|rule| rule.identity_days),
            content_days: rule.and_then(|rule| rule.content_days),
            ..self
        }
    }

    /// Of who sent it.
    pub(crate) fn identity(&self) -> Fate {
        match self.identity_days {
            _ if !self.has_identity => Fate::Gone,
            None => Fate::Stays,
            Some(days) => Fate::Goes(self.left(days)),
        }
    }

    /// Of all the rest.
    pub(crate) fn content(&self) -> Fate {
        match self.content_days {
            _ if self.content_gone_at.is_some() => Fate::Gone,
            None => Fate::Stays,
            Some(days) => Fate::Goes(self.left(days)),
        }
    }

    fn left(&self, days: i32) -> i64 {
        let left = (self.goes_at(days) - self.now).num_seconds();
        // A day that has begun counts.
        left.div_euclid(86_400).max(0) + i64::from(left > 0 && left % 86_400 > 0)
    }

    fn goes_at(&self, days: i32) -> DateTime<Utc> {
        self.since + TimeDelta::days(days.into())
    }
}

/// The same for who sent it: days, not countdowns, and nothing of why.
pub(crate) fn told_to_contributor(kept: &Kept, cx: &Cx) -> Vec<Message> {
    if kept.held_at.is_some() {
        return vec![msg!("keeping-receipt-held")];
    }
    let day = |days: Option<i32>| days.map(|days| cx.date(&kept.goes_at(days).max(kept.now)));
    let identity = match (kept.identity(), day(kept.identity_days)) {
        (Fate::Gone, _) if kept.identity_gone_at.is_some() => Some(msg!("keeping-receipt-identity-gone")),
        (Fate::Goes(_), Some(day)) => Some(msg!("keeping-receipt-identity").s("day", day)),
        (Fate::Stays, _) => Some(msg!("keeping-receipt-identity-stays")),
        _ => None,
    };
    let content = match (kept.content(), day(kept.content_days), kept.state) {
        (Fate::Gone, ..) => Some(msg!("keeping-receipt-rest-gone")),
        (Fate::Goes(_), Some(day), State::Published) => Some(msg!("keeping-receipt-rest").s("day", day)),
        (Fate::Goes(_), Some(day), _) => Some(msg!("keeping-receipt-all").s("day", day)),
        (_, _, State::Published) => Some(msg!("keeping-receipt-published")),
        _ => Some(msg!("keeping-receipt-all-stays")),
    };
    let talk = kept.in_talk.then(|| msg!("keeping-receipt-talk"));
    identity.into_iter().chain(content).chain(talk).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(state: State, age: TimeDelta, days: (Option<i32>, Option<i32>)) -> Kept {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Kept {
            state,
            since: now - age,
            now,
            identity_days: days.0,
            content_days: days.1,
            has_identity: true,
            identity_gone_at: None,
            content_gone_at: None,
            in_talk: false,
            held_at: None,
            held_by: None,
            held_why: None,
        }
    }

    #[test]
    fn days_are_counted_down_and_a_begun_one_counts() {
        for (age, days, left) in [
            (TimeDelta::zero(), 30, 30),
            (TimeDelta::hours(1), 30, 30),
            (TimeDelta::hours(25), 30, 29),
            (TimeDelta::days(29), 30, 1),
            (TimeDelta::days(30) - TimeDelta::seconds(1), 30, 1),
            (TimeDelta::days(30), 30, 0),
            (TimeDelta::days(400), 30, 0),
            (TimeDelta::zero(), 0, 0),
        ] {
            let kept = kept(State::Declined, age, (Some(days), Some(days)));
            assert_eq!(kept.identity(), Fate::Goes(left), "{age} of {days}");
            assert_eq!(kept.content(), Fate::Goes(left), "{age} of {days}");
        }
        let stays = kept(State::Published, TimeDelta::days(900), (None, None));
        assert_eq!((stays.identity(), stays.content()), (Fate::Stays, Fate::Stays));
        let nobody = Kept {
            has_identity: false,
            ..stays
        };
        assert_eq!(nobody.identity(), Fate::Gone);
    }

    #[test]
    fn who_somebody_is_never_stays_longer_than_what_they_sent() {
        for (identity_days, content_days, sound) in [
            (None, None, true),
            (Some(0), None, true),
            (Some(0), Some(0), true),
            (Some(30), Some(90), true),
            (Some(90), Some(30), false),
            (None, Some(30), false),
            (Some(-1), None, false),
            (Some(3651), None, false),
            (Some(1), Some(3651), false),
        ] {
            let rule = Rule {
                state: State::Spam,
                identity_days,
                content_days,
            };
            assert_eq!(rule.is_sound(), sound, "{rule:?}");
        }
    }
}
