//! What can happen to a contribution, as its history tells it.

use ground::{lang::Message, msg};

use crate::{
    desk::{care::Warnings, checks::Checked, sender::Trust},
    submission::Consent,
};

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
    Declined,
    /// An editor called it no contribution.
    Spam,
    /// An editor said yes where two have to.
    FirstYes,
    /// The program called it no contribution, by a rule.
    SpamByRule,
    /// An editor found that the program decided right.
    Confirmed,
    /// A decision was taken back.
    Reopened,
    /// What someone did was undone before anything followed from it.
    Undone,
    /// A story made of it went public.
    Published,
    /// That story was changed.
    StoryEdited,
    /// It was taken back.
    Withdrawn,
    /// An editor asked the contributor something.
    Asked,
    /// An editor said something to the contributor.
    Wrote,
    /// An editor took back what they asked or said, before it was told.
    Unasked,
    /// An editor needs no answer any more.
    QuestionClosed,
    /// An editor read what the contributor said.
    TalkRead,
    /// The contributor was told that there is a question.
    QuestionTold,
    /// They were told once more.
    Reminded,
    /// The contributor answered.
    Answered,
    /// The contributor said something of their own accord.
    ContributorWrote,
    /// The contributor allows something else.
    ConsentChanged(Consent),
    /// Its contributor took it into their account.
    Claimed,
    /// Its contributor took a copy of it along.
    Exported,
    /// Someone took the original of a file out of its seal.
    OriginalOpened,
    /// The original of a file was found changed or gone.
    OriginalDamaged,
    /// Nothing of it is forgotten by rule.
    Held,
    /// It is forgotten by rule again.
    HoldLifted,
    /// Who sent it was forgotten by rule.
    IdentityForgotten,
    /// All of it that is not public was forgotten by rule.
    RestForgotten,
    /// Somebody may be in danger through it.
    RiskSet,
    /// That is over, or was a mistake.
    RiskLifted,
    /// A name and an address were shown to someone of the newsroom.
    IdentityRevealed,
    /// Someone of the newsroom said what they make of its contributor.
    TrustSet(Trust),
    /// Someone of the newsroom said how far something of it is checked.
    Checked(Checked),
    /// It got a category or tags.
    Sorted,
    /// An editor said what of it may be hard to look at.
    Warned(Warnings),
    /// An editor took it out of a colleague's hands.
    TakenOver,
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
            Self::Declined => "declined",
            Self::Spam => "spam",
            Self::FirstYes => "first_yes",
            Self::SpamByRule => "spam_by_rule",
            Self::Confirmed => "confirmed",
            Self::Reopened => "reopened",
            Self::Undone => "undone",
            Self::Published => "published",
            Self::StoryEdited => "story_edited",
            Self::Withdrawn => "withdrawn",
            Self::Asked => "asked",
            Self::Wrote => "wrote",
            Self::Unasked => "unasked",
            Self::QuestionClosed => "question_closed",
            Self::TalkRead => "talk_read",
            Self::QuestionTold => "question_told",
            Self::Reminded => "reminded",
            Self::Answered => "answered",
            Self::ContributorWrote => "contributor_wrote",
            Self::ConsentChanged(_) => "consent_changed",
            Self::Claimed => "claimed",
            Self::Exported => "exported",
            Self::OriginalOpened => "original_opened",
            Self::OriginalDamaged => "original_damaged",
            Self::Held => "held",
            Self::HoldLifted => "hold_lifted",
            Self::IdentityForgotten => "identity_forgotten",
            Self::RestForgotten => "rest_forgotten",
            Self::RiskSet => "risk_set",
            Self::RiskLifted => "risk_lifted",
            Self::IdentityRevealed => "identity_revealed",
            Self::TrustSet(_) => "trust_set",
            Self::Checked(_) => "checked",
            Self::Sorted => "sorted",
            Self::Warned(_) => "warned",
            Self::TakenOver => "taken_over",
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
            "declined" => Self::Declined,
            "spam" => Self::Spam,
            "first_yes" => Self::FirstYes,
            "spam_by_rule" => Self::SpamByRule,
            "confirmed" => Self::Confirmed,
            "reopened" => Self::Reopened,
            "undone" => Self::Undone,
            "published" => Self::Published,
            "story_edited" => Self::StoryEdited,
            "withdrawn" => Self::Withdrawn,
            "asked" => Self::Asked,
            "wrote" => Self::Wrote,
            "unasked" => Self::Unasked,
            "question_closed" => Self::QuestionClosed,
            "talk_read" => Self::TalkRead,
            "question_told" => Self::QuestionTold,
            "reminded" => Self::Reminded,
            "answered" => Self::Answered,
            "contributor_wrote" => Self::ContributorWrote,
            "consent_changed" => Self::ConsentChanged(reason.and_then(Consent::from_code)?),
            "claimed" => Self::Claimed,
            "exported" => Self::Exported,
            "original_opened" => Self::OriginalOpened,
            "original_damaged" => Self::OriginalDamaged,
            "held" => Self::Held,
            "hold_lifted" => Self::HoldLifted,
            "identity_forgotten" => Self::IdentityForgotten,
            "rest_forgotten" => Self::RestForgotten,
            "risk_set" => Self::RiskSet,
            "risk_lifted" => Self::RiskLifted,
            "identity_revealed" => Self::IdentityRevealed,
            "trust_set" => Self::TrustSet(reason.and_then(Trust::from_code)?),
            "checked" => Self::Checked(reason.and_then(Checked::from_code)?),
            "sorted" => Self::Sorted,
            "warned" => Self::Warned(Warnings::from_list(reason?)),
            "taken_over" => Self::TakenOver,
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
            Self::Declined => msg!("desk-event-declined"),
            Self::Spam => msg!("desk-event-spam"),
            Self::FirstYes => msg!("decide-event-first-yes"),
            Self::SpamByRule => msg!("decide-event-spam-by-rule"),
            Self::Confirmed => msg!("decide-event-confirmed"),
            Self::Reopened => msg!("desk-event-reopened"),
            Self::Undone => msg!("decide-event-undone"),
            Self::Published => msg!("desk-event-published"),
            Self::StoryEdited => msg!("desk-event-story-edited"),
            Self::Withdrawn => msg!("desk-event-withdrawn"),
            Self::Asked => msg!("talk-event-asked"),
            Self::Wrote => msg!("talk-event-wrote"),
            Self::Unasked => msg!("talk-event-unasked"),
            Self::QuestionClosed => msg!("talk-event-question-closed"),
            Self::TalkRead => msg!("talk-event-read"),
            Self::QuestionTold => msg!("talk-event-told"),
            Self::Reminded => msg!("talk-event-reminded"),
            Self::Answered => msg!("talk-event-answered"),
            Self::ContributorWrote => msg!("talk-event-contributor-wrote"),
            Self::ConsentChanged(_) => msg!("talk-event-consent-changed"),
            Self::Claimed => msg!("mine-event-claimed"),
            Self::Exported => msg!("mine-event-exported"),
            Self::OriginalOpened => msg!("desk-event-original-opened"),
            Self::OriginalDamaged => msg!("desk-event-original-damaged"),
            Self::Held => msg!("keeping-event-held"),
            Self::HoldLifted => msg!("keeping-event-lifted"),
            Self::IdentityForgotten => msg!("keeping-event-identity"),
            Self::RestForgotten => msg!("keeping-event-rest"),
            Self::RiskSet => msg!("vet-event-risk-set"),
            Self::RiskLifted => msg!("vet-event-risk-lifted"),
            Self::IdentityRevealed => msg!("vet-event-identity"),
            Self::TrustSet(_) => msg!("vet-event-trust"),
            Self::Checked(_) => msg!("vet-event-checked"),
            Self::Sorted => msg!("vet-event-sorted"),
            Self::Warned(_) => msg!("item-event-warned"),
            Self::TakenOver => msg!("claim-event-over"),
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
                | Self::TalkRead
                | Self::QuestionTold
                | Self::Reminded
                | Self::Claimed
                | Self::Exported
                | Self::OriginalOpened
                | Self::OriginalDamaged
                | Self::Held
                | Self::HoldLifted
                | Self::IdentityForgotten
                | Self::RestForgotten
                | Self::IdentityRevealed
                | Self::TrustSet(_)
                | Self::Checked(_)
                | Self::Warned(_)
                | Self::TakenOver
        )
    }

    /// Whether it says what became of a contribution, so that its contributor is told.
    pub(crate) fn is_a_decision(self) -> bool {
        matches!(
            self,
            Self::Opened | Self::Accepted | Self::Declined | Self::Spam | Self::Reopened | Self::Published
        )
    }

    /// What a contributor who takes everything along is not told: what the newsroom makes of them and of it.
    pub(crate) fn is_the_newsrooms_own(self) -> bool {
        matches!(
            self,
            Self::RiskSet
                | Self::RiskLifted
                | Self::TrustSet(_)
                | Self::Checked(_)
                | Self::Sorted
                | Self::Warned(_)
                | Self::FirstYes
                | Self::SpamByRule
                | Self::Confirmed
                | Self::Undone
                | Self::TalkRead
        )
    }

    /// Whether the program did it, where nobody is named.
    pub(crate) fn is_the_programs(self) -> bool {
        matches!(
            self,
            Self::Acknowledged
                | Self::SpamByRule
                | Self::QuestionTold
                | Self::Reminded
                | Self::OriginalOpened
                | Self::OriginalDamaged
                | Self::IdentityForgotten
                | Self::RestForgotten
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
            EventKind::Declined,
            EventKind::Spam,
            EventKind::FirstYes,
            EventKind::SpamByRule,
            EventKind::Confirmed,
            EventKind::Reopened,
            EventKind::Undone,
            EventKind::Published,
            EventKind::StoryEdited,
            EventKind::Withdrawn,
            EventKind::Asked,
            EventKind::Wrote,
            EventKind::Unasked,
            EventKind::QuestionClosed,
            EventKind::TalkRead,
            EventKind::QuestionTold,
            EventKind::Reminded,
            EventKind::Answered,
            EventKind::ContributorWrote,
            EventKind::ConsentChanged(Consent::AskFirst),
            EventKind::Claimed,
            EventKind::Exported,
            EventKind::OriginalOpened,
            EventKind::OriginalDamaged,
            EventKind::Held,
            EventKind::HoldLifted,
            EventKind::IdentityForgotten,
            EventKind::RestForgotten,
            EventKind::RiskSet,
            EventKind::RiskLifted,
            EventKind::IdentityRevealed,
            EventKind::TrustSet(Trust::Careful),
            EventKind::Checked(Checked::sample()),
            EventKind::Sorted,
            EventKind::TakenOver,
        ] {
            let reason = match kind {
                EventKind::TrustSet(trust) => Some(trust.code()),
                EventKind::Checked(checked) => Some(checked.code()),
                EventKind::ConsentChanged(consent) => Some(consent.code()),
                _ => None,
            };
            assert_eq!(EventKind::from_code(kind.code(), reason), Some(kind));
        }
        let warned = EventKind::Warned(Warnings::of(["graphic", "other"]));
        assert_eq!(
            EventKind::from_code("warned", Some("graphic,other")),
            Some(warned)
        );
        assert_eq!(EventKind::from_code("shredded", None), None);
    }
}
