//! The negative cases of SECURITY.md 2.1 that lie in the token itself.

use axum::http::StatusCode;
use data_encoding::BASE64URL_NOPAD;
use serde_json::json;
use sqlx::PgPool;

use super::{Scene, idp::ACCESS_TOKEN, signatures::Signer};

const SHAPE: &str = "the token has not the shape of one";
const LACKS: &str = "the token does not say what it must";
const ALGORITHM: &str = "the token's algorithm is not taken";
const KEY: &str = "the token's key is not known";
const OWN_KEY: &str = "the token brings its own key";
const SIGNATURE: &str = "the token's signature is wrong";
const OTHERS: &str = "the token is for somebody else";
const TIME: &str = "the token is of another time";
const QUESTION: &str = "the token answers another question";

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_nonce_that_is_missing_or_wrong_and_a_token_of_before(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    scene.claims("missing", QUESTION, json!({ "nonce": null })).await;
    scene
        .claims("wrong", QUESTION, json!({ "nonce": "x".repeat(43) }))
        .await;
    scene.claims("empty", QUESTION, json!({ "nonce": "" })).await;
    let before = scene.idp.script().last.clone();
    scene
        .refuses("of before", QUESTION, |script| script.id_token = Some(before))
        .await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_token_for_somebody_else(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    scene
        .claims("another client", OTHERS, json!({ "aud": "other" }))
        .await;
    scene
        .claims(
            "several without us",
            OTHERS,
            json!({ "aud": ["other", "third"], "azp": "bepart" }),
        )
        .await;
    scene
        .claims("several with us", OTHERS, json!({ "aud": ["bepart", "other"] }))
        .await;
    scene
        .claims("made for another", OTHERS, json!({ "azp": "other" }))
        .await;
    scene
        .claims(
            "several, made for another",
            OTHERS,
            json!({ "aud": ["bepart", "other"], "azp": "other" }),
        )
        .await;
    scene.claims("nobody", OTHERS, json!({ "aud": [] })).await;
    scene.claims("missing", OTHERS, json!({ "aud": null })).await;
    scene.idp.script().claims = json!({ "aud": ["other", "bepart"], "azp": "bepart" });
    assert_eq!(
        scene.come().await.1.status,
        StatusCode::SEE_OTHER,
        "several, made for us"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_signature_that_is_none(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    scene
        .refuses("none", ALGORITHM, |script| script.signer = Signer::nobody())
        .await;
    // The public key, in each form in which it might be taken for a secret we share.
    let jwk = Signer::rs256().jwk();
    let modulus = BASE64URL_NOPAD
        .decode(jwk["n"].as_str().unwrap().as_bytes())
        .unwrap();
    for secret in [
        modulus.as_slice(),
        jwk["n"].as_str().unwrap().as_bytes(),
        jwk.to_string().as_bytes(),
        b"secret",
    ] {
        scene
            .refuses("HS256", ALGORITHM, |script| {
                script.signer = Signer::shared(secret);
            })
            .await;
    }
    let published = vec![Signer::rs256().jwk()];
    let keys = Some(published.clone());
    scene
        .refuses("unknown key", KEY, |script| {
            (script.signer, script.keys) = (Signer::es256().called("nobody's"), keys);
        })
        .await;
    let keys = Some(published.clone());
    scene
        .refuses("another kind of key under a known name", KEY, |script| {
            (script.signer, script.keys) = (Signer::es256(), keys);
        })
        .await;
    let theirs = Signer::es256().jwk();
    scene
        .refuses("another's key under a known name", SIGNATURE, |script| {
            (script.signer, script.keys) = (Signer::es256(), Some(vec![theirs]));
        })
        .await;
    let forger = Signer::es256();
    for head in [
        json!({ "jwk": forger.jwk() }),
        json!({ "jwk": forger.jwk(), "kid": null }),
        json!({ "jku": "http://127.0.0.1:9/keys", "kid": "theirs" }),
        json!({ "x5u": "http://127.0.0.1:9/cert" }),
    ] {
        let keys = Some(published.clone());
        scene
            .refuses("a key of its own", OWN_KEY, |script| {
                (script.signer, script.keys, script.head) = (Signer::es256(), keys, head);
            })
            .await;
    }
    scene
        .refuses("RSA of 1024 bits", SIGNATURE, |script| {
            script.signer = Signer::weak();
        })
        .await;
    scene
        .refuses("not of those it names", ALGORITHM, |script| {
            script.metadata = json!({ "id_token_signing_alg_values_supported": ["RS256"] });
            script.signer = Signer::es256();
        })
        .await;
    for (tail, why) in [
        ("AAAA", SIGNATURE),
        ("=", SHAPE),
        ("==", SHAPE),
        (".", SHAPE),
        (".AA", SHAPE),
        (" ", SHAPE),
        ("\n", SHAPE),
        ("\0", SHAPE),
    ] {
        scene
            .refuses("bytes behind it", why, |script| script.tail = tail)
            .await;
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_token_of_another_time(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let now = scene.room.state.clock.now().timestamp();
    scene.claims("over", TIME, json!({ "exp": now - 1 })).await;
    scene.claims("over now", TIME, json!({ "exp": now })).await;
    scene
        .claims("without an end", LACKS, json!({ "exp": null }))
        .await;
    scene
        .claims("of the future", TIME, json!({ "iat": now + 61 }))
        .await;
    scene
        .claims("without a beginning", LACKS, json!({ "iat": null }))
        .await;
    scene
        .claims("not yet", "the token is not good yet", json!({ "nbf": now + 61 }))
        .await;
    scene.claims("never", LACKS, json!({ "nbf": "tomorrow" })).await;
    scene.idp.script().claims = json!({ "iat": now + 59, "nbf": now + 59, "exp": now + 1 });
    assert_eq!(
        scene.come().await.1.status,
        StatusCode::SEE_OTHER,
        "clocks differ a little"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_subject_that_is_none_and_tokens_that_do_not_belong_together(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    scene
        .claims("empty", "id of the person is none", json!({ "sub": "" }))
        .await;
    scene.claims("missing", LACKS, json!({ "sub": null })).await;
    scene
        .claims(
            "too long",
            "id of the person is none",
            json!({ "sub": "x".repeat(256) }),
        )
        .await;
    scene
        .claims(
            "a zero byte",
            "id of the person is none",
            json!({ "sub": "ada\u{0}" }),
        )
        .await;
    scene.claims("a number", LACKS, json!({ "sub": 1 })).await;
    scene
        .claims(
            "another access token's hash",
            "the two tokens do not belong together",
            json!({ "at_hash": "AAAAAAAAAAAAAAAAAAAAAA" }),
        )
        .await;
    let hash = ring::digest::digest(&ring::digest::SHA256, ACCESS_TOKEN.as_bytes());
    scene.idp.script().claims = json!({ "at_hash": BASE64URL_NOPAD.encode(&hash.as_ref()[..16]) });
    assert_eq!(scene.come().await.1.status, StatusCode::SEE_OTHER);
}
