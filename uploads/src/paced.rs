//! A body that is bounded in bytes and in time, handed on in small pieces.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use tokio::time::{Instant, Sleep};

use crate::FormLimits;

/// Why a body was ended before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Cut {
    #[error("the body came too slowly")]
    TooSlow,
    #[error("the body is larger than the limit")]
    TooLarge,
    #[error("the head of a part has no end")]
    LongHead,
    #[error("the connection broke")]
    Broken,
}

/// How much the parser may take of what lies ready. The parser keeps all it gets until it finds what it looks
/// for, so what it looks for decides how much that may be.
pub(crate) struct Meter {
    piece: AtomicUsize,
    left: AtomicUsize,
}

impl Default for Meter {
    fn default() -> Self {
        Self {
            piece: AtomicUsize::new(Self::PIECE),
            left: AtomicUsize::new(usize::MAX),
        }
    }
}

impl Meter {
    const PIECE: usize = 4 * 1024;

    /// Now comes the head of a part: it must end within `limit` bytes.
    pub(crate) fn head(&self, limit: usize) {
        self.piece.store(Self::PIECE, Relaxed);
        self.left.store(limit, Relaxed);
    }

    /// Now come the bytes of a part, of any number.
    pub(crate) fn content(&self, of_file: bool) {
        // Bytes of files are passed on at once, in the pieces in which they came.
        self.piece
            .store(if of_file { usize::MAX } else { Self::PIECE }, Relaxed);
        self.left.store(usize::MAX, Relaxed);
    }

    /// How many of `ready` bytes may be handed on; none when a head has no end.
    fn take(&self, ready: usize) -> usize {
        let left = self.left.load(Relaxed);
        let taken = ready.min(left).min(self.piece.load(Relaxed));
        if left != usize::MAX {
            self.left.store(left - taken, Relaxed);
        }
        taken
    }
}

/// A body under watch. Silence longer than `idle`, less than `min_rate` over a `window`, and more bytes than
/// the form may have end it. Only time spent waiting for the sender counts.
pub(crate) struct Paced<S> {
    body: S,
    meter: Arc<Meter>,
    rest: Bytes,
    gave: bool,
    bytes_left: u64,
    idle: Duration,
    window: Duration,
    window_bytes: u64,
    came: u64,
    waited: Duration,
    waiting: Option<Waiting>,
    alarm: Pin<Box<Sleep>>,
}

#[derive(Clone, Copy)]
struct Waiting {
    since: Instant,
    counted_until: Instant,
}

impl<S> Paced<S> {
    pub(crate) fn new(body: S, limits: &FormLimits, meter: Arc<Meter>) -> Self {
        Self {
            body,
            meter,
            rest: Bytes::new(),
            gave: false,
            bytes_left: limits.form_bytes,
            idle: limits.idle,
            window: limits.window,
            window_bytes: u64::try_from(u128::from(limits.min_rate) * limits.window.as_millis() / 1000)
                .unwrap_or(u64::MAX),
            came: 0,
            waited: Duration::ZERO,
            waiting: None,
            alarm: Box::pin(tokio::time::sleep(limits.idle)),
        }
    }

    /// The bytes of one file and nothing else: at most `bytes` of them.
    pub(crate) fn of_file(body: S, limits: &FormLimits, bytes: u64) -> Self {
        let meter = Arc::<Meter>::default();
        meter.content(true);
        let mut paced = Self::new(body, limits, meter);
        paced.bytes_left = bytes;
        paced
    }

    /// Counts the time since the last look, if it was spent waiting, and judges a full window.
    fn judge(&mut self, now: Instant) -> Result<(), Cut> {
        if let Some(waiting) = &mut self.waiting {
            self.waited += now - waiting.counted_until;
            waiting.counted_until = now;
        }
        if self.waited >= self.window {
            if self.came < self.window_bytes {
                return Err(Cut::TooSlow);
            }
            self.waited = Duration::ZERO;
            self.came = 0;
        }
        Ok(())
    }

    fn poll_patience(&mut self, now: Instant, cx: &mut Context<'_>) -> Poll<Cut> {
        let waiting = *self.waiting.get_or_insert(Waiting {
            since: now,
            counted_until: now,
        });
        let idle_left = self.idle.saturating_sub(now - waiting.since);
        if idle_left.is_zero() {
            return Poll::Ready(Cut::TooSlow);
        }
        let look_again = idle_left.min(self.window.saturating_sub(self.waited));
        self.alarm.as_mut().reset(now + look_again);
        // Wakes us; what the time then means is judged at the next call.
        if self.alarm.as_mut().poll(cx).is_ready() {
            cx.waker().wake_by_ref();
        }
        Poll::Pending
    }
}

