//! What may be done with a contribution now, and why the rest may not. The page only shows it.

use ground::{ids::AccountId, lang::Message, msg};
use sqlx::PgConnection;

use super::{claims, door::Asking};
use crate::{
    store::{decisions, publication},
    submission::{ChangeError, Consent, Decision, Next, Second, State, Submission},
};

/// All that the rules ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) submission: &'a Submission,
    /// Who wants to decide.
    pub(crate) by: AccountId,
    /// The newsroom asks for two people in its category.
    pub(crate) two_people: bool,
    /// That a colleague has it in hand, and who.
    pub(crate) held: Option<&'a Message>,
}

impl Facts<'_> {
    /// What a decision comes to, whoever has it in hand.
    pub(crate) fn judge(&self, decision: &Decision) -> Result<Next, ChangeError> {
        let second = Second {
            by: self.by,
            two_people: self.two_people,
        };
        self.submission.judge(decision, second)
    }
}

/// A no for whatever reason: the rules do not ask for which.
pub(crate) fn any_decline() -> Decision {
    Decision::Decline {
        reason: String::new(),
        note: None,
    }
}

/// The decisions that are open, and the reasons why others are not.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each button, and each stands for itself"
)]
#[derive(Debug, Default)]
pub(crate) struct Actions {
    pub(crate) accept: bool,
    /// A yes that another person's has to follow.
    pub(crate) first_of_two: bool,
    /// A yes that follows another person's.
    pub(crate) second_of_two: bool,
    pub(crate) decline: bool,
    pub(crate) spam: bool,
    /// Say that the program decided right.
    pub(crate) confirm: bool,
    /// Take into review what nobody has looked at.
    pub(crate) take: bool,
    /// Take a decision back.
    pub(crate) reopen: bool,
    pub(crate) withdraw: bool,
    /// Each reason once.
    pub(crate) why_not: Vec<Message>,
    /// What is good to know before deciding.
    pub(crate) mind: Vec<Message>,
}

