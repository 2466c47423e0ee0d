//! Answering and writing to the newsroom, changing what is allowed: by whoever holds the code, or by the account.

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    ids::{MessageId, SendingId, SubmissionId},
    jobs::{self, WithdrawStory},
    lang::Message,
    live, msg,
    web::Problems,
};
use sqlx::PgConnection;
use uploads::Fields;

use super::talk::{Typed, TypedAnswer};
use crate::{
    desk::search,
    event::EventKind,
    store::{
        desk, history,
        talk::{self as store, NewMessage, Sending, Standing, Told},
    },
    submission::{Consent, State, Submission},
    talk::{
        Asks, BODY_MAX, ConsentError, EACH_HOUR, Question, Step, after_answer, clean, consents_to_answer,
        contributor_may_write, named_by, step,
    },
};

/// What came of it.
pub(crate) enum Outcome {
    Done,
    /// It was done before, by the same form.
    Before,
    /// Nothing was; what was typed stands on the page again.
    Refused(StatusCode, Problems),
}

/// One message, fit to keep.
struct Answer<'a> {
    of: &'a Told,
    question: Question,
    text: String,
    choice: Option<&'a str>,
}

/// Writes down what a contributor says: answers, and words of their own. In one transaction with everything that follows.
pub(crate) async fn say(state: &crate::State, id: SubmissionId, typed: &Typed) -> Result<Outcome, Failure> {
    let now = state.clock.now();
    let malformed = || Failure::BadRequest(msg!("form-malformed"));
    let sending_id = typed.sending_id.ok_or_else(malformed)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    // Whoever decides on it, asks or answers waits, or was before us.
    let submission = desk::find_submission_for_update(&mut tx, id)
        .await?
        .ok_or(Failure::NotFound)?;
    if let Some(before) = store::find_sending(&mut tx, sending_id).await? {
        let same = before.submission_id == id && before.account_id.is_none();
        return if same {
            Ok(Outcome::Before)
        } else {
            Err(malformed())
        };
    }
    let mut problems = Problems::default();
    if !contributor_may_write(&submission, now) {
        problems.add("talk", msg!("talk-ended"));
        return Ok(Outcome::Refused(StatusCode::CONFLICT, problems));
    }
    let told = store::list_told(&mut tx, id, now).await?;
    let (answers, body) = parse(typed, &told, &submission, &mut problems);
    if problems.is_empty() && answers.is_empty() && body.is_empty() {
        problems.add("body", msg!("talk-nothing"));
    }
    if !problems.is_empty() {
        return Ok(Outcome::Refused(StatusCode::UNPROCESSABLE_ENTITY, problems));
    }
    if store::count_sent_since(&mut tx, id, now - TimeDelta::hours(1)).await? >= EACH_HOUR {
        problems.add("body", msg!("talk-slowly"));
        return Ok(Outcome::Refused(StatusCode::TOO_MANY_REQUESTS, problems));
    }
    insert_sending(&mut tx, sending_id, id, now).await?;
    let said = answers.iter().map(|answer| NewMessage {
        answers: Some(answer.of.message_id),
        body: &answer.text,
        choice: answer.choice,
        ..NewMessage::default()
    });
    let words = (!body.is_empty()).then(|| NewMessage {
        body: &body,
        ..NewMessage::default()
    });
    for (position, message) in (0..).zip(said.chain(words)) {
        let message = NewMessage { position, ..message };
        let message_id: MessageId = state.ids.mint(now);
        store::insert_message(&mut tx, message_id, (sending_id, id), &message).await?;
    }
    let mut consent = submission.consent;
    for answer in &answers {
        store::close_question(&mut tx, id, answer.of.message_id, now, None).await?;
        if let Some(to) = meant_by(answer, consent) {
            write_consent(&mut tx, state, id, to, now).await?;
            consent = to;
        }
    }
    let kind = if answers.is_empty() {
        EventKind::ContributorWrote
    } else {
        EventKind::Answered
    };
    write(&mut tx, state, &submission, kind, now).await?;
    search::index(&mut tx, id).await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, answers.count = answers.len(), "a contributor wrote to the desk");
    Ok(Outcome::Done)
}

/// What is fit to keep; what is wrong is added to the problems.
fn parse<'a>(
    typed: &'a Typed,
    told: &'a [Told],
    submission: &Submission,
    problems: &mut Problems,
) -> (Vec<Answer<'a>>, String) {
    let mut text = |field, typed: &str| {
        clean(typed).unwrap_or_else(|_| {
            let most = i64::try_from(BODY_MAX).unwrap_or(i64::MAX);
            problems.add(field, msg!("talk-too-long").n("most", most));
            String::new()
        })
    };
    let answers = typed.answers.iter().filter_map(|answer| {
        // Also one that somebody answered or closed meanwhile: what is said now is said.
        let of = told
            .iter()
            .find(|message| message.message_id == answer.of && message.by_desk)?;
        let question = of.question.as_deref().and_then(Question::from_code)?;
        let choice = choice_of(answer, question, submission);
        let text = text(answer.field, &answer.text);
        (choice.is_some() || !text.is_empty()).then_some(Answer {
            of,
            question,
            text,
            choice,
        })
    });
    let answers: Vec<_> = answers.collect();
    let body = text("body", &typed.body);
    (answers, body)
}

