//! A desk with one editor, for tests of the pages. What starts with `db_` goes around the front door.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
};
use bytes::Bytes;
use ground::{
    blobs::{BlobKey, Blobs, Bucket, PictureFormat, Rendition},
    clock::Clock,
    ids::{AccountId, CommentId, Ids, MediaId, SubmissionId, UploadId},
    jobs::Runners,
    lang::Lang,
    live::Live,
    secret::ServerKey,
    viewer::{Editor, Role, SignedIn, Viewer},
    web::{Assets, Limiter, Site, Work, context, error_pages},
};
use scraper::{Html, Selector};
use sqlx::PgPool;
use tower::ServiceExt;

use crate::{Elsewhere, ElsewhereConfig, State};

pub(crate) struct World {
    pub(crate) state: State,
    pub(crate) editor: AccountId,
    app: Router,
    folder: tempfile::TempDir,
}

/// What a contributor sent.
#[derive(Clone)]
pub(crate) struct Sent {
    pub(crate) state: &'static str,
    pub(crate) consent: &'static str,
    pub(crate) title: &'static str,
    pub(crate) body: &'static str,
    pub(crate) name: Option<&'static str>,
    pub(crate) language: &'static str,
    pub(crate) pictures: usize,
}

impl Default for Sent {
    fn default() -> Self {
        Self {
            state: "accepted",
            consent: "named",
            title: "The river after the flood",
            body: "First paragraph,\nsecond line.\n\nSecond paragraph.",
            name: Some("Ada Lovelace"),
            language: "en",
            pictures: 2,
        }
    }
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.bytes.to_vec()).unwrap()
    }

    pub(crate) fn header(&self, name: impl axum::http::header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The text of every element that the selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        let found = html.select(&selector);
        found
            .map(|element| element.text().collect::<String>().trim().to_owned())
            .collect()
    }

    /// An attribute of every element that the selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        let found = html.select(&selector);
        found
            .filter_map(|element| element.value().attr(name).map(str::to_owned))
            .collect()
    }

    /// The addresses of public pictures in the page.
    pub(crate) fn pictures(&self) -> Vec<String> {
        self.attributes("picture img", "src")
    }
}

impl World {
    /// A desk where what is published is public at once.
    pub(crate) async fn new(pool: PgPool) -> Self {
        Self::new_with(pool, chrono::TimeDelta::zero()).await
    }

