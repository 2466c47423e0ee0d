//! A body that comes back: what a refused form's reader did not read must still be read, or its sender, who
//! looks at our answer only when all is sent, sees a broken connection.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{Error, body::BodyDataStream};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

/// How long, and how much, a refused sender is listened to; and for how long when it says nothing.
const PATIENCE: Duration = Duration::from_mins(2);
const SILENCE: Duration = Duration::from_secs(5);
const BYTES: u64 = 4 << 30;

/// Where a body comes back to.
#[derive(Clone, Default)]
pub(crate) struct Owner(Arc<Mutex<Option<BodyDataStream>>>);

/// A body, for as long as somebody reads it.
pub(crate) struct Lent {
    body: Option<BodyDataStream>,
    owner: Owner,
}

impl Owner {
    pub(crate) fn lend(&self, body: BodyDataStream) -> Lent {
        Lent {
            body: Some(body),
            owner: self.clone(),
        }
    }

    /// Takes it back and [`linger`]s, when nobody reads it any more.
    pub(crate) fn linger(self) {
        if let Some(body) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            linger(body);
        }
    }
}

/// Reads on for a while after the answer is given, and throws away what comes.
pub(crate) fn linger(mut body: BodyDataStream) {
    let mut left = BYTES;
    tokio::spawn(tokio::time::timeout(PATIENCE, async move {
        while let (Ok(Some(Ok(chunk))), 1..) = (tokio::time::timeout(SILENCE, body.next()).await, left) {
            left = left.saturating_sub(chunk.len() as u64);
        }
    }));
}

impl Stream for Lent {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.body {
            Some(body) => body.poll_next_unpin(cx),
            None => Poll::Ready(None),
        }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        *self.owner.0.lock().unwrap_or_else(PoisonError::into_inner) = self.body.take();
    }
}
