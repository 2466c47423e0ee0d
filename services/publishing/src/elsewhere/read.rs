//! From the bytes of a feed to headlines: plain text, addresses of pages, times that have been.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use feed_rs::model::{Entry, Text};
use ground::lang::Lang;
use url::Url;

use super::{fetch::Trouble, plain::plain, tame::is_tame};
use crate::text;

/// So many headlines of a feed are kept.
const HEADLINES: usize = 20;
/// So many letters of a headline, as people see them.
const TITLE: usize = 180;
/// So many letters of what it is about.
const TEASER: usize = 160;
/// No title or teaser needs more bytes than these to be found in.
const LOOKED_AT: usize = 64 << 10;
/// The longest address.
const ADDRESS: usize = 2000;

/// A headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Headline {
    pub(crate) title: String,
    /// Of a page, by http or https.
    pub(crate) url: String,
    /// How it goes on; empty where the feed does not say.
    pub(crate) teaser: String,
    pub(crate) published_at: Option<DateTime<Utc>>,
    pub(crate) language: Option<Lang>,
}

/// The headlines of a feed that was found at this address, in its order.
pub(super) fn read(
    bytes: &[u8],
    at: &Url,
    language: Option<Lang>,
    now: DateTime<Utc>,
) -> Result<Vec<Headline>, Trouble> {
    if !is_tame(bytes) {
        return Err(Trouble::Wild);
    }
    let feed = feed_rs::parser::Builder::new()
        .base_uri(Some(at.as_str()))
        .build()
        .parse(bytes)
        .map_err(|_| Trouble::Unread)?;
    let language = language.or_else(|| feed.language.as_deref().and_then(Lang::from_accept_language));
    let mut known = HashSet::new();
    let headlines: Vec<_> = feed
        .entries
        .iter()
        .filter_map(|entry| headline(entry, at, language, now))
        .filter(|headline| known.insert(headline.url.clone()))
        .take(HEADLINES)
        .collect();
    if headlines.is_empty() {
        return Err(Trouble::Empty);
    }
    Ok(headlines)
}

fn headline(entry: &Entry, at: &Url, language: Option<Lang>, now: DateTime<Utc>) -> Option<Headline> {
    let title = said(entry.title.as_ref(), TITLE);
    let body = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let teaser = said(entry.summary.as_ref(), TEASER);
    let teaser = match teaser.as_str() {
        "" => shortened(body.unwrap_or_default(), TEASER),
        _ => teaser,
    };
    if title.is_empty() {
        return None;
    }
    Some(Headline {
        url: address(entry, at)?,
        // Some feeds say the same twice.
        teaser: if teaser == title { String::new() } else { teaser },
        title,
        // A clock that goes ahead makes nothing newer than now.
        published_at: entry.published.or(entry.updated).map(|told| told.min(now)),
        language,
    })
}

fn said(text: Option<&Text>, graphemes: usize) -> String {
    text.map(|text| shortened(&text.content, graphemes))
        .unwrap_or_default()
}

fn shortened(html: &str, graphemes: usize) -> String {
    // A letter under a tower of accents is one letter, too.
    let told: String = plain(beginning(html)).chars().take(graphemes * 8).collect();
    text::teaser(&told, graphemes)
}

/// As much as is looked at.
fn beginning(text: &str) -> &str {
    match text.char_indices().find(|(at, _)| *at >= LOOKED_AT) {
        Some((at, _)) => text.get(..at).unwrap_or_default(),
        None => text,
    }
}

