//! What became of a contribution, for whoever holds its code, or has it in their account. A slip of paper can be found by others, so the
//! page shows the title and no more of what was sent: no text, no picture, no name, no address. What was said with the
//! newsroom since is there, and names nobody.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::SubmissionId,
    lang::Message,
    msg,
    web::{Cx, Page, Problems},
};
use media::{MediaState, Medium};
use sqlx::PgConnection;
use uploads::Held;
use uuid::Uuid;

use super::{
    Way,
    files::already,
    steps::{Step, When, steps},
    talk::{Part, Saying, Talk},
};
use crate::{
    contribute::{kept, megabytes},
    event::EventKind,
    reasons,
    retention::told_to_contributor,
    store::{
        decisions, desk, history,
        intake::{self, FileAlready},
        retention,
    },
    submission::{Consent, State, Submission},
    talk::consents_in,
    told::told,
};

#[derive(Template)]
#[template(path = "review/receipt_status.html")]
struct StatusPage {
    cx: Cx,
    submission: Submission,
    way: Way,
    steps: Vec<Step>,
    /// Kind words, where it was not used.
    reason: Option<String>,
    files: Vec<FileLine>,
    /// How long it is kept, in words.
    keeping: Vec<Message>,
    shown: Shown,
    /// The form that adds files, when it can be used.
    adding: Option<Adding>,
    talk: Part,
}

/// What is said and asked beside how it stands.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Shown {
    pub(crate) status: StatusCode,
    /// Whether to ask if it is to be taken back.
    pub(crate) asks: bool,
    /// Files were added just now.
    pub(crate) added: bool,
    /// Files cannot be added any more, and someone tried.
    pub(crate) closed: bool,
    /// Files that are here and not added yet.
    pub(crate) held: Vec<Held>,
    pub(crate) problems: Problems,
    /// What is typed to the newsroom, or was said just now.
    pub(crate) saying: Saying,
    /// What is allowed was changed just now.
    pub(crate) allowed: bool,
    /// Whether to ask if the public story is to go by this.
    pub(crate) asks_consent: Option<Consent>,
}

/// The form that adds files.
struct Adding {
    /// Of this form: sent twice, it adds once.
    addition_id: Uuid,
    /// Files that the contribution has.
    before: usize,
    /// How many it may have besides.
    room: usize,
    /// Questions that files answer: id and words.
    asked: Vec<(String, String)>,
    upload_bytes: u64,
    hint: Message,
}

impl StatusPage {
    fn held(&self) -> Vec<(String, String, String)> {
        kept(&self.cx, &self.shown.held)
    }

    /// What was allowed, in words.
    fn consent(&self) -> String {
        self.cx.say(&self.submission.consent.message())
    }

    /// What can be allowed instead.
    fn consents(&self) -> Vec<(&'static str, String, String)> {
        let all = consents_in(self.submission.state).into_iter();
        all.map(|to| (to.code(), self.cx.say(&to.message()), String::new()))
            .collect()
    }

    fn now_allowed(&self) -> &'static str {
        self.submission.consent.code()
    }

    /// Whether files are asked for: their form stands first then.
    fn asks_for_files(&self) -> bool {
        self.adding
            .as_ref()
            .is_some_and(|adding| !adding.asked.is_empty())
    }
}

/// What became of one file.
struct FileLine {
    number: i64,
    words: Message,
    code: &'static str,
    refusal: Option<Message>,
    /// Of which file it is the original, in words.
    original_of: Option<Message>,
}

/// Whether files can be added to a contribution in this state.
pub(super) fn takes_files(state: State) -> bool {
    match state {
        State::Received | State::InReview | State::NeedsReply | State::Accepted => true,
        State::Published | State::Declined | State::Withdrawn | State::Spam => false,
    }
}

