//! The door through its router, on a real database, with the disk and with S3 behind it.

mod creating;
mod ending;
mod sending;
mod taking_over;

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode},
    middleware::{from_fn, from_fn_with_state},
};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use ground::{
    blobs::{BlobKey, Blobs, Bucket},
    lang::Lang,
    live::Live,
    testing::{S3Double, s3_double},
    web::{Assets, Limiter, Site, context, error_pages, same_origin},
};
use sqlx::PgPool;
use tempfile::TempDir;
use tower::ServiceExt;

use super::{State, TusLimits, router};
use crate::{FormLimits, Token, testing::acceptor};

const CHUNK: (&str, &str) = ("content-type", "application/offset+octet-stream");

/// The door, and what must live as long as it.
struct Door {
    router: Router,
    state: State,
    _folder: TempDir,
    _s3: Option<S3Double>,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn offset(&self) -> u64 {
        self.header("upload-offset").parse().unwrap()
    }

    fn code(&self) -> String {
        let problem: serde_json::Value = serde_json::from_str(&self.body).unwrap();
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(problem["status"], self.status.as_u16());
        assert!(!problem["detail"].as_str().unwrap().is_empty());
        problem["code"].as_str().unwrap().to_owned()
    }

    fn refused(&self, status: u16, code: &str) {
        assert_eq!(self.status.as_u16(), status);
        // An answer to HEAD has no body.
        if !self.body.is_empty() {
            assert_eq!(self.code(), code);
        }
        assert!(!self.headers.contains_key("upload-offset"));
    }
}

impl Door {
    async fn on_disk(pool: &PgPool) -> Self {
        Self::open(pool, false).await
    }

    async fn on_s3(pool: &PgPool) -> Self {
        Self::open(pool, true).await
    }

    async fn open(pool: &PgPool, on_s3: bool) -> Self {
        let forms = FormLimits {
            idle: Duration::from_secs(20),
            ..FormLimits::default()
        };
        let (mut acceptor, folder) = acceptor(pool, forms).await;
        let s3 = if on_s3 {
            Some(s3_double().await.unwrap())
        } else {
            None
        };
        if let Some(s3) = &s3 {
            acceptor.blobs = Blobs::s3(s3.settings.clone()).await.unwrap();
        }
        let site = Arc::new(Site {
            name: "Rûdaw".to_owned(),
            names: [].into(),
            base_url: "https://news.example".parse().unwrap(),
            default_lang: Lang::En,
            time_zone: chrono_tz::Asia::Baghdad,
            terms_version: "1".to_owned(),
            assets: Assets::default(),
            allies: vec!["https://www.news.example".to_owned()],
        });
        let hour = Duration::from_hours(1);
        let wide = Limiter::new(acceptor.clock.clone(), hour, 200, 1000);
        let gibs = Limiter::new(acceptor.clock.clone(), hour, 1 << 20, 1 << 20);
        // The disk of who runs the tests may be nearly full.
        let limits = TusLimits {
            free_bytes: 0,
            free_percent: 0,
            ..TusLimits::default()
        };
        let state = State::new(acceptor, limits, (wide, gibs), Arc::clone(&site), Live::default());
        Self {
            router: routed(state.clone()),
            state,
            _folder: folder,
            _s3: s3,
        }
    }

    /// A second instance of the program on the same database and the same store.
    fn neighbour(&self) -> Router {
        let state = &self.state;
        routed(State::new(
            state.acceptor.clone(),
            state.limits.clone(),
            (state.creations.clone(), state.volume.clone()),
            Arc::clone(&state.site),
            Live::default(),
        ))
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        ask(&self.router, method, path, headers, body.into()).await
    }

    /// The address of a new upload.
    async fn create(&self, length: usize) -> String {
        let answer = self
            .ask("POST", "/uploads", &[("upload-length", &length.to_string())], "")
            .await;
        assert_eq!((answer.status, answer.offset()), (StatusCode::CREATED, 0));
        answer.header("location").to_owned()
    }

    async fn patch(&self, path: &str, offset: u64, body: impl Into<Body>) -> Answer {
        let offset = offset.to_string();
        self.ask("PATCH", path, &[CHUNK, ("upload-offset", &offset)], body)
            .await
    }

    async fn offset(&self, path: &str) -> u64 {
        self.ask("HEAD", path, &[], "").await.offset()
    }

    async fn objects(&self, prefix: &'static str) -> usize {
        let listed = self
            .state
            .acceptor
            .blobs
            .list(Bucket::Private, prefix, None, 1000)
            .await;
        listed.unwrap().len()
    }

    /// What is in the store; and what the database says of it is held against that.
    async fn db_bytes(&self, path: &str) -> Vec<u8> {
        let id = token(path).upload_id();
        let blob = self.state.acceptor.blobs.get(&BlobKey::incoming(id), None).await;
        let mut stream = blob.unwrap().expect("the object is there").stream;
        let mut bytes = Vec::new();
        while let Some(piece) = stream.next().await {
            bytes.extend_from_slice(&piece.unwrap());
        }
        let row = sqlx::query!("select size, blake3 from uploads where upload_id = $1", id.0);
        let row = row.fetch_one(&self.state.acceptor.pool).await.unwrap();
        assert_eq!(row.size, i64::try_from(bytes.len()).ok());
        assert_eq!(row.blake3.unwrap(), blake3::hash(&bytes).as_bytes());
        bytes
    }
}

fn routed(state: State) -> Router {
    let site = Arc::clone(&state.site);
    router(state)
        .layer(from_fn_with_state(Arc::clone(&site), same_origin))
        .layer(from_fn(error_pages))
        .layer(from_fn_with_state(site, context))
}

async fn ask(router: &Router, method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    if !headers.iter().any(|(name, _)| *name == "tus-resumable") {
        request = request.header("tus-resumable", "1.0.0");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    // As hyper would tell it.
    if let Some(length) = http_body::Body::size_hint(&body).exact()
        && !headers.iter().any(|(name, _)| *name == "transfer-encoding")
    {
        request = request.header("content-length", length);
    }
    let response = router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 20).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

fn token(path: &str) -> Token {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// Bytes of which no stretch looks like another nearby.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 7_u32;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .take(length)
    .collect()
}

/// A body that comes in pieces, and then either breaks off or falls silent.
fn cut(bytes: &[u8], breaks: bool) -> Body {
    let pieces: Vec<_> = bytes
        .chunks(50_000)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    let sent = stream::iter(pieces);
    if breaks {
        Body::from_stream(sent.chain(stream::iter([Err(std::io::Error::from(
            std::io::ErrorKind::ConnectionReset,
        ))])))
    } else {
        Body::from_stream(
            sent.map(|piece| piece.map_err(|_| unreachable!()))
                .chain(stream::pending::<Result<Bytes, Infallible>>()),
        )
    }
}
