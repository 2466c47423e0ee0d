//! A phone with an app, and an authenticator, for the tests of all who need a second factor.

use std::sync::Arc;

use axum::http::StatusCode;
use data_encoding::BASE64URL_NOPAD;
use ground::secret;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::PgPool;

use super::totp::AppSecret;
use crate::testing::{Answer, Room};

/// The first text of the page between the two.
pub(crate) fn between<'a>(body: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = body
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start} in {body}"));
    rest.split(end).next().unwrap()
}

/// The recovery codes of the page that shows them.
pub(crate) fn codes_of(answer: &Answer) -> Vec<String> {
    between(&answer.body, "data-codes>", "<")
        .lines()
        .map(str::to_owned)
        .collect()
}

impl Room {
    /// Where staff needs a second factor.
    pub(crate) fn strict(pool: PgPool) -> Self {
        let mut room = Self::new(pool);
        room.restart(|state| {
            let mut settings = (*state.settings).clone();
            settings.second_factor = true;
            state.settings = Arc::new(settings);
        });
        room
    }

    /// An editor of a strict room with an authenticator app: their cookie, and what the app keeps. The code of this
    /// moment is used up.
    pub(crate) async fn editor_with_app(&self, email: &str) -> (String, AppSecret) {
        let (answer, secret) = self.set_up_app(&self.editor(email).await).await;
        (answer.cookie(), secret)
    }

    /// What an editor between the factors does to set an app up; the answer shows the recovery codes.
    pub(crate) async fn set_up_app(&self, half: &str) -> (Answer, AppSecret) {
        let answer = self.post("/signin/second", half, &[("act", "app")]).await;
        assert_eq!(answer.location(), "/signin/second", "{}", answer.body);
        let page = self.get("/signin/second", half).await;
        let secret = AppSecret::from_text(between(&page.body, "data-secret>", "<"));
        let form = [("act", "confirm"), ("code", &*self.code(&secret))];
        let answer = self.post("/signin/second", half, &form).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        (answer, secret)
    }

    /// What the app shows now.
    pub(crate) fn code(&self, secret: &AppSecret) -> String {
        secret.code_at(self.state.clock.now())
    }

    /// Kinds of what happened to the account, by their names: on a clock that stands, nothing is newer.
    pub(crate) async fn db_events(&self, email: &str) -> Vec<String> {
        let mut conn = self.state.pool.acquire().await.unwrap();
        let account = crate::store::find_credentials(&mut conn, email)
            .await
            .unwrap()
            .unwrap();
        let events = crate::store::list_events(&mut conn, account.account_id, 100)
            .await
            .unwrap();
        let mut kinds: Vec<String> = events.into_iter().map(|event| event.kind).collect();
        kinds.sort();
        kinds
    }

    /// How often it happened to the account.
    pub(crate) async fn db_count_events(&self, email: &str, kind: &str) -> usize {
        let kinds = self.db_events(email).await;
        kinds.iter().filter(|happened| *happened == kind).count()
    }
}

/// An authenticator in software: a real key, and answers as browsers send them.
#[derive(Clone)]
pub(crate) struct SoftKey {
    pub(super) key: SigningKey,
    pub(crate) id: Vec<u8>,
    pub(crate) counter: u32,
    pub(super) handle: Option<Vec<u8>>,
    /// Whether it asked for the person (finger, face, PIN).
    pub(crate) verifies: bool,
    /// Of the page that it believes to be on.
    pub(crate) origin: String,
}

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const HAS_KEY: u8 = 0x40;

impl SoftKey {
    pub(crate) fn new() -> Self {
        Self {
            key: SigningKey::from_slice(&secret::random::<32>()).unwrap(),
            id: secret::random::<16>().to_vec(),
            counter: 0,
            handle: None,
            verifies: true,
            origin: "https://news.example".to_owned(),
        }
    }

    /// One that calls itself the same, and has another key.
    pub(crate) fn forged(&self) -> Self {
        Self {
            key: Self::new().key,
            ..self.clone()
        }
    }

