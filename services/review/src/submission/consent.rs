//! What a contributor allows us to do with what they sent.

use ground::{lang::Message, msg};

/// What the contributor allows. The server enforces it when a story is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "consent", rename_all = "snake_case")]
pub enum Consent {
    /// Publish with my name.
    Named,
    /// Publish without my name.
    Anonymous,
    /// Ask me before anything is published.
    AskFirst,
    /// For your information only; never publish.
    InformationOnly,
}

impl Consent {
    /// All four, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::Named,
        Self::Anonymous,
        Self::AskFirst,
        Self::InformationOnly,
    ];

    /// As in the form, the database and class names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Anonymous => "anonymous",
            Self::AskFirst => "ask_first",
            Self::InformationOnly => "information_only",
        }
    }

    /// The consent of an exact code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|consent| consent.code() == code)
    }

    /// In the contributor's words, short.
    pub fn message(self) -> Message {
        match self {
            Self::Named => msg!("consent-named"),
            Self::Anonymous => msg!("consent-anonymous"),
            Self::AskFirst => msg!("consent-ask-first"),
            Self::InformationOnly => msg!("consent-information-only"),
        }
    }

    /// Whether a story may be published on it, and if not, why.
    ///
    /// # Errors
    /// In words for the editor.
    pub fn allows_publication(self) -> Result<(), Message> {
        match self {
            Self::Named | Self::Anonymous => Ok(()),
            Self::AskFirst => Err(msg!("consent-blocks-ask-first")),
            Self::InformationOnly => Err(msg!("consent-blocks-information-only")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_of_the_contributor_lets_a_story_out() {
        assert!(Consent::Named.allows_publication().is_ok());
        assert!(Consent::Anonymous.allows_publication().is_ok());
        assert!(Consent::AskFirst.allows_publication().is_err());
        assert!(Consent::InformationOnly.allows_publication().is_err());
    }
}
