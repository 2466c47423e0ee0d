//! Who it is, by an issuer's signed word (OpenID Connect Core §3.1.3.7).

use std::sync::Arc;

use axum::http::{Request, StatusCode, header};
use chrono::{DateTime, TimeDelta, Utc};
use oauth2::{AccessToken, AsyncHttpClient, ClientId};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, EmptyAdditionalClaims, IdToken, IdTokenClaims, IdTokenVerifier, Nonce,
    UserInfoClaims, UserInfoUrl,
    core::{CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm},
};
use serde::{Deserialize, Serialize};

use super::{
    discovery::{Known, OpenId},
    http::Http,
    jose::{self, JoseError},
    person::Person,
    why::Why,
};

/// The clocks of services may be so much ahead of ours.
const AHEAD: TimeDelta = TimeDelta::seconds(60);

/// What `openidconnect` does not look at.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct NotBefore {
    nbf: Option<f64>,
}
impl AdditionalClaims for NotBefore {}

type Claims = IdTokenClaims<NotBefore, CoreGenderClaim>;
type Token = IdToken<NotBefore, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// What came for the code.
pub(super) struct Answer<'a> {
    pub(super) id_token: &'a str,
    pub(super) access_token: &'a AccessToken,
    /// What we asked to stand in it.
    pub(super) nonce: &'a str,
    /// As which the issuer knows us.
    pub(super) client_id: &'a str,
}

impl OpenId {
    /// Who it is. The keys are asked for again when the token's is not among them, once a minute at most.
    pub(super) async fn person(
        &self,
        http: &Http,
        known: Arc<Known>,
        answer: &Answer<'_>,
        now: DateTime<Utc>,
    ) -> Result<Person, Why> {
        let checked = jose::verify(answer.id_token, known.keys.keys(), &known.algs);
        let known = if checked == Err(JoseError::NoKey) {
            self.with_new_keys(&known, http, now).await?.unwrap_or(known)
        } else {
            known
        };
        let claims = believe(&known, answer, now)?;
        let mut person = Person {
            issuer: known.issuer.to_string(),
            subject: claims.subject().to_string(),
            name: claims
                .name()
                .and_then(|name| name.get(None))
                .map(|name| name.trim().to_owned()),
            email: claims.email().map(|email| email.to_string()),
            email_verified: claims.email_verified() == Some(true),
        };
        if let Some(user) = known
            .user
            .as_ref()
            .filter(|_| person.name.is_none() || person.email.is_none())
        {
            let more = ask_more(http, user, answer.access_token, &claims).await?;
            let name = more
                .name()
                .and_then(|name| name.get(None))
                .map(|name| name.trim().to_owned());
            person.name = person.name.or(name);
            if person.email.is_none() {
                person.email = more.email().map(|email| email.to_string());
                person.email_verified = more.email_verified() == Some(true);
            }
        }
        person
            .checked()
            .ok_or(Why::Refused("the service's id of the person is none"))
    }
}

/// The token's claims, if all that it must be, it is.
fn believe(known: &Known, answer: &Answer<'_>, now: DateTime<Utc>) -> Result<Claims, Why> {
    jose::verify(answer.id_token, known.keys.keys(), &known.algs)?;
    let token: Token = answer
        .id_token
        .parse()
        .map_err(|_| Why::Refused("the token does not say what it must"))?;
    let us = ClientId::new(answer.client_id.to_owned());
    let verifier = IdTokenVerifier::new_public_client(us, known.issuer.clone(), known.keys.clone())
        .set_allowed_algs(known.algs.iter().map(|alg| alg.core()))
        // Judged below, together with `azp`.
        .set_other_audience_verifier_fn(|_| true)
        .set_time_fn(move || now)
        .set_issue_time_verifier_fn(move |at| {
            if at > now + AHEAD { Err("of the future".to_owned()) } else { Ok(()) }
        });
    let at_hash = at_hash(&token, &verifier, answer.access_token)?;
    let claims = token.into_claims(&verifier, &Nonce::new(answer.nonce.to_owned()))?;
    // Another client's token must not open our door; one for several is for us only when it was made for us.
    let for_us = |party: Option<&ClientId>| party.is_some_and(|party| party.as_str() == answer.client_id);
    let alone = claims.audiences().len() == 1;
    let party = claims.authorized_party();
    if !for_us(party) && (party.is_some() || !alone) {
        return Err(Why::Refused("the token is for somebody else, too"));
    }
    let not_before = claims.additional_claims().nbf;
    if not_before.is_some_and(|at| at > seconds(now + AHEAD)) {
        return Err(Why::Refused("the token is not good yet"));
    }
    if claims.access_token_hash().is_some_and(|said| *said != at_hash) {
        return Err(Why::Refused("the two tokens do not belong together"));
    }
    Ok(claims)
}

/// What the token must say of the other one, if it says something of it.
fn at_hash(
    token: &Token,
    verifier: &IdTokenVerifier<'_, jose::Key>,
    access_token: &AccessToken,
) -> Result<AccessTokenHash, Why> {
    let refused = Why::Refused("the token's key is not known");
    let alg = token.signing_alg().map_err(|_| refused)?;
    let key = token.signing_key(verifier).map_err(|_| refused)?;
    AccessTokenHash::from_token(access_token, alg, key).map_err(|_| refused)
}

/// Seconds since 1970 as a JSON number: exact until long after the Sun.
#[expect(
    clippy::cast_precision_loss,
    reason = "52 bits of seconds are 142 million years"
)]
fn seconds(at: DateTime<Utc>) -> f64 {
    at.timestamp() as f64
}

/// Name and address, where the token does not have them. It must speak of the same person.
async fn ask_more(
    http: &Http,
    user: &UserInfoUrl,
    access_token: &AccessToken,
    claims: &Claims,
) -> Result<UserInfoClaims<EmptyAdditionalClaims, CoreGenderClaim>, Why> {
    let request = Request::get(user.as_str())
        .header(header::ACCEPT, "application/json")
        .header(header::AUTHORIZATION, format!("Bearer {}", access_token.secret()))
        .body(Vec::new())
        .map_err(|_| Why::Refused("the service's token cannot be sent"))?;
    let answer = http.call(request).await?;
    if answer.status() != StatusCode::OK {
        return Err(Why::Refused("the service does not say who it is"));
    }
    Ok(UserInfoClaims::from_json(answer.body(), Some(claims.subject()))?)
}
