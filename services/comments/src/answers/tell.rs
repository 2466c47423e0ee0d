//! Telling somebody once of each answer, however often the job runs.

use data_encoding::HEXLOWER;
use ground::{
    ids::CommentId,
    jobs::{self, JobError, TellAnswered},
    mail::{Letter, Mail},
    msg, secret,
};

use super::stop;
use crate::store::answers::{self as store, Answered};

/// Runs [`jobs::TellOfAnswer`].
pub(super) async fn tell(state: &crate::State, mail: &Mail, answer: CommentId) -> Result<(), JobError> {
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let Some(answered) = store::find_answered(&mut tx, answer, now).await? else {
        return Ok(());
    };
    if let Some(account_id) = answered.account_id {
        if store::set_told(&mut tx, answer, now).await? {
            let job = TellAnswered {
                account_id,
                comment_id: answer,
            };
            jobs::enqueue(&mut tx, &job).await?;
        }
        return Ok(tx.commit().await?);
    }
    // No transaction stays open while a mail server thinks.
    tx.commit().await?;
    let Some(letter) = letter(state, &answered, answer) else {
        return Ok(());
    };
    mail.send(letter).await.map_err(JobError::Retry)?;
    let mut conn = state.pool.acquire().await?;
    store::set_told(&mut conn, answer, now).await?;
    Ok(())
}

/// Words of ours only: where the answer is read, and how to get no more of these.
fn letter(state: &crate::State, answered: &Answered, answer: CommentId) -> Option<Letter> {
    let to = answered.email.clone()?;
    let (lang, site) = (answered.language, &state.site);
    let name = site.name(lang);
    // The same for each attempt, and another for each answer.
    let hash = secret::token_hash(&format!("answer {answer}"));
    let stop = site.link(&stop::path(&state.key, answered.comment_id));
    Some(Letter {
        key: HEXLOWER.encode(hash.get(..16).unwrap_or_default()),
        to,
        subject: msg!("says-mail-subject").s("site", name).text(lang),
        text: format!(
            "{}\n\n{}\n\n{}\n\n{stop}\n",
            msg!("says-mail-text").s("site", name).text(lang),
            site.link(&format!("/comments/{answer}")),
            msg!("says-mail-stop").text(lang),
        ),
        html: None,
        stop: Some(stop),
    })
}
