//! Doubles for tests, of this room and of others: feature `testing`. Nothing here is fit to keep anything.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context;
use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{Method, Response, StatusCode},
};
use chrono::{DateTime, SecondsFormat, Utc};
use data_encoding::BASE64URL_NOPAD;
use secrecy::SecretString;
use tokio::{net::TcpListener, task::JoinHandle};
use tower::Service;

use crate::blobs::S3Settings;

/// An S3 server inside this process, on a port of 127.0.0.1, over a folder that goes when this goes.
///
/// It is `s3s-fs`: it checks signatures and keeps to the protocol, but it does not make anything durable.
pub struct S3Double {
    /// How to reach it.
    pub settings: S3Settings,
    folder: tempfile::TempDir,
    server: JoinHandle<io::Result<()>>,
}

impl S3Double {
    /// Where it keeps everything.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for S3Double {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Starts an [`S3Double`] with two empty buckets.
pub async fn s3_double() -> anyhow::Result<S3Double> {
    start(true).await
}

/// The same without `ListMultipartUploads`: servers are allowed to lack it.
pub async fn s3_double_that_lists_no_uploads() -> anyhow::Result<S3Double> {
    start(false).await
}

async fn start(lists_uploads: bool) -> anyhow::Result<S3Double> {
    let folder = tempfile::tempdir()?;
    let settings = S3Settings {
        endpoint: String::new(),
        region: "us-east-1".to_owned(),
        bucket_private: "test-private".to_owned(),
        bucket_public: "test-public".to_owned(),
        access_key: "test-access".to_owned(),
        secret_key: SecretString::from("test-secret-of-no-worth"),
        path_style: true,
    };
    for bucket in [&settings.bucket_private, &settings.bucket_public] {
        fs::create_dir(folder.path().join(bucket))?;
    }
    let files = s3s_fs::FileSystem::new(folder.path())
        .map_err(|error| anyhow::anyhow!("{error:?}"))
        .context("s3s-fs did not start")?;
    let mut service = s3s::service::S3ServiceBuilder::new(files);
    service.set_auth(s3s::auth::SimpleAuth::from_single(
        settings.access_key.as_str(),
        secrecy::ExposeSecret::expose_secret(&settings.secret_key),
    ));
    let service = service.build();
    let root = folder.path().to_owned();
    let router = Router::new().fallback(move |request: Request| {
        let (mut service, root) = (service.clone(), root.clone());
        async move {
            if lists_uploads && asks_for_uploads(&request) {
                return list_uploads(&root, request.uri().path());
            }
            match Service::call(&mut service, request).await {
                Ok(answer) => answer.map(Body::new),
                Err(_) => status(StatusCode::INTERNAL_SERVER_ERROR),
            }
        }
    });
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    let server = tokio::spawn(axum::serve(listener, router).into_future());
    Ok(S3Double {
        settings: S3Settings { endpoint, ..settings },
        folder,
        server,
    })
}

fn status(status: StatusCode) -> Response<Body> {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = status;
    answer
}

fn asks_for_uploads(request: &Request) -> bool {
    let mut query = request.uri().query().unwrap_or_default().split('&');
    request.method() == Method::GET && query.any(|pair| pair == "uploads" || pair == "uploads=")
}

/// `ListMultipartUploads`, which s3s-fs 0.14 has not: it keeps a file for each open upload, named by bucket
/// and key, and made when the upload began.
fn list_uploads(root: &Path, path: &str) -> Response<Body> {
    let bucket = path.trim_matches('/');
    match open_uploads(root, bucket) {
        Ok(uploads) => Response::new(Body::from(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
             <ListMultipartUploadsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
             <Bucket>{bucket}</Bucket><IsTruncated>false</IsTruncated>{}</ListMultipartUploadsResult>",
            uploads.concat()
        ))),
        Err(_) => status(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn open_uploads(root: &Path, bucket: &str) -> io::Result<Vec<String>> {
    let mut uploads = Vec::new();
    for entry in fs::read_dir(PathBuf::from(root))? {
        let entry = entry?;
        let name = entry.file_name();
        let Some((key, upload)) = name.to_str().and_then(|name| open_upload(name, bucket)) else {
            continue;
        };
        // Completed since the folder was read.
        let Ok(file) = entry.metadata() else { continue };
        let since = DateTime::<Utc>::from(file.modified()?).to_rfc3339_opts(SecondsFormat::Millis, true);
        uploads.push(format!(
            "<Upload><Key>{key}</Key><UploadId>{upload}</UploadId><Initiated>{since}</Initiated></Upload>"
        ));
    }
    Ok(uploads)
}

fn open_upload(file_name: &str, bucket: &str) -> Option<(String, String)> {
    let rest = file_name
        .strip_prefix(".bucket-")?
        .strip_suffix(".metadata.json")?;
    let (named, rest) = rest.split_once(".object-")?;
    let (key, upload) = rest.split_once(".upload-")?;
    let decode = |text: &str| String::from_utf8(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?).ok();
    (decode(named)? == bucket).then(|| Some((decode(key)?, upload.to_owned())))?
}
