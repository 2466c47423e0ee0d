//! A service on loopback that does as it is told: well by itself, and each bad thing on order.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use axum::{
    Form, Router,
    body::Body,
    extract::State,
    http::{HeaderMap, Response, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use ground::clock::Clock;
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::Url;

use super::signatures::{Signer, token};

pub(super) const ACCESS_TOKEN: &str = "canary-access-token";

/// The service.
pub(super) struct Idp {
    url: String,
    inner: Arc<Inner>,
}

struct Inner {
    clock: Clock,
    script: Mutex<Script>,
}

/// What it does.
pub(super) struct Script {
    /// Over its own metadata, claims and token's head; null takes away.
    pub(super) metadata: Value,
    pub(super) claims: Value,
    pub(super) head: Value,
    /// What it says of the person when asked.
    pub(super) user: Value,
    pub(super) signer: Signer,
    /// Its keys; those of the signer when there are none.
    pub(super) keys: Option<Vec<Value>>,
    pub(super) answers: Answers,
    /// Signed as it is, in place of a new one.
    pub(super) id_token: Option<String>,
    /// Behind a token that is good.
    pub(super) tail: &'static str,
    /// It tells its name in its answers (RFC 9207).
    pub(super) iss: bool,
    /// The paths it was asked for, one after the other.
    pub(super) asked: Vec<String>,
    /// The last token that it made.
    pub(super) last: String,
    codes: HashMap<String, Code>,
}

/// How its place for codes answers.
#[derive(Clone)]
pub(super) enum Answers {
    Well,
    Status(u16),
    Slowly(Duration),
    Elsewhere(String),
    Endlessly,
    As(&'static str),
    NoIdToken,
}

/// What a code was given for.
struct Code {
    nonce: Option<String>,
    challenge: String,
    back: String,
    client_id: String,
}

impl Idp {
    pub(super) async fn start(clock: Clock) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let script = Script {
            metadata: json!({}),
            claims: json!({}),
            head: json!({}),
            user: json!({}),
            signer: Signer::rs256(),
            keys: None,
            answers: Answers::Well,
            id_token: None,
            tail: "",
            iss: false,
            asked: Vec::new(),
            last: String::new(),
            codes: HashMap::new(),
        };
        let inner = Arc::new(Inner {
            clock,
            script: Mutex::new(script),
        });
        let state = (url.clone(), Arc::clone(&inner));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/keys", get(keys))
            .route("/token", post(exchange))
            .route("/user", get(user))
            .with_state(state);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, inner }
    }

    /// To change what it does.
    pub(super) fn script(&self) -> MutexGuard<'_, Script> {
        self.inner.script.lock().unwrap()
    }

    /// It is good again.
    pub(super) fn mend(&self) {
        let mut script = self.script();
        (script.metadata, script.claims, script.head) = (json!({}), json!({}), json!({}));
        (script.user, script.signer, script.keys) = (json!({}), Signer::rs256(), None);
        (script.answers, script.id_token, script.iss, script.tail) = (Answers::Well, None, false, "");
    }

    pub(super) fn link(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// How it stands in a configuration.
    pub(super) fn block(&self, kind: &str) -> Value {
        json!({
            "kind": kind,
            "name": "The Service",
            "issuer": self.url,
            "client_id": "bepart",
            "client_secret": "secret",
        })
    }

    /// The person nods: what their browser brings back.
    pub(super) fn nod(&self, address: &Url) -> Vec<(String, String)> {
        let asked: HashMap<String, String> = address.query_pairs().into_owned().collect();
        assert!(
            address.as_str().starts_with(&self.link("/authorize?")),
            "{address}"
        );
        assert_eq!(
            (
                asked["response_type"].as_str(),
                asked["code_challenge_method"].as_str()
            ),
            ("code", "S256")
        );
        let code = ground::secret::token();
        let given = Code {
            nonce: asked.get("nonce").cloned(),
            challenge: asked["code_challenge"].clone(),
            back: asked["redirect_uri"].clone(),
            client_id: asked["client_id"].clone(),
        };
        let mut script = self.script();
        script.codes.insert(code.clone(), given);
        let mut said = vec![
            ("code".to_owned(), code),
            ("state".to_owned(), asked["state"].clone()),
        ];
        if script.iss {
            said.push(("iss".to_owned(), self.url.clone()));
        }
        said
    }

    /// The same code, as if it had been given to another client.
    pub(super) fn give_to_other(&self, said: &[(String, String)]) {
        let code = &said.iter().find(|(name, _)| name == "code").unwrap().1;
        self.script().codes.get_mut(code).unwrap().client_id = "other".to_owned();
    }
}

type Service = State<(String, Arc<Inner>)>;

