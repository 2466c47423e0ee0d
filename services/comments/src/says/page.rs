//! What You Say on a page of its own, and for programs.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    kept::{about, until},
    lang::Lang,
    web::{Cx, Page, Site},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Group, TOPICS, WhatYouSay, what_you_say};

/// Comments on the page.
const MOST: usize = 60;

/// `?in=ckb`
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(rename = "in")]
    language: Option<String>,
}

impl Asked {
    /// Of articles in which language; all, where none is named.
    fn language(&self) -> Result<Option<Lang>, Failure> {
        match self.language.as_deref() {
            None | Some("") => Ok(None),
            Some(code) => Lang::from_code(code).map(Some).ok_or(Failure::NotFound),
        }
    }
}

#[derive(Template)]
#[template(path = "comments/says/page.html")]
struct SaysPage {
    cx: Cx,
    groups: Vec<Group>,
    language: Option<Lang>,
}

impl SaysPage {
    /// Address, language, and whether it is the one that is shown.
    fn languages(&self) -> Vec<(String, Lang, bool)> {
        let link = |lang: Lang| {
            let address = format!("/what-you-say?in={}", lang.code());
            (address, lang, self.language == Some(lang))
        };
        Lang::ALL.into_iter().map(link).collect()
    }
}

/// `GET /what-you-say`, with `?in=` a language.
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let language = asked.language()?;
    let said = load(&state, language).await?;
    let page = SaysPage {
        cx: cx.clone(),
        groups: said.groups,
        language,
    };
    let answer = about(Page::new(&cx, page).into_response(), TOPICS);
    Ok(until(answer, said.until))
}

/// `GET /what-you-say.json`, with `?in=` a language.
pub(super) async fn json(
    State(state): State<crate::State>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let said = load(&state, asked.language()?).await?;
    let groups: Vec<_> = said.groups.iter().map(|group| told(&state.site, group)).collect();
    let body = json!({ "articles": groups }).to_string();
    let answer = about(
        ([(header::CONTENT_TYPE, "application/json")], body).into_response(),
        TOPICS,
    );
    Ok(until(answer, said.until))
}

async fn load(state: &crate::State, language: Option<Lang>) -> Result<WhatYouSay, Failure> {
    let mut conn = state.pool.acquire().await?;
    Ok(what_you_say(&mut conn, state.clock.now(), language, MOST).await?)
}

/// An article for programs; every address is whole.
fn told(site: &Site, group: &Group) -> Value {
    let comments = group.comments.iter().map(|said| {
        json!({
            "id": said.comment_id,
            "url": site.link(&said.address()),
            "name": said.name,
            "text": said.opening,
            "language": said.language.code(),
            "shown_at": said.shown_at,
            "pinned": said.is_pinned,
            "recommended": said.is_promoted,
        })
    });
    json!({
        "title": group.title,
        "url": whole(site, &group.path),
        "language": group.language.code(),
        "published_at": group.begun_at,
        "comment_count": group.count,
        "comments": comments.collect::<Vec<_>>(),
    })
}

/// The whole address of an article.
pub(super) fn whole(site: &Site, path: &str) -> String {
    if path.starts_with('/') {
        site.link(path)
    } else {
        path.to_owned()
    }
}
