//! What the address of a list asks for: a queue and filters that combine. Pure: no database, no clock.
//!
//! Filters of one kind are alternatives (`language=ckb&language=kmr`), but for what a contribution has and how it is tagged: there
//! all are asked for. What cannot be read is put aside, and the page says so; only a queue that does not exist, or a place
//! in the list that cannot be one, makes an address wrong.

use chrono::NaiveDate;
use ground::{
    Failure,
    ids::{AccountId, PersonId, SubmissionId},
    lang::Lang,
    viewer::Editor,
};
use url::form_urlencoded;

use super::queues::Queue;
use crate::{
    desk::{parse_cursor, write_cursor},
    store::desk::Cursor,
    submission::{Consent, State},
};

/// So many filters of one kind are heard.
const MOST: usize = 20;
/// The longest text of a filter, in characters.
const LONGEST: usize = 200;
/// So much of an address is read, in bytes.
const READ: usize = 4096;

/// Defines an enum of codes in addresses.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// In the order in which they are offered.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// As in addresses.
            pub(crate) fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The one of an exact code.
            pub(crate) fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

codes!(
    /// What a contribution consists of.
    Kind { Photo = "photo", Film = "film", Sound = "sound", Text = "text" }
);
codes!(
    /// What a contribution has.
    Has { Gps = "gps", C2pa = "c2pa", Repeats = "repeats", Files = "files", Refused = "refused" }
);
codes!(
    /// For how long it has waited at least.
    Older {
        /// An hour.
        Hour = "1h",
        /// Six hours.
        Shift = "6h",
        /// A day.
        Day = "1d",
        /// Three days.
        Days = "3d",
        /// A week.
        Week = "7d",
        /// Thirty days.
        Month = "30d",
    }
);
codes!(
    /// What is put together in the list.
    Group { Person = "person", Place = "place", Likeness = "likeness" }
);
codes!(
    /// How the list looks.
    View { List = "list", Grid = "grid" }
);
codes!(
    /// What comes first.
    Order { Oldest = "oldest", Newest = "newest" }
);

/// Who works at it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claimed {
    /// Who asks.
    Me,
    /// Nobody.
    Nobody,
    /// Anybody but who asks.
    Other,
    /// This person.
    By(AccountId),
}

impl Claimed {
    /// As in addresses.
    pub(crate) fn code(self) -> String {
        match self {
            Self::Me => "me".to_owned(),
            Self::Nobody => "nobody".to_owned(),
            Self::Other => "other".to_owned(),
            Self::By(account_id) => account_id.to_string(),
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        match code {
            "me" => Some(Self::Me),
            "nobody" => Some(Self::Nobody),
            "other" => Some(Self::Other),
            _ => code.parse().ok().map(Self::By),
        }
    }
}

/// On which side of a place in the list, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// What comes before it.
    Before(Cursor),
    /// What comes after it.
    After(Cursor),
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// None: nothing was said of it.
    pub(crate) queue: Option<Queue>,
    pub(crate) states: Vec<State>,
    pub(crate) langs: Vec<Lang>,
    pub(crate) consents: Vec<Consent>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) has: Vec<Has>,
    pub(crate) warnings: Vec<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) person: Option<PersonId>,
    pub(crate) place: Option<String>,
    /// All that show the same as the oldest of them, which is this one.
    pub(crate) like: Option<SubmissionId>,
    /// Days in the newsroom's time zone, both of them among those that are meant.
    pub(crate) since: Option<NaiveDate>,
    pub(crate) until: Option<NaiveDate>,
    pub(crate) older: Option<Older>,
    pub(crate) claimed: Option<Claimed>,
    /// Words to search for, as typed.
    pub(crate) words: Option<String>,
    pub(crate) group: Option<Group>,
    pub(crate) view: Option<View>,
    pub(crate) order: Option<Order>,
    /// A place in the list.
    pub(crate) page: Option<Page>,
    /// What could not be read, as it was written.
    pub(crate) unread: Vec<String>,
}

