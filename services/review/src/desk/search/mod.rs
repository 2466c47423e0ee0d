//! Searching the desk: words of texts, places, tags, notes and talk, in five languages, however they were typed.
//!
//! [`fold`] makes one form of all the ways in which a letter is typed, [`words`] cuts a text into words, [`document`] is what
//! the database keeps of a contribution, [`ask`] reads a question, [`near`] finds what was meant by a mistyped word. What is
//! found comes in the order of the list, and through the list's own rule of who may see what: `desk::queue` asks for
//! [`query`] and binds what it answers.
//!
//! Names and addresses of contributors are in no document: the desk does not know who they are.

mod ask;
mod document;
pub(crate) mod for_fuzzing;
mod jobs;
mod near;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub(super) use ground::fold::fold;
use ground::{
    fold::words::Word,
    ids::SubmissionId,
    jobs::{LearnWords, enqueue},
    lang::Message,
    msg,
};
use sqlx::PgConnection;

pub(crate) use self::jobs::runners;
use self::{
    ask::{How, Question, Term},
    document::{Document, pair},
};
use crate::store::search::{self as store, NewWord};

/// Brings what a contribution is found by up to date, within the transaction that changed its text, place, category, tags,
/// notes or talk, or whether it is at risk, and that has it locked.
pub(crate) async fn index(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    index_all(conn, &[id]).await
}

async fn index_all(conn: &mut PgConnection, ids: &[SubmissionId]) -> sqlx::Result<()> {
    let found = gather(&mut *conn, ids).await?;
    let written: Vec<_> = found.iter().map(|found| found.document.tsvector()).collect();
    let ids: Vec<SubmissionId> = found.iter().map(|found| found.id).collect();
    store::set_documents(&mut *conn, &ids, &written).await?;
    // Nobody waits here for somebody else who brings the same new word, and holds what we need next.
    if store::try_to_learn(&mut *conn).await? {
        return learn(conn, &found).await;
    }
    for submission_id in ids {
        enqueue(&mut *conn, &LearnWords { submission_id }).await?;
    }
    Ok(())
}

/// A contribution that the desk lists, and what it is found by.
struct Found {
    id: SubmissionId,
    at_risk: bool,
    document: Document,
}

async fn gather(conn: &mut PgConnection, ids: &[SubmissionId]) -> sqlx::Result<Vec<Found>> {
    let rows = store::list_texts(conn, ids).await?;
    let found = rows.into_iter().map(|row| {
        let mut document = Document::default();
        for text in &row.texts {
            document.add(text);
        }
        Found {
            id: row.submission_id,
            at_risk: row.at_risk,
            document,
        }
    });
    Ok(found.collect())
}

/// Keeps words for those who mistype them, and lets go of those that were of these contributions alone and are no longer.
async fn learn(conn: &mut PgConnection, found: &[Found]) -> sqlx::Result<()> {
    let ids: Vec<SubmissionId> = found.iter().map(|found| found.id).collect();
    store::settle_words(&mut *conn, &ids).await?;
    for at_risk in [false, true] {
        let those = found.iter().filter(|found| found.at_risk == at_risk);
        let words: BTreeMap<String, SubmissionId> = those
            .flat_map(|found| found.document.learned().map(|word| (word.to_owned(), found.id)))
            .collect();
        let spelt: Vec<String> = words.keys().cloned().collect();
        let unknown = store::list_unknown(&mut *conn, &spelt, at_risk).await?;
        let new = unknown.into_iter().filter_map(|word| {
            Some(NewWord {
                witness: *words.get(&word)?,
                traces: near::traces(&word),
                word,
            })
        });
        store::insert_words(&mut *conn, &new.collect::<Vec<_>>(), at_risk).await?;
    }
    Ok(())
}

/// What a question asks of the database, and what has to be said about it.
#[derive(Debug, Default)]
pub(crate) struct Condition {
    /// To be bound as a `tsquery`. None: nothing was asked, or nothing that could be found.
    pub(crate) tsquery: Option<String>,
    /// Nothing can match, though something was asked.
    pub(crate) nothing: bool,
    /// What the editor should know: what was searched for in place of what was typed, what was not heard.
    pub(crate) said: Vec<Message>,
}

/// Reads a question. Mistyped words are put right by words that this editor may see.
pub(crate) async fn query(
    conn: &mut PgConnection,
    typed: &str,
    sees_at_risk: bool,
) -> sqlx::Result<Condition> {
    let question = Question::parse(typed);
    let mut condition = Condition::default();
    if question.cut {
        condition.said.push(msg!("search-cut"));
    }
    let last = question.terms.len().saturating_sub(1);
    let mut all = Vec::new();
    for (at, term) in question.terms.iter().enumerate() {
        let is_last = at == last;
        let mut longer = Vec::new();
        for word in &term.words {
            longer.push(Longer::of(&mut *conn, term, word, is_last, sees_at_risk).await?);
        }
        let near = nearly(&mut *conn, term, &longer, sees_at_risk, &mut condition.said).await?;
        all.push(tsquery(term, &longer, &near));
    }
    if question.terms.iter().all(|term| term.how == How::Without) {
        condition.nothing = !question.terms.is_empty();
        if condition.nothing {
            condition.said.push(msg!("search-only-without"));
        }
        return Ok(condition);
    }
    condition.tsquery = Some(all.join(" & "));
    Ok(condition)
}

