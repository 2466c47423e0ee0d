//! What somebody takes along of their talk with the newsroom: what they read there, and nobody's name.

use chrono::{DateTime, Utc};
use ground::msg;
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::export::plain;
use crate::{
    store::talk::{self as store, Told},
    submission::Submission,
    talk::{Question, choice_words},
};

/// The talk, the oldest first, in the language in which a contribution is answered.
pub(super) async fn known(
    conn: &mut PgConnection,
    submission: &Submission,
    now: DateTime<Utc>,
) -> sqlx::Result<Value> {
    let all = store::list_told(conn, submission.submission_id, now).await?;
    let lang = submission.language;
    let words = |told: &Told| match told.question.as_deref().and_then(Question::from_code) {
        None | Some(Question::Other) => told.body.clone(),
        Some(question) => plain(&question.message(), lang),
    };
    let one = |told: &Told| {
        let answered = told
            .answers
            .and_then(|id| all.iter().find(|other| other.message_id == id));
        let by = if told.by_desk {
            msg!("talk-reader-newsroom")
        } else {
            msg!("talk-reader-you")
        };
        json!({
            "at": told.at,
            "by": plain(&by, lang),
            "text": words(told),
            "answers": answered.map(words),
            "chosen": told.choice.as_deref().and_then(choice_words).map(|choice| plain(&choice, lang)),
            "files": told.files,
        })
    };
    Ok(all.iter().map(one).collect())
}
