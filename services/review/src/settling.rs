//! What follows from decisions once they cannot be undone any more.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use ground::{
    clock::Clock,
    ids::BatchId,
    jobs::{JobError, Runners, SettleDecisions, TellGuest},
    mail::{Letter, Mail},
    msg, secret,
    web::Site,
};
use sqlx::PgPool;

use crate::{
    deed::Deed,
    store::{decisions as store, desk, mine},
    submission::{State, Submission},
};

/// Settles presses, and tells guests.
#[derive(Clone)]
pub(crate) struct Settler {
    pub(crate) pool: PgPool,
    pub(crate) mail: Mail,
    pub(crate) site: Arc<Site>,
    pub(crate) clock: Clock,
}

/// Adds what follows from decisions.
pub(crate) fn runners(runners: Runners, settler: Settler) -> Runners {
    let telling = settler.clone();
    runners
        .on(move |job: SettleDecisions| {
            let settler = settler.clone();
            async move { settler.settle(job.batch_id).await }
        })
        .on(move |job: TellGuest| {
            let settler = telling.clone();
            async move { settler.tell(&job).await }
        })
}

impl Settler {
    /// Asks of each contribution of a press whether what was decided still stands, and has its contributor told. All of
    /// it is one transaction: a worker that dies before its end has told nobody, and one that dies after it has nothing
    /// left to do.
    pub(crate) async fn settle(&self, batch_id: BatchId) -> Result<(), JobError> {
        let mut tx = ground::db::begin(&self.pool).await?;
        let now = self.clock.now();
        // Whoever undoes it just now is waited for, and whoever comes later is told that it is too late.
        let Some(batch) = store::find_batch_for_update(&mut tx, batch_id).await? else {
            return Ok(());
        };
        if batch.settled_at.is_some() {
            return Ok(());
        }
        let early = batch.settles_at - now;
        if early > TimeDelta::zero() {
            drop(tx);
            // The database's clock runs before ours.
            tokio::time::sleep(early.to_std().unwrap_or_default().min(Duration::from_secs(1))).await;
            return Err(JobError::Later);
        }
        if Deed::from_code(&batch.deed).is_some_and(|deed| !deed.is_label()) {
            for item in store::list_items(&mut tx, batch_id).await? {
                if item.undone_at.is_none() && item.last && tells(item.state, item.state_after) {
                    let submission = desk::find_submission(&mut tx, item.submission_id).await?;
                    if submission.is_some_and(|submission| submission.state == item.state_after) {
                        mine::tell_contributor(&mut tx, item.submission_id).await?;
                    }
                }
            }
        }
        store::set_settled(&mut tx, batch_id, now).await?;
        store::delete_settled(&mut tx, now).await?;
        Ok(tx.commit().await?)
    }

    /// Tells a guest once that something became of what they sent.
    pub(crate) async fn tell(&self, job: &TellGuest) -> Result<(), JobError> {
        let (id, version) = (job.submission_id, job.version);
        let mut conn = self.pool.acquire().await?;
        let Some(submission) = desk::find_submission(&mut conn, id).await? else {
            return Ok(());
        };
        let told = mine::find_guest_told(&mut conn, id).await?;
        drop(conn);
        let done = told.is_some_and(|told| told >= version);
        // Whoever took it back, or into an account, is not told this way.
        if done || submission.state == State::Withdrawn || submission.by_account {
            return Ok(());
        }
        let Some(letter) = self.letter(&submission, job) else {
            return Ok(());
        };
        self.mail.send(letter).await.map_err(JobError::Retry)?;
        let mut conn = self.pool.acquire().await?;
        mine::put_guest_told(&mut conn, id, version, self.clock.now()).await?;
        Ok(())
    }

    /// Words of ours only: nothing of what was sent is in it, nor what became of it, nor the code.
    fn letter(&self, submission: &Submission, job: &TellGuest) -> Option<Letter> {
        let to = submission.contributor_email.clone()?;
        let lang = submission.language;
        let site = self.site.name(lang);
        // The same for each attempt, another for each thing that became of it, and no way back to the contribution.
        let hash = secret::token_hash(&format!("news {} {}", job.submission_id, job.version));
        Some(Letter {
            key: HEXLOWER.encode(hash.get(..16).unwrap_or_default()),
            to,
            subject: msg!("decide-mail-subject").s("site", site).text(lang),
            text: format!(
                "{}\n\n{}\n",
                msg!("decide-mail-text").s("site", site).text(lang),
                self.site.link("/receipt")
            ),
            html: None,
            stop: None,
        })
    }
}

/// Whether a contributor is told that it went from one state to another. Nobody is told that they are taken for a
/// nuisance, nor that somebody thinks again.
fn tells(before: State, after: State) -> bool {
    before != after && matches!(after, State::Accepted | State::Declined | State::Published)
}
