//! One comment at the desk: what it says and answers, what is held against it, who wrote it, what was done to it.

use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::{CommentId, SubmissionId},
    lang::{Lang, Message},
    viewer::Editor,
    web::{Cx, Page, Problems},
};

use super::{
    ADDRESS, Asking, address_of,
    bulk::reason_choices,
    claims,
    deed::{Deed, Standing},
    happened::Happened,
    item::{state_code, state_words},
    keys,
    live::Line,
    next_of, parse_id, person,
    reason::{self, words_of},
    undo,
};
use crate::{
    comment::State as CommentState,
    report::Reason,
    rules::Rule,
    store::{
        desk_item::{self as store, Edit, Report, Whole},
        desk_threads::{self, Set, Thread},
    },
};

/// What was typed into the forms of this page.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub(super) reason: String,
    pub(super) words: String,
    /// It was about to be removed.
    pub(super) is_removing: bool,
    /// The list that the page was opened from.
    pub(super) next: String,
}

#[derive(Template)]
#[template(path = "comments/desk/page.html")]
struct CommentPage {
    cx: Cx,
    whole: Whole,
    language: Lang,
    address: String,
    /// The list that it was opened from.
    next: String,
    thread: Thread,
    /// What it answers.
    parent: Option<Whole>,
    reports: Vec<Report>,
    edits: Vec<Edit>,
    history: Vec<Happened>,
    claim: claims::Panel,
    live: Line,
    person: person::Panel,
    keys: keys::Sheet,
    undo: undo::Bar,
    /// Minted with the forms, so that sending one twice is sending it once.
    batch: String,
    submission_id: SubmissionId,
    typed: Typed,
    problems: Problems,
    /// Why what was wished was not done.
    refusal: Option<Message>,
}

/// `GET /desk/comments/{comment_id}`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let query = query.unwrap_or_default();
    let next = url::form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "next")
        .map_or_else(|| ADDRESS.to_owned(), |(_, next)| next_of(&next));
    let page = CommentPage::load(&asking, parse_id(&id)?, next).await?;
    Ok(page.answer(StatusCode::OK))
}

/// Why what was wished was not done.
pub(super) enum Refused {
    /// 422: something is missing.
    Bad(Problems),
    /// 409: it cannot be done any more.
    Conflict(Message),
}

/// How it is now, what was typed, and why it was not done.
pub(super) async fn refused(asking: &Asking<'_>, id: CommentId, typed: Typed, why: Refused) -> Failure {
    let mut page = match CommentPage::load(asking, id, typed.next.clone()).await {
        Ok(page) => page,
        Err(failure) => return failure,
    };
    page.typed = typed;
    let status = match why {
        Refused::Bad(problems) => {
            page.problems = problems;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Refused::Conflict(words) => {
            page.refusal = Some(words);
            StatusCode::CONFLICT
        }
    };
    Failure::Page(Box::new(page.answer(status)))
}

impl CommentPage {
    async fn load(asking: &Asking<'_>, id: CommentId, next: String) -> Result<Self, Failure> {
        let Asking { state, cx, editor } = *asking;
        let now = state.clock.now();
        let mut conn = state.pool.acquire().await?;
        let whole = store::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
        let thread = desk_threads::find(&mut conn, whole.thread_id)
            .await?
            .ok_or(Failure::NotFound)?;
        let parent = match whole.parent_id {
            Some(parent) => store::find(&mut conn, parent).await?,
            None => None,
        };
        let reports = store::list_reports(&mut conn, id).await?;
        let edits = store::list_edits(&mut conn, id).await?;
        let events = store::list_events(&mut conn, id).await?;
        let claim = claims::Panel::load(&mut conn, asking, id).await?;
        let is_reporter_known = reports.iter().any(|report| report.has_email);
        let person = person::Panel::load(&mut conn, asking, &whole, is_reporter_known).await?;
        let keys = keys::Sheet::load(&mut conn, cx, editor.account_id).await?;
        let undo = undo::Bar::load(&mut conn, asking, address_of(id)).await?;
        // The page is written without holding a connection that others wait for.
        drop(conn);
        Ok(Self {
            cx: cx.clone(),
            language: Lang::from_code(&whole.language).unwrap_or(Lang::En),
            address: address_of(id),
            next,
            thread,
            parent,
            reports,
            edits,
            history: events
                .into_iter()
                .filter_map(|event| Happened::of(event, cx.lang()))
                .collect(),
            claim,
            live: Line::of_item(cx, editor.account_id, id),
            person,
            keys,
            undo,
            batch: state.ids.mint::<ground::ids::BatchId>(now).to_string(),
            submission_id: state.ids.mint(now),
            typed: Typed::default(),
            problems: Problems::default(),
            refusal: None,
            whole,
        })
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    /// What can be done to it by a press, but for taking it away, which wants a reason.
    fn deeds(&self) -> Vec<(Deed, &'static str)> {
        let standing = self.standing();
        let can = Deed::ALL
            .into_iter()
            .filter(|deed| *deed != Deed::Remove && deed.judge(standing).is_ok());
        let looks = |(place, deed)| (deed, if place == 0 { "" } else { "quiet" });
        can.enumerate().map(looks).collect()
    }

    fn can_remove(&self) -> bool {
        Deed::Remove.judge(self.standing()).is_ok()
    }

    fn standing(&self) -> Standing {
        Standing {
            state: self.whole.state,
            is_looked_at: self.whole.decided_at.is_some(),
            is_reported: self.whole.report_count > 0,
            is_pinned: self.whole.pinned_at.is_some(),
            is_promoted: self.whole.promoted_at.is_some(),
        }
    }

    fn sets(&self) -> Vec<Set> {
        Set::ALL.into_iter().filter(|set| !self.thread.is(*set)).collect()
    }

    fn reasons(&self) -> Vec<(String, String, String)> {
        reason_choices(&self.cx)
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        clippy::unused_self,
        reason = "templates call methods, and pass references"
    )]
    fn badge(&self, state: &CommentState) -> (&'static str, Message) {
        (state_code(*state), state_words(*state))
    }

    /// The rule that decided, and what it found.
    fn rule(&self) -> Option<(String, &str)> {
        let rule = self.whole.rule.as_deref().and_then(Rule::from_code)?;
        Some((
            self.cx.say(&rule.message()),
            self.whole.rule_found.as_deref().unwrap_or_default(),
        ))
    }

    /// Why it was taken away, as its author reads it.
    fn reason(&self) -> Option<String> {
        let stored = self.whole.reason.as_deref()?;
        Some(words_of(stored, self.cx.lang()))
    }

    /// Why somebody reported it.
    fn report_reason(&self, report: &Report) -> String {
        Reason::from_code(&report.reason).map_or_else(String::new, |reason| self.cx.say(&reason.message()))
    }

    /// Whether there is a text of which something could be made.
    fn can_contribute(&self) -> bool {
        !matches!(self.whole.state, CommentState::Deleted | CommentState::Spam)
            && !self.whole.body.trim().is_empty()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        reason::WORDS_MAX
    }
}
