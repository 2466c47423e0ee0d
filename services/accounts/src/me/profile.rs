//! What one is called, and in which language one is written to.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::{Lang, Message},
    msg,
    viewer::SignedIn,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;

use super::signed_in;
use crate::{
    device::device,
    events::{self, Event, EventKind},
    names, store,
};

#[derive(Template)]
#[template(path = "accounts/profile.html")]
struct ProfilePage {
    cx: Cx,
    problems: Problems,
    /// Not `name`: the macros of forms have a parameter of that name, which would shadow it.
    display_name: String,
    is_staff: bool,
    languages: Vec<(&'static str, String)>,
    language: String,
    saved: bool,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    saved: String,
}

#[derive(Deserialize)]
pub(crate) struct ProfileForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    language: String,
}

/// `GET /me/profile`
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(wish): Query<Wish>,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me/profile")?;
    let own = {
        let mut conn = room.pool.acquire().await?;
        store::find_own(&mut conn, person.account_id).await?
    };
    let own = own.ok_or(Failure::NotFound)?;
    let form = ProfileForm {
        name: own.display_name,
        language: own
            .language
            .unwrap_or_else(|| room.site.default_lang.code().to_owned()),
    };
    let page = page_of(&cx, &person, form, Problems::default(), wish.saved == "yes");
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /me/profile`
pub(crate) async fn post(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<ProfileForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, "/me/profile")?;
    let mut problems = Problems::default();
    let name = names::name(&form.name).map_err(|words| problems.add("name", words));
    let language = Lang::from_code(&form.language);
    if language.is_none() {
        problems.add("language", msg!("me-language-missing"));
    }
    if let (Ok(name), Some(language)) = (&name, language) {
        match save(&room, &person, name, language, &device(&headers)).await? {
            None => return Ok(see_other("/me/profile?saved=yes")),
            Some(words) => problems.add("name", words),
        }
    }
    Err(Page::unprocessable(
        &cx,
        page_of(&cx, &person, form, problems, false),
    ))
}

/// What is wrong with the name after all, if anything; else it is kept, and a change of it written down.
async fn save(
    room: &crate::State,
    person: &SignedIn,
    name: &str,
    language: Lang,
    device: &str,
) -> Result<Option<Message>, Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let own = store::find_own_for_update(&mut tx, person.account_id).await?;
    let own = own.ok_or(Failure::NotFound)?;
    if own.display_name != name {
        // Colleagues are called as they are; a reader must not pass for one of them.
        if person.role.is_none()
            && let Some(words) = names::problem_with_name(&mut tx, &room.site, name).await?
        {
            return Ok(Some(words));
        }
        let event = Event::own(person.account_id, EventKind::NameChanged, device);
        events::record(&mut tx, &room.ids, now, &event).await?;
    }
    store::set_profile(&mut tx, person.account_id, name, language.code()).await?;
    tx.commit().await?;
    Ok(None)
}

fn page_of(cx: &Cx, person: &SignedIn, form: ProfileForm, problems: Problems, saved: bool) -> ProfilePage {
    let languages = Lang::ALL
        .into_iter()
        .map(|lang| (lang.code(), lang.own_name().to_owned()));
    ProfilePage {
        cx: cx.clone(),
        problems,
        display_name: form.name,
        is_staff: person.role.is_some(),
        languages: languages.collect(),
        language: form.language,
        saved,
    }
}
