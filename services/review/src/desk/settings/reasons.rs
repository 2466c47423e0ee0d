//! Why the newsroom does not use contributions: the list, its order, and what is not offered any more.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Response},
};
use ground::{
    Failure, msg,
    viewer::Editor,
    web::{Cx, Page, see_other},
};
use serde::Deserialize;

use super::{REASONS, chief};
use crate::{
    reasons::Reasons,
    store::{
        acts::{self, Act},
        reasons as store,
    },
};

/// One of them, for the list.
struct Line {
    code: String,
    words: String,
    offered: bool,
    /// Languages in which there are no words.
    missing: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "review/desk/reasons.html")]
struct ReasonsPage {
    cx: Cx,
    offered: Vec<Line>,
    retired: Vec<Line>,
}

/// `GET /desk/settings/reasons`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let mut conn = state.pool.acquire().await?;
    let reasons = Reasons::load(&mut conn).await?;
    drop(conn);
    let lines = reasons.0.iter().map(|reason| Line {
        code: reason.code.clone(),
        words: reason.words(cx.lang()),
        offered: reason.position.is_some(),
        missing: reason.missing().map(ground::lang::Lang::own_name).collect(),
    });
    let (offered, retired) = lines.partition(|line| line.offered);
    let page = ReasonsPage {
        cx: cx.clone(),
        offered,
        retired,
    };
    Ok(Page::new(&cx, page).into_response())
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct PlaceForm {
    #[serde(default)]
    reason: String,
    /// `up`, `down`, `retire`, `offer`.
    #[serde(default, rename = "move")]
    step: String,
}

/// `POST /desk/settings/reasons`: 303 to the list.
pub(crate) async fn post(
    editor: Editor,
    State(state): State<crate::State>,
    Form(form): Form<PlaceForm>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    store::lock(&mut tx).await?;
    let reasons = Reasons::load(&mut tx).await?;
    if reasons.find(&form.reason).is_none() {
        return Err(Failure::NotFound);
    }
    let before: Vec<&str> = reasons.offered().map(|reason| reason.code.as_str()).collect();
    let after = moved(&before, &form.reason, &form.step)
        .ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
    let by = (state.clock.now(), editor.account_id);
    for (position, code) in (1..).zip(&after) {
        store::set_position(&mut tx, code, Some(position), by).await?;
    }
    for code in before.iter().filter(|code| !after.contains(code)) {
        store::set_position(&mut tx, code, None, by).await?;
    }
    if before != after {
        let detail = serde_json::json!({ "reason": form.reason, "step": form.step });
        let (now, by) = (state.clock.now(), editor.account_id);
        acts::insert_act(&mut tx, &state.ids, now, Act::ReasonsChanged, by, detail).await?;
    }
    tx.commit().await?;
    Ok(see_other(&format!("{REASONS}#{}", form.reason)))
}

/// The list after a step; none for a step that there is not. One that leads nowhere changes nothing.
fn moved<'a>(list: &[&'a str], reason: &'a str, step: &str) -> Option<Vec<&'a str>> {
    let mut after = list.to_vec();
    let place = list.iter().position(|code| *code == reason);
    match (step, place) {
        ("up", Some(place)) if place > 0 => after.swap(place, place - 1),
        ("down", Some(place)) if place + 1 < list.len() => after.swap(place, place + 1),
        // A newsroom that declines gives a reason: the last one stays.
        ("retire", Some(place)) if list.len() > 1 => {
            after.remove(place);
        }
        ("offer", None) => after.push(reason),
        ("up" | "down" | "retire" | "offer", _) => {}
        _ => return None,
    }
    Some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_goes_up_and_down_is_retired_and_comes_back_at_the_end() {
        let list = ["a", "b", "c"];
        for (reason, step, after) in [
            ("b", "up", vec!["b", "a", "c"]),
            ("a", "up", vec!["a", "b", "c"]),
            ("b", "down", vec!["a", "c", "b"]),
            ("c", "down", vec!["a", "b", "c"]),
            ("b", "retire", vec!["a", "c"]),
            ("d", "offer", vec!["a", "b", "c", "d"]),
            ("b", "offer", vec!["a", "b", "c"]),
        ] {
            assert_eq!(moved(&list, reason, step), Some(after), "{reason} {step}");
        }
        assert_eq!(moved(&["a"], "a", "retire"), Some(vec!["a"]));
        assert_eq!(moved(&list, "a", "shred"), None);
    }
}
