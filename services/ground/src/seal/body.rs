//! The object: bytes on their way into a seal, and out of it.

use std::{
    fmt,
    io::{self, Write},
    iter, mem,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use age::{Decryptor, Encryptor, stream::StreamWriter};
use bytes::Bytes;
use futures_util::{AsyncReadExt, Stream, StreamExt, TryStreamExt, stream};

use super::Identity;

/// Clear bytes that leave [`open`] at once: one segment of the STREAM.
const SEGMENT: usize = 64 << 10;

/// The head of an object has some 200 bytes. One that is not over by then is none.
const HEAD_MAX: usize = 4 << 10;

/// The key of one object and of no other.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectKey(pub(super) Identity);

impl ObjectKey {
    /// A new one: 256 random bits.
    pub fn mint() -> Self {
        Self(Identity::generate())
    }
}

/// Bytes on their way. What stands for them between an error and their end is nothing.
type Pieces<'a, E> = Pin<Box<dyn Stream<Item = Result<Bytes, E>> + Send + 'a>>;

/// Why an object did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It is not what was sealed: changed, cut, extended, or another object's.
    #[error("the object is not what was sealed")]
    Damaged,
    /// The store did not give it.
    #[error("the sealed bytes stopped coming")]
    Store(#[source] io::Error),
}

/// What the age writer has finished, until somebody takes it.
#[derive(Clone, Default)]
struct Finished(Arc<Mutex<Vec<u8>>>);

impl Finished {
    fn take(&self) -> Bytes {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into()
    }
}

impl Write for Finished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut finished = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        finished.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Seals bytes on their way. Holds one piece and one segment, however long the object.
///
/// An error of `clear` is passed on, and what came before it is no whole object: it will not open.
pub fn seal<'a, S>(key: &ObjectKey, clear: S) -> Pieces<'a, io::Error>
where
    S: Stream<Item = io::Result<Bytes>> + Send + Unpin + 'a,
{
    let recipient = key.0.recipient();
    let finished = Finished::default();
    let start = || -> io::Result<StreamWriter<Finished>> {
        let recipients = iter::once(&recipient.0 as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
        encryptor.wrap_output(finished.clone())
    };
    let writer = start();
    Box::pin(stream::try_unfold(
        Some((writer, finished, clear)),
        async |state| {
            let Some((writer, finished, mut clear)) = state else {
                return Ok(None);
            };
            let mut writer = writer?;
            if let Some(piece) = clear.try_next().await? {
                writer.write_all(&piece)?;
                return Ok(Some((finished.take(), Some((Ok(writer), finished, clear)))));
            }
            writer.finish()?;
            Ok(Some((finished.take(), None)))
        },
    ))
}

/// An object on its way out of its seal.
pub struct Opened {
    /// Segments, each given out only after it was found to be what was sealed, at its place. The end comes only
    /// behind the true last one; anything else is an error.
    pub clear: Pieces<'static, OpenError>,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opened(…)")
    }
}

/// Opens an object. Answers when its head was found to be this key's; errors behind it come with the bytes.
///
/// # Errors
/// When the head is another key's or none, or did not come.
pub async fn open<S>(key: &ObjectKey, sealed: S) -> Result<Opened, OpenError>
where
    S: Stream<Item = io::Result<Bytes>> + Send + Unpin + 'static,
{
    // The store's errors must not be taken for damage, nor damage for them, whatever kind they are of.
    let mut sealed = sealed.map_err(|error| io::Error::other(FromStore(error)));
    let mut head = Vec::new();
    while head.len() < HEAD_MAX {
        let Some(piece) = sealed.try_next().await.map_err(cause)? else {
            break;
        };
        head.extend_from_slice(&piece);
    }
    let bounded = head.get(..HEAD_MAX).unwrap_or(&head);
    if !bounded.windows(5).any(|bytes| bytes == b"\n--- ") {
        return Err(OpenError::Damaged);
    }
    let whole = stream::iter([Ok(Bytes::from(head))]).chain(sealed);
    let decryptor = Decryptor::new_async_buffered(whole.into_async_read()).await;
    let identity = iter::once(&key.0.0 as &dyn age::Identity);
    let reader = decryptor
        .and_then(|decryptor| decryptor.decrypt_async(identity))
        .map_err(|error| match error {
            age::DecryptError::Io(error) => cause(error),
            _ => OpenError::Damaged,
        })?;
    let clear = stream::try_unfold(Some(reader), async |reader| {
        let Some(mut reader) = reader else { return Ok(None) };
        let (mut segment, mut filled) = (vec![0; SEGMENT], 0);
        while let Some(rest) = segment.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match reader.read(rest).await.map_err(cause)? {
                0 => break,
                more => filled += more,
            }
        }
        segment.truncate(filled);
        let more = (filled == SEGMENT).then_some(reader);
        Ok((filled > 0).then(|| (segment.into(), more)))
    });
    Ok(Opened {
        clear: Box::pin(clear),
    })
}

/// An error that came from below the seal.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct FromStore(io::Error);

fn cause(error: io::Error) -> OpenError {
    match error.downcast::<FromStore>() {
        Ok(FromStore(error)) => OpenError::Store(error),
        Err(_) => OpenError::Damaged,
    }
}
