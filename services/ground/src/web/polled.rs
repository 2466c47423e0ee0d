//! Answers to a script that asks again and again.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::Failure;

/// JSON that nobody keeps, with an entity tag (RFC 9110, 8.8.3), so that nothing new costs few bytes: whoever named that tag
/// gets 304.
///
/// # Errors
/// It cannot be written as JSON.
pub fn polled(headers: &HeaderMap, news: &impl Serialize) -> Result<Response, Failure> {
    let body = serde_json::to_string(news).map_err(anyhow::Error::from)?;
    let etag = etag(&body);
    let known = headers.get(header::IF_NONE_MATCH) == Some(&etag);
    let common = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::ETAG, etag),
    ];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((common, json, body).into_response())
}

/// Equal for equal answers of one build of the program; nothing more is asked of it.
fn etag(body: &str) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    HeaderValue::from_str(&format!("\"{:016x}\"", hasher.finish()))
        .unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_knows_it_already_is_told_so_in_few_bytes() {
        let first = polled(&HeaderMap::new(), &["one"]).unwrap();
        assert_eq!(first.status(), StatusCode::OK);
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        let again = polled(&headers, &["one"]).unwrap();
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(polled(&headers, &["two"]).unwrap().status(), StatusCode::OK);
    }
}
