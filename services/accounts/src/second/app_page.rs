//! `/me/second/app`: setting an authenticator app up, or putting another in its place, and taking it away.

use askama::Template;
use axum::{Form, extract::State, http::HeaderMap, response::Response};
use ground::{
    Failure, msg,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{
    app::{self, Enrolment},
    codes, codes_page,
    page::{self, is_wanted},
    page_or_bad,
};
use crate::{
    device::device,
    events::{self, Event, EventKind},
    me::signed_in,
    store,
};

const HERE: &str = "/me/second/app";

#[derive(Template)]
#[template(path = "accounts/second_app.html")]
struct AppPage {
    cx: Cx,
    problems: Problems,
    enrolment: Enrolment,
}

#[derive(Deserialize)]
pub(crate) struct CodeForm {
    #[serde(default)]
    code: String,
}

/// `GET /me/second/app`: the secret that waits for its first code.
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, page::HERE)?;
    person.confirmed(room.clock.now(), HERE)?;
    let mut conn = room.pool.acquire().await?;
    match app::enrolment(&room, &mut conn, person.account_id, &cx).await? {
        Some(enrolment) => {
            let page = AppPage {
                cx: cx.clone(),
                problems: Problems::default(),
                enrolment,
            };
            Ok(page_or_bad(&cx, page, false))
        }
        None => Ok(see_other(page::HERE)),
    }
}

/// `POST /me/second/app`: a new secret.
pub(crate) async fn post(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, page::HERE)?;
    let now = room.clock.now();
    person.confirmed(now, page::HERE)?;
    let mut tx = ground::db::begin(&room.pool).await?;
    store::lock_account(&mut tx, person.account_id)
        .await?
        .ok_or(Failure::NotFound)?;
    app::start(&room, &mut tx, person.account_id, now).await?;
    tx.commit().await?;
    Ok(see_other(HERE))
}

/// `POST /me/second/app/code`: the first code of the new app. One that counted until now ends.
pub(crate) async fn confirm(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<CodeForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, page::HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let (id, device) = (person.account_id, device(&headers));
    let mut tx = ground::db::begin(&room.pool).await?;
    store::lock_account(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    if app::confirm(&room, &mut tx, id, &form.code, &device, now).await? {
        let answer = after_adding(&room, &mut tx, &cx, id, &device).await?;
        tx.commit().await?;
        return Ok(answer);
    }
    let Some(enrolment) = app::enrolment(&room, &mut tx, id, &cx).await? else {
        return Ok(see_other(page::HERE));
    };
    let mut problems = Problems::default();
    problems.add("code", msg!("second-code-wrong"));
    Ok(page_or_bad(
        &cx,
        AppPage {
            cx: cx.clone(),
            problems,
            enrolment,
        },
        true,
    ))
}

/// `POST /me/second/app/remove`
pub(crate) async fn remove(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, page::HERE)?;
    let now = room.clock.now();
    person.confirmed(now, page::HERE)?;
    let id = person.account_id;
    let mut tx = ground::db::begin(&room.pool).await?;
    // Their role as it is now: it may have been given since the request came.
    let role = store::lock_account(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let factors = store::find_factors(&mut tx, id).await?;
    if factors.app_since.is_some() && factors.count() == 1 && is_wanted(&room, role) {
        let mut problems = Problems::default();
        problems.add("app", msg!("second-last"));
        return page::show(&room, &mut tx, &cx, &person, problems).await;
    }
    if store::delete_app(&mut tx, id).await? {
        let device = device(&headers);
        let event = Event::own(id, EventKind::AppRemoved, &device);
        events::record(&mut tx, &room.ids, now, &event).await?;
    }
    after_removing(&mut tx, id).await?;
    tx.commit().await?;
    Ok(see_other(page::HERE))
}

/// With the first factor come recovery codes, which are shown at once.
pub(super) async fn after_adding(
    room: &crate::State,
    conn: &mut PgConnection,
    cx: &Cx,
    id: ground::ids::AccountId,
    device: &str,
) -> Result<Response, Failure> {
    if store::find_factors(conn, id).await?.codes > 0 {
        return Ok(see_other(page::HERE));
    }
    let made = codes::make(room, conn, id, device, room.clock.now()).await?;
    Ok(codes_page(cx, &made, page::HERE))
}

/// With the last factor they go: they would stand in for nothing.
pub(super) async fn after_removing(conn: &mut PgConnection, id: ground::ids::AccountId) -> sqlx::Result<()> {
    if store::find_factors(conn, id).await?.count() == 0 {
        store::delete_recovery_codes(conn, id).await?;
    }
    Ok(())
}
