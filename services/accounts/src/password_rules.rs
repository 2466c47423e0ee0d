//! Which passwords are good enough: long ones that nobody would try first. No rules of composition.

use std::{collections::HashSet, sync::LazyLock};

use ground::{lang::Message, msg};
use secrecy::{ExposeSecret, SecretString};

use crate::passwords::{MOST, length, normal};

/// The shortest password, in characters.
pub(crate) const LEAST: i64 = 12;
/// Shorter names than this turn up in good passwords by chance.
const TELLING: usize = 4;

/// Well-known passwords of 12 characters and more, in lower case: those of published break-ins, of keyboards,
/// and of our readers' languages, put together by hand.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());

/// What is wrong with a new password, if anything. `known` is what an attacker knows already: the address of
/// the person, the name of the newsroom.
pub(crate) fn problem_with<'a>(
    password: &SecretString,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<Message> {
    let password = normal(password);
    let length = length(&password);
    if length < LEAST {
        return Some(msg!("password-too-short").n("least", LEAST));
    }
    if length > MOST {
        return Some(msg!("password-too-long").n("most", MOST));
    }
    let lower = SecretString::from(password.expose_secret().to_lowercase());
    let lower = lower.expose_secret();
    if COMMON.contains(lower) || is_piece_repeated(lower) || is_run(lower) {
        return Some(msg!("password-common"));
    }
    let mut known = known.into_iter().filter(|name| name.chars().count() >= TELLING);
    known
        .any(|name| lower.contains(&name.to_lowercase()))
        .then(|| msg!("password-telling"))
}

/// `aaaaaaaaaaaa`, `abcabcabcabc`, `123412341234`.
fn is_piece_repeated(password: &str) -> bool {
    let chars: Vec<char> = password.chars().collect();
    (1..=4).any(|piece| {
        chars
            .iter()
            .zip(chars.iter().skip(piece))
            .all(|(one, next)| one == next)
    })
}

/// `abcdefghijklm`, `987654321…`: each character follows the one before.
fn is_run(password: &str) -> bool {
    let codes: Vec<u32> = password.chars().map(u32::from).collect();
    let follows = |by: fn(u32) -> u32| {
        codes
            .iter()
            .zip(codes.iter().skip(1))
            .all(|(one, next)| by(*one) == *next)
    };
    follows(|code| code + 1) || follows(|code| code.wrapping_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(password: &str) -> Option<&'static str> {
        problem_with(
            &password.into(),
            ["ada.lovelace@example.org", "ada.lovelace", "Be Part News", "FM"],
        )
        .map(|words| words.id)
    }

    #[test]
    fn a_long_password_needs_no_digits_and_no_signs() {
        for good in [
            "a grey horse in the rain",
            "ئەسپێکی بۆر لە باراندا",
            "twelve chars",
            "fm is a short name",
        ] {
            assert_eq!(problem(good), None, "{good}");
        }
    }

    #[test]
    fn length_counts_characters_after_composition() {
        assert_eq!(problem("elevenchars"), Some("password-too-short"));
        assert_eq!(problem("ەەبپتجچحخدر"), Some("password-too-short"));
        // Eleven letters that a keyboard sends as twelve.
        assert_eq!(problem("gule\u{302} sorspi"), Some("password-too-short"));
        let long = |chars| "gul sor u spî ".chars().cycle().take(chars).collect::<String>();
        assert_eq!(problem(&long(1024)), None);
        assert_eq!(problem(&long(1025)), Some("password-too-long"));
    }

    #[test]
    fn what_attackers_try_first_is_refused_in_any_case() {
        for bad in [
            "password1234",
            "PassWord1234",
            "qwertyuiop123",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "xyzaxyzaxyzax",
            "abcdefghijklmn",
            "zyxwvutsrqponm",
        ] {
            assert_eq!(problem(bad), Some("password-common"), "{bad}");
        }
    }

    #[test]
    fn the_persons_address_and_the_newsrooms_name_are_no_secret() {
        for bad in [
            "my ada.lovelace@example.org",
            "Ada.Lovelace1843",
            "be part news 2026",
        ] {
            assert_eq!(problem(bad), Some("password-telling"), "{bad}");
        }
    }

    #[test]
    fn every_line_of_the_list_can_match() {
        let lines: Vec<&str> = include_str!("common_passwords.txt").lines().collect();
        assert!(lines.len() >= 200, "{}", lines.len());
        assert_eq!(lines.len(), COMMON.len(), "a line stands twice");
        for line in lines {
            assert!(line.chars().count() >= 12, "{line} is too short to be typed");
            assert_eq!(line, normal(&line.to_lowercase().into()).expose_secret());
        }
    }
}
