//! What the list finds by words, for whom, and in which order.

use axum::http::StatusCode;
use ground::jobs::{self, IndexBacklog, Runners};
use url::form_urlencoded::byte_serialize;

use super::{listing::titled, *};
use crate::desk::search;

impl Desk {
    /// A contribution with this text, found by it.
    async fn db_searched(&self, ago: TimeDelta, submission: Submission) -> SubmissionId {
        let id = self.db_sent(ago, submission).await;
        self.db_index(id).await;
        id
    }

    async fn db_index(&self, id: SubmissionId) {
        search::index(&mut self.pool.acquire().await.unwrap(), id)
            .await
            .unwrap();
    }

    /// Titles that a question finds, in the order of the list.
    async fn found(&self, viewer: &Viewer, more: &str, q: &str) -> Vec<String> {
        let q: String = byte_serialize(q.as_bytes()).collect();
        self.titles(viewer, &format!("{more}&q={q}")).await
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_list_finds_by_words_within_its_queue_and_filters(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    for (hours, title, body, state) in [
        (3, "Oldest", "ئاو لە شەقامەکانی قامشلۆ", SubmissionState::Received),
        (2, "Middle", "Av li kolanên Qamişlo", SubmissionState::Received),
        (1, "Newest", "او في شوارع القامشلي", SubmissionState::Declined),
    ] {
        let submission = Submission {
            body: body.to_owned(),
            state,
            decline_reason: (state == SubmissionState::Declined).then(|| "quality".to_owned()),
            ..titled(title)
        };
        desk.db_searched(TimeDelta::hours(hours), submission).await;
    }
    assert_eq!(desk.found(&editor, "queue=all", "قامشلو").await, ["Oldest"]);
    assert_eq!(desk.found(&editor, "queue=all", "qamislo").await, ["Middle"]);
    assert_eq!(desk.found(&editor, "queue=all", "اﻮ").await, ["Newest", "Oldest"]);
    assert_eq!(desk.found(&editor, "queue=open", "ئاو").await, ["Oldest"]);
    assert!(
        desk.found(&editor, "queue=open&language=tr", "ئاو")
            .await
            .is_empty()
    );
    // What was meant is said.
    let page = desk.get(&editor, "/desk?queue=all&q=qamslo").await;
    assert!(page.text.contains("qamislo"), "{}", page.text);
    let page = desk.get(&editor, "/desk?queue=all&q=-qamislo").await;
    assert_eq!(
        (page.status, page.texts(".queue .item").len()),
        (StatusCode::OK, 0)
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_endangered_one_is_found_by_no_word_without_the_right(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (editor, chief) = (desk.db_editor("Bo").await, desk.db_chief("Cy").await);
    let id = desk
        .db_searched(TimeDelta::hours(1), titled("Kejal saw the harbour"))
        .await;
    desk.db_set(id, "at_risk = true").await;
    desk.db_index(id).await;
    for q in ["kejal", "kejak", "\"saw the harbour\"", "harb", "~harbuor"] {
        assert!(desk.found(&editor, "queue=all", q).await.is_empty(), "{q}");
        assert_eq!(
            desk.found(&chief, "queue=all", q).await,
            ["Kejal saw the harbour"],
            "{q}"
        );
    }
    for q in ["kejak", "harbuor"] {
        let page = desk.get(&editor, &format!("/desk?queue=all&q={q}")).await;
        assert!(
            !page.text.contains("kejal") && !page.text.contains("harbour"),
            "{q}"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_frequent_once_is_found_in_the_order_of_the_list(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    // The last thousand say nothing of it; of those before, spread over months, every one does.
    desk.db_run(
        "insert into submissions (submission_id, state, decline_reason, title, body, language, consent, consent_at, terms_version,
                                  receipt_hash, form_key_hash, sent_at)
         select gen_random_uuid(), 'declined', 'quality', 'No. ' || n,
                case when n > 1100 then 'earthquake' else 'sunshine' end, case when n > 1100 then 'tr' else 'en' end,
                'named', now(), '1',
                decode(md5(n::text), 'hex'), '', timestamptz '2027-01-10Z' - n * interval '2 hours'
         from generate_series(1, 2300) as n",
    )
    .await;
    let mut conn = desk.pool.acquire().await.unwrap();
    jobs::enqueue(&mut conn, &IndexBacklog { after: None })
        .await
        .unwrap();
    drop(conn);
    let runners = search::runners(Runners::default(), &desk.pool);
    runners.run_pending(&desk.pool).await.unwrap();

    let found = desk
        .found(&editor, "queue=not_used&order=newest", "earthquake")
        .await;
    let expected: Vec<String> = (1101..).take(found.len()).map(|n| format!("No. {n}")).collect();
    assert!(found.len() >= 20, "{}", found.len());
    assert_eq!(found, expected);
    let found = desk
        .found(&editor, "queue=not_used&order=oldest", "earthquake")
        .await;
    let expected: Vec<String> = (0..found.len()).map(|n| format!("No. {}", 2300 - n)).collect();
    assert_eq!(found, expected);
    // By a filter, and by a beginning, as by the word.
    let expected: Vec<String> = (1101..1131).map(|n| format!("No. {n}")).collect();
    let list = "queue=not_used&order=newest";
    assert_eq!(
        desk.titles(&editor, &format!("{list}&language=tr")).await,
        expected
    );
    assert_eq!(desk.found(&editor, list, "earthq").await, expected);
    let filtered = format!("{list}&language=tr&consent=named&since=2026-07-01");
    assert_eq!(desk.found(&editor, &filtered, "earthq").await, expected);
    // From a place in the midst of it, both ways.
    let middle: DateTime<Utc> =
        sqlx::query_scalar("select sent_at from submissions where title = 'No. 1500'")
            .fetch_one(&desk.pool)
            .await
            .unwrap();
    let place = format!("{}.{}", middle.timestamp_micros(), uuid::Uuid::nil());
    let found = desk
        .found(
            &editor,
            &format!("queue=not_used&order=newest&after={place}"),
            "earthquake",
        )
        .await;
    assert_eq!(found.first().unwrap(), "No. 1501");
    let found = desk
        .found(
            &editor,
            &format!("queue=not_used&order=newest&before={place}"),
            "earthquake",
        )
        .await;
    assert_eq!(found.last().unwrap(), "No. 1500");
}
