//! Forms as browsers send them, and an acceptor over a folder that goes with the test.

use std::convert::Infallible;

use axum::{
    body::Body,
    extract::Request,
    http::{Method, header},
};
use bytes::Bytes;
use futures_util::stream;
use ground::{
    blobs::{Blobs, Bucket, Listed},
    clock::Clock,
    ids::Ids,
};
use sqlx::PgPool;
use tempfile::TempDir;

use crate::{Acceptor, FormLimits};

pub(crate) const BOUNDARY: &str = "----a-browsers-boundary";

pub(crate) async fn acceptor(pool: &PgPool, limits: FormLimits) -> (Acceptor, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path().join("blobs")).await.unwrap();
    // Files are as old as the system's clock says, so ours starts there.
    let clock = Clock::fixed(Clock::system().now());
    (
        Acceptor {
            pool: pool.clone(),
            blobs,
            clock,
            ids: Ids::system(),
            limits,
        },
        folder,
    )
}

pub(crate) async fn incoming(acceptor: &Acceptor) -> Vec<Listed> {
    acceptor
        .blobs
        .list(Bucket::Private, "incoming/", None, 1000)
        .await
        .unwrap()
}

/// Rows: all, and those that are finished.
pub(crate) async fn rows(acceptor: &Acceptor) -> (i64, i64) {
    let counted =
        sqlx::query!(r#"select count(*) as "all!", count(finished_at) as "finished!" from uploads"#);
    let counted = counted.fetch_one(&acceptor.pool).await.unwrap();
    (counted.all, counted.finished)
}

/// A form being written.
#[derive(Clone, Default)]
pub(crate) struct Form(Vec<u8>);

impl Form {
    pub(crate) fn field(self, name: &str, value: &str) -> Self {
        self.part(
            &format!("Content-Disposition: form-data; name=\"{name}\""),
            value.as_bytes(),
        )
    }

    pub(crate) fn file(self, name: &str, bytes: &[u8]) -> Self {
        let head = "Content-Disposition: form-data; name=\"files\"; filename=";
        self.part(&format!("{head}\"{name}\"\r\nContent-Type: image/jpeg"), bytes)
    }

    pub(crate) fn part(mut self, head: &str, bytes: &[u8]) -> Self {
        self.0
            .extend_from_slice(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes());
        self.0.extend_from_slice(bytes);
        self.0.extend_from_slice(b"\r\n");
        self
    }

    pub(crate) fn body(mut self) -> Vec<u8> {
        self.0.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        self.0
    }

    /// With its length told first, as browsers do.
    pub(crate) fn request(self) -> Request {
        let body = self.body();
        let length = body.len();
        let mut request = request(Body::from(body));
        request
            .headers_mut()
            .insert(header::CONTENT_LENGTH, length.into());
        request
    }
}

pub(crate) fn request(body: Body) -> Request {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    Request::builder()
        .method(Method::POST)
        .uri("/")
        .header(header::CONTENT_TYPE, kind)
        .body(body)
        .unwrap()
}

/// A body that comes in pieces of `size` bytes, always ready.
pub(crate) fn pieces(body: &[u8], size: usize) -> Body {
    let pieces: Vec<_> = body
        .chunks(size)
        .map(|piece| Ok::<_, Infallible>(Bytes::copy_from_slice(piece)))
        .collect();
    Body::from_stream(stream::iter(pieces))
}
