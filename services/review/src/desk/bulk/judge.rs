//! What may be done to one of many. Pure.

use ground::{lang::Message, msg};

use super::{form::Wish, has_room};
use crate::{
    desk::actions::Facts,
    submission::{ChangeError, Decision, Next, State, Submission},
};

/// What will happen to a contribution.
#[derive(Clone, Debug)]
pub(super) enum Todo {
    Decide(Decision, Next),
    Sort {
        category: Option<String>,
        tags: Vec<String>,
    },
}

/// A contribution, and what will happen to it, or why it is left out.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) submission: Submission,
    pub(super) verdict: Result<Todo, Message>,
}

/// What the rules say to one, which was at version `read` when it was shown.
pub(super) fn judge(wish: &Wish, facts: Facts<'_>, read: Option<i32>) -> Result<Todo, Message> {
    let submission = facts.submission;
    if let Some(words) = facts.held {
        return Err(words.clone());
    }
    if read.is_some_and(|read| submission.unchanged_since(read).is_err()) {
        return Err(msg!("decide-bulk-changed"));
    }
    let decide = |decision: &Decision| {
        // Whoever decides on these has read them.
        if submission.at_risk {
            return Err(msg!("decide-bulk-at-risk"));
        }
        facts
            .judge(decision)
            .map(|next| Todo::Decide(decision.clone(), next))
            .map_err(ChangeError::message)
    };
    match wish {
        Wish::Take if matches!(submission.state, State::InReview | State::NeedsReply) => {
            Err(msg!("decide-bulk-taken"))
        }
        Wish::Take if submission.state != State::Received => decide(&Decision::Accept),
        Wish::Take => decide(&Decision::Reopen),
        Wish::Reopen if submission.state == State::Received => Err(msg!("decide-bulk-open")),
        Wish::Reopen => match decide(&Decision::Reopen) {
            Err(words) if words.id == "change-already" => Err(msg!("decide-bulk-open")),
            verdict => verdict,
        },
        Wish::Decide(decision) => decide(decision),
        Wish::Tag(_) | Wish::Category(_) if submission.state == State::Withdrawn => {
            Err(ChangeError::Withdrawn.message())
        }
        Wish::Tag(tag) if submission.tags.contains(tag) => Err(msg!("decide-bulk-has-tag")),
        Wish::Tag(_) if !has_room(&submission.tags) => Err(msg!("decide-bulk-tags-full")),
        Wish::Tag(tag) => Ok(Todo::Sort {
            category: submission.category.clone(),
            tags: submission.tags.iter().chain([tag]).cloned().collect(),
        }),
        Wish::Category(category) if submission.category == *category => Err(msg!("decide-bulk-in-category")),
        Wish::Category(category) => Ok(Todo::Sort {
            category: category.clone(),
            tags: submission.tags.clone(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use ground::ids::AccountId;

    use super::*;
    use crate::testing::sample;

    fn say(wish: &Wish, submission: &Submission, read: Option<i32>) -> Result<Todo, &'static str> {
        let facts = Facts {
            submission,
            by: AccountId(uuid::Uuid::from_u128(1)),
            two_people: false,
            held: None,
        };
        judge(wish, facts, read).map_err(|words| words.id)
    }

    #[test]
    fn each_is_judged_by_itself_and_whatever_is_left_out_has_its_reason() {
        let of = |state| Submission { state, ..sample() };
        let decline = Wish::any(crate::deed::Deed::Decline);
        let endangered = Submission {
            at_risk: true,
            ..sample()
        };
        let tagged = Submission {
            tags: vec!["flood".to_owned()],
            ..sample()
        };
        let full = Submission {
            tags: (0..12).map(|number| number.to_string()).collect(),
            ..sample()
        };
        let tag = Wish::Tag("flood".to_owned());
        for (wish, submission, read, why) in [
            (&decline, of(State::Received), Some(1), None),
            (
                &decline,
                of(State::Received),
                Some(2),
                Some("decide-bulk-changed"),
            ),
            (&decline, of(State::Withdrawn), None, Some("change-withdrawn")),
            (&decline, of(State::Published), None, Some("change-published")),
            (&decline, of(State::Accepted), None, Some("change-already")),
            (&decline, endangered.clone(), None, Some("decide-bulk-at-risk")),
            (&Wish::Take, of(State::Received), None, None),
            (&Wish::Take, of(State::InReview), None, Some("decide-bulk-taken")),
            (&Wish::Take, of(State::Declined), None, Some("change-already")),
            (&Wish::Reopen, of(State::Declined), None, None),
            (&Wish::Reopen, of(State::Received), None, Some("decide-bulk-open")),
            (&Wish::Reopen, of(State::InReview), None, Some("decide-bulk-open")),
            (&tag, sample(), None, None),
            (&tag, endangered, None, None),
            (&tag, tagged, None, Some("decide-bulk-has-tag")),
            (&tag, full, None, Some("decide-bulk-tags-full")),
            (&tag, of(State::Withdrawn), None, Some("change-withdrawn")),
            (
                &Wish::Category(None),
                sample(),
                None,
                Some("decide-bulk-in-category"),
            ),
            (&Wish::Category(Some("city".to_owned())), sample(), None, None),
        ] {
            let verdict = say(wish, &submission, read);
            assert_eq!(
                verdict.as_ref().err().copied(),
                why,
                "{wish:?} {:?}",
                submission.state
            );
        }
        let words = msg!("claim-held").s("name", "Cem").s("when", "now");
        let held = Facts {
            submission: &sample(),
            by: AccountId(uuid::Uuid::from_u128(1)),
            two_people: false,
            held: Some(&words),
        };
        assert_eq!(judge(&decline, held, None).unwrap_err().id, "claim-held");
    }
}
