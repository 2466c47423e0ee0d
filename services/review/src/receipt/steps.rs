//! How a contribution stands, as a line of time: what was, what is, and what comes.

use chrono::{DateTime, Utc};
use ground::{lang::Message, msg};

use crate::submission::{State, Submission};

/// One line of the timeline.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) words: Message,
    pub(super) at: Option<DateTime<Utc>>,
    pub(super) when: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Done,
    Now,
    Ahead,
}

pub(super) fn steps(submission: &Submission, opened_at: Option<DateTime<Utc>>) -> Vec<Step> {
    let done = |words, at| Step {
        words,
        at,
        when: When::Done,
    };
    let now = |words, at| Step {
        words,
        at,
        when: When::Now,
    };
    let ahead = |words| Step {
        words,
        at: None,
        when: When::Ahead,
    };
    let received = done(msg!("receipt-step-received"), Some(submission.sent_at));
    let checked = done(msg!("receipt-step-checked"), opened_at);
    let decided_at = submission.decided_at;
    match submission.state {
        State::Received => vec![
            received,
            now(msg!("receipt-step-waiting"), None),
            ahead(msg!("receipt-step-decision-ahead")),
        ],
        State::InReview => vec![
            received,
            now(msg!("receipt-step-checking"), opened_at),
            ahead(msg!("receipt-step-decision-ahead")),
        ],
        State::NeedsReply => vec![
            received,
            now(msg!("receipt-step-question"), None),
            ahead(msg!("receipt-step-decision-ahead")),
        ],
        State::Accepted => vec![
            received,
            checked,
            now(msg!("receipt-step-accepted"), decided_at),
            ahead(msg!("receipt-step-published-ahead")),
        ],
        State::Published => vec![received, checked, done(msg!("receipt-step-published"), None)],
        State::Declined | State::Spam => {
            vec![received, checked, done(msg!("receipt-step-not-used"), decided_at)]
        }
        State::Withdrawn => vec![
            received,
            done(msg!("receipt-step-withdrawn"), submission.withdrawn_at),
        ],
    }
}

/// How it stands, in the words of the timeline: for lists.
pub(crate) fn step_words(state: State) -> Message {
    match state {
        State::Received => msg!("receipt-step-waiting"),
        State::InReview => msg!("receipt-step-checking"),
        State::NeedsReply => msg!("receipt-step-question"),
        State::Accepted => msg!("receipt-step-accepted"),
        State::Published => msg!("receipt-step-published"),
        State::Declined | State::Spam => msg!("receipt-step-not-used"),
        State::Withdrawn => msg!("receipt-step-withdrawn"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::testing::sample;

    #[test]
    fn every_state_has_a_timeline_that_says_what_is_and_what_comes() {
        for (state, ids) in [
            (
                State::Received,
                vec![
                    "receipt-step-received",
                    "receipt-step-waiting",
                    "receipt-step-decision-ahead",
                ],
            ),
            (
                State::InReview,
                vec![
                    "receipt-step-received",
                    "receipt-step-checking",
                    "receipt-step-decision-ahead",
                ],
            ),
            (
                State::NeedsReply,
                vec![
                    "receipt-step-received",
                    "receipt-step-question",
                    "receipt-step-decision-ahead",
                ],
            ),
            (
                State::Accepted,
                vec![
                    "receipt-step-received",
                    "receipt-step-checked",
                    "receipt-step-accepted",
                    "receipt-step-published-ahead",
                ],
            ),
            (
                State::Published,
                vec![
                    "receipt-step-received",
                    "receipt-step-checked",
                    "receipt-step-published",
                ],
            ),
            (
                State::Declined,
                vec![
                    "receipt-step-received",
                    "receipt-step-checked",
                    "receipt-step-not-used",
                ],
            ),
            (
                State::Spam,
                vec![
                    "receipt-step-received",
                    "receipt-step-checked",
                    "receipt-step-not-used",
                ],
            ),
            (
                State::Withdrawn,
                vec!["receipt-step-received", "receipt-step-withdrawn"],
            ),
        ] {
            let submission = Submission { state, ..sample() };
            let opened_at = submission.sent_at + TimeDelta::minutes(5);
            let steps = steps(&submission, Some(opened_at));
            assert_eq!(steps.iter().map(|step| step.words.id).collect::<Vec<_>>(), ids);
            assert!(steps.is_sorted_by_key(|step| step.when as u8), "{steps:?}");
            let open = steps.iter().filter(|step| step.when == When::Now).count();
            assert_eq!(open, usize::from(!reached_its_end(state)));
        }
    }

    fn reached_its_end(state: State) -> bool {
        matches!(
            state,
            State::Published | State::Declined | State::Spam | State::Withdrawn
        )
    }
}
