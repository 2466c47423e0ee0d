//! The chain with a real database, by itself. What it is compared with is tested in the rooms that have events.

use std::time::{Duration, Instant};

use chrono::DateTime;
use sqlx::PgPool;

use super::*;
use crate::secret::ServerKey;

fn key() -> Key {
    Key::of(&ServerKey::fixed())
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

/// So many links, each in a transaction of its own.
async fn db_links(pool: &PgPool, links: i64) {
    let ids = Ids::system();
    for _ in 0..links {
        let mut tx = crate::db::begin(pool).await.unwrap();
        let entry = Entry::erased(&ids, now(), Some(ids.mint(now())), None);
        append(&mut tx, &ids, &[entry]).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// By whoever owns the database: rules do not bind them.
async fn db_tamper(pool: &PgPool, sql: &'static str) {
    let mut tx = crate::db::begin(pool).await.unwrap();
    for sql in ["set local session_replication_role = replica", sql] {
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn walked(pool: &PgPool, noted: Option<&Head>) -> Found {
    match verify(pool, &key(), &[], None, noted).await.unwrap() {
        Verdict::Walked(found) => found,
        Verdict::WrongKey => panic!("the key fits"),
    }
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn whoever_changes_the_chain_without_the_key_is_found_and_the_first_broken_link_is_named(pool: PgPool) {
    db_links(&pool, 9).await;
    let whole = walked(&pool, None).await;
    assert_eq!(
        (whole.links, whole.breaks),
        (10, 0),
        "the first says that it began"
    );
    let head = whole.head.unwrap();
    for (sql, seq, what) in [
        ("update audit_links set kind = 'accepted' where seq = 4", 4, Break::Changed),
        ("update audit_links set at = at + interval '1 second' where seq = 4", 4, Break::Changed),
        ("update audit_links set account_id = event_id where seq = 4", 4, Break::Changed),
        ("update audit_links set submission_id = null where seq = 4", 4, Break::Changed),
        ("update audit_links set content_hash = hash where seq = 4", 4, Break::Changed),
        ("update audit_links set hash = content_hash where seq = 4", 4, Break::Changed),
        ("delete from audit_links where seq = 4", 4, Break::Removed(1)),
        ("delete from audit_links where seq between 4 and 6", 4, Break::Removed(3)),
        ("delete from audit_links where seq = 1", 1, Break::Removed(1)),
        (
            "delete from audit_links where seq = 4; update audit_links set seq = seq + 1000 where seq > 4;
             update audit_links set seq = seq - 1001 where seq > 1000",
            4,
            Break::Moved(5),
        ),
        (
            "update audit_links set seq = 100 where seq = 4; update audit_links set seq = 4 where seq = 7;
             update audit_links set seq = 7 where seq = 100",
            4,
            Break::Moved(7),
        ),
        (
            "insert into audit_links select 11, 'review', gen_random_uuid(), gen_random_uuid(), about_id, account_id,
                 'accepted', at, content_hash, hash, sha256(hash) from audit_links where seq = 10",
            11,
            Break::Inserted,
        ),
        (
            "update audit_links set seq = seq + 1000 where seq >= 4;
             update audit_links set seq = seq - 999 where seq >= 1000;
             insert into audit_links select 4, 'review', gen_random_uuid(), gen_random_uuid(), about_id, account_id,
                 'accepted', at, content_hash, hash, sha256(hash) from audit_links where seq = 3",
            4,
            Break::Inserted,
        ),
        ("delete from audit_links where seq > 8", 9, Break::NotTheHead(head.clone())),
        ("update audit_begun set events = 7", 1, Break::BeforeChanged),
    ] {
        let kept = "create table kept_links as select * from audit_links;
                    create table kept_begun as select * from audit_begun";
        db_tamper(&pool, kept).await;
        db_tamper(&pool, sql).await;
        let found = walked(&pool, Some(&head)).await;
        let first = found.broken.first().unwrap_or_else(|| panic!("not found: {sql}"));
        assert_eq!((first.seq, &first.what), (seq, &what), "{sql}: {:?}", found.broken);
        let back = "delete from audit_links; insert into audit_links select * from kept_links; drop table kept_links;
                    delete from audit_begun; insert into audit_begun select * from kept_begun; drop table kept_begun";
        db_tamper(&pool, back).await;
        assert_eq!(walked(&pool, Some(&head)).await.breaks, 0);
    }
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn another_servers_key_is_told_as_such_and_without_one_nothing_is_written(pool: PgPool) {
    db_links(&pool, 3).await;
    let other = Key::of(&ServerKey::parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").unwrap());
    let verdict = verify(&pool, &other, &[], None, None).await.unwrap();
    assert!(matches!(verdict, Verdict::WrongKey), "{verdict:?}");
    // A chain that goes on under another key is broken where it does.
    let ids = Ids::system().with_audit_key(other.clone());
    let mut conn = pool.acquire().await.unwrap();
    let entry = Entry::erased(&ids, now(), Some(ids.mint(now())), None);
    append(&mut conn, &ids, &[entry]).await.unwrap();
    let found = walked(&pool, None).await;
    assert_eq!(
        found.broken[0],
        Broken {
            seq: 5,
            what: Break::Changed
        }
    );
    assert_eq!(found.breaks, 1);
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn the_database_refuses_to_change_links_and_to_empty_the_tables_of_what_happened(pool: PgPool) {
    db_links(&pool, 2).await;
    for sql in [
        "update audit_links set kind = 'x'",
        "delete from audit_links",
        "truncate audit_links",
        "update audit_begun set events = 1",
        "delete from audit_begun",
        "truncate audit_begun",
        "insert into audit_begun values (1, '', now())",
        "truncate review_events",
        "truncate desk_acts",
    ] {
        let refused = sqlx::query(sql).execute(&pool).await.unwrap_err();
        let code = refused
            .into_database_error()
            .unwrap()
            .code()
            .unwrap()
            .into_owned();
        assert_eq!(code, "23001", "{sql}");
    }
    assert_eq!(walked(&pool, None).await.links, 3);
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn writers_at_once_keep_one_chain_and_who_is_cut_short_leaves_no_gap(pool: PgPool) {
    let began = Instant::now();
    let writers = (0..4).map(|writer| {
        let pool = pool.clone();
        tokio::spawn(async move {
            let ids = Ids::system();
            for number in 0..50 {
                let mut tx = crate::db::begin(&pool).await.unwrap();
                let entries: Vec<_> = (0..=number % 3)
                    .map(|_| Entry::erased(&ids, now(), Some(ids.mint(now())), None))
                    .collect();
                append(&mut tx, &ids, &entries).await.unwrap();
                if number % 10 == writer {
                    // Killed: nobody says rollback.
                    drop(tx);
                } else {
                    tx.commit().await.unwrap();
                }
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let each = began.elapsed() / 200;
    assert!(each < Duration::from_millis(20), "50 a second: one took {each:?}");
    let found = walked(&pool, None).await;
    assert_eq!(found.breaks, 0, "{:?}", found.broken);
    assert_eq!(found.links, found.head.unwrap().seq);
    assert!(found.links > 180 * 2 - 20, "{}", found.links);
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn only_the_newest_links_can_be_looked_at(pool: PgPool) {
    db_links(&pool, 9).await;
    db_tamper(&pool, "update audit_links set kind = 'x' where seq = 3").await;
    let newest = verify(&pool, &key(), &[], Some(4), None).await.unwrap();
    let Verdict::Walked(found) = newest else {
        panic!("the key fits")
    };
    assert_eq!((found.links, found.breaks), (4, 0));
    assert_eq!(walked(&pool, None).await.breaks, 1);
}

#[test]
fn a_head_is_read_as_it_was_written() {
    let head = Head {
        seq: 12,
        hash: vec![0xab; 32],
    };
    assert_eq!(head.to_string().parse(), Ok(head));
    for wrong in ["", "12", "12:ab", "x:00", ":"] {
        assert!(wrong.parse::<Head>().is_err(), "{wrong}");
    }
}
