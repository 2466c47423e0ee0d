//! The room through its own doors, with a real database and the layers that the program puts before it.

mod accounts;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
};
use chrono::{DateTime, TimeDelta};
use ground::{
    blobs::Blobs,
    clock::Clock,
    ids::{Ids, PersonId, SubmissionId},
    lang::Lang,
    live::Live,
    seal::{Identity, Keyring, Source},
    secret::ServerKey,
    web::{Assets, Limiter, Site, Work, context, error_pages, same_origin},
};
use scraper::{Html, Selector};
use sqlx::PgPool;
use tower::ServiceExt;
use uploads::{Acceptor, FormLimits};

use crate::{
    DeskRules, Receipts, State,
    submission::{Consent, State as SubmissionState, Submission},
};

/// What the room needs, made for tests.
pub(crate) fn state(pool: &PgPool, blobs: &Blobs, clock: &Clock, live: &Live) -> State {
    let (ids, hour) = (Ids::system(), Duration::from_hours(1));
    let key = Source::Text(Identity::generate().secret());
    let originals = media::Originals {
        pool: pool.clone(),
        blobs: blobs.clone(),
        clock: clock.clone(),
        ids: ids.clone(),
        ring: Keyring::open(key, None, false).unwrap(),
    };
    let site = Arc::new(Site {
        name: "Rûdaw".to_owned(),
        names: [(Lang::Ckb, "ڕووداو".to_owned())].into(),
        base_url: "https://news.example".parse().unwrap(),
        default_lang: Lang::En,
        time_zone: chrono_tz::Asia::Baghdad,
        terms_version: "7".to_owned(),
        assets: Assets::default(),
        allies: Vec::new(),
    });
    State {
        pool: pool.clone(),
        clock: clock.clone(),
        ids: ids.clone(),
        blobs: blobs.clone(),
        originals,
        acceptor: Acceptor {
            pool: pool.clone(),
            blobs: blobs.clone(),
            clock: clock.clone(),
            ids,
            limits: FormLimits::default(),
        },
        receipts: Receipts::new(ServerKey::fixed()),
        wrong_codes: Limiter::new(clock.clone(), hour, 5, 60),
        sendings: Limiter::new(clock.clone(), hour, 100, 100),
        sendings_soft: 100,
        work: Work::new(ServerKey::fixed(), clock.clone()).with_bits(8),
        live: live.clone(),
        hub: crate::Hub::new(pool.clone(), live.clone(), clock.clone(), Arc::clone(&site)),
        site,
        desk: DeskRules {
            undo: TimeDelta::seconds(10),
            machine_rules: true,
        },
    }
}

