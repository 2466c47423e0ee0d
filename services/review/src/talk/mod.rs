//! The talk between the desk and whoever sent a contribution, also an anonymous one. Pure: what can be asked, who may say
//! something when, and what follows from it.

mod consent;
mod question;
mod rules;
#[cfg(test)]
mod tests;
mod typed;

pub(crate) use consent::{
    ConsentError, Step, choices as consents_in, choices_to_answer as consents_to_answer, named_by, step,
};
pub(crate) use question::{Asks, Question, choice_words};
pub(crate) use rules::{
    DAYS_AFTER_THE_END, DeskError, EACH_HOUR, after_answer, after_asking, after_undo, contributor_may_write,
};
pub(crate) use typed::{BODY_MAX, clean};
