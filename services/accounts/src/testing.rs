//! The room as a browser sees it, for the tests of its pages.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use chrono::DateTime;
use ground::{
    blobs::Blobs,
    clock::Clock,
    ids::Ids,
    lang::Lang,
    secret::ServerKey,
    viewer::{Editor, Role, Viewer},
    web::{self, Assets, Limiter, Site},
};
use http_body_util::BodyExt;
use sqlx::PgPool;
use tower::ServiceExt;
use uploads::{Acceptor, FormLimits};

use crate::{Passwords, SessionLimits, Settings, State};

pub(crate) const PASSWORD: &str = "a grey horse in the rain";

pub(crate) fn site() -> Site {
    Site {
        name: "Example News".to_owned(),
        names: HashMap::new(),
        base_url: "https://news.example".parse().unwrap(),
        default_lang: Lang::En,
        time_zone: "UTC".parse().unwrap(),
        terms_version: "1".to_owned(),
        assets: Assets::default(),
        allies: Vec::new(),
    }
}

/// Takes pictures, into a folder that goes with the test.
fn acceptor(pool: &PgPool, clock: &Clock) -> (Acceptor, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("objects");
    // A store is opened in time, a room is made at once.
    let opening = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(Blobs::disk(root))
    });
    let acceptor = Acceptor {
        pool: pool.clone(),
        blobs: opening.join().unwrap().unwrap(),
        clock: clock.clone(),
        ids: Ids::system(),
        limits: FormLimits::default(),
    };
    (acceptor, folder)
}

/// The room with its layers, on a clock that stands.
pub(crate) struct Room {
    pub(crate) state: State,
    app: Router,
    _objects: tempfile::TempDir,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    pub(crate) fn location(&self) -> &str {
        self.header(header::LOCATION.as_str())
    }

    /// The line that sets the cookie of that beginning.
    pub(crate) fn set_cookie(&self, begins: &str) -> &str {
        let mut set = self.headers.get_all(header::SET_COOKIE).iter();
        let found = set.find_map(|line| line.to_str().ok().filter(|line| line.starts_with(begins)));
        found.unwrap_or_else(|| panic!("no cookie {begins}"))
    }

    /// `name=value` of the session's cookie, as a browser sends it back.
    pub(crate) fn cookie(&self) -> String {
        let mut set = self
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|value| value.to_str().unwrap());
        let set = set
            .rfind(|cookie| cookie.contains("sid="))
            .expect("a session's cookie");
        set.split(';').next().unwrap().to_owned()
    }
}

impl Room {
    pub(crate) fn new(pool: PgPool) -> Self {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let (acceptor, objects) = acceptor(&pool, &clock);
        let state = State {
            pool,
            ids: Ids::system(),
            site: Arc::new(site()),
            sign_ins: Limiter::new(clock.clone(), Duration::from_mins(1), 10_000, 10_000),
            passwords: Passwords::for_tests(),
            sessions: SessionLimits::default(),
            key: ServerKey::fixed(),
            // Tests of the second factor turn it on.
            settings: Arc::new(Settings {
                second_factor: false,
                deletion_days: 7,
            }),
            acceptor,
            outbound: crate::Outbound::new([]),
            connect: crate::Connect::default(),
            others: Arc::from([]),
            clock,
        };
        Self {
            app: Self::app(&state),
            state,
            _objects: objects,
        }
    }

    /// The program stops and starts with something else configured; it counts from nothing again.
    pub(crate) fn restart(&mut self, configure: impl FnOnce(&mut State)) {
        configure(&mut self.state);
        self.app = Self::app(&self.state);
    }

    fn app(state: &State) -> Router {
        let (state, site) = (state.clone(), Arc::clone(&state.site));
        let who = |viewer: Viewer| async move { viewer.0.map_or_else(|| "nobody".to_owned(), |it| it.name) };
        crate::router(state.clone())
            .route("/who", get(who))
            .route(
                "/desk",
                get(|editor: Editor| async move { format!("{:?}", editor.role) }),
            )
            .layer(from_fn_with_state(state, crate::viewer))
            .layer(from_fn(web::error_pages))
            .layer(from_fn_with_state(Arc::clone(&site), web::same_origin))
            .layer(from_fn_with_state(Arc::clone(&site), web::security_headers))
            .layer(from_fn_with_state(site, web::context))
    }

