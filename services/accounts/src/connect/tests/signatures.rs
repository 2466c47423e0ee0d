//! Signing as services do, and as forgers do; and the vectors of Wycheproof for JSON Web Signatures.

use std::path::PathBuf;

use data_encoding::BASE64URL_NOPAD;
use ring::{
    digest::{SHA256, digest},
    hmac,
    rand::SystemRandom,
    rsa::PublicKeyComponents,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
        RSA_PSS_SHA256, RsaKeyPair,
    },
};
use rsa::{RsaPrivateKey, pkcs8::DecodePrivateKey, traits::PublicKeyParts};
use serde_json::{Value, json};
use tokio_rustls::rustls::pki_types::{PrivatePkcs8KeyDer, pem::PemObject};

use crate::connect::jose::{self, Alg, JoseError, Key};

const ALL: [Alg; 4] = [Alg::Rs256, Alg::Ps256, Alg::Es256, Alg::EdDsa];

/// Who signs, and how.
pub(super) struct Signer {
    alg: &'static str,
    kid: String,
    key: SigningKey,
}

enum SigningKey {
    Rsa(Box<RsaKeyPair>),
    /// Of 1024 bits, which ring does not sign with.
    Weak(Box<RsaPrivateKey>),
    Ec(EcdsaKeyPair),
    Ed(Ed25519KeyPair),
    Nobody,
    /// With a public key as if it were a shared secret.
    Shared(Vec<u8>),
}

impl Signer {
    fn new(alg: &'static str, key: SigningKey) -> Self {
        Self {
            alg,
            kid: "key-1".to_owned(),
            key,
        }
    }

    pub(super) fn rs256() -> Self {
        Self::new("RS256", SigningKey::Rsa(Box::new(rsa_key())))
    }

    pub(super) fn ps256() -> Self {
        Self::new("PS256", SigningKey::Rsa(Box::new(rsa_key())))
    }

    pub(super) fn es256() -> Self {
        let rng = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &rng).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &rng).unwrap();
        Self::new("ES256", SigningKey::Ec(key))
    }

    pub(super) fn eddsa() -> Self {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Self::new(
            "EdDSA",
            SigningKey::Ed(Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).unwrap()),
        )
    }

    pub(super) fn weak() -> Self {
        let key = RsaPrivateKey::from_pkcs8_pem(include_str!("keys/rsa1024.pem")).unwrap();
        Self::new("RS256", SigningKey::Weak(Box::new(key)))
    }

    pub(super) fn nobody() -> Self {
        Self::new("none", SigningKey::Nobody)
    }

    pub(super) fn shared(secret: &[u8]) -> Self {
        Self::new("HS256", SigningKey::Shared(secret.to_vec()))
    }

    pub(super) fn called(mut self, kid: &str) -> Self {
        kid.clone_into(&mut self.kid);
        self
    }

    pub(super) fn head(&self) -> Value {
        json!({ "alg": self.alg, "kid": self.kid, "typ": "JWT" })
    }

    /// Its public key as services publish it. Of who has none, that of the usual signer.
    pub(super) fn jwk(&self) -> Value {
        let b64 = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        let mut jwk = match &self.key {
            SigningKey::Rsa(key) => {
                let parts: PublicKeyComponents<Vec<u8>> = key.public().into();
                json!({ "kty": "RSA", "n": b64(&parts.n), "e": b64(&parts.e) })
            }
            SigningKey::Weak(key) => {
                json!({ "kty": "RSA", "n": b64(&key.n().to_bytes_be()), "e": b64(&key.e().to_bytes_be()) })
            }
            SigningKey::Ec(key) => {
                let point = key.public_key().as_ref();
                json!({ "kty": "EC", "crv": "P-256", "x": b64(&point[1..33]), "y": b64(&point[33..]) })
            }
            SigningKey::Ed(key) => {
                json!({ "kty": "OKP", "crv": "Ed25519", "x": b64(key.public_key().as_ref()) })
            }
            SigningKey::Nobody | SigningKey::Shared(_) => Self::rs256().jwk(),
        };
        jwk["kid"] = json!(self.kid);
        jwk["use"] = json!("sig");
        jwk
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let rng = SystemRandom::new();
        match &self.key {
            SigningKey::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                let way: &'static dyn ring::signature::RsaEncoding = if self.alg == "PS256" {
                    &RSA_PSS_SHA256
                } else {
                    &RSA_PKCS1_SHA256
                };
                key.sign(way, &rng, message, &mut signature).unwrap();
                signature
            }
            SigningKey::Weak(key) => {
                // DigestInfo of SHA-256 (RFC 8017 §9.2).
                let prefix = b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";
                let way = rsa::Pkcs1v15Sign {
                    hash_len: Some(32),
                    prefix: prefix.as_slice().into(),
                };
                key.sign(way, digest(&SHA256, message).as_ref()).unwrap()
            }
            SigningKey::Ec(key) => key.sign(&rng, message).unwrap().as_ref().to_vec(),
            SigningKey::Ed(key) => key.sign(message).as_ref().to_vec(),
            SigningKey::Nobody => Vec::new(),
            SigningKey::Shared(secret) => hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), message)
                .as_ref()
                .to_vec(),
        }
    }
}

