//! What somebody who sends is called at the desk.

use ground::{ids::PersonId, lang::Message, msg};

/// Digits and letters that nobody takes for each other (Crockford's base 32): no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each: enough that two in one list are hardly ever called the same. What belongs to whom, links say by id.
const LETTERS: u32 = 4;

/// "Contributor 7F3K": the same everywhere, and no way to a name.
pub(crate) fn handle(person_id: PersonId) -> Message {
    msg!("vet-handle").s("code", code(person_id))
}

/// The last bits of the id: in ids that came together only these differ.
fn code(person_id: PersonId) -> String {
    let bits = person_id.0.as_u128();
    (0..LETTERS)
        .rev()
        .filter_map(|place| {
            let five = usize::try_from(bits >> (5 * place) & 31).ok()?;
            ALPHABET.get(five).copied().map(char::from)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use ground::lang::Lang;

    use super::*;

    #[test]
    fn the_same_person_is_called_the_same_in_every_language_and_by_letters_that_nobody_confuses() {
        for (id, called) in [
            (0, "0000"),
            (1, "0001"),
            (0b00111_01111_00011_10011, "7F3K"),
            (u128::MAX, "ZZZZ"),
        ] {
            let person = PersonId(uuid::Uuid::from_u128(id));
            assert_eq!(code(person), called);
            for lang in Lang::ALL {
                assert!(handle(person).text(lang).contains(called), "{lang:?}");
            }
        }
    }
}
