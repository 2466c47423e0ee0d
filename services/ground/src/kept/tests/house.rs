//! A site of one page, to keep.

use std::sync::{
    Mutex as Lock,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Path, State},
    http::{HeaderMap, Request, StatusCode},
    middleware::from_fn_with_state,
    routing::get,
};
use chrono::TimeDelta;
use tokio::sync::Semaphore;
use tower::ServiceExt;

use super::super::*;
use crate::{
    ids::{StoryId, ThreadId},
    msg,
    web::{Assets, Page, Site, context, error_pages, security_headers},
};

/// A site of one page, whose maker counts how often it works, and waits when it is told to.
#[derive(Clone)]
pub(super) struct House {
    pub(super) kept: Kept,
    pub(super) clock: Clock,
    site: Arc<Site>,
    pub(super) made: Arc<AtomicUsize>,
    words: Arc<Lock<String>>,
    pub(super) until: Arc<Lock<Option<DateTime<Utc>>>>,
    pub(super) gate: Arc<Semaphore>,
}

#[derive(askama::Template)]
#[template(
    source = "<p>{{ words }}</p><a href=\"{{ cx.address_in(cx.lang()) }}\">{{ cx.nonce() }}</a>",
    ext = "html"
)]
struct Words {
    cx: Cx,
    words: String,
}

pub(super) const STORY: StoryId = StoryId(uuid::Uuid::from_u128(7));

pub(super) fn said() -> String {
    format!("story:{STORY}")
}

pub(super) const THREAD: ThreadId = ThreadId(uuid::Uuid::from_u128(8));

/// Something came to the thread.
pub(super) fn added() -> String {
    format!("thread+:{THREAD}")
}

pub(super) struct Answer {
    pub(super) status: StatusCode,
    head: HeaderMap,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.head.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn page(
    State(house): State<House>,
    cx: Cx,
    asked: Asked,
    Path(what): Path<String>,
) -> Result<Response, Failure> {
    let address = Address::of(&cx).with("after", Some("7").filter(|_| what == "long"));
    let (kept, maker) = (house.kept.clone(), house.clone());
    kept.answer(&asked, cx, address, move |cx| async move {
        maker.made.fetch_add(1, SeqCst);
        maker.gate.acquire().await.unwrap().forget();
        maker.gate.add_permits(1);
        let words = maker.words.lock().unwrap().clone();
        match &*what {
            "gone" => return Err(Failure::Gone(msg!("story-gone"))),
            "broken" => panic!("as it is meant to"),
            "elsewhere" => return Ok(Made::once(crate::web::see_other("/"))),
            "cookie" => {
                let page = ([("set-cookie", "a=b")], words).into_response();
                return Ok(Made::new(page, [Topic::Stories]));
            }
            "feed" => {
                let feed = ([("content-type", "application/rss+xml")], words).into_response();
                return Ok(Made::new(feed, [Topic::Stories]));
            }
            _ => {}
        }
        let until = *maker.until.lock().unwrap();
        let page = Page::new(
            &cx,
            Words {
                cx: cx.clone(),
                words,
            },
        );
        Ok(Made::new(page, [Topic::Story(STORY), Topic::Stories, Topic::Thread(THREAD)]).until(until))
    })
    .await
}

impl House {
    pub(super) fn new(bytes: usize) -> Self {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let site = Site {
            name: "News".to_owned(),
            names: HashMap::new(),
            base_url: "https://news.example".parse().unwrap(),
            default_lang: Lang::En,
            time_zone: chrono_tz::UTC,
            terms_version: "1".to_owned(),
            assets: Assets::default(),
            allies: Vec::new(),
        };
        let house = Self {
            kept: Kept::new(clock.clone(), bytes),
            clock,
            site: Arc::new(site),
            made: Arc::default(),
            words: Arc::new(Lock::new("one".to_owned())),
            until: Arc::default(),
            gate: Arc::new(Semaphore::new(1)),
        };
        house.kept.hear();
        house
    }

    pub(super) fn say(&self, words: &str) {
        words.clone_into(&mut self.words.lock().unwrap());
    }

    pub(super) fn wait(&self, milliseconds: i64) {
        self.clock.advance(TimeDelta::milliseconds(milliseconds));
    }

    pub(super) fn made(&self) -> usize {
        self.made.load(SeqCst)
    }

    pub(super) async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let router = Router::new().route("/{what}", get(page)).with_state(self.clone());
        self.send(router, "GET", path, headers).await
    }

    /// Sends a request through a router and the layers that are around every one.
    pub(super) async fn send(
        &self,
        router: Router,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let router = router
            .layer(axum::middleware::from_fn(error_pages))
            .layer(from_fn_with_state(Arc::clone(&self.site), context))
            .layer(from_fn_with_state(Arc::clone(&self.site), security_headers));
        let answer = router.oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, 1 << 20).await.unwrap();
        Answer {
            status: parts.status,
            head: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    pub(super) async fn get(&self) -> String {
        self.ask("/page", &[]).await.body
    }

    /// Until what is made behind everybody's back is there.
    pub(super) async fn settle(&self, made: usize) {
        for _ in 0..1000 {
            tokio::task::yield_now().await;
            if self.made() == made && self.kept.0.making.lock().unwrap().is_idle() {
                return;
            }
        }
        panic!("made {} times, not {made}", self.made());
    }
}
