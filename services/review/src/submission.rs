//! A contribution and what may become of it. Pure: no database, no clock, no words.

mod consent;
mod decline;
mod rules;

use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{AccountId, PersonId, SubmissionId},
    lang::{Lang, Message},
    msg,
};

pub use self::consent::Consent;
pub(crate) use self::{
    decline::DeclineReason,
    rules::{Next, Second},
};

/// Where a contribution stands (DESIGN §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "submission_state", rename_all = "snake_case")]
pub enum State {
    /// Sent by a reader; nobody has looked yet.
    Received,
    /// An editor is at it.
    InReview,
    /// Waiting for the contributor's answer.
    NeedsReply,
    /// An editor said yes; publishing may make a story of it.
    Accepted,
    /// A story made of it is public.
    Published,
    /// An editor said no.
    Declined,
    /// The contributor, or the desk for them, took it back.
    Withdrawn,
    /// Not a contribution.
    Spam,
}

impl State {
    /// In the words of the desk.
    pub fn message(self) -> Message {
        match self {
            Self::Received => msg!("state-received"),
            Self::InReview => msg!("state-in-review"),
            Self::NeedsReply => msg!("state-needs-reply"),
            Self::Accepted => msg!("state-accepted"),
            Self::Published => msg!("state-published"),
            Self::Declined => msg!("state-declined"),
            Self::Withdrawn => msg!("state-withdrawn"),
            Self::Spam => msg!("state-spam"),
        }
    }

    /// As in the database, in addresses and in class names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InReview => "in_review",
            Self::NeedsReply => "needs_reply",
            Self::Accepted => "accepted",
            Self::Published => "published",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Spam => "spam",
        }
    }
}

/// What an editor decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// We want to use it.
    Accept,
    /// We do not.
    Decline {
        /// A code of the newsroom's list.
        reason: String,
        /// Further words to the contributor.
        note: Option<String>,
    },
    /// It is no contribution.
    Spam,
    /// What the program decided is right.
    Confirm,
    /// Open again: a decision is taken back.
    Reopen,
}

/// A contribution as those who decide see it.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Which.
    pub submission_id: SubmissionId,
    /// Where it stands.
    pub state: State,
    /// Grows with every change.
    pub version: i32,
    /// As sent.
    pub title: String,
    /// As sent.
    pub body: String,
    /// As sent.
    pub contributor_name: Option<String>,
    /// As sent; never public.
    pub contributor_email: Option<String>,
    /// Claimed, in their words.
    pub place: Option<String>,
    /// Claimed, in their words.
    pub happened_at: Option<String>,
    /// To answer in.
    pub language: Lang,
    /// What they allow.
    pub consent: Consent,
    /// Since when.
    pub consent_at: DateTime<Utc>,
    /// Of which terms.
    pub terms_version: String,
    /// When it came.
    pub sent_at: DateTime<Utc>,
    /// When it was decided on.
    pub decided_at: Option<DateTime<Utc>>,
    /// By whom.
    pub decided_by: Option<AccountId>,
    /// Why it was declined.
    pub decline_reason: Option<String>,
    /// Words to the contributor about it.
    pub decline_note: Option<String>,
    /// Where the story is.
    pub story_path: Option<String>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Whether it belongs to someone with an account. Whose it is, the desk is not told.
    pub by_account: bool,
    /// Who sent it, told apart without saying who they are.
    pub person_id: PersonId,
    /// Somebody may be in danger through it.
    pub at_risk: bool,
    /// Of the newsroom's list.
    pub category: Option<String>,
    /// The desk's own words.
    pub tags: Vec<String>,
    /// What has to be said before it is opened, as codes.
    pub warnings: Vec<String>,
    /// Who of the newsroom acted on it last.
    pub handled_by: Option<AccountId>,
    /// The first of two who say yes, while it waits for the second.
    pub first_yes_by: Option<AccountId>,
    /// When they did.
    pub first_yes_at: Option<DateTime<Utc>>,
    /// The rule by which the program decided, until somebody looks.
    pub machine_rule: Option<String>,
    /// By when the contributor was asked to answer.
    pub answer_due_at: Option<DateTime<Utc>>,
    /// Since when something of the contributor's waits to be read.
    pub unread_since: Option<DateTime<Utc>>,
    /// Until then the last decision can be undone, and nothing follows from it.
    pub settles_at: Option<DateTime<Utc>>,
    /// Since when nothing of it is forgotten by rule.
    pub held_at: Option<DateTime<Utc>>,
}

/// Why a change of a contribution is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// Someone changed it since it was read.
    #[error("the submission changed since it was read")]
    Stale,
    /// It was taken back; nothing more may happen to it.
    #[error("the submission was withdrawn")]
    Withdrawn,
    /// Its story is public; withdraw or edit that first.
    #[error("the submission is published")]
    Published,
    /// It stands there already.
    #[error("the submission is in that state already")]
    Already,
    /// Only an accepted contribution becomes a story.
    #[error("the submission is not accepted")]
    NotAccepted,
    /// The first yes is theirs; the second is somebody else's to say.
    #[error("the same person said the first yes")]
    SamePerson,
    /// The program decided nothing here.
    #[error("there is nothing to confirm")]
    NothingToConfirm,
}