/// What was chosen of what the question offers.
fn choice_of<'a>(answer: &'a TypedAnswer, question: Question, submission: &Submission) -> Option<&'a str> {
    let choice = answer.choice.as_str();
    let offered = match question.asks() {
        Asks::Words | Asks::Files => false,
        Asks::YesOrNo => matches!(choice, "yes" | "no"),
        Asks::Consent => {
            Consent::from_code(choice).is_some_and(|to| consents_to_answer(submission.state).contains(&to))
        }
    };
    offered.then_some(choice)
}

/// The consent that an answer gives, if it changes it: by the contributor's own act, and by no other.
fn meant_by(answer: &Answer<'_>, now: Consent) -> Option<Consent> {
    let choice = answer.choice?;
    match answer.question.asks() {
        Asks::Consent => Consent::from_code(choice).filter(|to| *to != now),
        _ => named_by(answer.question, now, choice == "yes"),
    }
}

/// Files that were added answer the questions whose boxes are ticked. True when they did.
pub(super) async fn answer_with_files(
    tx: &mut PgConnection,
    state: &crate::State,
    submission: &Submission,
    fields: &Fields,
    files: usize,
) -> Result<bool, Failure> {
    let (id, now) = (submission.submission_id, state.clock.now());
    let told = store::list_told(&mut *tx, id, now).await?;
    let ticked: Vec<MessageId> = fields
        .all("answers")
        .filter_map(|text| text.parse().ok())
        .collect();
    let answered: Vec<&Told> = told
        .iter()
        .filter(|message| {
            let question = message.question.as_deref().and_then(Question::from_code);
            let waits = message.closed_at.is_none() && question.is_some_and(|q| q.asks() == Asks::Files);
            waits && ticked.contains(&message.message_id)
        })
        .collect();
    if answered.is_empty() {
        return Ok(false);
    }
    let sending_id: SendingId = state.ids.mint(now);
    insert_sending(tx, sending_id, id, now).await?;
    for (position, question) in (0..).zip(answered) {
        let message_id: MessageId = state.ids.mint(now);
        let message = NewMessage {
            position,
            answers: Some(question.message_id),
            files: i16::try_from(files).unwrap_or(i16::MAX),
            ..NewMessage::default()
        };
        store::insert_message(tx, message_id, (sending_id, id), &message).await?;
        store::close_question(tx, id, question.message_id, now, None).await?;
    }
    write(tx, state, submission, EventKind::Answered, now).await?;
    Ok(true)
}

/// What came of changing what is allowed.
pub(crate) enum Changed {
    Done,
    /// It says so already.
    Nothing,
    /// The public story would go, for good: ask whether that is meant.
    Ask,
    Refused(Message),
}

/// Changes what a contributor allows. `confirmed`: they know that a public story goes by it.
pub(crate) async fn allow(
    state: &crate::State,
    id: SubmissionId,
    to: Consent,
    confirmed: bool,
) -> Result<Changed, Failure> {
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let mut submission = desk::find_submission_for_update(&mut tx, id)
        .await?
        .ok_or(Failure::NotFound)?;
    match step(submission.state, submission.consent, to) {
        Err(ConsentError::Withdrawn) => return Ok(Changed::Refused(msg!("talk-consent-withdrawn"))),
        Err(ConsentError::PublicAlready) => return Ok(Changed::Refused(msg!("talk-consent-public"))),
        Ok(Step::Nothing) => return Ok(Changed::Nothing),
        Ok(Step::TakeDown) if !confirmed => return Ok(Changed::Ask),
        Ok(Step::TakeDown) => {
            // As when it is withdrawn: page and pictures are gone with this commit, the objects by the job.
            store::reopen(&mut tx, id).await?;
            submission.state = State::InReview;
            jobs::enqueue(&mut tx, &WithdrawStory { submission_id: id }).await?;
        }
        Ok(Step::Write) => {}
    }
    write_consent(&mut tx, state, id, to, now).await?;
    stand(&mut tx, &submission, now).await?;
    live::announce(&mut tx).await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, consent = to.code(), "a contributor allows something else");
    Ok(Changed::Done)
}

async fn write_consent(
    tx: &mut PgConnection,
    state: &crate::State,
    id: SubmissionId,
    to: Consent,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    store::set_consent(&mut *tx, id, to, now, &state.site.terms_version).await?;
    history::insert_event(tx, &state.ids, now, id, EventKind::ConsentChanged(to), None).await
}

async fn insert_sending(
    tx: &mut PgConnection,
    sending_id: SendingId,
    submission_id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let sending = Sending {
        sending_id,
        submission_id,
        account_id: None,
        at: now,
        settles_at: None,
        state_before: None,
        due_before: None,
        unread_before: None,
        due_at: None,
        told_at: None,
        reminded_at: None,
    };
    store::insert_sending(tx, &sending).await?;
    Ok(())
}

/// Where it stands now, what happened, and the word to the desk.
async fn write(
    tx: &mut PgConnection,
    state: &crate::State,
    submission: &Submission,
    kind: EventKind,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let id = submission.submission_id;
    stand(&mut *tx, submission, now).await?;
    history::insert_event(&mut *tx, &state.ids, now, id, kind, None).await?;
    live::announce(tx).await
}

/// What a contributor did waits to be read.
async fn stand(tx: &mut PgConnection, submission: &Submission, now: DateTime<Utc>) -> sqlx::Result<()> {
    let id = submission.submission_id;
    let open = store::count_open(&mut *tx, id).await?;
    let standing = Standing {
        state: after_answer(submission.state, open),
        due_at: submission.answer_due_at.filter(|_| open > 0),
        unread_since: submission.unread_since.or(Some(now)),
        by: None,
    };
    store::set_standing(tx, id, &standing).await
}
