//! Passkeys (`WebAuthn` level 2): what is asked of an authenticator, and whether its answer is right.
//!
//! Each question is kept as a row and taken away by the first answer. An answer is compared with the key as it is in the
//! database at that moment, never with what it was when the question was asked: two answers at once cannot both pass by one
//! value of the authenticator's counter.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    msg, secret,
    web::{Cx, Site},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use sqlx::PgConnection;
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
        RegisterPublicKeyCredential, WebauthnError,
    },
};

use crate::{
    events::{self, Event, EventKind},
    store,
};

/// More than anybody carries.
const MOST: usize = 20;
/// An answer is a kilobyte or two.
const MOST_BYTES: usize = 16 * 1024;

/// A form as script fills it in.
#[derive(Default, Deserialize)]
pub(crate) struct Answer {
    /// The token of the question.
    #[serde(default)]
    pub(crate) ceremony: String,
    /// What the authenticator said, as JSON.
    #[serde(default)]
    pub(crate) credential: String,
}

/// What is kept of a question.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Asked {
    /// To make a key.
    Make(PasskeyRegistration),
    /// To show that one has it.
    Show(DiscoverableAuthentication),
}

/// Why a passkey was not taken.
#[derive(Debug)]
pub(crate) enum Refused {
    /// The question was never asked, answered before, or too long ago.
    Late,
    /// What was sent is no answer to it, or not a right one.
    Wrong,
    /// The key is somebody's already.
    Known,
}

impl Refused {
    pub(crate) fn words(&self) -> Message {
        match self {
            Self::Late => msg!("passkey-late"),
            Self::Wrong => msg!("passkey-wrong"),
            Self::Known => msg!("passkey-known"),
        }
    }
}

/// Whether browsers offer passkeys at our address: by TLS or on this machine, and by a name. To a bare IP address
/// a key cannot be bound.
pub(crate) fn are_offered(site: &Site) -> bool {
    relying_party(site).is_some()
}

fn relying_party(site: &Site) -> Option<Webauthn> {
    let host = site.base_url.domain()?;
    if !site.is_https() && host != "localhost" {
        return None;
    }
    let party = WebauthnBuilder::new(host, &site.base_url).ok()?;
    party.rp_name(&site.name).build().ok()
}

fn party(room: &crate::State) -> Result<Webauthn, Failure> {
    relying_party(&room.site).ok_or(Failure::NotFound)
}

