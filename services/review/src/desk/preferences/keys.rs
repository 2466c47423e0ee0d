//! Which key does what. Keys are places on the keyboard (`event.code`, UI Events), not letters: so they stay where they
//! are, whatever script the keyboard writes. Pure.

use std::collections::BTreeMap;

use ground::{lang::Message, msg};
use serde::{Deserialize, Serialize};

/// What a key can do. The page's elements carry the same codes in `data-key-action`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    Next,
    Previous,
    Open,
    Select,
    Accept,
    Decline,
    Spam,
    Take,
    Reopen,
    Undo,
    Note,
    Ask,
    Search,
    Grid,
    Help,
}

impl Action {
    /// In the order of the help sheet.
    pub(crate) const ALL: [Self; 15] = [
        Self::Next,
        Self::Previous,
        Self::Open,
        Self::Select,
        Self::Accept,
        Self::Decline,
        Self::Spam,
        Self::Take,
        Self::Reopen,
        Self::Undo,
        Self::Note,
        Self::Ask,
        Self::Search,
        Self::Grid,
        Self::Help,
    ];

    /// As in markup, in forms and in what is kept.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Previous => "previous",
            Self::Open => "open",
            Self::Select => "select",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Spam => "spam",
            Self::Take => "take",
            Self::Reopen => "reopen",
            Self::Undo => "undo",
            Self::Note => "note",
            Self::Ask => "ask",
            Self::Search => "search",
            Self::Grid => "grid",
            Self::Help => "help",
        }
    }

    /// The name of its field, which is also where a mistake is pointed at.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Next => "key_next",
            Self::Previous => "key_previous",
            Self::Open => "key_open",
            Self::Select => "key_select",
            Self::Accept => "key_accept",
            Self::Decline => "key_decline",
            Self::Spam => "key_spam",
            Self::Take => "key_take",
            Self::Reopen => "key_reopen",
            Self::Undo => "key_undo",
            Self::Note => "key_note",
            Self::Ask => "key_ask",
            Self::Search => "key_search",
            Self::Grid => "key_grid",
            Self::Help => "key_help",
        }
    }

    /// In words.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Next => msg!("keys-next"),
            Self::Previous => msg!("keys-previous"),
            Self::Open => msg!("keys-open"),
            Self::Select => msg!("keys-select"),
            Self::Accept => msg!("keys-accept"),
            Self::Decline => msg!("keys-decline"),
            Self::Spam => msg!("keys-spam"),
            Self::Take => msg!("keys-take"),
            Self::Reopen => msg!("keys-reopen"),
            Self::Undo => msg!("keys-undo"),
            Self::Note => msg!("keys-note"),
            Self::Ask => msg!("keys-ask"),
            Self::Search => msg!("keys-search"),
            Self::Grid => msg!("keys-grid"),
            Self::Help => msg!("keys-help"),
        }
    }

    /// Until somebody wants another.
    fn first_key(self) -> &'static str {
        match self {
            Self::Next => "KeyJ",
            Self::Previous => "KeyK",
            Self::Open => "KeyO",
            Self::Select => "KeyX",
            Self::Accept => "KeyF",
            Self::Decline => "KeyD",
            Self::Spam => "KeyS",
            Self::Take => "KeyT",
            Self::Reopen => "KeyR",
            Self::Undo => "KeyZ",
            Self::Note => "KeyN",
            Self::Ask => "KeyA",
            Self::Search => "Slash",
            Self::Grid => "KeyG",
            Self::Help => "Shift+Slash",
        }
    }
}

/// Places on the keyboard that write something, with what they write where nobody knows better. Digits are the queues',
/// and keys that a browser or a screen reader needs are not ours to give away.
const PLACES: [(&str, &str); 38] = [
    ("KeyA", "A"),
    ("KeyB", "B"),
    ("KeyC", "C"),
    ("KeyD", "D"),
    ("KeyE", "E"),
    ("KeyF", "F"),
    ("KeyG", "G"),
    ("KeyH", "H"),
    ("KeyI", "I"),
    ("KeyJ", "J"),
    ("KeyK", "K"),
    ("KeyL", "L"),
    ("KeyM", "M"),
    ("KeyN", "N"),
    ("KeyO", "O"),
    ("KeyP", "P"),
    ("KeyQ", "Q"),
    ("KeyR", "R"),
    ("KeyS", "S"),
    ("KeyT", "T"),
    ("KeyU", "U"),
    ("KeyV", "V"),
    ("KeyW", "W"),
    ("KeyX", "X"),
    ("KeyY", "Y"),
    ("KeyZ", "Z"),
    ("Backquote", "`"),
    ("Minus", "-"),
    ("Equal", "="),
    ("BracketLeft", "["),
    ("BracketRight", "]"),
    ("Backslash", "\\"),
    ("IntlBackslash", "<"),
    ("Semicolon", ";"),
    ("Quote", "'"),
    ("Comma", ","),
    ("Period", "."),
    ("Slash", "/"),
];

/// Every key that can be chosen, with what is printed on it on a plain keyboard.
pub(crate) fn choices() -> Vec<(String, String)> {
    let plain = PLACES
        .iter()
        .map(|(code, label)| ((*code).to_owned(), (*label).to_owned()));
    let shifted = PLACES
        .iter()
        .map(|(code, label)| (format!("Shift+{code}"), format!("Shift + {label}")));
    plain.chain(shifted).collect()
}

