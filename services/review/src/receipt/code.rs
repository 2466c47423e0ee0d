//! The receipt code: 100 bits that only its holder keeps.
//!
//! A code is not random but made, by the server's key, of the contribution's id and the secret of the form it
//! was sent with. So a form that is sent twice leads to the same code twice, although the code is nowhere: the
//! database has a hash of it. That hash is slow (Argon2id, RFC 9106), since a code is all that keeps a finder of
//! the database from a source; and it is keyed, so that without the server's key there is nothing to try.
//! One salt serves for all, because a code is looked up by its hash; codes are made, never chosen, so none is
//! more likely than another.

use std::{fmt, sync::Arc};

use anyhow::Context;
use argon2::{Algorithm, Argon2, Params, Version};
use ground::{ids::SubmissionId, secret::ServerKey};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use unicode_normalization::UnicodeNormalization;

/// Digits and letters that nobody takes for each other (Crockford's base 32): no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each.
const LENGTH: usize = 20;
const GROUP: usize = 4;
/// Hashes at once: each takes 19 MiB and a core for a moment.
const AT_ONCE: usize = 2;

/// A receipt code. Shown as `7Q4M-…`, five groups of four.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Code(String);

impl Code {
    /// What a person typed: in any case, with or without what stands between the groups, with digits of any of
    /// our languages and with the letters that look like digits.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let mut code = String::with_capacity(LENGTH);
        // Room for every separator; what is longer was not a code.
        for typed in typed.chars().take(200) {
            let plain = match typed {
                '٠'..='٩' => char::from_digit(u32::from(typed) - u32::from('٠'), 10)?,
                '۰'..='۹' => char::from_digit(u32::from(typed) - u32::from('۰'), 10)?,
                _ => typed.to_ascii_uppercase(),
            };
            match plain {
                'O' => code.push('0'),
                'I' | 'L' => code.push('1'),
                c if u8::try_from(c).is_ok_and(|byte| ALPHABET.contains(&byte)) => code.push(c),
                // Spaces, hyphens of all kinds and marks of direction.
                c if c.is_whitespace() || matches!(c, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '−') => {}
                '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}'
                | '\u{061C}' => {}
                _ => return None,
            }
        }
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// What stands for a text that cannot be a code: hashed like one, found never.
    pub(crate) fn never() -> Self {
        Self("-".repeat(LENGTH))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, c) in self.0.chars().enumerate() {
            if position > 0 && position % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Makes receipt codes and their hashes.
#[derive(Clone)]
pub struct Receipts {
    key: ServerKey,
    turns: Arc<Semaphore>,
}

impl Receipts {
    /// Codes of this server.
    pub fn new(key: ServerKey) -> Self {
        Self {
            key,
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// The code of a contribution that was sent with this form.
    pub(crate) fn code_of(&self, id: SubmissionId, form_key: &str) -> Code {
        let bytes = self
            .key
            .derive("bepart receipt code v1", &Self::input(id, form_key));
        let bits = bytes
            .iter()
            .take(16)
            .fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letters = (1..=LENGTH).filter_map(|number| {
            let five = usize::try_from(bits >> (128 - 5 * number) & 31).ok()?;
            ALPHABET.get(five).copied().map(char::from)
        });
        Code(letters.collect())
    }

    /// What is stored of a form's key.
    pub(crate) fn form_key_hash(&self, id: SubmissionId, form_key: &str) -> Vec<u8> {
        self.key
            .derive("bepart form key v1", &Self::input(id, form_key))
            .to_vec()
    }

    /// What is kept of an address that somebody left, to know them again: nothing that leads back to it without the
    /// server's key.
    pub(crate) fn address_hash(&self, email: &str) -> Vec<u8> {
        let folded = email.trim().nfkc().collect::<String>().to_lowercase();
        self.key
            .derive("bepart contributor address v1", folded.as_bytes())
            .to_vec()
    }

    fn input(id: SubmissionId, form_key: &str) -> Vec<u8> {
        [id.0.as_bytes(), form_key.as_bytes()].concat()
    }

    /// Waits until it is our turn to hash. Held for as long as what follows from the hash must be known before
    /// the next one may try.
    pub(crate) async fn turn(&self) -> anyhow::Result<Turn> {
        let permit = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .context("nobody takes turns any more")?;
        Ok(Turn {
            key: self.key.clone(),
            permit: Arc::new(permit),
        })
    }
}

/// A turn to hash.
pub(crate) struct Turn {
    key: ServerKey,
    permit: Arc<OwnedSemaphorePermit>,
}

impl Turn {
    /// What is stored of a code.
    pub(crate) async fn hash(&self, code: &Code) -> anyhow::Result<Vec<u8>> {
        let (key, code, permit) = (self.key.clone(), code.clone(), Arc::clone(&self.permit));
        let hash = tokio::task::spawn_blocking(move || {
            // Whoever asked may be gone by now; the memory is in use all the same.
            let _permit = permit;
            let pepper = key.derive("bepart receipt pepper v1", b"");
            let salt = key.derive("bepart receipt salt v1", b"");
            let params = Params::new(19 * 1024, 2, 1, Some(32))?;
            let argon2 = Argon2::new_with_secret(&pepper, Algorithm::Argon2id, Version::V0x13, params)?;
            let mut hash = vec![0; 32];
            argon2.hash_password_into(code.0.as_bytes(), &salt, &mut hash)?;
            Ok::<_, argon2::Error>(hash)
        });
        hash.await
            .context("hashing a code panicked")?
            .map_err(|error| anyhow::anyhow!("cannot hash a code: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use uuid::Uuid;

    use super::*;

    fn receipts() -> Receipts {
        Receipts::new(ServerKey::fixed())
    }

    fn id(number: u128) -> SubmissionId {
        SubmissionId(Uuid::from_u128(number))
    }

    #[test]
    fn a_code_is_read_back_however_a_person_types_it() {
        let code = Code::parse("0123456789ABCDEFGHJK").unwrap();
        assert_eq!(code.to_string(), "0123-4567-89AB-CDEF-GHJK");
        for typed in [
            "0123-4567-89ab-cdef-ghjk",
            " o123 4567 89ab cdef ghjk\r\n",
            "oI23–4567–89AB–CDEF–GHJK",
            "٠١٢٣-٤٥٦٧-٨٩ab-cdef-ghjk",
            "\u{2066}۰۱۲۳ ۴۵۶۷ ۸۹AB CDEF GHJK\u{2069}",
            "0L23.4567.89AB.CDEF.GHJK",
        ] {
            assert!(Code::parse(typed).as_ref() == Some(&code), "{typed}");
        }
        for strange in [
            "",
            "0123-4567-89AB-CDEF-GHJ",
            "0123-4567-89AB-CDEF-GHJKM",
            "U123-4567-89AB-CDEF-GHJK",
            "کۆد",
        ] {
            assert!(Code::parse(strange).is_none(), "{strange}");
        }
        assert!(Code::parse(&Code::never().to_string()).is_none());
    }

    #[test]
    fn one_form_makes_one_code_and_another_form_or_server_makes_another() {
        let code = receipts().code_of(id(1), "key");
        assert!(code == receipts().code_of(id(1), "key"));
        assert!(code != receipts().code_of(id(2), "key"));
        assert!(code != receipts().code_of(id(1), "other"));
        let stranger = ServerKey::parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").unwrap();
        assert!(code != Receipts::new(stranger).code_of(id(1), "key"));
        assert!(Code::parse(&code.to_string()) == Some(code.clone()));
        assert!(!format!("{code:?}").contains(&code.0));
    }

    #[test]
    fn every_letter_of_a_code_carries_five_bits() {
        let codes: Vec<_> = (0..400)
            .map(|number| receipts().code_of(id(number), "key").0)
            .collect();
        for position in 0..LENGTH {
            let letters: HashSet<_> = codes.iter().map(|code| code.as_bytes()[position]).collect();
            assert_eq!(letters.len(), 32, "position {position}");
        }
    }

    #[tokio::test]
    async fn a_hash_is_the_same_each_time_and_needs_the_servers_key() {
        let code = receipts().code_of(id(1), "key");
        let turn = receipts().turn().await.unwrap();
        let hash = turn.hash(&code).await.unwrap();
        assert_eq!(hash, turn.hash(&code).await.unwrap());
        assert_ne!(hash, turn.hash(&Code::never()).await.unwrap());
        let stranger = ServerKey::parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").unwrap();
        assert_ne!(
            hash,
            Receipts::new(stranger)
                .turn()
                .await
                .unwrap()
                .hash(&code)
                .await
                .unwrap()
        );
    }

    #[tokio::test]
    async fn the_third_who_asks_waits_for_a_turn() {
        let receipts = receipts();
        let (first, _second) = (receipts.turn().await.unwrap(), receipts.turn().await.unwrap());
        assert_eq!(receipts.turns.available_permits(), 0);
        drop(first);
        receipts.turn().await.unwrap();
    }
}
