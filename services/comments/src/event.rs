//! What was done to a comment, as the newsroom reads it beside the comment.

/// One thing that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The machine held it, by a rule.
    HeldByRule,
    /// The machine took it away, by a rule.
    SpamByRule,
    /// So many reported it that it waits.
    HeldByReports,
    /// Its author changed it.
    Edited,
    /// Its author took it back.
    Deleted,
    /// Somebody reported it.
    Reported,
    /// The newsroom showed it.
    Shown,
    /// The newsroom took it away, and said why.
    Removed,
    /// The newsroom took it away without a word.
    Spam,
    /// The newsroom read what was reported, and left it.
    ReportsLeft,
    /// What You Say shows it first.
    Pinned,
    /// Not any more.
    Unpinned,
    /// The newsroom recommends it.
    Promoted,
    /// Not any more.
    Unpromoted,
    /// A press at the desk was undone.
    Undone,
    /// Somebody of the newsroom looked at a guest's address.
    EmailRevealed,
    /// Its author may not comment for a while.
    Banned,
    /// A contribution was made of it; which.
    Contributed,
    /// The newsroom answered a notice that it is against the law.
    NoticeAnswered,
    /// Somebody of the newsroom took it out of a colleague's hands, with a word to them.
    TakenOver,
}

impl Kind {
    /// All of them.
    pub(crate) const ALL: [Self; 20] = [
        Self::HeldByRule,
        Self::SpamByRule,
        Self::HeldByReports,
        Self::Edited,
        Self::Deleted,
        Self::Reported,
        Self::Shown,
        Self::Removed,
        Self::Spam,
        Self::ReportsLeft,
        Self::Pinned,
        Self::Unpinned,
        Self::Promoted,
        Self::Unpromoted,
        Self::Undone,
        Self::EmailRevealed,
        Self::Banned,
        Self::Contributed,
        Self::NoticeAnswered,
        Self::TakenOver,
    ];

    /// As in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::HeldByRule => "held_by_rule",
            Self::SpamByRule => "spam_by_rule",
            Self::HeldByReports => "held_by_reports",
            Self::Edited => "edited",
            Self::Deleted => "deleted",
            Self::Reported => "reported",
            Self::Shown => "shown",
            Self::Removed => "removed",
            Self::Spam => "spam",
            Self::ReportsLeft => "reports_left",
            Self::Pinned => "pinned",
            Self::Unpinned => "unpinned",
            Self::Promoted => "promoted",
            Self::Unpromoted => "unpromoted",
            Self::Undone => "undone",
            Self::EmailRevealed => "email_revealed",
            Self::Banned => "banned",
            Self::Contributed => "contributed",
            Self::NoticeAnswered => "notice_answered",
            Self::TakenOver => "taken_over",
        }
    }

    /// From the database.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known_by_its_code() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("what no version of ours says"), None);
    }
}
