//! What an issuer says of itself (OpenID Connect Discovery 1.0) and its keys, kept for an hour.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use oauth2::{AuthUrl, TokenUrl};
use openidconnect::{
    AdditionalProviderMetadata, IssuerUrl, JsonWebKeySet, ProviderMetadata, UserInfoUrl,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};

use super::{
    http::Http,
    jose::{Alg, Key},
    why::Why,
};

/// So long what an issuer said is believed without asking again.
const KEPT: TimeDelta = TimeDelta::hours(1);
/// Keys that are not known are looked for no more often: whoever sends odd tokens must not make us ask and ask.
const KEYS_ASKED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// What `openidconnect` does not know of.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct More {
    /// RFC 8414.
    code_challenge_methods_supported: Option<Vec<String>>,
    /// RFC 9207.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}
impl AdditionalProviderMetadata for More {}

type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    Key,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// An issuer, and what is known of it.
pub(super) struct OpenId {
    issuer: IssuerUrl,
    known: Mutex<Option<Arc<Known>>>,
}

/// What an issuer said of itself, looked through.
pub(super) struct Known {
    pub(super) issuer: IssuerUrl,
    pub(super) authorize: AuthUrl,
    pub(super) token: TokenUrl,
    pub(super) user: Option<UserInfoUrl>,
    /// The secret goes into the body of the question, not before it.
    pub(super) in_body: bool,
    /// Answers name the issuer, and one that does not is none of its (RFC 9207).
    pub(super) names_itself: bool,
    /// Of ours, those that it signs with.
    pub(super) algs: Vec<Alg>,
    pub(super) keys: JsonWebKeySet<Key>,
    keys_at: openidconnect::JsonWebKeySetUrl,
    read: DateTime<Utc>,
    keys_read: DateTime<Utc>,
}

impl OpenId {
    pub(super) fn new(issuer: IssuerUrl) -> Self {
        Self {
            issuer,
            known: Mutex::default(),
        }
    }

    /// The issuer, exactly as configured.
    pub(super) fn issuer(&self) -> &IssuerUrl {
        &self.issuer
    }

    /// What is known, asked for where it is not or was an hour ago.
    pub(super) async fn known(&self, http: &Http, now: DateTime<Utc>) -> Result<Arc<Known>, Why> {
        if let Some(known) = self.kept().filter(|known| now - known.read < KEPT) {
            return Ok(known);
        }
        let metadata = Metadata::discover_async(self.issuer.clone(), http).await?;
        let known = Arc::new(Known::look_through(&metadata, http, now)?);
        self.keep(Arc::clone(&known));
        Ok(known)
    }

    /// Asks for the keys again: the issuer may have new ones.
    pub(super) async fn with_new_keys(
        &self,
        known: &Known,
        http: &Http,
        now: DateTime<Utc>,
    ) -> Result<Option<Arc<Known>>, Why> {
        let last = self.kept().map_or(known.keys_read, |kept| kept.keys_read);
        if now - last < KEYS_ASKED_EVERY {
            return Ok(None);
        }
        let again = |keys| {
            Arc::new(Known {
                issuer: known.issuer.clone(),
                authorize: known.authorize.clone(),
                token: known.token.clone(),
                user: known.user.clone(),
                in_body: known.in_body,
                names_itself: known.names_itself,
                algs: known.algs.clone(),
                keys,
                keys_at: known.keys_at.clone(),
                read: known.read,
                keys_read: now,
            })
        };
        // Before the question: of many odd tokens at once, one asks.
        self.keep(again(known.keys.clone()));
        let keys = JsonWebKeySet::fetch_async(&known.keys_at, http).await?;
        let known = again(keys);
        self.keep(Arc::clone(&known));
        Ok(Some(known))
    }

    fn kept(&self) -> Option<Arc<Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, known: Arc<Known>) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
    }
}

impl Known {
    fn look_through(metadata: &Metadata, http: &Http, now: DateTime<Utc>) -> Result<Self, Why> {
        let more = metadata.additional_metadata();
        let s256 = |methods: &Vec<String>| methods.iter().any(|method| method == "S256");
        if !more.code_challenge_methods_supported.as_ref().is_none_or(s256) {
            return Err(Why::Refused("the service only takes a plain code challenge"));
        }
        let algs: Vec<Alg> = metadata
            .id_token_signing_alg_values_supported()
            .iter()
            .filter_map(Alg::from_core)
            .collect();
        if algs.is_empty() {
            return Err(Why::Refused("the service signs with nothing of ours"));
        }
        let Some(token) = metadata.token_endpoint() else {
            return Err(Why::Refused("the service has no place for codes"));
        };
        let user = metadata.userinfo_endpoint();
        let places = [metadata.authorization_endpoint().url(), token.url()];
        if !places
            .into_iter()
            .chain(user.map(UserInfoUrl::url))
            .all(|url| http.would_ask(url))
        {
            return Err(Why::Refused("the service sends us to a place where we do not go"));
        }
        let by = |way| {
            metadata
                .token_endpoint_auth_methods_supported()
                .is_some_and(|methods| methods.contains(&way))
        };
        Ok(Self {
            issuer: metadata.issuer().clone(),
            authorize: metadata.authorization_endpoint().clone(),
            token: token.clone(),
            user: user.cloned(),
            in_body: by(CoreClientAuthMethod::ClientSecretPost)
                && !by(CoreClientAuthMethod::ClientSecretBasic),
            names_itself: more.authorization_response_iss_parameter_supported,
            algs,
            keys: metadata.jwks().clone(),
            keys_at: metadata.jwks_uri().clone(),
            read: now,
            keys_read: now,
        })
    }
}
