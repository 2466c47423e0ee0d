//! A contribution and what may become of it. Pure: no database, no clock, no words.

use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{AccountId, SubmissionId},
    lang::{Lang, Message},
    msg,
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

/// What the contributor allows. The server enforces it when a story is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "consent", rename_all = "snake_case")]
pub enum Consent {
    /// Publish with my name.
    Named,
    /// Publish without my name.
    Anonymous,
    /// Ask me before anything is published.
    AskFirst,
    /// For your information only; never publish.
    InformationOnly,
}

impl Consent {
    /// All four, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::Named,
        Self::Anonymous,
        Self::AskFirst,
        Self::InformationOnly,
    ];

    /// As in the form, the database and class names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Anonymous => "anonymous",
            Self::AskFirst => "ask_first",
            Self::InformationOnly => "information_only",
        }
    }

    /// The consent of an exact code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|consent| consent.code() == code)
    }

    /// In the contributor's words, short.
    pub fn message(self) -> Message {
        match self {
            Self::Named => msg!("consent-named"),
            Self::Anonymous => msg!("consent-anonymous"),
            Self::AskFirst => msg!("consent-ask-first"),
            Self::InformationOnly => msg!("consent-information-only"),
        }
    }

    /// Whether a story may be published on it, and if not, why.
    ///
    /// # Errors
    /// In words for the editor.
    pub fn allows_publication(self) -> Result<(), Message> {
        match self {
            Self::Named | Self::Anonymous => Ok(()),
            Self::AskFirst => Err(msg!("consent-blocks-ask-first")),
            Self::InformationOnly => Err(msg!("consent-blocks-information-only")),
        }
    }
}

/// Why the newsroom does not use a contribution. Each has kind words for the contributor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
    /// We could not confirm it.
    NotVerified,
    /// We have it already.
    AlreadyCovered,
    /// Not what we cover now.
    NotForUs,
    /// Pictures or text cannot be used as they are.
    Quality,
    /// Publishing could hurt someone.
    Safety,
    /// Against the rules of the newsroom.
    Rules,
}

impl DeclineReason {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::NotVerified,
        Self::AlreadyCovered,
        Self::NotForUs,
        Self::Quality,
        Self::Safety,
        Self::Rules,
    ];

    /// As in forms and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotVerified => "not_verified",
            Self::AlreadyCovered => "already_covered",
            Self::NotForUs => "not_for_us",
            Self::Quality => "quality",
            Self::Safety => "safety",
            Self::Rules => "rules",
        }
    }

    /// The reason of an exact code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// Kind words, the same for the desk's list and for the contributor.
    pub fn message(self) -> Message {
        match self {
            Self::NotVerified => msg!("decline-not-verified"),
            Self::AlreadyCovered => msg!("decline-already-covered"),
            Self::NotForUs => msg!("decline-not-for-us"),
            Self::Quality => msg!("decline-quality"),
            Self::Safety => msg!("decline-safety"),
            Self::Rules => msg!("decline-rules"),
        }
    }
}

/// What an editor decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// We want to use it.
    Accept,
    /// We do not.
    Decline {
        /// From the catalogue.
        reason: DeclineReason,
        /// Further words to the contributor.
        note: Option<String>,
    },
    /// It is no contribution.
    Spam,
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
    pub fn decide(&self, decision: &Decision) -> Result<State, ChangeError> {
        let next = match decision {
            Decision::Accept => State::Accepted,
            Decision::Decline { .. } => State::Declined,
            Decision::Spam => State::Spam,
            Decision::Reopen => State::InReview,
        };
        match self.state {
            State::Withdrawn => Err(ChangeError::Withdrawn),
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

    fn submission(state: State) -> Submission {
        let noon = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Submission {
            submission_id: SubmissionId(uuid::Uuid::from_u128(1)),
            state,
            version: 3,
            title: String::new(),
            body: String::new(),
            contributor_name: None,
            contributor_email: None,
            place: None,
            happened_at: None,
            language: Lang::Ckb,
            consent: Consent::Named,
            consent_at: noon,
            terms_version: "1".to_owned(),
            sent_at: noon,
            decided_at: None,
            decided_by: None,
            decline_reason: None,
            decline_note: None,
            story_path: None,
            withdrawn_at: None,
        }
    }

    #[test]
    fn a_decision_is_made_once_and_taken_back_before_another() {
        let decline = Decision::Decline {
            reason: DeclineReason::Quality,
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

    #[test]
    fn only_a_yes_of_the_contributor_lets_a_story_out() {
        assert!(Consent::Named.allows_publication().is_ok());
        assert!(Consent::Anonymous.allows_publication().is_ok());
        assert!(Consent::AskFirst.allows_publication().is_err());
        assert!(Consent::InformationOnly.allows_publication().is_err());
    }
}
