//! Taking a comment in: one transaction, once.

use ground::{
    Failure,
    ids::CommentId,
    jobs::{self, TellOfAnswer},
    lang::Lang,
    viewer::Viewer,
};

use super::{form::Guest, language_of};
use crate::{
    comment::State,
    cookies::{self, NewSecret, Who},
    event::Kind,
    person::Person,
    rules::{self, Refusal, Rule, Said, Verdict},
    store::{
        events,
        posts::{self, NewComment, Parent, Place, Posted},
    },
};

/// A comment whose form is good.
pub(super) struct Good<'a> {
    pub(super) comment_id: CommentId,
    pub(super) place: &'a Place,
    pub(super) parent: Option<&'a Parent>,
    pub(super) who: &'a Who,
    pub(super) guest: &'a Guest,
    pub(super) body: &'a str,
    /// Of the page that it was written on.
    pub(super) lang: Lang,
}

/// What became of it.
pub(super) enum Taken {
    /// It is stored so; a guest who is new keeps a secret from now on.
    New(State, Option<NewSecret>),
    /// Something was stored under its id before.
    Before,
    /// What it answers was taken back at this moment.
    ParentGone,
    /// The rules do not take it.
    Refused(Refusal),
}

/// Judges and stores it.
pub(super) async fn take(state: &crate::State, viewer: &Viewer, good: &Good<'_>) -> Result<Taken, Failure> {
    let now = state.clock.now();
    let (person, secret) = cookies::known(&state.key, &good.who.person);
    let (name, guest) = match &viewer.0 {
        Some(person) => (person.name.as_str(), None),
        None => (good.guest.name.as_str(), Some(good.guest)),
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    let said = Said {
        thread_id: good.place.thread_id,
        comment_id: good.comment_id,
        person: &person,
        name,
        text: good.body,
        is_edit: false,
    };
    let judgement = rules::judge(&mut tx, state, &said, now).await?;
    let (became, rule) = match &judgement.verdict {
        Verdict::Refused(refusal) => return Ok(Taken::Refused(refusal.clone())),
        Verdict::Shown => (State::Shown, None),
        Verdict::Held(rule, found) => (State::Held, Some((*rule, found.as_str()))),
        Verdict::Spam(rule, found) => (State::Spam, Some((*rule, found.as_str()))),
    };
    let new = NewComment {
        comment_id: good.comment_id,
        thread_id: good.place.thread_id,
        parent: good.parent,
        person: &person,
        name,
        email: guest.and_then(|guest| guest.email.as_deref()),
        wants_answers: guest.is_some_and(|guest| guest.wants_answers),
        body: good.body,
        language: language_of(good.body, good.lang),
        state: became,
        rule,
        written_at: now,
        is_first: judgement.is_first,
    };
    match posts::insert(&mut tx, &new).await {
        Ok(true) => {}
        Ok(false) => return Ok(Taken::Before),
        Err(error) if is_parent_gone(&error) => return Ok(Taken::ParentGone),
        Err(error) => return Err(error.into()),
    }
    if let Some((rule, found)) = rule {
        let kind = if became == State::Spam {
            Kind::SpamByRule
        } else {
            Kind::HeldByRule
        };
        let note = note_of(rule, found);
        events::insert_event(&mut tx, &state.ids, now, good.comment_id, None, (kind, &note)).await?;
    }
    if became == State::Shown && good.parent.is_some() {
        let comment_id = good.comment_id;
        jobs::enqueue(&mut tx, &TellOfAnswer { comment_id }).await?;
    }
    tx.commit().await?;
    Ok(Taken::New(became, secret))
}

fn is_parent_gone(error: &sqlx::Error) -> bool {
    let broken = error.as_database_error().and_then(|error| error.constraint());
    broken == Some("comments_parent_id_fkey")
}

/// What a comment's history says of the machine's decision.
pub(crate) fn note_of(rule: Rule, found: &str) -> String {
    format!("{} {found}", rule.code()).trim_end().to_owned()
}

/// Whether what came is what is here already; then nothing is to be done but to say so again. The id alone does not tell:
/// it stands in a page that many may have been given, and in the comment's address.
///
/// A guest who is not known any more (the answer that carried the secret was lost, or this is somebody who copies) gets no
/// key to it and is not told what became of it: name and text of a comment are no secrets.
pub(super) fn is_again(good: &Good<'_>, posted: &Posted) -> Option<State> {
    if posted.thread_id != good.place.thread_id || !posted.is_text {
        return None;
    }
    if good.who.owns(posted.account_id, posted.device.as_deref()) {
        return Some(posted.state);
    }
    let same = posted.name == good.guest.name && posted.email == good.guest.email;
    let is_guests = posted.device.is_some() && good.who.person == Person::Nobody;
    (same && is_guests).then_some(State::Shown)
}
