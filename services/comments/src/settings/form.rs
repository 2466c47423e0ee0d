//! The rules as a form. Numbers may be typed in any digits; an empty field of the age of threads leaves them open.

use std::collections::HashMap;

use ground::{fold::fold, lang::Message, msg, web::Problems};

use crate::rules::Rules;

/// The fields that are numbers: name, least, most.
const NUMBERS: [(&str, i32, i32); 7] = [
    ("holds_first", 0, 50),
    ("links_allowed", 0, 100),
    ("slow_seconds", 0, 86_400),
    ("flood_five_minutes", 1, 30),
    ("reports_hold", 0, 1000),
    ("edit_minutes", 0, 1440),
    ("box_delay_seconds", 0, 86_400),
];
const AGE: (&str, i32, i32) = ("closes_after_days", 1, 3650);

/// What was typed, field by field.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed(HashMap<String, String>);

impl Typed {
    /// As it came.
    pub(super) fn new(fields: HashMap<String, String>) -> Self {
        Self(fields)
    }

    /// As these rules are.
    pub(super) fn of(rules: &Rules) -> Self {
        let numbers = [
            ("holds_first", Some(rules.holds_first)),
            ("links_allowed", Some(rules.links_allowed)),
            ("slow_seconds", Some(rules.slow_seconds)),
            ("flood_five_minutes", Some(rules.flood_five_minutes)),
            ("reports_hold", Some(rules.reports_hold)),
            ("edit_minutes", Some(rules.edit_minutes)),
            ("box_delay_seconds", Some(rules.box_delay_seconds)),
            ("closes_after_days", rules.closes_after_days),
            ("version", Some(rules.version)),
        ];
        let words = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        let mut fields: HashMap<String, String> = numbers
            .into_iter()
            .map(|(name, number)| (name.to_owned(), words(number)))
            .collect();
        for (name, checked) in [
            ("holds_all", rules.holds_all),
            ("box_one_per_person", rules.box_one_per_person),
        ] {
            if checked {
                fields.insert(name.to_owned(), "yes".to_owned());
            }
        }
        Self(fields)
    }

    /// The same, to be set on top of this version.
    pub(super) fn with_version(mut self, version: i32) -> Self {
        self.0.insert("version".to_owned(), version.to_string());
        self
    }

    /// What stands in a field.
    pub(super) fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Whether a box is ticked.
    pub(super) fn has(&self, field: &str) -> bool {
        self.0.contains_key(field)
    }

    /// The rules, or what is wrong with them.
    pub(super) fn parse(&self) -> Result<Rules, Problems> {
        let mut problems = Problems::default();
        let mut numbers = HashMap::new();
        for (field, least, most) in NUMBERS {
            match number(self.get(field), least, most) {
                Ok(number) => {
                    numbers.insert(field, number);
                }
                Err(words) => problems.add(field, words),
            }
        }
        let (field, least, most) = AGE;
        let age = Some(self.get(field)).filter(|typed| !typed.trim().is_empty());
        let closes_after_days = match age.map(|typed| number(typed, least, most)).transpose() {
            Ok(days) => days,
            Err(words) => {
                problems.add(field, words);
                None
            }
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let of = |field: &str| numbers.get(field).copied().unwrap_or_default();
        Ok(Rules {
            version: self.get("version").parse().unwrap_or(0),
            holds_all: self.has("holds_all"),
            holds_first: of("holds_first"),
            links_allowed: of("links_allowed"),
            slow_seconds: of("slow_seconds"),
            flood_five_minutes: of("flood_five_minutes"),
            reports_hold: of("reports_hold"),
            closes_after_days,
            edit_minutes: of("edit_minutes"),
            box_delay_seconds: of("box_delay_seconds"),
            box_one_per_person: self.has("box_one_per_person"),
        })
    }
}

fn number(typed: &str, least: i32, most: i32) -> Result<i32, Message> {
    let digits = fold(typed.trim());
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| plain);
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| {
            msg!("rule-number-wrong")
                .n("least", i64::from(least))
                .n("most", i64::from(most))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_what_is_read_back_in_any_digits() {
        let rules = Rules {
            holds_all: true,
            closes_after_days: None,
            ..Rules::default()
        };
        let mut typed = Typed::of(&rules);
        assert_eq!(typed.parse().unwrap(), rules);
        typed.0.insert("closes_after_days".to_owned(), " ٣٠ ".to_owned());
        typed.0.insert("slow_seconds".to_owned(), "۱۰".to_owned());
        assert_eq!(typed.parse().unwrap().closes_after_days, Some(30));
        assert_eq!(typed.parse().unwrap().slow_seconds, 10);
    }

    #[test]
    fn what_cannot_be_a_rule_is_said_beside_its_field() {
        for (field, value) in [
            ("holds_first", ""),
            ("holds_first", "51"),
            ("links_allowed", "-1"),
            ("slow_seconds", "ten"),
            ("flood_five_minutes", "0"),
            ("reports_hold", "99999999999999"),
            ("closes_after_days", "0"),
            ("edit_minutes", "+5"),
        ] {
            let mut typed = Typed::of(&Rules::default());
            typed.0.insert(field.to_owned(), value.to_owned());
            assert!(typed.parse().unwrap_err().of(field).is_some(), "{field} {value}");
        }
    }
}
