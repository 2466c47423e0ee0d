//! One house with every kind of person in it, and something of each kind to ask for.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr},
};

use reqwest::{Method, StatusCode, header};
use tests::{Contribution, House, PASSWORD, Person, photo};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Anonymous,
    /// Whose everything is that is asked for.
    Reader,
    OtherReader,
    Editor,
    Chief,
    Admin,
}

/// In the order of the table, and so that who may do the most comes last.
pub(crate) const KINDS: [Kind; 6] = [
    Kind::Anonymous,
    Kind::Reader,
    Kind::OtherReader,
    Kind::Editor,
    Kind::Chief,
    Kind::Admin,
];

impl Kind {
    fn email(self) -> Option<&'static str> {
        match self {
            Self::Anonymous => None,
            Self::Reader => Some("reader@example.org"),
            Self::OtherReader => Some("other@example.org"),
            Self::Editor => Some("an.editor@news.example"),
            Self::Chief => Some("chief@news.example"),
            // The first one of a house.
            Self::Admin => Some("editor@news.example"),
        }
    }

    /// Each at an address of their own: limits are counted by source.
    fn address(self) -> IpAddr {
        Ipv4Addr::new(127, 0, 1, 1 + self as u8).into()
    }
}

/// A service that people may come in by. Nothing here goes as far as to ask it.
pub(crate) const SERVICE: [(&str, &str); 3] = [
    ("BEPART__CONNECT__GITHUB__KIND", "github"),
    ("BEPART__CONNECT__GITHUB__CLIENT_ID", "bepart"),
    ("BEPART__CONNECT__GITHUB__CLIENT_SECRET", "secret"),
];

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: String,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, self.location)
    }
}

/// Everyone, signed in, and the ids of what there is.
pub(crate) struct Stage<'a> {
    house: &'a House,
    people: Vec<Person>,
    /// The reader's own.
    submission_id: String,
    media_id: String,
    /// A colleague whom admins may change.
    colleague_id: String,
    invitation_id: String,
    /// Under a page of the newsroom's own site.
    thread_id: String,
    comment_id: String,
}

impl<'a> Stage<'a> {
    pub(crate) async fn set(house: &'a House) -> Self {
        house.editor().await;
        house.staff("an.editor@news.example", "editor").await;
        house.staff("chief@news.example", "chief").await;
        house.staff("colleague@news.example", "editor").await;
        house.reader("Ada Reader", "reader@example.org").await;
        house.reader("Other Reader", "other@example.org").await;
        let mut people = Vec::new();
        for kind in KINDS {
            people.push(sign_in(house, kind).await);
        }
        let sent = Contribution::new("The river rose").file("river.jpg", photo(640, 480, 3));
        contribute(&people[Kind::Reader as usize], &sent).await;
        house.db_wait_for_jobs().await;
        let admin = &people[Kind::Admin as usize];
        let invited = admin.post("/desk/people/invite", &[("role", "editor")]).await;
        assert_eq!(invited.status(), StatusCode::OK);
        let (submission_id, media_id) =
            db_ids(house, "select submission_id, media_id from submission_files").await;
        let (colleague_id, invitation_id) = db_ids(
            house,
            "select accounts.account_id, invitation_id from accounts, invitations
             where accounts.email = 'colleague@news.example' and used_at is null",
        )
        .await;
        let (thread_id, comment_id) = comment(house, &people[Kind::Reader as usize]).await;
        Self {
            house,
            people,
            submission_id,
            media_id,
            colleague_id,
            invitation_id,
            thread_id,
            comment_id,
        }
    }

