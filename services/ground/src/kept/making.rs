//! Pages that are being made: one at a time for each key, by a task of its own that nobody's leaving interrupts.

use std::{collections::HashMap, sync::Arc};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use tokio::sync::watch;

use super::{
    Asked, Inner, Kept, Key, Last, Made,
    page::{Bodies, Facts, GRACE, KeptPage, LULL, tag_of},
};
use crate::{Failure, failure::FailureNote, web::Cx};

/// No page of ours is as large.
const PAGE_BYTES: usize = 16 << 20;
/// So many are made at once on behalf of who may have gone; more are made by who waits.
const AT_ONCE: usize = 256;

/// What is under way.
#[derive(Default)]
pub(super) struct Making {
    under_way: HashMap<Key, UnderWay>,
    number: u64,
}

struct UnderWay {
    number: u64,
    begun: u64,
    began_at: DateTime<Utc>,
    told: Told,
}

type Told = watch::Receiver<Option<Arc<Outcome>>>;

#[cfg(test)]
impl Making {
    pub(super) fn is_idle(&self) -> bool {
        self.under_way.is_empty()
    }
}

/// Where the page will be.
pub(super) struct Promise(Told);

impl Promise {
    /// Waits for it.
    pub(super) async fn outcome(mut self) -> Result<Arc<Outcome>, Failure> {
        let told = self.0.wait_for(Option::is_some).await;
        let outcome = told.ok().and_then(|told| told.clone());
        Ok(outcome.ok_or_else(|| anyhow::anyhow!("a public page could not be made"))?)
    }
}

/// What came of it, for everybody who waits.
pub(super) enum Outcome {
    Page(Arc<KeptPage>),
    /// A failure, or an answer that is not to be kept.
    Other {
        status: StatusCode,
        head: HeaderMap,
        body: Bytes,
        note: Option<FailureNote>,
    },
}

impl Outcome {
    /// Of what was begun `at` this time, after this change.
    pub(super) async fn of(
        made: Result<Made, Failure>,
        begun: u64,
        at: DateTime<Utc>,
        bodies: impl FnOnce(HeaderValue, Bytes) -> Arc<Bodies>,
    ) -> Self {
        let made = made.unwrap_or_else(Made::once);
        let (parts, body) = made.answer.into_parts();
        let (status, head, note) = (
            parts.status,
            parts.headers,
            parts.extensions.get::<FailureNote>().cloned(),
        );
        let body = match to_bytes(body, PAGE_BYTES).await {
            Ok(body) => body,
            Err(error) => return Self::failed(&Failure::from(anyhow::Error::from(error)).into_response()),
        };
        // What a page gives to one browser it gives to no other.
        let shared = made.lasts && status == StatusCode::OK && !head.contains_key(header::SET_COOKIE);
        if !shared {
            return Self::Other {
                status,
                head,
                body,
                note,
            };
        }
        let bodies = bodies(tag_of(&body), body);
        let facts = Facts {
            topics: made.topics,
            until: made.until,
            begun,
            at,
        };
        Self::Page(Arc::new(KeptPage::new(head, bodies, facts)))
    }

    /// Without a body: the error layer gives it one.
    fn failed(answer: &Response) -> Self {
        Self::Other {
            status: answer.status(),
            head: answer.headers().clone(),
            body: Bytes::new(),
            note: answer.extensions().get().cloned(),
        }
    }

    pub(super) fn answer(&self, asked: &Asked) -> Response {
        match self {
            Self::Page(page) => page.answer(asked),
            Self::Other {
                status,
                head,
                body,
                note,
            } => {
                let mut answer = (*status, Body::from(body.clone())).into_response();
                *answer.headers_mut() = head.clone();
                if let Some(note) = note {
                    answer.extensions_mut().insert(note.clone());
                }
                answer
            }
        }
    }
}

/// Takes a page out of those under way, however its making ended.
struct End {
    inner: Arc<Inner>,
    key: Key,
    number: u64,
}

impl Drop for End {
    fn drop(&mut self) {
        let mut making = self.inner.making();
        if making
            .under_way
            .get(&self.key)
            .is_some_and(|one| one.number == self.number)
        {
            making.under_way.remove(&self.key);
        }
    }
}

impl Inner {
    /// Whether no more are to be begun for who may have gone.
    pub(super) fn is_busy(&self) -> bool {
        self.making().under_way.len() >= AT_ONCE
    }

    fn making(&self) -> std::sync::MutexGuard<'_, Making> {
        self.making
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Kept {
    /// Has a page made, or finds it being made. What began longer ago than is good for a page that changed is begun again:
    /// what changed since is not on it.
    pub(super) fn begin<M, F>(&self, key: Key, cx: Cx, make: M, now: DateTime<Utc>) -> Promise
    where
        M: FnOnce(Cx) -> F + Send + 'static,
        F: Future<Output = Result<Made, Failure>> + Send + 'static,
    {
        let inner = &self.0;
        let mut making = inner.making();
        let Last { any: last, turned } = inner.last_changes();
        if let Some(one) = making.under_way.get(&key) {
            let patience = if turned <= one.begun { LULL } else { GRACE };
            if one.begun == last || now - one.began_at < patience {
                return Promise(one.told.clone());
            }
        }
        making.number += 1;
        let number = making.number;
        let (tell, told) = watch::channel(None);
        let end = End {
            inner: Arc::clone(inner),
            key: key.clone(),
            number,
        };
        let one = UnderWay {
            number,
            // Before anything is read: what changes from here on is not on the page.
            begun: last,
            began_at: now,
            told: told.clone(),
        };
        making.under_way.insert(key, one);
        drop(making);
        tokio::spawn(async move {
            let result = Box::pin(make(cx)).await;
            let (inner, key) = (&end.inner, &end.key);
            let outcome = Outcome::of(result, last, now, |tag, body| inner.bodies(key, tag, body)).await;
            match &outcome {
                Outcome::Page(page) => inner.keep(key.clone(), Arc::clone(page)),
                // What went wrong at our side says nothing about the page that is there.
                Outcome::Other { status, .. } if status.is_server_error() => {}
                Outcome::Other { .. } => inner.drop_page(key),
            }
            // Nobody may wait for it.
            let _ = tell.send(Some(Arc::new(outcome)));
        });
        Promise(told)
    }
}
