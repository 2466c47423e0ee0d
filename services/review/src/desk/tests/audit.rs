//! The audit chain as the desk writes and shows it.

use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use ground::{
    audit::{self, Break, Found, Verdict},
    secret::ServerKey,
    viewer::Role,
};

use super::*;

/// A chief, who has shown just now that it is them.
pub(super) async fn db_chief(desk: &Desk, name: &str) -> Viewer {
    let Viewer(Some(mut person)) = desk.db_editor(name).await else {
        panic!("an editor is somebody")
    };
    sqlx::query("update accounts set role = 'chief' where account_id = $1")
        .bind(person.account_id.0)
        .execute(&desk.pool)
        .await
        .unwrap();
    person.role = Some(Role::Chief);
    person.sees_at_risk = true;
    Viewer(Some(person))
}

pub(super) async fn walked(desk: &Desk) -> Found {
    let key = audit::Key::of(&ServerKey::fixed());
    let sources: [&dyn audit::Source; 2] = [&crate::Histories, &crate::Acts];
    match audit::verify(&desk.pool, &key, &sources, None, None)
        .await
        .unwrap()
    {
        Verdict::Walked(found) => found,
        Verdict::WrongKey => panic!("the key fits"),
    }
}

/// By whoever owns the database: rules do not bind them.
async fn db_tamper(desk: &Desk, sql: &str) {
    let sql = format!("begin; set local session_replication_role = replica; {sql}; commit");
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&desk.pool)
        .await
        .unwrap();
}

async fn db_chain(desk: &Desk) -> Vec<String> {
    sqlx::query_scalar("select audit_links::text from audit_links order by seq")
        .fetch_all(&desk.pool)
        .await
        .unwrap()
}

