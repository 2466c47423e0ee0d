//! What is asked of a thread: its order, and from where on.

use chrono::{DateTime, Utc};
use ground::ids::{CommentId, ThreadId};
use serde::Deserialize;

use crate::comment::Comment;

/// In which order the comments at the top stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// The oldest first.
    Oldest,
    /// Those that most people like first.
    Liked,
}

impl Order {
    /// All of them, as they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Newest, Self::Oldest, Self::Liked];

    /// As it stands in an address.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Liked => "liked",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }
}

/// A comment's place among others of its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) likes: i32,
    pub(crate) at: DateTime<Utc>,
    pub(crate) comment_id: CommentId,
}

impl Place {
    pub(crate) fn of(comment: &Comment) -> Self {
        Self {
            likes: comment.like_count,
            at: comment.written_at,
            comment_id: comment.comment_id,
        }
    }

    /// As it stands in an address: likes, microseconds, id.
    pub(crate) fn code(self) -> String {
        format!(
            "{}.{}.{}",
            self.likes,
            self.at.timestamp_micros(),
            self.comment_id
        )
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        Some(Self {
            likes: parts.next()?.parse().ok()?,
            at: DateTime::from_timestamp_micros(parts.next()?.parse().ok()?)?,
            comment_id: parts.next()?.parse().ok()?,
        })
    }
}

/// `?order=…&after=…`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Query {
    order: Option<String>,
    after: Option<String>,
}

/// The part of a thread that is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) order: Order,
    /// After this comment; none: from the beginning.
    pub(crate) after: Option<Place>,
}

impl Query {
    /// None: there is no such part.
    pub(crate) fn part(&self) -> Option<Part> {
        let order = match self.order.as_deref() {
            None | Some("") => Order::default(),
            Some(code) => Order::from_code(code)?,
        };
        let after = match self.after.as_deref() {
            None | Some("") => None,
            Some(text) => Some(Place::parse(text)?),
        };
        Some(Part { order, after })
    }
}

/// The address of a part of a thread.
pub(crate) fn address(thread_id: ThreadId, order: Order, after: Option<Place>) -> String {
    let after = after.map(|place| format!("&after={}", place.code()));
    format!(
        "/threads/{thread_id}?order={}{}",
        order.code(),
        after.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(order: &str, after: &str) -> Option<Part> {
        let query = Query {
            order: Some(order.to_owned()),
            after: Some(after.to_owned()),
        };
        query.part()
    }

    #[test]
    fn a_place_is_found_again_by_its_address() {
        let place = Place {
            likes: 7,
            at: DateTime::from_timestamp_micros(1_800_000_000_000_001).unwrap(),
            comment_id: CommentId(uuid::Uuid::from_u128(9)),
        };
        assert_eq!(Place::parse(&place.code()), Some(place));
        assert_eq!(
            part("liked", &place.code()),
            Some(Part {
                order: Order::Liked,
                after: Some(place)
            })
        );
    }

    #[test]
    fn what_makes_no_sense_is_no_part_of_a_thread() {
        assert_eq!(part("", ""), Some(Part::default()));
        for (order, after) in [
            ("best", ""),
            ("newest'--", ""),
            ("", "1"),
            ("", "1.2"),
            ("", "1.2.3"),
            ("", "x.1.00000000-0000-0000-0000-000000000000"),
            ("", "1.9223372036854775807.00000000-0000-0000-0000-000000000000"),
        ] {
            assert_eq!(part(order, after), None, "{order} {after}");
        }
    }
}