fn rsa_key() -> RsaKeyPair {
    let der = PrivatePkcs8KeyDer::from_pem_slice(include_bytes!("keys/rsa2048.pem")).unwrap();
    RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()).unwrap()
}

/// A token in three parts.
pub(super) fn token(signer: &Signer, head: &Value, claims: &Value) -> String {
    let [head, claims] = [head, claims].map(|json| BASE64URL_NOPAD.encode(json.to_string().as_bytes()));
    let message = format!("{head}.{claims}");
    let signature = BASE64URL_NOPAD.encode(&signer.sign(message.as_bytes()));
    format!("{message}.{signature}")
}

fn verify(token: &str, keys: &[Value], algs: &[Alg]) -> Result<Vec<u8>, JoseError> {
    let keys: Vec<Key> = keys
        .iter()
        .filter_map(|key| serde_json::from_value(key.clone()).ok())
        .collect();
    jose::verify(token, &keys, algs)
}

#[test]
fn all_four_algorithms_are_understood_and_only_where_they_are_wanted() {
    for (signer, alg) in [
        (Signer::rs256(), Alg::Rs256),
        (Signer::ps256(), Alg::Ps256),
        (Signer::es256(), Alg::Es256),
        (Signer::eddsa(), Alg::EdDsa),
    ] {
        let token = token(&signer, &signer.head(), &json!({ "a": 1 }));
        let keys = [Signer::es256().called("other").jwk(), signer.jwk()];
        assert_eq!(verify(&token, &keys, &ALL).unwrap(), br#"{"a":1}"#);
        assert_eq!(verify(&token, &keys, &[alg]).unwrap(), br#"{"a":1}"#);
        let others: Vec<Alg> = ALL.into_iter().filter(|other| *other != alg).collect();
        assert_eq!(verify(&token, &keys, &others), Err(JoseError::Algorithm));
        assert_eq!(
            verify(&token, &[Signer::es256().called("other").jwk()], &ALL),
            Err(JoseError::NoKey)
        );
    }
}

#[test]
fn one_bit_a_byte_more_or_another_spelling_makes_a_token_worthless() {
    let signer = Signer::es256();
    let good = token(&signer, &signer.head(), &json!({ "a": 1 }));
    let keys = [signer.jwk()];
    let (message, signature) = good.rsplit_once('.').unwrap();
    let bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let changed = format!("{message}.{}", BASE64URL_NOPAD.encode(&changed));
        assert_eq!(
            verify(&changed, &keys, &ALL),
            Err(JoseError::Signature),
            "bit {bit}"
        );
    }
    let longer = format!("{message}.{}", BASE64URL_NOPAD.encode(&[bytes, vec![0]].concat()));
    assert_eq!(verify(&longer, &keys, &ALL), Err(JoseError::Signature));
    for odd in [
        format!("{good}=="),
        format!("{good}."),
        format!("{good} "),
        format!(" {good}"),
        format!("{good}\n"),
        good.replace('.', ".."),
        message.to_owned(),
        String::new(),
        "..".to_owned(),
    ] {
        assert_eq!(verify(&odd, &keys, &ALL), Err(JoseError::Shape), "{odd:?}");
    }
}

#[test]
fn a_head_with_something_critical_a_key_or_a_name_twice_is_refused() {
    let signer = Signer::es256();
    let with = |more: &Value| {
        let mut head = signer.head();
        let head_map = head.as_object_mut().unwrap();
        head_map.extend(more.as_object().unwrap().clone());
        token(&signer, &head, &json!({}))
    };
    let keys = [signer.jwk()];
    for (more, error) in [
        (json!({ "jwk": signer.jwk() }), JoseError::OwnKey),
        (json!({ "jku": "https://evil.example/keys" }), JoseError::OwnKey),
        (json!({ "x5u": "https://evil.example/cert" }), JoseError::OwnKey),
        (json!({ "x5c": ["MII"] }), JoseError::OwnKey),
        (json!({ "crit": ["exp"] }), JoseError::Shape),
        (json!({ "b64": false }), JoseError::Shape),
        (json!({ "alg": "ES384" }), JoseError::Algorithm),
        (json!({ "alg": "NONE" }), JoseError::Algorithm),
        (json!({ "alg": "es256" }), JoseError::Algorithm),
        (json!({ "alg": 1 }), JoseError::Shape),
    ] {
        assert_eq!(verify(&with(&more), &keys, &ALL), Err(error), "{more}");
    }
    let twice = BASE64URL_NOPAD.encode(br#"{"alg":"none","alg":"ES256","kid":"key-1"}"#);
    let payload = BASE64URL_NOPAD.encode(b"{}");
    let message = format!("{twice}.{payload}");
    let signature = BASE64URL_NOPAD.encode(&signer.sign(message.as_bytes()));
    assert_eq!(
        verify(&format!("{message}.{signature}"), &keys, &ALL),
        Err(JoseError::Shape)
    );
}

#[test]
fn a_token_without_a_key_s_name_needs_a_single_key_that_fits() {
    let signer = Signer::es256();
    let token = token(&signer, &json!({ "alg": "ES256" }), &json!({}));
    let (rsa, other) = (Signer::rs256().jwk(), Signer::es256().jwk());
    assert!(verify(&token, &[rsa.clone(), signer.jwk()], &ALL).is_ok());
    assert_eq!(
        verify(&token, &[signer.jwk(), other], &ALL),
        Err(JoseError::NoKey)
    );
    let mut sealing = signer.jwk();
    sealing["use"] = json!("enc");
    assert_eq!(verify(&token, &[rsa, sealing], &ALL), Err(JoseError::NoKey));
}

#[test]
fn wycheproofs_vectors_are_judged_as_they_should() {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let folder = std::env::var_os("BEPART_CORPUS").map_or(beside, PathBuf::from);
    let file = folder.join("h-auth/wycheproof__json_web_signature_test.json");
    let Ok(text) = std::fs::read(&file) else {
        println!("skipped: there is no corpus here; BEPART_CORPUS may name its folder");
        return;
    };
    let vectors: Value = serde_json::from_slice(&text).unwrap();
    let (mut accepted, mut refused) = (0, 0);
    for group in vectors["testGroups"].as_array().unwrap() {
        let key = group.get("public").unwrap_or(&group["private"]);
        for case in group["tests"].as_array().unwrap() {
            let jws = case["jws"]
                .as_str()
                .map_or_else(|| case["jws"].to_string(), str::to_owned);
            let head = jws.split('.').next().unwrap_or_default();
            let head = BASE64URL_NOPAD.decode(head.as_bytes()).unwrap_or_default();
            let head: Value = serde_json::from_slice(&head).unwrap_or_default();
            let ours = head["alg"]
                .as_str()
                .is_some_and(|alg| ["RS256", "PS256", "ES256", "EdDSA"].contains(&alg));
            let good = case["result"] == "valid" && ours;
            let judged = verify(&jws, std::slice::from_ref(key), &ALL);
            assert_eq!(
                judged.is_ok(),
                good,
                "{} {}: {judged:?}",
                case["tcId"],
                case["comment"]
            );
            if good { accepted += 1 } else { refused += 1 }
        }
    }
    // Two of ES256, six of PS256, eight of RS256; what is valid otherwise is signed with what we do not take.
    assert_eq!((accepted, refused), (16, 385));
}
