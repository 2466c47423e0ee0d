//! The arm for any S3 server, by `aws-sdk-s3`.

use std::{io, ops::Range, sync::Arc};

use aws_sdk_s3::{
    Client,
    error::{ProvideErrorMetadata, SdkError},
    primitives::{ByteStream, DateTime as SmithyTime},
    types::MetadataDirective,
};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures_util::{future::try_join, stream};

use super::{
    Blob, BlobError, BlobKey, Bucket, Listed,
    grow_s3::Crowd,
    parts::{Body, Part, Parts},
    settings::{S3Settings, client},
    upload::Upload,
};

/// Bytes of a part. 10,000 parts are allowed, so an object may have 78 GiB.
pub(super) const PART: usize = 8 << 20;

/// Public names are random and their objects never change.
const FOREVER: &str = "public, max-age=31536000, immutable";

#[derive(Clone)]
pub(super) struct S3Store {
    pub(super) client: Client,
    private: Arc<str>,
    public: Arc<str>,
    pub(super) crowd: Arc<Crowd>,
}

impl S3Store {
    pub(super) fn open(settings: &S3Settings) -> Result<Self, BlobError> {
        for (name, bucket) in [
            ("bucket_private", &settings.bucket_private),
            ("bucket_public", &settings.bucket_public),
        ] {
            // S3's own rule, and room for servers that allow more. No character here or in a key needs an
            // escape in an address or in the header that names the source of a copy.
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
            if !(3..=63).contains(&bucket.len()) || !bucket.bytes().all(plain) {
                return Err(BlobError::Setting(name));
            }
        }
        if settings.bucket_private == settings.bucket_public {
            // Else everything private would be public.
            return Err(BlobError::Setting("bucket_public"));
        }
        Ok(Self {
            client: client(settings)?,
            private: settings.bucket_private.as_str().into(),
            public: settings.bucket_public.as_str().into(),
            crowd: Arc::new(Crowd::new()),
        })
    }

    pub(super) fn bucket(&self, bucket: Bucket) -> &str {
        match bucket {
            Bucket::Private => &self.private,
            Bucket::Public => &self.public,
        }
    }

    pub(super) async fn put(
        &self,
        key: &BlobKey,
        body: Body<'_>,
        content_type: &'static str,
    ) -> Result<u64, BlobError> {
        let mut parts = Parts::new(body, PART);
        let first = parts.next().await.map_err(BlobError::Body)?;
        if first.last {
            return self.put_bytes(key, first.bytes, content_type).await;
        }
        let mut upload = Upload::begin(self, key, content_type).await?;
        match send_all(&mut upload, first, &mut parts).await {
            Ok(size) => upload.complete().await.map(|()| size),
            Err(error) => {
                upload.abort().await;
                Err(error)
            }
        }
    }

    pub(super) async fn put_bytes(
        &self,
        key: &BlobKey,
        bytes: Bytes,
        content_type: &'static str,
    ) -> Result<u64, BlobError> {
        let size = bytes.len() as u64;
        self.client
            .put_object()
            .bucket(self.bucket(key.bucket()))
            .key(key.path())
            .content_type(content_type)
            .set_cache_control(cache_control(key))
            .body(bytes.into())
            .send()
            .await
            .map_err(|error| failure("write an object", key.bucket(), &error))?;
        Ok(size)
    }

