//! Forgetting: nothing is left but the id and times.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use chrono::TimeDelta;
use ground::{
    ids::AccountId,
    jobs::{self, JobError, SweepAccounts},
    personal::{Answer, Files, Personal},
};
use sqlx::PgPool;

use super::{admin, reader};
use crate::{
    letters::postbox::Postbox,
    testing::{PASSWORD, Room, Table},
};

/// Stands in every column that holds something of a person.
const CANARY: &str = "canary7f3a";
const EMAIL: &str = "canary7f3a@example.org";

/// Every row of every table, as text; bytes are written in hexadecimal.
async fn db_dump_all(room: &Room) -> String {
    sqlx::query_scalar!(
        r#"select string_agg(query_to_xml(format('select it::text as row from public.%I it', table_name), true, false, '')::text, '')
                  as "all!"
           from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"#
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap()
}

/// The tables of this room in which rows name an account, and whether they name this one.
pub(super) async fn db_tables_naming(room: &Room, account_id: AccountId) -> Vec<(String, bool)> {
    let ours = tables_of_ours();
    let found = sqlx::query!(
        r#"select table_name::text as "table!",
                  query_to_xml(format('select count(*) as n from public.%I where account_id = %L', table_name, $1::text),
                               false, true, '')::text not like '%<n>0</n>%' as "named!"
           from information_schema.columns where table_schema = 'public' and column_name = 'account_id'
           order by table_name"#,
        account_id.to_string(),
    )
    .fetch_all(&room.state.pool)
    .await
    .unwrap();
    let found = found.into_iter().map(|row| (row.table, row.named));
    found.filter(|(table, _)| ours.contains(table)).collect()
}

/// What the migrations of this room make.
fn tables_of_ours() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let texts = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let ours = texts.filter(|text| text.starts_with("-- Owner: accounts"));
    let made = |text: String| {
        let lines = text.lines().filter_map(|line| line.strip_prefix("create table "));
        lines
            .map(|line| line.trim_end_matches(" (").to_owned())
            .collect::<Vec<_>>()
    };
    ours.flat_map(made).collect()
}

/// Somebody of whom every table keeps something.
pub(super) async fn db_canary(room: &Room) -> AccountId {
    reader(room, EMAIL).await;
    let now = room.state.clock.now();
    let id = sqlx::query_scalar!("select account_id from accounts where email = $1", EMAIL)
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    let pool = &room.state.pool;
    sqlx::query!(
        "update accounts set display_name = $2, password_hash = $2, language = 'kmr', mail_notices = false
         where account_id = $1",
        id,
        CANARY
    )
    .execute(pool)
    .await
    .unwrap();
    sqlx::query!(
        "with i as (insert into identities (issuer, subject, account_id, provider, email, linked_at, used_at)
                    values ('https://' || $2, $2, $1, $2, $2, $3, $3)),
              t as (insert into connect_transactions (state_hash, browser_hash, provider, nonce, verifier, account_id, next, created_at)
                    values (convert_to($2, 'utf8'), convert_to($2, 'utf8'), $2, $2, $2, $1, '/' || $2, $3)),
              k as (insert into passkeys (credential_id, account_id, passkey, name, created_at)
                    values (convert_to($2, 'utf8'), $1, to_jsonb($2::text), $2, $3)),
              c as (insert into passkey_ceremonies (ceremony_hash, account_id, state, created_at)
                    values (convert_to($2, 'utf8'), $1, to_jsonb($2::text), $3)),
              a as (insert into authenticator_apps (account_id, secret_sealed, next_sealed, confirmed_at, created_at)
                    values ($1, convert_to($2, 'utf8'), convert_to($2, 'utf8'), $3, $3)),
              r as (insert into recovery_codes (account_id, code_hash) values ($1, convert_to($2, 'utf8'))),
              e as (insert into account_events (event_id, account_id, kind, device, detail, at)
                    values (gen_random_uuid(), $1, 'linked', $2, $2, $3)),
              s as (update sessions set device = $2, next = '/' || $2 where account_id = $1)
         insert into push_subscriptions (endpoint, account_id, created_at, subscription_id)
         values ('https://push.example/' || $2, $1, $3, gen_random_uuid())",
        id,
        CANARY,
        now,
    )
    .execute(pool)
    .await
    .unwrap();
    db_canary_mail(room, AccountId(id)).await;
    AccountId(id)
}

