//! Someone of the demo: asks the router as a browser would.

use anyhow::{Context, ensure};
use axum::{Router, body::Body};
use http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::samples::Sample;

const EDGE: &str = "demo-edge-7f3a";

/// Someone with a cookie, perhaps.
pub(super) struct Person {
    router: Router,
    cookie: Option<String>,
}

impl Person {
    pub(super) fn new(router: Router) -> Self {
        Self { router, cookie: None }
    }

    async fn ask(&self, request: http::request::Builder, body: Body) -> anyhow::Result<Response<Body>> {
        let request = match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        Ok(self.router.clone().oneshot(request.body(body)?).await?)
    }

    pub(super) async fn get(&self, path: &str) -> anyhow::Result<String> {
        let response = self.ask(Request::get(path), Body::empty()).await?;
        ensure!(
            response.status() == StatusCode::OK,
            "{path} answers {}",
            response.status()
        );
        Ok(String::from_utf8(
            response.into_body().collect().await?.to_bytes().to_vec(),
        )?)
    }

    /// Sends a form, whose answer must be a redirect.
    async fn send_form(&self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Response<Body>> {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let response = self.ask(request, Body::from(body)).await?;
        ensure!(
            response.status() == StatusCode::SEE_OTHER,
            "{path} answers {}",
            response.status()
        );
        Ok(response)
    }

    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        self.send_form(path, fields).await.map(drop)
    }

    /// Sends a form that signs in, and is signed in from then on.
    pub(super) async fn sign_in(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        let response = self.send_form(path, fields).await?;
        let cookies = response.headers().get_all(header::SET_COOKIE);
        let session = cookies
            .iter()
            .filter_map(|value| value.to_str().ok())
            .find(|value| value.contains("sid="))
            .and_then(|value| value.split(';').next())
            .context("signing in gives a cookie")?;
        self.cookie = Some(session.to_owned());
        Ok(())
    }

    pub(super) async fn contribute(&self, sample: &Sample) -> anyhow::Result<()> {
        let fields = [
            ("title", sample.title),
            ("body", sample.body),
            ("name", sample.name),
            ("place", sample.place),
            ("happened_at", sample.happened_at),
            ("language", sample.language),
            ("consent", sample.consent),
            ("terms", "1"),
        ];
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .into_bytes(),
            );
        }
        for (number, photo) in sample.photos.iter().enumerate() {
            let head = format!(
                "--{EDGE}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"IMG_{number:04}.jpg\"\r\n\
                 content-type: image/jpeg\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend_from_slice(photo);
            body.extend_from_slice(b"\r\n");
        }
        body.extend(format!("--{EDGE}--\r\n").into_bytes());
        let request = Request::post("/contribute")
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={EDGE}"),
            )
            .header(header::CONTENT_LENGTH, body.len());
        let response = self.ask(request, Body::from(body)).await?;
        ensure!(
            response.status() == StatusCode::SEE_OTHER,
            "the form answers {}",
            response.status()
        );
        Ok(())
    }
}
