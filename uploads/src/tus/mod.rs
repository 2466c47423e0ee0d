//! The upload door for programs and for the reader's page: tus 1.0.0 (<https://tus.io/protocols/resumable-upload>).
//!
//! An upload's address ends in its [`Token`]: an id and 256 random bits, of which only a hash is stored. Who
//! has it may go on with the upload, end it, and make it part of a contribution; nobody can read it back.

mod at_once;
mod checksum;
mod create;
mod error;
pub(crate) mod for_fuzzing;
mod headers;
mod join;
mod lease;
mod receive;
#[cfg(test)]
mod tests;
mod upload;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use anyhow::Context;
use axum::{
    Router,
    body::Body,
    extract::{self, Request},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::any,
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    blobs::Room,
    live::Live,
    web::{Cx, Limiter, Site, Source},
};
use tokio::time::Instant;

pub(crate) use self::join::parts_named;
use self::{at_once::AtOnce, error::TusError, headers::METHOD_OVERRIDE, lease::Holders};
use crate::{Acceptor, store::resumable};

/// Where the door is.
const PATH: &str = "/uploads";
const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
const EXTENSIONS: HeaderValue = HeaderValue::from_static(
    "creation,creation-with-upload,creation-defer-length,expiration,checksum,termination,concatenation",
);
/// How long a measure of the disk is good for, where little is to be added.
const ROOM_AGE: Duration = Duration::from_secs(2);

/// What the disk was found to have; no room where it is not ours to measure.
#[derive(Clone, Copy)]
struct Measured {
    room: Option<Room>,
    since: Instant,
}

/// How much one upload may bring, and how many of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TusLimits {
    /// How long an upload waits for its next byte, or to be claimed.
    pub upload_expiry: Duration,
    /// Requests with bytes at the same moment, of one source.
    pub at_once: usize,
    /// Bytes of the disk that are kept free.
    pub free_bytes: u64,
    /// The same, in percent of the disk.
    pub free_percent: u64,
}

impl Default for TusLimits {
    fn default() -> Self {
        Self {
            upload_expiry: Duration::from_hours(7 * 24),
            at_once: 64,
            free_bytes: 2 << 30,
            free_percent: 10,
        }
    }
}

/// What the door needs.
#[derive(Clone)]
pub struct State {
    acceptor: Acceptor,
    limits: TusLimits,
    creations: Limiter,
    volume: Limiter,
    site: Arc<Site>,
    live: Live,
    holders: Holders,
    at_once: AtOnce,
    room: Arc<Mutex<Option<Measured>>>,
}

impl State {
    /// `creations` bounds how many uploads a source may begin, and `volume` how many MiB these may have;
    /// `live` says when the program stops.
    pub fn new(
        acceptor: Acceptor,
        limits: TusLimits,
        (creations, volume): (Limiter, Limiter),
        site: Arc<Site>,
        live: Live,
    ) -> Self {
        Self {
            at_once: AtOnce::new(limits.at_once),
            acceptor,
            limits,
            creations,
            volume,
            site,
            live,
            holders: Holders::default(),
            room: Arc::default(),
        }
    }

    /// After a start on a database that no other process uses: nobody holds an upload any more.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn release_all(&self) -> sqlx::Result<()> {
        let mut conn = self.acceptor.pool.acquire().await?;
        let released = resumable::release_all_leases(&mut conn).await?;
        if released > 0 {
            tracing::info!(
                uploads.released = released,
                "uploads were held when the program ended"
            );
        }
        Ok(())
    }

    /// Refuses while the disk is nearly full, so that everything else goes on.
    async fn check_room(&self, length: u64) -> Result<(), TusError> {
        let known = *self.room.lock().unwrap_or_else(PoisonError::into_inner);
        let small = length < self.limits.free_bytes / 16;
        let measured = match known.filter(|known| small && known.since.elapsed() < ROOM_AGE) {
            Some(known) => known,
            None => Measured {
                room: self.acceptor.blobs.room().await?,
                since: Instant::now(),
            },
        };
        *self.room.lock().unwrap_or_else(PoisonError::into_inner) = Some(measured);
        let there_is = measured.room.is_none_or(|room| {
            let kept = self
                .limits
                .free_bytes
                .max(room.total / 100 * self.limits.free_percent);
            room.free.saturating_sub(length) >= kept
        });
        if there_is { Ok(()) } else { Err(TusError::NoRoom) }
    }
}

/// The door. Everything on it is a request of the protocol; no page lives here.
pub fn router(state: State) -> Router {
    Router::new()
        .route("/uploads", any(door))
        .route("/uploads/{token}", any(door))
        .with_state(state)
}

