//! Every door of the desk, and what comes out of it.

use std::{collections::BTreeMap, fmt, time::Duration};

use reqwest::{Method, header};
use scraper::{Html, Selector};
use tests::{House, Person};

use crate::routes;

/// Which rows a contribution has.
#[derive(Debug)]
#[expect(clippy::struct_field_names, reason = "as the columns are called")]
pub(super) struct Told {
    pub(super) submission_id: String,
    media_id: String,
    person_id: String,
}

impl Told {
    pub(super) async fn find(house: &House, title: &str) -> Self {
        Self::by(house, "title = $1", title).await
    }

    pub(super) async fn find_other(house: &House, title: &str) -> Self {
        Self::by(house, "title <> $1", title).await
    }

    async fn by(house: &House, condition: &str, title: &str) -> Self {
        let query = format!(
            "select submission_id::text, media_id::text, person_id::text
             from submissions join submission_files using (submission_id) where {condition}"
        );
        let mut conn = house.db_connect().await;
        let (submission_id, media_id, person_id): (String, String, String) =
            sqlx::query_as(sqlx::AssertSqlSafe(query))
                .bind(title)
                .fetch_one(&mut conn)
                .await
                .unwrap();
        Self {
            submission_id,
            media_id,
            person_id,
        }
    }

    pub(super) async fn account(house: &House, email: &str) -> String {
        let mut conn = house.db_connect().await;
        sqlx::query_scalar("select account_id::text from accounts where email = $1")
            .bind(email)
            .fetch_one(&mut conn)
            .await
            .unwrap()
    }

    /// What names it, and these words.
    pub(super) fn secrets(&self, words: &[&str]) -> Vec<String> {
        let mut secrets = vec![self.submission_id.clone(), self.media_id.clone()];
        secrets.extend(words.iter().map(|word| (*word).to_owned()));
        secrets
    }

    /// A path of the code with this one's ids in its places; elsewhere what is not there.
    fn fill(&self, path: &str) -> String {
        let known = [
            ("{submission_id}", self.submission_id.as_str()),
            ("{id}", &self.submission_id),
            ("{media_id}", &self.media_id),
            ("{person_id}", &self.person_id),
            ("{rendition}", "320.webp"),
        ];
        let mut path = path.to_owned();
        for (place, value) in known {
            path = path.replace(place, value);
        }
        while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
            path.replace_range(from..=to, "0192f0c8-7b1e-7000-8000-00000000000f");
        }
        path
    }

    /// What somebody might send who knows the id.
    pub(super) fn form(&self) -> Vec<(String, String)> {
        let fields = [
            ("id", self.submission_id.as_str()),
            ("ids", &self.submission_id),
            ("submission_id", &self.submission_id),
            ("version", "1"),
            ("decision", "decline"),
            ("act", "decline"),
            ("action", "preview"),
            ("body", "x"),
            ("text", "x"),
        ];
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }
}

/// Every path of the desk that the code answers by this method. Lines that never end are listened to apart.
pub(super) fn paths(method: &str, of: &Told) -> Vec<String> {
    let routes = routes::all();
    let desk = routes.iter().filter(|route| {
        (route.path == "/desk" || route.path.starts_with("/desk/"))
            && (route.method == method || route.method == "ANY")
    });
    let paths: Vec<String> = desk
        .filter(|route| route.path != "/desk/live")
        .map(|route| of.fill(&route.path))
        .collect();
    assert!(paths.len() > 10, "{paths:?}");
    paths
}

/// The lists in all that can be asked of them.
pub(super) fn lists(of: &Told, word: &str) -> Vec<String> {
    let queues = [
        "open",
        "new",
        "mine",
        "answer",
        "second",
        "ready",
        "published",
        "not_used",
        "machine",
        "risk",
    ];
    let mut asked: Vec<String> = queues.iter().map(|queue| format!("queue={queue}")).collect();
    for query in [
        "view=grid",
        "group=person",
        "group=place",
        "group=likeness",
        "group=person&view=grid",
        "has=repeats",
        "tag=zirav",
        "state=received",
        "queue=open&kind=picture",
        "order=new",
    ] {
        asked.push(query.to_owned());
    }
    asked.push(format!("q={word}"));
    asked.push(format!("queue=risk&q={word}"));
    asked.push(format!("person={}", of.person_id));
    asked.push(format!("person={}&queue=risk", of.person_id));
    asked.into_iter().map(|query| format!("/desk?{query}")).collect()
}