/// A contribution that nobody has decided on.
pub(crate) fn sample() -> Submission {
    let noon = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    Submission {
        submission_id: SubmissionId(uuid::Uuid::from_u128(1)),
        state: SubmissionState::Received,
        version: 1,
        title: "Flood in the old town".to_owned(),
        body: "The river rose at night.".to_owned(),
        contributor_name: Some("Ada".to_owned()),
        contributor_email: Some("ada@example.org".to_owned()),
        place: None,
        happened_at: None,
        language: Lang::En,
        consent: Consent::Named,
        consent_at: noon,
        terms_version: "7".to_owned(),
        sent_at: noon,
        decided_at: None,
        decided_by: None,
        decline_reason: None,
        decline_note: None,
        story_path: None,
        withdrawn_at: None,
        by_account: false,
        person_id: PersonId(uuid::Uuid::from_u128(1)),
        at_risk: false,
        category: None,
        tags: Vec::new(),
        warnings: Vec::new(),
        handled_by: None,
        first_yes_by: None,
        first_yes_at: None,
        machine_rule: None,
        answer_due_at: None,
        unread_since: None,
        settles_at: None,
        held_at: None,
    }
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
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

    /// The cookie that was set, as a browser sends it back.
    pub(crate) fn cookie(&self) -> String {
        self.header(header::SET_COOKIE)
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    /// The form of this page as a browser would send it back: what is hidden in it.
    pub(crate) fn form(&self) -> Form {
        let names = self.attributes("main form input[type=hidden]", "name");
        let values = self.attributes("main form input[type=hidden]", "value");
        names
            .iter()
            .zip(&values)
            .fold(Form::default(), |form, (name, value)| form.field(name, value))
    }

    /// The receipt code in the answer to a form, for programs: its last line.
    pub(crate) fn code(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.text.lines().last().unwrap().to_owned()
    }
}

/// A multipart form being written.
#[derive(Clone, Default)]
pub(crate) struct Form(Vec<u8>);

const BOUNDARY: &str = "----a-browsers-boundary";

impl Form {
    pub(crate) fn field(self, name: &str, value: &str) -> Self {
        self.part(&format!("name=\"{name}\""), value.as_bytes())
    }

    pub(crate) fn file(self, name: &str, bytes: &[u8]) -> Self {
        self.part(
            &format!("name=\"files\"; filename=\"{name}\"\r\nContent-Type: image/jpeg"),
            bytes,
        )
    }

    fn part(mut self, head: &str, bytes: &[u8]) -> Self {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        self.0.extend_from_slice(head.as_bytes());
        self.0.extend_from_slice(bytes);
        self.0.extend_from_slice(b"\r\n");
        self
    }

    /// A whole story that may be published without a name.
    pub(crate) fn story(self) -> Self {
        self.field("title", "Flood in the old town")
            .field("body", "The river rose at night.")
            .field("consent", "anonymous")
            .field("terms", "yes")
    }

    pub(crate) fn request(self) -> Request<Body> {
        self.request_to("/contribute")
    }

    pub(crate) fn request_to(mut self, address: &str) -> Request<Body> {
        self.0.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        Request::post(address)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .header(header::CONTENT_LENGTH, self.0.len())
            .body(Body::from(self.0))
            .unwrap()
    }
}

/// The room's front door.
pub(crate) struct Door {
    pub(crate) state: State,
    router: Router,
    folder: tempfile::TempDir,
}

impl Door {
    pub(crate) async fn open(pool: PgPool) -> Self {
        Self::open_with(pool, |_| {}).await
    }

    /// The door of a room that is set up otherwise.
    pub(crate) async fn open_with(pool: PgPool, change: impl FnOnce(&mut State)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::disk(folder.path().join("blobs")).await.unwrap();
        let clock = Clock::fixed(sample().sent_at);
        let mut state = state(&pool, &blobs, &clock, &Live::default());
        change(&mut state);
        let site = Arc::clone(&state.site);
        let router = crate::router(state.clone())
            .layer(from_fn_with_state(Arc::clone(&site), same_origin))
            .layer(from_fn(error_pages))
            .layer(from_fn_with_state(site, context));
        Self {
            state,
            router,
            folder,
        }
    }

    /// A folder that goes with the test.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub(crate) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 4 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text,
        }
    }

    pub(crate) async fn get(&self, address: &str, cookie: &str) -> Answer {
        self.ask(
            Request::get(address)
                .header(header::COOKIE, cookie)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    pub(crate) async fn send(&self, form: Form) -> Answer {
        self.ask(form.request()).await
    }

    /// `POST /receipt/files`.
    pub(crate) async fn add(&self, form: Form) -> Answer {
        self.ask(form.request_to("/receipt/files")).await
    }

    /// `POST /receipt`.
    pub(crate) async fn receipt(&self, code: &str, action: &str) -> Answer {
        let form: String = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("code", code)
            .append_pair("action", action)
            .finish();
        let request = Request::post("/receipt")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        self.ask(request).await
    }

    /// Ids of all contributions, the oldest first.
    pub(crate) async fn db_submissions(&self) -> Vec<Submission> {
        let mut conn = self.state.pool.acquire().await.unwrap();
        let ids = sqlx::query_scalar!(
            r#"select submission_id as "id: SubmissionId" from submissions order by sent_at, submission_id"#
        );
        let mut all = Vec::new();
        for id in ids.fetch_all(&mut *conn).await.unwrap() {
            all.push(
                crate::store::desk::find_submission(&mut conn, id)
                    .await
                    .unwrap()
                    .unwrap(),
            );
        }
        all
    }

    /// The names of the files of all contributions, in order.
    pub(crate) async fn db_files(&self) -> Vec<String> {
        sqlx::query_scalar!("select client_name from submission_files order by submission_id, position")
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    /// Kinds of the jobs that wait.
    pub(crate) async fn db_jobs(&self) -> Vec<String> {
        sqlx::query_scalar!("select kind from jobs order by job_id")
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    /// The history, as kinds.
    pub(crate) async fn db_history(&self, id: SubmissionId) -> Vec<String> {
        let mut conn = self.state.pool.acquire().await.unwrap();
        let history = crate::store::history::list_history(&mut conn, id).await.unwrap();
        history.into_iter().map(|entry| entry.kind).collect()
    }
}
