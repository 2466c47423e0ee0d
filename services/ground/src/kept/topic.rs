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

/// What a word on the channel `public` is of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) topics: Vec<Topic>,
    /// Something came, and nothing was taken back: who does not see it yet sees nothing that is wrong.
    pub(super) only_adds: bool,
}

impl Change {
    /// `None`: of everything, since it is none that this version knows.
    pub(super) fn said(payload: &str) -> Option<Self> {
        let (topics, only_adds) = match payload.split_once(':') {
            Some(("story", id)) => (vec![Topic::Story(id.parse().ok()?), Topic::Stories], false),
            Some((kind @ ("thread" | "thread+"), id)) => {
                let thread = vec![Topic::Thread(id.parse().ok()?), Topic::Threads];
                (thread, kind == "thread+")
            }
            None if payload == "elsewhere" => (vec![Topic::Elsewhere], false),
            _ => return None,
        };
        Some(Self { topics, only_adds })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_word_is_of_one_thing_and_of_its_kind_or_of_everything() {
        let id = Uuid::from_u128(7);
        let said = |payload: &str, topics: Vec<Topic>, only_adds| {
            let change = Change { topics, only_adds };
            assert_eq!(Change::said(payload), Some(change), "{payload}");
        };
        let story = vec![Topic::Story(StoryId(id)), Topic::Stories];
        let thread = vec![Topic::Thread(ThreadId(id)), Topic::Threads];
        said(&format!("story:{id}"), story, false);
        said(&format!("thread:{id}"), thread.clone(), false);
        said(&format!("thread+:{id}"), thread, true);
        said("elsewhere", vec![Topic::Elsewhere], false);
        for unknown in [
            "",
            "story",
            "story:",
            "story:x",
            "story+:00000000-0000-0000-0000-000000000007",
            "thread:7",
            "what no version says",
        ] {
            assert_eq!(Change::said(unknown), None, "{unknown}");
        }
    }
}
