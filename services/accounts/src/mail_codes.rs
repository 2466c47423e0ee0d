//! Codes and links that are sent by mail. Both are made of the server's key and an id, as receipt codes are (decision
//! 0002): nothing that is stored opens anything, and a letter that is sent twice says the same.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use ground::{
    ids::{AccountId, Ids, MailCodeId},
    lang::Lang,
    secret::{self, ServerKey},
};
use sqlx::{PgConnection, types::Uuid};

use crate::{
    letters::{self, LetterKind, NewLetter},
    store::{self, MailCode, Purpose},
};

mod asked;
mod refused;

pub(crate) use asked::{Asked, empty_cookie};
pub(crate) use refused::Refused;

/// A typed code works so long.
const CODE_LASTS: TimeDelta = TimeDelta::minutes(10);
/// A link works so long.
const LINK_LASTS: TimeDelta = TimeDelta::minutes(30);
/// Wrong codes until it is dead.
const TRIES: i16 = 5;
/// Wrong codes for one address in a day until only links work: whoever asks for one code after the other must not
/// come to a good part of the million there are.
const TRIES_A_DAY: i64 = 10;
/// Ended codes are kept so long, to tell who comes late why, and to count the tries of a day.
const KEPT: TimeDelta = TimeDelta::days(1);
/// Bytes of an id in a link, and of the proof after it.
const ID: usize = 16;
const PROOF: usize = 24;

/// A code to be made and sent.
pub(crate) struct NewCode<'a> {
    pub(crate) purpose: Purpose,
    /// To whom, as typed.
    pub(crate) email: &'a str,
    /// Whose; none as long as nobody knows (register, reset).
    pub(crate) account_id: Option<AccountId>,
    /// Of who registers.
    pub(crate) display_name: Option<&'a str>,
    /// Of who registers.
    pub(crate) password_hash: Option<&'a str>,
    pub(crate) language: Lang,
    /// Joins the two halves of a change of address.
    pub(crate) pair_id: Option<Uuid>,
    pub(crate) asked: &'a Asked,
}

/// Writes the code down and its letter with it, which leaves once the caller's transaction is committed.
pub(crate) async fn issue(
    conn: &mut PgConnection,
    ids: &Ids,
    new: &NewCode<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let mail_code_id: MailCodeId = ids.mint(now);
    let row = store::NewMailCode {
        mail_code_id,
        purpose: new.purpose,
        email: new.email,
        account_id: new.account_id,
        display_name: new.display_name,
        password_hash: new.password_hash,
        language: new.language.code(),
        pair_id: new.pair_id,
        browser_hash: &new.asked.hash(),
        created_at: now,
        expires_at: now + LINK_LASTS,
    };
    store::insert_mail_code(conn, &row).await?;
    let letter = NewLetter {
        kind: match new.purpose {
            Purpose::Register => LetterKind::Register,
            Purpose::Reset => LetterKind::Reset,
            Purpose::ChangeFrom => LetterKind::ChangeFrom,
            Purpose::ChangeTo => LetterKind::ChangeTo,
        },
        email: new.email,
        account_id: new.account_id,
        mail_code_id: Some(mail_code_id),
        language: Some(new.language),
        detail: "",
    };
    letters::post_to(conn, ids, &letter, now).await
}

/// The six digits.
pub(crate) fn digits_of(key: &ServerKey, id: MailCodeId) -> String {
    let made = key.derive("bepart 2026 digits of a mail code", id.0.as_bytes());
    let mut number = [0; 8];
    number.copy_from_slice(made.first_chunk::<8>().unwrap_or(&[0; 8]));
    format!("{:06}", u64::from_le_bytes(number) % 1_000_000)
}

/// What the link carries as `t`: the id, and 192 bits that only this server can make of it.
pub(crate) fn link_token(key: &ServerKey, id: MailCodeId) -> String {
    let mut bytes = id.0.as_bytes().to_vec();
    bytes.extend_from_slice(&proof(key, id));
    BASE64URL_NOPAD.encode(&bytes)
}

fn proof(key: &ServerKey, id: MailCodeId) -> [u8; PROOF] {
    let made = key.derive("bepart 2026 link of a mail code", id.0.as_bytes());
    *made.first_chunk().unwrap_or(&[0; PROOF])
}