    /// A path with what there is in its places: the reader's own, or what only looks like it.
    pub(crate) fn fill(&self, path: &str) -> String {
        let submission = |path: &str| path.replace("{id}", &self.submission_id);
        let path = path
            .replace("{submission_id}", &self.submission_id)
            .replace("{account_id}", &self.colleague_id)
            .replace("{invitation_id}", &self.invitation_id)
            .replace("{media_id}", &self.media_id)
            .replace("{thread_id}", &self.thread_id)
            .replace("{comment_id}", &self.comment_id)
            .replace("{ban_id}", "00000000-0000-7000-8000-000000000001")
            .replace("{tag}", "no-such-tag")
            .replace("{place}", "no-such-place")
            .replace("{month}", "2020-01")
            .replace("{rendition}", "320.webp")
            .replace("{note_id}", "00000000-0000-7000-8000-000000000001")
            .replace("{category}", "new")
            .replace("{view_id}", "00000000-0000-7000-8000-000000000001")
            .replace("{report_id}", "00000000-0000-7000-8000-000000000001")
            .replace("{batch_id}", "00000000-0000-7000-8000-000000000001")
            .replace("{reason}", "quality")
            .replace("{token}", &"t".repeat(43))
            .replace("{provider}", "github")
            .replace("{slug}", "no-such-story")
            .replace("{file}", "no-such-file.webp")
            .replace("{name}", "no-such-asset.css");
        let path = submission(&path);
        assert!(!path.contains('{'), "{path}: what stands there?");
        path
    }

    /// Sends an empty form, or looks.
    pub(crate) async fn ask(&mut self, kind: Kind, method: &str, path: &str) -> Answer {
        let method: Method = method.parse().unwrap();
        let person = &self.people[kind as usize];
        let mut request = person.request(method.clone(), path);
        if !method.is_safe() {
            request = request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body("");
        }
        let response = request.send().await.unwrap();
        let location = response.headers().get(header::LOCATION);
        let location = location.map(|value| value.to_str().unwrap().to_owned());
        let answer = Answer {
            status: response.status().as_u16(),
            location: location.unwrap_or_default(),
        };
        if !method.is_safe() && kind != Kind::Anonymous && !self.is_signed_in(kind).await {
            self.people[kind as usize] = sign_in(self.house, kind).await;
        }
        answer
    }

    async fn is_signed_in(&self, kind: Kind) -> bool {
        let page = self.people[kind as usize].get("/me").await;
        page.status() == StatusCode::OK
    }

    /// Who may do the most.
    pub(crate) fn admin(&self) -> &Person {
        &self.people[Kind::Admin as usize]
    }
}

async fn sign_in(house: &House, kind: Kind) -> Person {
    let person = house.anyone_at(kind.address());
    if let Some(email) = kind.email() {
        let answer = person
            .post("/signin", &[("email", email), ("password", PASSWORD)])
            .await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{kind:?} signs in");
    }
    person
}

async fn contribute(person: &Person, contribution: &Contribution) {
    let answer = person.send(contribution).await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
}

/// Something that the reader said and everybody reads.
async fn comment(house: &House, reader: &Person) -> (String, String) {
    let mut conn = house.db_connect().await;
    sqlx::raw_sql(
        "update comment_rules set holds_first = 0;
         insert into threads (thread_id, page_url, title, language, path, begun_at)
         values ('00000000-0000-7000-8000-000000000007', 'https://news.example/bridge', 'The bridge', 'en',
                 'https://news.example/bridge', now() - interval '1 hour')",
    )
    .execute(&mut conn)
    .await
    .unwrap();
    let fields = [
        ("thread_id", "00000000-0000-7000-8000-000000000007"),
        ("body", "I was there."),
    ];
    let said = reader.post("/comments", &fields).await;
    assert_eq!(said.status(), StatusCode::SEE_OTHER);
    db_ids(house, "select thread_id, comment_id from comments").await
}

async fn db_ids(house: &House, query: &'static str) -> (String, String) {
    let mut conn = house.db_connect().await;
    let ids: (uuid::Uuid, uuid::Uuid) = sqlx::query_as(query).fetch_one(&mut conn).await.unwrap();
    (ids.0.to_string(), ids.1.to_string())
}
