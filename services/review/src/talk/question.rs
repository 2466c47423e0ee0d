//! What an editor can ask with words that stand ready, in the contributor's language.

use ground::{lang::Message, msg};

use crate::submission::Consent;

/// A question of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// On which street.
    WhichStreet,
    /// On which day, at what time.
    WhenExactly,
    /// What was filmed just before.
    MomentBefore,
    /// Who held the camera.
    WhoFilmed,
    /// The file as the camera made it.
    OriginalFile,
    /// Further pictures of the same.
    MorePhotos,
    /// Whether a face may be seen.
    MayShowFace,
    /// Whether a name may be printed.
    MayName,
    /// What is allowed, asked anew.
    ConsentAgain,
    /// In the editor's own words.
    Other,
}

/// What an answer is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asks {
    /// Words.
    Words,
    /// Files, or words why there are none.
    Files,
    /// Yes or no, and words if there are any.
    YesOrNo,
    /// One of the consents.
    Consent,
}

impl Question {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Self; 10] = [
        Self::WhichStreet,
        Self::WhenExactly,
        Self::WhoFilmed,
        Self::MomentBefore,
        Self::OriginalFile,
        Self::MorePhotos,
        Self::MayShowFace,
        Self::MayName,
        Self::ConsentAgain,
        Self::Other,
    ];

    /// As in the database and in forms.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::WhichStreet => "which_street",
            Self::WhenExactly => "when_exactly",
            Self::MomentBefore => "moment_before",
            Self::WhoFilmed => "who_filmed",
            Self::OriginalFile => "original_file",
            Self::MorePhotos => "more_photos",
            Self::MayShowFace => "may_show_face",
            Self::MayName => "may_name",
            Self::ConsentAgain => "consent_again",
            Self::Other => "other",
        }
    }

    /// The question of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.code() == code)
    }

    /// What the contributor reads. [`Self::Other`] has the editor's words instead, and this where a kind is named.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::WhichStreet => msg!("talk-ask-which-street"),
            Self::WhenExactly => msg!("talk-ask-when-exactly"),
            Self::MomentBefore => msg!("talk-ask-moment-before"),
            Self::WhoFilmed => msg!("talk-ask-who-filmed"),
            Self::OriginalFile => msg!("talk-ask-original-file"),
            Self::MorePhotos => msg!("talk-ask-more-photos"),
            Self::MayShowFace => msg!("talk-ask-may-show-face"),
            Self::MayName => msg!("talk-ask-may-name"),
            Self::ConsentAgain => msg!("talk-ask-consent-again"),
            Self::Other => msg!("talk-ask-other"),
        }
    }

    /// What its answer is made of.
    pub(crate) fn asks(self) -> Asks {
        match self {
            Self::WhichStreet | Self::WhenExactly | Self::WhoFilmed | Self::Other => Asks::Words,
            Self::MomentBefore | Self::OriginalFile | Self::MorePhotos => Asks::Files,
            Self::MayShowFace | Self::MayName => Asks::YesOrNo,
            Self::ConsentAgain => Asks::Consent,
        }
    }
}

/// What was chosen of what a question offers, in words.
pub(crate) fn choice_words(choice: &str) -> Option<Message> {
    match choice {
        "yes" => Some(msg!("talk-yes")),
        "no" => Some(msg!("talk-no")),
        consent => Consent::from_code(consent).map(Consent::message),
    }
}

#[cfg(test)]
mod tests {
    use ground::lang::Lang;

    use super::*;

    #[test]
    fn every_question_is_found_by_its_code_and_said_in_every_language() {
        let mut said = std::collections::HashSet::new();
        for question in Question::ALL {
            assert_eq!(Question::from_code(question.code()), Some(question));
            for lang in Lang::ALL {
                let words = question.message().text(lang);
                assert!(words.len() > 3, "{words}");
                assert!(
                    said.insert((lang.code(), words)),
                    "{question:?} says what another says"
                );
            }
        }
        assert_eq!(Question::from_code("which street"), None);
    }
}
