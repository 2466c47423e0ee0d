//! The rules as a form: two numbers of days for each state; an empty field keeps.

use std::collections::HashMap;

use ground::{lang::Message, msg, web::Problems};

use crate::{
    retention::{DAYS_MAX, Rule},
    submission::State,
};

/// The states, in the order in which a contribution comes through them.
pub(super) const STATES: [State; 8] = [
    State::Received,
    State::InReview,
    State::NeedsReply,
    State::Accepted,
    State::Published,
    State::Declined,
    State::Spam,
    State::Withdrawn,
];

/// The names of the two fields of a state.
pub(super) const fn fields_of(state: State) -> (&'static str, &'static str) {
    match state {
        State::Received => ("identity_received", "content_received"),
        State::InReview => ("identity_in_review", "content_in_review"),
        State::NeedsReply => ("identity_needs_reply", "content_needs_reply"),
        State::Accepted => ("identity_accepted", "content_accepted"),
        State::Published => ("identity_published", "content_published"),
        State::Declined => ("identity_declined", "content_declined"),
        State::Spam => ("identity_spam", "content_spam"),
        State::Withdrawn => ("identity_withdrawn", "content_withdrawn"),
    }
}

/// What was typed, field by field.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed(HashMap<String, String>);

impl Typed {
    /// As it came.
    pub(super) fn new(fields: HashMap<String, String>) -> Self {
        Self(fields)
    }

    /// As these rules are.
    pub(super) fn of(rules: &[Rule]) -> Self {
        let words = |days: Option<i32>| days.map(|days| days.to_string()).unwrap_or_default();
        let fields = rules.iter().flat_map(|rule| {
            let (identity, content) = fields_of(rule.state);
            [
                (identity.to_owned(), words(rule.identity_days)),
                (content.to_owned(), words(rule.content_days)),
            ]
        });
        Self(fields.collect())
    }

    /// What stands in a field.
    pub(super) fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// The rules, or what is wrong with them.
    pub(super) fn parse(&self) -> Result<Vec<Rule>, Problems> {
        let mut problems = Problems::default();
        let mut rules = Vec::new();
        for state in STATES {
            let (identity, content) = fields_of(state);
            let rule = match (days(self.get(identity)), days(self.get(content))) {
                (Ok(identity_days), Ok(content_days)) => Rule {
                    state,
                    identity_days,
                    content_days,
                },
                (identity_days, content_days) => {
                    for (field, days) in [(identity, identity_days), (content, content_days)] {
                        if let Err(problem) = days {
                            problems.add(field, problem);
                        }
                    }
                    continue;
                }
            };
            if !rule.is_sound() {
                problems.add(identity, msg!("keeping-identity-first"));
            }
            rules.push(rule);
        }
        if problems.is_empty() {
            Ok(rules)
        } else {
            Err(problems)
        }
    }
}

/// A number of days in any digits that are typed here, or none.
fn days(typed: &str) -> Result<Option<i32>, Message> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let latin: Option<String> = typed
        .chars()
        .map(|digit| match u32::from(digit) {
            code @ 0x0660..=0x0669 => char::from_digit(code - 0x0660, 10),
            code @ 0x06f0..=0x06f9 => char::from_digit(code - 0x06f0, 10),
            _ => digit.is_ascii_digit().then_some(digit),
        })
        .collect();
    let number = latin.and_then(|latin| latin.parse().ok());
    match number {
        Some(days) if (0..=DAYS_MAX).contains(&days) => Ok(Some(days)),
        _ => Err(msg!("keeping-days-wrong").n("most", i64::from(DAYS_MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(changes: &[(&str, &str)]) -> Typed {
        let all = STATES.map(|state| Rule {
            state,
            identity_days: Some(30),
            content_days: Some(90),
        });
        let mut typed = Typed::of(&all);
        for (field, value) in changes {
            typed.0.insert((*field).to_owned(), (*value).to_owned());
        }
        typed
    }

    #[test]
    fn days_are_typed_in_any_digits_and_an_empty_field_keeps() {
        let rules = typed(&[
            ("identity_spam", "۷"),
            ("content_spam", " ٣٠ "),
            ("content_published", ""),
        ]);
        let rules = rules.parse().unwrap();
        assert_eq!(rules.len(), STATES.len());
        let of = |state| *rules.iter().find(|rule| rule.state == state).unwrap();
        assert_eq!(
            of(State::Spam),
            Rule {
                state: State::Spam,
                identity_days: Some(7),
                content_days: Some(30)
            }
        );
        assert_eq!(of(State::Published).content_days, None);
    }

    #[test]
    fn what_cannot_be_a_rule_is_said_beside_its_field() {
        for (change, field) in [
            (("content_spam", "soon"), "content_spam"),
            (("content_spam", "-3"), "content_spam"),
            (("identity_spam", "3651"), "identity_spam"),
            (("identity_spam", "99999999999"), "identity_spam"),
            (("identity_spam", "91"), "identity_spam"),
            (("identity_spam", ""), "identity_spam"),
        ] {
            let problems = typed(&[change]).parse().unwrap_err();
            assert!(problems.of(field).is_some(), "{change:?}");
        }
    }
}
