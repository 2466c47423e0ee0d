//! What came back.

use std::collections::HashSet;

use axum::http::{HeaderMap, StatusCode, header};
use ground::ids::CommentId;
use scraper::{Html, Selector};

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where a good POST leads.
    pub(crate) fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.header(header::LOCATION)
    }

    /// The comment that it leads to.
    pub(crate) fn comment_id(&self) -> CommentId {
        let place = self.location();
        let id = place.rsplit_once("#comment-").map(|(_, id)| id);
        let id = id.or_else(|| place.strip_prefix("/comments/"));
        id.and_then(|id| id.parse().ok())
            .unwrap_or_else(|| panic!("{place} leads to no comment"))
    }

    /// The text of every element that the selector finds, white space and direction marks evened out.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let words = |text: String| {
            let plain: String = text
                .chars()
                .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
                .collect();
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        Html::parse_document(&self.text)
            .select(&Selector::parse(selector).unwrap())
            .map(|found| words(found.text().collect()))
            .collect()
    }

    /// One attribute of every element that the selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        Html::parse_document(&self.text)
            .select(&Selector::parse(selector).unwrap())
            .filter_map(|found| found.attr(name).map(str::to_owned))
            .collect()
    }

    /// The fields that are hidden in the page's forms, as a browser sends them back.
    pub(crate) fn hidden(&self) -> Vec<(String, String)> {
        let names = self.attributes("main form input[type=hidden]", "name");
        let values = self.attributes("main form input[type=hidden]", "value");
        names.into_iter().zip(values).collect()
    }

    /// What the error summary names; each of its links lands.
    pub(crate) fn problems(&self) -> Vec<String> {
        assert!(self.status.is_client_error(), "{} {}", self.status, self.text);
        let links = self.attributes(".error-summary a", "href");
        let ids: HashSet<_> = self.attributes("main [id]", "id").into_iter().collect();
        for link in &links {
            assert!(ids.contains(link.trim_start_matches('#')), "{link} leads nowhere");
        }
        links
    }
}
