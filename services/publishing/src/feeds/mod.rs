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
