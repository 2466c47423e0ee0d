//! Keeping the pages of a whole router: its handlers stay as they are, and see of a request what a page may depend on.

use axum::{
    body::Body,
    extract::{FromRequestParts, OriginalUri, Request, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header, request::Parts},
    middleware::Next,
    response::Response,
};
use chrono::{DateTime, Utc};

use super::{Address, Asked, Kept, Made, Topic, own};
use crate::{Failure, web::Cx};

/// Which pages are kept, and what of a query makes another page of them.
#[derive(Clone)]
pub struct Keeping {
    /// Where.
    pub kept: Kept,
    /// Names that mean something in a query; all others mean nothing.
    pub query: &'static [&'static str],
}

/// What a page is about; it travels in the response's extensions.
#[derive(Clone, Default)]
struct About {
    topics: Option<Vec<Topic>>,
    until: Option<DateTime<Utc>>,
}

fn note(mut answer: Response, write: impl FnOnce(&mut About)) -> Response {
    let mut about = answer.extensions_mut().remove::<About>().unwrap_or_default();
    write(&mut about);
    answer.extensions_mut().insert(about);
    answer
}

/// Says what a page is about, under [`keep`]. Of a page that does not say it, it is everything.
pub fn about(answer: Response, topics: impl IntoIterator<Item = Topic>) -> Response {
    note(answer, |about| {
        about.topics.get_or_insert_default().extend(topics);
    })
}

/// Says until when a page holds at the latest, under [`keep`]: something on it begins or ends by itself.
pub fn until(answer: Response, at: Option<DateTime<Utc>>) -> Response {
    note(answer, |about| {
        about.until = [about.until, at].into_iter().flatten().min();
    })
}

/// Layer: answers GET with pages that are made once for everybody ([`Kept::answer`]). Handlers below it get the request of
/// nobody in particular: without cookies, in the language that was found out, with `Save-Data` for those who save data and with
/// the query as far as it means something. What they mark with `no-store` is not kept.
pub async fn keep(State(keeping): State<Keeping>, request: Request, next: Next) -> Result<Response, Failure> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(next.run(request).await);
    }
    let (mut parts, body) = request.into_parts();
    let cx = Cx::from_request_parts(&mut parts, &()).await?;
    let Ok(asked) = Asked::from_request_parts(&mut parts, &()).await;
    if asked.is_own() {
        let answer = next.run(Request::from_parts(parts, body)).await;
        return Ok(if answer.status().is_success() {
            own(answer)
        } else {
            answer
        });
    }
    let address = keeping.address(&cx, &parts);
    let query = address.query.clone();
    let light = address.light;
    keeping
        .kept
        .answer(&asked, cx, address, move |cx| async move {
            let request = of_nobody(parts, &cx, &query, light)?;
            Ok(made(next.run(request).await))
        })
        .await
}

impl Keeping {
    fn address(&self, cx: &Cx, parts: &Parts) -> Address {
        let asked = parts.uri.query().unwrap_or_default();
        let value = |wanted: &str| {
            let mut pairs = url::form_urlencoded::parse(asked.as_bytes());
            pairs.find(|(name, _)| name == wanted).map(|(_, value)| value)
        };
        let address = Address::of(cx).light(is_light(&parts.headers));
        self.query.iter().fold(address, |address, name| {
            let value = value(name);
            address.with(name, value.as_deref())
        })
    }
}

/// Whether pages are to be small: as the reader chose by the cookie `light`, or else as the browser asks by `Save-Data`.
fn is_light(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::COOKIE).iter();
    let chosen = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix("light="));
    let asked = headers
        .get("save-data")
        .is_some_and(|value| value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"on"));
    chosen.map_or(asked, |chosen| chosen == "1")
}

fn of_nobody(mut parts: Parts, cx: &Cx, query: &str, light: bool) -> Result<Request, Failure> {
    let target = match query {
        "" => parts.uri.path().to_owned(),
        query => format!("{}?{query}", parts.uri.path()),
    };
    let uri: Uri = target.parse().map_err(anyhow::Error::from)?;
    parts.method = Method::GET;
    parts.headers = HeaderMap::new();
    if light {
        parts.headers.insert("save-data", HeaderValue::from_static("on"));
    }
    parts.extensions.insert(OriginalUri(uri.clone()));
    parts.uri = uri;
    cx.clone().put_into(&mut parts.extensions);
    Ok(Request::from_parts(parts, Body::empty()))
}

fn made(mut answer: Response) -> Made {
    let about = answer.extensions_mut().remove::<About>().unwrap_or_default();
    let unkept = |value: &HeaderValue| value.as_bytes() == b"no-store";
    if answer.headers().get(header::CACHE_CONTROL).is_some_and(unkept) {
        return Made::once(answer);
    }
    let everything = || vec![Topic::Stories, Topic::Threads, Topic::Elsewhere];
    Made::new(answer, about.topics.unwrap_or_else(everything)).until(about.until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_chose_is_stronger_than_what_the_browser_asks() {
        let light = |pairs: &[(&'static str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.append(*name, value.parse().unwrap());
            }
            is_light(&headers)
        };
        assert!(!light(&[]));
        assert!(light(&[("save-data", "On")]));
        assert!(light(&[("cookie", "lang=ckb; light=1")]));
        assert!(!light(&[("cookie", "light=0"), ("save-data", "on")]));
        assert!(!light(&[("cookie", "xlight=1")]));
    }
}
