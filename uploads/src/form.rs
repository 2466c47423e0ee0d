//! A whole form, read once from beginning to end: fields kept, files streamed away.

use std::{sync::Arc, time::Duration};

use axum::{
    body::BodyDataStream,
    extract::Request,
    http::{HeaderMap, header},
};
use futures_util::StreamExt;
use ground::{Failure, blobs::BlobError, msg};
use multer::{Field, Multipart};

use crate::{
    Acceptor, FormLimits,
    file::{self, Outcome, ReceivedFile, RefusedFile},
    paced::{Cut, Meter, Paced},
};

/// The name of the file inputs.
const FILES: &str = "files";

/// What came with a form.
#[derive(Default)]
pub struct ReceivedForm {
    /// What was typed.
    pub fields: Fields,
    /// Files that are here now, in the order of the form.
    pub files: Vec<ReceivedFile>,
    /// Files that were not kept.
    pub refused: Vec<RefusedFile>,
}

/// Fields in the order of the form; a name may come several times.
#[derive(Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first of this name, or nothing.
    pub fn first(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(held, _)| held == name)
            .map_or("", |(_, value)| value)
    }

    /// All of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(held, _)| held == name)
            .map(|(_, value)| value.as_str())
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }
}

/// Why a form was not received. Nothing of it can be claimed then; what was stored of it is swept.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// It has more bytes than a form may have, or more text.
    #[error("the form is larger than {limit_bytes} bytes")]
    TooLarge {
        /// How many it may have.
        limit_bytes: u64,
    },
    /// It came too slowly.
    #[error("the form came too slowly")]
    TooSlow,
    /// It ended before its end.
    #[error("the form broke off")]
    Broken,
    /// It is no form, or none of ours.
    #[error("the form cannot be read")]
    Malformed,
    /// Our side failed.
    #[error(transparent)]
    Ours(#[from] anyhow::Error),
}

impl From<multer::Error> for FormError {
    fn from(error: multer::Error) -> Self {
        use multer::Error::{IncompleteFieldData, IncompleteHeaders, IncompleteStream, StreamReadFailed};
        match error {
            StreamReadFailed(cause) => cause.downcast::<Cut>().map_or(Self::Broken, |cut| (*cut).into()),
            IncompleteFieldData { .. } | IncompleteHeaders | IncompleteStream => Self::Broken,
            _ => Self::Malformed,
        }
    }
}

impl From<Cut> for FormError {
    fn from(cut: Cut) -> Self {
        match cut {
            Cut::TooSlow => Self::TooSlow,
            // Who reads the form knows the limit and puts it in.
            Cut::TooLarge => Self::TooLarge { limit_bytes: 0 },
            Cut::LongHead => Self::Malformed,
            Cut::Broken => Self::Broken,
        }
    }
}

impl From<sqlx::Error> for FormError {
    fn from(error: sqlx::Error) -> Self {
        Self::Ours(error.into())
    }
}

impl From<BlobError> for FormError {
    fn from(error: BlobError) -> Self {
        Self::Ours(error.into())
    }
}

impl From<FormError> for Failure {
    fn from(error: FormError) -> Self {
        match error {
            FormError::TooLarge { limit_bytes } => {
                let megabytes = i64::try_from(limit_bytes / (1024 * 1024)).unwrap_or(i64::MAX);
                Self::TooLarge(msg!("form-too-large").n("megabytes", megabytes))
            }
            FormError::TooSlow => Self::TooSlow(msg!("form-too-slow")),
            FormError::Broken => Self::BadRequest(msg!("form-broken")),
            FormError::Malformed => Self::BadRequest(msg!("form-malformed")),
            FormError::Ours(error) => Self::Unavailable(error),
        }
    }
}

