//! What an editor typed to ask or say something.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use ground::{Failure, ids::SendingId, lang::Message, msg, web::Problems};

use crate::talk::{BODY_MAX, Question, clean};

/// Days by which an answer can be asked for, as the form offers them.
pub(super) const DUE_DAYS: [i64; 3] = [1, 3, 7];
/// No later than this.
const DUE_MAX: TimeDelta = TimeDelta::days(90);

/// As it comes.
#[derive(Debug)]
pub(super) struct TalkForm {
    pub(super) version: i32,
    pub(super) sending_id: SendingId,
    pub(super) action: String,
    /// An answer that stands ready, to be put into the text.
    pub(super) reply: String,
    pub(super) typed: Typed,
}

/// What was typed and chosen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) asked: Vec<Question>,
    /// The words of [`Question::Other`].
    pub(crate) other: String,
    pub(crate) body: String,
    /// Days, or `date`.
    pub(crate) due: String,
    pub(crate) due_date: String,
}

/// What is to be said.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) questions: Vec<Question>,
    pub(super) other: String,
    pub(super) body: String,
    /// Where something is asked.
    pub(super) due_at: Option<DateTime<Utc>>,
}

impl TalkForm {
    pub(super) fn of(mut fields: HashMap<String, String>) -> Result<Self, Failure> {
        let malformed = || Failure::BadRequest(msg!("form-malformed"));
        let version = fields.get("version").and_then(|text| text.parse().ok());
        let sending_id = fields.get("sending").and_then(|text| text.parse().ok());
        let asked = Question::ALL
            .into_iter()
            .filter(|question| fields.contains_key(&format!("ask-{}", question.code())));
        let typed = Typed {
            asked: asked.collect(),
            ..Typed::default()
        };
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        Ok(Self {
            version: version.ok_or_else(malformed)?,
            sending_id: sending_id.ok_or_else(malformed)?,
            action: take("action"),
            reply: take("reply"),
            typed: Typed {
                other: take("other"),
                body: take("body"),
                due: take("due"),
                due_date: take("due_date"),
                ..typed
            },
        })
    }
}

impl Typed {
    /// What is to be said, or everything that is wrong with it.
    pub(super) fn parse<Z: TimeZone>(&self, now: DateTime<Utc>, zone: &Z) -> Result<Said, Problems> {
        let mut problems = Problems::default();
        let mut text = |name, typed: &str| {
            clean(typed).unwrap_or_else(|_| {
                problems.add(name, too_long());
                String::new()
            })
        };
        let (other, body) = (text("other", &self.other), text("body", &self.body));
        let asks_other = self.asked.contains(&Question::Other);
        if asks_other && self.other.trim().is_empty() {
            problems.add("other", msg!("talk-other-missing"));
        }
        if self.asked.is_empty() && self.body.trim().is_empty() {
            problems.add("body", msg!("talk-nothing"));
        }
        let due_at = if self.asked.is_empty() {
            None
        } else {
            self.due(now, zone)
                .map_err(|words| problems.add("due", words))
                .ok()
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Said {
            questions: self.asked.clone(),
            other: if asks_other { other } else { String::new() },
            body,
            due_at,
        })
    }

    /// A number of days from now, or the end of a day where the newsroom is.
    fn due<Z: TimeZone>(&self, now: DateTime<Utc>, zone: &Z) -> Result<DateTime<Utc>, Message> {
        if let Some(days) = DUE_DAYS.into_iter().find(|days| days.to_string() == self.due) {
            return Ok(now + TimeDelta::days(days));
        }
        let day = NaiveDate::parse_from_str(self.due_date.trim(), "%Y-%m-%d");
        let end = day
            .ok()
            .and_then(|day| day.checked_add_days(Days::new(1)))
            .and_then(|next| next.and_hms_opt(0, 0, 0))
            .and_then(|midnight| zone.from_local_datetime(&midnight).latest())
            .map(|end| end.with_timezone(&Utc) - TimeDelta::seconds(1));
        match end {
            Some(end) if end <= now => Err(msg!("talk-due-past")),
            Some(end) if end - now > DUE_MAX => Err(msg!("talk-due-far")),
            Some(end) => Ok(end),
            None => Err(msg!("talk-due-missing")),
        }
    }
}

pub(crate) fn too_long() -> Message {
    msg!("talk-too-long").n("most", i64::try_from(BODY_MAX).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(due: &str, due_date: &str) -> Typed {
        Typed {
            asked: vec![Question::WhichStreet],
            due: due.to_owned(),
            due_date: due_date.to_owned(),
            ..Typed::default()
        }
    }

    #[test]
    fn an_answer_is_asked_for_by_a_number_of_days_or_by_the_end_of_one() {
        let noon = Utc.with_ymd_and_hms(2026, 11, 30, 12, 0, 0).unwrap();
        let zone = chrono_tz::Asia::Baghdad;
        let due = |due: &str, date: &str| {
            typed(due, date)
                .parse(noon, &zone)
                .map(|said| said.due_at.unwrap())
        };
        assert_eq!(due("3", "").unwrap(), noon + TimeDelta::days(3));
        assert_eq!(
            due("date", "2026-12-02").unwrap(),
            Utc.with_ymd_and_hms(2026, 12, 2, 20, 59, 59).unwrap(),
            "midnight in Baghdad"
        );
        assert!(due("date", "2026-11-30").is_ok(), "today is not over");
        for (date, words) in [
            ("2026-11-29", "talk-due-past"),
            ("2027-11-30", "talk-due-far"),
            ("2026-13-01", "talk-due-missing"),
            ("", "talk-due-missing"),
            ("+262142-12-31", "talk-due-missing"),
        ] {
            assert_eq!(
                due("date", date).unwrap_err().of("due").unwrap().id,
                words,
                "{date}"
            );
        }
        assert!(due("2", "").is_err(), "only what is offered");
    }

    #[test]
    fn something_is_asked_or_said_and_everything_wrong_is_found_at_once() {
        let noon = Utc.with_ymd_and_hms(2026, 11, 30, 12, 0, 0).unwrap();
        let parse = |typed: &Typed| typed.parse(noon, &Utc);
        assert_eq!(
            parse(&Typed::default()).unwrap_err().of("body").unwrap().id,
            "talk-nothing"
        );
        let both = Typed {
            asked: vec![Question::Other],
            other: " ".to_owned(),
            body: "x".repeat(BODY_MAX + 1),
            ..Typed::default()
        };
        let problems = parse(&both).unwrap_err();
        for (field, words) in [
            ("other", "talk-other-missing"),
            ("body", "talk-too-long"),
            ("due", "talk-due-missing"),
        ] {
            assert_eq!(problems.of(field).unwrap().id, words);
        }
        let said = parse(&Typed {
            body: " Thank you.\r\n".to_owned(),
            other: "left over".to_owned(),
            ..Typed::default()
        });
        let said = said.unwrap();
        assert_eq!(
            (said.body.as_str(), said.other.as_str(), said.due_at),
            ("Thank you.", "", None)
        );
    }
}
