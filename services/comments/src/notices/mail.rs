//! The answer leaves.

use data_encoding::HEXLOWER;
use ground::{
    ids::ReportId,
    jobs::{AnswerNotice, JobError, Runners},
    mail::{Letter, Mail},
    msg, secret,
};

use super::Outcome;
use crate::store::notices::{self as store, NoticeLetter};

/// Adds who sends answers.
pub(crate) fn runners(runners: Runners, state: &crate::State, mail: Mail) -> Runners {
    let state = state.clone();
    runners.on(move |job: AnswerNotice| {
        let (state, mail) = (state.clone(), mail.clone());
        async move { send(&state, &mail, job.report_id).await }
    })
}

/// Sends the answer, then forgets it and the address. Killed in between, it is sent again under the same Message-ID.
async fn send(state: &crate::State, mail: &Mail, id: ReportId) -> Result<(), JobError> {
    let mut conn = state.pool.acquire().await?;
    let found = store::find_letter(&mut conn, id).await?;
    drop(conn);
    let Some(answer) = found else { return Ok(()) };
    mail.send(letter(state, id, answer))
        .await
        .map_err(JobError::Retry)?;
    let mut conn = state.pool.acquire().await?;
    Ok(store::delete_letter(&mut conn, id).await?)
}

fn letter(state: &crate::State, id: ReportId, answer: NoticeLetter) -> Letter {
    let (lang, site) = (answer.language, &state.site);
    let name = site.name(lang);
    let hash = secret::token_hash(&format!("notice {id}"));
    let mut blocks = vec![msg!("says-notice-mail").s("site", name).text(lang)];
    // What another version wrote is answered by its words alone.
    blocks.extend(Outcome::from_code(&answer.outcome).map(|outcome| outcome.message().text(lang)));
    if !answer.words.is_empty() {
        blocks.extend([msg!("says-notice-mail-words").text(lang), answer.words]);
    }
    blocks.push(msg!("says-notice-mail-foot").text(lang));
    Letter {
        key: HEXLOWER.encode(hash.get(..16).unwrap_or_default()),
        to: answer.email,
        subject: msg!("says-notice-mail-subject").s("site", name).text(lang),
        text: format!("{}\n", blocks.join("\n\n")),
        html: None,
        stop: None,
    }
}
