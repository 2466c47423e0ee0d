//! The talk with the newsroom, as its contributor has it: on the receipt or in the account. Nobody of the newsroom is named.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use ground::{
    ids::{MessageId, SendingId},
    lang::Message,
    msg,
    web::{Cx, Problems},
};
use sqlx::PgConnection;

use super::Way;
use crate::{
    store::talk::{self as store, Told},
    submission::{State, Submission},
    talk::{
        Asks, BODY_MAX, DAYS_AFTER_THE_END, Question, choice_words, consents_to_answer, contributor_may_write,
    },
};

/// Names of the fields of the questions, in their order; more are not asked at once.
pub(super) const FIELDS: [(&str, &str, &str); 12] = [
    ("of-1", "answer-1", "choice-1"),
    ("of-2", "answer-2", "choice-2"),
    ("of-3", "answer-3", "choice-3"),
    ("of-4", "answer-4", "choice-4"),
    ("of-5", "answer-5", "choice-5"),
    ("of-6", "answer-6", "choice-6"),
    ("of-7", "answer-7", "choice-7"),
    ("of-8", "answer-8", "choice-8"),
    ("of-9", "answer-9", "choice-9"),
    ("of-10", "answer-10", "choice-10"),
    ("of-11", "answer-11", "choice-11"),
    ("of-12", "answer-12", "choice-12"),
];

/// What somebody typed to the newsroom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(super) sending_id: Option<SendingId>,
    pub(super) answers: Vec<TypedAnswer>,
    pub(super) body: String,
}

/// An answer as it was typed.
#[derive(Clone, Debug)]
pub(super) struct TypedAnswer {
    pub(super) of: MessageId,
    /// Its field, by which a mistake in it is named.
    pub(super) field: &'static str,
    pub(super) text: String,
    pub(super) choice: String,
}

impl Typed {
    /// What is in a form.
    pub(crate) fn of(fields: &HashMap<String, String>) -> Self {
        let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
        let answers = FIELDS.into_iter().filter_map(|(of, answer, choice)| {
            Some(TypedAnswer {
                of: fields.get(of)?.parse().ok()?,
                field: answer,
                text: field(answer),
                choice: field(choice),
            })
        });
        Self {
            sending_id: fields.get("sending").and_then(|text| text.parse().ok()),
            answers: answers.collect(),
            body: field("body"),
        }
    }

    /// All words of it, for who can send them nowhere now.
    pub(crate) fn words(&self) -> Vec<String> {
        let answers = self.answers.iter().map(|answer| &answer.text);
        answers
            .chain([&self.body])
            .filter(|text| !text.trim().is_empty())
            .cloned()
            .collect()
    }
}

/// The part of the page.
#[derive(Template)]
#[template(path = "review/receipt_talk.html")]
pub(super) struct Part {
    cx: Cx,
    way: Way,
    questions: Vec<Open>,
    thread: Vec<Line>,
    may_write: bool,
    /// It came to its end: writing is possible for a while only.
    ended: bool,
    due_at: Option<DateTime<Utc>>,
    sending_id: SendingId,
    body: String,
    /// What was typed and can be sent nowhere any more.
    lost: Vec<String>,
    said: bool,
    problems: Problems,
}

/// A question that waits.
pub(super) struct Open {
    pub(super) message_id: MessageId,
    names: (&'static str, &'static str, &'static str),
    question: Question,
    /// As it is read: the catalogue's words, or the editor's.
    pub(super) words: String,
    answer: String,
    choice: String,
    consents: Vec<(&'static str, String)>,
}

/// What was said before.
struct Line {
    by_desk: bool,
    at: DateTime<Utc>,
    words: Option<String>,
    body: String,
    answers: Option<String>,
    choice: Option<Message>,
    files: i64,
}

impl Open {
    fn is_files(&self) -> bool {
        self.question.asks() == Asks::Files
    }

    fn is_yes_or_no(&self) -> bool {
        self.question.asks() == Asks::YesOrNo
    }

    fn is_about_the_name(&self) -> bool {
        self.question == Question::MayName
    }

    fn of(&self) -> &'static str {
        self.names.0
    }

    fn answer_name(&self) -> &'static str {
        self.names.1
    }

    fn choice_name(&self) -> &'static str {
        self.names.2
    }

    fn hint(&self) -> Message {
        match self.question.asks() {
            Asks::Words => msg!("talk-answer-hint"),
            Asks::Files => msg!("talk-answer-files-hint"),
            Asks::YesOrNo | Asks::Consent => msg!("talk-answer-more-hint"),
        }
    }
}

/// What is said and asked at the talk beside it.
#[derive(Default)]
pub(crate) struct Saying {
    pub(crate) typed: Typed,
    /// It was said just now.
    pub(crate) said: bool,
}

/// The talk as its contributor knows it, and how the contribution stands for them.
pub(super) struct Talk {
    pub(super) told: Vec<Told>,
    /// How it stood before the desk said what is not told yet.
    pub(super) state: State,
}

