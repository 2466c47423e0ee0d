//! Forgetting by rule, with a real database and a disk store.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Utc};
use ground::{
    audit::{self, Verdict},
    clock::Clock,
    ids::{AccountId, SubmissionId},
    personal::Personal as _,
    secret::ServerKey,
    viewer::Viewer,
};
use sqlx::PgPool;

use super::{clock::Machine, job::Retention};
use crate::{
    personal::{
        Personal,
        tests::{CANARY, db_media, db_seal, db_talk, objects, sent},
    },
    testing::Door,
};

/// The room, what forgets by rule in it, and its machine.
struct House {
    door: Door,
    retention: Retention,
    machine: Arc<Mutex<(String, f64)>>,
}

impl House {
    /// With a clock that is right and was seen to be.
    async fn open(pool: PgPool) -> Self {
        let door = Door::open(pool).await;
        let machine = Arc::new(Mutex::new(("a".to_owned(), 5000.0)));
        let originals = media::Originals {
            clock: Clock::fixed(db_now(&door.state.pool).await),
            ..door.state.originals.clone()
        };
        let retention = Retention::new(originals).on(Machine::Fixed(Arc::clone(&machine)));
        let house = Self {
            door,
            retention,
            machine,
        };
        house.run().await;
        house
    }

    async fn run(&self) {
        self.retention.run().await.unwrap();
    }

