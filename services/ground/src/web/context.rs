//! What every page knows of the request it answers.

use std::{collections::HashMap, sync::Arc, time::Instant};

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{Extensions, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Datelike, Utc};
use url::Url;

use super::Assets;
use crate::{
    Failure,
    lang::{Lang, Message},
    msg,
    viewer::Viewer,
};

/// The newsroom: what is the same on every page. It is configuration.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name, for languages without one of their own.
    pub name: String,
    /// Its name in a language, e.g. in that language's script.
    pub names: HashMap<Lang, String>,
    /// Where the public reaches it; links in mails and feeds start with it, never with a `Host` header.
    pub base_url: Url,
    /// For browsers that name none of ours.
    pub default_lang: Lang,
    /// In which times are shown.
    pub time_zone: chrono_tz::Tz,
    /// Version of the terms that a contributor accepts.
    pub terms_version: String,
    /// Built style sheet, scripts and fonts.
    pub assets: Assets,
    /// Origins of the newsroom's other sites, whose pages may use the upload door, e.g. `https://news.example`.
    pub allies: Vec<String>,
}

impl Site {
    /// The newsroom's name as readers of `lang` know it.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.get(&lang).unwrap_or(&self.name)
    }

    /// Whether an `Origin` is one of the newsroom's other sites.
    pub fn is_ally(&self, origin: &str) -> bool {
        self.allies.iter().any(|ally| ally == origin)
    }

    /// An absolute link to a path of ours.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }

    /// Day, month and year of a time in the newsroom's time zone, in words.
    pub fn date(&self, lang: Lang, at: &DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.time_zone);
        msg!("date-day")
            .s("day", lang.digits(&local.day().to_string()))
            .s("month", month(local.month()).text(lang))
            .s("year", lang.digits(&local.year().to_string()))
            .text(lang)
    }

    /// Whether the public reaches us by TLS: cookies are then `__Host-` and `Secure`.
    pub fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }
}

/// What the [`context`] layer found out before any handler ran.
#[derive(Clone)]
pub(super) struct Basics {
    pub(super) site: Arc<Site>,
    pub(super) lang: Lang,
    pub(super) nonce: String,
    pub(super) started: Instant,
    pub(super) path: String,
    pub(super) query: String,
}

/// In a request: what is answered goes to many.
#[derive(Clone, Copy)]
struct Shared;

/// The context of a page: language, words, dates, the newsroom, who is asking.
#[derive(Clone)]
pub struct Cx {
    basics: Basics,
    viewer: Viewer,
    shared: bool,
}

impl Cx {
    pub(super) fn of(basics: Basics, viewer: Viewer) -> Self {
        Self {
            basics,
            viewer,
            shared: false,
        }
    }

    /// For a page that everybody gets who asks for it with this query: without a nonce, which would be everybody's, and
    /// without anybody who is asking.
    pub(crate) fn for_everybody(mut self, query: String) -> Self {
        self.basics.nonce.clear();
        self.basics.query = query;
        Self {
            viewer: Viewer::default(),
            shared: true,
            ..self
        }
    }

    /// Has handlers find this context in a request.
    pub(crate) fn put_into(self, extensions: &mut Extensions) {
        extensions.insert(self.basics);
        extensions.insert(self.viewer);
        if self.shared {
            extensions.insert(Shared);
        }
    }

    /// Whether many get this page from one making ([`crate::kept`]): nothing in it may be for one of them alone, neither an
    /// id that a form brings back nor a puzzle.
    pub fn is_shared(&self) -> bool {
        self.shared
    }

    /// The language of the page.
    pub fn lang(&self) -> Lang {
        self.basics.lang
    }

    /// The languages to choose from, in the order in which they are offered.
    pub fn languages(&self) -> [Lang; 5] {
        Lang::ALL
    }

    /// Words without arguments.
    pub fn t(&self, id: &'static str) -> String {
        Message::new(id).text(self.basics.lang)
    }

    /// Words of a message made elsewhere.
    pub fn say(&self, message: &Message) -> String {
        message.text(self.basics.lang)
    }

    /// Words with arguments: `cx.m("story-by").s("name", name)`.
    pub fn m(&self, id: &'static str) -> Saying {
        Saying {
            lang: self.basics.lang,
            message: Message::new(id),
        }
    }

    /// The newsroom.
    pub fn site(&self) -> &Site {
        &self.basics.site
    }

    /// The newsroom's name in the language of the page.
    pub fn site_name(&self) -> &str {
        self.basics.site.name(self.basics.lang)
    }

    /// Who is asking.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// The path of this page.
    pub fn path(&self) -> &str {
        &self.basics.path
    }

