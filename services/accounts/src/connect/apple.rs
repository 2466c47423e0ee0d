//! Apple takes no secret, but a token that is signed anew: `client_secret` is a JWT (RFC 7523) by a key of the team.

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use oauth2::ClientSecret;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
};
use secrecy::{ExposeSecret, SecretString};
use tokio_rustls::rustls::pki_types::{PrivatePkcs8KeyDer, pem::PemObject};

/// For whom it is, always.
const AUDIENCE: &str = "https://appleid.apple.com";
/// Used at once; Apple would take half a year.
const LASTS_SECONDS: i64 = 300;

/// A key of the team.
pub(super) struct AppleKey {
    team_id: String,
    key_id: String,
    key: EcdsaKeyPair,
}

impl AppleKey {
    /// Reads the text of the `.p8` file.
    pub(super) fn parse(team_id: String, key_id: String, pem: &SecretString) -> anyhow::Result<Self> {
        let der = PrivatePkcs8KeyDer::from_pem_slice(pem.expose_secret().as_bytes())
            .map_err(|_| anyhow!("the text of the .p8 file is expected, from BEGIN to END PRIVATE KEY"))?;
        let key = EcdsaKeyPair::from_pkcs8(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            der.secret_pkcs8_der(),
            &SystemRandom::new(),
        )
        .map_err(|_| anyhow!("this is not a key for ES256"))?;
        Ok(Self { team_id, key_id, key })
    }

    /// What is sent as the secret.
    pub(super) fn secret(&self, client_id: &str, now: DateTime<Utc>) -> anyhow::Result<ClientSecret> {
        let head = serde_json::json!({ "alg": "ES256", "kid": self.key_id });
        let claims = serde_json::json!({
            "iss": self.team_id,
            "iat": now.timestamp(),
            "exp": now.timestamp() + LASTS_SECONDS,
            "aud": AUDIENCE,
            "sub": client_id,
        });
        let [head, claims] = [head, claims].map(|json| BASE64URL_NOPAD.encode(json.to_string().as_bytes()));
        let signed = format!("{head}.{claims}");
        let signature = self
            .key
            .sign(&SystemRandom::new(), signed.as_bytes())
            .map_err(|_| anyhow!("a token for Apple could not be signed"))?;
        let signature = BASE64URL_NOPAD.encode(signature.as_ref());
        Ok(ClientSecret::new(format!("{signed}.{signature}")))
    }
}

#[cfg(test)]
mod tests {
    use ring::signature::{ECDSA_P256_SHA256_FIXED, KeyPair, UnparsedPublicKey};

    use super::*;

    #[test]
    fn the_secret_is_a_token_that_apple_can_check() {
        let pem = include_str!("tests/keys/ec.pem").into();
        let key = AppleKey::parse("TEAM".to_owned(), "KEY".to_owned(), &pem).unwrap();
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let secret = key.secret("org.example.web", now).unwrap();
        let (signed, signature) = secret.secret().rsplit_once('.').unwrap();
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key.key.public_key())
            .verify(signed.as_bytes(), &signature)
            .unwrap();
        let parts: Vec<serde_json::Value> = signed
            .split('.')
            .map(|part| serde_json::from_slice(&BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap())
            .collect();
        assert_eq!(
            (&parts[0]["alg"], &parts[0]["kid"]),
            (&"ES256".into(), &"KEY".into())
        );
        assert_eq!(
            (&parts[1]["iss"], &parts[1]["sub"]),
            (&"TEAM".into(), &"org.example.web".into())
        );
        assert_eq!(
            (&parts[1]["aud"], &parts[1]["exp"]),
            (&AUDIENCE.into(), &1_800_000_300.into())
        );
    }

    #[test]
    fn what_is_no_key_is_refused_without_showing_it() {
        for bad in ["", "canary", include_str!("tests/keys/rsa2048.pem")] {
            let error = AppleKey::parse(String::new(), String::new(), &bad.into())
                .err()
                .unwrap();
            assert!(!format!("{error:#}").contains("canary"));
        }
    }
}
