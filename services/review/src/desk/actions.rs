//! What may be done with a contribution now, and why the rest may not. The page only shows it.

use ground::{lang::Message, msg};

use crate::submission::{ChangeError, Consent, Decision, DeclineReason, State, Submission};

/// The decisions that are open, and the reasons why others are not.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each button, and each stands for itself"
)]
#[derive(Debug, Default)]
pub(crate) struct Actions {
    pub(crate) accept: bool,
    pub(crate) decline: bool,
    pub(crate) spam: bool,
    /// Take into review what nobody has looked at.
    pub(crate) take: bool,
    /// Take a decision back.
    pub(crate) reopen: bool,
    pub(crate) withdraw: bool,
    /// Each reason once.
    pub(crate) why_not: Vec<Message>,
}

impl Actions {
    /// What the rules of [`Submission`] say.
    pub(crate) fn of(submission: &Submission) -> Self {
        let mut actions = Self::default();
        let decline = Decision::Decline {
            reason: DeclineReason::Rules,
            note: None,
        };
        actions.accept = actions.ask(submission, &Decision::Accept);
        actions.decline = actions.ask(submission, &decline);
        actions.spam = actions.ask(submission, &Decision::Spam);
        let reopen = submission.decide(&Decision::Reopen).is_ok();
        actions.take = reopen && submission.state == State::Received;
        actions.reopen = reopen && !actions.take;
        actions.withdraw = submission.may_be_withdrawn().is_ok();
        actions
    }

    fn ask(&mut self, submission: &Submission, decision: &Decision) -> bool {
        match submission.decide(decision) {
            Ok(_) => true,
            Err(error) => {
                let words = error.message();
                if self.why_not.iter().all(|known| known.id != words.id) {
                    self.why_not.push(words);
                }
                false
            }
        }
    }

    /// Whether any decision can be made or taken back.
    pub(crate) fn any(&self) -> bool {
        self.accept || self.decline || self.spam || self.take || self.reopen
    }
}

/// Whether a story may be made of a contribution, and if not, why.
#[derive(Debug)]
pub(crate) struct Publication {
    /// What the contributor's consent means for it.
    pub(crate) meaning: Message,
    /// Why not, each reason once. Empty: it may be published.
    pub(crate) why_not: Vec<Message>,
    /// Whether the publishing room has something to do here.
    pub(crate) open: bool,
}

impl Publication {
    /// What the rules of [`Submission`] and [`Consent`] say.
    pub(crate) fn of(submission: &Submission) -> Self {
        let by_state = submission.may_be_published();
        let by_consent = submission.consent.allows_publication();
        // A public story can always be looked after, whatever the contributor says of further ones.
        let open = by_state.is_ok() && (by_consent.is_ok() || submission.state == State::Published);
        let why_not = by_consent
            .err()
            .into_iter()
            .chain(by_state.err().map(ChangeError::message));
        Self {
            meaning: meaning(submission.consent),
            why_not: why_not.collect(),
            open,
        }
    }
}

fn meaning(consent: Consent) -> Message {
    match consent {
        Consent::Named => msg!("desk-consent-named"),
        Consent::Anonymous => msg!("desk-consent-anonymous"),
        Consent::AskFirst => msg!("desk-consent-ask-first"),
        Consent::InformationOnly => msg!("desk-consent-information-only"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::sample;

    fn actions(state: State) -> Actions {
        Actions::of(&Submission { state, ..sample() })
    }

    #[test]
    fn what_is_open_can_be_decided_and_what_is_decided_only_reopened() {
        let open = actions(State::Received);
        assert!(open.accept && open.decline && open.spam && open.take && !open.reopen);
        assert!(open.why_not.is_empty());
        let decided = actions(State::Declined);
        assert!(decided.reopen && !decided.take && !decided.accept && !decided.decline && !decided.spam);
        assert_eq!(
            decided.why_not.len(),
            1,
            "one reason for three closed doors is said once"
        );
        let withdrawn = actions(State::Withdrawn);
        assert!(!withdrawn.any() && !withdrawn.withdraw);
        assert_eq!(withdrawn.why_not.first().unwrap().id, "change-withdrawn");
    }

    #[test]
    fn a_story_needs_a_yes_from_both_sides_and_an_existing_one_stays_within_reach() {
        let publication = |state, consent| {
            Publication::of(&Submission {
                state,
                consent,
                ..sample()
            })
        };
        assert!(publication(State::Accepted, Consent::Anonymous).open);
        let unasked = publication(State::Accepted, Consent::AskFirst);
        assert!(!unasked.open);
        assert_eq!(unasked.why_not.first().unwrap().id, "consent-blocks-ask-first");
        let undecided = publication(State::InReview, Consent::Named);
        assert!(!undecided.open);
        assert_eq!(undecided.why_not.first().unwrap().id, "change-not-accepted");
        assert!(publication(State::Published, Consent::InformationOnly).open);
    }
}
