//! What this room does behind the pages.

use std::sync::Arc;

use data_encoding::HEXLOWER;
use ground::{
    clock::Clock,
    ids::{Ids, SubmissionId},
    jobs::{AcknowledgeSubmission, JobError, Runners},
    mail::{Letter, Mail},
    msg, secret,
    web::Site,
};
use sqlx::PgPool;

use crate::{
    event::EventKind,
    store::{desk, history, intake},
    submission::{State, Submission},
};

#[derive(Clone)]
struct Acknowledger {
    pool: PgPool,
    mail: Mail,
    site: Arc<Site>,
    clock: Clock,
    ids: Ids,
}

/// Adds what this room runs.
pub fn runners(runners: Runners, pool: PgPool, mail: Mail, site: Arc<Site>, clock: Clock, ids: Ids) -> Runners {
    let acknowledger = Acknowledger { pool, mail, site, clock, ids };
    runners.on(move |job: AcknowledgeSubmission| {
        let acknowledger = acknowledger.clone();
        async move { acknowledger.run(job.submission_id).await }
    })
}

impl Acknowledger {
    /// Tells a contributor who left an address that it came in.
    async fn run(&self, id: SubmissionId) -> Result<(), JobError> {
        let mut conn = self.pool.acquire().await?;
        let Some(submission) = desk::find_submission(&mut conn, id).await? else { return Ok(()) };
        if submission.state == State::Withdrawn || intake::is_acknowledged(&mut conn, id).await? {
            return Ok(());
        }
        drop(conn);
        let Some(letter) = self.letter(&submission) else { return Ok(()) };
        self.mail.send(letter).await.map_err(JobError::Retry)?;

        let mut tx = self.pool.begin().await?;
        // Whoever else ran this job meanwhile is waited for: the history says it once.
        desk::find_submission_for_update(&mut tx, id).await?;
        if !intake::is_acknowledged(&mut tx, id).await? {
            let now = self.clock.now();
            history::insert_event(&mut tx, &self.ids, now, id, EventKind::Acknowledged, None).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Words of ours only. Mail is read by many on its way and found by whoever finds the phone: nothing of what
    /// was sent is in it, and not the code.
    fn letter(&self, submission: &Submission) -> Option<Letter> {
        let to = submission.contributor_email.clone()?;
        let lang = submission.language;
        let site = self.site.name(lang);
        // The same for each attempt, and no way back to the contribution for who keeps the mail.
        let hash = secret::token_hash(&format!("acknowledge {}", submission.submission_id));
        Some(Letter {
            key: HEXLOWER.encode(hash.get(..16).unwrap_or_default()),
            to,
            subject: msg!("mail-received-subject").s("site", site).text(lang),
            // The link on a line of its own: marks of direction around it would become part of it.
            text: format!("{}\n\n{}\n", msg!("mail-received-text").s("site", site).text(lang), self.site.link("/receipt")),
        })
    }
}
