//! Asking for a mail with which a new password can be chosen.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure,
    web::{Cx, Page, Problems, Source, see_other},
};
use serde::Deserialize;

use crate::{
    mail_codes::{self, Asked, NewCode},
    register::email_or_problem,
    registering::Knocks,
    store::Purpose,
};

#[derive(Template)]
#[template(path = "accounts/forgot.html")]
struct ForgotPage {
    cx: Cx,
    problems: Problems,
    email: String,
}

#[derive(Deserialize)]
pub(crate) struct ForgotForm {
    #[serde(default)]
    email: String,
}

/// `GET /forgot`
///
/// Also for who is signed in: a mail about a stranger's sign-in leads here.
pub(crate) async fn get(cx: Cx) -> Response {
    let page = ForgotPage {
        cx: cx.clone(),
        problems: Problems::default(),
        email: String::new(),
    };
    Page::new(&cx, page).into_response()
}

/// `POST /forgot`
///
/// Whether anybody has the address is not asked here: the answer and the work are the same, and nothing is sent to who
/// has no account.
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(knocks): State<Knocks>,
    source: Source,
    jar: CookieJar,
    cx: Cx,
    Form(form): Form<ForgotForm>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let Some(email) = email_or_problem(&form.email, &mut problems) else {
        let page = ForgotPage {
            cx: cx.clone(),
            problems,
            email: form.email,
        };
        return Err(Page::unprocessable(&cx, page));
    };
    knocks.forgot(source, &email)?;
    let asked = Asked::mint();
    let code = NewCode {
        purpose: Purpose::Reset,
        email: email.as_str(),
        account_id: None,
        display_name: None,
        password_hash: None,
        language: cx.lang(),
        pair_id: None,
        asked: &asked,
    };
    let mut tx = ground::db::begin(&room.pool).await?;
    mail_codes::issue(&mut tx, &room.ids, &code, room.clock.now()).await?;
    tx.commit().await?;
    Ok((jar.add(asked.cookie(&room.site)), see_other("/reset")).into_response())
}
