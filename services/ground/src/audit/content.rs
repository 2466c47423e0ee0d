//! What was written, as bytes that are the same whenever the same was written.

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::Key;

/// Fields one after another, each with its length before it, so that no two rows are the same bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content(Vec<u8>);

/// The length of what is not there.
const ABSENT: u64 = u64::MAX;

impl Content {
    /// Adds bytes.
    #[must_use]
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        let length = u64::try_from(bytes.len()).unwrap_or(ABSENT - 1);
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    fn absent(mut self) -> Self {
        self.0.extend_from_slice(&ABSENT.to_le_bytes());
        self
    }

    /// Adds words.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, number: i64) -> Self {
        self.bytes(&number.to_le_bytes())
    }

    /// Adds an id, if there is one.
    #[must_use]
    pub fn id(self, id: Option<Uuid>) -> Self {
        match id {
            Some(id) => self.bytes(id.as_bytes()),
            None => self.absent(),
        }
    }

    /// Adds a time, as PostgreSQL keeps it.
    #[must_use]
    pub fn time(self, at: DateTime<Utc>) -> Self {
        self.number(at.timestamp_micros())
    }

    /// Adds JSON: keys in their order, whatever order they came in.
    #[must_use]
    pub fn json(self, value: &Value) -> Self {
        let mut text = String::new();
        write(value, &mut text);
        self.text(&text)
    }

    /// Under this key.
    pub fn hash(&self, key: &Key) -> [u8; 32] {
        key.hash(&self.0)
    }
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable();
            out.push('{');
            for (number, key) in keys.into_iter().enumerate() {
                if number > 0 {
                    out.push(',');
                }
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                write(map.get(key).unwrap_or(&Value::Null), out);
            }
            out.push('}');
        }
        Value::Array(values) => {
            out.push('[');
            for (number, value) in values.iter().enumerate() {
                if number > 0 {
                    out.push(',');
                }
                write(value, out);
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_differs_is_written_differently_and_the_order_of_keys_is_no_difference() {
        let all = [
            Content::default(),
            Content::default().text(""),
            Content::default().text("").text(""),
            Content::default().text("ab").text("c"),
            Content::default().text("a").text("bc"),
            Content::default().id(None),
            Content::default().id(Some(Uuid::nil())),
            Content::default().number(1),
            Content::default().json(&json!({"a": 1})),
            Content::default().json(&json!({"a": "1"})),
            Content::default().json(&json!({"a": [1, 2]})),
            Content::default().json(&json!({"a": [12]})),
            Content::default().json(&json!({"a": {"b": null}})),
        ];
        for (number, one) in all.iter().enumerate() {
            for other in all.iter().skip(number + 1) {
                assert_ne!(one, other);
            }
        }
        let (one, other) = (
            json!({"b": {"d": 1, "c": 2}, "a": 3}),
            json!({"a": 3, "b": {"c": 2, "d": 1}}),
        );
        assert_eq!(Content::default().json(&one), Content::default().json(&other));
    }
}
