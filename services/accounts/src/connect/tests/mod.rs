//! Coming in by services that run on loopback and do as they are told: a whole browser's way, well and badly.

mod arriving;
mod idp;
mod linking;
mod log;
mod naming;
mod refusals;
mod refused_tokens;
mod services;
mod signatures;
mod takeover;

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};
use sqlx::PgPool;
use url::Url;

use self::{idp::Idp, log::Log};
use crate::{
    Connect, ProviderConfig,
    testing::{Answer, Room, Table},
};

/// The room, and one service that it knows as `idp`.
struct Scene {
    room: Room,
    idp: Idp,
    /// What is logged meanwhile.
    log: Log,
}

impl Scene {
    async fn new(pool: PgPool) -> Self {
        let room = Room::new(pool);
        let idp = Idp::start(room.state.clock.clone()).await;
        let mut scene = Self {
            room,
            idp,
            log: Log::listen(),
        };
        scene.configure(&[("idp", scene.idp.block("oidc"))]);
        scene
    }

    /// The program starts anew with these services.
    fn configure(&mut self, blocks: &[(&str, Value)]) {
        let connect = Connect::new(&configured(blocks)).unwrap();
        self.room.restart(|state| state.connect = connect);
    }

    /// Forgets what it knows of the service, as after a restart.
    fn forget(&mut self) {
        let block = self.idp.block("oidc");
        self.configure(&[("idp", block)]);
    }

    /// There and back in a browser of its own.
    async fn come(&self) -> (Browser, Answer) {
        let mut browser = Browser::default();
        let answer = browser.come(self, "idp", &[]).await;
        (browser, answer)
    }

    /// Accounts, identities, sessions.
    async fn counts(&self) -> (i64, i64, i64) {
        let identities = sqlx::query_scalar!("select count(*) from identities")
            .fetch_one(&self.room.state.pool)
            .await
            .unwrap();
        (
            self.room.db_count(Table::Accounts).await,
            identities.unwrap(),
            self.room.db_count(Table::Sessions).await,
        )
    }

    async fn db_transactions(&self) -> i64 {
        let count = sqlx::query_scalar!("select count(*) from connect_transactions")
            .fetch_one(&self.room.state.pool)
            .await;
        count.unwrap().unwrap()
    }

    /// Everything that is kept of people and their ways, as text.
    async fn db_dump(&self) -> String {
        let more = sqlx::query_scalar!(
            r#"select concat((select string_agg(identities::text, '') from identities),
                             (select string_agg(connect_transactions::text, '') from connect_transactions),
                             (select string_agg(account_events::text, '') from account_events)) as "all!""#
        )
        .fetch_one(&self.room.state.pool)
        .await
        .unwrap();
        self.room.db_dump().await + &more
    }
}

fn configured(blocks: &[(&str, Value)]) -> BTreeMap<String, ProviderConfig> {
    blocks
        .iter()
        .map(|(key, block)| ((*key).to_owned(), serde_json::from_value(block.clone()).unwrap()))
        .collect()
}

/// A browser with its cookies.
#[derive(Clone, Default)]
struct Browser {
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// One that is signed in already.
    fn with(cookie: &str) -> Self {
        let (name, value) = cookie.split_once('=').unwrap();
        Self {
            cookies: [(name.to_owned(), value.to_owned())].into(),
        }
    }

    fn cookie(&self) -> String {
        let all: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        all.join("; ")
    }

    fn keep(&mut self, answer: Answer) -> Answer {
        for set in answer.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    async fn get(&mut self, room: &Room, path: &str) -> Answer {
        let answer = room.get(path, &self.cookie()).await;
        self.keep(answer)
    }

    async fn post(&mut self, room: &Room, path: &str, form: &[(&str, &str)]) -> Answer {
        let answer = room.post(path, &self.cookie(), form).await;
        self.keep(answer)
    }

    /// To the service; where it is sent.
    async fn start(&mut self, room: &Room, key: &str, form: &[(&str, &str)]) -> Url {
        let answer = self.post(room, &format!("/connect/{key}"), form).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let address = answer.header("refresh").strip_prefix("0; url=").unwrap();
        address.parse().unwrap()
    }

    /// Back from it with what it says.
    async fn back(&mut self, room: &Room, key: &str, said: &[(String, String)]) -> Answer {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(said)
            .finish();
        self.get(room, &format!("/connect/{key}/callback?{query}")).await
    }

    /// There, a nod, and back.
    async fn come(&mut self, scene: &Scene, key: &str, form: &[(&str, &str)]) -> Answer {
        let address = self.start(&scene.room, key, form).await;
        let said = scene.idp.nod(&address);
        self.back(&scene.room, key, &said).await
    }

    /// Back by a form that the service's page posts to us, as browsers do it: without what is `SameSite=Lax`.
    async fn back_by_form(&mut self, room: &Room, path: &str, said: &[(String, String)]) -> Answer {
        let sent = self
            .cookies
            .get("__Host-connect-form")
            .map(|value| format!("__Host-connect-form={value}"));
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(said)
            .finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, sent.unwrap_or_default())
            .header("sec-fetch-site", "cross-site")
            .header(header::ORIGIN, "https://appleid.apple.com")
            .body(Body::from(body))
            .unwrap();
        let (status, headers, body) = room.ask(request).await;
        let body = String::from_utf8(body).unwrap();
        self.keep(Answer {
            status,
            headers,
            body,
        })
    }
}

/// `said` with one of its values changed, or without it.
fn but(said: &[(String, String)], name: &str, value: Option<&str>) -> Vec<(String, String)> {
    let mut said: Vec<(String, String)> = said.iter().filter(|(it, _)| it != name).cloned().collect();
    said.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    said
}

/// A block of a plain OAuth2 service at `idp`.
fn plain_block(idp: &Idp, kind: &str) -> Value {
    let mut block = json!({
        "kind": kind,
        "client_id": "bepart",
        "client_secret": "secret",
        "authorize_url": idp.link("/authorize"),
        "token_url": idp.link("/token"),
        "user_url": idp.link("/user"),
    });
    if kind == "oauth2" {
        block["name"] = json!("Somewhere");
        block["subject"] = json!("/id");
    }
    block
}