    /// The fields of the form that answers a question of the room's, as it was sent.
    pub(crate) fn answer(&mut self, question: &Answer) -> [(&'static str, String); 2] {
        assert_eq!(question.status, StatusCode::OK, "{}", question.body);
        assert_eq!(question.header("content-type"), "application/json");
        let question: Value = serde_json::from_str(&question.body).unwrap();
        let credential = match question.get("make") {
            Some(make) => self.make(&make["publicKey"]),
            None => self.show(&question["show"]["publicKey"]),
        };
        let ceremony = question["ceremony"].as_str().unwrap().to_owned();
        [("ceremony", ceremony), ("credential", credential.to_string())]
    }

    fn make(&mut self, options: &Value) -> Value {
        let selection = &options["authenticatorSelection"];
        assert_eq!(selection["userVerification"], "required");
        assert_eq!(selection["requireResidentKey"], true);
        let handle = options["user"]["id"].as_str().unwrap().as_bytes();
        self.handle = Some(BASE64URL_NOPAD.decode(handle).unwrap());
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        // CBOR (RFC 8949) of {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an ES256 key (RFC 9053 §7.1.1).
        let cose = [
            &[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32],
            x,
            &[0x22, 0x58, 32],
            y,
        ]
        .concat();
        let length = u16::try_from(self.id.len()).unwrap().to_be_bytes();
        let known = [[0; 16].as_slice(), &length, &self.id, &cose].concat();
        let data = self.data(options["rp"]["id"].as_str().unwrap(), HAS_KEY, &known);
        // CBOR of {"fmt": "none", "attStmt": {}, "authData": data}.
        let object = [
            b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(),
            &[u8::try_from(data.len()).unwrap()],
            &data,
        ];
        self.credential(&json!({
            "attestationObject": BASE64URL_NOPAD.encode(&object.concat()),
            "clientDataJSON": BASE64URL_NOPAD.encode(&self.client_data("webauthn.create", options)),
        }))
    }

    fn show(&mut self, options: &Value) -> Value {
        assert_eq!(options["userVerification"], "required");
        self.counter += 1;
        let data = self.data(options["rpId"].as_str().unwrap(), 0, &[]);
        let client = self.client_data("webauthn.get", options);
        let signature: Signature = self
            .key
            .sign(&[data.as_slice(), &Sha256::digest(&client)].concat());
        self.credential(&json!({
            "authenticatorData": BASE64URL_NOPAD.encode(&data),
            "clientDataJSON": BASE64URL_NOPAD.encode(&client),
            "signature": BASE64URL_NOPAD.encode(signature.to_der().as_bytes()),
            "userHandle": self.handle.as_ref().map(|handle| BASE64URL_NOPAD.encode(handle)),
        }))
    }

    fn data(&self, rp_id: &str, flags: u8, known: &[u8]) -> Vec<u8> {
        let flags = flags | PRESENT | if self.verifies { VERIFIED } else { 0 };
        [
            Sha256::digest(rp_id).as_slice(),
            &[flags],
            &self.counter.to_be_bytes(),
            known,
        ]
        .concat()
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let data = json!({
            "type": kind,
            "challenge": options["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        data.to_string().into_bytes()
    }

    fn credential(&self, response: &Value) -> Value {
        let id = BASE64URL_NOPAD.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response })
    }
}

/// A form of fixed fields and an authenticator's answer.
pub(crate) fn form<'a>(
    fields: &[(&'a str, &'a str)],
    answer: &'a [(&'static str, String)],
) -> Vec<(&'a str, &'a str)> {
    let answer = answer.iter().map(|(name, value)| (*name, value.as_str()));
    fields.iter().copied().chain(answer).collect()
}

impl Room {
    /// All that is kept of factors, as text.
    pub(crate) async fn db_dump_factors(&self) -> String {
        sqlx::query_scalar!(
            r#"select concat((select string_agg(row_to_json(authenticator_apps)::text, '') from authenticator_apps),
                             (select string_agg(row_to_json(recovery_codes)::text, '') from recovery_codes),
                             (select string_agg(row_to_json(passkeys)::text, '') from passkeys),
                             (select string_agg(row_to_json(passkey_ceremonies)::text, '') from passkey_ceremonies))
               as "all!""#
        )
        .fetch_one(&self.state.pool)
        .await
        .unwrap()
    }

    /// As if all had come by another service.
    pub(crate) async fn db_forget_passwords(&self) {
        sqlx::query!("update accounts set password_hash = null")
            .execute(&self.state.pool)
            .await
            .unwrap();
    }
}
