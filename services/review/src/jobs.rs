//! What this room does behind the pages.

mod talk;

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
    settling::{self, Settler},
    store::{desk, history, intake},
    submission::{State, Submission},
};

#[cfg(test)]
pub(crate) use talk::{Teller, runners as talk_runners};

#[derive(Clone)]
struct Acknowledger {
    pool: PgPool,
    mail: Mail,
    site: Arc<Site>,
    clock: Clock,
    ids: Ids,
}

/// Adds what this room runs.
pub fn runners(
    runners: Runners,
    pool: PgPool,
    mail: Mail,
    site: Arc<Site>,
    clock: Clock,
    ids: Ids,
) -> Runners {
    let runners = crate::desk::search::runners(runners, &pool);
    let runners = crate::desk::queue::runner(runners, &pool, &clock);
    let teller = talk::Teller {
        pool: pool.clone(),
        mail: mail.clone(),
        site: Arc::clone(&site),
        clock: clock.clone(),
        ids: ids.clone(),
    };
    let runners = talk::runners(runners, teller);
    let settler = Settler {
        pool: pool.clone(),
        mail: mail.clone(),
        site: Arc::clone(&site),
        clock: clock.clone(),
    };
    let runners = settling::runners(runners, settler);
    let acknowledger = Acknowledger {
        pool,
        mail,
        site,
        clock,
        ids,
    };
    runners.on(move |job: AcknowledgeSubmission| {
        let acknowledger = acknowledger.clone();
        async move { acknowledger.run(job.submission_id).await }
    })
}

impl Acknowledger {
    /// Tells a contributor who left an address that it came in.
    async fn run(&self, id: SubmissionId) -> Result<(), JobError> {
        let mut conn = self.pool.acquire().await?;
        let Some(submission) = desk::find_submission(&mut conn, id).await? else {
            return Ok(());
        };
        if submission.state == State::Withdrawn || intake::is_acknowledged(&mut conn, id).await? {
            return Ok(());
        }
        drop(conn);
        let Some(letter) = self.letter(&submission) else {
            return Ok(());
        };
        self.mail.send(letter).await.map_err(JobError::Retry)?;

        let mut tx = ground::db::begin(&self.pool).await?;
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
            text: format!(
                "{}\n\n{}\n",
                msg!("mail-received-text").s("site", site).text(lang),
                self.site.link("/receipt")
            ),
            html: None,
            stop: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use ground::{jobs, lang::Lang};

    use super::*;
    use crate::testing::{Door, Form, sample};

    fn acknowledger(door: &Door) -> Acknowledger {
        let mail = Mail::files(door.folder().join("mail"), "desk@news.example").unwrap();
        let crate::State {
            pool,
            site,
            clock,
            ids,
            ..
        } = door.state.clone();
        Acknowledger {
            pool,
            mail,
            site,
            clock,
            ids,
        }
    }

    fn letters(door: &Door) -> Vec<String> {
        let folder = std::fs::read_dir(door.folder().join("mail")).unwrap();
        folder
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn the_mail_says_that_it_came_and_not_a_word_of_what_came(pool: PgPool) {
        let door = Door::open(pool).await;
        let acknowledger = acknowledger(&door);
        for lang in Lang::ALL {
            let submission = Submission {
                language: lang,
                ..sample()
            };
            let letter = acknowledger.letter(&submission).unwrap();
            assert_eq!(letter.to, "ada@example.org");
            assert!(
                letter.text.trim_end().ends_with("\nhttps://news.example/receipt"),
                "{}",
                letter.text
            );
            assert!(letter.subject.contains(door.state.site.name(lang)));
            let all = format!("{} {} {}", letter.key, letter.subject, letter.text);
            for secret in ["Flood", "river", "Ada", &submission.submission_id.to_string()] {
                assert!(!all.contains(secret), "{secret} in {all}");
            }
        }
        assert!(
            acknowledger
                .letter(&Submission {
                    contributor_email: None,
                    ..sample()
                })
                .is_none()
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_contributor_who_left_an_address_is_told_once_however_often_the_job_runs(pool: PgPool) {
        let door = Door::open(pool).await;
        door.send(Form::default().story().field("email", "ada@example.org"))
            .await
            .code();
        let id = door.db_submissions().await[0].submission_id;
        door.state.clock.advance(chrono::TimeDelta::seconds(1));
        let Acknowledger {
            pool,
            mail,
            site,
            clock,
            ids,
        } = acknowledger(&door);
        let runners = runners(Runners::default(), pool.clone(), mail, site, clock, ids);
        runners.run_pending(&pool).await.unwrap();
        let again = AcknowledgeSubmission { submission_id: id };
        jobs::enqueue(&mut pool.acquire().await.unwrap(), &again)
            .await
            .unwrap();
        runners.run_pending(&pool).await.unwrap();
        assert_eq!(letters(&door).len(), 1);
        assert!(letters(&door)[0].contains("To: ada@example.org"));
        assert_eq!(door.db_history(id).await, ["sent", "acknowledged"]);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn nobody_is_told_who_left_no_address_or_took_it_back(pool: PgPool) {
        let door = Door::open(pool).await;
        door.send(Form::default().story()).await.code();
        assert!(door.db_jobs().await.is_empty());
        let code = door
            .send(Form::default().story().field("email", "ada@example.org"))
            .await
            .code();
        door.receipt(&code, "withdraw_confirmed").await;
        let acknowledger = acknowledger(&door);
        for submission in door.db_submissions().await {
            assert!(acknowledger.run(submission.submission_id).await.is_ok());
        }
        assert!(letters(&door).is_empty());
    }
}