impl Asked {
    /// Reads what comes after `?`.
    ///
    /// # Errors
    /// 404 for a queue or a place in the list that cannot be.
    pub(crate) fn parse(query: &str) -> Result<Self, Failure> {
        let mut asked = Self::default();
        let end = query.floor_char_boundary(READ);
        for (name, value) in form_urlencoded::parse(query.get(..end).unwrap_or_default().as_bytes()) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match &*name {
                "queue" => asked.queue = Some(Queue::from_code(value).ok_or(Failure::NotFound)?),
                "before" => asked.page = Some(Page::Before(parse_cursor(value)?)),
                "after" => asked.page = Some(Page::After(parse_cursor(value)?)),
                name => {
                    if asked.read(name, value) == Some(false) && asked.unread.len() < MOST {
                        let value: String = value.chars().take(LONGEST).collect();
                        asked.unread.push(format!("{name}={value}"));
                    }
                }
            }
        }
        Ok(asked)
    }

    /// Reads one filter. None: it is none of the list's.
    fn read(&mut self, name: &str, value: &str) -> Option<bool> {
        let read = match name {
            "state" => add(&mut self.states, state_of(value)),
            // Not `lang`: by that every page is asked for in a language.
            "language" => add(&mut self.langs, Lang::from_code(value)),
            "consent" => add(&mut self.consents, Consent::from_code(value)),
            "kind" => add(&mut self.kinds, Kind::from_code(value)),
            "has" => add(&mut self.has, Has::from_code(value)),
            "warn" => add(&mut self.warnings, code(value)),
            "category" => add(&mut self.categories, code(value)),
            "tag" => add(&mut self.tags, text(value)),
            "person" => set(&mut self.person, value.parse().ok()),
            "place" => set(&mut self.place, text(value)),
            "like" => set(&mut self.like, value.parse().ok()),
            "since" => set(&mut self.since, day(value)),
            "until" => set(&mut self.until, day(value)),
            "older" => set(&mut self.older, Older::from_code(value)),
            "claimed" => set(&mut self.claimed, Claimed::from_code(value)),
            "q" => set(&mut self.words, text(value)),
            "group" => set(&mut self.group, Group::from_code(value)),
            "view" => set(&mut self.view, View::from_code(value)),
            "order" => set(&mut self.order, Order::from_code(value)),
            _ => return None,
        };
        Some(read)
    }

    /// The queue that is meant. Who asks for a state and names no queue means everything.
    pub(crate) fn queue(&self) -> Queue {
        self.queue.unwrap_or(if self.states.is_empty() {
            Queue::Open
        } else {
            Queue::All
        })
    }

    /// What comes first: what has waited longest, where something waits.
    pub(crate) fn order(&self) -> Order {
        self.order.unwrap_or(if self.queue().waits() {
            Order::Oldest
        } else {
            Order::Newest
        })
    }

    /// How it looks.
    pub(crate) fn is_grid(&self) -> bool {
        self.view == Some(View::Grid)
    }

    /// Whether this list is there for somebody.
    pub(crate) fn is_for(&self, editor: &Editor) -> bool {
        editor.sees_at_risk || self.queue() != Queue::Risk
    }

    /// Whether anything narrows the queue.
    pub(crate) fn is_filtered(&self) -> bool {
        !self.filters().is_empty()
    }

    /// What narrows the queue, as pairs of an address.
    pub(crate) fn filters(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&'static str, String)> = Vec::new();
        let mut all = |name, codes: Vec<String>| {
            pairs.extend(codes.into_iter().map(|code| (name, code)));
        };
        let own = |code: &str| code.to_owned();
        all("q", self.words.iter().cloned().collect());
        all("state", self.states.iter().map(|one| own(one.code())).collect());
        all("language", self.langs.iter().map(|one| own(one.code())).collect());
        all(
            "consent",
            self.consents.iter().map(|one| own(one.code())).collect(),
        );
        all("kind", self.kinds.iter().map(|one| own(one.code())).collect());
        all("has", self.has.iter().map(|one| own(one.code())).collect());
        all("warn", self.warnings.clone());
        all("category", self.categories.clone());
        all("tag", self.tags.clone());
        all("person", self.person.iter().map(ToString::to_string).collect());
        all("place", self.place.iter().cloned().collect());
        all("like", self.like.iter().map(ToString::to_string).collect());
        all("since", self.since.iter().map(ToString::to_string).collect());
        all("until", self.until.iter().map(ToString::to_string).collect());
        all("older", self.older.iter().map(|one| own(one.code())).collect());
        all("claimed", self.claimed.iter().map(|one| one.code()).collect());
        pairs
    }

    /// The list without its place: what is saved, and what travels to a contribution's page.
    pub(crate) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(queue) = self.queue {
            query.append_pair("queue", queue.code());
        }
        query.extend_pairs(self.filters());
        let looks = [
            ("group", self.group.map(Group::code)),
            ("view", self.view.map(View::code)),
            ("order", self.order.map(Order::code)),
        ];
        for (name, code) in looks {
            if let Some(code) = code {
                query.append_pair(name, code);
            }
        }
        query.finish()
    }

    /// The address of the list, from its beginning.
    pub(crate) fn address(&self) -> String {
        match self.query() {
            query if query.is_empty() => "/desk".to_owned(),
            query => format!("/desk?{query}"),
        }
    }

    /// The address of the list from a place of it on.
    pub(crate) fn address_at(&self, page: Page) -> String {
        let (name, cursor) = match page {
            Page::Before(cursor) => ("before", cursor),
            Page::After(cursor) => ("after", cursor),
        };
        let query = self.query();
        let and = if query.is_empty() { "" } else { "&" };
        format!("/desk?{query}{and}{name}={}", write_cursor(cursor))
    }

    /// The same without one filter.
    pub(crate) fn without(&self, name: &str, value: &str) -> Self {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (its_name, its_value) in form_urlencoded::parse(self.query().as_bytes()) {
            if its_name != name || its_value != value {
                query.append_pair(&its_name, &its_value);
            }
        }
        // What was written from what was read can be read.
        Self::parse(&query.finish()).unwrap_or_default()
    }
}

fn add<T: PartialEq>(all: &mut Vec<T>, one: Option<T>) -> bool {
    match one {
        Some(one) if all.contains(&one) => true,
        Some(one) if all.len() < MOST => {
            all.push(one);
            true
        }
        _ => false,
    }
}

fn set<T>(place: &mut Option<T>, one: Option<T>) -> bool {
    let read = one.is_some();
    *place = one.or(place.take());
    read
}

fn state_of(code: &str) -> Option<State> {
    [
        State::Received,
        State::InReview,
        State::NeedsReply,
        State::Accepted,
        State::Published,
        State::Declined,
        State::Withdrawn,
        State::Spam,
    ]
    .into_iter()
    .find(|state| state.code() == code)
}

/// A code of the newsroom's own: which there are is known elsewhere.
fn code(value: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    (value.len() <= 40 && value.bytes().all(plain)).then(|| value.to_owned())
}

/// A stranger's or a colleague's words. PostgreSQL keeps no text with a zero in it.
fn text(value: &str) -> Option<String> {
    let sound = value.chars().count() <= LONGEST && !value.contains('\0');
    sound.then(|| value.to_owned())
}

fn day(value: &str) -> Option<NaiveDate> {
    let day: NaiveDate = value.parse().ok()?;
    // Days that a calendar on the wall could have, so that what is reckoned from them is a time.
    let first = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(9999, 12, 30)?;
    (first..=last).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests;