    /// A desk where a publication can be undone for so long.
    pub(crate) async fn new_with(pool: PgPool, undo: chrono::TimeDelta) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::disk(folder.path().to_owned()).await.unwrap();
        let site = Arc::new(Site {
            name: "Rudaw".to_owned(),
            names: HashMap::new(),
            base_url: url::Url::parse("https://news.example").unwrap(),
            default_lang: Lang::En,
            time_zone: chrono_tz::Tz::UTC,
            terms_version: "1".to_owned(),
            assets: Assets::default(),
            allies: Vec::new(),
        });
        // Objects on disk carry the time of the file system; the test moves on from there.
        let clock = Clock::fixed(Clock::system().now());
        let state = State {
            comments: talk(&pool, &clock, &site),
            pool,
            clock,
            ids: Ids::system(),
            blobs,
            site: Arc::clone(&site),
            live: Live::default(),
            undo,
            elsewhere: Elsewhere::new(&ElsewhereConfig::default()).unwrap(),
            invite: Arc::default(),
            boxes: crate::KeptBoxes::default(),
        };
        let app = app(&state);
        let editor: AccountId = state.ids.mint(state.clock.now());
        sqlx::query!(
            "insert into accounts (account_id, email, display_name, password_hash, role, created_at)
             values ($1, 'bo@news.example', 'Bo', 'x', 'editor', $2)",
            editor.0,
            state.clock.now(),
        )
        .execute(&state.pool)
        .await
        .unwrap();
        Self {
            state,
            editor,
            app,
            folder,
        }
    }

    /// The same house, set up otherwise.
    pub(crate) fn restart(&mut self, change: impl FnOnce(&mut State)) {
        change(&mut self.state);
        self.app = app(&self.state);
    }

    /// Where the objects are.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub(crate) fn viewer(&self, role: Option<Role>) -> Viewer {
        Viewer(Some(SignedIn {
            account_id: self.editor,
            name: "Bo".to_owned(),
            role,
            sees_at_risk: false,
            confirmed_at: self.state.clock.now(),
        }))
    }

    /// The editor, as the desk's doors know them.
    pub(crate) fn desk_editor(&self) -> Editor {
        Editor {
            account_id: self.editor,
            name: "Bo".to_owned(),
            role: Role::Editor,
            sees_at_risk: false,
            confirmed_at: self.state.clock.now(),
        }
    }

    pub(crate) async fn send(&self, viewer: Viewer, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(viewer);
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    /// As a reader.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Viewer::default(), Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    /// As the editor.
    pub(crate) async fn open(&self, id: SubmissionId) -> Answer {
        let request = Request::get(format!("/desk/submissions/{id}/story"))
            .body(Body::empty())
            .unwrap();
        self.send(self.viewer(Some(Role::Editor)), request).await
    }

    /// As the editor: the form as it is opened, with `changes` typed into it, sent by one of its buttons.
    pub(crate) async fn press(&self, id: SubmissionId, action: &str, changes: &[(&str, &str)]) -> Answer {
        let opened = self.open(id).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.text());
        self.post(id, &typed(&opened, action, changes)).await
    }

    /// As the editor: exactly these fields.
    pub(crate) async fn post(&self, id: SubmissionId, fields: &[(String, String)]) -> Answer {
        self.send(self.viewer(Some(Role::Editor)), post(id, fields)).await
    }

    /// Publishes what was sent, unchanged; answers the address of the page.
    pub(crate) async fn publish(&self, id: SubmissionId) -> String {
        let answer = self.press(id, "publish", &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.header(header::LOCATION).to_owned()
    }

    pub(crate) fn runners(&self) -> Runners {
        crate::runners(
            Runners::default(),
            self.state.clone(),
            chrono::TimeDelta::hours(1),
        )
    }

    pub(crate) async fn run_jobs(&self) {
        self.runners().run_pending(&self.state.pool).await.unwrap();
    }

    /// Every public object there is.
    pub(crate) async fn db_public(&self) -> Vec<String> {
        let listed = self
            .state
            .blobs
            .list(Bucket::Public, "public/", None, 1000)
            .await
            .unwrap();
        listed.into_iter().map(|object| object.path).collect()
    }

    pub(crate) async fn db_count_stories(&self) -> i64 {
        sqlx::query_scalar!(r#"select count(*) as "count!" from stories"#)
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
    }

    /// The contributor takes it back.
    pub(crate) async fn db_withdraw(&self, id: SubmissionId) {
        sqlx::query!(
            "update submissions set state = 'withdrawn', withdrawn_at = $2 where submission_id = $1",
            id.0,
            self.state.clock.now(),
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Runs what a withdrawal asks for.
    pub(crate) async fn take_down(&self, id: SubmissionId) {
        crate::jobs::take_down(&self.state, id).await.unwrap();
    }

    /// What a guest said under the story of a contribution.
    pub(crate) async fn db_comment(&self, id: SubmissionId, body: &str, state: &str) -> CommentId {
        let now = self.state.clock.now();
        let comment_id: CommentId = self.state.ids.mint(now);
        sqlx::query!(
            "insert into comments
                (comment_id, thread_id, top_id, depth, device, name, body, language, state, written_at, shown_at)
             select $2, thread_id, $2, 0, '\\x01', 'Ada', $3, 'en', $4::text::comment_state, $5::timestamptz,
                    case when $4 = 'shown' then $5::timestamptz end
             from threads join stories using (story_id) where submission_id = $1",
            id.0,
            comment_id.0,
            body,
            state,
            now,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        comment_id
    }

    pub(crate) async fn db_set_consent(&self, id: SubmissionId, consent: &str) {
        sqlx::query!(
            "update submissions set consent = $2::text::consent where submission_id = $1",
            id.0,
            consent
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    pub(crate) async fn db_submission(&self, sent: Sent) -> SubmissionId {
        let now = self.state.clock.now();
        let id: SubmissionId = self.state.ids.mint(now);
        sqlx::query!(
            "insert into submissions
                (submission_id, state, title, body, contributor_name, contributor_email, place, language, consent,
                 consent_at, terms_version, receipt_hash, form_key_hash, sent_at)
             values ($1, $2::text::submission_state, $3, $4, $5, 'ada@reader.example', 'Hewlêr', $6,
                     $7::text::consent, $8, '1', $9, $9, $8)",
            id.0,
            sent.state,
            sent.title,
            sent.body,
            sent.name,
            sent.language,
            sent.consent,
            now,
            &id.0.as_bytes()[..],
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        for position in 0..sent.pictures {
            let media_id = self.db_picture().await;
            sqlx::query!(
                "insert into submission_files (submission_id, position, media_id, client_name)
                 values ($1, $2, $3, 'IMG_0001.jpg')",
                id.0,
                i16::try_from(position).unwrap(),
                media_id.0,
            )
            .execute(&self.state.pool)
            .await
            .unwrap();
        }
        id
    }

    /// A ready picture of 800 × 600 with its clean copies: two widths in two formats.
    async fn db_picture(&self) -> MediaId {
        let (pool, now) = (&self.state.pool, self.state.clock.now());
        let (upload_id, media_id): (UploadId, MediaId) = (self.state.ids.mint(now), self.state.ids.mint(now));
        sqlx::query!(
            "insert into uploads (upload_id, secret_hash, client_name, created_at, expires_at)
             values ($1, '', '', $2, $2)",
            upload_id.0,
            now,
        )
        .execute(pool)
        .await
        .unwrap();
        sqlx::query!(
            "insert into media
                (media_id, upload_id, state, created_at, finished_at, medium_kind, kind, width, height, sha256, size,
                 thumbhash, placeholder)
             values ($1, $2, 'ready', $3, $3, 'picture', 'jpeg', 800, 600, '', 1, 'x', 'x')",
            media_id.0,
            upload_id.0,
            now,
        )
        .execute(pool)
        .await
        .unwrap();
        for (width, actual) in [(320, 320), (1280, 800)] {
            for format in [PictureFormat::Webp, PictureFormat::Jpeg] {
                let rendition = Rendition { width, format };
                let bytes = Bytes::from(format!("{rendition} of a picture"));
                sqlx::query!(
                    "insert into renditions (media_id, slot, format, width, height, size)
                     values ($1, $2, $3, $4, $5, $6)",
                    media_id.0,
                    i16::try_from(width).unwrap(),
                    format.ext(),
                    actual,
                    actual * 3 / 4,
                    i64::try_from(bytes.len()).unwrap(),
                )
                .execute(pool)
                .await
                .unwrap();
                let key = BlobKey::rendition(media_id, rendition);
                self.state
                    .blobs
                    .put_bytes(&key, bytes, format.content_type())
                    .await
                    .unwrap();
            }
        }
        media_id
    }
}

fn app(state: &State) -> Router {
    crate::router(state.clone())
        .layer(from_fn(error_pages))
        .layer(from_fn_with_state(Arc::clone(&state.site), context))
}

/// The room in which people talk under stories.
fn talk(pool: &PgPool, clock: &Clock, site: &Arc<Site>) -> comments::State {
    let limiter = || Limiter::new(clock.clone(), Duration::from_hours(1), 1000, 1000);
    comments::State {
        pool: pool.clone(),
        clock: clock.clone(),
        ids: Ids::system(),
        site: Arc::clone(site),
        live: Live::default(),
        key: ServerKey::fixed(),
        posts: limiter(),
        posts_soft: 1000,
        acts: limiter(),
        work: Work::new(ServerKey::fixed(), clock.clone()),
        undo: chrono::TimeDelta::zero(),
        words: comments::KeptWords::default(),
    }
}

/// What a browser would send of an opened form: every field, with `changes` typed in (an empty name of a
/// checkbox's value unticks it), and the button that was pressed.
pub(crate) fn typed(opened: &Answer, action: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let html = Html::parse_document(&opened.text());
    let fields = Selector::parse("main form input, main form textarea, main form select").unwrap();
    let chosen = Selector::parse("option[selected]").unwrap();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for field in html.select(&fields) {
        let element = field.value();
        let name = element.attr("name").unwrap_or_default().to_owned();
        let value = match element.name() {
            // A browser drops the first line end of a text area.
            "textarea" => field
                .text()
                .collect::<String>()
                .trim_start_matches('\n')
                .replace('\n', "\r\n"),
            "select" => {
                let option = field.select(&chosen).next().unwrap();
                option.value().attr("value").unwrap_or_default().to_owned()
            }
            _ if matches!(element.attr("type"), Some("checkbox" | "radio"))
                && element.attr("checked").is_none() =>
            {
                continue;
            }
            _ => element.attr("value").unwrap_or_default().to_owned(),
        };
        pairs.push((name, value));
    }
    for (name, value) in changes {
        let held = pairs.iter_mut().find(|(held, _)| held == name);
        let held = held.unwrap_or_else(|| panic!("the form has no field {name}"));
        (*value).clone_into(&mut held.1);
    }
    pairs.push(("action".to_owned(), action.to_owned()));
    pairs
}

pub(crate) fn post(id: SubmissionId, fields: &[(String, String)]) -> Request<Body> {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    Request::builder()
        .method(Method::POST)
        .uri(format!("/desk/submissions/{id}/story"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap()
}
