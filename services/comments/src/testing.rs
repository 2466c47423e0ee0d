//! The room through its own doors, with a real database and the layers that the program puts before it.

mod answer;
mod postbox;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
    middleware::{from_fn, from_fn_with_state},
};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    clock::Clock,
    ids::{AccountId, CommentId, Ids, StoryId, SubmissionId, ThreadId},
    lang::Lang,
    live::Live,
    secret::ServerKey,
    viewer::{Again, Role, SignedIn, Viewer},
    web::{Assets, Limiter, Site, Work, context, error_pages, same_origin},
};
use sqlx::PgPool;
use tower::ServiceExt;

use crate::{Article, CommentState, State, cookies, open_thread, person::Person};

pub(crate) use answer::Answer;
pub(crate) use postbox::Postbox;

/// When tests begin.
pub(crate) fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

/// The newsroom of the tests, by https.
pub(crate) fn site() -> Site {
    Site {
        name: "Rûdaw".to_owned(),
        names: [(Lang::Ckb, "ڕووداو".to_owned())].into(),
        base_url: "https://news.example".parse().unwrap(),
        default_lang: Lang::En,
        time_zone: chrono_tz::Asia::Baghdad,
        terms_version: "7".to_owned(),
        assets: Assets::default(),
        allies: vec!["https://www.news.example".to_owned()],
    }
}

/// What the room needs, made for tests.
pub(crate) fn state(pool: PgPool) -> State {
    let (clock, hour) = (Clock::fixed(noon()), Duration::from_hours(1));
    State {
        pool,
        ids: Ids::system(),
        site: Arc::new(site()),
        live: Live::default(),
        key: ServerKey::fixed(),
        posts: Limiter::new(clock.clone(), hour, 1000, 1000),
        posts_soft: 1000,
        acts: Limiter::new(clock.clone(), hour, 1000, 1000),
        work: Work::new(ServerKey::fixed(), clock.clone()).with_bits(8),
        undo: TimeDelta::seconds(10),
        words: crate::KeptWords::default(),
        clock,
    }
}

/// Somebody with a browser: signed in or not, and the cookies that it keeps.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visitor {
    pub(crate) viewer: Viewer,
    pub(crate) cookie: String,
}

impl Visitor {
    /// A guest who has said nothing yet.
    pub(crate) fn guest() -> Self {
        Self::default()
    }

    /// The same browser after this answer: it keeps the cookies that were set.
    pub(crate) fn after(mut self, answer: &Answer) -> Self {
        for set in answer.headers.get_all(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let name = pair.split('=').next().unwrap();
            let others = self.cookie.split("; ").filter(|kept| !kept.is_empty());
            let kept = others.filter(|kept| kept.split('=').next() != Some(name));
            self.cookie = kept.chain([pair]).collect::<Vec<_>>().join("; ");
        }
        self
    }

    /// As the room knows them.
    pub(crate) fn person(&self, state: &State) -> Person {
        let mut headers = axum::http::HeaderMap::new();
        headers.insert(header::COOKIE, self.cookie.parse().unwrap());
        cookies::Who::of(state, &self.viewer, &headers).person
    }

    /// Whose account it is.
    pub(crate) fn account_id(&self) -> AccountId {
        self.viewer.0.as_ref().unwrap().account_id
    }
}

/// The room with its doors.
pub(crate) struct Room {
    pub(crate) state: State,
    router: Router,
}

impl Room {
    pub(crate) fn open(pool: PgPool) -> Self {
        Self::open_with(pool, |_| {})
    }

    /// A room that is set up otherwise.
    pub(crate) fn open_with(pool: PgPool, change: impl FnOnce(&mut State)) -> Self {
        let mut state = state(pool);
        change(&mut state);
        let site = Arc::clone(&state.site);
        let router = crate::router(state.clone())
            .layer(from_fn_with_state(Arc::clone(&site), same_origin))
            .layer(from_fn(error_pages))
            .layer(from_fn_with_state(site, context));
        Self { state, router }
    }

