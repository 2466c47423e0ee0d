//! What became of a comment that was said to be against the law.

use ground::{lang::Message, msg};

use crate::comment::State;

/// As whoever said so is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everybody reads it on.
    Stays,
    /// Nobody reads it any more.
    Gone,
    /// Its author took it back.
    TakenBack,
}

impl Outcome {
    const ALL: [Self; 3] = [Self::Stays, Self::Gone, Self::TakenBack];

    /// By how the comment stands when the newsroom answers.
    pub(crate) fn of(state: State) -> Self {
        match state {
            State::Shown => Self::Stays,
            State::Held | State::Removed | State::Spam => Self::Gone,
            State::Deleted => Self::TakenBack,
        }
    }

    /// As in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Stays => "stays",
            Self::Gone => "gone",
            Self::TakenBack => "taken_back",
        }
    }

    /// From the database.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// In words, as they stand in the answer.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Stays => msg!("says-notice-stays"),
            Self::Gone => msg!("says-notice-gone"),
            Self::TakenBack => msg!("says-notice-taken-back"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_known_by_its_code() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_code(outcome.code()), Some(outcome));
        }
        assert_eq!(Outcome::from_code("maybe"), None);
    }
}
