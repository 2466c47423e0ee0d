//! Who may see the desk, and who is invited to.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::AccountId,
    viewer::{Admin, Editor},
    web::{Cx, Page, Problems},
};

use super::{address_of, invite::InviteForm, roles};
use crate::{
    invite::role_words,
    store::{self, OpenInvitation, PersonRow},
};

#[derive(Template)]
#[template(path = "accounts/people.html")]
struct PeoplePage {
    cx: Cx,
    own_id: AccountId,
    people: Vec<PersonRow>,
    invitations: Vec<OpenInvitation>,
    problems: Problems,
    email: String,
    role: String,
    roles: Vec<(&'static str, String)>,
}

/// `GET /desk/people`
pub(crate) async fn get(
    Admin(admin): Admin,
    State(room): State<crate::State>,
    cx: Cx,
) -> Result<Response, Failure> {
    let page = load(&room, &cx, &admin, InviteForm::default(), Problems::default()).await?;
    Ok(Page::new(&cx, page).into_response())
}

/// The page with a form that will not do.
pub(super) async fn again(
    room: &crate::State,
    cx: &Cx,
    admin: &Editor,
    form: InviteForm,
    problems: Problems,
) -> Result<Failure, Failure> {
    Ok(Page::unprocessable(
        cx,
        load(room, cx, admin, form, problems).await?,
    ))
}

async fn load(
    room: &crate::State,
    cx: &Cx,
    admin: &Editor,
    form: InviteForm,
    problems: Problems,
) -> sqlx::Result<PeoplePage> {
    let mut conn = room.pool.acquire().await?;
    let people = store::list_people(&mut conn, None).await?;
    let invitations = store::list_open_invitations(&mut conn, room.clock.now()).await?;
    Ok(PeoplePage {
        cx: cx.clone(),
        own_id: admin.account_id,
        people,
        invitations,
        problems,
        email: form.email,
        role: form.role,
        roles: roles()
            .into_iter()
            .map(|(code, words)| (code, cx.say(&words)))
            .collect(),
    })
}
