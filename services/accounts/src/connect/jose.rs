//! Signatures of tokens (JWS, RFC 7515) and the keys of services (JWK, RFC 7517).
//!
//! Stricter than `openidconnect`, which takes this for its keys: three parts in exact base64url, one of four algorithms,
//! a key that the service published for just this, and none that the token brings along. Only ring computes.

use data_encoding::BASE64URL_NOPAD;
use openidconnect::{
    JsonWebKey, JsonWebKeyAlgorithm, JsonWebKeyId, SignatureVerificationError,
    core::{CoreJsonWebKeyType, CoreJsonWebKeyUse, CoreJwsSigningAlgorithm},
};
use ring::{digest, signature};
use serde::{Deserialize, Serialize, de::IgnoredAny};

/// What a token is signed with. No other is taken, whatever a service offers: no `none`, and nothing with a shared
/// secret, by which a public key could be taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alg {
    Rs256,
    Ps256,
    Es256,
    EdDsa,
}

impl Alg {
    /// Of its name in a service's list, if it is one of ours.
    pub(super) fn from_core(core: &CoreJwsSigningAlgorithm) -> Option<Self> {
        match core {
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256 => Some(Self::Rs256),
            CoreJwsSigningAlgorithm::RsaSsaPssSha256 => Some(Self::Ps256),
            CoreJwsSigningAlgorithm::EcdsaP256Sha256 => Some(Self::Es256),
            CoreJwsSigningAlgorithm::EdDsa => Some(Self::EdDsa),
            _ => None,
        }
    }

    /// As `openidconnect` calls it.
    pub(super) fn core(self) -> CoreJwsSigningAlgorithm {
        match self {
            Self::Rs256 => CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            Self::Ps256 => CoreJwsSigningAlgorithm::RsaSsaPssSha256,
            Self::Es256 => CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            Self::EdDsa => CoreJwsSigningAlgorithm::EdDsa,
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "PS256" => Some(Self::Ps256),
            "ES256" => Some(Self::Es256),
            "EdDSA" => Some(Self::EdDsa),
            _ => None,
        }
    }
}

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum JoseError {
    /// Not three parts, or not what they should be.
    #[error("the token has not the shape of one")]
    Shape,
    /// `none`, a shared secret, or one that the service does not sign with.
    #[error("the token's algorithm is not taken")]
    Algorithm,
    /// It says itself what to check it with.
    #[error("the token brings its own key")]
    OwnKey,
    /// The service has published none; it may have since.
    #[error("the token's key is not known")]
    NoKey,
    /// Signed by somebody else, or changed.
    #[error("the token's signature is wrong")]
    Signature,
}

/// The first part of a token: only what must be known of it. A name that comes twice is refused by serde.
#[derive(Deserialize)]
struct Head {
    alg: String,
    kid: Option<String>,
    crit: Option<IgnoredAny>,
    b64: Option<IgnoredAny>,
    jwk: Option<IgnoredAny>,
    jku: Option<IgnoredAny>,
    x5u: Option<IgnoredAny>,
    x5c: Option<IgnoredAny>,
}

/// What a token says, once its signature is right by one of `keys` with one of `algs`.
pub(super) fn verify(token: &str, keys: &[Key], algs: &[Alg]) -> Result<Vec<u8>, JoseError> {
    let mut parts = token.split('.');
    let (Some(head), Some(payload), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(JoseError::Shape);
    };
    let decode = |part: &str| {
        BASE64URL_NOPAD
            .decode(part.as_bytes())
            .map_err(|_| JoseError::Shape)
    };
    let signed = format!("{head}.{payload}");
    let (head, payload, signature) = (decode(head)?, decode(payload)?, decode(signature)?);
    let head: Head = serde_json::from_slice(&head).map_err(|_| JoseError::Shape)?;
    if head.crit.is_some() || head.b64.is_some() {
        return Err(JoseError::Shape);
    }
    if head.jwk.is_some() || head.jku.is_some() || head.x5u.is_some() || head.x5c.is_some() {
        return Err(JoseError::OwnKey);
    }
    let alg = Alg::from_name(&head.alg)
        .filter(|alg| algs.contains(alg))
        .ok_or(JoseError::Algorithm)?;
    let named =
        |key: &&Key| head.kid.is_none() || head.kid.as_deref() == key.kid.as_deref().map(String::as_str);
    let mut fitting = keys.iter().filter(named).filter(|key| key.fits(alg));
    // Without a name it must be clear which one is meant.
    let (Some(key), None) = (fitting.next(), fitting.next()) else {
        return Err(JoseError::NoKey);
    };
    key.verify(alg, signed.as_bytes(), &signature)?;
    Ok(payload)
}

