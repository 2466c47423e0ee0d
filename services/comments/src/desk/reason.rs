//! Why the newsroom takes a comment away: a few reasons that are the same for everybody, or words of its own.

use ground::{lang::Message, msg, web::Problems};

use super::clean;

/// The longest words of its own, in characters.
pub(crate) const WORDS_MAX: usize = 500;
/// As chosen, when words are written.
pub(crate) const OWN: &str = "own";

/// A reason that is the same for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    Insult,
    Hate,
    Threat,
    Private,
    False,
    OffTopic,
    Advert,
    Law,
}

impl Reason {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 8] = [
        Self::Insult,
        Self::Hate,
        Self::Threat,
        Self::Private,
        Self::False,
        Self::OffTopic,
        Self::Advert,
        Self::Law,
    ];

    /// As in forms and in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Insult => "insult",
            Self::Hate => "hate",
            Self::Threat => "threat",
            Self::Private => "private",
            Self::False => "false",
            Self::OffTopic => "off_topic",
            Self::Advert => "advert",
            Self::Law => "law",
        }
    }

    /// The reason of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// As its author reads it.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Insult => msg!("cdesk-reason-insult"),
            Self::Hate => msg!("cdesk-reason-hate"),
            Self::Threat => msg!("cdesk-reason-threat"),
            Self::Private => msg!("cdesk-reason-private"),
            Self::False => msg!("cdesk-reason-false"),
            Self::OffTopic => msg!("cdesk-reason-off-topic"),
            Self::Advert => msg!("cdesk-reason-advert"),
            Self::Law => msg!("cdesk-reason-law"),
        }
    }
}

/// A stored reason (`comments.reason`) as its author and the desk read it: a code's words, or the newsroom's own as they
/// were written.
pub(crate) fn words_of(stored: &str, lang: ground::lang::Lang) -> String {
    Reason::from_code(stored).map_or_else(|| stored.to_owned(), |reason| reason.words().text(lang))
}

/// What a stored reason is where no content may stand: its code, or that it is words.
pub(crate) fn code_of(stored: &str) -> &'static str {
    Reason::from_code(stored).map_or(OWN, Reason::code)
}

/// What was chosen as it is stored, or what is missing.
pub(crate) fn chosen(reason: &str, own: &str, problems: &mut Problems) -> Option<String> {
    let own = clean(own);
    if own.chars().count() > WORDS_MAX {
        let most = i64::try_from(WORDS_MAX).unwrap_or(i64::MAX);
        problems.add("words", msg!("desk-note-too-long").n("most", most));
        return None;
    }
    match (reason, Reason::from_code(reason)) {
        (_, Some(reason)) => Some(reason.code().to_owned()),
        // Words that are a code would be read as that code's.
        (OWN, None) if !own.is_empty() && Reason::from_code(&own).is_none() => Some(own),
        (OWN, None) => {
            problems.add("words", msg!("cdesk-words-missing"));
            None
        }
        _ => {
            problems.add("reason", msg!("cdesk-reason-missing"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use ground::lang::Lang;

    use super::*;

    #[test]
    fn a_reason_is_one_of_ours_or_words_of_the_newsroom() {
        let mut problems = Problems::default();
        assert_eq!(chosen("hate", "", &mut problems).as_deref(), Some("hate"));
        assert_eq!(
            chosen("own", " Calm, please. ", &mut problems).as_deref(),
            Some("Calm, please.")
        );
        assert!(problems.is_empty());
        assert_eq!(words_of("Calm, please.", Lang::Ar), "Calm, please.");
        assert_ne!(words_of("hate", Lang::Ar), "hate");
        for (reason, own) in [("", "x"), ("shred", ""), ("own", "  "), ("own", "hate")] {
            let mut problems = Problems::default();
            assert_eq!(chosen(reason, own, &mut problems), None);
            assert!(!problems.is_empty());
        }
        let mut problems = Problems::default();
        assert_eq!(chosen("own", &"x".repeat(WORDS_MAX + 1), &mut problems), None);
        assert!(problems.of("words").is_some());
    }
}
