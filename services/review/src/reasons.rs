//! Why a contribution is not used, in the newsroom's own words.

use std::collections::HashMap;

use ground::lang::Lang;
use sqlx::PgConnection;

use crate::{
    store::reasons::{self as store},
    submission::{DeclineReason, Submission},
};

/// One of the newsroom's reasons.
#[derive(Clone, Debug)]
pub(crate) struct Reason {
    pub(crate) code: String,
    /// Its place among those that are offered; none: it is only read where it was given.
    pub(crate) position: Option<i32>,
    pub(crate) version: i32,
    /// What the newsroom wrote.
    pub(crate) own: HashMap<Lang, String>,
}

impl Reason {
    /// The words that come with the program, where the reason does.
    pub(crate) fn built_in(&self, lang: Lang) -> Option<String> {
        DeclineReason::from_code(&self.code).map(|reason| reason.message().text(lang))
    }

    /// The languages in which there is nothing to read.
    pub(crate) fn missing(&self) -> impl Iterator<Item = Lang> {
        let there = |lang: &Lang| self.own.contains_key(lang) || self.built_in(*lang).is_some();
        Lang::ALL.into_iter().filter(move |lang| !there(lang))
    }

    /// To be read in a language: what the newsroom wrote in it, what comes with the program, or what the newsroom wrote in
    /// another, which is better than nothing.
    pub(crate) fn words(&self, lang: Lang) -> String {
        self.own
            .get(&lang)
            .cloned()
            .or_else(|| self.built_in(lang))
            .or_else(|| {
                Lang::ALL
                    .into_iter()
                    .find_map(|other| self.own.get(&other).cloned())
            })
            .unwrap_or_default()
    }
}

/// All of them: those that are offered in their order, then the others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reasons(pub(crate) Vec<Reason>);

impl Reasons {
    pub(crate) async fn load(conn: &mut PgConnection) -> sqlx::Result<Self> {
        let (rows, words) = store::list_reasons(conn).await?;
        let reasons = rows.into_iter().map(|row| Reason {
            own: words
                .iter()
                .filter(|words| words.reason == row.reason)
                .map(|words| (words.language, words.words.clone()))
                .collect(),
            code: row.reason,
            position: row.position,
            version: row.version,
        });
        Ok(Self(reasons.collect()))
    }

    /// A reason of an exact code, offered or not.
    pub(crate) fn find(&self, code: &str) -> Option<&Reason> {
        self.0.iter().find(|reason| reason.code == code)
    }

    /// The words of a reason, offered or not.
    pub(crate) fn words(&self, code: &str, lang: Lang) -> String {
        self.find(code)
            .map_or_else(|| code.to_owned(), |reason| reason.words(lang))
    }

    /// Those that can be given.
    pub(crate) fn offered(&self) -> impl Iterator<Item = &Reason> {
        self.0.iter().filter(|reason| reason.position.is_some())
    }

    /// The code, if it can be given.
    pub(crate) fn given(&self, code: &str) -> Option<String> {
        self.offered()
            .find(|reason| reason.code == code)
            .map(|reason| reason.code.clone())
    }
}

/// Why it was declined, if it was.
pub(crate) async fn words_of(
    conn: &mut PgConnection,
    submission: &Submission,
    lang: Lang,
) -> sqlx::Result<Option<String>> {
    let Some(code) = &submission.decline_reason else {
        return Ok(None);
    };
    let reasons = Reasons::load(conn).await?;
    Ok(reasons
        .find(code)
        .map(|reason| reason.words(lang))
        .filter(|words| !words.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_read_in_the_newsrooms_words_then_in_ours_then_in_another_language() {
        let reason = |code: &str, own: &[(Lang, &str)]| Reason {
            code: code.to_owned(),
            position: None,
            version: 1,
            own: own
                .iter()
                .map(|(lang, words)| (*lang, (*words).to_owned()))
                .collect(),
        };
        let quality = reason("quality", &[(Lang::Ckb, "تاریکە")]);
        assert_eq!(quality.words(Lang::Ckb), "تاریکە");
        assert!(quality.words(Lang::En).starts_with("The text or the pictures"));
        let own = reason("late", &[(Lang::Tr, "Geç kaldı")]);
        assert_eq!(own.words(Lang::En), "Geç kaldı");
        assert_eq!(reason("late", &[]).words(Lang::En), "");
    }
}