fn over(mut base: Value, patch: &Value) -> Value {
    for (name, value) in patch.as_object().unwrap() {
        if value.is_null() {
            base.as_object_mut().unwrap().remove(name);
        } else {
            base[name] = value.clone();
        }
    }
    base
}

fn as_json(value: &Value) -> Response<Body> {
    let kind = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
    (kind, value.to_string()).into_response()
}

async fn metadata(State((url, inner)): Service) -> Response<Body> {
    let mut script = inner.script.lock().unwrap();
    script.asked.push("metadata".to_owned());
    let own = json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "userinfo_endpoint": format!("{url}/user"),
        "jwks_uri": format!("{url}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "PS256", "ES256", "EdDSA", "HS256", "none"],
        "code_challenge_methods_supported": ["S256", "plain"],
        "authorization_response_iss_parameter_supported": script.iss,
    });
    as_json(&over(own, &script.metadata))
}

async fn keys(State((_, inner)): Service) -> Response<Body> {
    let mut script = inner.script.lock().unwrap();
    script.asked.push("keys".to_owned());
    let keys = script.keys.clone().unwrap_or_else(|| vec![script.signer.jwk()]);
    as_json(&json!({ "keys": keys }))
}

async fn user(State((_, inner)): Service, headers: HeaderMap) -> Response<Body> {
    let mut script = inner.script.lock().unwrap();
    script.asked.push("user".to_owned());
    assert_eq!(headers[header::AUTHORIZATION], format!("Bearer {ACCESS_TOKEN}"));
    assert!(headers.contains_key(header::USER_AGENT), "GitHub wants one");
    as_json(&over(json!({ "sub": "ada-1" }), &script.user))
}

async fn exchange(
    State((url, inner)): Service,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response<Body> {
    let (code, answers) = {
        let mut script = inner.script.lock().unwrap();
        script.asked.push("token".to_owned());
        (script.codes.remove(&form["code"]), script.answers.clone())
    };
    let basic = format!("Basic {}", BASE64.encode(b"bepart:secret"));
    let by_head = headers
        .get(header::AUTHORIZATION)
        .is_some_and(|sent| *sent == basic);
    let by_body =
        form.get("client_id").is_some_and(|id| id == "bepart") && form.contains_key("client_secret");
    let challenge = form
        .get("code_verifier")
        .map(|it| BASE64URL_NOPAD.encode(digest(&SHA256, it.as_bytes()).as_ref()));
    let fits = |code: &Code| {
        Some(&code.challenge) == challenge.as_ref()
            && code.back == form["redirect_uri"]
            && code.client_id == "bepart"
    };
    let Some(code) = code.filter(fits).filter(|_| by_head || by_body) else {
        let mut refusal = as_json(&json!({ "error": "invalid_grant" }));
        *refusal.status_mut() = StatusCode::BAD_REQUEST;
        return refusal;
    };
    let id_token = (!matches!(answers, Answers::NoIdToken)).then(|| inner.id_token(&url, &code));
    let good = json!({
        "access_token": ACCESS_TOKEN,
        "token_type": "Bearer",
        "refresh_token": "canary-refresh-token",
        "expires_in": 300,
        "id_token": id_token,
    });
    match answers {
        Answers::Well | Answers::NoIdToken => as_json(&good),
        Answers::Status(status) => (StatusCode::from_u16(status).unwrap(), as_json(&good)).into_response(),
        Answers::Slowly(long) => {
            tokio::time::sleep(long).await;
            as_json(&good)
        }
        Answers::Elsewhere(place) => (
            StatusCode::TEMPORARY_REDIRECT,
            [(header::LOCATION, place)],
            as_json(&good),
        )
            .into_response(),
        Answers::Endlessly => {
            let mut long = good;
            long["more"] = json!("x".repeat(10 << 20));
            as_json(&long)
        }
        Answers::As(kind) => ([(header::CONTENT_TYPE, kind)], good.to_string()).into_response(),
    }
}

impl Inner {
    fn id_token(&self, url: &str, code: &Code) -> String {
        let now = self.clock.now().timestamp();
        let mut script = self.script.lock().unwrap();
        if let Some(token) = &script.id_token {
            return token.clone();
        }
        let own = json!({
            "iss": url,
            "sub": "ada-1",
            "aud": "bepart",
            "iat": now,
            "exp": now + 300,
            "nonce": code.nonce,
            "name": "Ada Byron",
            "email": "ada@example.org",
            "email_verified": true,
        });
        let (head, claims) = (
            over(script.signer.head(), &script.head),
            over(own, &script.claims),
        );
        script.last = token(&script.signer, &head, &claims);
        format!("{}{}", script.last, script.tail)
    }
}
