//! What a decision of one person comes to. Pure.

use ground::ids::AccountId;

use super::{ChangeError, Decision, State, Submission};

/// Who decides, and what the newsroom asks of contributions of this sort.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Second {
    /// Whose decision it is.
    pub(crate) by: AccountId,
    /// Two different people have to say yes.
    pub(crate) two_people: bool,
}

/// What becomes of a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// It stands there.
    Decided(State),
    /// It waits for another person's yes.
    FirstYes,
}

impl Next {
    /// Where it stands then.
    pub(crate) fn state(self) -> State {
        match self {
            Self::Decided(state) => state,
            Self::FirstYes => State::InReview,
        }
    }
}

impl Submission {
    /// What a decision comes to when this person makes it.
    ///
    /// # Errors
    /// When it may not be decided on, the decision would change nothing, or it is not theirs to make.
    pub(crate) fn judge(
        &self,
        decision: &Decision,
        Second { by, two_people }: Second,
    ) -> Result<Next, ChangeError> {
        let state = self.decide(decision)?;
        match (decision, self.first_yes_by) {
            (Decision::Accept, None) if two_people => Ok(Next::FirstYes),
            (Decision::Accept, Some(first)) if two_people && first == by => Err(ChangeError::SamePerson),
            _ => Ok(Next::Decided(state)),
        }
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

    fn decline() -> Decision {
        Decision::Decline {
            reason: "rules".to_owned(),
            note: None,
        }
    }

    #[test]
    fn of_two_who_say_yes_the_second_is_another() {
        let (bo, cem) = (someone(1), someone(2));
        let judge = |first: Option<AccountId>, by, two_people, decision: Decision| {
            let submission = Submission {
                state: State::InReview,
                first_yes_by: first,
                ..sample()
            };
            submission.judge(&decision, Second { by, two_people })
        };
        for (first, by, two_people, decision, comes_to) in [
            (
                None,
                bo,
                false,
                Decision::Accept,
                Ok(Next::Decided(State::Accepted)),
            ),
            (None, bo, true, Decision::Accept, Ok(Next::FirstYes)),
            (Some(bo), bo, true, Decision::Accept, Err(ChangeError::SamePerson)),
            (
                Some(bo),
                cem,
                true,
                Decision::Accept,
                Ok(Next::Decided(State::Accepted)),
            ),
            // The newsroom asks for one only, meanwhile.
            (
                Some(bo),
                bo,
                false,
                Decision::Accept,
                Ok(Next::Decided(State::Accepted)),
            ),
            // A no needs one, whoever said yes before.
            (Some(bo), bo, true, decline(), Ok(Next::Decided(State::Declined))),
            (
                Some(bo),
                cem,
                true,
                Decision::Spam,
                Ok(Next::Decided(State::Spam)),
            ),
        ] {
            assert_eq!(
                judge(first, by, two_people, decision.clone()),
                comes_to,
                "{decision:?}"
            );
        }
    }

    #[test]
    fn every_decision_in_every_state_leads_where_the_way_of_a_contribution_says() {
        use ChangeError::{Already, NothingToConfirm, Published, Withdrawn};
        use State::{Accepted, Declined, InReview, NeedsReply, Received, Spam};
        let open = [Ok(Accepted), Ok(Declined), Ok(Spam), Err(NothingToConfirm)];
        let ended = [Err(Already), Err(Already), Err(Already), Err(NothingToConfirm)];
        for (state, machine, comes_to, reopened) in [
            (Received, false, open, Ok(InReview)),
            (InReview, false, open, Err(Already)),
            (NeedsReply, false, open, Err(Already)),
            (Accepted, false, ended, Ok(InReview)),
            (Declined, false, ended, Ok(InReview)),
            (Spam, false, ended, Ok(InReview)),
            (
                Spam,
                true,
                [Err(Already), Err(Already), Err(Already), Ok(Spam)],
                Ok(InReview),
            ),
            (
                State::Published,
                false,
                [
                    Err(Published),
                    Err(Published),
                    Err(Published),
                    Err(NothingToConfirm),
                ],
                Err(Published),
            ),
            (State::Withdrawn, false, [Err(Withdrawn); 4], Err(Withdrawn)),
        ] {
            let submission = Submission {
                state,
                machine_rule: machine.then(|| "repeat_of_spam".to_owned()),
                ..sample()
            };
            let decisions = [Decision::Accept, decline(), Decision::Spam, Decision::Confirm];
            for (decision, comes_to) in decisions.iter().zip(comes_to) {
                assert_eq!(submission.decide(decision), comes_to, "{state:?} {decision:?}");
            }
            assert_eq!(submission.decide(&Decision::Reopen), reopened, "{state:?}");
        }
    }
}
