//! What someone of the newsroom did to contributions with one press, and can undo for a while.

use ground::{lang::Message, msg};

/// One press. Of one contribution, or of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Taken into review.
    Take,
    /// A yes, the first or the one that decides.
    Accept,
    Decline,
    Spam,
    /// A decision was taken back.
    Reopen,
    /// What the program decided was right.
    Confirm,
    /// A story was made public.
    Publish,
    /// A tag was added.
    Tag,
    /// It was put into a category.
    Category,
}

impl Deed {
    const ALL: [Self; 9] = [
        Self::Take,
        Self::Accept,
        Self::Decline,
        Self::Spam,
        Self::Reopen,
        Self::Confirm,
        Self::Publish,
        Self::Tag,
        Self::Category,
    ];

    /// As in forms and in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Spam => "spam",
            Self::Reopen => "reopen",
            Self::Confirm => "confirm",
            Self::Publish => "publish",
            Self::Tag => "tag",
            Self::Category => "category",
        }
    }

    /// The deed of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.code() == code)
    }

    /// Whether it only says of what sort a contribution is, so that nothing follows from it.
    pub(crate) fn is_label(self) -> bool {
        matches!(self, Self::Tag | Self::Category)
    }

    /// Done, to so many contributions.
    pub(crate) fn done(self, count: i64) -> Message {
        match self {
            Self::Take => msg!("decide-done-take"),
            Self::Accept => msg!("decide-done-accept"),
            Self::Decline => msg!("decide-done-decline"),
            Self::Spam => msg!("decide-done-spam"),
            Self::Reopen => msg!("decide-done-reopen"),
            Self::Confirm => msg!("decide-done-confirm"),
            Self::Publish => msg!("decide-done-publish"),
            Self::Tag => msg!("decide-done-tag"),
            Self::Category => msg!("decide-done-category"),
        }
        .n("count", count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_is_read_back_as_what_was_written() {
        for deed in Deed::ALL {
            assert_eq!(Deed::from_code(deed.code()), Some(deed));
        }
        assert_eq!(Deed::from_code("shred"), None);
    }
}
