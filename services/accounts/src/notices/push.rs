//! The doors by which a browser may be told, and may not any more (Push API, W3C).

use axum::{
    Form,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure, msg,
    web::{Cx, see_other},
};
use serde::Deserialize;
use url::Url;

use super::choices::PATH;
use crate::{Outbound, me::signed_in, store};

/// Those of the push services of today have some hundred characters.
const ENDPOINT_MAX: usize = 1024;
/// What a browser writes of a subscription: its endpoint, and keys for content that we never send.
const SUBSCRIPTION_MAX: usize = 4096;

/// A subscription as browsers write it. All but its address is left where it is: what we send has no content.
#[derive(Deserialize)]
struct Subscription {
    endpoint: String,
}

/// Which device is not to be told any more; none: all of them.
#[derive(Deserialize)]
pub(crate) struct ForgetForm {
    #[serde(default)]
    endpoint: String,
}

/// `POST /me/notices/push`, by script: 204 when this browser will be told. JSON, as `PushSubscription.toJSON()` gives it.
pub(crate) async fn allow(
    State(room): State<crate::State>,
    cx: Cx,
    body: Bytes,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, PATH)?;
    let endpoint =
        parse(&room.outbound, &body).ok_or_else(|| Failure::BadRequest(msg!("notices-push-unknown")))?;
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    // One after the other, so that there are never more than the most.
    if store::lock_account(&mut tx, person.account_id).await?.is_none() {
        return Err(Failure::NotFound);
    }
    let id = room.ids.mint(now);
    store::put_subscription(&mut tx, id, &endpoint, person.account_id, now).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /me/notices/push/forget`: 303 to the choices.
pub(crate) async fn forget(
    State(room): State<crate::State>,
    cx: Cx,
    Form(form): Form<ForgetForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, PATH)?;
    let endpoint = Some(form.endpoint.as_str()).filter(|endpoint| !endpoint.is_empty());
    let mut conn = room.pool.acquire().await?;
    store::delete_subscriptions(&mut conn, person.account_id, endpoint).await?;
    Ok(see_other("/me/notices?saved"))
}

/// The endpoint, in the one way in which it is written.
fn parse(outbound: &Outbound, body: &[u8]) -> Option<String> {
    if body.len() > SUBSCRIPTION_MAX {
        return None;
    }
    let told: Subscription = serde_json::from_slice(body).ok()?;
    let mut endpoint = Url::parse(&told.endpoint).ok()?;
    endpoint.set_fragment(None);
    // Push services are public and speak TLS at its own port: no browser of a reader knows others.
    let plain =
        outbound.would_ask(&endpoint) && (endpoint.port().is_none() || outbound.is_trusted(&endpoint));
    let endpoint = endpoint.to_string();
    (plain && endpoint.len() <= ENDPOINT_MAX).then_some(endpoint)
}