/// What is printed on a key of a plain keyboard.
pub(crate) fn label(key: &str) -> String {
    let (shift, code) = key
        .strip_prefix("Shift+")
        .map_or(("", key), |code| ("Shift + ", code));
    let printed = PLACES.iter().find(|(known, _)| *known == code);
    printed.map_or_else(String::new, |(_, label)| format!("{shift}{label}"))
}

fn is_key(key: &str) -> bool {
    let code = key.strip_prefix("Shift+").unwrap_or(key);
    PLACES.iter().any(|(known, _)| *known == code)
}

/// Somebody's keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Keys {
    /// No key does anything.
    #[serde(default)]
    off: bool,
    /// What differs from everybody's: the action's code and its key, or nothing for none.
    #[serde(default)]
    changed: BTreeMap<String, String>,
}

/// What is wrong with a choice of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// No key of ours.
    Unknown(Action),
    /// The key of the first is the key of the second already.
    Twice(Action, Action),
}

impl Keys {
    /// From what was chosen for each action; one without a choice has no key.
    pub(crate) fn parse(off: bool, chosen: impl Fn(Action) -> String) -> Result<Self, Vec<Mistake>> {
        let (mut changed, mut mistakes) = (BTreeMap::new(), Vec::new());
        let mut taken: Vec<(String, Action)> = Vec::new();
        for action in Action::ALL {
            let key = chosen(action);
            if !key.is_empty() && !is_key(&key) {
                mistakes.push(Mistake::Unknown(action));
                continue;
            }
            let other = taken.iter().find(|(known, _)| !key.is_empty() && *known == key);
            if let Some((_, other)) = other {
                mistakes.push(Mistake::Twice(action, *other));
                continue;
            }
            if key != action.first_key() {
                changed.insert(action.code().to_owned(), key.clone());
            }
            taken.push((key, action));
        }
        if mistakes.is_empty() {
            return Ok(Self { off, changed });
        }
        Err(mistakes)
    }

    /// Whether keys do anything at all.
    pub(crate) fn is_on(&self) -> bool {
        !self.off
    }

    /// The key of an action; empty: none.
    pub(crate) fn of(&self, action: Action) -> &str {
        let own = self.changed.get(action.code()).map(String::as_str);
        // Kept by a version that knew other keys.
        own.filter(|key| key.is_empty() || is_key(key))
            .unwrap_or(action.first_key())
    }

    /// What does what, for the script: nothing at all when keys are off.
    pub(crate) fn for_script(&self) -> String {
        let map: serde_json::Map<_, _> = Action::ALL
            .into_iter()
            .filter(|action| self.is_on() && !self.of(*action).is_empty())
            .map(|action| (self.of(action).to_owned(), action.code().into()))
            .collect();
        serde_json::Value::Object(map).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(changes: &[(Action, &str)]) -> Result<Keys, Vec<Mistake>> {
        Keys::parse(false, |action| {
            let own = changes.iter().find(|(of, _)| *of == action);
            own.map_or_else(|| action.first_key().to_owned(), |(_, key)| (*key).to_owned())
        })
    }

    #[test]
    fn nobodys_keys_differ_until_they_change_them() {
        let keys = with(&[]).unwrap();
        assert_eq!(keys, Keys::default());
        assert_eq!(
            (keys.of(Action::Accept), keys.of(Action::Help)),
            ("KeyF", "Shift+Slash")
        );
        let known: serde_json::Value = serde_json::from_str(&keys.for_script()).unwrap();
        assert_eq!(
            (&known["KeyD"], &known["Slash"]),
            (&"decline".into(), &"search".into())
        );
        assert_eq!(known.as_object().unwrap().len(), Action::ALL.len());
    }

    #[test]
    fn two_may_change_places_and_one_may_have_none() {
        let keys = with(&[
            (Action::Accept, "KeyD"),
            (Action::Decline, "KeyF"),
            (Action::Spam, ""),
        ])
        .unwrap();
        assert_eq!(
            (
                keys.of(Action::Accept),
                keys.of(Action::Decline),
                keys.of(Action::Spam)
            ),
            ("KeyD", "KeyF", "")
        );
        assert!(!keys.for_script().contains("spam"));
        let kept: Keys = serde_json::from_value(serde_json::to_value(&keys).unwrap()).unwrap();
        assert_eq!(kept, keys);
    }

    #[test]
    fn one_key_for_two_and_keys_that_are_none_are_said_in_words() {
        let twice = with(&[(Action::Spam, "KeyF")]).unwrap_err();
        assert_eq!(twice, [Mistake::Twice(Action::Spam, Action::Accept)]);
        for key in ["Enter", "Tab", "Digit1", "KeyÄ", "Shift+Shift+KeyA", "Shift+"] {
            let unknown = with(&[(Action::Grid, key)]).unwrap_err();
            assert_eq!(unknown, [Mistake::Unknown(Action::Grid)], "{key}");
        }
    }

    #[test]
    fn off_is_off_and_what_another_version_kept_is_no_key() {
        let off = Keys::parse(true, |action| action.first_key().to_owned()).unwrap();
        assert_eq!(off.for_script(), "{}");
        let kept = serde_json::json!({ "changed": { "accept": "Launch", "decline": "" } });
        let kept: Keys = serde_json::from_value(kept).unwrap();
        assert_eq!((kept.of(Action::Accept), kept.of(Action::Decline)), ("KeyF", ""));
    }

    #[test]
    fn every_key_that_can_be_chosen_has_a_name() {
        for (key, printed) in choices() {
            assert!(is_key(&key) && label(&key) == printed, "{key}");
        }
        for action in Action::ALL {
            assert!(is_key(action.first_key()));
            assert_eq!(action.field(), format!("key_{}", action.code()));
        }
    }
}
