//! Holding a contribution, so that nothing of it is forgotten by rule, and lifting that. Anybody of the newsroom may hold;
//! chiefs lift.
//!
//! Neither asks for the claim nor counts as a change of the contribution: a court's letter does not wait for a colleague
//! who is just reading, and who is deciding just now decides on what they see.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure, msg,
    viewer::{Editor, Role},
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;

use crate::{
    desk::{
        address_of, door,
        one_field::{OneField, written},
        parse_id,
    },
    event::EventKind,
    looks::WHY_MAX,
    store::{history, retention as store},
    submission::Submission,
};

/// `GET /desk/submissions/{submission_id}/hold`: what it means, and the form.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let submission = door::find(&mut conn, &editor, parse_id(&id)?).await?;
    drop(conn);
    if submission.held_at.is_some() {
        may_lift(&editor)?;
    }
    Ok(page(&cx, &submission).shown())
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct HoldForm {
    #[serde(default)]
    hold: String,
    #[serde(default)]
    why: String,
}

/// `POST /desk/submissions/{submission_id}/hold`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<HoldForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let hold = match form.hold.as_str() {
        "set" => true,
        "lift" => false,
        _ => return Err(Failure::BadRequest(msg!("error-bad-request"))),
    };
    let kind = if hold {
        EventKind::Held
    } else {
        EventKind::HoldLifted
    };
    let done = format!("{}?done={}#keeping", address_of(id), kind.code());
    if !hold {
        may_lift(&editor)?;
    }
    // Pressed twice, or a colleague was faster: it is as they wanted it.
    if submission.held_at.is_some() == hold {
        return Ok(see_other(&done));
    }
    let why = match written(&form.why, WHY_MAX, msg!("keeping-why-missing")) {
        Ok(why) => why,
        Err(problem) => return Err(page(&cx, &submission).unprocessable(problem, form.why)),
    };
    let (now, by) = (state.clock.now(), editor.account_id);
    if hold {
        store::hold(&mut tx, id, now, by, &why).await?;
    } else {
        store::lift(&mut tx, id).await?;
    }
    history::insert_reasoned(&mut tx, &state.ids, now, id, kind, Some(by), &why).await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, hold, "how long a contribution is kept was changed");
    Ok(see_other(&done))
}

fn may_lift(editor: &Editor) -> Result<(), Failure> {
    if editor.role >= Role::Chief {
        Ok(())
    } else {
        Err(Failure::Forbidden(msg!("keeping-lift-chief")))
    }
}

fn page(cx: &Cx, submission: &Submission) -> OneField {
    let back = address_of(submission.submission_id);
    let (title, lede, submit, hold) = if submission.held_at.is_some() {
        (
            msg!("keeping-lift"),
            msg!("keeping-lift-lede"),
            msg!("keeping-lift-yes"),
            "lift",
        )
    } else {
        (
            msg!("keeping-hold"),
            msg!("keeping-hold-lede"),
            msg!("keeping-hold-yes"),
            "set",
        )
    };
    OneField {
        cx: cx.clone(),
        title,
        lede: vec![lede],
        action: format!("{back}/hold"),
        back,
        hidden: vec![("hold", hold.to_owned())],
        name: "why",
        label: msg!("keeping-why"),
        hint: Some(msg!("keeping-why-hint")),
        value: String::new(),
        most: WHY_MAX,
        submit,
        problems: Problems::default(),
    }
}