/// A public key of a service. One that is not understood is left out of its list.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Key {
    kty: CoreJsonWebKeyType,
    #[serde(rename = "use")]
    usage: Option<CoreJsonWebKeyUse>,
    #[serde(rename = "key_ops")]
    ops: Option<Vec<String>>,
    kid: Option<JsonWebKeyId>,
    alg: Option<CoreJwsSigningAlgorithm>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl Key {
    fn fits(&self, alg: Alg) -> bool {
        let curve = self.crv.as_deref();
        let kind = match alg {
            Alg::Rs256 | Alg::Ps256 => self.kty == CoreJsonWebKeyType::RSA,
            Alg::Es256 => self.kty == CoreJsonWebKeyType::EllipticCurve && curve == Some("P-256"),
            Alg::EdDsa => self.kty == CoreJsonWebKeyType::OctetKeyPair && curve == Some("Ed25519"),
        };
        let signs = !matches!(&self.usage, Some(usage) if *usage != CoreJsonWebKeyUse::Signature);
        let verifies = self
            .ops
            .as_ref()
            .is_none_or(|ops| ops.iter().any(|op| op == "verify"));
        let meant = self.alg.as_ref().is_none_or(|meant| *meant == alg.core());
        kind && signs && verifies && meant
    }

    fn verify(&self, alg: Alg, signed: &[u8], signature: &[u8]) -> Result<(), JoseError> {
        let field = |field: &Option<String>| {
            let text = field.as_deref().unwrap_or_default();
            BASE64URL_NOPAD
                .decode(text.as_bytes())
                .map_err(|_| JoseError::NoKey)
        };
        // RSA of fewer than 2048 bits is refused by the parameters' own bounds.
        let rsa = |params: &'static signature::RsaParameters| {
            let (n, e) = (field(&self.n)?, field(&self.e)?);
            // Some services put zeros before the number.
            let n = n
                .iter()
                .copied()
                .skip_while(|byte| *byte == 0)
                .collect::<Vec<_>>();
            signature::RsaPublicKeyComponents { n, e }
                .verify(params, signed, signature)
                .map_err(|_| JoseError::Signature)
        };
        let by = |way: &'static dyn signature::VerificationAlgorithm, point: Vec<u8>| {
            signature::UnparsedPublicKey::new(way, point)
                .verify(signed, signature)
                .map_err(|_| JoseError::Signature)
        };
        match alg {
            Alg::Rs256 => rsa(&signature::RSA_PKCS1_2048_8192_SHA256),
            Alg::Ps256 => rsa(&signature::RSA_PSS_2048_8192_SHA256),
            Alg::Es256 => {
                // Uncompressed (SEC 1 §2.3.3); ring wants 32 bytes each and a point on the curve.
                let point = [vec![4], field(&self.x)?, field(&self.y)?].concat();
                by(&signature::ECDSA_P256_SHA256_FIXED, point)
            }
            Alg::EdDsa => by(&signature::ED25519, field(&self.x)?),
        }
    }
}

impl JsonWebKey for Key {
    type KeyUse = CoreJsonWebKeyUse;
    type SigningAlgorithm = CoreJwsSigningAlgorithm;

    fn key_id(&self) -> Option<&JsonWebKeyId> {
        self.kid.as_ref()
    }

    fn key_type(&self) -> &CoreJsonWebKeyType {
        &self.kty
    }

    fn key_use(&self) -> Option<&CoreJsonWebKeyUse> {
        self.usage.as_ref()
    }

    fn signing_alg(&self) -> JsonWebKeyAlgorithm<&CoreJwsSigningAlgorithm> {
        self.alg
            .as_ref()
            .map_or(JsonWebKeyAlgorithm::Unspecified, JsonWebKeyAlgorithm::Algorithm)
    }

    /// Shared secrets sign nothing here: a key that fits no algorithm of ours.
    fn new_symmetric(_: Vec<u8>) -> Self {
        Self {
            kty: CoreJsonWebKeyType::Symmetric,
            usage: None,
            ops: None,
            kid: None,
            alg: None,
            crv: None,
            n: None,
            e: None,
            x: None,
            y: None,
        }
    }

    fn verify_signature(
        &self,
        alg: &CoreJwsSigningAlgorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), SignatureVerificationError> {
        let alg = Alg::from_core(alg).filter(|alg| self.fits(*alg));
        let alg =
            alg.ok_or_else(|| SignatureVerificationError::InvalidKey("not for this algorithm".to_owned()))?;
        self.verify(alg, message, signature)
            .map_err(|error| SignatureVerificationError::CryptoError(error.to_string()))
    }

    /// For `at_hash`: the hash of the token's own algorithm (OpenID Connect Core §3.1.3.6; Ed25519 hashes by SHA-512).
    fn hash_bytes(&self, bytes: &[u8], alg: &CoreJwsSigningAlgorithm) -> Result<Vec<u8>, String> {
        let hash = match Alg::from_core(alg) {
            Some(Alg::EdDsa) => &digest::SHA512,
            Some(_) => &digest::SHA256,
            None => return Err("no hash of ours".to_owned()),
        };
        Ok(digest::digest(hash, bytes).as_ref().to_vec())
    }
}
