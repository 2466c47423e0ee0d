//! The way back from a service.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::TimeDelta;
use ground::{Failure, secret, web::Cx};
use serde::Deserialize;

use super::{
    arrive::{self, Arriving},
    browser::Browser,
    link,
    person::Person,
    provider::{Attempt, Provider},
    start::back,
    trouble::{Place, Trouble},
    why::Why,
};
use crate::{
    device::device,
    sessions::SessionToken,
    store::{self, ConnectTransaction},
};

/// The way there and back takes no longer.
pub(super) const LASTS: TimeDelta = TimeDelta::minutes(10);

/// What a service sends along (RFC 6749 §4.1.2, RFC 9207). Its words for people are not read.
#[derive(Deserialize)]
pub(crate) struct Back {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
    /// Apple's, at the first time only: their name.
    user: Option<String>,
}

/// What Apple says of the person, unsigned: good enough for a name.
#[derive(Deserialize)]
struct AppleUser {
    name: AppleName,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AppleName {
    #[serde(default)]
    first_name: String,
    #[serde(default)]
    last_name: String,
}

/// `GET /connect/{provider}/callback`
pub(crate) async fn get(
    State(room): State<crate::State>,
    Path(key): Path<String>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Query(sent): Query<Back>,
) -> Result<Response, Failure> {
    let provider = room.connect.find(&key).ok_or(Failure::NotFound)?;
    come_back(&room, provider, jar, &headers, &cx, sent).await
}

/// `POST /connect/{provider}/callback`: of a service that answers by a form. It comes from another site, so the browser
/// sends no session along; the transaction's own cookie it does.
pub(crate) async fn post(
    State(room): State<crate::State>,
    Path(key): Path<String>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(sent): Form<Back>,
) -> Result<Response, Failure> {
    let provider = room.connect.find(&key).ok_or(Failure::NotFound)?;
    if !provider.by_form {
        return Ok(StatusCode::METHOD_NOT_ALLOWED.into_response());
    }
    come_back(&room, provider, jar, &headers, &cx, sent).await
}

async fn come_back(
    room: &crate::State,
    provider: &Provider,
    jar: CookieJar,
    headers: &HeaderMap,
    cx: &Cx,
    sent: Back,
) -> Result<Response, Failure> {
    let browser = Browser::presented(&jar, &room.site, provider);
    let taken = take(room, provider, browser.as_ref(), sent.state.as_deref()).await?;
    let place = Place {
        connect: &room.connect,
        cx,
        provider,
        linking: taken.as_ref().is_some_and(|taken| taken.account_id.is_some()),
        next: taken
            .as_ref()
            .and_then(|taken| taken.next.as_deref())
            .unwrap_or_default(),
    };
    let (Some(taken), Some(browser)) = (&taken, &browser) else {
        tracing::warn!(
            provider = provider.key,
            "an answer of another service belongs to no question"
        );
        return Err(place.failure(Trouble::Again));
    };
    let person = who(room, &place, taken, sent).await?;
    let device = device(headers);
    let presented = SessionToken::presented(&jar, &room.site);
    if let Some(account_id) = taken.account_id {
        return link::join(room, &place, account_id, &person, &device).await;
    }
    let arriving = Arriving {
        place,
        person: &person,
        browser,
        device: &device,
        presented: presented.as_ref(),
    };
    arrive::arrive(room, jar, &arriving).await
}

/// The transaction of this answer, which is over with that, whatever comes of it.
async fn take(
    room: &crate::State,
    provider: &Provider,
    browser: Option<&Browser>,
    state: Option<&str>,
) -> Result<Option<ConnectTransaction>, Failure> {
    let (Some(browser), Some(state)) = (browser, state) else {
        return Ok(None);
    };
    let now = room.clock.now();
    let mut conn = room.pool.acquire().await?;
    let taken =
        store::take_connect_transaction(&mut conn, &secret::token_hash(state), &browser.hash()).await?;
    Ok(taken.filter(|taken| taken.provider == provider.key && now - taken.created_at < LASTS))
}

/// Who it is, by the service's word.
async fn who(
    room: &crate::State,
    place: &Place<'_>,
    taken: &ConnectTransaction,
    sent: Back,
) -> Result<Person, Failure> {
    let (provider, http, now) = (place.provider, room.connect.http(), room.clock.now());
    let failed = |why| place.failed(why);
    let ways = provider.ways(http, now).await.map_err(failed)?;
    if !ways.may_say(sent.iss.as_deref()) {
        return Err(failed(Why::Refused("the answer is of another issuer")));
    }
    if let Some(error) = sent.error.as_deref() {
        return Err(said_no(place, error));
    }
    let code = sent.code.filter(|code| !code.is_empty());
    let code = code.ok_or_else(|| failed(Why::Refused("the answer has no code")))?;
    let attempt = Attempt {
        // Used up; only its hash was kept.
        state: String::new(),
        nonce: taken.nonce.clone(),
        verifier: taken.verifier.clone(),
    };
    let person = provider
        .person(http, ways, back(room, provider), code, &attempt, now)
        .await;
    let mut person = person.map_err(failed)?;
    person.name = person
        .name
        .or_else(|| apples_name(provider, sent.user.as_deref()?));
    Ok(person)
}

/// An error that a service sent: of its few known names, one is the person's own wish.
fn said_no(place: &Place<'_>, error: &str) -> Failure {
    match error {
        // Apple has a name of its own for it.
        "access_denied" | "user_cancelled_authorize" => place.failure(Trouble::Cancelled),
        "server_error" | "temporarily_unavailable" => place.failed(Why::Down),
        _ => place.failed(Why::Refused("the service says that something is wrong")),
    }
}

fn apples_name(provider: &Provider, user: &str) -> Option<String> {
    let user: AppleUser = provider
        .by_form
        .then(|| serde_json::from_str(user).ok())
        .flatten()?;
    let name = format!("{} {}", user.name.first_name, user.name.last_name);
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}