/// What was sent to them, also before they had an account, and a notice about something that they sent.
async fn db_canary_mail(room: &Room, account_id: AccountId) {
    let now = room.state.clock.now();
    let pool = &room.state.pool;
    for of in [None, Some(account_id.0)] {
        sqlx::query!(
            "insert into mail_codes (mail_code_id, purpose, email, account_id, display_name, password_hash, language,
                                     browser_hash, created_at, expires_at)
             values (gen_random_uuid(), 'register', upper($1), $2, $1, $1, 'en', convert_to($1, 'utf8'), $3, $3)",
            EMAIL,
            of,
            now,
        )
        .execute(pool)
        .await
        .unwrap();
        sqlx::query!(
            "insert into account_letters (letter_id, kind, email, account_id, language, detail, created_at)
             values (gen_random_uuid(), 'new_device', $1, $2, 'en', $1, $3)",
            EMAIL,
            of,
            now,
        )
        .execute(pool)
        .await
        .unwrap();
    }
    sqlx::query!(
        "insert into invitations (invitation_id, token_hash, email, role, created_at, expires_at)
         values (gen_random_uuid(), convert_to($1, 'utf8'), upper($1), 'editor', $2, $2)",
        EMAIL,
        now,
    )
    .execute(pool)
    .await
    .unwrap();
    sqlx::query!(
        "with sent as (
             insert into submissions (submission_id, language, consent, consent_at, terms_version, receipt_hash, form_key_hash,
                                      sent_at, title, body)
             values (gen_random_uuid(), 'en', 'named', $2, '1', 'r', 'f', $2, 'A title', 'Words')
             returning submission_id)
         insert into contributor_notices (submission_id, account_id, version, told_at)
         select submission_id, $1, 1, $2 from sent",
        account_id.0,
        now,
    )
    .execute(pool)
    .await
    .unwrap();
}