    /// In this state, since so many days.
    async fn db_is(&self, id: SubmissionId, state: &str, days: i32) {
        let sql = format!(
            "update submissions set state = '{state}',
                 withdrawn_at = case when '{state}' = 'withdrawn' then now() end,
                 decline_reason = case when '{state}' = 'declined' then 'quality' end
             where submission_id = '{id}';
             update submissions set state_since = now() - interval '{days} days' where submission_id = '{id}'"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
            .execute(&self.door.state.pool)
            .await
            .unwrap();
    }

    async fn db(&self, sql: &'static str) {
        sqlx::raw_sql(sql).execute(&self.door.state.pool).await.unwrap();
    }

    async fn db_left(&self) -> Vec<SubmissionId> {
        let all = self.door.db_submissions().await;
        all.iter().map(|submission| submission.submission_id).collect()
    }

    async fn is_whole(&self) {
        let key = audit::Key::of(&ServerKey::fixed());
        let sources: [&dyn audit::Source; 2] = [&crate::Histories, &crate::Acts];
        match audit::verify(&self.door.state.pool, &key, &sources, None, None)
            .await
            .unwrap()
        {
            Verdict::Walked(found) => assert_eq!(found.broken, [], "{found:?}"),
            Verdict::WrongKey => panic!("the key fits"),
        }
    }

    async fn db_links(&self, kind: &str) -> i64 {
        sqlx::query_scalar("select count(*) from audit_links where kind = $1")
            .bind(kind)
            .fetch_one(&self.door.state.pool)
            .await
            .unwrap()
    }
}

async fn db_now(pool: &PgPool) -> DateTime<Utc> {
    sqlx::query_scalar("select now()").fetch_one(pool).await.unwrap()
}

async fn db_editor(house: &House) -> Viewer {
    let editor = house.door.db_reader("Bo").await;
    house
        .db("update accounts set role = 'editor', email = 'bo@example.org', password_hash = '' where display_name = 'Bo'")
        .await;
    editor
}

fn id_of(viewer: &Viewer) -> AccountId {
    viewer.0.as_ref().unwrap().account_id
}

/// Everything that a desk writes about a contribution.
async fn db_surroundings(house: &House, id: SubmissionId, editor: &Viewer) {
    db_talk(&house.door, id, editor).await;
    let sql = format!(
        "insert into desk_notes (note_id, submission_id, account_id, only_me, body, written_at)
             values (gen_random_uuid(), '{id}', '{by}', false, 'Kanarya noted', now());
         insert into contributor_notes (note_id, person_id, submission_id, account_id, body, written_at)
             select gen_random_uuid(), person_id, '{id}', '{by}', 'Kanarya known', now()
             from submissions where submission_id = '{id}';
         insert into identity_reveals (submission_id, account_id, until) values ('{id}', '{by}', now());
         update submissions set tags = '{{kanarya}}', decline_note = 'Kanarya declined', unread_since = null,
             answer_due_at = null where submission_id = '{id}'",
        by = id_of(editor),
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&house.door.state.pool)
        .await
        .unwrap();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_past_its_time_leaves_no_word_in_any_table_and_no_object(pool: PgPool) {
    let house = House::open(pool).await;
    let editor = db_editor(&house).await;
    for state in [
        "received",
        "in_review",
        "needs_reply",
        "accepted",
        "declined",
        "spam",
        "withdrawn",
    ] {
        let id = sent(&house.door, &Viewer::default(), &["a.jpg", "b.jpg"]).await;
        let media = db_media(&house.door, id).await;
        db_seal(&house.door.state.originals, media[1], CANARY.as_bytes()).await;
        db_surroundings(&house, id, &editor).await;
        house.db_is(id, state, 91).await;
    }
    assert!(house.door.db_dump(&[]).await.matches(CANARY).count() > 50);
    let store = house.door.folder().join("blobs");
    assert!(objects(&store).len() > 14);
    house.run().await;
    let dump = house.door.db_dump(&[]).await;
    let hex = data_encoding::HEXLOWER.encode(CANARY.as_bytes());
    for word in [CANARY, &CANARY.to_lowercase(), &hex] {
        assert!(!dump.contains(word), "{word} in {dump}");
    }
    assert_eq!(objects(&store), Vec::<PathBuf>::new());
    assert_eq!(house.db_links("erased").await, 7);
    house.is_whole().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_sent_it_goes_first_and_the_rest_stays_for_its_time(pool: PgPool) {
    let house = House::open(pool).await;
    let editor = db_editor(&house).await;
    let id = sent(&house.door, &Viewer::default(), &["a.jpg"]).await;
    db_surroundings(&house, id, &editor).await;
    house.db("update contributors set email_hash = 'Kanarya'").await;
    house.db_is(id, "declined", 29).await;
    house.run().await;
    assert!(house.door.db_submissions().await[0].contributor_email.is_some());
    house.db_is(id, "declined", 30).await;
    house.run().await;
    house.run().await;
    let submission = house.door.db_submissions().await.remove(0);
    assert_eq!(
        (submission.contributor_name, submission.contributor_email),
        (None, None)
    );
    assert_eq!(submission.body, "Kanarya body");
    assert_eq!(
        house.door.db_history(id).await.last().unwrap(),
        "identity_forgotten"
    );
    assert_eq!(house.db_links("identity_forgotten").await, 1);
    let dump = house.door.db_dump(&[]).await;
    assert!(
        !dump.contains("Kanarya@") && !dump.contains("Kanarya name"),
        "{dump}"
    );
    let left: i64 = sqlx::query_scalar(
        "select (select count(*) from identity_reveals) + (select count(*) from contributors where email_hash is not null)",
    )
    .fetch_one(&house.door.state.pool)
    .await
    .unwrap();
    assert_eq!(left, 0);
    house.is_whole().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_held_or_in_talk_or_young_is_never_forgotten(pool: PgPool) {
    let house = House::open(pool).await;
    for change in [
        "held_at = now(), held_why = 'court'",
        "unread_since = now()",
        "answer_due_at = now() + interval '1 day'",
        "state_since = now() - interval '89 days 23 hours'",
    ] {
        let id = sent(&house.door, &Viewer::default(), &["a.jpg"]).await;
        house.db_is(id, "in_review", 400).await;
        let sql = format!("update submissions set {change} where submission_id = '{id}'");
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
            .execute(&house.door.state.pool)
            .await
            .unwrap();
    }
    let before = house.db_left().await;
    house.run().await;
    assert_eq!(house.db_left().await, before);
    let named = house.door.db_submissions().await;
    assert!(
        named
            .iter()
            .all(|submission| submission.contributor_name.is_some())
    );
    house
        .db("update submissions set held_at = null, unread_since = null, answer_due_at = now() - interval '1 hour'")
        .await;
    house.run().await;
    assert_eq!(house.db_left().await.len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_what_is_published_only_what_is_public_stays(pool: PgPool) {
    let house = House::open(pool).await;
    let editor = db_editor(&house).await;
    let id = sent(&house.door, &Viewer::default(), &["shown.jpg", "unused.jpg"]).await;
    let media = db_media(&house.door, id).await;
    for medium in &media {
        db_seal(&house.door.state.originals, *medium, CANARY.as_bytes()).await;
    }
    db_surroundings(&house, id, &editor).await;
    let sql = format!(
        "insert into stories (story_id, submission_id, title, body, language, created_at, created_by)
             values (gen_random_uuid(), '{id}', 'Public title', 'Public body', 'en', now(), '{by}');
         insert into story_pictures (story_id, position, media_id) select story_id, 0, '{shown}' from stories;
         update retention_rules set content_days = 400 where state = 'published'",
        by = id_of(&editor),
        shown = media[0],
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&house.door.state.pool)
        .await
        .unwrap();
    house.db_is(id, "published", 401).await;
    house.run().await;
    house.run().await;
    let dump = house.door.db_dump(&["media_facts", "submission_files"]).await;
    assert!(!dump.contains(CANARY) && dump.contains("Public body"), "{dump}");
    assert_eq!(db_media(&house.door, id).await, media[..1]);
    assert_eq!(house.door.db_history(id).await.last().unwrap(), "rest_forgotten");
    house.is_whole().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_draft_goes_before_what_it_was_made_of(pool: PgPool) {
    let house = House::open(pool).await;
    let editor = db_editor(&house).await;
    let id = sent(&house.door, &Viewer::default(), &[]).await;
    let sql = format!(
        "insert into stories (story_id, submission_id, title, body, language, created_at, created_by)
         values (gen_random_uuid(), '{id}', 'a', 'b', 'en', now(), '{}')",
        id_of(&editor)
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&house.door.state.pool)
        .await
        .unwrap();
    house.db_is(id, "accepted", 91).await;
    house.run().await;
    assert_eq!(house.db_left().await, [id]);
    let jobs = house.door.db_jobs().await;
    assert!(jobs.contains(&"publishing.forget_story".to_owned()), "{jobs:?}");
    // As the publishing room answers.
    house.db("delete from stories").await;
    house.run().await;
    assert!(house.db_left().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_clock_that_jumped_forgets_nothing_until_it_is_right(pool: PgPool) {
    let house = House::open(pool).await;
    let id = sent(&house.door, &Viewer::default(), &[]).await;
    house.db_is(id, "spam", 40).await;
    // The machine did not run as long as the clock says.
    house
        .db("update retention_clock set seen_at = seen_at - interval '3 hours'")
        .await;
    for _ in 0..2 {
        house.run().await;
        assert_eq!(house.db_left().await, [id]);
        let why: Option<String> = sqlx::query_scalar("select refused from retention_clock")
            .fetch_one(&house.door.state.pool)
            .await
            .unwrap();
        assert_eq!(why.as_deref(), Some("jumped_ahead"));
    }
    house.machine.lock().unwrap().1 += 3.0 * 3600.0;
    house.run().await;
    assert!(house.db_left().await.is_empty());
    // The two clocks differ.
    let id = sent(&house.door, &Viewer::default(), &[]).await;
    house.db_is(id, "spam", 40).await;
    let apart =
        Retention::new(house.door.state.originals.clone()).on(Machine::Fixed(Arc::clone(&house.machine)));
    apart.run().await.unwrap();
    assert_eq!(house.db_left().await, [id]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_rounds_at_once_forget_each_once_and_a_new_rule_waits_for_its_day(pool: PgPool) {
    let house = House::open(pool).await;
    let mut all = Vec::new();
    for number in 0..12 {
        let id = sent(&house.door, &Viewer::default(), &[]).await;
        house
            .db_is(id, if number < 8 { "spam" } else { "received" }, 40)
            .await;
        all.push(id);
    }
    house
        .db(
            "insert into retention_rules (state, effective_at, identity_days, content_days, set_at)
             values ('received', now() + interval '1 hour', 1, 2, now())",
        )
        .await;
    let (one, other) = tokio::join!(house.retention.run(), house.retention.run());
    assert!(one.is_ok() && other.is_ok());
    house.run().await;
    assert_eq!(house.db_left().await, all[8..]);
    assert_eq!(house.db_links("erased").await, 8);
    house
        .db("update retention_rules set effective_at = now() - interval '1 second' where content_days = 2")
        .await;
    house.run().await;
    assert!(house.db_left().await.is_empty());
    house.is_whole().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_the_law_holds_stays_when_its_sender_is_forgotten_and_is_nobodys(pool: PgPool) {
    let house = House::open(pool).await;
    let ada = house.door.db_reader("Ada").await;
    let (held, free) = (
        sent(&house.door, &ada, &["a.jpg"]).await,
        sent(&house.door, &ada, &["b.jpg"]).await,
    );
    let sql =
        format!("update submissions set held_at = now(), held_why = 'court' where submission_id = '{held}'");
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&house.door.state.pool)
        .await
        .unwrap();
    let personal = Personal::new(house.door.state.originals.clone());
    personal.erase(id_of(&ada)).await.unwrap();
    assert_eq!(house.db_left().await, [held]);
    assert_ne!(held, free);
    let kept = house.door.db_submissions().await.remove(0);
    assert_eq!((kept.contributor_name, kept.by_account), (None, false));
    assert_eq!(kept.body, "Kanarya body");
    house.is_whole().await;
}
