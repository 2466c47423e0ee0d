//! The word list: many at once, one on a line, looked at before they are added; and taken away one by one.

use std::collections::HashSet;

use axum::{Form, extract::State, http::StatusCode, response::Response};
use ground::{
    Failure, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;
use serde_json::json;
use sqlx::PgConnection;

use super::{
    RULES, chief,
    page::RulesPage,
    trial::{self, Side, Trial},
};
use crate::{
    rules::{Deed, List, Word, key},
    store::{
        acts::{self, Act},
        rules as rules_store, words as store,
    },
};

/// Longest word, in characters as it is entered.
const LETTERS_MAX: usize = 100;
/// Longest list.
const WORDS_MAX: usize = 5_000;

/// As it comes.
#[derive(Debug, Deserialize)]
pub(super) struct WordsForm {
    /// `try`, `add`, `remove`.
    #[serde(default)]
    act: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    deed: String,
    /// The one that is taken away.
    #[serde(default)]
    word: String,
}

/// `POST /desk/comments/rules/words`: 303 to the list; with `try`, what the words would have done.
pub(super) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Form(form): Form<WordsForm>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    if form.act == "remove" {
        remove(&mut tx, &state, &editor, &form.word).await?;
        tx.commit().await?;
        return Ok(see_other(&format!("{RULES}#list")));
    }
    let deed = Deed::from_code(&form.deed).filter(|_| matches!(form.act.as_str(), "try" | "add"));
    let deed = deed.ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
    if form.act == "add" {
        rules_store::find_for_update(&mut tx).await?;
    }
    let mut problems = Problems::default();
    let words = parse(&form.words, deed, &mut problems);
    let list = store::list(&mut tx).await?;
    if list.len() + words.len() > WORDS_MAX {
        let most = i64::try_from(WORDS_MAX).unwrap_or(i64::MAX);
        problems.add("words", msg!("rule-words-too-many").n("most", most));
    }
    let (is_good, is_trial) = (problems.is_empty(), form.act == "try");
    if is_good && !is_trial {
        add(&mut tx, &state, &editor, (&words, deed)).await?;
        tx.commit().await?;
        return Ok(see_other(&format!("{RULES}#list")));
    }
    let page = RulesPage {
        new_words: form.words,
        new_deed: deed.code(),
        is_trial_of_words: is_good,
        problems,
        ..RulesPage::load(&mut tx, &cx).await?
    };
    if !is_good {
        return Err(page.failure(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let trial = Some(tried(&mut tx, &state, list, words).await?);
    Ok(RulesPage { trial, ..page }.answer(StatusCode::OK))
}

/// Takes a word away, if it is there.
async fn remove(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    word: &str,
) -> Result<(), Failure> {
    rules_store::find_for_update(&mut *conn).await?;
    if store::remove(&mut *conn, word).await? {
        changed(conn, state, editor, json!({ "words_removed": 1 })).await?;
    }
    Ok(())
}

/// Adds words, as far as they are not there.
async fn add(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    (words, deed): (&[Word], Deed),
) -> Result<(), Failure> {
    let by = (state.clock.now(), editor.account_id);
    let added = store::put(&mut *conn, words, by).await?;
    if added > 0 {
        let detail = json!({ "words_added": added, "deed": deed.code() });
        changed(conn, state, editor, detail).await?;
    }
    Ok(())
}

/// Makes another version of the rules, so that every instance reads the list again, and writes down who did it.
async fn changed(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    detail: serde_json::Value,
) -> Result<(), Failure> {
    let by = (state.clock.now(), editor.account_id);
    rules_store::touch(&mut *conn, by).await?;
    acts::insert(conn, &state.ids, by.0, Act::RulesChanged, by.1, detail).await?;
    Ok(())
}

/// One on a line; each once.
fn parse(typed: &str, deed: Deed, problems: &mut Problems) -> Vec<Word> {
    let mut seen = HashSet::new();
    let mut words = Vec::new();
    for label in typed.lines().map(clean).filter(|label| !label.is_empty()) {
        let short = label.chars().count() <= LETTERS_MAX;
        match key(&label).filter(|_| short) {
            Some(word) if seen.insert(word.clone()) => words.push(Word { word, label, deed }),
            Some(_) => {}
            None if short => problems.add("words", msg!("rule-word-too-short").s("word", &label)),
            None => {
                let most = i64::try_from(LETTERS_MAX).unwrap_or(i64::MAX);
                problems.add("words", msg!("rule-word-too-long").n("most", most));
            }
        }
    }
    if words.is_empty() && problems.is_empty() {
        problems.add("words", msg!("rule-words-missing"));
    }
    words
}

fn clean(line: &str) -> String {
    let plain: String = line.chars().filter(|c| !c.is_control()).collect();
    plain.trim().to_owned()
}

/// What the list would have done with these words in it.
async fn tried(
    conn: &mut PgConnection,
    state: &crate::State,
    list: Vec<Word>,
    words: Vec<Word>,
) -> Result<Trial, Failure> {
    let rules = rules_store::find(&mut *conn).await?;
    let others = list
        .iter()
        .filter(|word| words.iter().all(|new| new.word != word.word));
    let then = List::new(others.chain(&words).cloned().collect())?;
    let (now, new) = (List::new(list)?, List::new(words.clone())?);
    let side = |list| Side { rules: &rules, list };
    let mut trial = trial::run(conn, state, &side(&now), &side(&then), Some(&new)).await?;
    let found: Vec<(String, i64)> = words
        .into_iter()
        .map(|word| {
            let hits = trial.words.iter().find(|(label, _)| *label == word.label);
            let hits = hits.map_or(0, |(_, hits)| *hits);
            (word.label, hits)
        })
        .collect();
    trial.words = found;
    Ok(trial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_one_on_a_line_each_once_and_too_short_ones_are_named() {
        let mut problems = Problems::default();
        let words = parse("Scam\r\n\r\n scám \nfree money\n", Deed::Spam, &mut problems);
        let labels: Vec<&str> = words.iter().map(|word| word.label.as_str()).collect();
        assert_eq!(labels, ["Scam", "free money"]);
        assert!(problems.is_empty());
        for typed in ["", "\n \n", "a", "Scam\n!", &"x".repeat(101)] {
            let mut problems = Problems::default();
            parse(typed, Deed::Hold, &mut problems);
            assert_eq!(problems.iter().count(), 1, "{typed}");
        }
    }
}
