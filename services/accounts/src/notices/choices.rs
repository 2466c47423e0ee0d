//! The page with the choices.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure, msg,
    web::{Cx, Page, see_other},
};
use serde::Deserialize;

use super::Vapid;
use crate::{
    me::signed_in,
    store::{self, Choices},
};

/// Where it is.
pub(super) const PATH: &str = "/me/notices";

#[derive(Template)]
#[template(path = "accounts/notices.html")]
struct NoticesPage {
    cx: Cx,
    choices: Choices,
    saved: bool,
    /// By which push services know that it is us.
    push_key: String,
}

impl NoticesPage {
    fn mail_hint(&self) -> String {
        self.cx.say(&if self.choices.has_address {
            msg!("notices-mail-hint")
        } else {
            msg!("notices-mail-none")
        })
    }
}

/// What the page was asked with.
#[derive(Deserialize)]
pub(crate) struct Asked {
    saved: Option<String>,
}

/// The form: a box that is not ticked is not sent.
#[derive(Deserialize)]
pub(crate) struct ChoicesForm {
    mail: Option<String>,
    push: Option<String>,
}

/// `GET /me/notices`
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(asked): Query<Asked>,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, PATH)?;
    let choices = {
        let mut conn = room.pool.acquire().await?;
        store::find_choices(&mut conn, person.account_id).await?
    };
    let page = NoticesPage {
        cx: cx.clone(),
        choices: choices.ok_or(Failure::NotFound)?,
        saved: asked.saved.is_some(),
        push_key: Vapid::of(&room.key)?.public(),
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /me/notices`
pub(crate) async fn post(
    State(room): State<crate::State>,
    cx: Cx,
    Form(form): Form<ChoicesForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, PATH)?;
    let mut conn = room.pool.acquire().await?;
    store::set_choices(
        &mut conn,
        person.account_id,
        form.mail.is_some(),
        form.push.is_some(),
    )
    .await?;
    Ok(see_other("/me/notices?saved"))
}
