//! One page as it is kept: its bytes, plain and compressed, and what of it holds until when.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, AtomicI64, AtomicU32, AtomicU64, Ordering::Relaxed},
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};

use super::{Asked, Topic};
use crate::web;

/// A page this old is made anew, behind the back of who asks: what it says of time passes by itself.
pub(super) const FRESH: TimeDelta = TimeDelta::seconds(30);
/// A page this old is not shown any more.
pub(super) const STALE: TimeDelta = TimeDelta::minutes(5);
/// A page of which something changed is still shown while it is made anew, if it was known to be right so lately. What
/// is taken back must be gone everywhere within a second.
pub(super) const GRACE: TimeDelta = TimeDelta::milliseconds(250);
/// The same of a page to which something was only added: who asks in a storm of comments does not wait for the newest.
pub(super) const LULL: TimeDelta = TimeDelta::seconds(1);
/// And such a page is not made anew more often than so.
pub(super) const PACE: TimeDelta = TimeDelta::milliseconds(250);
/// Brotli at this quality is worth its time for a page that stays and is asked for again, and for no other.
const BROTLI_QUALITY: u32 = 9;
const ZSTD_LEVEL: i32 = 3;
const WORTH_BROTLI: (u32, TimeDelta) = (2, TimeDelta::seconds(1));

/// A page's bytes in each form.
pub(super) struct Bodies {
    tag: HeaderValue,
    pub(super) plain: Bytes,
    zstd: Option<Bytes>,
    brotli: OnceLock<Option<Bytes>>,
    begun: AtomicBool,
}

impl Bodies {
    /// To be used once.
    pub(super) fn plain(tag: HeaderValue, plain: Bytes) -> Self {
        Self {
            tag,
            zstd: None,
            plain,
            brotli: OnceLock::new(),
            begun: AtomicBool::new(true),
        }
    }

    /// To be used often: with what is compressed quickly, and what is compressed well to come.
    pub(super) fn compressed(tag: HeaderValue, plain: Bytes) -> Self {
        let zstd = zstd::bulk::compress(&plain, ZSTD_LEVEL).ok();
        Self {
            zstd: zstd.filter(|small| small.len() < plain.len()).map(Bytes::from),
            begun: AtomicBool::new(false),
            ..Self::plain(tag, plain)
        }
    }

    /// Compresses once, where nobody waits for it.
    fn begin_brotli(self: &Arc<Self>) {
        if !self.begun.swap(true, Relaxed) {
            let bodies = Arc::clone(self);
            tokio::task::spawn_blocking(move || bodies.brotli.set(brotli(&bodies.plain)));
        }
    }

    /// The smallest of those that are ready and taken.
    fn choose(&self, asked: &Asked) -> (&Bytes, Option<&'static str>) {
        let brotli = self.brotli.get().and_then(Option::as_ref);
        match (brotli, &self.zstd) {
            (Some(body), _) if asked.brotli => (body, Some("br")),
            (_, Some(body)) if asked.zstd => (body, Some("zstd")),
            _ => (&self.plain, None),
        }
    }
}

fn brotli(plain: &[u8]) -> Option<Bytes> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY.cast_signed(),
        size_hint: plain.len(),
        ..Default::default()
    };
    let mut small = Vec::with_capacity(plain.len() / 3);
    brotli::BrotliCompress(&mut &*plain, &mut small, &params).ok()?;
    (small.len() < plain.len()).then(|| small.into())
}

/// An entity tag of what a page says. It is weak (RFC 9110, 8.8.1): a page that took longer to make says the same.
pub(super) fn tag_of(body: &[u8]) -> HeaderValue {
    const TOOK: &str = "<p class=\"took\">";
    let mut hasher = blake3::Hasher::new();
    match std::str::from_utf8(body)
        .ok()
        .and_then(|text| text.rsplit_once(TOOK))
    {
        Some((before, after)) => {
            let rest = after.split_once('<').map_or("", |(_, rest)| rest);
            hasher.update(before.as_bytes()).update(TOOK.as_bytes());
            hasher.update(rest.as_bytes());
        }
        None => {
            hasher.update(body);
        }
    }
    let hash = hasher.finalize();
    let short = data_encoding::BASE64URL_NOPAD.encode(hash.as_bytes().get(..12).unwrap_or_default());
    HeaderValue::from_str(&format!("W/\"{short}\"")).unwrap_or(HeaderValue::from_static("W/\"\""))
}

/// A page for everybody who asks for it.
pub(super) struct KeptPage {
    head: HeaderMap,
    pub(super) bodies: Arc<Bodies>,
    pub(super) topics: Vec<Topic>,
    /// The last change that was known of when it was begun.
    pub(super) begun: u64,
    pub(super) made_at: DateTime<Utc>,
    pub(super) until: Option<DateTime<Utc>>,
    /// When it was last known to be right, in microseconds; and the last change that was known of then.
    pub(super) right_at: AtomicI64,
    pub(super) right_after: AtomicU64,
    pub(super) used_at: AtomicI64,
    uses: AtomicU32,
}

