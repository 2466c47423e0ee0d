//! The page about many: what would happen, or what did and what did not.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::Message,
    msg,
    web::{Cx, Page, Problems},
};

use super::{
    form::{BulkForm, NO_CATEGORY},
    judge::Judged,
};
use crate::{
    deed::Deed,
    desk::{address_of, page::NOTE_MAX, undo},
    reasons::Reasons,
    store::checks::Category,
};

/// What there is to choose from.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'a> {
    pub(super) reasons: &'a Reasons,
    pub(super) categories: &'a [Category],
}

/// A contribution, named.
struct Line {
    id: String,
    version: i32,
    title: String,
    address: String,
    /// Why it is left out, if it is.
    why: Option<Message>,
}

#[derive(Template)]
#[template(path = "review/desk/bulk.html")]
pub(super) struct BulkPage {
    cx: Cx,
    form: BulkForm,
    included: Vec<Line>,
    left_out: Vec<Line>,
    /// Chosen, and not there for this editor.
    missing: i64,
    reasons: Vec<(String, String, String)>,
    categories: Vec<(String, String)>,
    problems: Problems,
    /// It was done, to those that are not left out.
    undo: Option<undo::Bar>,
    /// Nothing was done: all were left out in the end.
    is_refused: bool,
}

impl BulkPage {
    pub(super) fn new(cx: &Cx, form: BulkForm, chosen: Chosen<'_>, judged: Vec<Judged>) -> Self {
        let missing = form.ids.len().saturating_sub(judged.len());
        let lines = judged.into_iter().map(|one| {
            let id = one.submission.submission_id;
            Line {
                id: id.to_string(),
                version: one.submission.version,
                address: address_of(id),
                why: one.verdict.err(),
                title: one.submission.title,
            }
        });
        let (left_out, included) = lines.partition(|line| line.why.is_some());
        let lang = cx.lang();
        let offered = chosen
            .categories
            .iter()
            .filter(|category| category.position.is_some());
        Self {
            cx: cx.clone(),
            form,
            included,
            left_out,
            missing: i64::try_from(missing).unwrap_or(i64::MAX),
            reasons: chosen
                .reasons
                .offered()
                .map(|reason| (reason.code.clone(), reason.words(lang), String::new()))
                .collect(),
            categories: offered
                .map(|category| (category.category.clone(), category.name.clone()))
                .chain([(NO_CATEGORY.to_owned(), cx.t("decide-bulk-no-category"))])
                .collect(),
            problems: Problems::default(),
            undo: None,
            is_refused: false,
        }
    }

    /// 200: nothing was done yet.
    pub(super) fn shown(self) -> Response {
        self.answer(StatusCode::OK)
    }

    /// 200: it was done, and to some it was not.
    pub(super) fn done(mut self, undo: undo::Bar) -> Response {
        self.undo = Some(undo);
        self.answer(StatusCode::OK)
    }

    /// 422: something is missing.
    pub(super) fn unprocessable(mut self, problems: Problems) -> Failure {
        self.problems = problems;
        Failure::Page(Box::new(self.answer(StatusCode::UNPROCESSABLE_ENTITY)))
    }

    /// 409: none of them can be done any more.
    pub(super) fn refused(mut self) -> Failure {
        self.is_refused = true;
        Failure::Page(Box::new(self.answer(StatusCode::CONFLICT)))
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    fn count(&self) -> i64 {
        i64::try_from(self.included.len()).unwrap_or(i64::MAX)
    }

    fn count_left_out(&self) -> i64 {
        i64::try_from(self.left_out.len()).unwrap_or(i64::MAX)
    }

    /// What it is about: the question, or what was done.
    fn title(&self) -> Message {
        let count = self.count();
        if self.undo.is_some() {
            return self.form.action.done(count);
        }
        match self.form.action {
            Deed::Accept => msg!("decide-bulk-accept"),
            Deed::Decline => msg!("decide-bulk-decline"),
            Deed::Spam => msg!("decide-bulk-spam"),
            Deed::Confirm => msg!("decide-bulk-confirm"),
            Deed::Reopen => msg!("decide-bulk-reopen"),
            Deed::Tag => msg!("decide-bulk-tag"),
            Deed::Category => msg!("decide-bulk-category"),
            Deed::Take | Deed::Publish => msg!("decide-bulk-take"),
        }
        .n("count", count)
    }

    fn is_decline(&self) -> bool {
        self.form.action == Deed::Decline
    }

    fn is_tag(&self) -> bool {
        self.form.action == Deed::Tag
    }

    fn is_category(&self) -> bool {
        self.form.action == Deed::Category
    }

    fn category_choices(&self) -> Vec<(String, String, String)> {
        let choice = |(code, name): &(String, String)| (code.clone(), name.clone(), String::new());
        self.categories.iter().map(choice).collect()
    }

    fn batch(&self) -> String {
        self.form.batch_id.map(|id| id.to_string()).unwrap_or_default()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        NOTE_MAX
    }
}