impl Actions {
    /// What the rules say of a contribution as it is now.
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let clock = &asking.state.clock;
        let held = claims::held(&mut *conn, clock, asking.editor, submission.submission_id).await?;
        let held = held.map(|claim| claim.words(asking.cx));
        let two_people = decisions::needs_two(conn, submission.category.as_deref()).await?;
        let facts = Facts {
            submission,
            by: asking.editor.account_id,
            two_people,
            held: held.as_ref(),
        };
        Ok(Self::of(facts))
    }

    /// What the rules of [`Submission`], the newsroom and the desk say.
    pub(crate) fn of(facts: Facts<'_>) -> Self {
        let submission = facts.submission;
        let mut actions = Self {
            withdraw: submission.may_be_withdrawn().is_ok(),
            ..Self::default()
        };
        if let Some(words) = facts.held {
            actions.say_no(words.clone());
            return actions;
        }
        match facts.judge(&Decision::Accept) {
            Ok(next) => {
                actions.accept = true;
                actions.first_of_two = next == Next::FirstYes;
                actions.second_of_two = facts.two_people && next != Next::FirstYes;
            }
            Err(error) => actions.say_no(error.message()),
        }
        actions.decline = actions.ask(facts, &any_decline());
        actions.spam = actions.ask(facts, &Decision::Spam);
        actions.confirm = facts.judge(&Decision::Confirm).is_ok();
        let reopen = facts.judge(&Decision::Reopen).is_ok();
        actions.take = reopen && submission.state == State::Received;
        actions.reopen = reopen && !actions.take;
        if actions.first_of_two {
            actions.mind.push(msg!("decide-two-first"));
        }
        if actions.second_of_two {
            actions.mind.push(msg!("decide-two-second"));
        }
        if submission.state == State::NeedsReply {
            actions.mind.push(msg!("decide-unanswered"));
        }
        if submission.machine_rule.is_some() {
            actions.mind.push(msg!("decide-by-machine"));
        }
        actions
    }

    fn ask(&mut self, facts: Facts<'_>, decision: &Decision) -> bool {
        match facts.judge(decision) {
            Ok(_) => true,
            Err(error) => {
                self.say_no(error.message());
                false
            }
        }
    }

    fn say_no(&mut self, words: Message) {
        if self.why_not.iter().all(|known| known.id != words.id) {
            self.why_not.push(words);
        }
    }

    /// Whether any decision can be made or taken back.
    pub(crate) fn any(&self) -> bool {
        self.accept || self.decline || self.spam || self.confirm || self.take || self.reopen
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
    /// What stands in the way of a story, if anything does.
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let why_not = publication::why_not_public(conn, submission, asking.state.clock.now()).await?;
        Ok(Self::of(submission, why_not))
    }

    fn of(submission: &Submission, mut why_not: Vec<Message>) -> Self {
        let by_state = submission.may_be_published();
        // A public story can always be looked after, whatever the contributor says of further ones.
        let open = by_state.is_ok() && (why_not.is_empty() || submission.state == State::Published);
        why_not.extend(by_state.err().map(ChangeError::message));
        Self {
            meaning: meaning(submission.consent),
            why_not,
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
    use uuid::Uuid;

    use super::*;
    use crate::testing::sample;

    fn someone(number: u128) -> AccountId {
        AccountId(Uuid::from_u128(number))
    }

    fn actions(submission: &Submission, two_people: bool) -> Actions {
        let facts = Facts {
            submission,
            by: someone(1),
            two_people,
            held: None,
        };
        Actions::of(facts)
    }

    fn of(state: State) -> Actions {
        actions(&Submission { state, ..sample() }, false)
    }

    #[test]
    fn what_is_open_can_be_decided_and_what_is_decided_only_reopened() {
        let open = of(State::Received);
        assert!(open.accept && open.decline && open.spam && open.take && !open.reopen && !open.confirm);
        assert!(open.why_not.is_empty() && open.mind.is_empty());
        let decided = of(State::Declined);
        assert!(decided.reopen && !decided.take && !decided.accept && !decided.decline && !decided.spam);
        assert_eq!(
            decided.why_not.len(),
            1,
            "one reason for three closed doors is said once"
        );
        let withdrawn = of(State::Withdrawn);
        assert!(!withdrawn.any() && !withdrawn.withdraw);
        assert_eq!(withdrawn.why_not.first().unwrap().id, "change-withdrawn");
        assert_eq!(
            of(State::NeedsReply).mind.first().unwrap().id,
            "decide-unanswered"
        );
    }

    #[test]
    fn where_two_have_to_say_yes_the_first_is_told_so_and_cannot_be_the_second() {
        let first = actions(&sample(), true);
        assert!(first.accept && first.first_of_two && !first.second_of_two);
        let by = |first_yes_by| {
            let waits = Submission {
                state: State::InReview,
                first_yes_by: Some(first_yes_by),
                ..sample()
            };
            actions(&waits, true)
        };
        let same = by(someone(1));
        assert!(!same.accept && same.decline);
        assert_eq!(same.why_not.first().unwrap().id, "decide-same-person");
        let second = by(someone(2));
        assert!(second.accept && second.second_of_two);
    }

    #[test]
    fn what_the_program_decided_is_confirmed_or_reopened() {
        let machine = Submission {
            state: State::Spam,
            machine_rule: Some("repeat_of_spam".to_owned()),
            ..sample()
        };
        let open = actions(&machine, false);
        assert!(open.confirm && open.reopen && !open.accept);
        assert_eq!(open.mind.first().unwrap().id, "decide-by-machine");
    }

    #[test]
    fn what_a_colleague_has_in_hand_is_theirs_to_decide_on_and_anyones_to_take_back_for_its_contributor() {
        let submission = sample();
        let words = msg!("claim-held").s("name", "Cem").s("when", "now");
        let facts = Facts {
            submission: &submission,
            by: someone(1),
            two_people: false,
            held: Some(&words),
        };
        let held = Actions::of(facts);
        assert!(!held.any() && held.withdraw);
        assert_eq!(held.why_not.first().unwrap().id, "claim-held");
    }

    #[test]
    fn a_story_needs_a_yes_from_both_sides_and_an_existing_one_stays_within_reach() {
        let publication = |state, why_not| Publication::of(&Submission { state, ..sample() }, why_not);
        assert!(publication(State::Accepted, Vec::new()).open);
        let unasked = publication(State::Accepted, vec![msg!("consent-blocks-ask-first")]);
        assert!(!unasked.open);
        assert_eq!(unasked.why_not.first().unwrap().id, "consent-blocks-ask-first");
        let undecided = publication(State::InReview, Vec::new());
        assert!(!undecided.open);
        assert_eq!(undecided.why_not.first().unwrap().id, "change-not-accepted");
        assert!(publication(State::Published, vec![msg!("consent-blocks-information-only")]).open);
    }
}
