//! What a story is, for search engines: `NewsArticle` (schema.org) as JSON-LD.

use chrono::SecondsFormat;
use ground::web::Site;
use serde_json::{Map, Value, json};

use crate::{draft::tags::Tag, picture::Picture, store::public::PublicStory, text};

/// What search engines show of a headline, in letters as people see them.
const HEADLINE: usize = 110;

/// The story as JSON that may stand within a `script` element: no text can end it, since `<` and `>` are written as escapes,
/// and so are the line ends that once were none in JSON (ECMA-404 allows them all).
pub(crate) fn of(
    site: &Site,
    story: &PublicStory,
    address: &str,
    pictures: &[Picture],
    tags: &[Tag],
) -> String {
    let told = article(site, story, address, pictures, tags).to_string();
    let mut safe = String::with_capacity(told.len());
    for c in told.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
}

fn article(site: &Site, story: &PublicStory, address: &str, pictures: &[Picture], tags: &[Tag]) -> Value {
    let time = |at: chrono::DateTime<chrono::Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let newsroom = json!({
        "@type": "NewsMediaOrganization",
        "name": site.name(story.language),
        "url": site.link("/"),
    });
    let author = match &story.byline {
        Some(name) => json!({ "@type": "Person", "name": name }),
        None => newsroom.clone(),
    };
    let mut told = Map::new();
    let mut say = |name: &str, value: Value| {
        told.insert(name.to_owned(), value);
    };
    say("@context", json!("https://schema.org"));
    say("@type", json!("NewsArticle"));
    say("mainEntityOfPage", json!(address));
    say("headline", json!(text::teaser(&story.title, HEADLINE)));
    say("description", json!(text::teaser(&story.body, 160)));
    say("inLanguage", json!(story.language.code()));
    say("datePublished", json!(time(story.published_at)));
    say(
        "dateModified",
        json!(time(story.corrected_at.unwrap_or(story.published_at))),
    );
    say("isAccessibleForFree", json!(true));
    say("author", author);
    say("publisher", newsroom);
    if let Some(place) = &story.place {
        say("contentLocation", json!({ "@type": "Place", "name": place }));
    }
    if !tags.is_empty() {
        let labels: Vec<_> = tags.iter().map(|tag| tag.label.as_str()).collect();
        say("keywords", json!(labels));
    }
    let images: Vec<_> = pictures
        .iter()
        .filter(|picture| picture.is_seen())
        .map(|picture| site.link(&picture.src))
        .collect();
    if !images.is_empty() {
        say("image", json!(images));
    }
    let films: Vec<_> = pictures
        .iter()
        .filter_map(|picture| film(site, story, picture))
        .collect();
    if !films.is_empty() {
        say("video", json!(films));
    }
    Value::Object(told)
}

fn film(site: &Site, story: &PublicStory, picture: &Picture) -> Option<Value> {
    let played = picture.played.as_ref().filter(|_| picture.is_seen())?;
    let said = [&picture.caption, &picture.alt, &story.title];
    let name = said.into_iter().find(|text| !text.is_empty())?;
    Some(json!({
        "@type": "VideoObject",
        "name": text::teaser(name, HEADLINE),
        "description": text::teaser(name, 160),
        "thumbnailUrl": site.link(&picture.src),
        "contentUrl": site.link(&played.plain),
        "uploadDate": story.published_at.to_rfc3339_opts(SecondsFormat::Secs, true),
    }))
}
