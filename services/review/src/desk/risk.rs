//! Saying that somebody may be in danger through a contribution, and that this is over. Anybody of the newsroom may say the
//! first; from then on it is there for those alone who have the right, and the second is theirs.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure, live, msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;

use super::{
    address_of, claims, door,
    one_field::{OneField, written},
    parse_id, search,
};
use crate::{
    event::EventKind,
    looks::WHY_MAX,
    store::{claims as held, history, risk as store},
    submission::{ChangeError, State as SubmissionState, Submission},
};

/// Where somebody is who can no longer see what they kept safe.
pub(super) const KEPT: &str = "/desk/risk";

#[derive(Template)]
#[template(path = "review/desk/risk_kept.html")]
struct KeptPage {
    cx: Cx,
}

/// `GET /desk/risk`: what was just marked is kept from here on by others. It says nothing of which.
pub(crate) async fn kept(_: Editor, cx: Cx) -> Response {
    let page = KeptPage { cx: cx.clone() };
    Page::new(&cx, page).into_response()
}

/// `GET /desk/submissions/{submission_id}/risk`: what it means, and the form.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let submission = door::find(&mut conn, &editor, parse_id(&id)?).await?;
    drop(conn);
    Ok(page(&cx, &editor, &submission).shown())
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct RiskForm {
    version: i32,
    #[serde(default)]
    risk: String,
    #[serde(default)]
    why: String,
}

/// `POST /desk/submissions/{submission_id}/risk`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<RiskForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let at_risk = match form.risk.as_str() {
        "set" => true,
        "lift" => false,
        _ => return Err(Failure::BadRequest(msg!("error-bad-request"))),
    };
    let kind = if at_risk {
        EventKind::RiskSet
    } else {
        EventKind::RiskLifted
    };
    let done = if at_risk && !editor.sees_at_risk {
        KEPT.to_owned()
    } else {
        format!("{}?done={}", address_of(id), kind.code())
    };
    if submission.at_risk == at_risk {
        return Ok(see_other(&done));
    }
    if submission.unchanged_since(form.version).is_err() {
        return Err(page(&cx, &editor, &submission).conflict(ChangeError::Stale.message(), form.why));
    }
    let why = match written(&form.why, WHY_MAX, msg!("vet-risk-why-missing")) {
        Ok(why) => why,
        Err(problem) => return Err(page(&cx, &editor, &submission).unprocessable(problem, form.why)),
    };
    // Danger waits for nobody: whoever else has it in hand, it is kept safe at once.
    if !at_risk && let Err(error) = claims::take(&mut tx, &state.clock, &editor, id).await {
        return Err(error.keeping(&cx, &[&form.why]));
    }
    let keeps = !at_risk || editor.sees_at_risk;
    if !keeps {
        held::delete(&mut tx, id, editor.account_id).await?;
    }
    let holder = keeps.then_some(editor.account_id);
    store::set_at_risk(&mut tx, id, at_risk, holder).await?;
    // What it is found by, and the words that it taught, are as secret as it is.
    search::index(&mut tx, id).await?;
    let (now, by) = (state.clock.now(), Some(editor.account_id));
    history::insert_reasoned(&mut tx, &state.ids, now, id, kind, by, &why).await?;
    live::announce(&mut tx).await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, at_risk, "who may see a contribution was changed");
    Ok(see_other(&done))
}

fn page(cx: &Cx, editor: &Editor, submission: &Submission) -> OneField {
    let back = address_of(submission.submission_id);
    let (title, lede, submit, risk) = if submission.at_risk {
        let lede = msg!("vet-risk-lift-lede");
        (msg!("vet-risk-lift"), lede, msg!("vet-risk-lift-yes"), "lift")
    } else {
        let lede = msg!("vet-risk-set-lede");
        (msg!("vet-risk-set"), lede, msg!("vet-risk-set-yes"), "set")
    };
    let mut lede = vec![lede];
    if !submission.at_risk && !editor.sees_at_risk {
        lede.push(msg!("vet-risk-gone"));
    }
    if !submission.at_risk && submission.state == SubmissionState::Published {
        lede.push(msg!("vet-risk-public"));
    }
    OneField {
        cx: cx.clone(),
        title,
        lede,
        action: format!("{back}/risk"),
        back,
        hidden: vec![
            ("version", submission.version.to_string()),
            ("risk", risk.to_owned()),
        ],
        name: "why",
        label: msg!("vet-risk-why"),
        hint: Some(msg!("vet-risk-why-hint")),
        value: String::new(),
        most: WHY_MAX,
        submit,
        problems: Problems::default(),
    }
}

/// 404 for a medium of what this editor may not see.
pub(crate) async fn may_see_medium(
    state: &crate::State,
    editor: &Editor,
    media_id: ground::ids::MediaId,
) -> Result<(), Failure> {
    if editor.sees_at_risk {
        return Ok(());
    }
    let mut conn = state.pool.acquire().await?;
    if store::is_at_risk(&mut conn, media_id).await? {
        Err(Failure::NotFound)
    } else {
        Ok(())
    }
}