/// When a page was made, and what holds of it.
pub(super) struct Facts {
    pub(super) topics: Vec<Topic>,
    pub(super) until: Option<DateTime<Utc>>,
    pub(super) begun: u64,
    pub(super) at: DateTime<Utc>,
}

impl KeptPage {
    /// Of what a handler answered. Everybody may keep it, and asks each time whether it still holds.
    pub(super) fn new(mut head: HeaderMap, bodies: Arc<Bodies>, facts: Facts) -> Self {
        let is_page = head
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        head.remove(header::CONTENT_LENGTH);
        head.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, no-cache"),
        );
        head.insert(
            header::VARY,
            HeaderValue::from_static("Accept-Language, Cookie, Save-Data, Accept-Encoding"),
        );
        head.insert(header::ETAG, bodies.tag.clone());
        head.insert(header::CONTENT_SECURITY_POLICY, web::shared_policy(is_page));
        let micros = facts.at.timestamp_micros();
        Self {
            head,
            bodies,
            topics: facts.topics,
            begun: facts.begun,
            made_at: facts.at,
            until: facts.until,
            right_at: AtomicI64::new(micros),
            right_after: AtomicU64::new(facts.begun),
            used_at: AtomicI64::new(micros),
            uses: AtomicU32::new(0),
        }
    }

    /// What it takes of memory, once it is compressed.
    pub(super) fn weight(&self) -> usize {
        2 * self.bodies.plain.len() + 2048
    }

    pub(super) fn is_of(&self, tag: &HeaderValue) -> bool {
        self.bodies.tag == tag
    }

    /// Notes a use.
    pub(super) fn use_at(&self, now: DateTime<Utc>) {
        self.used_at.store(now.timestamp_micros(), Relaxed);
        let uses = self.uses.fetch_add(1, Relaxed) + 1;
        if uses >= WORTH_BROTLI.0 && now - self.made_at >= WORTH_BROTLI.1 {
            self.bodies.begin_brotli();
        }
    }

    /// Whether anybody had it who did not have it made.
    pub(super) fn is_asked_again(&self) -> bool {
        self.uses.load(Relaxed) > 0
    }

    /// It stands for one that somebody asked for before.
    pub(super) fn ask_again(&self) {
        self.uses.fetch_add(1, Relaxed);
    }

    /// As the answer to a request.
    pub(super) fn answer(&self, asked: &Asked) -> Response {
        if asked
            .held
            .as_ref()
            .is_some_and(|held| matches(held, &self.bodies.tag))
        {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            *response.headers_mut() = self.head.clone();
            return response;
        }
        let (body, coding) = self.bodies.choose(asked);
        let mut response = Response::new(Body::from(body.clone()));
        *response.headers_mut() = self.head.clone();
        if let Some(coding) = coding {
            let coding = HeaderValue::from_static(coding);
            response.headers_mut().insert(header::CONTENT_ENCODING, coding);
        }
        response
    }
}

/// Whether an `If-None-Match` names this tag (RFC 9110, 13.1.2: compared weakly, and both are weak).
fn matches(held: &HeaderValue, tag: &HeaderValue) -> bool {
    let tag = tag.as_bytes();
    held.as_bytes()
        .split(|byte| *byte == b',')
        .map(<[u8]>::trim_ascii)
        .any(|one| one == b"*" || one == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_of_what_a_page_says_and_not_of_how_long_it_took() {
        let page = |took: &str, words: &str| {
            tag_of(format!("<p>{words}</p><p class=\"took\">{took}</p></html>").as_bytes())
        };
        assert_eq!(page("0.01 s", "a"), page("12 s", "a"));
        assert_ne!(page("0.01 s", "a"), page("0.01 s", "b"));
        assert_ne!(tag_of(b"<p class=\"took\">"), tag_of(b""));
        assert_eq!(tag_of(b"\xff"), tag_of(b"\xff"));
    }

    #[test]
    fn compressed_bodies_are_the_same_page() {
        let plain = Bytes::from("هەواڵ و کۆمێنت ".repeat(400));
        let bodies = Bodies::compressed(tag_of(&plain), plain.clone());
        let zstd = bodies.zstd.as_ref().unwrap();
        assert_eq!(zstd::bulk::decompress(zstd, plain.len()).unwrap(), plain);
        let small = brotli(&plain).unwrap();
        let mut open = Vec::new();
        brotli::BrotliDecompress(&mut &small[..], &mut open).unwrap();
        assert_eq!(open, plain);
        assert!(brotli(b"x").is_none(), "what grows is not kept");
    }

    #[test]
    fn a_tag_is_found_among_several() {
        let tag = HeaderValue::from_static("W/\"b\"");
        for held in ["W/\"b\"", "W/\"a\", W/\"b\"", "*"] {
            assert!(matches(&HeaderValue::from_static(held), &tag), "{held}");
        }
        for other in ["\"b\"", "W/\"bb\"", ""] {
            assert!(!matches(&HeaderValue::from_static(other), &tag), "{other}");
        }
    }
}
