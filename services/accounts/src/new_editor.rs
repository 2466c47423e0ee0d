//! What a new editor says of themselves, and whether it will do.

use ground::{
    msg,
    web::{Problems, Site},
};
use secrecy::SecretString;
use serde::Deserialize;

use crate::{email::Email, names, password_rules};

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
        let name = names::name(&self.name).map_err(|words| problems.add("name", words));
        let address = email.as_ref().map(Email::as_str).unwrap_or_default();
        if let Some(words) = password_rules::problem_for(&self.password, address, site) {
            problems.add("password", words);
        }
        match (email, name) {
            (Ok(email), Ok(name)) if problems.is_empty() => Ok(NewEditor { email, name }),
            _ => Err(problems),
        }
    }
}
