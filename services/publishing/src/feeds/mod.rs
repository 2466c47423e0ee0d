//! Feeds of stories, and the map of the site: what other programs read.

mod sitemap;
mod stories;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::{DateTime, SecondsFormat, Utc};
use ground::{
    Failure,
    kept::{Address, Asked, Made},
    web::Cx,
};

pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/feeds/stories.rss", get(stories::rss))
        .route("/feeds/stories.atom", get(stories::atom))
        .route("/feeds/stories.json", get(stories::json))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemaps/{file}", get(sitemap::part))
        .route("/robots.txt", get(sitemap::robots))
}

/// An answer for programs.
fn answer(body: String, content_type: &'static str) -> Response {
    ([(header::CONTENT_TYPE, content_type)], body).into_response()
}

fn rendered(template: &impl Template, content_type: &'static str) -> Result<Response, Failure> {
    Ok(answer(template.render()?, content_type))
}

/// Everybody gets the same, also who is signed in.
async fn kept<M, F>(state: crate::State, cx: Cx, asked: Asked, make: M) -> Result<Response, Failure>
where
    M: FnOnce(crate::State) -> F + Send + 'static,
    F: Future<Output = Result<Made, Failure>> + Send + 'static,
{
    let address = Address::of(&cx);
    let kept = state.live.kept().clone();
    kept.answer(&asked, cx, address, move |_| make(state)).await
}

/// What XML 1.0 can carry of a text (2.2, Char): the rest has no place in it, escaped or not. Marks of direction stay.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..))
        .collect()
}

/// A text as HTML, for elements whose text is HTML again (RSS 2.0, `description`).
fn as_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

/// RFC 3339, in seconds.
fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// RFC 822 with four digits of a year, as RSS wants it.
fn rfc822(at: DateTime<Utc>) -> String {
    at.to_rfc2822()
}
