//! How somebody wants to see what has a warning: a section of the page of preferences.

use askama::Template;
use axum::{Form, extract::State, response::Response};
use ground::{
    Failure,
    ids::AccountId,
    msg,
    viewer::Editor,
    web::{Cx, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{Veil, cover::SECTION, veil_of};
use crate::desk::preferences;

/// The section.
#[derive(Template)]
#[template(path = "review/desk/care_preference.html")]
pub(crate) struct Preference {
    cx: Cx,
    veil: Veil,
}

impl Preference {
    pub(crate) async fn load(conn: &mut PgConnection, cx: &Cx, of: AccountId) -> sqlx::Result<Self> {
        Ok(Self {
            cx: cx.clone(),
            veil: veil_of(conn, of).await?,
        })
    }

    fn choices(&self) -> Vec<(&'static str, String, String)> {
        Veil::ALL
            .map(|veil| (veil.code(), self.cx.say(&veil.message()), String::new()))
            .into()
    }

    fn chosen(&self) -> &'static str {
        self.veil.code()
    }
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct PreferenceForm {
    #[serde(default)]
    veil: String,
}

/// `POST /desk/preferences/care`: 303 to the page.
pub(crate) async fn post(
    editor: Editor,
    State(state): State<crate::State>,
    Form(form): Form<PreferenceForm>,
) -> Result<Response, Failure> {
    let veil = Veil::from_code(&form.veil).ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
    let mut conn = state.pool.acquire().await?;
    preferences::save(&mut conn, editor.account_id, SECTION, &veil).await?;
    Ok(see_other("/desk/preferences?saved=care"))
}
