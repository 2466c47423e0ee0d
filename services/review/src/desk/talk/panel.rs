//! The part of a contribution's page.

use askama::Template;
use chrono::{DateTime, Utc};
use ground::{
    ids::{MessageId, SendingId},
    lang::{Lang, Message},
    msg,
    web::{Cx, Problems},
};
use sqlx::PgConnection;

use super::{
    REPLIES, doors_of,
    form::{DUE_DAYS, Typed},
};
use crate::{
    desk::{door::Asking, sender},
    store::{
        replies::{self, Reply},
        talk::{self as store, Row},
    },
    submission::Submission,
    talk::{BODY_MAX, DeskError, Question, after_asking, choice_words},
};

/// The talk with the sender.
#[derive(Template)]
#[template(path = "review/desk/talk.html")]
pub(crate) struct Panel {
    cx: Cx,
    doors: String,
    version: i32,
    /// The contributor's: what is asked is said in it.
    lang: Lang,
    thread: Vec<Line>,
    due_at: Option<DateTime<Utc>>,
    overdue: bool,
    unread: bool,
    /// Why nothing can be asked, and why nothing can be said at all.
    not_asking: Option<Message>,
    not_saying: Option<Message>,
    questions: Vec<Question>,
    replies: Vec<Reply>,
    /// Said by this editor, and not settled yet.
    undo: Option<SendingId>,
    /// Whether the key for taking back is free for it.
    undo_key: bool,
    first_day: String,
    kept: Kept,
}

/// What was typed and is not sent yet.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(super) typed: Typed,
    /// Of the form: sent twice, it says it once.
    pub(super) sending_id: SendingId,
    pub(super) problems: Problems,
    pub(super) stage: Stage,
}

/// How far the form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Folded.
    Closed,
    /// Something is typed in it.
    Open,
    /// What the contributor will read stands above it.
    Preview,
}

/// One message.
struct Line {
    message_id: MessageId,
    /// Of the newsroom; otherwise the contributor.
    by_desk: bool,
    /// A colleague's name, or the contributor's handle.
    who: String,
    at: DateTime<Utc>,
    question: Option<Question>,
    body: String,
    /// Which question it answers, in the editor's language.
    answers: Option<String>,
    choice: Option<Message>,
    files: i64,
    stands: Stands,
    read_at: Option<DateTime<Utc>>,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// It waits for no answer.
    Said,
    Waiting,
    Answered,
    Dropped,
    /// The contributor does not know of it yet.
    Settling,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let (state, cx) = (asking.state, asking.cx);
        let (id, now) = (submission.submission_id, state.clock.now());
        let rows = store::list(&mut *conn, id).await?;
        let replies = replies::list(conn, submission.language).await?;
        let settling = |row: &Row| row.settles_at.is_some_and(|settles_at| settles_at > now);
        let own = |row: &&Row| settling(row) && row.account_id == Some(asking.editor.account_id);
        let open = rows.iter().filter(|row| is_open(row)).count();
        let handle = cx.say(&sender::handle(submission.person_id));
        let unread = submission.unread_since.is_some();
        let due_at = submission.answer_due_at.filter(|_| open > 0);
        let local = now.with_timezone(&state.site.time_zone);
        Ok(Self {
            doors: doors_of(id),
            version: submission.version,
            lang: submission.language,
            undo: rows.iter().rev().find(own).map(|row| row.sending_id),
            undo_key: submission.settles_at.is_none_or(|settles_at| settles_at <= now),
            due_at,
            overdue: due_at.is_some_and(|due_at| due_at < now),
            unread,
            not_asking: after_asking(submission.state, &[Question::Other])
                .err()
                .map(DeskError::message),
            not_saying: after_asking(submission.state, &[]).err().map(DeskError::message),
            questions: Question::ALL
                .into_iter()
                .filter(|question| after_asking(submission.state, &[*question]).is_ok())
                .collect(),
            replies,
            first_day: local.format("%Y-%m-%d").to_string(),
            thread: rows
                .iter()
                .map(|row| Line::of(row, &rows, cx, &handle, settling(row)))
                .collect(),
            kept: Kept {
                typed: Typed {
                    due: "3".to_owned(),
                    ..Typed::default()
                },
                sending_id: state.ids.mint(now),
                problems: Problems::default(),
                stage: Stage::Closed,
            },
            cx: cx.clone(),
        })
    }

    /// With what was typed.
    pub(crate) fn keep(&mut self, kept: Kept) {
        self.kept = kept;
    }

    fn is_previewed(&self) -> bool {
        self.kept.stage == Stage::Preview
    }

    fn is_started(&self) -> bool {
        self.kept.stage != Stage::Closed
    }

    /// Exactly what the contributor reads of a question.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn told(&self, question: &Question) -> String {
        question.message().text(self.lang)
    }

    /// Whether the contributor's words differ from the editor's.
    fn translated(&self) -> bool {
        self.lang != self.cx.lang()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn asked(&self, question: &Question) -> bool {
        self.kept.typed.asked.contains(question)
    }

    /// Days as they are offered: value and words.
    fn days(&self) -> Vec<(String, String)> {
        DUE_DAYS
            .into_iter()
            .map(|days| {
                (
                    days.to_string(),
                    self.cx.say(&msg!("talk-due-days").n("days", days)),
                )
            })
            .collect()
    }

    fn body_lines(&self) -> std::str::Lines<'_> {
        self.kept.typed.body.lines()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn body_max(&self) -> usize {
        BODY_MAX
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn replies_address(&self) -> &'static str {
        REPLIES
    }
}

