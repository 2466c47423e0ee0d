//! A point in time as a file has it: often without a zone, sometimes a day only.

use chrono::{DateTime, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A time on some clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// What the clock showed; its beginning, if it is a longer time.
    pub local: NaiveDateTime,
    /// How far that clock is before UTC, in minutes. `None`: no zone is known.
    pub offset_minutes: Option<i16>,
    /// How long the time is that is meant.
    pub precision: Precision,
}

/// How long a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the second, or better.
    Second,
    /// To the minute.
    Minute,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Clocks on Earth are at most so far before and behind UTC, in minutes.
const ZONES: std::ops::RangeInclusive<i16> = -12 * 60..=14 * 60;

impl Moment {
    /// A moment of UTC.
    pub fn utc(at: DateTime<Utc>) -> Self {
        Self {
            local: at.naive_utc(),
            offset_minutes: Some(0),
            precision: Precision::Second,
        }
    }

    /// The earliest and the latest instant that can be meant. `clock`: whose zone it is, if it says none; when that is
    /// not known either, it may be any.
    pub fn span(&self, clock: Option<Tz>) -> (DateTime<Utc>, DateTime<Utc>) {
        let last = self.last();
        match (self.offset_minutes, clock) {
            (Some(minutes), _) => (shift(self.local, minutes), shift(last, minutes)),
            (None, Some(zone)) => (in_zone(self.local, zone).0, in_zone(last, zone).1),
            (None, None) => (shift(self.local, *ZONES.end()), shift(last, *ZONES.start())),
        }
    }

    /// What the clock shows at the end of what is meant.
    fn last(&self) -> NaiveDateTime {
        let end = match self.precision {
            Precision::Second => None,
            Precision::Minute => self.local.checked_add_signed(TimeDelta::minutes(1)),
            Precision::Day => self.local.checked_add_signed(TimeDelta::days(1)),
            Precision::Month => self.local.checked_add_months(Months::new(1)),
            Precision::Year => self.local.checked_add_months(Months::new(12)),
        };
        end.unwrap_or(self.local)
    }

    /// The same with the zone that another field tells ("+02:00").
    pub(super) fn with_offset(mut self, offset: Option<i16>) -> Self {
        if self.offset_minutes.is_none() {
            self.offset_minutes = offset;
        }
        self
    }
}

fn shift(local: NaiveDateTime, minutes: i16) -> DateTime<Utc> {
    local
        .checked_sub_signed(TimeDelta::minutes(i64::from(minutes)))
        .unwrap_or(local)
        .and_utc()
}

/// The earliest and the latest instant at which clocks of a zone show this. When they are put back they show it twice;
/// when they are put forward they never do: then it is what they would have shown by either rule.
fn in_zone(local: NaiveDateTime, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    use chrono::{LocalResult, TimeZone};
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => (at.to_utc(), at.to_utc()),
        LocalResult::Ambiguous(early, late) => (early.to_utc(), late.to_utc()),
        LocalResult::None => {
            let around = [-1, 1].map(|days| {
                let day = local
                    .checked_add_signed(TimeDelta::days(days))
                    .unwrap_or(local)
                    .and_utc();
                let offset = chrono::Offset::fix(&zone.offset_from_utc_datetime(&day.naive_utc()));
                instant(local, offset)
            });
            let [before, after] = around;
            (before.min(after), before.max(after))
        }
    }
}

fn instant(local: NaiveDateTime, offset: FixedOffset) -> DateTime<Utc> {
    local.checked_sub_offset(offset).unwrap_or(local).and_utc()
}

