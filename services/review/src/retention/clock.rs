//! Whether the clock can be trusted with forgetting. What is forgotten a year too early is gone as well as what was meant
//! to be, so a clock that jumped ahead, or two that disagree, stop it until they are right again or somebody says so.

use std::sync::{Arc, Mutex};

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use ground::{lang::Message, msg};

/// More than this, clocks do not differ by themselves.
const TOLERANCE: TimeDelta = TimeDelta::hours(1);
/// A machine that was off this long comes back with a clock that somebody looks at.
const LONG: TimeDelta = TimeDelta::days(7);

/// What was seen at one moment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    /// By the database's clock.
    pub(crate) at: DateTime<Utc>,
    /// Which start of which machine this program runs on.
    pub(crate) boot: String,
    /// How long it has run since; no clock that is set changes this.
    pub(crate) uptime_seconds: f64,
}

/// Why nothing is forgotten now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The database and this program do not agree what time it is.
    Apart,
    /// More time went by on the clock than in the machine.
    JumpedAhead,
    /// Nothing was seen for very long.
    Long,
}

impl Why {
    /// As it is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::JumpedAhead => "jumped_ahead",
            Self::Long => "long",
        }
    }

    /// What was stored.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Apart, Self::JumpedAhead, Self::Long]
            .into_iter()
            .find(|why| why.code() == code)
    }

    /// In the words of the desk.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Apart => msg!("keeping-clock-apart"),
            Self::JumpedAhead => msg!("keeping-clock-jumped"),
            Self::Long => msg!("keeping-clock-long"),
        }
    }
}

/// Whether to forget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The clock goes as it did.
    Go,
    /// There is nothing to compare it with yet: remember it, and forget next time.
    Remember,
    /// Not before it is right again.
    Refuse(Why),
}

/// Judges the clock by what was seen when it was last found right, and by this program's own.
pub(crate) fn judge(last: Option<&Seen>, now: &Seen, ours: DateTime<Utc>) -> Verdict {
    if (now.at - ours).abs() > TOLERANCE {
        return Verdict::Refuse(Why::Apart);
    }
    let Some(last) = last else {
        return Verdict::Remember;
    };
    let by_clock = now.at - last.at;
    if by_clock < TimeDelta::zero() {
        // It went back, so less is due than there was: nothing is lost by it. From here on it is compared with this.
        return Verdict::Remember;
    }
    if last.boot == now.boot {
        let by_machine = TimeDelta::milliseconds(millis(now.uptime_seconds - last.uptime_seconds));
        return if by_clock - by_machine > TOLERANCE {
            Verdict::Refuse(Why::JumpedAhead)
        } else {
            Verdict::Go
        };
    }
    // Started anew, or another machine: nothing says how much time really went by.
    if by_clock > LONG {
        Verdict::Refuse(Why::Long)
    } else if by_clock > TOLERANCE * 2 {
        Verdict::Remember
    } else {
        Verdict::Go
    }
}

#[expect(clippy::cast_possible_truncation, reason = "no machine runs that long")]
fn millis(seconds: f64) -> i64 {
    (seconds * 1000.0) as i64
}

/// Tells which start of which machine this is, and how long ago it was.
#[derive(Clone, Debug)]
pub(crate) enum Machine {
    /// As Linux says.
    System,
    /// As a test says.
    #[cfg_attr(not(test), expect(dead_code, reason = "machines of tests"))]
    Fixed(Arc<Mutex<(String, f64)>>),
}

impl Machine {
    pub(crate) fn told(&self) -> anyhow::Result<(String, f64)> {
        match self {
            Self::System => {
                let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id")
                    .context("cannot read which start of the machine this is")?;
                let uptime = std::fs::read_to_string("/proc/uptime")
                    .context("cannot read how long the machine runs")?;
                let seconds = uptime.split(' ').next().unwrap_or_default();
                Ok((boot.trim().to_owned(), seconds.parse()?))
            }
            Self::Fixed(told) => Ok(told
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(hours: i64, boot: &str, uptime_hours: f64) -> Seen {
        Seen {
            at: DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::hours(hours),
            boot: boot.to_owned(),
            uptime_seconds: uptime_hours * 3600.0,
        }
    }

    #[test]
    fn a_clock_that_jumped_ahead_forgets_nothing_and_one_that_goes_on_does() {
        let last = seen(0, "a", 10.0);
        for (now, expected, what) in [
            (seen(1, "a", 11.0), Verdict::Go, "an hour later"),
            (
                seen(72, "a", 82.0),
                Verdict::Go,
                "nobody asked for three days, and the machine ran",
            ),
            (
                seen(2, "a", 11.5),
                Verdict::Go,
                "half an hour is a clock that was set",
            ),
            (
                seen(3, "a", 11.0),
                Verdict::Refuse(Why::JumpedAhead),
                "two hours more than there were",
            ),
            (
                seen(24, "a", 11.0),
                Verdict::Refuse(Why::JumpedAhead),
                "a day more",
            ),
            (
                seen(24 * 365 * 12, "a", 11.0),
                Verdict::Refuse(Why::JumpedAhead),
                "2038",
            ),
            (seen(1, "b", 0.1), Verdict::Go, "started anew"),
            (seen(9, "b", 0.1), Verdict::Remember, "off for a night"),
            (
                seen(24 * 8, "b", 0.1),
                Verdict::Refuse(Why::Long),
                "off for a week, or it says so",
            ),
            (seen(-5, "a", 11.0), Verdict::Remember, "it went back"),
            (seen(-24 * 365 * 57, "b", 0.1), Verdict::Remember, "1970"),
        ] {
            assert_eq!(judge(Some(&last), &now, now.at), expected, "{what}");
        }
        assert_eq!(judge(None, &last, last.at), Verdict::Remember);
        let (early, late) = (last.at - TimeDelta::minutes(61), last.at + TimeDelta::minutes(61));
        for ours in [early, late] {
            assert_eq!(judge(Some(&last), &last, ours), Verdict::Refuse(Why::Apart));
        }
    }

    #[test]
    fn reasons_are_read_as_they_were_written_and_this_machine_tells_how_long_it_runs() {
        for why in [Why::Apart, Why::JumpedAhead, Why::Long] {
            assert_eq!(Why::from_code(why.code()), Some(why));
        }
        let (boot, seconds) = Machine::System.told().unwrap();
        assert!(boot.len() > 30 && seconds > 0.0);
    }
}
