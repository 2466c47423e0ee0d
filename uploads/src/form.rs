//! A whole form, read once from beginning to end: fields kept, files streamed away.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::Request,
    http::{HeaderMap, header},
};
use futures_util::StreamExt;
use ground::{Failure, blobs::BlobError, lang::Message, msg};
use multer::{Field, Multipart};

use crate::{
    Acceptor, FormLimits,
    file::{self, Outcome, ReceivedFile, RefusedFile},
    lent::{self, Lent, Owner},
    paced::{Cut, Meter, Paced},
};

/// How long a form that says itself that it is too large is waited for: what was typed comes first.
const REFUSED_IDLE: Duration = Duration::from_secs(2);
/// The name of the file inputs.
const FILES: &str = "files";

/// What came with a form.
#[derive(Debug, Default)]
pub struct ReceivedForm {
    /// What was typed.
    pub fields: Fields,
    /// Files that are here now, in the order of the form.
    pub files: Vec<ReceivedFile>,
    /// Files that were not kept.
    pub refused: Vec<RefusedFile>,
}

/// Fields in the order of the form; a name may come several times.
#[derive(Clone, Debug, Default)]
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
        /// What came before the limit: words and whole files, which can still be claimed.
        received: Box<ReceivedForm>,
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
            Cut::TooLarge => Self::TooLarge {
                limit_bytes: 0,
                received: Box::default(),
            },
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
            FormError::TooLarge { limit_bytes, .. } => Self::TooLarge(too_large(limit_bytes)),
            FormError::TooSlow => Self::TooSlow(msg!("form-too-slow")),
            FormError::Broken => Self::BadRequest(msg!("form-broken")),
            FormError::Malformed => Self::BadRequest(msg!("form-malformed")),
            FormError::Ours(error) => Self::Unavailable(error),
        }
    }
}

/// In words, with the limit.
pub fn too_large(limit_bytes: u64) -> Message {
    let megabytes = i64::try_from(limit_bytes / (1024 * 1024)).unwrap_or(i64::MAX);
    msg!("form-too-large").n("megabytes", megabytes)
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
    let oversized = announced(&parts.headers).is_some_and(|bytes| bytes > limits.form_bytes);
    let mut form = ReceivedForm::default();
    // Who asks before sending gets our answer instead of a word to go on.
    if oversized && parts.headers.contains_key(header::EXPECT) {
        return Err(FormError::TooLarge {
            limit_bytes: limits.form_bytes,
            received: Box::new(form),
        });
    }
    let kind = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let (meter, owner) = (Arc::<Meter>::default(), Owner::default());
    let mut pace = limits.clone();
    if oversized {
        pace.idle = pace.idle.min(REFUSED_IDLE);
        // Reading ends with the first file, and what is typed before it has a limit of its own. A large first
        // piece must not hide it.
        pace.form_bytes = u64::MAX;
    }
    let stream = Paced::new(owner.lend(body.into_data_stream()), &pace, Arc::clone(&meter));
    let received = if kind
        .to_ascii_lowercase()
        .starts_with("application/x-www-form-urlencoded")
    {
        receive_plain(&mut form, stream, limits).await
    } else {
        match multer::parse_boundary(kind) {
            Ok(boundary) if boundary.len() <= 70 => {
                let multipart = Multipart::new(stream, boundary);
                Box::pin(receive_parts(acceptor, &mut form, &meter, multipart, oversized)).await
            }
            _ => Err(FormError::Malformed),
        }
    };
    match received {
        // Whatever else was wrong with it, this is what its sender can mend.
        received if oversized || matches!(received, Err(FormError::TooLarge { .. })) => {
            owner.linger();
            Err(FormError::TooLarge {
                limit_bytes: limits.form_bytes,
                received: Box::new(form),
            })
        }
        received => received.map(|()| form),
    }
}

fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// For a form that is refused unread: reads on for a while after the answer is given. A browser that is still
/// sending looks at the answer only when it is done, and sees a broken connection when we hang up on it.
pub fn linger(request: Request) {
    let (parts, body) = request.into_parts();
    if !parts.headers.contains_key(header::EXPECT) {
        lent::linger(body.into_data_stream());
    }
}

async fn receive_plain(
    form: &mut ReceivedForm,
    mut stream: Paced<Lent>,
    limits: &FormLimits,
) -> Result<(), FormError> {
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
    form.fields = fields.into_iter().collect();
    Ok(())
}

/// `oversized`: it says itself that it is too large. Then only what was typed is read, to be shown again.
async fn receive_parts(
    acceptor: &Acceptor,
    form: &mut ReceivedForm,
    meter: &Meter,
    mut multipart: Multipart<'_>,
    oversized: bool,
) -> Result<(), FormError> {
    let limits = &acceptor.limits;
    let mut text_left = limits.text_bytes;
    for _ in 0..=limits.parts {
        // Twice: what comes before a head (a boundary, padding) is held to the same share.
        meter.head(limits.head_bytes * 2);
        let Some(mut field) = multipart.next_field().await? else {
            return Ok(());
        };
        check_head(&field, limits)?;
        let name = field.name().unwrap_or_default().to_owned();
        if name == FILES || field.file_name().is_some() {
            if oversized {
                return Err(Cut::TooLarge.into());
            }
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
