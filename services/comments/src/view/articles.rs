//! The thread of a page of the newsroom's own site, by that page's address; and the desk's form that begins one.

use askama::Template;
use axum::{
    extract::{Form, Query, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::ThreadId,
    lang::Lang,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::{page_url::PageUrl, store::view, thread::Article};

/// Graphemes of a headline.
const TITLE_MAX: usize = 200;

/// `?url=…`
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    url: String,
}

/// What the desk's form says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ArticleForm {
    #[serde(default)]
    url: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    language: String,
}

#[derive(Template)]
#[template(path = "comments/article.html")]
struct ArticlePage {
    cx: Cx,
    typed: ArticleForm,
    problems: Problems,
}

impl ArticlePage {
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn languages(&self) -> Vec<(&'static str, String)> {
        Lang::ALL
            .into_iter()
            .map(|lang| (lang.code(), lang.own_name().to_owned()))
            .collect()
    }
}

/// `GET /articles?url=…`: 303 to its thread. Where there is none yet, the newsroom is asked whether to begin one; for
/// everybody else there is nothing (404).
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    editor: Result<Editor, Failure>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let page = PageUrl::parse(&asked.url, &state.site);
    if let Some(page) = &page {
        let mut conn = state.pool.acquire().await?;
        if let Some(thread_id) =
            view::find_by_page(&mut conn, page.as_str(), page.own_path(&state.site)).await?
        {
            return Ok(to(thread_id));
        }
    }
    editor?;
    let form = ArticleForm {
        url: page.map_or(asked.url, |page| page.as_str().to_owned()),
        language: cx.lang().code().to_owned(),
        ..ArticleForm::default()
    };
    let problems = Problems::default();
    Ok(Page::new(
        &cx.clone(),
        ArticlePage {
            cx,
            typed: form,
            problems,
        },
    )
    .into_response())
}

/// `POST /articles`: begins the thread of a page, or brings its title and language up to date; 303 to the thread.
pub(super) async fn post(
    _editor: Editor,
    State(state): State<crate::State>,
    cx: Cx,
    Form(form): Form<ArticleForm>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let page = PageUrl::parse(&form.url, &state.site);
    // Stories of ours have their threads from being published.
    let page = page.filter(|page| page.own_path(&state.site).is_none());
    if page.is_none() {
        problems.add("url", msg!("thread-article-url-bad"));
    }
    let words: Vec<&str> = form
        .title
        .split(|c: char| c.is_control() || c.is_whitespace())
        .collect();
    let title = words
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if title.is_empty() || title.graphemes(true).count() > TITLE_MAX {
        problems.add("title", msg!("thread-article-title-bad"));
    }
    let language = Lang::from_code(&form.language);
    if language.is_none() {
        problems.add("language", msg!("thread-article-language-bad"));
    }
    let (Some(page), Some(language), true) = (page, language, problems.is_empty()) else {
        return Err(Page::unprocessable(
            &cx.clone(),
            ArticlePage {
                cx,
                typed: form,
                problems,
            },
        ));
    };
    let now = state.clock.now();
    let article = Article {
        title: &title,
        language,
        path: page.as_str(),
        begun_at: now,
    };
    let mut conn = state.pool.acquire().await?;
    let thread_id = view::put_of_page(&mut conn, state.ids.mint(now), page.as_str(), &article).await?;
    Ok(to(thread_id))
}

fn to(thread_id: ThreadId) -> Response {
    see_other(&format!("/threads/{thread_id}"))
}
