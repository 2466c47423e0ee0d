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
    address_of, care, checks, claims,
    door::Asking,
    file::{self, SentFile},
    keeping, notes, recorded,
    repeats::Repeats,
    sender,
    steps::{Steps, Tab, page_asking},
    talk,
    timeline::Happened,
    undo,
};
use crate::{
    event::EventKind,
    reasons::Reasons,
    store::history,
    submission::{ChangeError, Submission},
};

/// The longest note to a contributor, in characters.
pub(crate) const NOTE_MAX: usize = 1000;

/// What was typed and could not be used.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    /// A code of the catalogue, or nothing.
    pub(crate) reason: String,
    pub(crate) note: String,
    /// For colleagues only.
    pub(crate) internal: String,
}

/// How a no reads to whom it is said.
struct Preview {
    words: String,
    note: String,
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
    /// Its neighbours in the list that it was opened from.
    steps: Option<Steps>,
    /// How its files stand before who looks.
    sight: care::Sight,
    care: care::Panel,
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
    /// What can be undone just now.
    undo: undo::Bar,
    /// Why it was declined, if it was.
    declined: Option<String>,
    /// Reasons that can be given: code, words for the editor, and nothing further.
    reasons: Vec<(String, String, String)>,
    /// The same, in the words that the contributor reads.
    reader_reasons: Vec<(String, String)>,
    preview: Option<Preview>,
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
        let history = history::list_history(&mut *conn, submission.submission_id).await?;
        let reasons = Reasons::load(&mut *conn).await?;
        let veil = care::veil_of(&mut *conn, asking.editor.account_id).await?;
        let id = submission.submission_id;
        let repeats = Repeats::load(&mut *conn, asking, id, &files, &reasons, veil).await?;
        let sight = care::Sight::of(&submission.warnings, veil, None);
        let words = |lang| {
            let offered = reasons.offered();
            offered.map(move |reason| (reason.code.clone(), reason.words(lang)))
        };
        let declined = submission.decline_reason.as_deref();
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
            steps: None,
            sight,
            care: care::Panel::load(&mut *conn, asking, &submission).await?,
            tab: Tab::default(),
            history: history
                .into_iter()
                .map(|entry| Happened::of(entry, &reasons, cx.lang()))
                .collect(),
            actions: Actions::load(&mut *conn, asking, &submission).await?,
            publication: Publication::load(&mut *conn, asking, &submission).await?,
            undo: undo::Bar::load(&mut *conn, asking, address_of(submission.submission_id)).await?,
            declined: declined.map(|code| reasons.words(code, cx.lang())),
            reasons: words(cx.lang())
                .map(|(code, words)| (code, words, String::new()))
                .collect(),
            reader_reasons: words(submission.language).collect(),
            preview: None,
            done: None,
            refusal: None,
            problems: Problems::default(),
            typed: Typed::default(),
            declining: false,
            submission,
        })
    }

    /// As it was opened from a list, with that part of talk and notes open, and its files as they were asked for.
    pub(crate) fn opened_from(mut self, steps: Option<Steps>, tab: Tab, sight: care::Sight) -> Self {
        (self.steps, self.tab, self.sight) = (steps, tab, sight);
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

    /// With what was typed of the talk.
    pub(crate) fn with_talk(mut self, kept: talk::Kept) -> Self {
        self.talk.keep(kept);
        self
    }

    /// 200: how a no would read to the contributor. Nothing was said.
    pub(crate) fn previewing(mut self, typed: Typed) -> Response {
        self.declining = true;
        let words = self.reader_reasons.iter().find(|(code, _)| *code == typed.reason);
        self.preview = Some(Preview {
            words: words.map(|(_, words)| words.clone()).unwrap_or_default(),
            note: typed.note.clone(),
        });
        self.typed = typed;
        self.answer(StatusCode::OK)
    }

    /// 422: the form again, what was typed, and what is wrong.
    pub(crate) fn unprocessable(mut self, problems: Problems, typed: Typed) -> Failure {
        self.declining = ["reason", "note", "internal"]
            .iter()
            .any(|field| problems.of(field).is_some());
        (self.problems, self.typed) = (problems, typed);
        Failure::Page(Box::new(self.answer(StatusCode::UNPROCESSABLE_ENTITY)))
    }

    /// 409: who was faster, what they did and when, how it stands now; what was typed is kept.
    pub(crate) fn conflict(mut self, error: ChangeError, editor: &Editor, typed: Typed) -> Failure {
        self.refusal = Some(self.faster(error, editor).unwrap_or_else(|| error.message()));
        self.declining = !typed.note.is_empty() || !typed.internal.is_empty();
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

    /// The list that it was opened from.
    fn back(&self) -> &str {
        self.steps.as_ref().map_or("/desk", |steps| &steps.list)
    }

    fn file_count(&self) -> i64 {
        i64::try_from(self.files.len()).unwrap_or(i64::MAX)
    }

    /// Of that list's address; empty: none.
    fn list_query(&self) -> &str {
        self.steps.as_ref().map_or("", |steps| &steps.query)
    }

    /// This page, asked for something more, and still in its list.
    fn asking(&self, more: &str) -> String {
        page_asking(self.submission.submission_id, self.list_query(), more)
    }

    /// This page with its files opened.
    fn showing(&self, show: &str) -> String {
        format!("{}#files", self.asking(&format!("show={show}")))
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
        EventKind::Declined => msg!("desk-done-declined"),
        EventKind::Spam => msg!("desk-done-spam"),
        EventKind::FirstYes => msg!("decide-done-first-yes"),
        EventKind::Confirmed => msg!("decide-done-confirmed"),
        EventKind::Reopened => msg!("desk-done-reopened"),
        EventKind::Undone => msg!("decide-undone-one"),
        EventKind::Published => msg!("decide-done-published"),
        EventKind::Withdrawn => msg!("desk-done-withdrawn"),
        EventKind::RiskSet => msg!("vet-done-risk-set"),
        EventKind::RiskLifted => msg!("vet-done-risk-lifted"),
        EventKind::Sorted => msg!("vet-done-sorted"),
        EventKind::Warned(_) => msg!("item-done-warned"),
        EventKind::Asked | EventKind::Wrote => msg!("talk-done-sent"),
        EventKind::Unasked => msg!("talk-done-undone"),
        EventKind::QuestionClosed => msg!("talk-done-closed"),
        EventKind::Opened
        | EventKind::Sent
        | EventKind::FilesAdded
        | EventKind::Acknowledged
        | EventKind::SpamByRule
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
        | EventKind::Held
        | EventKind::HoldLifted
        | EventKind::IdentityForgotten
        | EventKind::RestForgotten
        | EventKind::TakenOver => msg!("desk-done-opened"),
    }
}
