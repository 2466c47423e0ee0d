//! One service: sending people there, and learning who came back.

use std::{fmt, sync::Arc};

use anyhow::Context;
use chrono::{DateTime, Utc};
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet,
    ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, StandardRevocableToken,
    StandardTokenResponse, TokenResponse, TokenUrl,
    basic::{
        BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType,
    },
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use url::Url;

use super::{
    apple::AppleKey,
    discovery::{Known, OpenId},
    http::Http,
    openid::Answer,
    person::Person,
    plain::Plain,
    why::Why,
};

/// A service, as configured.
pub(crate) struct Provider {
    /// Its part of our addresses.
    pub(super) key: String,
    /// What people call it.
    pub(super) name: String,
    pub(super) client_id: String,
    pub(super) secret: Secret,
    pub(super) scopes: Vec<String>,
    /// It answers by a form that the browser posts from its site to ours (Apple).
    pub(super) by_form: bool,
    pub(super) protocol: Protocol,
}

/// By what the service knows that it is us.
pub(super) enum Secret {
    Plain(SecretString),
    Apple(Box<AppleKey>),
}

/// What it speaks.
pub(super) enum Protocol {
    OpenId(OpenId),
    Plain(Box<Plain>),
}

/// Where to go now, as far as it had to be asked for.
#[derive(Clone)]
pub(super) enum Ways<'a> {
    OpenId(&'a OpenId, Arc<Known>),
    Plain(&'a Plain),
}

/// What belongs to one way there and back, and to no other.
pub(super) struct Attempt {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

/// The token that says who it is, beside those that `oauth2` knows.
#[derive(Deserialize, Serialize)]
struct IdTokenText {
    id_token: Option<String>,
}
impl ExtraTokenFields for IdTokenText {}

impl fmt::Debug for IdTokenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdTokenText(…)")
    }
}

type Client = oauth2::Client<
    BasicErrorResponse,
    StandardTokenResponse<IdTokenText, BasicTokenType>,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

impl Ways<'_> {
    fn authorize(&self) -> &AuthUrl {
        match self {
            Self::OpenId(_, known) => &known.authorize,
            Self::Plain(plain) => &plain.authorize,
        }
    }

    fn token(&self) -> &TokenUrl {
        match self {
            Self::OpenId(_, known) => &known.token,
            Self::Plain(plain) => &plain.token,
        }
    }

    fn in_body(&self) -> bool {
        match self {
            Self::OpenId(_, known) => known.in_body,
            Self::Plain(plain) => plain.in_body,
        }
    }

    /// Whether an answer that names this issuer, or none, can be this service's (RFC 9207).
    pub(super) fn may_say(&self, issuer: Option<&str>) -> bool {
        match (self, issuer) {
            (Self::OpenId(_, known), Some(said)) => said == known.issuer.as_str(),
            (Self::OpenId(_, known), None) => !known.names_itself,
            // Each service has an address of ours of its own, which is the other guard against mixing them up.
            (Self::Plain(_), _) => true,
        }
    }
}

impl Provider {
    /// Where to go now; asks the issuer when nothing is known of it.
    pub(super) async fn ways(&self, http: &Http, now: DateTime<Utc>) -> Result<Ways<'_>, Why> {
        match &self.protocol {
            Protocol::OpenId(openid) => Ok(Ways::OpenId(openid, openid.known(http, now).await?)),
            Protocol::Plain(plain) => Ok(Ways::Plain(plain)),
        }
    }

    /// Where to send the person. `back`: the address of ours where they come back.
    pub(super) fn address(&self, ways: &Ways<'_>, back: String, attempt: &Attempt) -> anyhow::Result<Url> {
        let client = self.client(ways, back, None)?;
        let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
        let state = attempt.state.clone();
        let mut request = client
            .authorize_url(move || CsrfToken::new(state))
            .add_scopes(self.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        if matches!(ways, Ways::OpenId(..)) {
            request = request.add_extra_param("nonce", &attempt.nonce);
        }
        if self.by_form {
            request = request.add_extra_param("response_mode", "form_post");
        }
        Ok(request.url().0)
    }

    /// Exchanges the code, and learns who it is. The tokens are forgotten with the end of this function.
    pub(super) async fn person(
        &self,
        http: &Http,
        ways: Ways<'_>,
        back: String,
        code: String,
        attempt: &Attempt,
        now: DateTime<Utc>,
    ) -> Result<Person, Why> {
        let secret = self
            .secret(now)
            .map_err(|_| Why::Refused("our own secret cannot be made"))?;
        let client = self
            .client(&ways, back, Some(secret))
            .map_err(|_| Why::Refused("our own address is none"))?;
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()))
            .request_async(http)
            .await?;
        let access_token = tokens.access_token();
        match ways {
            Ways::Plain(plain) => plain.person(http, &self.key, access_token).await,
            Ways::OpenId(openid, known) => {
                let id_token = tokens.extra_fields().id_token.as_deref();
                let answer = Answer {
                    id_token: id_token.ok_or(Why::Refused("the service does not say who it is"))?,
                    access_token,
                    nonce: &attempt.nonce,
                    client_id: &self.client_id,
                };
                openid.person(http, known, &answer, now).await
            }
        }
    }

    fn client(&self, ways: &Ways<'_>, back: String, secret: Option<ClientSecret>) -> anyhow::Result<Client> {
        let client = oauth2::Client::new(ClientId::new(self.client_id.clone()))
            .set_auth_uri(ways.authorize().clone())
            .set_token_uri(ways.token().clone())
            .set_redirect_uri(RedirectUrl::new(back).context("our own address is none")?)
            .set_auth_type(if ways.in_body() {
                AuthType::RequestBody
            } else {
                AuthType::BasicAuth
            });
        Ok(match secret {
            Some(secret) => client.set_client_secret(secret),
            None => client,
        })
    }

    fn secret(&self, now: DateTime<Utc>) -> anyhow::Result<ClientSecret> {
        match &self.secret {
            Secret::Plain(secret) => Ok(ClientSecret::new(secret.expose_secret().to_owned())),
            Secret::Apple(key) => key.secret(&self.client_id, now),
        }
    }
}
