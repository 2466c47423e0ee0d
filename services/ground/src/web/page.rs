//! A page is a struct; its template is checked when it is compiled.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::Cx;
use crate::Failure;

/// A page in the language of its [`Cx`], with a status.
pub struct Page<T> {
    status: StatusCode,
    lang: &'static str,
    template: T,
}

impl<T: Template> Page<T> {
    /// The page with 200.
    pub fn new(cx: &Cx, template: T) -> Self {
        Self {
            status: StatusCode::OK,
            lang: cx.lang().code(),
            template,
        }
    }

    /// The page with another status.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The page as what a bad form gets: 422, the same form, what was typed, and what is wrong.
    pub fn unprocessable(cx: &Cx, template: T) -> Failure {
        Failure::Page(Box::new(
            Self::new(cx, template)
                .with_status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response(),
        ))
    }
}

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.template.render() {
            Ok(html) => {
                let mut response = (self.status, html).into_response();
                let headers = response.headers_mut();
                headers.insert(
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("text/html; charset=utf-8"),
                );
                headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(self.lang));
                headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
                response
            }
            Err(error) => Failure::from(error).into_response(),
        }
    }
}

/// 303: what a good POST answers. `path` is one of ours, never a stranger's.
pub fn see_other(path: &str) -> Response {
    axum::response::Redirect::to(path).into_response()
}
