//! Telling a contributor that the newsroom asked or said something: that, and nothing else. Who has an account is told as
//! they chose; a guest who left an address gets a mail; who left none finds it with their receipt.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use ground::{
    clock::Clock,
    ids::{Ids, SendingId},
    jobs::{JobError, RemindOfTalk, Runners, TellOfTalk},
    mail::{Letter, Mail},
    msg, secret,
    web::Site,
};
use sqlx::PgPool;

use crate::{
    event::EventKind,
    store::{
        desk, history, mine,
        talk::{self as store, Sending},
        talk_told,
    },
    submission::{State, Submission},
};

/// Before the time to answer is over by this, who has not answered is told once more.
const REMINDED_BEFORE: TimeDelta = TimeDelta::days(1);

/// Tells.
#[derive(Clone)]
pub(crate) struct Teller {
    pub(crate) pool: PgPool,
    pub(crate) mail: Mail,
    pub(crate) site: Arc<Site>,
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
}

/// For the first time, or once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    First,
    Again,
}

pub(crate) fn runners(runners: Runners, teller: Teller) -> Runners {
    let reminding = teller.clone();
    runners
        .on(move |job: TellOfTalk| {
            let teller = teller.clone();
            async move { teller.tell(job.sending_id).await }
        })
        .on(move |job: RemindOfTalk| {
            let teller = reminding.clone();
            async move { teller.remind(job.sending_id).await }
        })
}

impl Teller {
    /// Runs [`TellOfTalk`].
    pub(crate) async fn tell(&self, id: SendingId) -> Result<(), JobError> {
        self.run(id, Time::First).await
    }

    /// Runs [`RemindOfTalk`].
    pub(crate) async fn remind(&self, id: SendingId) -> Result<(), JobError> {
        self.run(id, Time::Again).await
    }

    /// Whoever has an account is told by a job of the same transaction that writes down that they are: once, whenever a
    /// worker dies. A mail is sent before that is written, and again by the same Message-ID when a worker dies in between,
    /// so that it is one.
    async fn run(&self, id: SendingId, time: Time) -> Result<(), JobError> {
        let now = self.clock.now();
        let mut tx = ground::db::begin(&self.pool).await?;
        let Some(sending) = store::find_sending(&mut tx, id).await? else {
            return Ok(());
        };
        // Whoever answers it or takes it back is waited for, and whoever comes later is told that it is too late.
        let submission = desk::find_submission_for_update(&mut tx, sending.submission_id).await?;
        let (Some(submission), Some(sending)) = (submission, store::find_sending(&mut tx, id).await?) else {
            return Ok(());
        };
        if let Some(early) = early(&sending, time, now) {
            drop(tx);
            // The database's clock runs before ours.
            tokio::time::sleep(early.to_std().unwrap_or_default().min(Duration::from_secs(1))).await;
            return Err(JobError::Later);
        }
        let open = talk_told::is_open(&mut tx, id).await?;
        if !is_due(&submission, &sending, time, open) {
            return Ok(());
        }
        if submission.by_account {
            match time {
                Time::First => mine::tell_contributor(&mut tx, submission.submission_id).await?,
                Time::Again => mine::remind_contributor(&mut tx, submission.submission_id).await?,
            }
        } else if let Some(letter) = self.letter(&submission, &sending, time) {
            drop(tx);
            self.mail.send(letter).await.map_err(JobError::Retry)?;
            tx = ground::db::begin(&self.pool).await?;
            desk::find_submission_for_update(&mut tx, submission.submission_id).await?;
        } else {
            return Ok(());
        }
        let (noted, kind) = match time {
            Time::First => (
                talk_told::note_told(&mut tx, id, now).await?,
                EventKind::QuestionTold,
            ),
            Time::Again => (
                talk_told::note_reminded(&mut tx, id, now).await?,
                EventKind::Reminded,
            ),
        };
        if noted {
            history::insert_event(&mut tx, &self.ids, now, submission.submission_id, kind, None).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Words of ours only: nothing of what was sent or said, and not the code.
    fn letter(&self, submission: &Submission, sending: &Sending, time: Time) -> Option<Letter> {
        let to = submission.contributor_email.clone()?;
        let lang = submission.language;
        let site = self.site.name(lang);
        let (name, subject, text) = match time {
            Time::First if sending.due_at.is_some() => (
                "ask",
                msg!("talk-mail-asked-subject"),
                msg!("talk-mail-asked-text"),
            ),
            Time::First => ("say", msg!("talk-mail-said-subject"), msg!("talk-mail-said-text")),
            Time::Again => (
                "remind",
                msg!("talk-mail-reminder-subject"),
                msg!("talk-mail-reminder-text"),
            ),
        };
        // The same for each attempt, and no way back to the contribution for who keeps the mail.
        let hash = secret::token_hash(&format!("talk {name} {}", sending.sending_id));
        Some(Letter {
            key: HEXLOWER.encode(hash.get(..16).unwrap_or_default()),
            to,
            subject: subject.s("site", site).text(lang),
            text: format!(
                "{}\n\n{}\n",
                text.s("site", site).text(lang),
                self.site.link("/receipt")
            ),
            html: None,
            stop: None,
        })
    }
}

/// How long it is too early still.
fn early(sending: &Sending, time: Time, now: DateTime<Utc>) -> Option<TimeDelta> {
    let from = match time {
        Time::First => sending.settles_at?,
        Time::Again => sending.due_at? - REMINDED_BEFORE,
    };
    (from > now).then(|| from - now)
}

/// Whether there is still something to tell.
fn is_due(submission: &Submission, sending: &Sending, time: Time, open: bool) -> bool {
    let asked = sending.due_at.is_some();
    let stands = match submission.state {
        State::Received | State::InReview | State::NeedsReply | State::Accepted | State::Published => true,
        // The decision is the news, and a question contradicts it.
        State::Declined => !asked,
        State::Withdrawn | State::Spam => false,
    };
    let new = match time {
        Time::First => sending.told_at.is_none(),
        // Asked something more meanwhile, they have more time, and are reminded of that.
        Time::Again => sending.reminded_at.is_none() && submission.answer_due_at == sending.due_at,
    };
    stands && new && (!asked || open)
}
