//! The page of one contribution, in every case in which it is shown: asked for, refused, or too late.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems},
};
use sqlx::PgConnection;

use super::{
    actions::{Actions, Publication},
    address_of, checks, claims,
    door::Asking,
    file::{self, SentFile},
    keeping, notes, recorded,
    repeats::Repeats,
    sender,
    steps::{Steps, Tab},
    talk,
    timeline::Happened,
};
use crate::{
    event::EventKind,
    store::history,
    submission::{ChangeError, DeclineReason, Submission},
};

/// The longest note to a contributor, in characters.
pub(crate) const NOTE_MAX: usize = 1000;

/// What was typed and could not be used.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    /// A code of the catalogue, or nothing.
    pub(crate) reason: String,
    pub(crate) note: String,
}

/// Everything about one contribution.
#[derive(Template)]
#[template(path = "review/desk/item.html")]
pub(crate) struct SubmissionPage {
    cx: Cx,
    submission: Submission,
    address: String,
    files: Vec<SentFile>,
    repeats: Repeats,
    /// The list that it was opened from.
    back: String,
    /// Its neighbours there.
    steps: Option<Steps>,
    /// What stands open of talk and notes.
    tab: Tab,
    claim: claims::Panel,
    recorded: recorded::Panel,
    checks: checks::Panel,
    sender: sender::Panel,
    notes: notes::Panel,
    talk: talk::Panel,
    keeping: keeping::Panel,
    history: Vec<Happened>,
    actions: Actions,
    publication: Publication,
    /// Why it was declined, if it was.
    declined: Option<Message>,
    reasons: Vec<(&'static str, String, String)>,
    /// What just happened, well.
    done: Option<Message>,
    /// Why something was not done: someone was faster, or it may not be.
    refusal: Option<Message>,
    problems: Problems,
    typed: Typed,
    /// Whether the form for declining stands open.
    declining: bool,
}

impl SubmissionPage {
    /// The page as it is when nothing was tried.
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: Submission,
    ) -> sqlx::Result<Self> {
        let cx = asking.cx;
        let files = file::list(&mut *conn, &[submission.submission_id]).await?;
        let repeats = Repeats::load(&mut *conn, submission.submission_id, &files).await?;
        let history = history::list_history(&mut *conn, submission.submission_id).await?;
        let reasons =
            DeclineReason::ALL.map(|reason| (reason.code(), cx.say(&reason.message()), String::new()));
        Ok(Self {
            cx: cx.clone(),
            address: address_of(submission.submission_id),
            files,
            repeats,
            claim: claims::Panel::load(&mut *conn, asking, &submission).await?,
            recorded: recorded::Panel::load(&mut *conn, asking, &submission).await?,
            checks: checks::Panel::load(&mut *conn, asking, &submission).await?,
            sender: sender::Panel::load(&mut *conn, asking, &submission).await?,
            notes: notes::Panel::load(&mut *conn, asking, &submission).await?,
            talk: talk::Panel::load(&mut *conn, asking, &submission).await?,
            keeping: keeping::Panel::load(&mut *conn, asking, &submission).await?,
            back: "/desk".to_owned(),
            steps: None,
            tab: Tab::default(),
            history: history.into_iter().map(Happened::of).collect(),
            actions: Actions::of(&submission),
            publication: Publication::of(&submission),
            declined: submission
                .decline_reason
                .as_deref()
                .and_then(DeclineReason::from_code)
                .map(DeclineReason::message),
            reasons: reasons.into(),
            done: None,
            refusal: None,
            problems: Problems::default(),
            typed: Typed::default(),
            declining: false,
            submission,
        })
    }

    /// As it was opened from a list, with that part of talk and notes open.
    pub(crate) fn opened_from(mut self, back: String, steps: Option<Steps>, tab: Tab) -> Self {
        (self.back, self.steps, self.tab) = (back, steps, tab);
        self
    }