async fn db_decided(desk: &Desk) -> Vec<SubmissionId> {
    let editor = desk.db_editor("Ada").await;
    let mut all = Vec::new();
    for minutes in 1..4 {
        let id = desk.db_sent(TimeDelta::minutes(minutes), sample()).await;
        desk.decide(&editor, id, "decision=spam&version=1").await;
        all.push(id);
    }
    all
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whatever_is_done_to_events_is_found(pool: PgPool) {
    let desk = Desk::open(pool).await;
    db_decided(&desk).await;
    let whole = walked(&desk).await;
    assert_eq!(whole.broken, [], "{whole:?}");
    let links = whole.links;
    let spam = "(select event_id from review_events where kind = 'spam' order by at, event_id limit 1)";
    for (sql, what) in [
        (format!("update review_events set kind = 'accepted' where event_id = {spam}"), "changed"),
        (format!("update review_events set at = at - interval '1 hour' where event_id = {spam}"), "changed"),
        (
            format!("update review_events set account_id = null where event_id = {spam}"),
            "changed",
        ),
        (
            format!("update review_events set detail = '{{\"reason\": \"x\"}}' where event_id = {spam}"),
            "changed",
        ),
        (format!("delete from review_events where event_id = {spam}"), "removed"),
        (
            "insert into review_events select gen_random_uuid(), submission_id, 'accepted', account_id, at, '{}'
             from review_events limit 1"
                .to_owned(),
            "put in",
        ),
        (format!("delete from audit_links where seq = {links}"), "put in"),
    ] {
        db_tamper(&desk, "create table kept_events as select * from review_events").await;
        db_tamper(&desk, "create table kept_links as select * from audit_links").await;
        db_tamper(&desk, &sql).await;
        let found = walked(&desk).await;
        let first = found.broken.first().unwrap_or_else(|| panic!("not found: {sql}"));
        let as_expected = match (&first.what, what) {
            (Break::EventChanged(_), "changed") | (Break::EventRemoved(_), "removed") => first.seq < links + 1,
            (Break::Unlinked(audit::Room::Review, 1, Some(_)), "put in") => true,
            _ => false,
        };
        assert!(as_expected, "{sql}: {:?}", found.broken);
        db_tamper(
            &desk,
            "delete from review_events; insert into review_events select * from kept_events; drop table kept_events;
             delete from audit_links; insert into audit_links select * from kept_links; drop table kept_links",
        )
        .await;
        assert_eq!(walked(&desk).await.breaks, 0);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_had_happened_before_the_chain_is_vouched_for_by_its_first_link(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let id = desk.db_sent(TimeDelta::minutes(9), sample()).await;
    // As it was before the migration.
    db_tamper(
        &desk,
        &format!(
            "insert into review_events select gen_random_uuid(), '{id}', 'opened', null, now() - interval '1 day', '{{}}'
             from generate_series(1, 3);
             delete from audit_begun;
             insert into audit_begun select count(*), audit_begun_digest(e order by event_id), now()
             from review_events as e"
        ),
    )
    .await;
    db_decided(&desk).await;
    let found = walked(&desk).await;
    assert_eq!(
        (found.breaks, found.before, found.before_gone),
        (0, 3, 0),
        "{found:?}"
    );
    db_tamper(
        &desk,
        "update review_events set kind = 'spam' where kind = 'opened'",
    )
    .await;
    let found = walked(&desk).await;
    assert_eq!(found.broken[0].what, Break::BeforeChanged);
    db_tamper(
        &desk,
        "delete from review_events where event_id in
        (select event_id from review_events where at < now() - interval '1 hour' limit 1)",
    )
    .await;
    assert_eq!(
        walked(&desk).await.broken[0].what,
        Break::BeforeChanged,
        "gone, and nothing says why"
    );
}

/// Every `POST` of the desk in this room, from its source: a door that is added is tried, too.
fn doors() -> Vec<String> {
    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        entries
            .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
            .collect()
    }
    let mut doors = Vec::new();
    for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/desk")) {
        let text = std::fs::read_to_string(&file).unwrap();
        for route in text.split(".route(").skip(1) {
            let Some(path) = route
                .trim_start()
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next())
            else {
                continue;
            };
            let handlers = route.split("\n        .").next().unwrap_or_default();
            if path.starts_with("/desk") && handlers.contains("post(") {
                doors.push(path.to_owned());
            }
        }
    }
    doors.push(super::super::original::ROUTE.to_owned());
    doors.sort();
    doors
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn no_door_of_the_desk_alters_the_chain(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let ids = db_decided(&desk).await;
    let doors = doors();
    assert!(doors.len() > 12, "{doors:?}");
    let (editor, chief) = (desk.db_editor("Bo").await, db_chief(&desk, "Cem").await);
    let link: uuid::Uuid = sqlx::query_scalar("select event_id from audit_links where seq = 2")
        .fetch_one(&desk.pool)
        .await
        .unwrap();
    let id = ids[0];
    let forms = [
        String::new(),
        format!(
            "version=2&decision=reopen&why=x&note=x&hold=set&risk=set&confirmed=yes&seq=1&event_id={link}&hash=00\
             &kind=erased&act=save&act=preview&id={id}&deed=spam&body=x&text=x&format=csv&category=&tags=a&trust=known\
             &item=legal&level=seen&move=up&reason=quality&name=x&words=x&position=1&batch_id={link}&note_id={link}"
        ),
        format!(
            "version=3&decision=accept&hold=lift&risk=lift&act=call_off&state=spam&submission_id={id}&previous_hash=00"
        ),
    ];
    for door in &doors {
        for with in [id.to_string(), link.to_string(), "1".to_owned()] {
            let parts = door.split('/').map(|part| {
                if part.starts_with('{') {
                    with.as_str()
                } else {
                    part
                }
            });
            let address = parts.collect::<Vec<_>>().join("/");
            for form in &forms {
                for viewer in [&editor, &chief] {
                    let before = db_chain(&desk).await;
                    desk.post(viewer, &address, form).await;
                    let after = db_chain(&desk).await;
                    assert_eq!(after[..before.len()], before, "{address} {form}");
                }
            }
        }
    }
    let found = walked(&desk).await;
    assert_eq!(found.broken, [], "{found:?}");
    assert!(found.links > 8, "some of it was done");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn four_who_decide_at_once_make_one_chain_and_none_waits_for_ever(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let mut of = Vec::new();
    for name in ["Ada", "Bo", "Cem", "Dilan"] {
        let editor = desk.db_editor(name).await;
        let mut ids = Vec::new();
        for _ in 0..8 {
            ids.push(desk.db_sent(TimeDelta::minutes(5), sample()).await);
        }
        of.push((editor, ids));
    }
    let began = std::time::Instant::now();
    let working = of.iter().map(|(editor, ids)| {
        let desk = &desk;
        async move {
            for id in ids {
                for (number, decision) in ["accept", "reopen", "spam", "reopen"].iter().enumerate() {
                    let form = format!("decision={decision}&version={}", number + 1);
                    let answer = desk.decide(editor, *id, &form).await;
                    assert_eq!(
                        answer.status,
                        StatusCode::SEE_OTHER,
                        "{decision}: {}",
                        answer.text
                    );
                }
            }
        }
    });
    futures_util::future::join_all(working).await;
    let took = began.elapsed();
    let found = walked(&desk).await;
    assert_eq!(found.broken, [], "{found:?}");
    assert_eq!(found.links, 1 + 4 * 8 * 4);
    assert!(
        took < std::time::Duration::from_secs(20),
        "128 decisions took {took:?}"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn chiefs_read_it_by_kind_person_and_contribution_and_editors_are_told_that_there_is_none(
    pool: PgPool,
) {
    let desk = Desk::open(pool).await;
    let ids = db_decided(&desk).await;
    let (editor, chief) = (desk.db_editor("Bo").await, db_chief(&desk, "Cem").await);
    desk.post(
        &editor,
        &format!("/desk/submissions/{}/hold", ids[1]),
        "hold=set&why=court",
    )
    .await;
    for address in ["/desk/audit", "/desk/audit?kind=spam"] {
        assert_eq!(desk.get(&editor, address).await.status, StatusCode::NOT_FOUND);
    }
    let all = desk.get(&chief, "/desk/audit").await;
    assert_eq!(all.attributes(".chain > li", "data-kind")[0], "held");
    assert_eq!(
        all.attributes(".chain > li", "data-kind").last().unwrap(),
        "begun"
    );
    assert!(all.texts(".head")[0].starts_with(&format!("{}:", all.attributes(".chain > li", "data-seq")[0])));
    let spam = desk.get(&chief, "/desk/audit?kind=spam").await;
    assert_eq!(spam.attributes(".chain > li", "data-kind"), ["spam"; 3]);
    let of = desk.get(&chief, &format!("/desk/audit?item={}", ids[1])).await;
    assert_eq!(of.attributes(".chain > li", "data-kind"), ["held", "spam"]);
    let by = editor.0.as_ref().unwrap().account_id;
    let of = desk.get(&chief, &format!("/desk/audit?person={by}")).await;
    assert_eq!(of.attributes(".chain > li", "data-kind"), ["held"]);
    let none = desk.get(&chief, "/desk/audit?from=2030-01-01").await;
    assert!(none.attributes(".chain > li", "data-kind").is_empty());
    // In the contribution's history, each entry has its number.
    let page = desk.get(&editor, &format!("/desk/submissions/{}", ids[1])).await;
    assert_eq!(page.texts(".chained").len(), 2, "{}", page.text);
    // Of what could endanger somebody, those who have no right to it read nothing.
    sqlx::query("update submissions set at_risk = true where submission_id = $1")
        .bind(ids[1].0)
        .execute(&desk.pool)
        .await
        .unwrap();
    let mut unseeing = chief.clone();
    unseeing.0.as_mut().unwrap().sees_at_risk = false;
    let seen = desk.get(&unseeing, "/desk/audit").await;
    assert!(
        !seen
            .attributes(".chain > li", "data-kind")
            .contains(&"held".to_owned())
    );
    assert!(!seen.text.contains(&ids[1].to_string()));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_takes_it_along_shows_first_that_it_is_them_and_that_is_in_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    db_decided(&desk).await;
    let (editor, chief) = (desk.db_editor("Bo").await, db_chief(&desk, "Cem").await);
    let mut late = chief.clone();
    late.0.as_mut().unwrap().confirmed_at -= TimeDelta::minutes(6);
    let answer = desk.post(&editor, "/desk/audit/export", "format=csv").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let answer = desk
        .post(&late, "/desk/audit/export", "format=csv&kind=spam")
        .await;
    assert!(
        answer.header(header::LOCATION).starts_with("/signin/again?next="),
        "{}",
        answer.text
    );
    assert_eq!(walked(&desk).await.links, 4);
    let csv = desk
        .post(&chief, "/desk/audit/export", "format=csv&kind=spam")
        .await;
    assert_eq!(
        csv.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"audit.csv\""
    );
    let lines: Vec<_> = csv.text.lines().collect();
    assert_eq!(lines.len(), 4, "{}", csv.text);
    assert!(lines[0].starts_with("seq,room,event_id") && lines[1].starts_with("4,review,"));
    let json = desk.post(&chief, "/desk/audit/export", "format=jsonl").await;
    let lines: Vec<serde_json::Value> = json
        .text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 5, "that the first was taken is in the second");
    assert_eq!(lines[0]["kind"], "audit_exported");
    assert_eq!(lines[0]["previous_hash"], lines[1]["hash"]);
    assert_eq!(walked(&desk).await.broken, []);
}