/// `OPTIONS`, `POST /uploads`; `OPTIONS`, `HEAD`, `PATCH`, `DELETE /uploads/{token}`.
async fn door(
    extract::State(state): extract::State<State>,
    cx: Cx,
    source: Source,
    token: Option<extract::Path<String>>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let ally = ally(&state.site, &parts.headers);
    let method = method(&parts.method, &parts.headers);
    let token = token.as_ref().map(|token| token.as_str());
    let outcome = answer(&state, source, &method, token, &parts.headers, body).await;
    let mut response = outcome.unwrap_or_else(|error| {
        let told = match error {
            TusError::WrongMethod => Some((header::ALLOW, HeaderValue::from_static(methods(token)))),
            TusError::WrongVersion => Some((headers::TUS_VERSION, VERSION)),
            _ => None,
        };
        let mut response = error.respond(cx.lang());
        response.headers_mut().extend(told);
        response
    });
    let headers = response.headers_mut();
    headers.insert(headers::TUS_RESUMABLE, VERSION);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(origin) = ally {
        allow(headers, origin);
    }
    response
}

/// The method that is meant: some networks let only POST through (tus 1.0.0, `X-HTTP-Method-Override`). A safe
/// method means itself, so that what is checked for the others (another site's page?) cannot be walked around.
fn method(method: &Method, headers: &HeaderMap) -> Method {
    headers::text(headers, &METHOD_OVERRIDE)
        .filter(|_| !method.is_safe())
        .and_then(|name| Method::from_bytes(name.as_bytes()).ok())
        .unwrap_or_else(|| method.clone())
}

fn methods(token: Option<&str>) -> &'static str {
    match token {
        None => "OPTIONS, POST",
        Some(_) => "OPTIONS, HEAD, PATCH, DELETE",
    }
}

async fn answer(
    state: &State,
    source: Source,
    method: &Method,
    token: Option<&str>,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, TusError> {
    if *method == Method::OPTIONS {
        return Ok(capabilities(state));
    }
    let known = match token {
        None => *method == Method::POST,
        Some(_) => matches!(*method, Method::HEAD | Method::PATCH | Method::DELETE),
    };
    if !known {
        return Err(TusError::WrongMethod);
    }
    if headers::text(headers, &headers::TUS_RESUMABLE) != Some("1.0.0") {
        return Err(TusError::WrongVersion);
    }
    let Some(token) = token else {
        return create::post(state, source, headers, body).await;
    };
    let token = token.parse().map_err(|_| TusError::NotFound)?;
    match *method {
        Method::HEAD => upload::head(state, &token).await,
        Method::PATCH => upload::patch(state, source, &token, headers, body).await,
        _ => upload::delete(state, &token).await,
    }
}

/// What this door can do.
fn capabilities(state: &State) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    headers.insert(headers::TUS_VERSION, VERSION);
    headers.insert(headers::TUS_EXTENSION, EXTENSIONS);
    headers.insert(headers::TUS_MAX_SIZE, state.acceptor.limits.upload_bytes.into());
    headers.insert(
        headers::TUS_CHECKSUM_ALGORITHM,
        HeaderValue::from_static(checksum::ALGORITHMS),
    );
    response
}

/// The origin of a page of the newsroom's own other sites, when one asks.
fn ally(site: &Site, headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get(header::ORIGIN)?;
    site.is_ally(origin.to_str().ok()?).then(|| origin.clone())
}

/// Lets a page of that origin send here and read our answers (Fetch Standard, CORS).
fn allow(headers: &mut HeaderMap, origin: HeaderValue) {
    let expose = "Location, Upload-Offset, Upload-Length, Upload-Metadata, Upload-Defer-Length, Upload-Concat, \
                  Upload-Expires, Tus-Version, Tus-Resumable, Tus-Max-Size, Tus-Extension, \
                  Tus-Checksum-Algorithm, Retry-After";
    let accept = "Authorization, Content-Type, Location, Tus-Resumable, Upload-Offset, Upload-Length, \
                  Upload-Metadata, Upload-Defer-Length, Upload-Concat, Upload-Checksum, X-HTTP-Method-Override, \
                  X-Requested-With";
    let fixed: [(HeaderName, &'static str); 5] = [
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, expose),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, accept),
        (
            header::ACCESS_CONTROL_ALLOW_METHODS,
            "POST, HEAD, PATCH, DELETE, OPTIONS",
        ),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
        (header::VARY, "Origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
}

/// RFC 9110, section 5.6.7.
fn http_date(at: DateTime<Utc>) -> Result<HeaderValue, TusError> {
    let text = at.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    Ok(HeaderValue::try_from(text).context("a date")?)
}

fn too_many(failure: &Failure) -> TusError {
    match failure {
        Failure::TooMany(seconds) => TusError::TooMany(*seconds),
        _ => TusError::TooMany(60),
    }
}