/// Words of the desk that are nearly this one: where it is asked for, or the word itself is in no contribution.
async fn nearly(
    conn: &mut PgConnection,
    term: &Term,
    longer: &[Longer],
    sees_at_risk: bool,
    said: &mut Vec<Message>,
) -> sqlx::Result<Vec<String>> {
    let ([word], How::Plain | How::Nearly) = (term.words.as_slice(), term.how) else {
        return Ok(Vec::new());
    };
    if !near::is_learned(&word.whole) {
        return Ok(Vec::new());
    }
    let forms = word.forms();
    if term.how == How::Plain {
        let begins = longer.iter().any(Longer::is_any);
        if begins || store::is_known(&mut *conn, &forms, sees_at_risk).await? {
            return Ok(Vec::new());
        }
    }
    let near = nearest(conn, &forms, sees_at_risk).await?;
    let typed = word.whole.as_str();
    if near.is_empty() {
        said.push(msg!("search-unknown").s("word", typed));
    } else if term.how == How::Plain {
        said.push(
            msg!("search-instead")
                .s("word", typed)
                .s("near", near.join(" · ")),
        );
    } else {
        said.push(msg!("search-nearly").s("word", typed).s("near", near.join(" · ")));
    }
    Ok(near)
}

/// The likeliest words of the desk for the first of these forms that has any. Words of one slip have a trace of one letter less
/// in common, of which there are few; only without such a word the traces of two are asked for.
async fn nearest(conn: &mut PgConnection, forms: &[String], sees_at_risk: bool) -> sqlx::Result<Vec<String>> {
    let (typed, others) = forms.split_at(forms.len().min(1));
    for forms in [typed, others] {
        for slips in [1, 2] {
            let traces: Vec<i32> = forms
                .iter()
                .flat_map(|form| near::traces_of(form, slips))
                .collect();
            if traces.is_empty() {
                continue;
            }
            let candidates = store::list_by_traces(&mut *conn, &traces, sees_at_risk).await?;
            let near = forms
                .iter()
                .map(|form| near::nearest(form, &candidates))
                .find(|near| !near.is_empty());
            if let Some(near) = near {
                return Ok(near);
            }
        }
    }
    Ok(Vec::new())
}

/// A term in PostgreSQL's language. Words are letters and digits only, so none needs more than its quotes.
fn tsquery(term: &Term, longer: &[Longer], near: &[String]) -> String {
    let quoted = |word: &str| format!("'{word}'");
    let phrase = || {
        let words: Vec<String> = term.words.iter().map(|word| quoted(&word.whole)).collect();
        format!("({})", words.join(" <-> "))
    };
    match term.how {
        How::Without => format!("!{}", phrase()),
        How::Exactly => {
            let pairs = term.words.windows(2).filter_map(|two| match two {
                [a, b] => Some(format!(" & {}", quoted(&pair(&a.whole, &b.whole)))),
                _ => None,
            });
            format!("{}{}", phrase(), pairs.collect::<String>())
        }
        How::Plain | How::Nearly => {
            let mut any = Vec::new();
            for (word, longer) in term.words.iter().zip(longer) {
                let open = if *longer == Longer::Any { ":*" } else { "" };
                any.push(format!("{}{open}", quoted(&word.whole)));
                if let Longer::These(words) = longer {
                    any.extend(words.iter().map(|word| quoted(word)));
                }
                let others = word.forms().into_iter().skip(1);
                any.extend(others.map(|form| quoted(&form)));
                if !word.parts.is_empty() {
                    let parts: Vec<String> = word.parts.iter().map(|part| quoted(part)).collect();
                    any.push(format!("({})", parts.join(" & ")));
                }
            }
            any.extend(near.iter().map(|word| quoted(word)));
            format!("({})", any.join(" | "))
        }
    }
}

/// So many words that begin with one are asked for by name: an index goes from each to the next contribution that has it, but
/// of a beginning it has to gather everything first.
const NAMED: i64 = 64;

/// What is meant besides a word, because it begins with it.
#[derive(Debug, PartialEq, Eq)]
enum Longer {
    /// Nothing.
    Nothing,
    /// These words.
    These(Vec<String>),
    /// Whatever does: too many to name.
    Any,
}

impl Longer {
    async fn of(
        conn: &mut PgConnection,
        term: &Term,
        word: &Word,
        is_last: bool,
        sees_at_risk: bool,
    ) -> sqlx::Result<Self> {
        let is_meant = matches!(term.how, How::Plain | How::Nearly) && begins_others(&word.whole, is_last);
        if !is_meant {
            return Ok(Self::Nothing);
        }
        let mut words = store::list_beginning(conn, &word.whole, sees_at_risk, NAMED + 2).await?;
        // The first of what begins with a word is that word, if there is it.
        let is_word = words.first() == Some(&word.whole);
        words.retain(|other| *other != word.whole);
        if i64::try_from(words.len()).is_ok_and(|many| many <= NAMED) {
            return Ok(Self::These(words));
        }
        // Three letters that are a word, and that half a language begins with, are that word.
        let is_itself = is_word && word.whole.chars().count() == 3;
        Ok(if is_itself { Self::Nothing } else { Self::Any })
    }

    /// Whether some word is meant by it.
    fn is_any(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::These(words) => !words.is_empty(),
            Self::Any => true,
        }
    }
}

/// Whether what begins with a word is meant, too: endings of Kurdish, Turkish, Arabic and English follow a word of some length,
/// and the last one may not be typed to its end.
fn begins_others(word: &str, is_last: bool) -> bool {
    let letters = word.chars().count();
    let shortest = if is_last { 3 } else { 4 };
    letters >= shortest && word.chars().all(|c| !c.is_numeric())
}
