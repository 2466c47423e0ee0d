//! Why a comment is reported.

use ground::{lang::Message, msg};

/// Why somebody reports a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It sells something, or is everywhere.
    Spam,
    /// Hate, insults.
    Hate,
    /// Somebody is threatened, or violence asked for.
    Threat,
    /// It tells what is private about somebody.
    Private,
    /// It is not true.
    False,
    /// It breaks the law: a notice of that, which is answered.
    Legal,
    /// Something else.
    Other,
}

impl Reason {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 7] = [
        Self::Spam,
        Self::Hate,
        Self::Threat,
        Self::Private,
        Self::False,
        Self::Legal,
        Self::Other,
    ];

    /// As in forms and in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Spam => "spam",
            Self::Hate => "hate",
            Self::Threat => "threat",
            Self::Private => "private",
            Self::False => "false",
            Self::Legal => "legal",
            Self::Other => "other",
        }
    }

    /// From a form or the database.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// In words.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Spam => msg!("comment-reason-spam"),
            Self::Hate => msg!("comment-reason-hate"),
            Self::Threat => msg!("comment-reason-threat"),
            Self::Private => msg!("comment-reason-private"),
            Self::False => msg!("comment-reason-false"),
            Self::Legal => msg!("comment-reason-legal"),
            Self::Other => msg!("comment-reason-other"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_known_by_its_code() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_code(reason.code()), Some(reason));
        }
        assert_eq!(Reason::from_code("mood"), None);
    }
}
