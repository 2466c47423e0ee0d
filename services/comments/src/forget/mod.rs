//! `GET` and `POST /comments/forget`: a guest is forgotten, with all that this device said, liked and reported.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use ground::{
    Failure,
    web::{Cx, Page, see_other},
};

use crate::{
    cookies::{self, Who},
    person::Person,
    personal::{forget_votes, take_back_all},
    store::personal::{self as store, Whose},
};

const PATH: &str = "/comments/forget";

/// `/comments/forget`
pub(crate) fn router() -> Router<crate::State> {
    Router::new().route(PATH, get(ask).post(post))
}

#[derive(Template)]
#[template(path = "comments/forget.html")]
struct ForgetPage {
    cx: Cx,
    /// This device is known.
    is_known: bool,
}

/// `GET /comments/forget`: asks once more; nothing is to be asked of who is not known.
async fn ask(State(_): State<crate::State>, cx: Cx, who: Who) -> Response {
    let page = ForgetPage {
        cx: cx.clone(),
        is_known: who.device.is_some(),
    };
    let mut answer = Page::new(&cx, page).into_response();
    let never = HeaderValue::from_static("no-store");
    answer.headers_mut().insert(header::CACHE_CONTROL, never);
    answer
}

/// `POST /comments/forget`: 303 to the page, which says that nobody is known here. Bans hold on, without what was said to
/// them.
async fn post(State(state): State<crate::State>, who: Who) -> Result<Response, Failure> {
    let mut answer = see_other(PATH);
    let Some(device) = who.device else {
        return Ok(answer);
    };
    let count = take_back_all(&state, Whose::Device(&device)).await?;
    let mut tx = ground::db::begin(&state.pool).await?;
    store::clear_appeals(&mut tx, &device).await?;
    forget_votes(&mut tx, &state, &Person::Device(device)).await?;
    tx.commit().await?;
    tracing::info!(comments.count = count, "a guest is forgotten");
    cookies::drop_secret(answer.headers_mut(), &state.site);
    Ok(answer)
}
