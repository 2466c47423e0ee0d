//! The way to a service. By a POST of our own page only: a link elsewhere must not sign anyone in as somebody else.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure,
    ids::AccountId,
    secret,
    web::{Cx, Page, Source, see_other},
};
use serde::Deserialize;
use url::Url;

use super::{
    browser::Browser,
    provider::{Attempt, Provider},
    trouble::Place,
};
use crate::{own_path::own_path, store};

const REFRESH: HeaderName = HeaderName::from_static("refresh");
/// Where people come back to who link a service, or want to.
pub(super) const CONNECTIONS: &str = "/me/connections";

#[derive(Deserialize)]
pub(crate) struct StartForm {
    #[serde(default)]
    next: String,
    /// `1`: to join the account that is signed in.
    #[serde(default)]
    link: String,
}

#[derive(Template)]
#[template(path = "accounts/connect_leave.html")]
struct LeavePage {
    cx: Cx,
    name: String,
    address: String,
}

/// `POST /connect/{provider}`
pub(crate) async fn post(
    State(room): State<crate::State>,
    Path(key): Path<String>,
    source: Source,
    jar: CookieJar,
    cx: Cx,
    Form(form): Form<StartForm>,
) -> Result<Response, Failure> {
    let provider = room.connect.find(&key).ok_or(Failure::NotFound)?;
    let next = own_path(&room.site, &form.next);
    let account_id = if form.link == "1" {
        Some(who_links(&room, &cx)?)
    } else {
        None
    };
    room.sign_ins.take(source)?;
    let place = Place {
        connect: &room.connect,
        cx: &cx,
        provider,
        linking: account_id.is_some(),
        next: next.unwrap_or_default(),
    };
    let now = room.clock.now();
    // Before the database: an issuer may take its time.
    let ways = provider.ways(room.connect.http(), now).await;
    let ways = ways.map_err(|why| place.failed(why))?;
    let attempt = Attempt::new();
    let address = provider.address(&ways, back(&room, provider), &attempt)?;
    let browser = Browser::presented_or_new(&jar, &room.site, provider);
    let new = store::NewConnectTransaction {
        state_hash: &secret::token_hash(&attempt.state),
        browser_hash: &browser.hash(),
        provider: &provider.key,
        nonce: &attempt.nonce,
        verifier: &attempt.verifier,
        account_id,
        next,
        created_at: now,
    };
    let mut conn = room.pool.acquire().await?;
    store::insert_connect_transaction(&mut conn, &new).await?;
    let jar = jar.add(browser.cookie(&room.site, provider));
    Ok((jar, leave(&cx, provider, &address)?).into_response())
}

/// Whose account is to be joined: somebody who has just shown that it is them.
fn who_links(room: &crate::State, cx: &Cx) -> Result<AccountId, Failure> {
    let Some(person) = &cx.viewer().0 else {
        return Err(Failure::Page(Box::new(see_other("/signin?next=/me/connections"))));
    };
    person.confirmed(room.clock.now(), CONNECTIONS)?;
    Ok(person.account_id)
}

/// Where a service sends people back to. Registered there, so it never depends on what a browser says.
pub(super) fn back(room: &crate::State, provider: &Provider) -> String {
    room.site.link(&format!("/connect/{}/callback", provider.key))
}

impl Attempt {
    fn new() -> Self {
        Self {
            state: secret::token(),
            nonce: secret::token(),
            verifier: secret::token(),
        }
    }
}

/// A page that goes on by itself. Not a redirection: `form-action 'self'` holds for those of a form, too, and services
/// send people on to further sites that nobody can list.
fn leave(cx: &Cx, provider: &Provider, address: &Url) -> Result<Response, Failure> {
    let page = LeavePage {
        cx: cx.clone(),
        name: provider.name.clone(),
        address: address.to_string(),
    };
    let refresh = HeaderValue::from_str(&format!("0; url={address}")).map_err(anyhow::Error::from)?;
    Ok(([(REFRESH, refresh)], Page::new(cx, page)).into_response())
}
