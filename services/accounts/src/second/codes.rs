//! Recovery codes: for who lost the phone. Ten, each of 80 random bits, each good once.

use chrono::{DateTime, Utc};
use ground::{
    ids::AccountId,
    secret::{self, ServerKey},
};
use sqlx::PgConnection;

use crate::{
    events::{self, Event, EventKind},
    store,
};

/// How many there are.
pub(crate) const COUNT: usize = 10;
/// Digits and letters that nobody takes for each other (Crockford's base 32): no I, L, O, U. Five bits each.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;
const GROUP: usize = 4;
const PURPOSE: &str = "bepart 2026-11 accounts: recovery codes";

/// A recovery code: `7Q4M-…`, four groups of four.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecoveryCode(String);

impl RecoveryCode {
    fn mint() -> Self {
        // 32 divides 256: every letter is as likely as another.
        let letters = secret::random::<LENGTH>();
        let letter = |byte: u8| ALPHABET.get(usize::from(byte % 32)).copied().map(char::from);
        Self(letters.into_iter().filter_map(letter).collect())
    }

    /// What a person typed: in any case, with digits of any of our languages, with letters that look like digits.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let mut code = String::with_capacity(LENGTH);
        for typed in typed.chars().take(100) {
            let plain = match typed {
                '٠'..='٩' => char::from_digit(u32::from(typed) - u32::from('٠'), 10)?,
                '۰'..='۹' => char::from_digit(u32::from(typed) - u32::from('۰'), 10)?,
                _ => typed.to_ascii_uppercase(),
            };
            match plain {
                'O' => code.push('0'),
                'I' | 'L' => code.push('1'),
                c if u8::try_from(c).is_ok_and(|byte| ALPHABET.contains(&byte)) => code.push(c),
                between if is_between(between) => {}
                _ => return None,
            }
        }
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// As it is shown.
    pub(crate) fn text(&self) -> String {
        let groups: Vec<&str> = (0..LENGTH)
            .step_by(GROUP)
            .filter_map(|at| self.0.get(at..at + GROUP))
            .collect();
        groups.join("-")
    }

    /// What is stored. With 80 random bits under the server's key there is nothing to try, so it need not be slow.
    pub(crate) fn hash(&self, key: &ServerKey, account_id: AccountId) -> Vec<u8> {
        let key = key.derive(PURPOSE, account_id.0.as_bytes());
        blake3::keyed_hash(&key, self.0.as_bytes()).as_bytes().to_vec()
    }
}

/// What stands between letters or digits that belong together: spaces, hyphens of all kinds, marks of direction.
pub(crate) fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '_' | '.' | '−' | '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}'
        )
}

/// New codes, as they are shown once; those before are worth nothing from now on.
pub(crate) async fn make(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    device: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<String>> {
    let codes: Vec<RecoveryCode> = std::iter::repeat_with(RecoveryCode::mint).take(COUNT).collect();
    let hashes: Vec<Vec<u8>> = codes
        .iter()
        .map(|code| code.hash(&room.key, account_id))
        .collect();
    store::insert_recovery_codes(conn, account_id, &hashes).await?;
    let event = Event::own(account_id, EventKind::CodesMade, device);
    events::record(conn, &room.ids, now, &event).await?;
    Ok(codes.iter().map(RecoveryCode::text).collect())
}

/// Uses a code up; `false` when it is none of theirs, or was used.
pub(crate) async fn is_right(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
    typed: &str,
    device: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let Some(code) = RecoveryCode::parse(typed) else {
        return Ok(false);
    };
    let hash = code.hash(&room.key, account_id);
    if !store::set_recovery_code_used(conn, account_id, &hash, now).await? {
        return Ok(false);
    }
    let event = Event::own(account_id, EventKind::CodeUsed, device);
    events::record(conn, &room.ids, now, &event).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_eighty_bits_and_is_read_however_it_is_typed() {
        let code = RecoveryCode::mint();
        assert_eq!(code.text().len(), 19);
        assert_ne!(code, RecoveryCode::mint());
        let shown = "7Q4M-0123-ABCD-11ZZ";
        let read = RecoveryCode::parse(shown).unwrap();
        assert_eq!(read.text(), shown);
        for typed in [
            "7q4m 0123 abcd 11zz",
            "7Q4MO123ABCDILZZ",
            "\u{200e}٧Q٤M–٠١٢٣–ABCD–١١ZZ",
            "  7Q4M-0123-ABCD-1lZZ\n",
        ] {
            assert_eq!(RecoveryCode::parse(typed).as_ref(), Some(&read), "{typed}");
        }
        for typed in [
            "",
            "123456",
            "7Q4M-0123-ABCD-11Z",
            "7Q4M-0123-ABCD-11ZZZ",
            "7Q4M-0123-ABCD-11Z<",
            "7Q4M-0123-ABCD-11ZU",
        ] {
            assert_eq!(RecoveryCode::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_same_code_of_two_accounts_is_stored_as_two_hashes() {
        let ids = ground::ids::Ids::counting();
        let now = DateTime::from_timestamp(0, 0).unwrap();
        let (ada, bo): (AccountId, AccountId) = (ids.mint(now), ids.mint(now));
        let (code, key) = (RecoveryCode::mint(), ServerKey::fixed());
        assert_eq!(code.hash(&key, ada), code.hash(&key, ada));
        assert_ne!(code.hash(&key, ada), code.hash(&key, bo));
    }
}