fn read_link(key: &ServerKey, token: &str) -> Option<MailCodeId> {
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
    let (id, shown) = bytes.split_first_chunk::<ID>()?;
    let id = MailCodeId(Uuid::from_bytes(*id));
    secret::same(shown, &proof(key, id)).then_some(id)
}

/// What somebody shows of a mail.
pub(crate) enum Shown<'a> {
    /// The `t` of a link, from anywhere.
    Link(&'a str),
    /// The digits, in the browser that asked.
    Typed {
        asked: Option<&'a Asked>,
        digits: &'a str,
    },
}

/// Checks what is shown and locks its row; a wrong code is counted, so the caller commits in any case. It is used up by
/// [`use_up`] only, in the same transaction or a later one that asks [`reopen`].
pub(crate) async fn check(
    conn: &mut PgConnection,
    key: &ServerKey,
    purpose: Purpose,
    shown: &Shown<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Result<MailCode, Refused>> {
    match shown {
        Shown::Link(token) => match read_link(key, token) {
            Some(id) => reopen(conn, id, purpose, now).await,
            None => Ok(Err(Refused::Unknown)),
        },
        Shown::Typed { asked, digits } => {
            let Some(asked) = asked else {
                return Ok(Err(Refused::OtherBrowser));
            };
            let hash = asked.hash();
            match store::find_mail_code_of_browser_for_update(conn, &hash, purpose).await? {
                Some(code) => check_typed(conn, key, purpose, code, digits, now).await,
                None => Ok(Err(Refused::OtherBrowser)),
            }
        }
    }
}

async fn check_typed(
    conn: &mut PgConnection,
    key: &ServerKey,
    purpose: Purpose,
    code: MailCode,
    digits: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Result<MailCode, Refused>> {
    if let Some(refused) = over(&code, code.created_at + CODE_LASTS, now) {
        return Ok(Err(refused));
    }
    let today = store::count_tries_of_address(conn, &code.email, purpose, now - KEPT).await?;
    if code.tries >= TRIES || today >= TRIES_A_DAY {
        return Ok(Err(Refused::Dead));
    }
    let right = digits_of(key, code.mail_code_id);
    if secret::same(right.as_bytes(), plain_digits(digits).as_bytes()) {
        return Ok(Ok(code));
    }
    store::add_mail_code_try(conn, code.mail_code_id).await?;
    Ok(Err(Refused::Wrong))
}

/// Locks a code that was shown before in this request: it may have been used meanwhile.
pub(crate) async fn reopen(
    conn: &mut PgConnection,
    id: MailCodeId,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> sqlx::Result<Result<MailCode, Refused>> {
    let Some(code) = store::find_mail_code_for_update(conn, id, purpose).await? else {
        return Ok(Err(Refused::Unknown));
    };
    Ok(match over(&code, code.expires_at, now) {
        Some(refused) => Err(refused),
        None => Ok(code),
    })
}

fn over(code: &MailCode, ends_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<Refused> {
    if code.used_at.is_some() {
        Some(Refused::Used)
    } else if ends_at <= now {
        Some(Refused::Ended)
    } else {
        None
    }
}

/// What the browser asked for last, for the page on which the digits are typed: only what it typed itself.
pub(crate) async fn address_asked(
    conn: &mut PgConnection,
    asked: Option<&Asked>,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    let Some(asked) = asked else { return Ok(None) };
    let found = store::find_mail_code_of_browser_for_update(conn, &asked.hash(), purpose).await?;
    Ok(found
        .filter(|code| over(code, code.created_at + CODE_LASTS, now).is_none())
        .map(|code| code.email))
}

/// Uses a code up, and with it every other of its purpose and address.
pub(crate) async fn use_up(
    conn: &mut PgConnection,
    purpose: Purpose,
    code: &MailCode,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    store::end_mail_codes(conn, purpose, &code.email, account_id, now).await
}

/// Deletes codes, with their letters, a day after they ended; gives their number.
pub(crate) async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    store::delete_mail_codes_ended(conn, now - KEPT).await
}

/// What was typed, in the digits that we compare: people write theirs, and spaces between them.
fn plain_digits(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c {
            '\u{660}'..='\u{669}' => digit(u32::from(c) - 0x660),
            '\u{6f0}'..='\u{6f9}' => digit(u32::from(c) - 0x6f0),
            other => other,
        })
        .collect()
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests;
