//! Public pages, made once for everybody and kept in memory until something on them changes.
//!
//! Rooms put [`keep`] around the handlers of such pages, which say by [`about`] what a page shows; [`Kept::answer`] is the same
//! for a single one. Who is known (signed in, or a guest who
//! said something) gets a page of their own, which is not kept; everybody else shares one for each address, language and
//! edition. Its Content-Security-Policy needs no nonce, since a nonce that many know is none.
//!
//! Change comes by the database's NOTIFY on the channel `public` ([`crate::live`]), on every instance. Where nobody listens,
//! nothing is kept. Of many who ask for a page that is not there, one has it made and the others wait for it.

mod asked;
mod layer;
mod making;
mod page;
mod part;
#[cfg(test)]
mod tests;
mod topic;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock, atomic::Ordering::Relaxed},
};

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};

pub use asked::{Address, Asked, COMMENTER};
pub use layer::{Keeping, about, keep, until};
pub use part::Parts;
pub use topic::Topic;

use crate::{Failure, clock::Clock, lang::Lang, web::Cx};
use making::{Making, Outcome};
use page::{Bodies, FRESH, GRACE, KeptPage, LULL, PACE, STALE};
use topic::Change;

/// What pages may take of memory where nothing else is said.
const BYTES: usize = 64 << 20;
/// So many changed things are told apart; then everything goes.
const CHANGES: usize = 1 << 16;

/// A page that was just made.
pub struct Made {
    answer: Response,
    topics: Vec<Topic>,
    until: Option<DateTime<Utc>>,
    /// Whether it may be kept at all.
    lasts: bool,
}

impl Made {
    /// A page about these.
    pub fn new(answer: impl IntoResponse, topics: impl IntoIterator<Item = Topic>) -> Self {
        Self {
            answer: answer.into_response(),
            topics: topics.into_iter().collect(),
            until: None,
            lasts: true,
        }
    }

    /// An answer to these requests alone, e.g. that the page is elsewhere now.
    pub fn once(answer: impl IntoResponse) -> Self {
        Self {
            lasts: false,
            ..Self::new(answer, [])
        }
    }

    /// It holds until then at the latest, because something on it begins or ends by itself.
    #[must_use]
    pub fn until(mut self, until: Option<DateTime<Utc>>) -> Self {
        self.until = match (self.until, until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        self
    }
}

/// Which page, to whom it reads the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    address: Arc<str>,
    lang: Lang,
    light: bool,
}

/// The pages.
#[derive(Clone)]
pub struct Kept(Arc<Inner>);

struct Inner {
    clock: Clock,
    bytes: usize,
    shelf: RwLock<Shelf>,
    making: Mutex<Making>,
}

#[derive(Default)]
struct Shelf {
    pages: HashMap<Key, Arc<KeptPage>>,
    weight: usize,
    /// Somebody listens to what changes.
    hears: bool,
    /// Changes are numbered; of each topic the last one, and the last of everything.
    last: u64,
    changed: HashMap<Topic, Last>,
    everything: u64,
    /// The last that did more than add something.
    turned: u64,
}

/// The last changes of a topic.
#[derive(Clone, Copy, Default)]
struct Last {
    any: u64,
    /// That did more than add something.
    turned: u64,
}

/// How a page stands to what has changed since it was begun.
enum Standing {
    Right,
    /// Something came, and nothing that it shows was taken back.
    Added,
    Wrong,
}

enum Found {
    /// As it is.
    Right(Arc<KeptPage>),
    /// It is shown once more while it is made anew.
    Aging(Arc<KeptPage>),
    Nothing,
    /// Nothing is kept now.
    Deaf,
}

impl Default for Kept {
    fn default() -> Self {
        Self::new(Clock::system(), BYTES)
    }
}

impl Kept {
    /// Pages that take so many bytes at most.
    pub fn new(clock: Clock, bytes: usize) -> Self {
        Self(Arc::new(Inner {
            clock,
            bytes,
            shelf: RwLock::default(),
            making: Mutex::default(),
        }))
    }