/// Where the page is: the address that says so, or the first that is one.
fn address(entry: &Entry, at: &Url) -> Option<String> {
    let page = |text: &str| {
        let url = at.join(text.trim()).ok()?;
        let fit = matches!(url.scheme(), "http" | "https")
            && url.username().is_empty()
            && url.password().is_none()
            && url.has_host()
            && url.as_str().len() <= ADDRESS;
        fit.then(|| url.to_string())
    };
    let named = |rel: Option<&str>| {
        let mut links = entry.links.iter().filter(move |link| link.rel.as_deref() == rel);
        links.find_map(|link| page(&link.href))
    };
    named(Some("alternate")).or_else(|| named(None)).or_else(|| {
        Some(&entry.id)
            .filter(|id| id.starts_with("http"))
            .and_then(|id| page(id))
    })
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn now() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 30, 12, 0, 0).unwrap()
    }

    fn told(feed: &str) -> Vec<Headline> {
        let at = "https://www.news.org/feeds/all".parse().unwrap();
        read(feed.as_bytes(), &at, None, now()).unwrap()
    }

    #[test]
    fn every_kind_of_feed_says_the_same() {
        let rss = "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>t</title><language>en-us</language>\
            <item><title>Flood &amp;amp; rain in &lt;b&gt;Hewlêr&lt;/b&gt;</title><link>https://www.news.org/1</link>\
            <description><![CDATA[<p>The river <img src=x onerror=alert(1)> rose.</p>]]></description>\
            <pubDate>Sun, 29 Nov 2026 10:00:00 +0300</pubDate></item></channel></rss>";
        let rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>\
            <channel><title>t</title><link>https://www.news.org/</link><description>d</description><dc:language>en</dc:language></channel>\
            <item><title>Flood &amp;amp; rain in Hewlêr</title><link>https://www.news.org/1</link>\
            <description>The river rose.</description><dc:date>2026-11-29T07:00:00Z</dc:date></item></rdf:RDF>";
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>t</title><id>urn:x</id><updated>2026-11-29T07:00:00Z</updated>\
            <entry><id>urn:1</id><title type='html'>Flood &amp;amp; rain in &lt;i&gt;Hewlêr&lt;/i&gt;</title>\
            <link rel='enclosure' href='https://www.news.org/film'/><link rel='alternate' href='/1'/>\
            <updated>2026-11-29T07:00:00Z</updated><summary>The river rose.</summary></entry></feed>";
        let json = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"t\", \"language\": \"en\", \"items\": [\
            {\"id\": \"1\", \"url\": \"https://www.news.org/1\", \"title\": \"Flood &amp; rain in Hewlêr\",\
            \"content_html\": \"<p>The river rose.</p>\", \"date_published\": \"2026-11-29T07:00:00Z\"}]}";
        for feed in [rss, rdf, atom, json] {
            let headlines = told(feed);
            assert_eq!(headlines.len(), 1, "{feed}");
            assert_eq!(headlines[0].title, "Flood & rain in Hewlêr", "{feed}");
            assert_eq!(headlines[0].url, "https://www.news.org/1", "{feed}");
            assert_eq!(headlines[0].teaser, "The river rose.", "{feed}");
            assert_eq!(
                headlines[0].published_at,
                Some(Utc.with_ymd_and_hms(2026, 11, 29, 7, 0, 0).unwrap()),
                "{feed}"
            );
        }
    }

    fn rss(items: &str) -> String {
        format!("<rss version='2.0'><channel><title>t</title>{items}</channel></rss>")
    }

    #[test]
    fn a_headline_leads_to_a_page_or_is_left_out() {
        let item = |link: &str| format!("<item><title>{link}</title><link>{link}</link></item>");
        let good = ["https://www.news.org/a", "http://www.news.org/b", "/c"];
        let bad = [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "mailto:a@b.org",
            "https://me:secret@www.news.org/",
            "",
        ];
        let items: String = good.iter().chain(&bad).map(|link| item(link)).collect();
        let urls: Vec<_> = told(&rss(&items))
            .into_iter()
            .map(|headline| headline.url)
            .collect();
        assert_eq!(
            urls,
            [
                "https://www.news.org/a",
                "http://www.news.org/b",
                "https://www.news.org/c"
            ]
        );
        let long = item(&format!("https://www.news.org/{}", "a".repeat(ADDRESS)));
        assert_eq!(told(&rss(&(item("https://www.news.org/a") + &long))).len(), 1);
    }

    #[test]
    fn texts_are_short_times_have_been_and_nothing_is_told_twice() {
        let item = format!(
            "<item><title>{}</title><link>https://www.news.org/1</link><description>{}</description>\
             <pubDate>Tue, 30 Nov 2027 10:00:00 GMT</pubDate></item>",
            "word ".repeat(1000),
            "word ".repeat(1000)
        );
        let headlines = told(&rss(&item.repeat(3)));
        assert_eq!(headlines.len(), 1);
        assert!(headlines[0].title.chars().count() <= TITLE + 1 && headlines[0].title.ends_with('…'));
        assert!(headlines[0].teaser.chars().count() <= TEASER + 1);
        assert_eq!(headlines[0].published_at, Some(now()), "a clock that goes ahead");
        let many = (0..50)
            .map(|n| format!("<item><title>{n}</title><link>https://www.news.org/{n}</link></item>"))
            .collect::<Vec<_>>()
            .concat();
        assert_eq!(told(&rss(&many)).len(), HEADLINES);
    }

    #[test]
    fn the_configured_language_is_stronger_than_the_feeds() {
        let feed = "<rss version='2.0'><channel><title>t</title><language>ku</language>\
            <item><title>a</title><link>https://www.news.org/1</link></item></channel></rss>";
        assert_eq!(told(feed)[0].language, Some(Lang::Kmr));
        let at = "https://www.news.org/".parse().unwrap();
        let headlines = read(feed.as_bytes(), &at, Some(Lang::Ckb), now()).unwrap();
        assert_eq!(headlines[0].language, Some(Lang::Ckb));
    }
}
