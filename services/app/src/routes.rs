//! All rooms' routes, joined, under the manners that hold for every page.

use std::{sync::Arc, time::Instant};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::StatusCode,
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use ground::{
    Failure,
    web::{Site, context, error_pages, same_origin, security_headers},
};
use sqlx::PgPool;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate},
    },
};

use crate::{assets, installed};

/// The rooms, ready to be joined.
pub struct Rooms {
    /// The newsroom.
    pub site: Arc<Site>,
    /// The database, for `/readyz`.
    pub pool: PgPool,
    /// Who is asking.
    pub accounts: accounts::State,
    /// Form, receipt, desk.
    pub review: review::State,
    /// Stories.
    pub publishing: publishing::State,
    /// What readers say.
    pub comments: comments::State,
    /// The resumable door.
    pub uploads: uploads::tus::State,
}

/// Which of them this process serves.
#[derive(Clone, Copy, Debug)]
pub struct Doors {
    /// Pages and forms.
    pub web: bool,
    /// The resumable door.
    pub uploads: bool,
}

/// Everything the program answers.
pub fn router(rooms: Rooms, doors: Doors) -> Router {
    let site = rooms.site;
    let mut router = health(rooms.pool).merge(assets::router(site.assets.clone()));
    if doors.web {
        router = router
            .merge(review::router(rooms.review))
            .merge(publishing::router(rooms.publishing))
            .merge(comments::router(rooms.comments))
            .merge(accounts::router(rooms.accounts.clone()))
            .merge(installed::router(site.assets.clone()));
    }
    if doors.uploads {
        router = router.merge(uploads::tus::router(rooms.uploads));
    }
    router
        .fallback(async || Failure::NotFound)
        // From here each layer is around the ones above it.
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn_with_state(Arc::clone(&site), same_origin))
        .layer(from_fn_with_state(rooms.accounts, accounts::viewer))
        .layer(from_fn(error_pages))
        .layer(from_fn_with_state(Arc::clone(&site), context))
        .layer(from_fn_with_state(site, security_headers))
        .layer(from_fn(log))
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
}

/// Not what is compressed already, as archives are, and not originals: these are photos and videos, and their length must
/// stay known.
fn worth_compressing() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/octet-stream"))
        .and(NotForContentType::const_new("application/zip"))
}

fn after_panic(cause: Box<dyn std::any::Any + Send>) -> Response {
    // The payload may quote what a stranger sent: only its place is logged, by the panic hook.
    drop(cause);
    Failure::Internal(anyhow::anyhow!("a handler panicked")).into_response()
}

/// Layer: one line a request, with the route's pattern, never with what was asked for.
async fn log(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned());
    let response = next.run(request).await;
    tracing::debug!(
        http.method = %method,
        http.route = route.as_deref().unwrap_or("(none)"),
        http.status = response.status().as_u16(),
        duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}

fn health(pool: PgPool) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .with_state(pool)
}

/// `GET /readyz`: whether a page could be served now.
async fn ready(State(pool): State<PgPool>) -> Response {
    match sqlx::query("select 1").execute(&pool).await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::warn!(error = format!("{error:#}"), "not ready");
            // Its reader is a load balancer, not a person.
            (
                StatusCode::SERVICE_UNAVAILABLE,
                [("content-type", "text/plain")],
                "the database does not answer\n",
            )
                .into_response()
        }
    }
}
