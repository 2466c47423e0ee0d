//! What a reader says of where and when, as far as it can be compared. They write as they like; what is not understood
//! is shown, and nothing more.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use media::facts::{Moment, Point, Precision};

use super::gazetteer;
use crate::desk::search::fold;

/// The place that these words name: coordinates, or a town of the table.
pub(super) fn place(words: &str) -> Option<Point> {
    coordinates(words).or_else(|| gazetteer::find(words))
}

/// "36.19, 44.01", and nothing else.
fn coordinates(words: &str) -> Option<Point> {
    let plain = fold(words).replace(['°', '،', ';'], " ").replace('٫', ".");
    let mut parts = plain.split([',', ' ']).filter(|part| !part.is_empty());
    let mut next = || parts.next().filter(|part| part.contains('.'))?.parse().ok();
    let point = Point::new(next()?, next()?)?;
    parts.next().is_none().then_some(point)
}

/// Words for a day, counted back from the day on which it was sent, in the five languages.
const DAYS: &[(u64, &[&str])] = &[
    (
        0,
        &[
            "today",
            "this morning",
            "tonight",
            "ئەمڕۆ",
            "ئەم بەیانییە",
            "îro",
            "اليوم",
            "bugün",
            "bu sabah",
        ],
    ),
    (
        1,
        &[
            "yesterday",
            "last night",
            "دوێنێ",
            "دوێنێ شەو",
            "duh",
            "doh",
            "أمس",
            "البارحة",
            "dün",
            "dün gece",
        ],
    ),
];

/// The time that these words mean, as a clock of the newsroom shows it. `sent_at`: when they were written.
pub(super) fn moment(words: &str, sent_at: DateTime<Utc>, newsroom: Tz) -> Option<Moment> {
    let plain = fold(words);
    let clock = plain.split([' ', 't', ',', '،']).find_map(clock);
    let numbered = plain.split([' ', 't', ',', '،']).find_map(date);
    let named = || {
        let today = sent_at.with_timezone(&newsroom).date_naive();
        let padded = format!(" {} ", plain.trim());
        let says = |names: &[&str]| {
            names
                .iter()
                .any(|name| padded.contains(&format!(" {} ", fold(name))))
        };
        let mut days = DAYS.iter().filter(|(_, names)| says(names));
        let (back, _) = days.next()?;
        today
            .checked_sub_days(Days::new(*back))
            .filter(|_| days.next().is_none())
    };
    let day = numbered.or_else(named)?;
    let (time, precision) = clock.map_or((NaiveTime::MIN, Precision::Day), |time| (time, Precision::Minute));
    Some(Moment {
        local: NaiveDateTime::new(day, time),
        offset_minutes: None,
        precision,
    })
}

/// "14:30".
fn clock(word: &str) -> Option<NaiveTime> {
    let mut parts = word.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let time = NaiveTime::from_hms_opt(
        digits(hour).then(|| hour.parse().ok())??,
        digits(minute).then(|| minute.parse().ok())??,
        0,
    )?;
    parts.next().is_none_or(digits).then_some(time)
}

/// "2026-11-29", "29.11.2026", "29/11/2026": the year says which way round it is; the month stands in the middle.
fn date(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['-', '.', '/']).collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| {
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| part.parse::<u32>().ok())?
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        _ => return None,
    };
    let year = i32::try_from(number(year)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_a_place_in_any_digits() {
        for (words, known) in [
            ("36.19, 44.01", true),
            ("36.19° 44.01°", true),
            ("٣٦٫١٩، ٤٤٫٠١", true),
            ("36, 44", false),
            ("136.19, 44.01", false),
            ("36.19, 44.01, 3.5", false),
            ("Hewlêr", true),
            ("somewhere", false),
        ] {
            assert_eq!(place(words).is_some(), known, "{words}");
        }
    }

    #[test]
    fn days_are_understood_by_number_and_by_name_and_the_rest_is_left_alone() {
        // Ten in the evening in Baghdad.
        let sent_at: DateTime<Utc> = "2026-11-30T19:00:00Z".parse().unwrap();
        for (words, known) in [
            ("2026-11-29", Some(("2026-11-29 00:00:00", Precision::Day))),
            (
                "2026-11-29T14:30",
                Some(("2026-11-29 14:30:00", Precision::Minute)),
            ),
            (
                "29.11.2026, 14:30",
                Some(("2026-11-29 14:30:00", Precision::Minute)),
            ),
            ("٢٩/١١/٢٠٢٦", Some(("2026-11-29 00:00:00", Precision::Day))),
            ("yesterday 6:05", Some(("2026-11-29 06:05:00", Precision::Minute))),
            ("Last night", Some(("2026-11-29 00:00:00", Precision::Day))),
            ("دوێنێ", Some(("2026-11-29 00:00:00", Precision::Day))),
            ("أمس", Some(("2026-11-29 00:00:00", Precision::Day))),
            ("Bugün", Some(("2026-11-30 00:00:00", Precision::Day))),
            ("îro 09:15", Some(("2026-11-30 09:15:00", Precision::Minute))),
            ("31.02.2026", None),
            ("14:30", None),
            ("in spring", None),
            ("", None),
        ] {
            let found = moment(words, sent_at, Tz::Asia__Baghdad);
            let found = found.map(|moment| (moment.local.to_string(), moment.precision));
            assert_eq!(
                found,
                known.map(|(at, precision)| (at.to_owned(), precision)),
                "{words}"
            );
        }
        let later: DateTime<Utc> = "2026-11-30T21:30:00Z".parse().unwrap();
        let today = moment("today", later, Tz::Asia__Baghdad).unwrap();
        assert_eq!(
            today.local.date().to_string(),
            "2026-12-01",
            "the newsroom's day, not UTC's"
        );
    }
}
