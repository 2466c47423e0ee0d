//! Which passwords are good enough: long ones that nobody would try first. No rules of composition.

use std::{collections::HashSet, sync::LazyLock};

use ground::{
    lang::{Lang, Message},
    msg,
    web::Site,
};
use secrecy::{ExposeSecret, SecretString};

use crate::passwords::{MOST, length, normal};

/// The shortest password, in characters.
pub(crate) const LEAST: i64 = 12;
/// Shorter names than this turn up in good passwords by chance.
const TELLING: usize = 4;

/// Well-known passwords of 12 characters and more, in lower case: those of published break-ins, of keyboards, single
/// words of English, and, put together by hand, of our readers' languages.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());
/// What is left of the ten thousand most common shorter passwords without digits and signs around them. People make them
/// longer by just those: `dragon!201820`.
static STEMS: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common_stems.txt").lines().collect());

/// What is wrong with a new password of whoever has this address, if anything.
pub(crate) fn problem_for(password: &SecretString, email: &str, site: &Site) -> Option<Message> {
    let local = email.split('@').next().unwrap_or_default();
    let names = Lang::ALL.into_iter().map(|lang| site.name(lang));
    problem_with(
        password,
        [email, local, site.name.as_str()].into_iter().chain(names),
    )
}

/// What is wrong with a new password, if anything. `known` is what an attacker knows already: the address of
/// the person, the name of the newsroom.
fn problem_with<'a>(password: &SecretString, known: impl IntoIterator<Item = &'a str>) -> Option<Message> {
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
    if COMMON.contains(lower) || is_stem_made_longer(lower) || is_piece_repeated(lower) || is_run(lower) {
        return Some(msg!("password-common"));
    }
    let mut known = known.into_iter().filter(|name| name.chars().count() >= TELLING);
    known
        .any(|name| lower.contains(&name.to_lowercase()))
        .then(|| msg!("password-telling"))
}

/// `dragon!201820`, `123dragon123`, `dragondragon1`.
fn is_stem_made_longer(password: &str) -> bool {
    let core = password.trim_matches(|c: char| !c.is_alphabetic());
    let twice = core
        .split_at_checked(core.len() / 2)
        .filter(|(first, second)| first == second);
    STEMS.contains(core) || twice.is_some_and(|(first, _)| STEMS.contains(first))
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
        assert!(lines.len() >= 4000, "{}", lines.len());
        assert_eq!(lines.len(), COMMON.len(), "a line stands twice");
        for line in lines {
            assert!(line.chars().count() >= 12, "{line} is too short to be typed");
            assert_eq!(line, normal(&line.to_lowercase().into()).expose_secret());
            assert_eq!(problem(line), Some("password-common"), "{line}");
        }
    }

    #[test]
    fn ten_thousand_common_passwords_are_refused_however_they_are_made_long_enough() {
        let stems: Vec<&str> = include_str!("common_stems.txt").lines().collect();
        assert_eq!((stems.len(), STEMS.len()), (10_000, 10_000));
        for stem in stems {
            for long in [
                format!("{stem}12345678"),
                format!("19901990 {stem}!!"),
                format!("{stem}{stem}1234"),
            ] {
                assert_eq!(problem(&long), Some("password-common"), "{long}");
            }
        }
    }
}
