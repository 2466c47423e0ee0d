//! `/me/second/passkey`: adding, naming and removing passkeys.

use axum::{Form, extract::State, http::HeaderMap, response::Response};
use data_encoding::BASE64URL_NOPAD;
use ground::{
    Failure,
    lang::Message,
    msg,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    app_page::{after_adding, after_removing},
    page::{self, HERE, is_wanted},
    passkeys::{self, Answer},
};
use crate::{
    device::device,
    events::{self, Event, EventKind},
    me::signed_in,
    store,
};

/// The longest name of a passkey, in what readers see as characters.
const MAX_NAME: i64 = 40;
/// The same in bytes: marks may be stacked on a character without end.
const MAX_NAME_BYTES: usize = 400;

#[derive(Deserialize)]
pub(crate) struct NewForm {
    #[serde(default)]
    ceremony: String,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
pub(crate) struct OneForm {
    id: String,
    #[serde(default)]
    name: String,
}

/// `POST /me/second/passkey/start`: a question to an authenticator, as JSON.
pub(crate) async fn start(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let mut conn = room.pool.acquire().await?;
    passkeys::ask_to_make(&room, &mut conn, person.account_id, now).await
}

/// `POST /me/second/passkey`: the authenticator's answer.
pub(crate) async fn post(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<NewForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let (id, device) = (person.account_id, device(&headers));
    let name = name(&form.name).unwrap_or_default();
    let answer = Answer {
        ceremony: form.ceremony,
        credential: form.credential,
    };
    let mut tx = ground::db::begin(&room.pool).await?;
    store::lock_account(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let shown = match passkeys::add(&room, &mut tx, id, &answer, &name, &device, now).await? {
        Ok(()) => after_adding(&room, &mut tx, &cx, id, &device).await?,
        Err(refused) => {
            let mut problems = Problems::default();
            problems.add("passkeys", refused.words());
            page::show(&room, &mut tx, &cx, &person, problems).await?
        }
    };
    tx.commit().await?;
    Ok(shown)
}

/// `POST /me/second/passkey/name`
pub(crate) async fn rename(
    State(room): State<crate::State>,
    cx: Cx,
    Form(form): Form<OneForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let id = credential_id(&form)?;
    let mut conn = room.pool.acquire().await?;
    match name(&form.name) {
        Ok(name) => {
            let theirs = store::set_passkey_name(&mut conn, person.account_id, &id, &name).await?;
            if theirs {
                Ok(see_other(HERE))
            } else {
                Err(Failure::NotFound)
            }
        }
        Err(words) => {
            let mut problems = Problems::default();
            problems.add("passkeys", words);
            page::show(&room, &mut conn, &cx, &person, problems).await
        }
    }
}

/// `POST /me/second/passkey/remove`
pub(crate) async fn remove(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<OneForm>,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let (id, credential_id) = (person.account_id, credential_id(&form)?);
    let mut tx = ground::db::begin(&room.pool).await?;
    // Their role as it is now: it may have been given since the request came.
    let role = store::lock_account(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let before = store::find_factors(&mut tx, id).await?;
    if !store::delete_passkey(&mut tx, id, &credential_id).await? {
        return Err(Failure::NotFound);
    }
    if before.count() == 1 && is_wanted(&room, role) {
        tx.rollback().await?;
        let mut problems = Problems::default();
        problems.add("passkeys", msg!("second-last"));
        let mut conn = room.pool.acquire().await?;
        return page::show(&room, &mut conn, &cx, &person, problems).await;
    }
    let device = device(&headers);
    let event = Event::own(id, EventKind::PasskeyRemoved, &device);
    events::record(&mut tx, &room.ids, now, &event).await?;
    after_removing(&mut tx, id).await?;
    tx.commit().await?;
    Ok(see_other(HERE))
}

/// What is no id of a key is nobody's.
fn credential_id(form: &OneForm) -> Result<Vec<u8>, Failure> {
    BASE64URL_NOPAD
        .decode(form.id.as_bytes())
        .map_err(|_| Failure::NotFound)
}

/// What its owner calls it; empty: nothing in particular.
fn name(typed: &str) -> Result<String, Message> {
    let name: String = typed.trim().nfc().collect();
    let length = i64::try_from(name.graphemes(true).count()).unwrap_or(i64::MAX);
    if name.len() > MAX_NAME_BYTES || length > MAX_NAME {
        return Err(msg!("passkey-name-too-long").n("most", MAX_NAME));
    }
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if name.chars().any(|c| c.is_control() || turns(c)) {
        return Err(msg!("passkey-name-bad"));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passkey_is_called_what_its_owner_likes_within_reason() {
        assert_eq!(name(" مۆبایلی ئاڤا ").unwrap(), "مۆبایلی ئاڤا");
        assert_eq!(name("").unwrap(), "");
        assert_eq!(name("<b>key</b>").unwrap(), "<b>key</b>", "it is shown as text");
        assert_eq!(name(&"a".repeat(41)).unwrap_err().id, "passkey-name-too-long");
        assert_eq!(
            name(&format!("e{}", "\u{301}".repeat(300))).unwrap_err().id,
            "passkey-name-too-long"
        );
        for bad in ["a\u{202e}b", "a\nb", "a\u{0}b"] {
            assert_eq!(name(bad).unwrap_err().id, "passkey-name-bad");
        }
    }
}
