//! What the program decides by itself, until somebody of the newsroom looks. Never silently: it is written into the
//! history, stands in a queue of its own, and is told to nobody.

use chrono::{DateTime, TimeDelta, Utc};
use ground::ids::{Ids, SubmissionId};
use serde_json::json;
use sqlx::PgConnection;

use crate::{
    event::EventKind,
    store::{history, machine as store},
};

/// What somebody called spam is remembered for so long.
const REMEMBERED: TimeDelta = TimeDelta::days(30);
/// A shorter text says nothing of who wrote it: many send "Photo".
const TEXT_MIN: usize = 20;

/// A rule by which the program decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Its text, or all of its files, are exactly those of something that an editor called spam.
    RepeatOfSpam,
}

impl Rule {
    /// As in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::RepeatOfSpam => "repeat_of_spam",
        }
    }
}

/// Asks the rules about a contribution that just came in, in the transaction that brings it.
pub(crate) async fn apply(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
) -> sqlx::Result<()> {
    let since = now - REMEMBERED;
    let text_min = i32::try_from(TEXT_MIN).unwrap_or(i32::MAX);
    let found = match store::find_spam_of_text(&mut *conn, id, since, text_min).await? {
        Some(found) => Some(found),
        None => store::find_spam_of_files(&mut *conn, id, since).await?,
    };
    let Some(repeated) = found else { return Ok(()) };
    store::set_spam_by_rule(&mut *conn, id, Rule::RepeatOfSpam.code(), now).await?;
    let detail = json!({ "rule": Rule::RepeatOfSpam.code(), "repeats": repeated });
    history::insert_decision(conn, ids, now, id, (EventKind::SpamByRule, None), detail).await?;
    tracing::info!(submission.id = %id, rule = Rule::RepeatOfSpam.code(), "the program called a contribution spam");
    Ok(())
}

#[cfg(test)]
mod tests {
    use sqlx::PgPool;

    use crate::{
        submission::{State, Submission},
        testing::{Door, Form},
    };

    /// Someone of the newsroom called it spam, `days` ago.
    async fn db_spam(door: &Door, of: &Submission, days: i32) {
        let editor = door.db_reader("Bo").await.0.unwrap();
        sqlx::query!(
            "update submissions set state = 'spam', decided_by = $2, decided_at = sent_at - make_interval(days => $3)
             where submission_id = $1",
            of.submission_id.0,
            editor.account_id.0,
            days,
        )
        .execute(&door.state.pool)
        .await
        .unwrap();
    }

    async fn send(door: &Door, form: Form) -> Submission {
        // Each comes later than the one before.
        door.state.clock.advance(chrono::TimeDelta::seconds(1));
        door.send(form.field("consent", "anonymous").field("terms", "yes"))
            .await
            .code();
        door.db_submissions().await.pop().unwrap()
    }

    fn text(body: &str) -> Form {
        Form::default().field("title", "Buy now").field("body", body)
    }

    const ADVERT: &str = "The best watches of the world, today only.";

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn what_repeats_spam_to_the_letter_waits_for_a_person_in_a_queue_of_its_own(pool: PgPool) {
        let door = Door::open(pool).await;
        let first = send(&door, text(ADVERT)).await;
        assert_eq!(first.state, State::Received);
        let unseen = send(&door, text(ADVERT)).await;
        assert_eq!(unseen.state, State::Received, "nobody has called it anything");
        db_spam(&door, &first, 0).await;
        let repeated = send(&door, text(ADVERT)).await;
        assert_eq!(
            (repeated.state, repeated.machine_rule.as_deref()),
            (State::Spam, Some("repeat_of_spam"))
        );
        assert_eq!(repeated.decided_by, None);
        assert_eq!(
            door.db_history(repeated.submission_id).await,
            ["sent", "spam_by_rule"]
        );
        let other = send(&door, text("The best watches of the world, today only!")).await;
        assert_eq!(other.state, State::Received);
        // Somebody in danger is never judged by a rule.
        let endangered = send(&door, text(ADVERT).field("at_risk", "yes")).await;
        assert!(!endangered.at_risk || endangered.state == State::Received);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_short_text_an_old_verdict_and_one_of_the_programs_own_say_nothing(pool: PgPool) {
        let door = Door::open(pool).await;
        let short = Form::default().field("title", "Photo").field("body", "Here");
        let first = send(&door, short.clone()).await;
        db_spam(&door, &first, 0).await;
        assert_eq!(send(&door, short).await.state, State::Received);
        let old = send(&door, text(ADVERT)).await;
        db_spam(&door, &old, 31).await;
        assert_eq!(send(&door, text(ADVERT)).await.state, State::Received);
        sqlx::query!(
            "update submissions set machine_rule = 'repeat_of_spam', decided_by = null, decided_at = sent_at
             where submission_id = $1",
            old.submission_id.0
        )
        .execute(&door.state.pool)
        .await
        .unwrap();
        assert_eq!(send(&door, text(ADVERT)).await.state, State::Received);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn files_are_repeats_when_all_of_them_are_and_the_rule_can_be_off(pool: PgPool) {
        let door = Door::open(pool.clone()).await;
        let with = |title: &str, files: &[&[u8]]| {
            files
                .iter()
                .fold(Form::default().field("title", title), |form, bytes| {
                    form.file("a.jpg", bytes)
                })
        };
        let first = send(&door, with("One", &[b"advert", b"second"])).await;
        db_spam(&door, &first, 0).await;
        assert_eq!(send(&door, with("Two", &[b"advert"])).await.state, State::Spam);
        assert_eq!(
            send(&door, with("Three", &[b"advert", b"news"])).await.state,
            State::Received
        );
        let off = Door::open_with(pool, |state| {
            state.desk.machine_rules = false;
            state.clock.advance(chrono::TimeDelta::minutes(1));
        })
        .await;
        assert_eq!(
            send(&off, with("Four", &[b"advert"])).await.state,
            State::Received
        );
    }
}