/// Reads times: EXIF's `2020:05:04 18:39:11`, ISO 8601's `2020-05-04T18:39:11.25+08:00` and shorter ones. `None` if no
/// day of the calendar is meant.
pub(crate) fn parse(text: &str) -> Option<Moment> {
    let text = text.trim_matches(|letter: char| letter == '\0' || letter.is_whitespace());
    let (date, rest) = match text.find(['T', ' ']) {
        Some(end) => (text.get(..end)?, text.get(end + 1..)?.trim()),
        None => (text, ""),
    };
    let (date, mut precision) = parse_date(date)?;
    let (clock, offset) = split_offset(rest);
    let mut time = NaiveTime::MIN;
    if !clock.is_empty() {
        let (whole, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
        let mut parts = whole.split(':');
        let mut part = |most: u32| parts.next().map(|digits| number(digits, most));
        let (hour, minute, second) = (part(23)??, part(59)??, part(60));
        if precision != Precision::Day || parts.next().is_some() {
            return None;
        }
        precision = if second.is_some() {
            Precision::Second
        } else {
            Precision::Minute
        };
        // A leap second is the last of its minute.
        let second = second.unwrap_or(Some(0))?.min(59);
        time = NaiveTime::from_hms_milli_opt(hour, minute, second, milliseconds(fraction)?)?;
    }
    Some(Moment {
        local: date.and_time(time),
        offset_minutes: offset,
        precision,
    })
}

fn parse_date(text: &str) -> Option<(NaiveDate, Precision)> {
    let mut parts = text.split([':', '-', '/']);
    let year = parts.next()?;
    // IPTC writes no signs between.
    if year.len() == 8 && parts.clone().next().is_none() {
        let (year, month, day) = (year.get(..4)?, year.get(4..6)?, year.get(6..)?);
        return date(year, Some(month), Some(day));
    }
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    date(year, month, day)
}

fn date(year: &str, month: Option<&str>, day: Option<&str>) -> Option<(NaiveDate, Precision)> {
    if year.len() != 4 {
        return None;
    }
    let precision = match (month, day) {
        (None, _) => Precision::Year,
        (_, None) => Precision::Month,
        _ => Precision::Day,
    };
    let part = |part: Option<&str>, most| part.map_or(Some(1), |digits| number(digits, most));
    let year = i32::try_from(number(year, 9999)?).ok()?;
    // Cameras whose clock was never set write zeros.
    (year > 0).then_some(())?;
    let date = NaiveDate::from_ymd_opt(year, part(month, 12)?, part(day, 31)?)?;
    Some((date, precision))
}

/// The time of day, and the zone behind it.
fn split_offset(text: &str) -> (&str, Option<i16>) {
    if let Some(clock) = text.strip_suffix(['Z', 'z']) {
        return (clock.trim_end(), Some(0));
    }
    let sign = text.rfind(['+', '-', '−']);
    match sign.and_then(|at| Some((text.get(..at)?, text.get(at..)?))) {
        Some((clock, offset)) => (clock.trim_end(), parse_offset(offset)),
        None => (text, None),
    }
}

/// How far a clock is before UTC, in minutes: `+02:00`, `-0330`, `+3`, `Z`.
pub(super) fn parse_offset(text: &str) -> Option<i16> {
    let text = text.trim_matches(|letter: char| letter == '\0' || letter.is_whitespace());
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, digits) = match text.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, text.strip_prefix(['-', '−'])?),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let minutes = 60 * number(hours, 14)? + number(minutes, 59)?;
    let minutes = sign * i16::try_from(minutes).ok()?;
    ZONES.contains(&minutes).then_some(minutes)
}

fn milliseconds(digits: &str) -> Option<u32> {
    let three: String = digits.chars().chain("000".chars()).take(3).collect();
    number(&three, 999)
}

fn number(digits: &str, most: u32) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let number = plain.then(|| digits.parse().ok())??;
    (number <= most).then_some(number)
}

/// So many seconds since the beginning of `year`, of UTC. Zero is a clock that nobody set.
pub(super) fn since(year: i32, seconds: u64) -> Option<Moment> {
    (seconds > 0).then_some(())?;
    let start = NaiveDate::from_ymd_opt(year, 1, 1)?.and_time(NaiveTime::MIN);
    let seconds = i64::try_from(seconds).ok()?;
    let local = start.checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
    (local.and_utc().timestamp() < FOUR_DIGITS).then_some(Moment {
        local,
        offset_minutes: Some(0),
        precision: Precision::Second,
    })
}

/// The end of the year 9999, in seconds since 1970.
const FOUR_DIGITS: i64 = 253_402_300_800;
