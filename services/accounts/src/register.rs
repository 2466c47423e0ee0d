//! Making an account: a name, an address and a password; the account comes to be when the address is confirmed.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure, msg,
    web::{Cx, Page, Problems, Site, Source, see_other},
};
use secrecy::SecretString;
use serde::Deserialize;

use crate::{
    connect::Buttons,
    email::Email,
    entrance::home,
    mail_codes::{self, Asked, NewCode},
    names,
    own_path::own_path,
    password_rules,
    registering::Knocks,
    store::Purpose,
};

#[derive(Template)]
#[template(path = "accounts/register.html")]
struct RegisterPage {
    cx: Cx,
    problems: Problems,
    email: String,
    /// Not `name`: the macros of forms have a parameter of that name, which would shadow it.
    display_name: String,
    next: String,
    connect: Buttons,
}

/// Where somebody wants to go afterwards.
#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct RegisterForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: SecretString,
    #[serde(default)]
    next: String,
}

/// What it says, once it is good.
struct NewReader {
    email: Email,
    name: String,
}

/// `GET /register`
pub(crate) async fn get(State(room): State<crate::State>, Query(wish): Query<Wish>, cx: Cx) -> Response {
    if let Some(person) = &cx.viewer().0 {
        return see_other(own_path(&room.site, &wish.next).unwrap_or(home(person.role)));
    }
    let next = next_of(&room.site, &wish.next);
    let page = RegisterPage {
        cx: cx.clone(),
        problems: Problems::default(),
        email: String::new(),
        display_name: String::new(),
        connect: room.connect.buttons(&cx, &next),
        next,
    };
    Page::new(&cx, page).into_response()
}

/// `POST /register`
///
/// Whether the address has an account already is not asked here: the answer and the work are the same, and the mail says
/// it to who reads that address.
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(knocks): State<Knocks>,
    source: Source,
    jar: CookieJar,
    cx: Cx,
    Form(form): Form<RegisterForm>,
) -> Result<Response, Failure> {
    let next = next_of(&room.site, &form.next);
    let new = match form.check(&room).await? {
        Ok(new) => new,
        Err(problems) => {
            let page = RegisterPage {
                cx: cx.clone(),
                problems,
                email: form.email,
                display_name: form.name,
                connect: room.connect.buttons(&cx, &next),
                next,
            };
            return Err(Page::unprocessable(&cx, page));
        }
    };
    knocks.register(source, &new.email)?;
    // No connection is held meanwhile: this may wait for its turn.
    let password_hash = room.passwords.hash(&form.password).await?;
    let asked = Asked::mint();
    let code = NewCode {
        purpose: Purpose::Register,
        email: new.email.as_str(),
        account_id: None,
        display_name: Some(&new.name),
        password_hash: Some(&password_hash),
        language: cx.lang(),
        pair_id: None,
        asked: &asked,
    };
    let mut tx = ground::db::begin(&room.pool).await?;
    mail_codes::issue(&mut tx, &room.ids, &code, room.clock.now()).await?;
    tx.commit().await?;
    let jar = jar.add(asked.cookie(&room.site));
    Ok((jar, see_other(&with_next("/verify", &next))).into_response())
}

impl RegisterForm {
    async fn check(&self, room: &crate::State) -> sqlx::Result<Result<NewReader, Problems>> {
        let mut problems = Problems::default();
        let name = names::name(&self.name);
        let named = match &name {
            Err(words) => Some(words.clone()),
            Ok(name) => {
                let mut conn = room.pool.acquire().await?;
                names::problem_with_name(&mut conn, &room.site, name).await?
            }
        };
        if let Some(words) = named {
            problems.add("name", words);
        }
        let email = email_or_problem(&self.email, &mut problems);
        let address = email.as_ref().map(Email::as_str).unwrap_or_default();
        if let Some(words) = password_rules::problem_for(&self.password, address, &room.site) {
            problems.add("password", words);
        }
        Ok(match (email, name) {
            (Some(email), Ok(name)) if problems.is_empty() => Ok(NewReader { email, name }),
            _ => Err(problems),
        })
    }
}

/// The address in a form's field `email`, or what is wrong with it.
pub(crate) fn email_or_problem(typed: &str, problems: &mut Problems) -> Option<Email> {
    let email = typed.parse::<Email>().ok();
    if email.is_none() {
        let words = if typed.trim().is_empty() {
            msg!("account-email-missing")
        } else {
            msg!("account-email-bad")
        };
        problems.add("email", words);
    }
    email
}

/// A page of ours, which leads to `next` in the end.
pub(crate) fn with_next(page: &str, next: &str) -> String {
    if next.is_empty() {
        return page.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", next)
        .finish();
    format!("{page}?{query}")
}

/// Where somebody wants to go, if it is a page of ours at all.
pub(crate) fn next_of(site: &Site, next: &str) -> String {
    own_path(site, next).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
