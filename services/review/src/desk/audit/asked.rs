//! Which links are asked for: the same in addresses and in forms.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use ground::{audit::Filter, viewer::Editor, web::Site};
use serde::Deserialize;

/// As it comes. What cannot be read is as if it were not said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) person: String,
    pub(super) kind: String,
    pub(super) item: String,
    /// Days, as a date field writes them.
    pub(super) from: String,
    pub(super) until: String,
    pub(super) before: String,
}

impl Asked {
    /// What the chain is asked.
    pub(super) fn filter(&self, site: &Site, editor: &Editor) -> Filter {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Filter {
            person: self.person.trim().parse().ok(),
            kind: text(&self.kind),
            submission_id: self.item.trim().parse().ok(),
            from: day(site, &self.from, 0),
            until: day(site, &self.until, 1),
            at_risk: editor.sees_at_risk,
        }
    }

    /// Whether it is more than everything.
    pub(super) fn is_any(&self) -> bool {
        [&self.person, &self.kind, &self.item, &self.from, &self.until]
            .iter()
            .any(|field| !field.is_empty())
    }

    /// The number below which it goes on.
    pub(super) fn before(&self) -> Option<i64> {
        self.before.parse().ok()
    }

    /// The same from another place on.
    pub(super) fn query(&self, before: Option<i64>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let before = before.map(|before| before.to_string()).unwrap_or_default();
        for (name, value) in [
            ("person", &self.person),
            ("kind", &self.kind),
            ("item", &self.item),
            ("from", &self.from),
            ("until", &self.until),
            ("before", &before),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.finish()
    }
}

/// The beginning of a day where the newsroom is, or of the day so many after it.
fn day(site: &Site, typed: &str, after: u64) -> Option<DateTime<Utc>> {
    let day: NaiveDate = typed.trim().parse().ok()?;
    let day = day.checked_add_days(Days::new(after))?;
    let begins = day.and_time(NaiveTime::MIN).and_local_timezone(site.time_zone);
    Some(begins.earliest()?.with_timezone(&Utc))
}
