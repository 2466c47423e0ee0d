//! What a list is asked for, as it stands in its address. Pure.

use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{CommentId, ThreadId},
    lang::Lang,
};
use url::form_urlencoded;

use super::{ADDRESS, queue::Queue};

/// The longest words to look for, in characters.
pub(crate) const WORDS_MAX: usize = 200;

/// A place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) comment_id: CommentId,
}

impl Place {
    /// As text for addresses: microseconds, a dot, the id.
    fn write(self) -> String {
        format!("{}.{}", self.written_at.timestamp_micros(), self.comment_id)
    }

    fn parse(text: &str) -> Option<Self> {
        let (micros, id) = text.split_once('.')?;
        Some(Self {
            written_at: DateTime::from_timestamp_micros(micros.parse().ok()?)?,
            comment_id: id.parse().ok()?,
        })
    }
}

/// A list, and which of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// None: the first in which something waits.
    pub(crate) queue: Option<Queue>,
    pub(crate) thread: Option<ThreadId>,
    /// Everything that whoever wrote this one wrote.
    pub(crate) person: Option<CommentId>,
    pub(crate) language: Option<Lang>,
    /// As typed.
    pub(crate) words: String,
    /// Behind this one.
    pub(crate) after: Option<Place>,
}

impl Asked {
    /// Reads an address's query. What no page of ours writes is no address.
    pub(crate) fn parse(query: &str) -> Result<Self, Failure> {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if value.is_empty() {
                continue;
            }
            let bad = Failure::NotFound;
            match name.as_ref() {
                "queue" => asked.queue = Some(Queue::from_code(&value).ok_or(bad)?),
                "thread" => asked.thread = Some(value.parse().map_err(|_| bad)?),
                "person" => asked.person = Some(value.parse().map_err(|_| bad)?),
                "language" => asked.language = Some(Lang::from_code(&value).ok_or(bad)?),
                "q" => asked.words = value.trim().chars().take(WORDS_MAX).collect(),
                "after" => asked.after = Some(Place::parse(&value).ok_or(bad)?),
                _ => {}
            }
        }
        Ok(asked)
    }

    /// The list that is meant; where none is named, what waits.
    pub(crate) fn queue(&self) -> Queue {
        let narrowed = self.thread.is_some() || self.person.is_some();
        self.queue
            .unwrap_or(if narrowed { Queue::Latest } else { Queue::default() })
    }

    /// Whether anything but the list itself is asked for.
    pub(crate) fn is_filtered(&self) -> bool {
        self.thread.is_some() || self.person.is_some() || self.language.is_some() || !self.words.is_empty()
    }

    /// The address of this list, from its beginning.
    pub(crate) fn address(&self) -> String {
        self.address_at(None)
    }

    /// The address of this list from a place on.
    pub(crate) fn address_at(&self, after: Option<Place>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("queue", self.queue().code());
        if let Some(thread) = self.thread {
            query.append_pair("thread", &thread.to_string());
        }
        if let Some(person) = self.person {
            query.append_pair("person", &person.to_string());
        }
        if let Some(language) = self.language {
            query.append_pair("language", language.code());
        }
        if !self.words.is_empty() {
            query.append_pair("q", &self.words);
        }
        if let Some(after) = after {
            query.append_pair("after", &after.write());
        }
        format!("{ADDRESS}?{}", query.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_asked_for_and_nothing_else_is_one() {
        let id = uuid::Uuid::from_u128(7);
        let asked = Asked {
            queue: Some(Queue::Machine),
            thread: Some(ThreadId(id)),
            person: Some(CommentId(id)),
            language: Some(Lang::Ckb),
            words: "دەنگ & dr".to_owned(),
            after: None,
        };
        let place = Place {
            written_at: DateTime::from_timestamp_micros(1_800_000_000_000_001).unwrap(),
            comment_id: CommentId(id),
        };
        let at = |after: Option<Place>| {
            let address = asked.address_at(after);
            Asked::parse(address.split_once('?').unwrap().1).unwrap()
        };
        assert_eq!(at(None), asked);
        assert_eq!(at(Some(place)).after, Some(place));
        for bad in [
            "queue=shred",
            "thread=1",
            "person=x",
            "language=xx",
            "after=1",
            "after=x.1",
        ] {
            assert!(Asked::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Asked::parse("queue=&q=+&lang=ar").unwrap(), Asked::default());
    }

    #[test]
    fn who_asks_for_a_person_or_a_thread_sees_all_of_it() {
        let id = uuid::Uuid::from_u128(7);
        assert_eq!(Asked::parse("").unwrap().queue(), Queue::Held);
        assert_eq!(
            Asked::parse(&format!("person={id}")).unwrap().queue(),
            Queue::Latest
        );
        assert_eq!(
            Asked::parse(&format!("person={id}&queue=held")).unwrap().queue(),
            Queue::Held
        );
    }
}
