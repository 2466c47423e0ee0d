//! Someone of the demo: asks the router as a browser would.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use axum::{Router, body::Body};
use http::{HeaderMap, Request, Response, StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::samples::Sample;

const EDGE: &str = "demo-edge-7f3a";

/// Someone with a browser, which keeps what it is given.
pub(super) struct Person {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What stands between two texts, at the first place where the first one does.
pub(super) fn between<'a>(page: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

impl Person {
    pub(super) fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
        }
    }

    async fn ask(&mut self, request: http::request::Builder, body: Body) -> anyhow::Result<Response<Body>> {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        // Mails to them are read here: in words of one language.
        let request = request.header(header::ACCEPT_LANGUAGE, "en");
        let request = if cookies.is_empty() {
            request
        } else {
            request.header(header::COOKIE, cookies.join("; "))
        };
        let response = self.router.clone().oneshot(request.body(body)?).await?;
        self.keep(response.headers());
        Ok(response)
    }

    fn keep(&mut self, headers: &HeaderMap) {
        let set = headers.get_all(header::SET_COOKIE).into_iter();
        for line in set.filter_map(|value| value.to_str().ok()) {
            let pair = line.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    pub(super) async fn get(&mut self, path: &str) -> anyhow::Result<String> {
        let response = self.ask(Request::get(path), Body::empty()).await?;
        ensure!(
            response.status() == StatusCode::OK,
            "{path} answers {}",
            response.status()
        );
        let body = response.into_body().collect().await?.to_bytes();
        Ok(String::from_utf8(body.to_vec())?)
    }

    /// Sends a form, and answers where it leads: whatever is wrong with a form is an error here.
    pub(super) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<String> {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let response = self.ask(request, Body::from(body)).await?;
        led(path, &response)
    }

    /// Sends a contribution by the form; answers its id.
    pub(super) async fn contribute(
        &mut self,
        sample: &Sample,
        film: Option<Vec<u8>>,
    ) -> anyhow::Result<String> {
        let page = self.get("/contribute").await?;
        let hidden = |name: &str| between(&page, &format!("name=\"{name}\" value=\""), "\"");
        let id = hidden("submission_id").context("the form has an id")?.to_owned();
        let mut fields = vec![
            ("submission_id", id.as_str()),
            ("form_key", hidden("form_key").unwrap_or_default()),
            ("title", sample.title),
            ("body", sample.body),
            ("name", sample.name),
            ("place", sample.place),
            ("happened_at", sample.happened_at),
            ("language", sample.language),
            ("consent", sample.consent),
            ("terms", "1"),
        ];
        if sample.at_risk {
            fields.push(("at_risk", "1"));
        }
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .into_bytes(),
            );
        }
        if let Some(film) = &film {
            add_file(&mut body, "VID_0001.mp4", "video/mp4", film);
        }
        for (number, photo) in sample.photos.iter().enumerate() {
            add_file(&mut body, &format!("IMG_{number:04}.jpg"), "image/jpeg", photo);
        }
        body.extend(format!("--{EDGE}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let request = Request::post("/contribute")
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, body.len());
        let response = self.ask(request, Body::from(body)).await?;
        led("/contribute", &response)?;
        Ok(id)
    }
}

fn add_file(body: &mut Vec<u8>, name: &str, kind: &str, bytes: &[u8]) {
    let head = format!(
        "--{EDGE}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\ncontent-type: {kind}\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n");
}

fn led(path: &str, response: &Response<Body>) -> anyhow::Result<String> {
    ensure!(
        response.status() == StatusCode::SEE_OTHER,
        "{path} answers {}",
        response.status()
    );
    let to = response.headers().get(header::LOCATION);
    Ok(to.context("it leads somewhere")?.to_str()?.to_owned())
}
