//! Whom a service calls by no name, or by one that will not do here, is asked for another before there is an account.
//!
//! What the service said waits in the page meanwhile, under a seal of ours, so that nothing of a person is kept who
//! turns round at this door. It opens in the browser that it was written for, for ten minutes, and only to make an
//! account that does not exist yet.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use ground::{
    Failure,
    secret::{self, ServerKey},
    web::{Cx, Page, Problems},
};
use serde::{Deserialize, Serialize};

use super::{
    arrive::{self, Arriving},
    browser::Browser,
    callback::LASTS,
    person::Person,
    trouble::{Place, Trouble},
};
use crate::{device::device, names, sessions::SessionToken};

const PURPOSE: &str = "bepart 2026 somebody of another service without a name";

#[derive(Template)]
#[template(path = "accounts/connect_name.html")]
struct NamePage {
    cx: Cx,
    problems: Problems,
    service: String,
    action: String,
    sealed: String,
    /// Not `name`: the macros of forms have a parameter of that name, which would shadow it.
    display_name: String,
}

#[derive(Deserialize)]
pub(crate) struct NameForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    sealed: String,
}

/// What waits.
#[derive(Serialize, Deserialize)]
struct Waiting {
    provider: String,
    browser: Vec<u8>,
    at: DateTime<Utc>,
    person: Person,
    next: String,
}

impl Waiting {
    fn seal(&self, key: &ServerKey) -> anyhow::Result<String> {
        let json = serde_json::to_vec(self)?;
        let mark = key.derive(PURPOSE, &json);
        Ok(format!(
            "{}.{}",
            BASE64URL_NOPAD.encode(&json),
            BASE64URL_NOPAD.encode(&mark)
        ))
    }

    fn open(sealed: &str, key: &ServerKey) -> Option<Self> {
        let (json, mark) = sealed.split_once('.')?;
        let json = BASE64URL_NOPAD.decode(json.as_bytes()).ok()?;
        let mark = BASE64URL_NOPAD.decode(mark.as_bytes()).ok()?;
        let ours = secret::same(&mark, &key.derive(PURPOSE, &json));
        ours.then(|| serde_json::from_slice(&json).ok()).flatten()
    }
}

/// The page that asks, with what the service calls them.
pub(super) fn ask(room: &crate::State, arriving: &Arriving<'_>) -> Result<Response, Failure> {
    let place = &arriving.place;
    let waiting = Waiting {
        provider: place.provider.key.clone(),
        browser: arriving.browser.hash(),
        at: room.clock.now(),
        person: arriving.person.clone(),
        next: place.next.to_owned(),
    };
    let page = NamePage {
        cx: place.cx.clone(),
        problems: Problems::default(),
        service: place.provider.name.clone(),
        action: format!("/connect/{}/name", place.provider.key),
        sealed: waiting.seal(&room.key)?,
        display_name: arriving.person.name.clone().unwrap_or_default(),
    };
    Ok(Page::new(place.cx, page).into_response())
}

/// `POST /connect/{provider}/name`
pub(crate) async fn post(
    State(room): State<crate::State>,
    Path(key): Path<String>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<NameForm>,
) -> Result<Response, Failure> {
    let provider = room.connect.find(&key).ok_or(Failure::NotFound)?;
    let browser = Browser::presented(&jar, &room.site, provider);
    let waiting = Waiting::open(&form.sealed, &room.key);
    let now = room.clock.now();
    let waiting = waiting.filter(|it| it.provider == provider.key && now - it.at < LASTS);
    let place = Place {
        connect: &room.connect,
        cx: &cx,
        provider,
        linking: false,
        next: waiting.as_ref().map(|it| it.next.as_str()).unwrap_or_default(),
    };
    let (Some(waiting), Some(browser)) = (&waiting, browser) else {
        return Err(place.failure(Trouble::Again));
    };
    if !secret::same(&waiting.browser, &browser.hash()) {
        return Err(place.failure(Trouble::Again));
    }
    let name = match check(&room, &form.name).await? {
        Ok(name) => name,
        Err(problems) => return Ok(bad_name(&place, form, problems)),
    };
    let (device, presented) = (device(&headers), SessionToken::presented(&jar, &room.site));
    let arriving = Arriving {
        place,
        person: &waiting.person,
        browser: &browser,
        device: &device,
        presented: presented.as_ref(),
    };
    let entered = arrive::first_time(&room, &arriving, &name).await?;
    Ok(entered.answer(&room, jar))
}

async fn check(room: &crate::State, typed: &str) -> Result<Result<String, Problems>, Failure> {
    let mut problems = Problems::default();
    let name = match names::name(typed) {
        Ok(name) => name,
        Err(words) => {
            problems.add("name", words);
            return Ok(Err(problems));
        }
    };
    let mut conn = room.pool.acquire().await?;
    Ok(
        match names::problem_with_name(&mut conn, &room.site, &name).await? {
            None => Ok(name),
            Some(words) => {
                problems.add("name", words);
                Err(problems)
            }
        },
    )
}

fn bad_name(place: &Place<'_>, form: NameForm, problems: Problems) -> Response {
    let page = NamePage {
        cx: place.cx.clone(),
        problems,
        service: place.provider.name.clone(),
        action: format!("/connect/{}/name", place.provider.key),
        sealed: form.sealed,
        display_name: form.name,
    };
    Page::new(place.cx, page)
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response()
}
