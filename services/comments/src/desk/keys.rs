//! The keys of the desk, as somebody chose them for contributions: the same keys do the same here.

use std::collections::BTreeMap;

use askama::Template;
use ground::{ids::AccountId, lang::Message, msg, web::Cx};
use serde::Deserialize;
use sqlx::PgConnection;

use crate::store::desk_keys as store;

/// What a key can do here, which key that is until somebody wants another, what is printed on it, and words for it.
type Choice = (&'static str, &'static str, fn() -> Message);

const KEYS: [Choice; 10] = [
    ("next", "KeyJ", || msg!("keys-next")),
    ("previous", "KeyK", || msg!("keys-previous")),
    ("open", "KeyO", || msg!("keys-open")),
    ("select", "KeyX", || msg!("keys-select")),
    ("accept", "KeyF", || msg!("cdesk-show")),
    ("decline", "KeyD", || msg!("cdesk-remove")),
    ("spam", "KeyS", || msg!("cdesk-spam")),
    ("take", "KeyT", || msg!("cdesk-leave")),
    ("undo", "KeyZ", || msg!("keys-undo")),
    ("search", "Slash", || msg!("keys-search")),
];
/// And the one that tells of them.
const HELP: (&str, &str) = ("help", "Shift+Slash");

/// What of a person's keys is kept (`desk_preferences`, section `keys`).
#[derive(Debug, Default, Deserialize)]
struct Kept {
    #[serde(default)]
    off: bool,
    /// What differs from everybody's: the action's code and its key, or nothing for none.
    #[serde(default)]
    changed: BTreeMap<String, String>,
}

impl Kept {
    fn of<'a>(&'a self, action: &str, first: &'a str) -> &'a str {
        self.changed.get(action).map_or(first, String::as_str)
    }
}

struct Row {
    words: Message,
    key: String,
    printed: String,
}

/// The keys of who looks.
#[derive(Template)]
#[template(path = "comments/desk/keys.html")]
pub(super) struct Sheet {
    cx: Cx,
    kept: Kept,
}

impl Sheet {
    /// As they chose them.
    pub(super) async fn load(conn: &mut PgConnection, cx: &Cx, of: AccountId) -> sqlx::Result<Self> {
        let kept = store::find(conn, of).await?;
        let kept = kept.and_then(|kept| serde_json::from_value(kept).ok());
        Ok(Self {
            cx: cx.clone(),
            kept: kept.unwrap_or_default(),
        })
    }

    fn rows(&self) -> Vec<Row> {
        let row = |(action, first, words): &(&str, &str, fn() -> Message)| {
            let key = self.kept.of(action, first);
            (!key.is_empty()).then(|| Row {
                words: words(),
                key: key.to_owned(),
                printed: printed(key),
            })
        };
        KEYS.iter().filter_map(row).collect()
    }

    fn is_on(&self) -> bool {
        !self.kept.off
    }

    /// What does what, for the script: nothing at all when keys are off.
    fn for_script(&self) -> String {
        let all = KEYS
            .iter()
            .map(|(action, first, _)| (*action, *first))
            .chain([HELP]);
        let map: serde_json::Map<_, _> = all
            .filter(|_| self.is_on())
            .map(|(action, first)| (self.kept.of(action, first).to_owned(), action.into()))
            .filter(|(key, _)| !key.is_empty())
            .collect();
        serde_json::Value::Object(map).to_string()
    }
}

/// What is printed on a key of a plain keyboard.
fn printed(key: &str) -> String {
    let (shift, code) = key
        .strip_prefix("Shift+")
        .map_or(("", key), |code| ("Shift + ", code));
    let label = match code {
        "Slash" => "/",
        "Period" => ".",
        "Comma" => ",",
        other => other.strip_prefix("Key").unwrap_or(other),
    };
    format!("{shift}{label}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_as_somebody_chose_them_for_contributions() {
        let kept = |json: serde_json::Value| serde_json::from_value::<Kept>(json).unwrap();
        assert_eq!(kept(serde_json::json!({})).of("accept", "KeyF"), "KeyF");
        let changed = kept(serde_json::json!({ "changed": { "accept": "KeyQ", "spam": "" } }));
        assert_eq!(
            (changed.of("accept", "KeyF"), changed.of("spam", "KeyS")),
            ("KeyQ", "")
        );
        assert!(kept(serde_json::json!({ "off": true })).off);
        assert_eq!(
            (printed("KeyJ").as_str(), printed("Shift+Slash").as_str()),
            ("J", "Shift + /")
        );
    }
}