    /// Answers with a public page: one that is kept, or one that `make` makes now.
    ///
    /// `make` gets the context to write the page in, and must take nothing else from the request but what is in `address`.
    /// It may be called when nobody waits any more, and goes on when who asked has gone.
    ///
    /// # Errors
    /// What `make` says. It is not kept.
    pub async fn answer<M, F>(
        &self,
        asked: &Asked,
        cx: Cx,
        address: Address,
        make: M,
    ) -> Result<Response, Failure>
    where
        M: FnOnce(Cx) -> F + Send + 'static,
        F: Future<Output = Result<Made, Failure>> + Send + 'static,
    {
        if asked.own {
            return Ok(own(Box::pin(make(cx)).await?.answer));
        }
        let key = Key {
            address: match &*address.query {
                "" => address.path.into(),
                query => format!("{}?{query}", address.path).into(),
            },
            lang: cx.lang(),
            light: address.light,
        };
        let now = self.0.clock.now();
        let found = self.0.look(&key, now);
        if let Found::Right(page) = found {
            page.use_at(now);
            return Ok(page.answer(asked));
        }
        let cx = cx.for_everybody(address.query);
        match found {
            Found::Aging(page) => {
                // Nobody waits for it; who comes next has it.
                let _ = self.begin(key, cx, make, now);
                page.use_at(now);
                Ok(page.answer(asked))
            }
            Found::Deaf => Ok(alone(cx, make, now).await.answer(asked)),
            Found::Nothing | Found::Right(_) => {
                if self.0.is_busy() {
                    return Ok(alone(cx, make, now).await.answer(asked));
                }
                let outcome = self.begin(key, cx, make, now).outcome().await?;
                Ok(outcome.answer(asked))
            }
        }
    }

    /// Somebody listens from now on; what changed before, nobody heard.
    pub fn hear(&self) {
        let mut held = self.0.shelf();
        held.forget();
        held.hears = true;
    }

    /// Nobody listens any more: everything goes, and nothing is kept.
    pub fn deafen(&self) {
        let mut held = self.0.shelf();
        held.forget();
        held.hears = false;
    }

    /// Something changed, as the database said it on the channel `public`.
    pub fn change(&self, payload: &str) {
        let mut held = self.0.shelf();
        match Change::said(payload) {
            Some(Change { topics, only_adds }) if held.changed.len() < CHANGES => {
                held.last += 1;
                let last = held.last;
                for topic in topics {
                    let changes = held.changed.entry(topic).or_default();
                    changes.any = last;
                    if !only_adds {
                        changes.turned = last;
                    }
                }
                if !only_adds {
                    held.turned = last;
                }
            }
            _ => held.forget(),
        }
    }
}

/// Made for nobody else, and not kept.
async fn alone<F>(cx: Cx, make: impl FnOnce(Cx) -> F, now: DateTime<Utc>) -> Outcome
where
    F: Future<Output = Result<Made, Failure>>,
{
    let result = Box::pin(make(cx)).await;
    Outcome::of(result, 0, now, |tag, body| Arc::new(Bodies::plain(tag, body))).await
}

/// A page of somebody's own stays in their browser alone, which asks each time.
fn own(mut answer: Response) -> Response {
    answer
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("private, no-cache"));
    answer
}

