//! Typed ids, so that a story can never be asked for by the id of an account.
//!
//! All are UUID version 7 (RFC 9562): their first 48 bits are milliseconds, so rows that came together
//! lie together in an index. They are names, not secrets: what must not be guessed comes from
//! [`crate::secret`].

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::audit;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            sqlx::Type, serde::Serialize, serde::Deserialize,
        )]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    };
}

id!(
    /// A contribution, from the moment its form is first shown.
    SubmissionId
);
id!(
    /// Bytes on their way in.
    UploadId
);
id!(
    /// A picture, video or sound made of an upload.
    MediaId
);
id!(
    /// One sealed object of a medium's original. A second attempt to seal it makes another.
    SealId
);
id!(
    /// What is published: a copy of a contribution's text and chosen media.
    StoryId
);
id!(
    /// Where people talk: under a story, or under a page of the newsroom's own site.
    ThreadId
);
id!(
    /// What somebody says in a thread, from the moment its form is first shown.
    CommentId
);
id!(
    /// What somebody holds against a comment.
    ReportId
);
id!(
    /// That somebody may not comment.
    BanId
);
id!(
    /// A person who can sign in.
    AccountId
);
id!(
    /// Somebody who sends, told apart without saying who they are.
    PersonId
);
id!(
    /// What someone of the newsroom noted for colleagues, or for themselves.
    NoteId
);
id!(
    /// One press at the desk, about one contribution or about many: what is undone as a whole.
    BatchId
);
id!(
    /// What desk or contributor said to each other by one form, from the moment that form is first shown.
    SendingId
);
id!(
    /// One thing that desk or contributor said to the other.
    MessageId
);
id!(
    /// An answer that the newsroom keeps ready.
    ReplyId
);
id!(
    /// A list that somebody of the newsroom keeps at hand.
    ViewId
);
id!(
    /// One entry of a contribution's history.
    EventId
);
id!(
    /// A link that lets one person become an editor.
    InvitationId
);
id!(
    /// Something that happened to an account.
    AccountEventId
);
id!(
    /// A browser that is signed in, in lists; no secret.
    SessionId
);
id!(
    /// A code and a link that were sent to an address.
    MailCodeId
);
id!(
    /// A mail to someone with an account, or about to have one.
    LetterId
);
id!(
    /// A browser that may be told that there is news; no secret.
    PushSubscriptionId
);
id!(
    /// A piece of work in the queue.
    JobId
);
id!(
    /// What a person is shown when something broke on our side, and what the log calls the same fault.
    IncidentId
);

/// Where ids come from: the system's randomness, or (in tests) a counter that repeats. Whoever gives a new event its id
/// also links it to the audit chain, so the key of the chain is here, too.
#[derive(Clone, Debug)]
pub struct Ids {
    source: Source,
    audit: Option<audit::Key>,
}

#[derive(Clone, Debug)]
enum Source {
    System,
    Counting(Arc<Mutex<u64>>),
}

impl Ids {
    /// Time-ordered ids with 74 random bits.
    pub fn system() -> Self {
        Self::of(Source::System)
    }

    /// The same ids in every run: 1, 2, 3 …
    pub fn counting() -> Self {
        Self::of(Source::Counting(Arc::default()))
    }

    /// Without a key, events cannot be written: the house gives its own. Tests have one from the start.
    fn of(source: Source) -> Self {
        #[cfg(any(test, feature = "testing"))]
        let audit = Some(audit::Key::of(&crate::secret::ServerKey::fixed()));
        #[cfg(not(any(test, feature = "testing")))]
        let audit = None;
        Self { source, audit }
    }

    /// The same, with the key under which events are chained.
    #[must_use]
    pub fn with_audit_key(self, key: audit::Key) -> Self {
        Self {
            audit: Some(key),
            ..self
        }
    }

    pub(crate) fn audit_key(&self) -> Option<&audit::Key> {
        self.audit.as_ref()
    }

    /// A new id for something that comes to be at `now`.
    pub fn mint<Id: From<Uuid>>(&self, now: DateTime<Utc>) -> Id {
        let uuid = match &self.source {
            Source::System => {
                let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
                uuid::Builder::from_unix_timestamp_millis(millis, &crate::secret::random::<10>()).into_uuid()
            }
            Source::Counting(next) => {
                let mut next = next.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                *next += 1;
                Uuid::from_u128(u128::from(*next))
            }
        };
        Id::from(uuid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_millisecond_differ_and_later_ids_sort_after() {
        let ids = Ids::system();
        let now = DateTime::from_timestamp_millis(1_800_000_000_000).unwrap();
        let (first, second): (StoryId, StoryId) = (ids.mint(now), ids.mint(now));
        let later: StoryId = ids.mint(now + chrono::TimeDelta::milliseconds(1));
        assert_ne!(first, second);
        assert!(later > first && later > second);
        assert_eq!(first.0.get_version_num(), 7);
    }
}
