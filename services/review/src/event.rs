//! What can happen to a contribution, as its history tells it.

use ground::{lang::Message, msg};

use crate::submission::DeclineReason;

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventKind {
    /// It came in.
    Sent,
    /// The contributor added files to it.
    FilesAdded,
    /// The contributor was told so by mail.
    Acknowledged,
    /// An editor took it up.
    Opened,
    /// An editor said yes.
    Accepted,
    /// An editor said no.
    Declined(DeclineReason),
    /// An editor called it no contribution.
    Spam,
    /// A decision was taken back.
    Reopened,
    /// A story made of it went public.
    Published,
    /// That story was changed.
    StoryEdited,
    /// It was taken back.
    Withdrawn,
    /// Its contributor took it into their account.
    Claimed,
    /// Its contributor took a copy of it along.
    Exported,
    /// Someone took the original of a file out of its seal.
    OriginalOpened,
    /// The original of a file was found changed or gone.
    OriginalDamaged,
}

impl EventKind {
    /// As in the database and in addresses.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::FilesAdded => "files_added",
            Self::Acknowledged => "acknowledged",
            Self::Opened => "opened",
            Self::Accepted => "accepted",
            Self::Declined(_) => "declined",
            Self::Spam => "spam",
            Self::Reopened => "reopened",
            Self::Published => "published",
            Self::StoryEdited => "story_edited",
            Self::Withdrawn => "withdrawn",
            Self::Claimed => "claimed",
            Self::Exported => "exported",
            Self::OriginalOpened => "original_opened",
            Self::OriginalDamaged => "original_damaged",
        }
    }

    /// What a row of the history says. None for a kind or reason that this version does not know.
    pub(crate) fn from_code(code: &str, reason: Option<&str>) -> Option<Self> {
        Some(match code {
            "sent" => Self::Sent,
            "files_added" => Self::FilesAdded,
            "acknowledged" => Self::Acknowledged,
            "opened" => Self::Opened,
            "accepted" => Self::Accepted,
            "declined" => Self::Declined(reason.and_then(DeclineReason::from_code)?),
            "spam" => Self::Spam,
            "reopened" => Self::Reopened,
            "published" => Self::Published,
            "story_edited" => Self::StoryEdited,
            "withdrawn" => Self::Withdrawn,
            "claimed" => Self::Claimed,
            "exported" => Self::Exported,
            "original_opened" => Self::OriginalOpened,
            "original_damaged" => Self::OriginalDamaged,
            _ => return None,
        })
    }

    /// In the words of the desk.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Sent => msg!("desk-event-sent"),
            Self::FilesAdded => msg!("desk-event-files-added"),
            Self::Acknowledged => msg!("desk-event-acknowledged"),
            Self::Opened => msg!("desk-event-opened"),
            Self::Accepted => msg!("desk-event-accepted"),
            Self::Declined(_) => msg!("desk-event-declined"),
            Self::Spam => msg!("desk-event-spam"),
            Self::Reopened => msg!("desk-event-reopened"),
            Self::Published => msg!("desk-event-published"),
            Self::StoryEdited => msg!("desk-event-story-edited"),
            Self::Withdrawn => msg!("desk-event-withdrawn"),
            Self::Claimed => msg!("mine-event-claimed"),
            Self::Exported => msg!("mine-event-exported"),
            Self::OriginalOpened => msg!("desk-event-original-opened"),
            Self::OriginalDamaged => msg!("desk-event-original-damaged"),
        }
    }

    /// Whether it was a decision, or undid one: what a later writer may not have seen.
    pub(crate) fn changes_state(self) -> bool {
        !matches!(
            self,
            Self::Sent
                | Self::FilesAdded
                | Self::Acknowledged
                | Self::StoryEdited
                | Self::Claimed
                | Self::Exported
                | Self::OriginalOpened
                | Self::OriginalDamaged
        )
    }

    /// Whether the program did it, where nobody is named.
    pub(crate) fn is_the_programs(self) -> bool {
        matches!(
            self,
            Self::Acknowledged | Self::OriginalOpened | Self::OriginalDamaged
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_is_read_back_as_what_was_written() {
        for kind in [
            EventKind::Sent,
            EventKind::FilesAdded,
            EventKind::Acknowledged,
            EventKind::Opened,
            EventKind::Accepted,
            EventKind::Declined(DeclineReason::Safety),
            EventKind::Spam,
            EventKind::Reopened,
            EventKind::Published,
            EventKind::StoryEdited,
            EventKind::Withdrawn,
            EventKind::Claimed,
            EventKind::Exported,
            EventKind::OriginalOpened,
            EventKind::OriginalDamaged,
        ] {
            let reason = match kind {
                EventKind::Declined(reason) => Some(reason.code()),
                _ => None,
            };
            assert_eq!(EventKind::from_code(kind.code(), reason), Some(kind));
        }
        assert_eq!(EventKind::from_code("shredded", None), None);
    }
}