    async fn send(&self, method: Method, path: &str, cookie: &str, body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let response = self
            .app
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    /// Any method, with a body as it is.
    pub(crate) async fn request(&self, method: Method, path: &str, cookie: &str, body: &str) -> Answer {
        self.send(method, path, cookie, Body::from(body.to_owned())).await
    }

    /// Any request, and the bytes of its answer.
    pub(crate) async fn ask(&self, request: Request<Body>) -> (StatusCode, HeaderMap, Vec<u8>) {
        let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        (parts.status, parts.headers, body.to_vec())
    }

    pub(crate) async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(Method::GET, path, cookie, Body::empty()).await
    }

    pub(crate) async fn post(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        self.send(Method::POST, path, cookie, Body::from(form)).await
    }

    /// Makes an invitation; gives the path of its link.
    pub(crate) async fn invite(&self, email: Option<&str>, role: Role) -> String {
        let mut conn = self.state.pool.acquire().await.unwrap();
        let now = self.state.clock.now();
        crate::invite(&mut conn, &self.state.ids, now, email, role)
            .await
            .unwrap()
    }

    /// An editor who came by an invitation; gives their cookie.
    pub(crate) async fn editor(&self, email: &str) -> String {
        let link = self.invite(Some(email), Role::Editor).await;
        let answer = self
            .post(&link, "", &[("name", "Ada"), ("password", PASSWORD)])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        answer.cookie()
    }

    pub(crate) async fn sign_in(&self, email: &str, password: &str, cookie: &str) -> Answer {
        self.post("/signin", cookie, &[("email", email), ("password", password)])
            .await
    }

    /// The name that the session behind a cookie belongs to, or `nobody`.
    pub(crate) async fn who(&self, cookie: &str) -> String {
        self.get("/who", cookie).await.body
    }

    pub(crate) async fn db_count(&self, table: Table) -> i64 {
        let count = match table {
            Table::Accounts => {
                sqlx::query_scalar!("select count(*) from accounts")
                    .fetch_one(&self.state.pool)
                    .await
            }
            Table::Sessions => {
                sqlx::query_scalar!("select count(*) from sessions")
                    .fetch_one(&self.state.pool)
                    .await
            }
        };
        count.unwrap().unwrap()
    }

    pub(crate) async fn db_deactivate_all(&self) {
        let now = self.state.clock.now();
        sqlx::query!("update accounts set deactivated_at = $1", now)
            .execute(&self.state.pool)
            .await
            .unwrap();
    }

    pub(crate) async fn db_take_all_roles(&self) {
        sqlx::query!("update accounts set role = null")
            .execute(&self.state.pool)
            .await
            .unwrap();
    }

    pub(crate) async fn db_password_hash(&self) -> String {
        sqlx::query_scalar!(r#"select password_hash as "password_hash!" from accounts"#)
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
    }

    /// Holds every invitation, as another request would that is using it, until the answer is dropped.
    pub(crate) async fn db_hold_invitations(&self) -> sqlx::Transaction<'static, sqlx::Postgres> {
        let mut tx = ground::db::begin(&self.state.pool).await.unwrap();
        sqlx::query!("select invitation_id from invitations for update")
            .fetch_all(&mut *tx)
            .await
            .unwrap();
        tx
    }

    /// Comes back once so many requests wait for a lock.
    pub(crate) async fn db_until_waiting(&self, requests: i64) {
        let waiting = async || {
            sqlx::query_scalar!(
                "select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock'"
            )
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
            .unwrap()
        };
        let all = async { while waiting().await < requests {} };
        tokio::time::timeout(Duration::from_secs(20), all)
            .await
            .expect("they come to wait for the lock");
    }

    /// Everything the room keeps, as text.
    pub(crate) async fn db_dump(&self) -> String {
        sqlx::query_scalar!(
            r#"select concat((select string_agg(accounts::text, '') from accounts),
                             (select string_agg(invitations::text, '') from invitations),
                             (select string_agg(sessions::text, '') from sessions)) as "all!""#
        )
        .fetch_one(&self.state.pool)
        .await
        .unwrap()
    }

    pub(crate) async fn db_session_seen_at(&self) -> DateTime<chrono::Utc> {
        sqlx::query_scalar!("select seen_at from sessions")
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
    }
}

#[derive(Clone, Copy)]
pub(crate) enum Table {
    Accounts,
    Sessions,
}
