//! What pages are about, and what the database says of it.

use crate::ids::{StoryId, ThreadId};

/// What a page shows: when it changes, the page is made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// One story.
    Story(StoryId),
    /// Stories, whichever: for lists.
    Stories,
    /// What is said in one thread.
    Thread(ThreadId),
    /// What is said anywhere: for What You Say.
    Threads,
    /// Headlines of the newsroom's own feed.
    Elsewhere,
}

impl Topic {
    /// What a word on the channel `public` is of; `None`: of everything, since it is none that this version knows.
    pub(super) fn said(payload: &str) -> Option<Vec<Self>> {
        match payload.split_once(':') {
            Some(("story", id)) => Some(vec![Self::Story(id.parse().ok()?), Self::Stories]),
            Some(("thread", id)) => Some(vec![Self::Thread(id.parse().ok()?), Self::Threads]),
            None if payload == "elsewhere" => Some(vec![Self::Elsewhere]),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_word_is_of_one_thing_and_of_its_kind_or_of_everything() {
        let id = Uuid::from_u128(7);
        let story = vec![Topic::Story(StoryId(id)), Topic::Stories];
        assert_eq!(Topic::said(&format!("story:{id}")), Some(story));
        let thread = vec![Topic::Thread(ThreadId(id)), Topic::Threads];
        assert_eq!(Topic::said(&format!("thread:{id}")), Some(thread));
        assert_eq!(Topic::said("elsewhere"), Some(vec![Topic::Elsewhere]));
        for unknown in [
            "",
            "story",
            "story:",
            "story:x",
            "thread:7",
            "what no version says",
        ] {
            assert_eq!(Topic::said(unknown), None, "{unknown}");
        }
    }
}
