//! `/desk/settings/replies`: the answers that stand ready, language by language.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::ReplyId,
    lang::{Lang, Message},
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;

use super::{REPLIES, form::too_long};
use crate::{
    contribute::{is_longer, line},
    store::replies::{self as store, Reply},
    talk::{BODY_MAX, clean},
};

/// The longest title, in characters.
const TITLE_MAX: usize = 80;
/// The last place in the order.
const LAST: i32 = 999;

/// All replies of one language.
#[derive(Template)]
#[template(path = "review/desk/replies.html")]
struct RepliesPage {
    cx: Cx,
    lang: Lang,
    replies: Vec<Reply>,
    /// What was typed: of one that is there, or of the new one.
    typed: Reply,
    /// Which form it was typed in.
    open: Option<ReplyId>,
    /// What just happened.
    done: Option<Message>,
    /// Somebody was faster.
    refusal: Option<Message>,
    problems: Problems,
}

impl RepliesPage {
    fn is_open(&self, reply: &Reply) -> bool {
        self.open == Some(reply.reply_id)
    }

    /// What a form shows: what was typed in it, or what is kept.
    fn shown<'a>(&'a self, reply: &'a Reply) -> &'a Reply {
        if self.is_open(reply) { &self.typed } else { reply }
    }

    /// Whether what was typed has no place any more: its reply is gone.
    fn is_homeless(&self) -> bool {
        self.refusal.is_some() && !self.replies.iter().any(|reply| self.is_open(reply))
    }

    #[expect(
        clippy::unused_self,
        clippy::trivially_copy_pass_by_ref,
        reason = "templates call methods only, and pass references"
    )]
    fn address_in(&self, lang: &Lang) -> String {
        format!("{REPLIES}?in={}", lang.code())
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn title_max(&self) -> usize {
        TITLE_MAX
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn body_max(&self) -> usize {
        BODY_MAX
    }
}

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct RepliesQuery {
    #[serde(default, rename = "in")]
    language: String,
    #[serde(default)]
    done: String,
}

/// `GET /desk/settings/replies?in=ckb`: those of a language, or of the page's.
pub(crate) async fn get(
    _: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Query(query): Query<RepliesQuery>,
) -> Result<Response, Failure> {
    let lang = Lang::from_code(&query.language).unwrap_or_else(|| cx.lang());
    let mut page = load(&state, &cx, lang).await?;
    page.done = match query.done.as_str() {
        "saved" => Some(msg!("talk-replies-saved")),
        "removed" => Some(msg!("talk-replies-removed")),
        _ => None,
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /desk/settings/replies`: `action=save` keeps a new one or changes one, `remove` removes it. 409 with what was typed
/// when a colleague was faster.
pub(crate) async fn post(
    _: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let malformed = || Failure::BadRequest(msg!("form-malformed"));
    let lang = Lang::from_code(field("in")).ok_or_else(malformed)?;
    let mut typed = Reply {
        reply_id: field("reply").parse().map_err(|_| malformed())?,
        language: lang,
        title: field("title").to_owned(),
        body: field("body").to_owned(),
        position: field("position").trim().parse().unwrap_or(0).clamp(0, LAST),
        // Of one that is not there yet.
        version: field("version").parse().unwrap_or(0),
    };
    let mut conn = state.pool.acquire().await?;
    let (done, kept) = if field("action") == "remove" {
        (
            "removed",
            store::delete(&mut conn, typed.reply_id, typed.version).await?,
        )
    } else {
        let problems = check(&mut typed);
        if !problems.is_empty() {
            drop(conn);
            let page = load(&state, &cx, lang).await?;
            return Err(page.with(typed, problems, None, StatusCode::UNPROCESSABLE_ENTITY));
        }
        let kept = if typed.version == 0 {
            store::insert(&mut conn, &typed).await?;
            true
        } else {
            store::update(&mut conn, &typed).await?
        };
        ("saved", kept)
    };
    drop(conn);
    if !kept {
        let page = load(&state, &cx, lang).await?;
        let words = msg!("talk-replies-conflict");
        return Err(page.with(typed, Problems::default(), Some(words), StatusCode::CONFLICT));
    }
    Ok(see_other(&format!("{REPLIES}?in={}&done={done}", lang.code())))
}

/// Makes it fit to keep; says what is wrong.
fn check(typed: &mut Reply) -> Problems {
    let mut problems = Problems::default();
    typed.title = line(&typed.title);
    if typed.title.is_empty() {
        problems.add("title", msg!("talk-replies-title-missing"));
    } else if is_longer(&typed.title, TITLE_MAX) {
        let most = i64::try_from(TITLE_MAX).unwrap_or(i64::MAX);
        problems.add("title", msg!("talk-too-long").n("most", most));
    }
    match clean(&typed.body) {
        Ok(body) if body.is_empty() => problems.add("body", msg!("talk-replies-body-missing")),
        Ok(body) => typed.body = body,
        Err(_) => problems.add("body", too_long()),
    }
    problems
}

async fn load(state: &crate::State, cx: &Cx, lang: Lang) -> Result<RepliesPage, Failure> {
    let replies = store::list(&mut *state.pool.acquire().await?, lang).await?;
    let last = replies.last().map_or(0, |last| last.position);
    Ok(RepliesPage {
        cx: cx.clone(),
        lang,
        typed: Reply {
            reply_id: state.ids.mint(state.clock.now()),
            language: lang,
            title: String::new(),
            body: String::new(),
            position: (last + 10).min(LAST),
            version: 0,
        },
        replies,
        open: None,
        done: None,
        refusal: None,
        problems: Problems::default(),
    })
}

impl RepliesPage {
    /// With what was typed, and why it is not kept.
    fn with(
        mut self,
        typed: Reply,
        problems: Problems,
        refusal: Option<Message>,
        status: StatusCode,
    ) -> Failure {
        self.open = Some(typed.reply_id);
        (self.problems, self.refusal) = (problems, refusal);
        // What a colleague made of it is shown beside it; the next press is about that.
        let now = self.replies.iter().find(|reply| reply.reply_id == typed.reply_id);
        let version = now.map_or(0, |reply| reply.version);
        self.typed = Reply { version, ..typed };
        let cx = self.cx.clone();
        Failure::Page(Box::new(Page::new(&cx, self).with_status(status).into_response()))
    }
}