    pub(crate) async fn ask(&self, who: &Visitor, mut request: Request<Body>) -> Answer {
        let viewer = who.viewer.clone();
        request.extensions_mut().insert(viewer.clone());
        let again = Again::new(move || std::future::ready(Ok(viewer.clone())));
        request.extensions_mut().insert(again);
        if !who.cookie.is_empty() {
            let cookie = who.cookie.parse().unwrap();
            request.headers_mut().insert(header::COOKIE, cookie);
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 8 << 20).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    pub(crate) async fn get(&self, who: &Visitor, address: &str) -> Answer {
        self.ask(who, Request::get(address).body(Body::empty()).unwrap())
            .await
    }

    /// A plain form.
    pub(crate) async fn post(&self, who: &Visitor, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(who, posted(address, fields)).await
    }

    /// A good comment, as a guest called Ada or with their account, by the front door.
    pub(crate) async fn say(&self, who: &Visitor, thread_id: ThreadId, body: &str) -> Answer {
        let (comment_id, thread_id) = (self.mint::<CommentId>().to_string(), thread_id.to_string());
        let fields = [
            ("comment_id", comment_id.as_str()),
            ("thread_id", thread_id.as_str()),
            ("name", "Ada"),
            ("body", body),
        ];
        self.post(who, "/comments", &fields).await
    }

    pub(crate) fn mint<Id: From<uuid::Uuid>>(&self) -> Id {
        self.state.ids.mint(self.state.clock.now())
    }

    /// Somebody with an account; with a role, somebody of the newsroom.
    pub(crate) async fn db_person(&self, name: &str, role: Option<Role>) -> Visitor {
        let (account_id, now): (AccountId, _) = (self.mint(), self.state.clock.now());
        sqlx::query!(
            "insert into accounts (account_id, email, display_name, password_hash, role, created_at)
             values ($1, $2, $3, '', $4, $5)",
            account_id.0,
            format!("{account_id}@example.org"),
            name,
            role as _,
            now,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        Visitor {
            viewer: Viewer(Some(SignedIn {
                account_id,
                name: name.to_owned(),
                role,
                sees_at_risk: false,
                confirmed_at: now,
            })),
            cookie: String::new(),
        }
    }

    pub(crate) async fn db_reader(&self, name: &str) -> Visitor {
        self.db_person(name, None).await
    }

    pub(crate) async fn db_editor(&self, name: &str) -> Visitor {
        self.db_person(name, Some(Role::Editor)).await
    }

    pub(crate) async fn db_chief(&self, name: &str) -> Visitor {
        self.db_person(name, Some(Role::Chief)).await
    }

    /// A guest's browser that has said something before, without a comment of theirs.
    pub(crate) fn device(&self) -> Visitor {
        let (_, secret) = cookies::known(&self.state.key, &Person::Nobody);
        let mut headers = axum::http::HeaderMap::new();
        cookies::keep(&mut headers, &self.state.site, secret.as_ref());
        Visitor::guest().after(&Answer {
            status: axum::http::StatusCode::OK,
            headers,
            text: String::new(),
        })
    }

    /// A story that is public since now, and its thread.
    pub(crate) async fn db_story(&self, title: &str) -> (StoryId, ThreadId) {
        let editor = self.db_editor("Of The Story").await.account_id();
        let (submission_id, story_id): (SubmissionId, StoryId) = (self.mint(), self.mint());
        let (now, slug) = (self.state.clock.now(), format!("story-{story_id}"));
        sqlx::query!(
            "insert into submissions (submission_id, state, title, body, language, consent, consent_at,
                                      terms_version, receipt_hash, form_key_hash, sent_at)
             values ($1, 'published', $2, 'The river rose.', 'en', 'anonymous', $3, '7', $4, '', $3)",
            submission_id.0,
            title,
            now,
            submission_id.0.as_bytes(),
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        sqlx::query!(
            "insert into stories (story_id, submission_id, title, body, language, slug, created_at, created_by,
                                  published_at, published_by)
             values ($1, $2, $3, 'The river rose.', 'en', $4, $5, $6, $5, $6)",
            story_id.0,
            submission_id.0,
            title,
            slug,
            now,
            editor.0,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        let article = Article {
            title,
            language: Lang::En,
            path: &format!("/stories/{slug}"),
            begun_at: now,
        };
        let mut conn = self.state.pool.acquire().await.unwrap();
        let thread_id = open_thread(&mut conn, &self.state.ids, story_id, &article)
            .await
            .unwrap();
        (story_id, thread_id)
    }

    /// A thread where people talk.
    pub(crate) async fn db_thread(&self) -> ThreadId {
        self.db_story("Flood in the old town").await.1
    }

    /// A comment that everybody reads, written now, past every rule.
    pub(crate) async fn db_comment(
        &self,
        who: &Visitor,
        thread_id: ThreadId,
        parent_id: Option<CommentId>,
        body: &str,
    ) -> CommentId {
        let mut conn = self.state.pool.acquire().await.unwrap();
        let person = who.person(&self.state);
        crate::post::sample::put(&mut conn, &self.state, &person, thread_id, parent_id, body).await
    }

    /// Rules as they are set here: `db_rules("holds_first = 0, slow_seconds = 0")`.
    pub(crate) async fn db_rules(&self, set: &str) {
        let change = format!("update comment_rules set {set}, version = version + 1");
        sqlx::query(sqlx::AssertSqlSafe(change))
            .execute(&self.state.pool)
            .await
            .unwrap();
    }

    /// Everybody may say everything at once.
    pub(crate) async fn db_easy(&self) {
        self.db_rules("holds_first = 0, slow_seconds = 0, flood_five_minutes = 100000, links_allowed = 1000")
            .await;
    }

    /// What became of it; `None` when there is no such comment.
    pub(crate) async fn db_state(&self, comment_id: CommentId) -> Option<CommentState> {
        sqlx::query_scalar!(
            r#"select state as "state: CommentState" from comments where comment_id = $1"#,
            comment_id.0,
        )
        .fetch_optional(&self.state.pool)
        .await
        .unwrap()
    }

    /// What was done to it, as kinds.
    pub(crate) async fn db_events(&self, comment_id: CommentId) -> Vec<String> {
        sqlx::query_scalar!(
            "select kind from comment_events where comment_id = $1 order by at, number",
            comment_id.0,
        )
        .fetch_all(&self.state.pool)
        .await
        .unwrap()
    }

    /// Bodies of all comments, the oldest first; of one moment, by their letters.
    pub(crate) async fn db_bodies(&self) -> Vec<String> {
        sqlx::query_scalar!("select body from comments order by written_at, body")
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    /// Every count that is kept equals a recount.
    pub(crate) async fn db_counts_hold(&self) {
        let wrong: Vec<String> = sqlx::query_scalar(
            "select 'comment ' || comment_id from comments as c
             where like_count <> (select count(*) from comment_likes as l where l.comment_id = c.comment_id)
                or reply_count <> (select count(*) from comments as a where a.parent_id = c.comment_id and a.state = 'shown')
                or report_count <> (select count(*) from comment_reports as r
                                    where r.comment_id = c.comment_id and r.closed_at is null)
             union all
             select 'thread ' || thread_id from threads as t
             where shown_count <> (select count(*) from comments as c where c.thread_id = t.thread_id and c.state = 'shown')",
        )
        .fetch_all(&self.state.pool)
        .await
        .unwrap();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}

/// A form as a browser posts it.
pub(crate) fn posted(address: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap()
}