impl Talk {
    pub(super) async fn load(
        conn: &mut PgConnection,
        submission: &Submission,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Self> {
        let id = submission.submission_id;
        let told = store::list_told(&mut *conn, id, now).await?;
        if told.iter().any(|message| message.by_desk) {
            store::note_read_by_contributor(&mut *conn, id, now).await?;
        }
        let unsettled = store::find_unsettled(conn, id, now).await?;
        let before = unsettled.and_then(|sending| sending.state_before);
        let state = match (submission.state, before) {
            (State::NeedsReply | State::InReview, Some(before)) => before,
            (state, _) => state,
        };
        Ok(Self { told, state })
    }

    /// The questions that wait, the oldest first.
    pub(super) fn open(&self, cx: &Cx, submission: &Submission, typed: &Typed) -> Vec<Open> {
        let waiting = self.told.iter().filter_map(|message| {
            let question = message.question.as_deref().and_then(Question::from_code)?;
            message.closed_at.is_none().then_some((message, question))
        });
        let consents = || {
            let all = consents_to_answer(submission.state).into_iter();
            all.map(|to| (to.code(), cx.say(&to.message()))).collect()
        };
        waiting
            .zip(FIELDS)
            .map(|((message, question), names)| {
                let typed = typed
                    .answers
                    .iter()
                    .find(|answer| answer.of == message.message_id);
                Open {
                    message_id: message.message_id,
                    names,
                    question,
                    words: words_of(message, cx).unwrap_or_default(),
                    answer: typed.map(|typed| typed.text.clone()).unwrap_or_default(),
                    choice: typed.map(|typed| typed.choice.clone()).unwrap_or_default(),
                    consents: match question.asks() {
                        Asks::Consent => consents(),
                        _ => Vec::new(),
                    },
                }
            })
            .collect()
    }

    /// The open questions that files answer: id and words.
    pub(super) fn asks_for_files(&self, cx: &Cx, submission: &Submission) -> Vec<(String, String)> {
        self.open(cx, submission, &Typed::default())
            .into_iter()
            .filter(Open::is_files)
            .map(|open| (open.message_id.to_string(), open.words))
            .collect()
    }

    /// The part of the page.
    pub(super) fn part(
        &self,
        (state, cx, way): (&crate::State, &Cx, &Way),
        submission: &Submission,
        saying: &Saying,
        problems: &Problems,
        status: StatusCode,
    ) -> Part {
        let now = state.clock.now();
        let questions = self.open(cx, submission, &saying.typed);
        let may_write = contributor_may_write(submission, now);
        let is_open = |of: MessageId| questions.iter().any(|open| open.message_id == of);
        // An answer to what nobody waits for any more is still something to say.
        let homeless = saying.typed.answers.iter().filter(|answer| !is_open(answer.of));
        let mut body = saying.typed.body.clone();
        for answer in homeless.filter(|answer| !answer.text.trim().is_empty()) {
            if !body.is_empty() {
                body.insert_str(0, "\n\n");
            }
            body.insert_str(0, answer.text.trim());
        }
        Part {
            // What waits stands above, with the field for its answer.
            thread: self
                .told
                .iter()
                .filter(|told| !may_write || !is_open(told.message_id))
                .map(|told| Line::of(told, &self.told, cx))
                .collect(),
            due_at: submission.answer_due_at.filter(|_| !questions.is_empty()),
            questions,
            ended: matches!(submission.state, State::Declined | State::Spam | State::Withdrawn),
            sending_id: match saying.typed.sending_id {
                // The same form again, mended.
                Some(sending_id) if status.is_client_error() => sending_id,
                _ => state.ids.mint(now),
            },
            lost: if may_write {
                Vec::new()
            } else {
                saying.typed.words()
            },
            may_write,
            body,
            said: saying.said,
            problems: problems.clone(),
            way: way.clone(),
            cx: cx.clone(),
        }
    }
}

impl Part {
    /// Whether something waits for an answer.
    pub(super) fn is_asking(&self) -> bool {
        !self.questions.is_empty() || self.said
    }

    /// Whether there is anything to show.
    pub(super) fn is_there(&self) -> bool {
        self.may_write || !self.thread.is_empty() || !self.lost.is_empty()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn body_max(&self) -> usize {
        BODY_MAX
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn days_after(&self) -> i64 {
        DAYS_AFTER_THE_END
    }
}

impl Line {
    fn of(told: &Told, all: &[Told], cx: &Cx) -> Self {
        let answered = told
            .answers
            .and_then(|id| all.iter().find(|other| other.message_id == id));
        let is_other = told.question.as_deref() == Some(Question::Other.code());
        Self {
            by_desk: told.by_desk,
            at: told.at,
            words: if is_other { None } else { words_of(told, cx) },
            body: told.body.clone(),
            answers: answered.and_then(|other| words_of(other, cx)),
            choice: told.choice.as_deref().and_then(choice_words),
            files: told.files.into(),
        }
    }
}

/// What is read of a question.
fn words_of(told: &Told, cx: &Cx) -> Option<String> {
    match told.question.as_deref().and_then(Question::from_code)? {
        Question::Other => Some(told.body.clone()),
        question => Some(cx.say(&question.message())),
    }
}
