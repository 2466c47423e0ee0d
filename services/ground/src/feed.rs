//! What feeds of every kind are made with: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use crate::lang::Lang;

/// What stands above the entries. Every text is clean.
pub struct Head {
    /// Of the feed.
    pub title: String,
    /// What it tells of.
    pub description: String,
    /// Of the newsroom.
    pub author: String,
    /// The page that it belongs to.
    pub home: String,
    /// Of the feed itself.
    pub address: String,
    /// Of these texts.
    pub language: Lang,
    /// Of its newest entry.
    pub updated_at: DateTime<Utc>,
}

impl Head {
    /// As Atom wants it.
    pub fn updated(&self) -> String {
        rfc3339(self.updated_at)
    }

    /// As RSS wants it.
    pub fn updated_rfc822(&self) -> String {
        rfc822(self.updated_at)
    }

    /// A whole JSON Feed 1.1 of these items.
    pub fn json(&self, items: &[Value]) -> Value {
        json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "description": self.description,
            "home_page_url": self.home,
            "feed_url": self.address,
            "language": self.language.code(),
            "authors": [{ "name": self.author }],
            "items": items,
        })
    }
}

/// What XML 1.0 can carry of a text (2.2, Char): the rest has no place in it, escaped or not. Marks of direction stay.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..))
        .collect()
}

/// Words of ours, clean, without the marks that isolate a name in running text: feeds show it by itself.
pub fn plain(words: &str) -> String {
    clean(words).replace(['\u{2068}', '\u{2069}'], "")
}

/// A text as HTML, for elements whose text is HTML again (RSS 2.0, `description`).
pub fn as_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

/// RFC 3339, in seconds.
pub fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// RFC 822 with four digits of a year, as RSS wants it.
pub fn rfc822(at: DateTime<Utc>) -> String {
    at.to_rfc2822()
}