pub(crate) async fn page(
    state: &crate::State,
    cx: Cx,
    id: SubmissionId,
    way: Way,
    mut shown: Shown,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let mut submission = desk::find_submission(&mut conn, id)
        .await?
        .ok_or(Failure::NotFound)?;
    let now = state.clock.now();
    decisions::show(&mut conn, &mut submission, now).await?;
    let talk = Talk::load(&mut conn, &submission, now).await?;
    submission.state = talk.state;
    let unsettled = decisions::find_unsettled_since(&mut conn, id, now).await?;
    let opened_at = told(history::list_history(&mut conn, id).await?, unsettled)
        .into_iter()
        .find(|entry| entry.kind == EventKind::Opened.code())
        .map(|entry| entry.at);
    let media_ids: Vec<_> = desk::list_files(&mut conn, &[id])
        .await?
        .into_iter()
        .map(|file| file.media_id)
        .collect();
    let files = media::list(&mut conn, &media_ids).await?;
    let there = intake::list_files_already(&mut conn, id).await?;
    let keeping = match retention::find_kept(&mut conn, id).await? {
        Some(kept) => {
            let rules = retention::list_rules(&mut conn).await?;
            let kept = kept.shown_as(submission.state, submission.sent_at, &rules);
            told_to_contributor(&kept, &cx)
        }
        None => Vec::new(),
    };
    shown.asks = shown.asks && submission.may_be_withdrawn().is_ok();
    let status = shown.status;
    let page = StatusPage {
        keeping,
        steps: steps(&submission, opened_at),
        reason: reason(&mut conn, &cx, &submission).await?,
        files: (1..)
            .zip(&files)
            .map(|(number, medium)| FileLine::of(number, medium, &there))
            .collect(),
        adding: (!shown.asks && takes_files(submission.state))
            .then(|| Adding::to(state, &there, talk.asks_for_files(&cx, &submission)))
            .flatten(),
        talk: talk.part(
            (state, &cx, &way),
            &submission,
            &shown.saying,
            &shown.problems,
            status,
        ),
        shown,
        way,
        submission,
        cx: cx.clone(),
    };
    Ok(Page::new(&cx, page).with_status(status).into_response())
}

async fn reason(conn: &mut PgConnection, cx: &Cx, submission: &Submission) -> sqlx::Result<Option<String>> {
    let unsaid = || Some(cx.t("receipt-not-used-unsaid"));
    Ok(match submission.state {
        State::Declined => reasons::words_of(conn, submission, cx.lang())
            .await?
            .or_else(unsaid),
        // Whom we take for a nuisance may be a source: the words are kind to both.
        State::Spam => unsaid(),
        _ => None,
    })
}

impl FileLine {
    fn of(number: i64, medium: &Medium, there: &[FileAlready]) -> Self {
        let (words, code) = match medium.state {
            MediaState::Waiting => (msg!("receipt-file-waiting"), "waiting"),
            MediaState::Processing => (msg!("receipt-file-waiting"), "processing"),
            MediaState::Ready => (msg!("receipt-file-ready"), "ready"),
            MediaState::Refused => (msg!("receipt-file-refused"), "refused"),
        };
        Self {
            number,
            words,
            code,
            refusal: medium.refusal(),
            original_of: there
                .iter()
                .find(|file| i64::from(file.position) + 1 == number)
                .and_then(|file| file.original_of)
                .map(|of| msg!("receipt-file-original").n("number", i64::from(of) + 1)),
        }
    }
}

impl Adding {
    /// The form, unless the contribution has all the files that it may have.
    fn to(state: &crate::State, there: &[FileAlready], asked: Vec<(String, String)>) -> Option<Self> {
        let limits = &state.acceptor.limits;
        let room = limits.files.saturating_sub(already(there).files);
        (room > 0).then(|| Self {
            addition_id: state.ids.mint(state.clock.now()),
            before: there.len(),
            room,
            asked,
            upload_bytes: limits.upload_bytes,
            hint: msg!("contribute-files-hint")
                .n("count", i64::try_from(room).unwrap_or(i64::MAX))
                .n("megabytes", megabytes(limits.file_bytes))
                .n("total", megabytes(limits.form_bytes)),
        })
    }
}
