//! The chain of what the newsroom did, through the real program: kept whole by it, and what is done behind its back named.

use tests::{Contribution, House, attributes};

async fn db_behind_its_back(house: &House, sql: &'static str) {
    let mut conn = house.db_connect().await;
    for sql in ["set session_replication_role = replica", sql] {
        sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_walks_the_chain_and_names_what_was_done_to_it() {
    let house = House::start_embedded(&[]);
    house.anyone().contribute(&Contribution::new("Flood")).await;
    house.db_wait_for_jobs().await;
    let editor = house.editor().await;
    let desk = editor.read("/desk").await;
    let path = attributes(&desk, "main a[href^='/desk/submissions/']", "href").remove(0);
    let path = path.split('?').next().unwrap();
    let hold = format!("{path}/hold");
    editor
        .post(&hold, &[("hold", "set"), ("why", "A court asked")])
        .await;

    let whole = house.run(&["doctor", "--audit"]);
    assert!(whole.starts_with("ok       audit chain: "), "{whole}");
    let head = whole.split_whitespace().last().unwrap().to_owned();
    assert!(head.len() > 64 && head.contains(':'), "{whole}");
    assert!(
        house
            .run(&["doctor", "--audit", "--head", &head])
            .starts_with("ok")
    );
    assert!(house.run(&["doctor"]).lines().all(|line| line.starts_with("ok")));

    db_behind_its_back(&house, "create table kept as select * from review_events").await;
    db_behind_its_back(
        &house,
        "update review_events set detail = '{}' where kind = 'held'",
    )
    .await;
    for args in [&["doctor", "--audit"][..], &["doctor"]] {
        let (code, text) = house.run_for(args);
        assert_eq!(code, Some(3), "{text}");
        assert!(
            text.contains("PROBLEM  audit chain: link") && text.contains("was changed"),
            "{text}"
        );
    }
    db_behind_its_back(
        &house,
        "delete from review_events; insert into review_events select * from kept; drop table kept",
    )
    .await;
    house.run(&["doctor", "--audit"]);

    // The last link and its event: only a head that was noted tells, and the last walk noted it.
    db_behind_its_back(
        &house,
        "delete from review_events where kind = 'held'; delete from audit_links where kind = 'held'",
    )
    .await;
    let (code, text) = house.run_for(&["doctor", "--audit"]);
    assert_eq!(code, Some(3), "{text}");
    assert!(text.contains("the chain once ended in"), "{text}");
    std::fs::remove_file(house.data().join("keys/audit.head")).unwrap();
    assert_eq!(house.run_for(&["doctor", "--audit", "--head", &head]).0, Some(3));
    let (code, _) = house.run_for(&["doctor", "--audit", "--head", "nonsense"]);
    assert_eq!(code, Some(2), "as every call that is not right");

    // Another server's key.
    let key = house.data().join("keys/server.key");
    let kept = std::fs::read(&key).unwrap();
    std::fs::write(&key, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").unwrap();
    let (code, text) = house.run_for(&["doctor", "--audit"]);
    assert_eq!(code, Some(3), "{text}");
    assert!(text.contains("no link fits the key"), "{text}");
    std::fs::write(&key, kept).unwrap();
}