impl Inner {
    fn shelf(&self) -> std::sync::RwLockWriteGuard<'_, Shelf> {
        self.shelf.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self, key: &Key, now: DateTime<Utc>) -> Found {
        let held = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        if !held.hears {
            return Found::Deaf;
        }
        let Some(page) = held.pages.get(key) else {
            return Found::Nothing;
        };
        let page = Arc::clone(page);
        let age = now - page.made_at;
        let is_over = page.until.is_some_and(|until| until <= now);
        let standing = if is_over {
            Standing::Wrong
        } else {
            held.standing(&page)
        };
        let grace = match standing {
            Standing::Right => {
                page.right_at.store(now.timestamp_micros(), Relaxed);
                return match age {
                    _ if age < FRESH => Found::Right(page),
                    _ if age < STALE => Found::Aging(page),
                    _ => Found::Nothing,
                };
            }
            Standing::Added if age < PACE => return Found::Right(page),
            Standing::Added => LULL,
            Standing::Wrong => GRACE,
        };
        let since = TimeDelta::microseconds(now.timestamp_micros() - page.right_at.load(Relaxed));
        if age < STALE && since < grace {
            return Found::Aging(page);
        }
        Found::Nothing
    }

    /// Its bytes in each form: those that are there already, if they say the same.
    fn bodies(&self, key: &Key, tag: HeaderValue, body: Bytes) -> Arc<Bodies> {
        let there = {
            let held = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
            let page = held.pages.get(key).filter(|page| page.is_of(&tag));
            page.map(|page| Arc::clone(&page.bodies))
        };
        there.unwrap_or_else(|| Arc::new(Bodies::compressed(tag, body)))
    }

    /// The last change, and the last that did more than add something.
    fn last_changes(&self) -> Last {
        let held = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        Last {
            any: held.last,
            turned: held.turned,
        }
    }

    /// Keeps a page, unless everything went while it was made, or one that was begun later is there.
    fn keep(&self, key: Key, page: Arc<KeptPage>) {
        let mut held = self.shelf();
        let there = held.pages.get(&key);
        let late = there.is_some_and(|there| there.begun > page.begun);
        if !held.hears || held.everything > page.begun || late || page.weight() > self.bytes / 4 {
            return;
        }
        if there.is_some() {
            page.ask_again();
        }
        held.weight += page.weight();
        let made_at = page.made_at;
        if let Some(old) = held.pages.insert(key, page) {
            held.weight -= old.weight();
        }
        if held.weight > self.bytes {
            held.make_room(self.bytes / 8 * 7, made_at);
        }
    }

    /// What cannot be read any more goes, too.
    fn drop_page(&self, key: &Key) {
        let mut held = self.shelf();
        if let Some(old) = held.pages.remove(key) {
            held.weight -= old.weight();
        }
    }
}

impl Shelf {
    fn forget(&mut self) {
        self.last += 1;
        (self.everything, self.turned) = (self.last, self.last);
        self.changed.clear();
        self.pages.clear();
        self.weight = 0;
    }

    /// The last changes of any of these, or of everything.
    fn last_of(&self, topics: &[Topic]) -> Last {
        let everything = Last {
            any: self.everything,
            turned: self.everything,
        };
        let changes = topics.iter().filter_map(|topic| self.changed.get(topic));
        changes.fold(everything, |last, change| Last {
            any: last.any.max(change.any),
            turned: last.turned.max(change.turned),
        })
    }

    /// What has changed of what a page shows since it was begun.
    fn standing(&self, page: &KeptPage) -> Standing {
        if page.right_after.load(Relaxed) == self.last {
            return Standing::Right;
        }
        let last = self.last_of(&page.topics);
        if last.turned > page.begun {
            return Standing::Wrong;
        }
        if last.any > page.begun {
            return Standing::Added;
        }
        page.right_after.store(self.last, Relaxed);
        Standing::Right
    }

    /// Lets pages go: first those that nobody asked for again, so that who asks for very many takes nothing from others, and
    /// those that are not shown any more; then those that were not used for longest.
    fn make_room(&mut self, bytes: usize, now: DateTime<Utc>) {
        let mut used: Vec<_> = self
            .pages
            .iter()
            .map(|(key, page)| {
                let is_wanted = page.is_asked_again() && now - page.made_at < STALE;
                (is_wanted, page.used_at.load(Relaxed), key.clone())
            })
            .collect();
        used.sort_unstable_by_key(|(is_wanted, at, _)| (*is_wanted, *at));
        for (_, _, key) in used {
            if self.weight <= bytes {
                break;
            }
            if let Some(page) = self.pages.remove(&key) {
                self.weight -= page.weight();
            }
        }
    }
}
