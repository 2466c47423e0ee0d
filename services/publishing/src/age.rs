//! How long ago something was, in words, and until when these are right.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{age, web::Cx};

/// From here on, a day says more than an age.
const OLD: TimeDelta = TimeDelta::days(7);

/// An age in words, or the day where that says more.
pub(crate) fn words(cx: &Cx, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let age = (now - at).max(TimeDelta::zero());
    if age >= OLD {
        cx.date(&at)
    } else {
        cx.say(&age::words(age))
    }
}

/// When the words change; nothing, where they stay.
pub(crate) fn changes_at(at: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let age = (now - at).max(TimeDelta::zero());
    let next = if age >= OLD {
        return None;
    } else if age >= TimeDelta::days(1) {
        TimeDelta::days(age.num_days() + 1)
    } else if age >= TimeDelta::hours(1) {
        TimeDelta::hours(age.num_hours() + 1)
    } else {
        TimeDelta::minutes(age.num_minutes() + 1)
    };
    Some(at.min(now) + next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_right_until_its_number_changes() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        for (seconds, next) in [
            (0, Some(60)),
            (59, Some(1)),
            (60, Some(60)),
            (3599, Some(1)),
            (3600, Some(3600)),
            (86_399, Some(1)),
            (86_400, Some(86_400)),
            (7 * 86_400 - 1, Some(1)),
            (7 * 86_400, None),
            // Of a clock that goes ahead.
            (-30, Some(60)),
        ] {
            let at = now - TimeDelta::seconds(seconds);
            let told = changes_at(at, now).map(|at| (at - now).num_seconds());
            assert_eq!(told, next, "{seconds}");
        }
    }
}