impl Line {
    fn of(row: &Row, all: &[Row], cx: &Cx, handle: &str, settling: bool) -> Self {
        let question = row.question.as_deref().and_then(Question::from_code);
        let answered = row
            .answers
            .and_then(|id| all.iter().find(|other| other.message_id == id));
        Self {
            message_id: row.message_id,
            by_desk: row.account_id.is_some(),
            who: match (row.account_id, &row.account_name) {
                (None, _) => handle.to_owned(),
                (Some(_), name) => name.clone().unwrap_or_default(),
            },
            at: row.at,
            question: question.filter(|question| *question != Question::Other),
            body: row.body.clone(),
            answers: answered.map(|other| in_short(other, cx)),
            choice: row.choice.as_deref().and_then(choice_words),
            files: row.files.into(),
            stands: match (question, row.closed_at, row.dropped) {
                _ if settling => Stands::Settling,
                (None, ..) => Stands::Said,
                (Some(_), None, _) => Stands::Waiting,
                (Some(_), Some(_), true) => Stands::Dropped,
                (Some(_), Some(_), false) => Stands::Answered,
            },
            read_at: row.read_at,
        }
    }

    fn waits(&self) -> bool {
        self.stands == Stands::Waiting
    }

    fn stands_words(&self) -> Option<Message> {
        match self.stands {
            Stands::Said => None,
            Stands::Waiting => Some(msg!("talk-stands-waiting")),
            Stands::Answered => Some(msg!("talk-stands-answered")),
            Stands::Dropped => Some(msg!("talk-stands-dropped")),
            Stands::Settling => Some(msg!("talk-stands-settling")),
        }
    }
}

fn is_open(row: &Row) -> bool {
    row.question.is_some() && row.closed_at.is_none()
}

/// A question in few words: its own, or the beginning of the editor's.
fn in_short(row: &Row, cx: &Cx) -> String {
    const SHORT: usize = 80;
    match row.question.as_deref().and_then(Question::from_code) {
        Some(question) if question != Question::Other => cx.say(&question.message()),
        _ if row.body.chars().count() > SHORT => {
            let beginning: String = row.body.chars().take(SHORT).collect();
            format!("{}…", beginning.trim_end())
        }
        _ => row.body.clone(),
    }
}