/// The numbers that a list shows, by the queue they stand for, and those that the live line tells first.
pub(super) async fn counts(person: &Person) -> BTreeMap<String, String> {
    let mut counts = BTreeMap::new();
    let page = Html::parse_document(&person.read("/desk").await);
    let numbers = Selector::parse("[data-count], .count").unwrap();
    for (place, number) in page.select(&numbers).enumerate() {
        let queue = number.attr("data-count").unwrap_or_default();
        let text: String = number.text().collect();
        counts.insert(format!("{queue} {place}"), text.trim().to_owned());
    }
    let rows = Selector::parse("ol.queue li.item").unwrap();
    counts.insert("rows".to_owned(), page.select(&rows).count().to_string());
    counts
}

/// What was asked, and all that came back.
pub(super) struct Heard {
    method: Method,
    pub(super) path: String,
    pub(super) status: u16,
    headers: String,
    pub(super) body: String,
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.method, self.path, self.status)
    }
}

impl Heard {
    pub(super) async fn ask(person: &Person, method: Method, path: &str, form: &[(String, String)]) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let mut request = person.request(method.clone(), path);
        if method != Method::GET {
            request = request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(body);
        }
        let mut response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), format!("{:?}", response.headers()));
        let mut bytes = Vec::new();
        // Some answers go on for as long as somebody listens.
        let read = async {
            while let Ok(Some(piece)) = response.chunk().await {
                bytes.extend_from_slice(&piece);
            }
        };
        let _ = tokio::time::timeout(Duration::from_secs(3), read).await;
        Self {
            method,
            path: path.to_owned(),
            status,
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// Whether anything that came back holds this, in any case of letters. That an address or a form of ours comes back is
    /// no word of theirs.
    pub(super) fn tells(&self, secret: &str) -> bool {
        let secret = secret.to_lowercase();
        let asked = self.path.to_lowercase().contains(&secret);
        let body = self.body.to_lowercase();
        let in_body = if asked {
            // The page may name its own address, for the links to other languages and for signing in.
            body.replace(&self.path.to_lowercase().replace('&', "&amp;"), "")
                .replace(
                    &url::form_urlencoded::byte_serialize(self.path.to_lowercase().as_bytes())
                        .collect::<String>()
                        .to_lowercase(),
                    "",
                )
                .contains(&secret)
        } else {
            body.contains(&secret)
        };
        in_body || (!asked && self.headers.to_lowercase().contains(&secret))
    }

    /// Whether it was asked about this contribution.
    pub(super) fn is_about(&self, of: &Told) -> bool {
        self.path.contains(&of.submission_id) || self.path.contains(&of.media_id)
    }

    /// Whether it is a page or door of one contribution.
    pub(super) fn is_of_one(&self) -> bool {
        self.path.starts_with("/desk/submissions/") || self.path.starts_with("/desk/media/")
    }
}

/// What the live line says meanwhile.
pub(super) fn listen(person: &Person) -> tokio::task::JoinHandle<Heard> {
    let request = person.request(Method::GET, "/desk/live").send();
    tokio::spawn(async move {
        let mut response = request.await.unwrap();
        let status = response.status().as_u16();
        let mut bytes = Vec::new();
        let read = async {
            while let Ok(Some(piece)) = response.chunk().await {
                bytes.extend_from_slice(&piece);
            }
        };
        let _ = tokio::time::timeout(Duration::from_secs(20), read).await;
        assert!(!bytes.is_empty(), "the line is silent");
        Heard {
            method: Method::GET,
            path: "/desk/live".to_owned(),
            status,
            headers: String::new(),
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    })
}
