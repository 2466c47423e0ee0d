//! How long ago something was, in words.

use chrono::TimeDelta;

use crate::{lang::Message, msg};

/// An age in its largest unit: just now, minutes, hours, days. What is to come is now.
pub fn words(age: TimeDelta) -> Message {
    if age < TimeDelta::minutes(1) {
        msg!("age-now")
    } else if age < TimeDelta::hours(1) {
        msg!("age-minutes").n("minutes", age.num_minutes())
    } else if age < TimeDelta::days(1) {
        msg!("age-hours").n("hours", age.num_hours())
    } else {
        msg!("age-days").n("days", age.num_days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_in_its_largest_unit() {
        for (minutes, id) in [
            (-5, "age-now"),
            (0, "age-now"),
            (59, "age-minutes"),
            (60, "age-hours"),
            (1439, "age-hours"),
            (1440, "age-days"),
        ] {
            assert_eq!(words(TimeDelta::minutes(minutes)).id, id, "{minutes}");
        }
    }
}
