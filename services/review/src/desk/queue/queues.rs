//! The queues: what waits for whom.

use ground::{lang::Message, msg, viewer::Editor};

/// A queue of the desk. Which contributions stand in it is said by `desk_queues` in the database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Queue {
    /// Whatever waits for the newsroom.
    #[default]
    Open,
    /// Nobody has looked yet.
    New,
    /// In one's own hands, and not at its end.
    Mine,
    /// Something of the contributor's waits to be read, or was asked for.
    Answer,
    /// One person said yes, a second has to.
    Second,
    /// Accepted; a story has still to be made of it.
    Ready,
    /// Public.
    Published,
    /// Declined, spam or taken back.
    NotUsed,
    /// The program decided, and nobody has looked since.
    Machine,
    /// Somebody may be in danger through it. For those who have the right.
    Risk,
    /// Everything that ever came.
    All,
}

impl Queue {
    /// Whether it holds what waits, of which there is never much, however much has been decided.
    pub(crate) fn is_short(self) -> bool {
        matches!(
            self,
            Self::Open | Self::New | Self::Mine | Self::Answer | Self::Second | Self::Ready | Self::Risk
        )
    }

    /// In the order in which they are offered.
    const ALL: [Self; 11] = [
        Self::Open,
        Self::New,
        Self::Mine,
        Self::Answer,
        Self::Second,
        Self::Ready,
        Self::Published,
        Self::NotUsed,
        Self::Machine,
        Self::Risk,
        Self::All,
    ];

    /// Those that are there for this person, in the order in which they are offered.
    pub(crate) fn of(editor: &Editor) -> impl Iterator<Item = Self> {
        let sees_at_risk = editor.sees_at_risk;
        Self::ALL
            .into_iter()
            .filter(move |queue| sees_at_risk || *queue != Self::Risk)
    }

    /// The queue of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|queue| queue.code() == code)
    }

    /// As in addresses, in class names and in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::New => "new",
            Self::Mine => "mine",
            Self::Answer => "answer",
            Self::Second => "second",
            Self::Ready => "ready",
            Self::Published => "published",
            Self::NotUsed => "not_used",
            Self::Machine => "machine",
            Self::Risk => "risk",
            Self::All => "all",
        }
    }

    /// In the words of the desk.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Open => msg!("queue-open"),
            Self::New => msg!("queue-new"),
            Self::Mine => msg!("queue-mine"),
            Self::Answer => msg!("queue-answer"),
            Self::Second => msg!("queue-second"),
            Self::Ready => msg!("queue-ready"),
            Self::Published => msg!("queue-published"),
            Self::NotUsed => msg!("queue-not-used"),
            Self::Machine => msg!("queue-machine"),
            Self::Risk => msg!("queue-risk"),
            Self::All => msg!("queue-all"),
        }
    }

    /// What it says when nothing stands in it.
    pub(crate) fn empty_words(self) -> Message {
        match self {
            Self::Open | Self::New => msg!("queue-empty-new"),
            Self::Mine => msg!("queue-empty-mine"),
            Self::Answer => msg!("queue-empty-answer"),
            Self::Second => msg!("queue-empty-second"),
            Self::Ready => msg!("queue-empty-ready"),
            Self::Published => msg!("queue-empty-published"),
            Self::NotUsed => msg!("queue-empty-not-used"),
            Self::Machine => msg!("queue-empty-machine"),
            Self::Risk => msg!("queue-empty-risk"),
            Self::All => msg!("queue-empty-all"),
        }
    }

    /// Whether what stands in it still waits for the newsroom: what has waited longest comes first then.
    pub(crate) fn waits(self) -> bool {
        !matches!(self, Self::Published | Self::NotUsed | Self::Machine | Self::All)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queue_is_found_by_its_code_and_by_no_other() {
        for queue in Queue::ALL {
            assert_eq!(Queue::from_code(queue.code()), Some(queue));
        }
        assert_eq!(Queue::from_code("Open"), None);
        assert_eq!(Queue::from_code("shredded"), None);
    }
}