/// Asks for a new key, which the authenticator finds by itself later, and for which it wants to know its person.
pub(crate) async fn ask_to_make(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> Result<Response, Failure> {
    let party = party(room)?;
    let known = store::list_passkeys(conn, account_id).await?;
    if known.len() >= MOST {
        return Err(Failure::Forbidden(msg!("passkey-too-many")));
    }
    let known: Vec<CredentialID> = known.into_iter().map(|row| row.credential_id).collect();
    let owner = store::find_factor_owner(conn, account_id)
        .await?
        .ok_or(Failure::NotFound)?;
    let user = owner.email.as_deref().unwrap_or(&owner.display_name);
    let (mut question, asked) = party
        .start_passkey_registration(account_id.0, user, &owner.display_name, Some(known))
        .map_err(anyhow::Error::from)?;
    if let Some(wanted) = &mut question.public_key.authenticator_selection {
        // Without the newer field browsers go by this one (`WebAuthn` level 2, §5.4.4).
        (wanted.resident_key, wanted.require_resident_key) = (None, true);
    }
    let question = json(&question)?;
    ask(conn, Some(account_id), "make", question, &Asked::Make(asked), now).await
}

/// Asks to show a key: one of the account's, or (of whom we do not know yet) any.
pub(crate) async fn ask_to_show(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<Response, Failure> {
    let (question, asked) = party(room)?
        .start_discoverable_authentication()
        .map_err(anyhow::Error::from)?;
    let mut question = json(&question)?;
    // The library means it for a field that completes itself; ours is a button.
    if let Some(question) = question.as_object_mut() {
        question.remove("mediation");
    }
    if let Some(account_id) = account_id {
        let known = store::list_passkeys(conn, account_id).await?;
        if known.is_empty() {
            return Err(Failure::NotFound);
        }
        let known = known
            .into_iter()
            .map(|row| json!({ "type": "public-key", "id": BASE64URL_NOPAD.encode(&row.credential_id) }));
        if let Some(options) = question.pointer_mut("/publicKey/allowCredentials") {
            *options = known.collect();
        }
    }
    ask(conn, account_id, "show", question, &Asked::Show(asked), now).await
}

async fn ask(
    conn: &mut PgConnection,
    account_id: Option<AccountId>,
    what: &'static str,
    question: Value,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<Response, Failure> {
    let ceremony = secret::token();
    let hash = secret::token_hash(&ceremony);
    store::insert_ceremony(conn, &hash, account_id, &json(asked)?, now).await?;
    let body = json!({ "ceremony": ceremony, what: question }).to_string();
    let kind = HeaderValue::from_static("application/json");
    Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
}

/// Takes the question away, so that it is answered once, well or badly.
async fn take(
    conn: &mut PgConnection,
    account_id: Option<AccountId>,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<Result<Asked, Refused>, Failure> {
    let hash = secret::token_hash(&answer.ceremony);
    match store::take_ceremony(conn, &hash, now).await? {
        Some(row) if row.account_id == account_id => Ok(Ok(of_json(row.state)?)),
        _ => Ok(Err(Refused::Late)),
    }
}

/// Reads the answer to [`ask_to_make`] and keeps the new key. To be committed in any case: the question is used up.
pub(crate) async fn add(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    answer: &Answer,
    name: &str,
    device: &str,
    now: DateTime<Utc>,
) -> Result<Result<(), Refused>, Failure> {
    let made = match made(room, conn, account_id, answer, now).await? {
        Ok(made) => made,
        Err(refused) => return Ok(Err(refused)),
    };
    let new = store::NewPasskey {
        credential_id: made.cred_id(),
        account_id,
        passkey: json(&made)?,
        name,
        created_at: now,
    };
    if !store::insert_passkey(conn, &new).await? {
        return Ok(Err(Refused::Known));
    }
    let event = Event::own(account_id, EventKind::PasskeyAdded, device);
    events::record(conn, &room.ids, now, &event).await?;
    Ok(Ok(()))
}

async fn made(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<Result<Passkey, Refused>, Failure> {
    let party = party(room)?;
    let asked = match take(conn, Some(account_id), answer, now).await? {
        Ok(Asked::Make(asked)) => asked,
        Ok(Asked::Show(_)) => return Ok(Err(Refused::Wrong)),
        Err(refused) => return Ok(Err(refused)),
    };
    let Some(credential) = said::<RegisterPublicKeyCredential>(answer) else {
        return Ok(Err(Refused::Wrong));
    };
    let made = party.finish_passkey_registration(&credential, &asked);
    Ok(made.map_err(|error| {
        tracing::info!(account.id = %account_id, %error, "a new passkey was refused");
        Refused::Wrong
    }))
}

/// Whether the account's own passkey was shown, as [`ask_to_show`] asked. To be committed in any case; the account is
/// locked.
pub(crate) async fn verify(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    answer: &Answer,
    device: &str,
    now: DateTime<Utc>,
) -> Result<Result<(), Refused>, Failure> {
    let shown = match shown(conn, Some(account_id), answer, now).await? {
        Ok(shown) => shown,
        Err(refused) => return Ok(Err(refused)),
    };
    let right = is_right(room, conn, shown, device, now).await?;
    Ok(if right { Ok(()) } else { Err(Refused::Wrong) })
}

/// An answer that names a key we know. Whether it is right is still to be seen.
pub(crate) struct Shown {
    /// Whose key it is.
    pub(crate) account_id: AccountId,
    credential: PublicKeyCredential,
    asked: DiscoverableAuthentication,
}

/// Reads the answer to [`ask_to_show`]. Not in a transaction that may be rolled back: the question is used up.
pub(crate) async fn shown(
    conn: &mut PgConnection,
    account_id: Option<AccountId>,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<Result<Shown, Refused>, Failure> {
    let asked = match take(conn, account_id, answer, now).await? {
        Ok(Asked::Show(asked)) => asked,
        Ok(Asked::Make(_)) => return Ok(Err(Refused::Wrong)),
        Err(refused) => return Ok(Err(refused)),
    };
    let Some(credential) = said::<PublicKeyCredential>(answer) else {
        return Ok(Err(Refused::Wrong));
    };
    let Some(owner) = store::find_passkey_owner(conn, credential.get_credential_id()).await? else {
        return Ok(Err(Refused::Wrong));
    };
    let handle = credential.get_user_unique_id();
    let theirs = match (account_id, handle) {
        // Who was asked by name need not say it; who was not must.
        (Some(wanted), None) => wanted == owner,
        (wanted, Some(handle)) => handle == owner.0.as_bytes() && wanted.is_none_or(|wanted| wanted == owner),
        (None, None) => false,
    };
    Ok(if theirs {
        Ok(Shown {
            account_id: owner,
            credential,
            asked,
        })
    } else {
        Err(Refused::Wrong)
    })
}

/// Whether the answer is right. Uses the counter's value up, or writes down that the sign-in failed: to be committed in
/// both cases. The account is locked.
pub(crate) async fn is_right(
    room: &crate::State,
    conn: &mut PgConnection,
    shown: Shown,
    device: &str,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let Shown {
        account_id,
        credential,
        asked,
    } = shown;
    let Some(stored) = store::find_passkey_for_update(conn, credential.get_credential_id()).await? else {
        return Ok(false);
    };
    let mut passkey: Passkey = of_json(stored)?;
    match party(room)?.finish_discoverable_authentication_v2(&credential, asked, &passkey) {
        Ok(result) => {
            passkey.update_credential(&result);
            store::set_passkey_used(conn, passkey.cred_id(), &json(&passkey)?, now).await?;
            Ok(true)
        }
        Err(error) => {
            tracing::info!(account.id = %account_id, %error, "a passkey was refused");
            let kind = match error {
                // Of the key there are two that count apart: somebody made a copy.
                WebauthnError::CredentialPossibleCompromise => EventKind::PasskeyCopied,
                _ => EventKind::SignInFailed,
            };
            events::record(conn, &room.ids, now, &Event::own(account_id, kind, device)).await?;
            Ok(false)
        }
    }
}

/// Why there is no passkey to be had here, or nothing.
pub(crate) fn why_not(cx: &Cx) -> Option<Message> {
    (!are_offered(cx.site())).then(|| msg!("passkey-not-here"))
}

/// The answer, if it can be one at all.
fn said<T: DeserializeOwned>(answer: &Answer) -> Option<T> {
    let short = answer.credential.len() <= MOST_BYTES;
    short
        .then(|| serde_json::from_str(&answer.credential).ok())
        .flatten()
}

fn json(value: &impl Serialize) -> Result<Value, Failure> {
    Ok(serde_json::to_value(value).map_err(anyhow::Error::from)?)
}

fn of_json<T: DeserializeOwned>(value: Value) -> Result<T, Failure> {
    Ok(serde_json::from_value(value).map_err(anyhow::Error::from)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_offered_where_browsers_can_bind_them_to_a_name() {
        let mut site = crate::testing::site();
        for (base, offered) in [
            ("https://news.example", true),
            ("https://news.example:8443", true),
            ("http://localhost:8080", true),
            ("http://127.0.0.1:8080", false),
            ("https://192.0.2.1", false),
            ("https://[2001:db8::1]", false),
            ("http://news.example", false),
        ] {
            site.base_url = base.parse().unwrap();
            assert_eq!(are_offered(&site), offered, "{base}");
        }
    }
}
