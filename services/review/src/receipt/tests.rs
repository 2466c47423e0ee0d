//! The receipt through its door: right, wrong, guessed, and taken back.

mod adding;

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use futures_util::future::join_all;
use sqlx::PgPool;

use crate::{
    submission::State,
    testing::{Answer, Door, Form},
};

const NEVER: &str = "0000-0000-0000-0000-0000";

async fn sent(door: &Door) -> String {
    door.send(
        Form::default()
            .story()
            .field("name", "Ada Secret")
            .file("secret-name.jpg", b"1"),
    )
    .await
    .code()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_holds_the_code_sees_how_it_stands_and_nothing_to_misuse(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    for typed in [
        code.clone(),
        code.to_lowercase().replace('-', " "),
        format!("  {}\n", code.replace('-', "")),
    ] {
        let page = door.receipt(&typed, "").await;
        assert_eq!(page.status, StatusCode::OK, "{typed}");
        assert_eq!(page.texts("h1"), ["Flood in the old town"]);
        assert_eq!(page.texts(".timeline li").len(), 3);
        assert_eq!(
            page.texts(".timeline [aria-current=step]"),
            ["It waits for an editor"]
        );
        for secret in ["The river rose", "Ada Secret", "secret-name", "example.org"] {
            assert!(!page.text.contains(secret), "{secret}");
        }
    }
    assert_eq!(
        door.get("/receipt", "")
            .await
            .attributes("input[name=code]", "dir"),
        ["ltr"]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_wrong_code_and_a_mistyped_one_get_the_same_answer_and_the_sixth_waits(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    assert_eq!(
        words(&door.receipt("  ", "").await),
        "Type your receipt code.",
        "and it does not count"
    );
    let mut answers = Vec::new();
    for typed in [NEVER, "hello", "<b>", &code[1..], &format!("{code}0")] {
        let answer = door.receipt(typed, "").await;
        assert_eq!(
            answer.attributes("input[name=code]", "value"),
            [typed],
            "what was typed is kept"
        );
        answers.push(words(&answer));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let refused = door.receipt(&code, "").await;
    assert_eq!(
        refused.status,
        StatusCode::TOO_MANY_REQUESTS,
        "not even the right one now"
    );
    assert!(!refused.header(header::RETRY_AFTER).is_empty());
    door.state.clock.advance(TimeDelta::hours(1));
    assert_eq!(door.receipt(&code, "").await.status, StatusCode::OK);
}

fn words(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.texts(".error-summary li").concat()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn guessing_at_once_is_no_faster_than_guessing_one_by_one(pool: PgPool) {
    let door = Door::open(pool).await;
    let answers = join_all((0..20).map(|_| door.receipt(NEVER, ""))).await;
    let tried = answers
        .iter()
        .filter(|answer| answer.status == StatusCode::UNPROCESSABLE_ENTITY)
        .count();
    // Five, and one more when the fifth and the sixth hashed side by side.
    assert!((5..=6).contains(&tried), "{tried} guesses");
    assert_eq!(
        answers
            .iter()
            .filter(|answer| answer.status == StatusCode::TOO_MANY_REQUESTS)
            .count(),
        20 - tried
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn taking_back_asks_once_and_happens_once(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    let asked = door.receipt(&code, "withdraw").await;
    assert_eq!(
        asked.attributes("#withdraw button[name=action]", "value"),
        ["withdraw_confirmed"]
    );
    assert_eq!(
        asked.attributes("#withdraw input[name=code]", "value"),
        [code.clone(), code.clone()]
    );
    assert_eq!(
        door.db_submissions().await[0].state,
        State::Received,
        "asking is not doing"
    );

    door.state.clock.advance(TimeDelta::seconds(1));
    for _ in 0..2 {
        let done = door.receipt(&code, "withdraw_confirmed").await;
        assert_eq!(done.status, StatusCode::OK);
        assert_eq!(
            done.texts(".timeline .done .step").last().unwrap(),
            "You took it back"
        );
        assert_eq!(
            done.attributes("button[name=action]", "value"),
            ["say"],
            "there is nothing left to take back or to allow"
        );
    }
    let stored = &door.db_submissions().await[0];
    assert_eq!(
        (stored.state, stored.withdrawn_at),
        (State::Withdrawn, Some(door.state.clock.now()))
    );
    assert_eq!(door.db_history(stored.submission_id).await, ["sent", "withdrawn"]);
    assert_eq!(
        door.db_jobs().await,
        ["media.ingest_upload", "publishing.withdraw_story"]
    );
    assert!(
        door.receipt(&code, "withdraw")
            .await
            .texts("#withdraw")
            .is_empty()
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_page_tells_what_became_of_story_and_files(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    let refuse = "update media set state = 'refused', refused_reason = 'unsupported_type'";
    sqlx::query(refuse).execute(&door.state.pool).await.unwrap();
    let publish = "update submissions set state = 'published', story_path = '/stories/flood'";
    sqlx::query(publish).execute(&door.state.pool).await.unwrap();
    let page = door.receipt(&code, "").await;
    assert_eq!(page.attributes("main a.button", "href"), ["/stories/flood"]);
    let reason = media::picture::Reason::UnsupportedType
        .message()
        .text(ground::lang::Lang::En);
    assert_eq!(page.texts(".why-not"), [reason]);

    let decline = "update submissions
        set state = 'declined', decline_reason = 'safety', decline_note = E'Thank you.\\n<b>Stay safe.', decided_at = now()";
    sqlx::query(decline).execute(&door.state.pool).await.unwrap();
    let page = door.receipt(&code, "").await;
    assert!(
        page.attributes("main a.button", "href").is_empty(),
        "a story that is gone is not linked"
    );
    let reason = page.texts("[aria-labelledby=reason]").concat();
    for words in [
        "Publishing it could put someone in danger.",
        "Thank you.",
        "<b>Stay safe.",
    ] {
        assert!(reason.contains(words), "{words} in {reason}");
    }
}