    /// 200, after something was done, if `done` says so and it still stands; with the form for declining open,
    /// if `declining`.
    pub(crate) fn shown(mut self, done: Option<&str>, declining: bool) -> Response {
        self.declining = declining;
        let last = self.history.iter().rev().find_map(|happened| {
            EventKind::from_code(&happened.entry.kind, happened.entry.reason.as_deref())
                .filter(|kind| kind.changes_state())
        });
        self.done = last.filter(|kind| done == Some(kind.code())).map(done_words);
        self.answer(StatusCode::OK)
    }

    /// 422: the form again, what was typed, and what is wrong.
    pub(crate) fn unprocessable(mut self, problems: Problems, typed: Typed) -> Failure {
        self.declining = problems.of("reason").or_else(|| problems.of("note")).is_some();
        (self.problems, self.typed) = (problems, typed);
        Failure::Page(Box::new(self.answer(StatusCode::UNPROCESSABLE_ENTITY)))
    }

    /// 409: who was faster, what they did and when, how it stands now; what was typed is kept.
    pub(crate) fn conflict(mut self, error: ChangeError, editor: &Editor, typed: Typed) -> Failure {
        self.refusal = Some(self.faster(error, editor).unwrap_or_else(|| error.message()));
        self.declining = !typed.note.is_empty();
        self.typed = typed;
        Failure::Page(Box::new(self.answer(StatusCode::CONFLICT)))
    }

    fn faster(&self, error: ChangeError, editor: &Editor) -> Option<Message> {
        let last = self.history.iter().rev().find(|happened| {
            EventKind::from_code(&happened.entry.kind, happened.entry.reason.as_deref())
                .is_some_and(EventKind::changes_state)
        })?;
        let told = match (last.entry.account_id, &last.entry.account_name) {
            // With the page as it is now, the rule that forbids it says more than who was here last.
            _ if error != ChangeError::Stale => return None,
            (Some(by), _) if by == editor.account_id => msg!("desk-conflict-you"),
            (Some(_), Some(name)) => msg!("desk-conflict-colleague").s("name", name),
            _ => msg!("desk-conflict-contributor"),
        };
        Some(
            told.s("what", self.cx.say(&last.words))
                .s("when", self.cx.datetime(&last.entry.at)),
        )
    }

    /// What it is called, also where it has no title.
    fn title(&self) -> String {
        if self.submission.title.trim().is_empty() {
            return self.cx.t("desk-untitled");
        }
        self.submission.title.clone()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        NOTE_MAX
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }
}

fn done_words(kind: EventKind) -> Message {
    match kind {
        EventKind::Accepted => msg!("desk-done-accepted"),
        EventKind::Declined(_) => msg!("desk-done-declined"),
        EventKind::Spam => msg!("desk-done-spam"),
        EventKind::Reopened => msg!("desk-done-reopened"),
        EventKind::Withdrawn => msg!("desk-done-withdrawn"),
        EventKind::RiskSet => msg!("verify-done-risk-set"),
        EventKind::RiskLifted => msg!("verify-done-risk-lifted"),
        EventKind::Sorted => msg!("verify-done-sorted"),
        EventKind::Asked | EventKind::Wrote => msg!("talk-done-sent"),
        EventKind::Unasked => msg!("talk-done-undone"),
        EventKind::QuestionClosed => msg!("talk-done-closed"),
        EventKind::Opened
        | EventKind::Sent
        | EventKind::FilesAdded
        | EventKind::Acknowledged
        | EventKind::Published
        | EventKind::StoryEdited
        | EventKind::TalkRead
        | EventKind::QuestionTold
        | EventKind::Reminded
        | EventKind::Answered
        | EventKind::ContributorWrote
        | EventKind::ConsentChanged(_)
        | EventKind::Claimed
        | EventKind::Exported
        | EventKind::OriginalOpened
        | EventKind::IdentityRevealed
        | EventKind::TrustSet(_)
        | EventKind::Checked(_)
        | EventKind::OriginalDamaged
        | EventKind::TakenOver => msg!("desk-done-opened"),
    }
}
