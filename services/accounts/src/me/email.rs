//! Asking for another e-mail address.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure, msg, secret,
    viewer::SignedIn,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use sqlx::types::Uuid;

use super::signed_in;
use crate::{
    email::Email,
    mail_codes::{self, Asked, NewCode},
    store::{self, Purpose},
};

/// The page that asks and answers.
const HERE: &str = "/me/email";
/// So many changes may be begun in so long: of one account, and to one address.
const MOST: i64 = 3;
const WITHIN: TimeDelta = TimeDelta::hours(1);

#[derive(Template)]
#[template(path = "accounts/email.html")]
struct EmailPage {
    cx: Cx,
    problems: Problems,
    current: Option<String>,
    email: String,
}

#[derive(Deserialize)]
pub(crate) struct EmailForm {
    #[serde(default)]
    email: String,
}

/// `GET /me/email`
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    person.confirmed(room.clock.now(), HERE)?;
    let page = EmailPage {
        current: current_of(&room, &person).await?,
        cx: cx.clone(),
        problems: Problems::default(),
        email: String::new(),
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /me/email`
///
/// Whether somebody else has the new address is never asked here: who can read the mail to it may know, nobody else.
pub(crate) async fn post(
    State(room): State<crate::State>,
    jar: CookieJar,
    cx: Cx,
    Form(form): Form<EmailForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let current = current_of(&room, &person).await?;
    let mut problems = Problems::default();
    match form.email.parse::<Email>() {
        Ok(email)
            if current
                .as_deref()
                .is_some_and(|held| held.eq_ignore_ascii_case(email.as_str())) =>
        {
            problems.add("email", msg!("me-email-same"));
        }
        Ok(email) => {
            let asked = Asked::mint();
            begin(&room, &cx, &person, &email, &asked, now).await?;
            let jar = jar.add(asked.cookie(&room.site));
            return Ok((jar, see_other("/me/email/confirm")).into_response());
        }
        Err(_) if form.email.trim().is_empty() => problems.add("email", msg!("account-email-missing")),
        Err(_) => problems.add("email", msg!("account-email-bad")),
    }
    let page = EmailPage {
        cx: cx.clone(),
        problems,
        current,
        email: form.email,
    };
    Err(Page::unprocessable(&cx, page))
}

async fn current_of(room: &crate::State, person: &SignedIn) -> Result<Option<String>, Failure> {
    let mut conn = room.pool.acquire().await?;
    let own = store::find_own(&mut conn, person.account_id).await?;
    Ok(own.ok_or(Failure::NotFound)?.email)
}

/// Sends a code to each of the two addresses. A change that was under way ends.
async fn begin(
    room: &crate::State,
    cx: &Cx,
    person: &SignedIn,
    email: &Email,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let pair_id = Uuid::from_bytes(secret::random());
    let mut tx = ground::db::begin(&room.pool).await?;
    let own = store::find_own_for_update(&mut tx, person.account_id).await?;
    let own = own.ok_or(Failure::NotFound)?;
    let begun = store::count_changes_since(&mut tx, person.account_id, email.as_str(), now - WITHIN).await?;
    if begun >= MOST {
        return Err(Failure::TooMany(
            u32::try_from(WITHIN.num_seconds()).unwrap_or(u32::MAX),
        ));
    }
    store::end_changes_of(&mut tx, person.account_id, now).await?;
    let halves = [
        (Purpose::ChangeFrom, own.email.as_deref()),
        (Purpose::ChangeTo, Some(email.as_str())),
    ];
    for (purpose, email) in halves {
        let Some(email) = email else { continue };
        let code = NewCode {
            purpose,
            email,
            account_id: Some(person.account_id),
            display_name: None,
            password_hash: None,
            language: cx.lang(),
            pair_id: Some(pair_id),
            asked,
        };
        mail_codes::issue(&mut tx, &room.ids, &code, now).await?;
    }
    tx.commit().await?;
    Ok(())
}
