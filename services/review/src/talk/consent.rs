//! How what a contributor allows may change: by their own act, at any time, and with words for what follows.

use super::Question;
use crate::submission::{Consent, State};

/// What a change of consent does besides being written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It says so already.
    Nothing,
    /// What is public stays as it is, or nothing is public.
    Write,
    /// The public story goes, for good; asked twice.
    TakeDown,
}

/// Why it cannot be changed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConsentError {
    /// It was taken back: there is nothing left to allow.
    Withdrawn,
    /// What is public already cannot be asked about first.
    PublicAlready,
}

/// What a contribution in this state may be allowed, in the order of the form.
pub(crate) fn choices(state: State) -> Vec<Consent> {
    Consent::ALL
        .into_iter()
        .filter(|to| state != State::Withdrawn && (state != State::Published || *to != Consent::AskFirst))
        .collect()
}

/// What of it an answer may allow: what takes a public story down is asked twice, elsewhere on the page.
pub(crate) fn choices_to_answer(state: State) -> Vec<Consent> {
    let mut choices = choices(state);
    choices.retain(|to| state != State::Published || *to != Consent::InformationOnly);
    choices
}

/// What follows from allowing this now.
///
/// # Errors
/// When it cannot be.
pub(crate) fn step(state: State, now: Consent, to: Consent) -> Result<Step, ConsentError> {
    Ok(match (state, to) {
        (State::Withdrawn, _) => return Err(ConsentError::Withdrawn),
        (_, to) if to == now => Step::Nothing,
        (State::Published, Consent::AskFirst) => return Err(ConsentError::PublicAlready),
        (State::Published, Consent::InformationOnly) => Step::TakeDown,
        _ => Step::Write,
    })
}

/// What a yes or no to a question means for the consent. Only who allowed publication already changes by it whether their
/// name is printed; nobody's no to publication becomes a yes by it.
pub(crate) fn named_by(question: Question, now: Consent, yes: bool) -> Option<Consent> {
    match (question, now, yes) {
        (Question::MayName, Consent::Anonymous, true) => Some(Consent::Named),
        (Question::MayName, Consent::Named, false) => Some(Consent::Anonymous),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consent_changes_both_ways_and_what_is_public_goes_only_by_the_last_no() {
        use Consent::{Anonymous, AskFirst, InformationOnly, Named};
        for (state, now, to, expected) in [
            (State::Received, Named, InformationOnly, Ok(Step::Write)),
            (State::Accepted, InformationOnly, Named, Ok(Step::Write)),
            (State::Declined, Anonymous, AskFirst, Ok(Step::Write)),
            (State::InReview, Named, Named, Ok(Step::Nothing)),
            (State::Published, Named, Anonymous, Ok(Step::Write)),
            (State::Published, Anonymous, Named, Ok(Step::Write)),
            (State::Published, Named, InformationOnly, Ok(Step::TakeDown)),
            (
                State::Published,
                Named,
                AskFirst,
                Err(ConsentError::PublicAlready),
            ),
            (State::Withdrawn, Named, Anonymous, Err(ConsentError::Withdrawn)),
        ] {
            let change = step(state, now, to);
            assert_eq!(change, expected, "{state:?} {now:?} {to:?}");
            assert_eq!(choices(state).contains(&to), expected.is_ok(), "{state:?} {to:?}");
        }
    }

    #[test]
    fn a_yes_to_the_name_allows_no_more_than_the_name() {
        use Consent::{Anonymous, AskFirst, InformationOnly, Named};
        for (now, yes, to) in [
            (Anonymous, true, Some(Named)),
            (Named, false, Some(Anonymous)),
            (Named, true, None),
            (Anonymous, false, None),
            (AskFirst, true, None),
            (InformationOnly, true, None),
        ] {
            assert_eq!(named_by(Question::MayName, now, yes), to, "{now:?} {yes}");
            assert_eq!(named_by(Question::MayShowFace, now, yes), None);
        }
    }
}