    /// This page in another language. Of what its address asks for, the token of a link is kept (`t`): without it the page
    /// is another one. Nothing else that a stranger may have put there is written into a page.
    pub fn address_in(&self, lang: Lang) -> String {
        let plain = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        let token = url::form_urlencoded::parse(self.basics.query.as_bytes())
            .find(|(name, value)| name == "t" && plain(value))
            .map(|(_, token)| format!("t={token}&"));
        let (path, code) = (&self.basics.path, lang.code());
        format!("{path}?{}lang={code}", token.unwrap_or_default())
    }

    /// The nonce of this response's Content-Security-Policy; empty where it has none ([`Cx::is_shared`]).
    pub fn nonce(&self) -> &str {
        &self.basics.nonce
    }

    /// The address of a built asset by its plain name, e.g. `app.css`.
    pub fn asset(&self, name: &str) -> String {
        self.basics.site.assets.path_of(name)
    }

    /// Seconds the page has taken so far, in words, with two decimals. The foot of every page says it.
    pub fn took(&self) -> String {
        let seconds = self.basics.started.elapsed().as_secs_f64();
        let digits = self.basics.lang.digits(&format!("{seconds:.3}"));
        msg!("foot-took").s("seconds", digits).text(self.basics.lang)
    }

    /// Machine-readable time for `datetime` attributes (RFC 3339).
    pub fn iso(&self, at: &DateTime<Utc>) -> String {
        at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Day, month and year in the newsroom's time zone.
    pub fn date(&self, at: &DateTime<Utc>) -> String {
        self.basics.site.date(self.basics.lang, at)
    }

    /// The name of a month, 1 to 12.
    pub fn month(&self, number: u32) -> String {
        month(number).text(self.basics.lang)
    }

    /// Day, month, year, hour and minute in the newsroom's time zone.
    pub fn datetime(&self, at: &DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.basics.site.time_zone);
        let lang = self.basics.lang;
        msg!("date-day-and-time")
            .s("date", self.date(at))
            .s("time", lang.digits(&local.format("%H:%M").to_string()))
            .text(lang)
    }
}

fn month(number: u32) -> Message {
    match number {
        1 => msg!("month-1"),
        2 => msg!("month-2"),
        3 => msg!("month-3"),
        4 => msg!("month-4"),
        5 => msg!("month-5"),
        6 => msg!("month-6"),
        7 => msg!("month-7"),
        8 => msg!("month-8"),
        9 => msg!("month-9"),
        10 => msg!("month-10"),
        11 => msg!("month-11"),
        _ => msg!("month-12"),
    }
}

/// Words being put together in a template.
pub struct Saying {
    lang: Lang,
    message: Message,
}

impl Saying {
    /// Adds a number.
    #[must_use]
    pub fn n(mut self, name: &'static str, value: impl std::borrow::Borrow<i64>) -> Self {
        self.message = self.message.n(name, value);
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn s(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.message = self.message.s(name, value);
        self
    }
}

impl std::fmt::Display for Saying {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message.text(self.lang))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Cx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let basics = parts.extensions.get::<Basics>().cloned();
        let basics = basics.ok_or_else(|| anyhow::anyhow!("the context layer is missing"))?;
        let viewer = parts.extensions.get::<Viewer>().cloned().unwrap_or_default();
        let shared = parts.extensions.get::<Shared>().is_some();
        Ok(Self {
            basics,
            viewer,
            shared,
        })
    }
}

/// Layer: chooses the language (`?lang`, then the cookie, then `Accept-Language`, then the newsroom's own),
/// remembers a choice made by `?lang`, mints the nonce, starts the watch and writes `Server-Timing`.
pub async fn context(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let chosen = request.uri().query().and_then(|query| {
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(name, _)| name == "lang")
            .and_then(|(_, code)| Lang::from_code(&code))
    });
    let jar = CookieJar::from_headers(request.headers());
    let remembered = jar.get("lang").and_then(|cookie| Lang::from_code(cookie.value()));
    let accepted = || {
        let header = request.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Lang::from_accept_language(header)
    };
    let lang = chosen
        .or(remembered)
        .or_else(accepted)
        .unwrap_or(site.default_lang);
    let basics = Basics {
        lang,
        nonce: data_encoding::BASE64.encode(&crate::secret::random::<16>()),
        started,
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        site,
    };
    let secure = if basics.site.is_https() { "; Secure" } else { "" };
    request.extensions_mut().insert(basics.clone());

    let mut response = next.run(request).await;
    response.extensions_mut().insert(basics);
    let headers = response.headers_mut();
    if let (Some(lang), None) = (chosen, remembered.filter(|held| chosen == Some(*held))) {
        let cookie = format!(
            "lang={}; Path=/; Max-Age=31536000; SameSite=Lax{secure}",
            lang.code()
        );
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, value);
        }
    }
    let millis = started.elapsed().as_secs_f64() * 1000.0;
    if let Ok(value) = HeaderValue::from_str(&format!("total;dur={millis:.2}")) {
        headers.insert("server-timing", value);
    }
    response
}
