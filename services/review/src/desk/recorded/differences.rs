//! How far apart claim and record are, in words: kilometres and hours, and never what to think of it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use ground::{
    lang::{Lang, Message},
    msg,
};
use media::facts::{Apart, Distance, Moment, Place, Point, distance, hours_apart};

use crate::desk::span::span;

/// Nearer than this is the same place, when somebody names a town: so large are towns.
const TOWN_KM: f64 = 10.0;

/// One comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Difference {
    /// Between the place that was said and the one that was recorded.
    Place(Distance),
    /// Between the time that was said and the one that was recorded.
    Time(Apart),
    /// Between the recorded time and the one at which it was sent, in hours; positive: it was recorded before.
    Sent(f64),
}

impl Difference {
    /// Whether there is none, as far as both say.
    pub(super) fn agrees(self) -> bool {
        match self {
            Self::Place(distance) => distance.km <= TOWN_KM.max(distance.accuracy_km.unwrap_or_default()),
            Self::Time(apart) => apart.may_agree(),
            Self::Sent(hours) => hours >= 0.0,
        }
    }

    /// In words.
    pub(super) fn message(self, lang: Lang) -> Message {
        match self {
            Self::Place(_) if self.agrees() => msg!("item-place-agrees"),
            Self::Place(distance) => msg!("item-place-apart").s("distance", kilometres(distance.km, lang)),
            Self::Time(apart) if apart.may_agree() => msg!("item-time-agrees"),
            Self::Time(apart) if apart.least > 0.0 => {
                msg!("item-time-later").s("span", span(apart.gap()).text(lang))
            }
            Self::Time(apart) => msg!("item-time-earlier").s("span", span(apart.gap()).text(lang)),
            Self::Sent(hours) if hours >= 0.0 => msg!("item-sent-after").s("span", span(hours).text(lang)),
            Self::Sent(hours) => msg!("item-sent-before").s("span", span(-hours).text(lang)),
        }
    }
}

/// The distance between a claimed point and a recorded place.
pub(super) fn of_place(claimed: Option<Point>, recorded: Option<&Place>) -> Option<Difference> {
    Some(Difference::Place(distance(claimed?, recorded?)))
}

/// The time between a claimed and a recorded moment.
pub(super) fn of_time(
    claimed: Option<&Moment>,
    newsroom: Tz,
    recorded: Option<&Moment>,
) -> Option<Difference> {
    // A camera that says no zone may have been anywhere: nothing is told from it but what no zone explains.
    Some(Difference::Time(hours_apart(claimed?, newsroom, recorded?, None)))
}

/// The time from the recording to the sending, where the record is of an instant.
pub(super) fn of_sending(recorded: Option<&Moment>, sent_at: DateTime<Utc>) -> Option<Difference> {
    let recorded = recorded.filter(|moment| moment.offset_minutes.is_some())?;
    let (from, until) = recorded.span(None);
    let minutes = |at: DateTime<Utc>| {
        let minutes = sent_at.signed_duration_since(at).num_minutes();
        f64::from(i32::try_from(minutes).unwrap_or(i32::MAX))
    };
    let (least, most) = (minutes(until) / 60.0, minutes(from) / 60.0);
    // What lasts beyond the sending may have been before it, too.
    Some(Difference::Sent(if least < 0.0 && most >= 0.0 {
        0.0
    } else {
        least
    }))
}

/// A distance, as precise as it is short.
pub(super) fn kilometres(km: f64, lang: Lang) -> String {
    let number = if km < 10.0 {
        format!("{km:.1}")
    } else {
        format!("{km:.0}")
    };
    let sign = match lang {
        Lang::Ckb | Lang::Ar => "٫",
        Lang::Tr | Lang::Kmr => ",",
        Lang::En => ".",
    };
    let number = lang.digits(&number.replace('.', sign));
    msg!("item-kilometres").s("km", number).text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(difference: Difference) -> String {
        let text = difference.message(Lang::En).text(Lang::En);
        text.chars()
            .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
            .collect()
    }

    fn apart(least: f64, most: f64) -> Difference {
        Difference::Time(Apart { least, most })
    }

    #[test]
    fn differences_are_kilometres_and_hours_and_what_may_agree_agrees() {
        let place = |km, accuracy_km| Difference::Place(Distance { km, accuracy_km });
        for (difference, agrees, told) in [
            (place(3.0, None), true, "is where they say it was"),
            (place(146.2, None), false, "146 km from where they say it was"),
            (place(12.34, None), false, "12 km from where they say it was"),
            (place(40.0, Some(50.0)), true, "is where they say it was"),
            (apart(-11.0, 15.0), true, "can be the time they say"),
            (apart(3.0, 3.0), false, "3 hours later than they say"),
            (apart(-0.5, -0.5), false, "30 minutes earlier than they say"),
            (apart(36.0, 60.0), false, "36 hours later than they say"),
            (apart(-96.0, -72.0), false, "3 days earlier than they say"),
            (Difference::Sent(5.2), true, "5 hours before it was sent"),
            (Difference::Sent(-2.0), false, "2 hours after it was sent"),
        ] {
            assert_eq!(difference.agrees(), agrees, "{difference:?}");
            assert!(
                words(difference).contains(told),
                "{} says not: {told}",
                words(difference)
            );
        }
    }

    #[test]
    fn what_one_side_does_not_say_is_not_compared() {
        let point = Point::new(36.0, 44.0);
        assert_eq!(of_place(point, None), None);
        assert_eq!(of_place(None, None), None);
        let noon = "2026-11-30T12:00:00Z".parse().unwrap();
        let moment = Moment::utc(noon);
        assert_eq!(of_time(None, Tz::UTC, Some(&moment)), None);
        assert_eq!(of_time(Some(&moment), Tz::UTC, None), None);
        assert_eq!(of_sending(None, noon), None);
        let nowhere = Moment {
            offset_minutes: None,
            ..moment
        };
        assert_eq!(
            of_sending(Some(&nowhere), noon),
            None,
            "a clock without a zone says no instant"
        );
        assert_eq!(of_sending(Some(&moment), noon), Some(Difference::Sent(0.0)));
    }

    #[test]
    fn no_word_of_any_language_calls_anybody_a_liar() {
        for lang in Lang::ALL {
            let text = apart(300.0, 301.0).message(lang).text(lang);
            assert!(
                !text.is_empty() && !text.to_lowercase().contains("suspic"),
                "{text}"
            );
        }
        assert_eq!(
            kilometres(3.44, Lang::Tr),
            Lang::Tr.digits(&kilometres(3.44, Lang::Kmr))
        );
    }
}
