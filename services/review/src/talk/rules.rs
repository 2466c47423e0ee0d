//! Who may say something when, and what it does to where a contribution stands.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{lang::Message, msg};

use super::{Asks, Question};
use crate::submission::{State, Submission};

/// So long after the end of a contribution its sender can still write to the desk.
pub(crate) const DAYS_AFTER_THE_END: i64 = 30;
/// How many forms of a contribution's sender are taken in an hour.
pub(crate) const EACH_HOUR: i64 = 20;

/// Why the desk cannot say this now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DeskError {
    /// It was decided on; a question would contradict that.
    Decided,
    /// Its contributor took it back, and is left alone.
    Withdrawn,
    /// Files cannot be added any more, so they cannot be asked for.
    NoFiles,
}

impl DeskError {
    /// In words for the editor.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Decided => msg!("talk-not-decided"),
            Self::Withdrawn => msg!("talk-not-withdrawn"),
            Self::NoFiles => msg!("talk-not-files"),
        }
    }
}

/// Where a contribution stands after the desk asked these questions, or only said something.
///
/// # Errors
/// When it may not.
pub(crate) fn after_asking(state: State, questions: &[Question]) -> Result<State, DeskError> {
    let asks = !questions.is_empty();
    match state {
        State::Withdrawn => Err(DeskError::Withdrawn),
        State::Spam => Err(DeskError::Decided),
        State::Declined if asks => Err(DeskError::Decided),
        State::Published if questions.iter().any(|question| question.asks() == Asks::Files) => {
            Err(DeskError::NoFiles)
        }
        State::Received | State::InReview | State::NeedsReply if asks => Ok(State::NeedsReply),
        State::Received => Ok(State::InReview),
        // A yes stands while something is asked, and a no while something is said.
        State::Accepted | State::Published | State::Declined | State::InReview | State::NeedsReply => {
            Ok(state)
        }
    }
}

/// Where it stands after an answer, or after the desk needed none any more, when so many questions are open still.
pub(crate) fn after_answer(state: State, open: usize) -> State {
    match state {
        State::NeedsReply if open == 0 => State::InReview,
        state => state,
    }
}

/// Where it stands after something was taken back before anybody read it. What else became of it meanwhile stays.
pub(crate) fn after_undo(state: State, before: State, open: usize) -> State {
    match (state, before) {
        (State::NeedsReply, State::NeedsReply) => after_answer(state, open),
        (State::NeedsReply, before) if open == 0 => before,
        // Nothing was asked, only said.
        (State::InReview, State::Received) => before,
        _ => state,
    }
}

/// Whether its contributor may write: always before the end, and for a while after it.
pub(crate) fn contributor_may_write(submission: &Submission, now: DateTime<Utc>) -> bool {
    let ended_at = match submission.state {
        State::Received | State::InReview | State::NeedsReply | State::Accepted | State::Published => None,
        // Called spam or declined: the same for who reads it.
        State::Declined | State::Spam => submission.decided_at,
        State::Withdrawn => submission.withdrawn_at,
    };
    ended_at.is_none_or(|at| now < at + TimeDelta::days(DAYS_AFTER_THE_END))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::sample;

    const STATES: [State; 8] = [
        State::Received,
        State::InReview,
        State::NeedsReply,
        State::Accepted,
        State::Published,
        State::Declined,
        State::Withdrawn,
        State::Spam,
    ];

    #[test]
    fn every_state_and_everything_that_is_said_lead_to_one_state_or_to_words_why_not() {
        use State::{Accepted, Declined, InReview, NeedsReply, Published, Received, Spam, Withdrawn};
        for (state, asked, files, said, answered, half_answered) in [
            (
                Received,
                Ok(NeedsReply),
                Ok(NeedsReply),
                Ok(InReview),
                Received,
                Received,
            ),
            (
                InReview,
                Ok(NeedsReply),
                Ok(NeedsReply),
                Ok(InReview),
                InReview,
                InReview,
            ),
            (
                NeedsReply,
                Ok(NeedsReply),
                Ok(NeedsReply),
                Ok(NeedsReply),
                InReview,
                NeedsReply,
            ),
            (
                Accepted,
                Ok(Accepted),
                Ok(Accepted),
                Ok(Accepted),
                Accepted,
                Accepted,
            ),
            (
                Published,
                Ok(Published),
                Err(DeskError::NoFiles),
                Ok(Published),
                Published,
                Published,
            ),
            (
                Declined,
                Err(DeskError::Decided),
                Err(DeskError::Decided),
                Ok(Declined),
                Declined,
                Declined,
            ),
            (
                Withdrawn,
                Err(DeskError::Withdrawn),
                Err(DeskError::Withdrawn),
                Err(DeskError::Withdrawn),
                Withdrawn,
                Withdrawn,
            ),
            (
                Spam,
                Err(DeskError::Decided),
                Err(DeskError::Decided),
                Err(DeskError::Decided),
                Spam,
                Spam,
            ),
        ] {
            assert_eq!(after_asking(state, &[Question::WhichStreet]), asked, "{state:?}");
            let both = [Question::MayName, Question::MorePhotos];
            assert_eq!(after_asking(state, &both), files, "{state:?}");
            assert_eq!(after_asking(state, &[]), said, "{state:?}");
            assert_eq!(after_answer(state, 0), answered, "{state:?}");
            assert_eq!(after_answer(state, 1), half_answered, "{state:?}");
        }
    }

    #[test]
    fn what_is_taken_back_leaves_it_as_it_was_unless_more_became_of_it() {
        use State::{Accepted, InReview, NeedsReply, Received, Withdrawn};
        for (now, before, open, after) in [
            (NeedsReply, Received, 0, Received),
            (NeedsReply, InReview, 0, InReview),
            // A colleague asked meanwhile.
            (NeedsReply, Received, 1, NeedsReply),
            // The second of two: the first waits still, or was answered meanwhile.
            (NeedsReply, NeedsReply, 1, NeedsReply),
            (NeedsReply, NeedsReply, 0, InReview),
            // Only something said.
            (InReview, Received, 0, Received),
            (InReview, InReview, 0, InReview),
            // Decided on or taken back meanwhile.
            (Accepted, InReview, 0, Accepted),
            (Withdrawn, Received, 0, Withdrawn),
        ] {
            assert_eq!(
                after_undo(now, before, open),
                after,
                "{now:?} after {before:?}, {open} open"
            );
        }
    }

    #[test]
    fn a_contributor_can_write_until_thirty_days_after_the_end_and_spam_looks_like_a_no() {
        let noon = sample().sent_at;
        for state in STATES {
            let submission = Submission {
                state,
                decided_at: Some(noon),
                withdrawn_at: Some(noon),
                ..sample()
            };
            let just = noon + TimeDelta::days(DAYS_AFTER_THE_END) - TimeDelta::seconds(1);
            assert!(contributor_may_write(&submission, just), "{state:?}");
            let late = contributor_may_write(&submission, noon + TimeDelta::days(DAYS_AFTER_THE_END));
            let ended = matches!(state, State::Declined | State::Spam | State::Withdrawn);
            assert_eq!(late, !ended, "{state:?}");
        }
    }
}
