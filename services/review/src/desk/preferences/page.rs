//! The page on which someone of the newsroom says how they like the desk.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure, msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;

use super::keys::{Action, Keys, Mistake, choices, label};
use crate::desk::care;

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct PreferencesQuery {
    /// The section that was just saved.
    saved: Option<String>,
}

struct Field {
    action: Action,
    words: String,
    key: String,
}

#[derive(Template)]
#[template(path = "review/desk/preferences.html")]
struct PreferencesPage {
    cx: Cx,
    saved: bool,
    problems: Problems,
    on: bool,
    fields: Vec<Field>,
    choices: Vec<(String, String)>,
    care: care::Preference,
}

impl PreferencesPage {
    fn new(cx: &Cx, keys: &Keys, care: care::Preference) -> Self {
        Self {
            cx: cx.clone(),
            care,
            saved: false,
            problems: Problems::default(),
            on: keys.is_on(),
            fields: fields(cx, |action| keys.of(action).to_owned()),
            choices: choices(),
        }
    }
}

fn fields(cx: &Cx, key: impl Fn(Action) -> String) -> Vec<Field> {
    let field = |action: Action| Field {
        action,
        words: cx.say(&action.words()),
        key: key(action),
    };
    Action::ALL.into_iter().map(field).collect()
}

/// `GET /desk/preferences`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Query(query): Query<PreferencesQuery>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let keys: Keys = super::load(&mut conn, editor.account_id, "keys").await?;
    let care = care::Preference::load(&mut conn, &cx, editor.account_id).await?;
    drop(conn);
    let page = PreferencesPage {
        saved: query.saved.is_some(),
        ..PreferencesPage::new(&cx, &keys, care)
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /desk/preferences/keys`: `on`, and a key for each action. `reset` makes them everybody's again.
pub(crate) async fn post_keys(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let chosen = |action: Action| form.get(action.field()).cloned().unwrap_or_default();
    let on = form.get("on").is_some_and(|on| on == "yes");
    let parsed = if form.contains_key("reset") {
        Ok(Keys::default())
    } else {
        Keys::parse(!on, chosen)
    };
    let mut conn = state.pool.acquire().await?;
    let keys = match parsed {
        Ok(keys) => keys,
        Err(mistakes) => {
            let kept: Keys = super::load(&mut conn, editor.account_id, "keys").await?;
            let care = care::Preference::load(&mut conn, &cx, editor.account_id).await?;
            drop(conn);
            let mut page = PreferencesPage {
                on,
                fields: fields(&cx, chosen),
                ..PreferencesPage::new(&cx, &kept, care)
            };
            for mistake in mistakes {
                let (at, words) = match mistake {
                    Mistake::Unknown(at) => (at, msg!("keys-unknown")),
                    Mistake::Twice(at, other) => {
                        let words = msg!("keys-twice")
                            .s("key", label(&chosen(at)))
                            .s("other", cx.say(&other.words()));
                        (at, words)
                    }
                };
                page.problems.add(at.field(), words);
            }
            return Err(Page::unprocessable(&cx, page));
        }
    };
    super::save(&mut conn, editor.account_id, "keys", &keys).await?;
    Ok(see_other("/desk/preferences?saved=keys"))
}