/// Reads a form: `multipart/form-data` (RFC 7578) with files, or `application/x-www-form-urlencoded`.
///
/// Files (inputs named `files`, or parts with a file name) go straight to the private store; a whole file is
/// never in memory. A file that is refused is read to its end and forgotten, so that the answer can say so
/// beside its field.
///
/// # Errors
/// [`FormError`]; for the person sending, in words, as a [`Failure`].
pub async fn receive_form(acceptor: &Acceptor, request: Request) -> Result<ReceivedForm, FormError> {
    let limits = &acceptor.limits;
    let (parts, body) = request.into_parts();
    let too_large = || FormError::TooLarge {
        limit_bytes: limits.form_bytes,
    };
    if announced(&parts.headers).is_some_and(|bytes| bytes > limits.form_bytes) {
        linger(acceptor, Request::from_parts(parts, body));
        return Err(too_large());
    }
    let kind = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let meter = Arc::<Meter>::default();
    let stream = Paced::new(body.into_data_stream(), limits, Arc::clone(&meter));
    let received = if kind
        .to_ascii_lowercase()
        .starts_with("application/x-www-form-urlencoded")
    {
        receive_plain(stream, limits).await
    } else {
        match multer::parse_boundary(kind) {
            Ok(boundary) if boundary.len() <= 70 => {
                Box::pin(receive_parts(acceptor, &meter, Multipart::new(stream, boundary))).await
            }
            _ => Err(FormError::Malformed),
        }
    };
    received.map_err(|error| {
        if let FormError::TooLarge { .. } = error {
            too_large()
        } else {
            error
        }
    })
}

fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// For a form that is refused unread: reads on for a moment after the answer is given. A browser that is still
/// sending looks at the answer only when it is done, and sees a broken connection when we hang up on it.
pub fn linger(acceptor: &Acceptor, request: Request) {
    let (parts, body) = request.into_parts();
    // Who asks before sending gets our answer instead of a word to go on.
    if parts.headers.contains_key(header::EXPECT) {
        return;
    }
    let mut left = acceptor.limits.form_bytes;
    tokio::spawn(tokio::time::timeout(Duration::from_secs(10), async move {
        let mut stream = body.into_data_stream();
        while let (Some(Ok(chunk)), 1..) = (stream.next().await, left) {
            left = left.saturating_sub(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        }
    }));
}

async fn receive_plain(
    mut stream: Paced<BodyDataStream>,
    limits: &FormLimits,
) -> Result<ReceivedForm, FormError> {
    let mut bytes = Vec::new();
    while let Some(piece) = stream.next().await {
        let piece = piece?;
        if bytes.len() + piece.len() > limits.text_bytes {
            return Err(Cut::TooLarge.into());
        }
        bytes.extend_from_slice(&piece);
    }
    let fields: Vec<_> = url::form_urlencoded::parse(&bytes)
        .take(limits.parts + 1)
        .collect();
    if fields.len() > limits.parts {
        return Err(FormError::Malformed);
    }
    Ok(ReceivedForm {
        fields: fields.into_iter().collect(),
        ..ReceivedForm::default()
    })
}

async fn receive_parts(
    acceptor: &Acceptor,
    meter: &Meter,
    mut multipart: Multipart<'_>,
) -> Result<ReceivedForm, FormError> {
    let limits = &acceptor.limits;
    let mut form = ReceivedForm::default();
    let mut text_left = limits.text_bytes;
    for _ in 0..=limits.parts {
        // Twice: what comes before a head (a boundary, padding) is held to the same share.
        meter.head(limits.head_bytes * 2);
        let Some(mut field) = multipart.next_field().await? else {
            return Ok(form);
        };
        check_head(&field, limits)?;
        let name = field.name().unwrap_or_default().to_owned();
        if name == FILES || field.file_name().is_some() {
            meter.content(true);
            let client_name = file::shown_name(field.file_name().unwrap_or_default());
            let room = form.files.len() < limits.files;
            match file::receive(acceptor, &mut field, &client_name, room).await? {
                Outcome::Kept(file) => form.files.push(file),
                Outcome::Refused(reason) => form.refused.push(RefusedFile { client_name, reason }),
                Outcome::Nothing => {}
            }
        } else {
            meter.content(false);
            let value = receive_text(&mut field, limits.field_bytes.min(text_left)).await?;
            text_left -= value.len();
            form.fields
                .0
                .push((name, String::from_utf8_lossy(&value).into_owned()));
        }
    }
    Err(FormError::Malformed)
}

fn check_head(field: &Field<'_>, limits: &FormLimits) -> Result<(), FormError> {
    let headers = field.headers();
    let bytes: usize = headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len() + 4)
        .sum();
    if headers.len() > limits.head_lines || bytes > limits.head_bytes {
        Err(FormError::Malformed)
    } else {
        Ok(())
    }
}

async fn receive_text(field: &mut Field<'_>, limit: usize) -> Result<Vec<u8>, FormError> {
    let mut value = Vec::new();
    while let Some(piece) = field.chunk().await? {
        if value.len() + piece.len() > limit {
            return Err(Cut::TooLarge.into());
        }
        value.extend_from_slice(&piece);
    }
    Ok(value)
}

#[cfg(test)]
mod tests;
