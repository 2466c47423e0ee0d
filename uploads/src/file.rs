//! One file of a form: from the wire to a finished private object.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use anyhow::Context as _;
use bytes::Bytes;
use chrono::TimeDelta;
use futures_util::{Stream, StreamExt};
use ground::blobs::BlobKey;
use multer::Field;

use crate::{Acceptor, FormError, Token, store};

/// A file that is here, durable, and waits to be claimed.
#[derive(Clone, Debug)]
pub struct ReceivedFile {
    /// By which it can be claimed.
    pub token: Token,
    /// What the sender's device called it: text to show.
    pub client_name: String,
    /// Bytes.
    pub size: u64,
}

/// A file that was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedFile {
    /// What the sender's device called it: text to show.
    pub client_name: String,
    /// Why.
    pub reason: FileRefusal,
}

/// Why a file was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// It has more bytes than one file may have.
    TooLarge,
    /// There were as many files as a form may have before it.
    TooMany,
    /// It has no bytes.
    Empty,
}

/// What became of a file part.
pub(crate) enum Outcome {
    Kept(ReceivedFile),
    Refused(FileRefusal),
    /// An empty file input of the form: no name, no bytes.
    Nothing,
}

/// Takes a file part to its end, whatever becomes of it: the browser reads our answer only after it has sent all.
pub(crate) async fn receive(
    acceptor: &Acceptor,
    field: &mut Field<'_>,
    client_name: &str,
    room: bool,
) -> Result<Outcome, FormError> {
    let Some(first) = next(field).await? else {
        let refused = Outcome::Refused(FileRefusal::Empty);
        return Ok(if client_name.is_empty() {
            Outcome::Nothing
        } else {
            refused
        });
    };
    let outcome = if room {
        store(acceptor, field, client_name, first).await?
    } else {
        Outcome::Refused(FileRefusal::TooMany)
    };
    while next(field).await?.is_some() {}
    Ok(outcome)
}

async fn next(field: &mut Field<'_>) -> Result<Option<Bytes>, FormError> {
    loop {
        match field.chunk().await? {
            Some(bytes) if bytes.is_empty() => {}
            other => return Ok(other),
        }
    }
}

async fn store(
    acceptor: &Acceptor,
    field: &mut Field<'_>,
    client_name: &str,
    first: Bytes,
) -> Result<Outcome, FormError> {
    let Acceptor {
        pool,
        blobs,
        clock,
        ids,
        limits,
    } = acceptor;
    let now = clock.now();
    let token = Token::mint(ids.mint(now));
    let upload_id = token.upload_id();
    let expires_at =
        now + TimeDelta::from_std(limits.unclaimed_expiry).context("an expiry beyond all times")?;
    let mut conn = pool.acquire().await?;
    store::insert_upload(&mut conn, upload_id, &token.hash(), client_name, now, expires_at).await?;
    // Bytes may take minutes to come; nobody waits for a connection that long.
    drop(conn);

    let key = BlobKey::incoming(upload_id);
    let mut bytes = Bounded {
        first: Some(first),
        field,
        hasher: blake3::Hasher::new(),
        size: 0,
        limit: limits.file_bytes,
        over: false,
        broken: None,
    };
    let put = Box::pin(blobs.put(&key, &mut bytes, "application/octet-stream")).await;
    let mut conn = pool.acquire().await?;
    match put {
        Ok(kept) if kept == bytes.size => {
            let hash = bytes.hasher.finalize();
            let size = i64::try_from(kept).context("a file beyond all sizes")?;
            if store::set_finished(&mut conn, upload_id, size, hash.as_bytes(), clock.now()).await? {
                return Ok(Outcome::Kept(ReceivedFile {
                    token,
                    client_name: client_name.to_owned(),
                    size: kept,
                }));
            }
            // It took longer than bytes may lie about, and the sweep was faster.
            blobs.delete(&key).await?;
            Err(FormError::TooSlow)
        }
        Ok(_) => {
            blobs.delete(&key).await?;
            store::delete_unfinished(&mut conn, upload_id).await?;
            Err(anyhow::anyhow!("the store kept another number of bytes than it was given").into())
        }
        Err(error) => {
            store::delete_unfinished(&mut conn, upload_id).await?;
            match (bytes.broken, bytes.over) {
                (Some(broken), _) => Err(broken.into()),
                (None, true) => Ok(Outcome::Refused(FileRefusal::TooLarge)),
                (None, false) => Err(error.into()),
            }
        }
    }
}

/// The bytes of a part, counted and hashed on their way. It fails when they are too many, which is the store's
/// sign to leave nothing behind.
struct Bounded<'a, 'r> {
    first: Option<Bytes>,
    field: &'a mut Field<'r>,
    hasher: blake3::Hasher,
    size: u64,
    limit: u64,
    over: bool,
    broken: Option<multer::Error>,
}

impl Stream for Bounded<'_, '_> {
    type Item = io::Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let bytes = match this.first.take() {
            Some(first) => first,
            None => match ready!(this.field.poll_next_unpin(cx)) {
                Some(Ok(bytes)) => bytes,
                None => return Poll::Ready(None),
                Some(Err(error)) => {
                    this.broken = Some(error);
                    return Poll::Ready(Some(Err(io::ErrorKind::UnexpectedEof.into())));
                }
            },
        };
        this.size = this
            .size
            .saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        if this.size > this.limit {
            this.over = true;
            return Poll::Ready(Some(Err(io::ErrorKind::FileTooLarge.into())));
        }
        this.hasher.update(&bytes);
        Poll::Ready(Some(Ok(bytes)))
    }
}

/// What a device called a file, as text to show: no folders, nothing invisible, at most 200 characters.
pub(crate) fn shown_name(told: &str) -> String {
    let name = told.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .take(200)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Direction marks and the like, by which `gpj.exe` can be made to look like `exe.jpg`.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{061C}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_is_shown_without_folders_and_without_tricks() {
        assert_eq!(shown_name(r"C:\Users\Ada\IMG_1.jpg"), "IMG_1.jpg");
        assert_eq!(shown_name("../../etc/passwd"), "passwd");
        assert_eq!(shown_name("\u{202E}gpj.exe\r\n"), "gpj.exe");
        assert_eq!(shown_name("وێنەی نوێ.jpg"), "وێنەی نوێ.jpg");
        assert_eq!(shown_name(&"a".repeat(5000)).len(), 200);
    }
}