    pub(super) async fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
    ) -> Result<Option<Blob>, BlobError> {
        if range.as_ref().is_some_and(Range::is_empty) {
            return self.get_nothing(key).await;
        }
        let ranged = range.is_some();
        let answer = self
            .client
            .get_object()
            .bucket(self.bucket(key.bucket()))
            .key(key.path())
            .set_range(range.map(|range| range_header(&range)))
            .send()
            .await;
        let object = match answer {
            Ok(object) => object,
            Err(error) if error.code() == Some("NoSuchKey") => return Ok(None),
            // The range begins behind the end.
            Err(error) if status(&error) == 416 => return self.get_nothing(key).await,
            Err(error) => return Err(failure("read an object", key.bucket(), &error)),
        };
        let size = if ranged {
            // `bytes 10-19/100000`
            object
                .content_range()
                .and_then(|range| range.rsplit_once('/')?.1.parse().ok())
        } else {
            object.content_length().and_then(|size| size.try_into().ok())
        };
        let size = size.ok_or_else(|| bad_answer("read an object", key.bucket()))?;
        Ok(Some(Blob {
            size,
            stream: Box::pin(stream::try_unfold(object.body, read)),
        }))
    }

    /// A range without bytes cannot be asked for in HTTP, and the size is wanted all the same.
    async fn get_nothing(&self, key: &BlobKey) -> Result<Option<Blob>, BlobError> {
        let size = self.size(key).await?;
        Ok(size.map(|size| Blob {
            size,
            stream: Box::pin(stream::empty()),
        }))
    }

    pub(super) async fn size(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        let answer = self
            .client
            .head_object()
            .bucket(self.bucket(key.bucket()))
            .key(key.path())
            .send()
            .await;
        match answer {
            Ok(head) => head
                .content_length()
                .and_then(|size| size.try_into().ok())
                .map(Some)
                .ok_or_else(|| bad_answer("look for an object", key.bucket())),
            Err(error) if status(&error) == 404 => Ok(None),
            Err(error) => Err(failure("look for an object", key.bucket(), &error)),
        }
    }

    pub(super) async fn copy(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        let mut copy = self
            .client
            .copy_object()
            .bucket(self.bucket(to.bucket()))
            .key(to.path())
            // To be URL-encoded, says the documentation; `open` sees to it that nothing needs to be.
            .copy_source(format!("{}/{}", self.bucket(from.bucket()), from.path()));
        if let Some(format) = to.picture() {
            copy = copy
                .metadata_directive(MetadataDirective::Replace)
                .content_type(format.content_type())
                .set_cache_control(cache_control(to));
        }
        match copy.send().await {
            Ok(_) => Ok(()),
            Err(error) if error.code() == Some("NoSuchKey") => Err(BlobError::NotFound),
            Err(error) => Err(failure("copy an object", to.bucket(), &error)),
        }
    }

    pub(super) async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        let delete = self
            .client
            .delete_object()
            .bucket(self.bucket(key.bucket()))
            .key(key.path());
        match delete.send().await {
            Ok(_) => Ok(()),
            // Some servers mind.
            Err(error) if error.code() == Some("NoSuchKey") => Ok(()),
            Err(error) => Err(failure("delete an object", key.bucket(), &error)),
        }
    }

    pub(super) async fn list(
        &self,
        bucket: Bucket,
        prefix: &'static str,
        mut after: Option<String>,
        limit: usize,
    ) -> Result<Vec<Listed>, BlobError> {
        let mut listed = Vec::new();
        // A server may send fewer than were asked for although there are more.
        while listed.len() < limit {
            let page = self
                .client
                .list_objects_v2()
                .bucket(self.bucket(bucket))
                .prefix(prefix)
                .set_start_after(after)
                .max_keys(i32::try_from(limit - listed.len()).unwrap_or(1000).min(1000))
                .send()
                .await
                .map_err(|error| failure("list objects", bucket, &error))?;
            for object in page.contents() {
                listed.push(Listed {
                    path: object.key().unwrap_or_default().to_owned(),
                    size: object
                        .size()
                        .and_then(|size| size.try_into().ok())
                        .unwrap_or_default(),
                    modified_at: time(object.last_modified()),
                });
            }
            after = listed.last().map(|last| last.path.clone());
            if page.contents().is_empty() || page.is_truncated() != Some(true) {
                break;
            }
        }
        Ok(listed)
    }
}

/// Sends one part while the next is gathered.
async fn send_all(upload: &mut Upload, mut part: Part, parts: &mut Parts<'_>) -> Result<u64, BlobError> {
    let mut size = 0;
    loop {
        size += part.bytes.len() as u64;
        if part.last {
            if !part.bytes.is_empty() {
                upload.send(part.bytes).await?;
            }
            return Ok(size);
        }
        let next = async { parts.next().await.map_err(BlobError::Body) };
        ((), part) = try_join(upload.send(part.bytes), next).await?;
    }
}

async fn read(mut body: ByteStream) -> io::Result<Option<(Bytes, ByteStream)>> {
    match body.try_next().await {
        Ok(chunk) => Ok(chunk.map(|chunk| (chunk, body))),
        Err(_) => Err(io::Error::other("the S3 server broke off")),
    }
}

pub(super) fn cache_control(key: &BlobKey) -> Option<String> {
    match key.bucket() {
        Bucket::Public => Some(FOREVER.to_owned()),
        Bucket::Private => None,
    }
}

fn range_header(range: &Range<u64>) -> String {
    // Servers count in signed numbers: an end beyond these is no end.
    match i64::try_from(range.end) {
        Ok(_) => format!("bytes={}-{}", range.start, range.end - 1),
        Err(_) => format!("bytes={}-", range.start),
    }
}

pub(super) fn time(time: Option<&SmithyTime>) -> DateTime<Utc> {
    // A thing without a time is young: a sweep lets it be.
    time.and_then(|time| DateTime::from_timestamp(time.secs(), time.subsec_nanos()))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn status<E>(error: &SdkError<E>) -> u16 {
    error.raw_response().map_or(0, |answer| answer.status().as_u16())
}

/// Keeps of an error what helps and tells nothing: messages of servers quote keys and access keys.
pub(super) fn failure<E: ProvideErrorMetadata>(
    doing: &'static str,
    bucket: Bucket,
    error: &SdkError<E>,
) -> BlobError {
    let code = match error {
        SdkError::TimeoutError(_) => "Timeout",
        SdkError::DispatchFailure(failure) if failure.is_timeout() => "Timeout",
        SdkError::DispatchFailure(_) => "Unreachable",
        SdkError::ServiceError(_) => error.code().unwrap_or("Refused"),
        SdkError::ResponseError(_) => "BadAnswer",
        _ => "BadRequest",
    };
    let code = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(48)
        .collect();
    BlobError::S3 {
        doing,
        bucket,
        code,
        status: status(error),
    }
}

pub(super) fn bad_answer(doing: &'static str, bucket: Bucket) -> BlobError {
    BlobError::S3 {
        doing,
        bucket,
        code: "BadAnswer".to_owned(),
        status: 0,
    }
}