impl ChangeError {
    /// The general words; where it is known who was faster, the page names them.
    pub fn message(self) -> Message {
        match self {
            Self::Stale => msg!("change-stale"),
            Self::Withdrawn => msg!("change-withdrawn"),
            Self::Published => msg!("change-published"),
            Self::Already => msg!("change-already"),
            Self::NotAccepted => msg!("change-not-accepted"),
            Self::SamePerson => msg!("decide-same-person"),
            Self::NothingToConfirm => msg!("decide-nothing-to-confirm"),
        }
    }
}

impl From<ChangeError> for Failure {
    fn from(error: ChangeError) -> Self {
        Self::Conflict(error.message())
    }
}

impl Submission {
    /// Whether the writer has read the contribution as it is now.
    ///
    /// # Errors
    /// [`ChangeError::Stale`].
    pub fn unchanged_since(&self, version: i32) -> Result<(), ChangeError> {
        if self.version == version {
            Ok(())
        } else {
            Err(ChangeError::Stale)
        }
    }

    /// The state that a decision leads to.
    ///
    /// # Errors
    /// When it may not be decided on, or the decision would change nothing.
    pub(crate) fn decide(&self, decision: &Decision) -> Result<State, ChangeError> {
        let next = match decision {
            Decision::Accept => State::Accepted,
            Decision::Decline { .. } => State::Declined,
            Decision::Spam | Decision::Confirm => State::Spam,
            Decision::Reopen => State::InReview,
        };
        let confirms = *decision == Decision::Confirm;
        match self.state {
            State::Withdrawn => Err(ChangeError::Withdrawn),
            State::Spam if confirms && self.machine_rule.is_some() => Ok(next),
            _ if confirms => Err(ChangeError::NothingToConfirm),
            State::Published => Err(ChangeError::Published),
            state if state == next => Err(ChangeError::Already),
            State::Received if next == State::InReview => Ok(next),
            State::Received | State::InReview | State::NeedsReply => match decision {
                Decision::Reopen => Err(ChangeError::Already),
                _ => Ok(next),
            },
            // A decision is taken back before another is made, so that each stands in the history.
            State::Accepted | State::Declined | State::Spam => match decision {
                Decision::Reopen => Ok(next),
                _ => Err(ChangeError::Already),
            },
        }
    }

    /// Whether a story may be made public on it now.
    ///
    /// # Errors
    /// When it is not accepted (or published already, which is an update of the story).
    pub fn may_be_published(&self) -> Result<(), ChangeError> {
        match self.state {
            State::Accepted | State::Published => Ok(()),
            State::Withdrawn => Err(ChangeError::Withdrawn),
            State::Received | State::InReview | State::NeedsReply | State::Declined | State::Spam => {
                Err(ChangeError::NotAccepted)
            }
        }
    }

    /// Whether it can still be taken back.
    ///
    /// # Errors
    /// [`ChangeError::Withdrawn`] when it was already.
    pub fn may_be_withdrawn(&self) -> Result<(), ChangeError> {
        if self.state == State::Withdrawn {
            Err(ChangeError::Withdrawn)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::sample;

    fn submission(state: State) -> Submission {
        Submission {
            state,
            version: 3,
            ..sample()
        }
    }

    #[test]
    fn a_decision_is_made_once_and_taken_back_before_another() {
        let decline = Decision::Decline {
            reason: "quality".to_owned(),
            note: None,
        };
        assert_eq!(
            submission(State::Received).decide(&Decision::Accept),
            Ok(State::Accepted)
        );
        assert_eq!(submission(State::InReview).decide(&decline), Ok(State::Declined));
        assert_eq!(
            submission(State::Accepted).decide(&decline),
            Err(ChangeError::Already)
        );
        assert_eq!(
            submission(State::Accepted).decide(&Decision::Reopen),
            Ok(State::InReview)
        );
        assert_eq!(
            submission(State::Declined).decide(&decline),
            Err(ChangeError::Already)
        );
        assert_eq!(
            submission(State::Withdrawn).decide(&Decision::Accept),
            Err(ChangeError::Withdrawn)
        );
        assert_eq!(
            submission(State::Published).decide(&Decision::Spam),
            Err(ChangeError::Published)
        );
    }

    #[test]
    fn what_was_read_before_a_change_cannot_be_written_after_it() {
        assert_eq!(
            submission(State::Received).unchanged_since(2),
            Err(ChangeError::Stale)
        );
        assert_eq!(submission(State::Received).unchanged_since(3), Ok(()));
    }
}
