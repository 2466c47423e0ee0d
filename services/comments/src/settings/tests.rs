//! The rules at their doors.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::testing::{Room, Visitor};

const RULES: &str = "/desk/comments/rules";
const WORDS: &str = "/desk/comments/rules/words";

/// The rules of a new house, as a form, with changes.
fn form(version: &str, changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, String)> {
    let mut fields: Vec<(&'static str, String)> = [
        ("version", version),
        ("holds_first", "1"),
        ("links_allowed", "1"),
        ("slow_seconds", "10"),
        ("flood_five_minutes", "6"),
        ("reports_hold", "3"),
        ("closes_after_days", "30"),
        ("edit_minutes", "15"),
        ("box_delay_seconds", "0"),
        ("box_one_per_person", "yes"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into();
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push((name, (*value).to_owned()));
    }
    fields
}

async fn send(
    room: &Room,
    who: &Visitor,
    version: &str,
    changes: &[(&'static str, &'static str)],
) -> crate::testing::Answer {
    let fields = form(version, changes);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    room.post(who, RULES, &fields).await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn chiefs_look_at_a_change_before_they_make_it_and_to_others_there_is_nothing(pool: PgPool) {
    let room = Room::open(pool);
    let (chief, editor) = (room.db_chief("Dana").await, room.db_editor("Bo").await);
    for who in [&editor, &room.db_reader("Ada").await, &Visitor::guest()] {
        assert_eq!(room.get(who, RULES).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            send(&room, who, "1", &[("act", "save")]).await.status,
            StatusCode::NOT_FOUND
        );
        let words = [("act", "add"), ("words", "scam"), ("deed", "hold")];
        assert_eq!(room.post(who, WORDS, &words).await.status, StatusCode::NOT_FOUND);
    }
    let thread = room.db_thread().await;
    let reader = room.db_reader("Ada").await;
    for body in ["First", "Second <b>https://a.example</b>", "Third"] {
        room.db_comment(&reader, thread, None, body).await;
        room.state.clock.advance(TimeDelta::minutes(10));
    }
    sqlx::query!("update comments set is_first = true where body = 'First'")
        .execute(&room.state.pool)
        .await
        .unwrap();
    let page = room.get(&chief, RULES).await;
    assert_eq!(page.attributes("#holds_first", "value"), ["1"]);
    assert!(
        page.attributes("button[value=save]", "value").is_empty(),
        "what is saved was looked at"
    );
    let looked = send(&room, &chief, "1", &[("act", "try"), ("links_allowed", "0")]).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert_eq!(
        looked.texts(".trial tbody tr"),
        ["Shown at once21", "Waits12", "Taken away00", "Not taken00"]
    );
    let samples = looked.texts("#trial ol li");
    assert_eq!(samples.len(), 1);
    assert!(samples[0].contains("<b>https://a.example</b>"), "{samples:?}");
    assert_eq!(
        room.get(&chief, RULES)
            .await
            .attributes("#links_allowed", "value"),
        ["1"]
    );
    assert_eq!(looked.attributes("button[value=save]", "value").len(), 1);

    for _ in 0..2 {
        let saved = send(&room, &chief, "1", &[("act", "save"), ("links_allowed", "٠")]).await;
        assert_eq!(saved.location(), RULES);
    }
    let page = room.get(&chief, RULES).await;
    assert_eq!(page.attributes("#links_allowed", "value"), ["0"]);
    assert_eq!(
        page.attributes("input[name=version]", "value"),
        ["2"],
        "pressed twice is once"
    );
    let acts = sqlx::query_scalar!("select kind from comment_acts").fetch_all(&room.state.pool);
    assert_eq!(acts.await.unwrap(), ["comment_rules_changed"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_bad_rule_is_named_and_who_was_faster_too(pool: PgPool) {
    let room = Room::open(pool);
    let (dana, eva) = (room.db_chief("Dana").await, room.db_chief("Eva").await);
    let bad = [
        ("act", "save"),
        ("flood_five_minutes", "0"),
        ("edit_minutes", "soon"),
    ];
    let bad = send(&room, &dana, "1", &bad).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bad.problems(), ["#flood_five_minutes", "#edit_minutes"]);
    assert_eq!(bad.attributes("#edit_minutes", "value"), ["soon"]);
    let nonsense = send(&room, &dana, "1", &[("act", "shred")]).await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);

    let (one, other) = tokio::join!(
        send(&room, &dana, "1", &[("act", "save"), ("slow_seconds", "20")]),
        send(&room, &eva, "1", &[("act", "save"), ("slow_seconds", "30")]),
    );
    let late = if one.status == StatusCode::CONFLICT {
        one
    } else {
        other
    };
    assert_eq!(late.status, StatusCode::CONFLICT);
    let told = late.texts(".notice.bad").remove(0);
    assert!(told.contains("Dana") || told.contains("Eva"), "{told}");
    assert_eq!(late.attributes("input[name=version]", "value"), ["2"]);
    assert!(["20", "30"].contains(&late.attributes("#slow_seconds", "value")[0].as_str()));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn words_are_looked_for_before_they_are_added_and_go_again(pool: PgPool) {
    let room = Room::open(pool);
    let chief = room.db_chief("Dana").await;
    let thread = room.db_thread().await;
    let reader = room.db_reader("Ada").await;
    room.db_comment(&reader, thread, None, "What a S C A M this is")
        .await;
    let words = "Scam\nnothing of this\n";
    let looked = room
        .post(
            &chief,
            WORDS,
            &[("act", "try"), ("words", words), ("deed", "spam")],
        )
        .await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.text);
    assert_eq!(
        looked.texts(".trial-words li"),
        ["Scam: in 1 comment", "nothing of this: in no comment"]
    );
    assert!(looked.texts(".word-list li").is_empty(), "nothing is added yet");
    assert_eq!(looked.attributes("#deed-spam[checked]", "value"), ["spam"]);
    for _ in 0..2 {
        let added = room
            .post(
                &chief,
                WORDS,
                &[("act", "add"), ("words", words), ("deed", "spam")],
            )
            .await;
        assert_eq!(added.location(), "/desk/comments/rules#list");
    }
    let page = room.get(&chief, RULES).await;
    assert_eq!(page.texts("[data-deed=spam] li bdi"), ["nothing of this", "Scam"]);
    assert_eq!(
        page.attributes("input[name=version]", "value"),
        ["2"],
        "pressed twice is once"
    );
    let moved = [
        ("act", "add"),
        ("words", "scám\n<script>alert(1)</script>"),
        ("deed", "hold"),
    ];
    room.post(&chief, WORDS, &moved).await;
    let page = room.get(&chief, RULES).await;
    let mut held = page.texts("[data-deed=hold] li bdi");
    held.sort();
    assert_eq!(held, ["<script>alert(1)</script>", "scám"]);
    for _ in 0..2 {
        let gone = room
            .post(&chief, WORDS, &[("act", "remove"), ("word", "scam")])
            .await;
        assert_eq!(gone.location(), "/desk/comments/rules#list");
    }
    let page = room.get(&chief, RULES).await;
    assert_eq!(page.texts(".word-list li bdi").len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_no_word_is_not_added(pool: PgPool) {
    let room = Room::open(pool);
    let chief = room.db_chief("Dana").await;
    for words in ["", "a", "!!!", &"x".repeat(101), &"word\n?\n".repeat(3)] {
        let bad = room
            .post(
                &chief,
                WORDS,
                &[("act", "add"), ("words", words), ("deed", "hold")],
            )
            .await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert_eq!(bad.problems()[0], "#words");
    }
    let many = (0..5001)
        .map(|number| format!("word{number}\n"))
        .collect::<Vec<_>>()
        .concat();
    let bad = room
        .post(
            &chief,
            WORDS,
            &[("act", "add"), ("words", &many), ("deed", "hold")],
        )
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let bad = room
        .post(
            &chief,
            WORDS,
            &[("act", "add"), ("words", "scam"), ("deed", "burn")],
        )
        .await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
    let there = sqlx::query_scalar!(r#"select count(*) as "count!" from comment_words"#);
    assert_eq!(there.fetch_one(&room.state.pool).await.unwrap(), 0);
}