async fn db_ask_for_deletion(room: &Room, account_id: AccountId) {
    let now = room.state.clock.now();
    sqlx::query!(
        "update accounts set deletion_asked_at = $2, deletes_at = $2::timestamptz + interval '7 days' where account_id = $1",
        account_id.0,
        now,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
}

/// What the schedule does, as often as it likes.
async fn sweep(room: &Room, post: &Postbox) -> Vec<String> {
    let mut conn = room.state.pool.acquire().await.unwrap();
    for _ in 0..2 {
        jobs::enqueue_once(&mut conn, &SweepAccounts {}, "sweep accounts")
            .await
            .unwrap();
    }
    drop(conn);
    post.deliver().await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn after_the_last_day_no_table_holds_anything_of_the_person(pool: PgPool) {
    let room = Room::new(pool);
    let post = Postbox::of(&room);
    let account_id = db_canary(&room).await;
    db_ask_for_deletion(&room, account_id).await;
    for (table, named) in db_tables_naming(&room, account_id).await {
        assert!(named, "this test keeps nothing of the person in {table}");
    }
    let before = db_dump_all(&room).await;
    let hex = "63616e617279"; // "canary"
    assert!(before.contains(CANARY) && before.contains(hex));

    room.state
        .clock
        .advance(TimeDelta::days(7) - TimeDelta::seconds(1));
    sweep(&room, &post).await;
    assert!(db_dump_all(&room).await.contains(CANARY), "not before");
    room.state.clock.advance(TimeDelta::seconds(1));
    let letters = sweep(&room, &post).await;
    assert_eq!(letters.len(), 1, "one last letter: {letters:?}");
    assert!(letters[0].contains(&format!("To: {EMAIL}")));

    let after = db_dump_all(&room).await.to_lowercase();
    assert!(!after.contains(CANARY) && !after.contains(hex), "{after}");
    for (table, named) in db_tables_naming(&room, account_id).await {
        assert_eq!(named, table == "accounts", "{table}");
    }
    let left = sqlx::query!("select created_at, deleted_at, to_jsonb(it) as row from accounts it")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(left.deleted_at, Some(room.state.clock.now()));
    let row = left.row.unwrap();
    let kept = row.as_object().unwrap().iter();
    let kept = kept
        .filter(|(_, value)| !value.is_null() && **value != "")
        .map(|(name, _)| name.as_str());
    // The two choices of notices, and what is not for them to see, are as they are for everybody.
    let known = [
        "account_id",
        "created_at",
        "deleted_at",
        "mail_notices",
        "push_notices",
        "sees_at_risk",
    ];
    assert_eq!(kept.collect::<Vec<_>>(), known);
    assert!(sweep(&room, &post).await.is_empty(), "and it is done once");
    assert_eq!(room.sign_in(EMAIL, PASSWORD, "").await.location(), "");
}

/// Another room, which breaks off the first time.
struct Fragile(Arc<AtomicUsize>);

impl Personal for Fragile {
    fn export(&self, _: AccountId) -> Files<'_> {
        Box::pin(futures_util::stream::empty())
    }

    fn erase(&self, _: AccountId) -> Answer<'_, ()> {
        Box::pin(async {
            anyhow::ensure!(self.0.fetch_add(1, Ordering::SeqCst) > 0, "the disk is gone");
            Ok(())
        })
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn killed_in_between_it_goes_on_and_nobody_turns_back_meanwhile(pool: PgPool) {
    let mut room = Room::new(pool);
    let asked = Arc::new(AtomicUsize::new(0));
    let other = Arc::clone(&asked);
    room.restart(|state| state.others = Arc::from([Arc::new(Fragile(other)) as Arc<dyn Personal>]));
    let account_id = db_canary(&room).await;
    sqlx::query!(
        "update accounts set password_hash = $1",
        room.state.passwords.hash(&PASSWORD.into()).await.unwrap()
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    let cookie = room.sign_in(EMAIL, PASSWORD, "").await.cookie();
    db_ask_for_deletion(&room, account_id).await;
    room.state.clock.advance(TimeDelta::days(7));
    let first = crate::me::erase(&room.state, account_id).await;
    assert!(matches!(first, Err(JobError::Retry(_))));
    let answer = room.post("/me/delete/call-off", &cookie, &[]).await;
    assert!(answer.location().starts_with("/signin"), "signed out");
    assert_eq!(room.sign_in(EMAIL, PASSWORD, "").await.location(), "");
    for _ in 0..2 {
        assert!(crate::me::erase(&room.state, account_id).await.is_ok());
    }
    assert_eq!(asked.load(Ordering::SeqCst), 2, "done is done");
    assert_eq!(room.db_count(Table::Sessions).await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_called_off_or_never_asked_for_is_not_done(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, EMAIL).await;
    let id = sqlx::query_scalar!("select account_id from accounts")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert!(crate::me::erase(&room.state, AccountId(id)).await.is_ok());
    room.post("/me/delete", &cookie, &[]).await;
    room.post("/me/delete/call-off", &cookie, &[]).await;
    room.state.clock.advance(TimeDelta::days(8));
    assert!(crate::me::erase(&room.state, AccountId(id)).await.is_ok());
    assert_eq!(room.who(&cookie).await, "Ada");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_somebody_of_the_newsroom_did_to_others_still_names_their_id(pool: PgPool) {
    let room = Room::new(pool);
    admin(&room, "ada@example.org").await;
    let account_id = db_canary(&room).await;
    sqlx::query!(
        "insert into account_events (event_id, account_id, kind, actor_id, at)
         select gen_random_uuid(), account_id, 'removed', $1, $2 from accounts where email = 'ada@example.org'",
        account_id.0,
        room.state.clock.now(),
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    db_ask_for_deletion(&room, account_id).await;
    room.state.clock.advance(TimeDelta::days(7));
    assert!(crate::me::erase(&room.state, account_id).await.is_ok());
    let actors = sqlx::query_scalar!(
        "select count(*) from account_events where actor_id = $1",
        account_id.0
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    assert_eq!(actors, Some(1));
    let cookie = room.sign_in("ada@example.org", PASSWORD, "").await.cookie();
    let page = room.get("/me/history", &cookie).await;
    assert!(page.body.contains("Access was removed") && !page.body.contains(CANARY));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_sweep_forgets_what_is_past_its_time_and_nothing_else(pool: PgPool) {
    let room = Room::new(pool);
    let post = Postbox::of(&room);
    let account_id = db_canary(&room).await;
    let count = async || {
        let tables = db_tables_naming(&room, account_id).await;
        let gone = tables.into_iter().filter(|(_, named)| !named);
        gone.map(|(table, _)| table).collect::<Vec<_>>()
    };
    for (minutes, gone) in [
        (4, vec![]),
        (5, vec!["passkey_ceremonies"]),
        (10, vec!["connect_transactions", "passkey_ceremonies"]),
        (
            24 * 60,
            vec!["connect_transactions", "mail_codes", "passkey_ceremonies"],
        ),
    ] {
        let start = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let wait = start + TimeDelta::minutes(minutes) - room.state.clock.now();
        room.state.clock.advance(wait);
        sweep(&room, &post).await;
        assert_eq!(count().await, gone, "{minutes}");
    }
    room.state.clock.advance(TimeDelta::days(2));
    sweep(&room, &post).await;
    assert!(
        count().await.contains(&"account_letters".to_owned()),
        "nobody takes it"
    );
    room.state.clock.advance(TimeDelta::days(30));
    sweep(&room, &post).await;
    assert!(count().await.contains(&"sessions".to_owned()));
}
