//! How a push service knows who knocks (RFC 8292): a token signed by a key of ours (ES256).

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use ground::{secret::ServerKey, web::Site};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use url::Url;

const PURPOSE: &str = "bepart 2026-11 web push";
/// A token may be good for a day at most (RFC 8292, 2); clocks differ.
const LASTS: TimeDelta = TimeDelta::hours(12);

/// The key. It is made of the server's own, so there is no other file to lose: with another server's key, devices have
/// to be allowed anew.
pub(crate) struct Vapid(SigningKey);

impl Vapid {
    /// The key of this server.
    ///
    /// # Errors
    /// Never, as far as anybody will live to see: of 256 random bits nearly all are a key of this curve.
    pub(crate) fn of(key: &ServerKey) -> anyhow::Result<Self> {
        let mut tries = (0..=u8::MAX).map(|number| SigningKey::from_slice(&key.derive(PURPOSE, &[number])));
        let key = tries.find_map(Result::ok);
        Ok(Self(key.context("no key for web push can be made")?))
    }

    /// The public part, as browsers and push services are told it: an uncompressed point in base64url.
    pub(crate) fn public(&self) -> String {
        BASE64URL_NOPAD.encode(self.0.verifying_key().to_sec1_point(false).as_bytes())
    }

    /// The value of `Authorization` for one push service.
    pub(crate) fn authorization(&self, endpoint: &Url, site: &Site, now: DateTime<Utc>) -> String {
        let claims = serde_json::json!({
            "aud": endpoint.origin().ascii_serialization(),
            "exp": (now + LASTS).timestamp(),
            // Whom to ask when we knock too often.
            "sub": site.base_url.as_str(),
        });
        let encode = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
        let signed = format!(
            "{}.{}",
            encode(r#"{"typ":"JWT","alg":"ES256"}"#),
            encode(&claims.to_string())
        );
        let signature: Signature = self.0.sign(signed.as_bytes());
        let signature = BASE64URL_NOPAD.encode(&signature.to_bytes());
        format!("vapid t={signed}.{signature}, k={}", self.public())
    }
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{VerifyingKey, signature::Verifier};

    use super::*;
    use crate::testing::site;

    #[test]
    fn a_push_service_can_tell_who_knocks_where_and_until_when() {
        let vapid = Vapid::of(&ServerKey::fixed()).unwrap();
        let public = BASE64URL_NOPAD.decode(vapid.public().as_bytes()).unwrap();
        assert_eq!((public.len(), public[0]), (65, 4), "an uncompressed point");
        assert_eq!(
            vapid.public(),
            Vapid::of(&ServerKey::fixed()).unwrap().public(),
            "always the same"
        );
        let other = ServerKey::parse(&ground::secret::token()).unwrap();
        assert_ne!(vapid.public(), Vapid::of(&other).unwrap().public());

        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let endpoint = "https://push.news.com:8443/send/secret?a=b".parse().unwrap();
        let told = vapid.authorization(&endpoint, &site(), now);
        let token = told
            .strip_prefix("vapid t=")
            .unwrap()
            .strip_suffix(&format!(", k={}", vapid.public()))
            .unwrap();
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
        let signature = Signature::from_slice(&signature).unwrap();
        let key = VerifyingKey::from_sec1_bytes(&public).unwrap();
        key.verify(signed.as_bytes(), &signature).unwrap();

        let parts: Vec<serde_json::Value> = signed
            .split('.')
            .map(|part| serde_json::from_slice(&BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap())
            .collect();
        assert_eq!(parts[0], serde_json::json!({ "typ": "JWT", "alg": "ES256" }));
        assert_eq!(
            parts[1],
            serde_json::json!({ "aud": "https://push.news.com:8443", "exp": 1_800_043_200, "sub": "https://news.example/" })
        );
        assert!(!signed.contains("secret"));
    }
}
