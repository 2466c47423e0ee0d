//! The lists of the desk: what waits for whom.

use ground::{lang::Message, msg};

/// A list of comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Queue {
    /// Somebody holds something against it.
    Reported,
    /// It waits to be shown.
    #[default]
    Held,
    /// The first of somebody's.
    New,
    /// All of them, the newest first.
    Latest,
    /// The machine decided, and nobody has looked since.
    Machine,
    /// What is said to bans.
    Appeals,
}

impl Queue {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 6] = [
        Self::Reported,
        Self::Held,
        Self::New,
        Self::Latest,
        Self::Machine,
        Self::Appeals,
    ];

    /// As in addresses.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Held => "held",
            Self::New => "new",
            Self::Latest => "latest",
            Self::Machine => "machine",
            Self::Appeals => "appeals",
        }
    }

    /// The list of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|queue| queue.code() == code)
    }

    /// In the words of the desk.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Reported => msg!("cdesk-queue-reported"),
            Self::Held => msg!("cdesk-queue-held"),
            Self::New => msg!("cdesk-queue-new"),
            Self::Latest => msg!("cdesk-queue-latest"),
            Self::Machine => msg!("cdesk-queue-machine"),
            Self::Appeals => msg!("cdesk-queue-appeals"),
        }
    }

    /// What it says when nothing stands in it.
    pub(crate) fn empty_words(self) -> Message {
        match self {
            Self::Reported => msg!("cdesk-empty-reported"),
            Self::Held => msg!("cdesk-empty-held"),
            Self::New => msg!("cdesk-empty-new"),
            Self::Latest => msg!("cdesk-empty-latest"),
            Self::Machine => msg!("cdesk-empty-machine"),
            Self::Appeals => msg!("cdesk-empty-appeals"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_found_by_its_code_and_by_no_other() {
        for queue in Queue::ALL {
            assert_eq!(Queue::from_code(queue.code()), Some(queue));
        }
        assert_eq!(Queue::from_code("Held"), None);
    }
}
