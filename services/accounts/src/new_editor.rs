//! What a new editor says of themselves, and whether it will do.

use ground::{
    lang::{Lang, Message},
    msg,
    web::{Problems, Site},
};
use secrecy::SecretString;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::{email::Email, password_rules};

/// The longest name, in what readers see as characters.
const MAX_NAME: i64 = 40;
/// The longest name in bytes: marks may be stacked on a character without end.
const MAX_NAME_BYTES: usize = 400;

/// The form as it was sent.
#[derive(Default, Deserialize)]
pub(crate) struct InviteForm {
    #[serde(default)]
    pub(crate) email: String,
    #[serde(default)]
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) password: SecretString,
}

/// What it says, once it is good.
pub(crate) struct NewEditor {
    pub(crate) email: Email,
    pub(crate) name: String,
}

impl InviteForm {
    /// `invited`: the address that the invitation is for, which then counts instead of what was typed.
    pub(crate) fn parse(&self, invited: Option<&str>, site: &Site) -> Result<NewEditor, Problems> {
        let mut problems = Problems::default();
        let typed = invited.unwrap_or(&self.email);
        let email = typed.parse::<Email>();
        if email.is_err() {
            let missing = typed.trim().is_empty();
            let words = if missing {
                msg!("account-email-missing")
            } else {
                msg!("account-email-bad")
            };
            problems.add("email", words);
        }
        let name = name(&self.name).map_err(|words| problems.add("name", words));
        let address = email.as_ref().map(Email::as_str).unwrap_or_default();
        let local = address.split('@').next().unwrap_or_default();
        let names = Lang::ALL.into_iter().map(|lang| site.name(lang));
        let known = [address, local, site.name.as_str()].into_iter().chain(names);
        if let Some(words) = password_rules::problem_with(&self.password, known) {
            problems.add("password", words);
        }
        match (email, name) {
            (Ok(email), Ok(name)) if problems.is_empty() => Ok(NewEditor { email, name }),
            _ => Err(problems),
        }
    }
}

/// A name that colleagues can read: no control characters, and nothing that turns the line around it.
fn name(text: &str) -> Result<String, Message> {
    let name: String = text.trim().nfc().collect();
    if name.is_empty() {
        return Err(msg!("account-name-missing"));
    }
    let length = i64::try_from(name.graphemes(true).count()).unwrap_or(i64::MAX);
    if name.len() > MAX_NAME_BYTES || length > MAX_NAME {
        return Err(msg!("account-name-too-long").n("most", MAX_NAME));
    }
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if name.chars().any(|c| c.is_control() || turns(c)) {
        return Err(msg!("account-name-bad"));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_every_script_are_kept_and_tricks_are_refused() {
        for good in ["Ada", "ئازاد\u{200c}ەکان", "Şêrko Bêkes", "عائشة", "J. R. R."] {
            assert_eq!(name(&format!(" {good} ")).unwrap(), good);
        }
        assert_eq!(name("S\u{327}ilan").unwrap(), "\u{15e}ilan");
        for (bad, words) in [
            ("  ", "account-name-missing"),
            ("Ada\u{202e}roti", "account-name-bad"),
            ("Ada\nLovelace", "account-name-bad"),
            ("Ada\0", "account-name-bad"),
        ] {
            assert_eq!(name(bad).unwrap_err().id, words);
        }
        assert!(name(&"n".repeat(40)).is_ok());
        assert_eq!(name(&"n".repeat(41)).unwrap_err().id, "account-name-too-long");
        assert_eq!(
            name(&format!("a{}", "\u{301}".repeat(400))).unwrap_err().id,
            "account-name-too-long"
        );
    }
}
