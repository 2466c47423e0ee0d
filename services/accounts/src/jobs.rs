//! What this room does behind the pages.

use chrono::{DateTime, Utc};
use ground::{
    ids::LetterId,
    jobs::{EraseAccount, JobError, Runners, SendAccountLetter, SweepAccounts},
    mail::{Letter, Mail},
};
use sqlx::PgPool;

use crate::{
    State,
    letters::{LetterKind, Writer, Written},
    me,
    store::{self, LetterRow},
};

/// Adds what this room runs.
pub fn runners(runners: Runners, room: &State, mail: Mail) -> Runners {
    let runners = crate::notices::runners(runners, room);
    let postman = Postman {
        pool: room.pool.clone(),
        clock: room.clock.clone(),
        mail,
        writer: Writer {
            site: room.site.clone(),
            key: room.key.clone(),
        },
    };
    let (eraser, sweeper) = (room.clone(), room.clone());
    runners
        .on(move |job: SendAccountLetter| {
            let postman = postman.clone();
            async move { postman.run(job.letter_id).await }
        })
        .on(move |job: EraseAccount| {
            let room = eraser.clone();
            async move { me::erase(&room, job.account_id).await }
        })
        .on(move |_: SweepAccounts| {
            let room = sweeper.clone();
            async move { me::sweep(&room).await }
        })
}

#[derive(Clone)]
struct Postman {
    pool: PgPool,
    clock: ground::clock::Clock,
    mail: Mail,
    writer: Writer,
}

impl Postman {
    /// Sends a letter, then forgets it. Killed in between, it sends it again, with the same Message-ID.
    async fn run(&self, letter_id: LetterId) -> Result<(), JobError> {
        let Some(row) = store::find_letter(&mut *self.pool.acquire().await?, letter_id).await? else {
            return Ok(());
        };
        if let Some(letter) = self.write(&row, self.clock.now()).await? {
            self.mail.send(letter).await.map_err(JobError::Retry)?;
        }
        store::delete_letter(&mut *self.pool.acquire().await?, letter_id).await?;
        Ok(())
    }

    /// `None`: it is not to be sent. Whether an address is known is decided here, where nobody waits for the answer.
    async fn write(&self, row: &LetterRow, now: DateTime<Utc>) -> Result<Option<Letter>, JobError> {
        let Some(kind) = LetterKind::from_name(&row.kind) else {
            return Err(JobError::Fail(anyhow::anyhow!(
                "a letter of a kind that this version does not know"
            )));
        };
        let over = row.mail_code_id.is_some() && row.code_ends_at.is_none_or(|at| at <= now);
        if over || !Mail::is_address(&row.email) {
            return Ok(None);
        }
        let written = match (kind, row.mail_code_id) {
            (LetterKind::Register, _) => {
                let mut conn = self.pool.acquire().await?;
                match store::find_owner_of_address(&mut conn, &row.email).await? {
                    Some(_) => Written::KnownAlready,
                    None => Written::AsAsked,
                }
            }
            (LetterKind::Reset, Some(mail_code_id)) => {
                let mut conn = self.pool.acquire().await?;
                match store::find_owner_of_address(&mut conn, &row.email).await? {
                    Some(owner) if owner.active => {
                        store::set_mail_code_account(&mut conn, mail_code_id, owner.account_id).await?;
                        Written::AsAsked
                    }
                    _ => return Ok(None),
                }
            }
            _ => Written::AsAsked,
        };
        Ok(Some(self.writer.write(row, kind, written)?))
    }
}

#[cfg(test)]
mod tests;