impl<S, E> Paced<S>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    fn poll_body(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Cut>>> {
        let polled = self.body.poll_next_unpin(cx);
        let now = Instant::now();
        if let Poll::Ready(Some(Ok(bytes))) = &polled {
            let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            self.came = self.came.saturating_add(length);
            match self.bytes_left.checked_sub(length) {
                Some(left) => self.bytes_left = left,
                None => return Poll::Ready(Some(Err(Cut::TooLarge))),
            }
        }
        if let Err(cut) = self.judge(now) {
            return Poll::Ready(Some(Err(cut)));
        }
        let Poll::Ready(next) = polled else {
            return self.poll_patience(now, cx).map(|cut| Some(Err(cut)));
        };
        self.waiting = None;
        Poll::Ready(next.map(|bytes| bytes.map_err(|_| Cut::Broken)))
    }
}

impl<S, E> Stream for Paced<S>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    type Item = Result<Bytes, Cut>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if std::mem::take(&mut this.gave) {
            // multer asks until nothing is ready and keeps all of it: a fast sender would fill the memory.
            // So after each piece there is nothing ready, for one moment.
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        while this.rest.is_empty() {
            match ready!(this.poll_body(cx)) {
                Some(Ok(bytes)) => this.rest = bytes,
                other => return Poll::Ready(other),
            }
        }
        match this.meter.take(this.rest.len()) {
            0 => Poll::Ready(Some(Err(Cut::LongHead))),
            piece => {
                this.gave = true;
                Poll::Ready(Some(Ok(this.rest.split_to(piece))))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use futures_util::stream;

    use super::*;

    fn limits(idle: u64, window: u64) -> FormLimits {
        FormLimits {
            form_bytes: 100_000,
            idle: Duration::from_millis(idle),
            window: Duration::from_millis(window),
            ..FormLimits::default()
        }
    }

    /// A body of chunks, each after a pause in milliseconds.
    fn body(chunks: Vec<(u64, usize)>) -> impl Stream<Item = Result<Bytes, Infallible>> + Unpin {
        Box::pin(stream::unfold(chunks.into_iter(), |mut chunks| async {
            let (pause, length) = chunks.next()?;
            if pause > 0 {
                tokio::time::sleep(Duration::from_millis(pause)).await;
            }
            Some((Ok(Bytes::from(vec![b'x'; length])), chunks))
        }))
    }

    async fn outcome(limits: FormLimits, chunks: Vec<(u64, usize)>) -> Result<usize, Cut> {
        let mut paced = Paced::new(body(chunks), &limits, Arc::default());
        let mut length = 0;
        while let Some(piece) = paced.next().await {
            length += piece?.len();
        }
        Ok(length)
    }

    #[tokio::test]
    async fn a_slow_phone_may_be_slow_but_not_silent_and_not_dripping() {
        assert_eq!(
            outcome(limits(30, 60_000), vec![(0, 10), (3_600_000, 10)]).await,
            Err(Cut::TooSlow)
        );
        // Never silent for long, but far below 1 KiB a second.
        let dripping = (0..3_600_000).map(|_| (2, 1)).collect();
        assert_eq!(outcome(limits(30_000, 100), dripping).await, Err(Cut::TooSlow));
        let steady = (0..30).map(|_| (10, 3000)).collect();
        assert_eq!(outcome(limits(30_000, 100), steady).await, Ok(90_000));
    }

    #[tokio::test]
    async fn time_that_our_own_storage_takes_is_not_held_against_the_sender() {
        let limits = limits(30, 60);
        let mut paced = Paced::new(body(vec![(0, 10), (0, 10), (0, 10)]), &limits, Arc::default());
        for _ in 0..3 {
            paced.next().await.unwrap().unwrap();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(paced.next().await, None);
    }

    #[tokio::test]
    async fn one_byte_over_the_limit_ends_it() {
        assert_eq!(
            outcome(limits(30_000, 60_000), vec![(0, 60_000), (0, 40_000)]).await,
            Ok(100_000)
        );
        assert_eq!(
            outcome(limits(30_000, 60_000), vec![(0, 60_000), (0, 40_001)]).await,
            Err(Cut::TooLarge)
        );
    }

    #[tokio::test]
    async fn a_head_without_end_gets_no_more_than_its_share() {
        let meter = Arc::new(Meter::default());
        let mut paced = Paced::new(
            body(vec![(0, 90_000)]),
            &limits(30_000, 60_000),
            Arc::clone(&meter),
        );
        meter.head(5000);
        assert_eq!(paced.next().await.unwrap().unwrap().len(), 4096);
        assert_eq!(paced.next().await.unwrap().unwrap().len(), 904);
        assert_eq!(paced.next().await, Some(Err(Cut::LongHead)));
        meter.content(true);
        assert_eq!(paced.next().await.unwrap().unwrap().len(), 85_000);
    }
}
