//! One person of the newsroom: what can be changed, and what happened.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::AccountId,
    viewer::{Admin, Role},
    web::{Cx, Page},
};

use super::{
    address_of, changes, code_of,
    history::{self, HistoryQuery, Line},
    parse_id, roles,
};
use crate::{
    invite::role_words,
    store::{self, PersonRow},
};

#[derive(Template)]
#[template(path = "accounts/person.html")]
struct PersonPage {
    cx: Cx,
    person: PersonRow,
    /// Where its forms go.
    address: String,
    /// It is who looks.
    own: bool,
    /// How the person was when this page was made.
    seen: String,
    role: &'static str,
    roles: Vec<(&'static str, String)>,
    events: Vec<Line>,
    newest: String,
    older: String,
}

impl PersonPage {
    /// Chiefs and admins see what could endanger somebody in any case.
    fn rules_over_risk(&self) -> bool {
        self.person.role >= Role::Chief
    }
}

/// `GET /desk/people/{account_id}`
pub(crate) async fn get(
    Admin(admin): Admin,
    State(room): State<crate::State>,
    Path(id): Path<String>,
    Query(query): Query<HistoryQuery>,
    cx: Cx,
) -> Result<Response, Failure> {
    let id: AccountId = parse_id(&id)?;
    let mut conn = room.pool.acquire().await?;
    let person = store::list_people(&mut conn, Some(id)).await?.pop();
    let person = person.ok_or(Failure::NotFound)?;
    let part = history::load(&mut conn, Some(id), &query).await?;
    drop(conn);
    let address = address_of(id);
    let page = PersonPage {
        cx: cx.clone(),
        own: id == admin.account_id,
        seen: changes::seen(person.role, person.sees_at_risk, person.deactivated_at.is_some()),
        role: code_of(person.role),
        roles: roles()
            .into_iter()
            .map(|(code, words)| (code, cx.say(&words)))
            .collect(),
        newest: part.newest(&address),
        older: part.older(&address),
        events: part.lines,
        person,
        address,
    };
    Ok(Page::new(&cx, page).into_response())
}
