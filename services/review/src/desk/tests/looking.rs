//! The page of one contribution.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_page_shows_text_claims_files_and_consent_and_looking_changes_nothing(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let submission = Submission {
        contributor_email: Some("ada@example.org".to_owned()),
        place: Some("Hewlêr".to_owned()),
        happened_at: Some("last night".to_owned()),
        body: "First line.\r\n\r\nSecond line.".to_owned(),
        ..sample()
    };
    let id = desk.db_sent(TimeDelta::zero(), submission).await;
    let media_id = desk.db_file(id, 0, "river.jpg", true).await;
    desk.db_file(id, 1, "broken.jpg", false).await;

    let answer = desk.get(&editor, &address_of(id)).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.texts("#sent-text p"), ["First line.", "Second line."]);
    let facts = answer.texts("dd").join(" ");
    for fact in [
        "Hewlêr",
        "last night",
        "3000 × 2000",
        "2.5 MB",
        "abcd",
        "river.jpg",
    ] {
        assert!(facts.contains(fact), "{fact} in {facts}");
    }
    assert_eq!(
        answer.attributes(".medium .stage a", "href"),
        [format!("/desk/media/{media_id}/2048.webp")]
    );
    assert!(
        !answer
            .attributes(".medium img[width][height][alt]", "srcset")
            .pop()
            .unwrap()
            .is_empty()
    );
    assert_eq!(answer.texts(".medium .badge"), ["Ready", "Refused"]);
    assert!(
        answer
            .texts(".medium .why-not")
            .pop()
            .unwrap()
            .contains("damaged")
    );
    assert_eq!(desk.db_submission(id).await.version, 1);
    assert!(desk.db_history(id).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_buttons_are_those_that_the_server_would_obey(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let buttons = "button[name=decision]";
    let received = desk.db_sent(TimeDelta::zero(), sample()).await;
    let answer = desk.get(&editor, &address_of(received)).await;
    let mut offered = answer.attributes(buttons, "value");
    offered.sort();
    assert_eq!(offered, ["accept", "reopen", "spam"]);
    // Declining needs words, so its button leads to a form: a page of its own where no script runs.
    let decline = answer.attributes("a[href$='#decline']", "href").pop().unwrap();
    let form = desk.get(&editor, &decline).await;
    assert_eq!(
        form.attributes("#decline button[name=decision]", "value"),
        ["decline", "preview"]
    );
    assert_eq!(form.attributes("#decline input[name=reason]", "value").len(), 6);
    assert!(answer.attributes("a[href$='/story']", "href").is_empty());

    let accepted = Submission {
        state: SubmissionState::Accepted,
        ..sample()
    };
    let id = desk.db_sent(TimeDelta::zero(), accepted.clone()).await;
    let answer = desk.get(&editor, &address_of(id)).await;
    assert_eq!(answer.attributes(buttons, "value"), ["reopen"]);
    assert_eq!(
        answer.attributes("a[href$='/story']", "href"),
        [format!("{}/story", address_of(id))]
    );
    assert_eq!(answer.texts(".why-not").len(), 1);

    let unasked = Submission {
        consent: Consent::AskFirst,
        ..accepted
    };
    let id = desk.db_sent(TimeDelta::zero(), unasked).await;
    let answer = desk.get(&editor, &address_of(id)).await;
    assert!(
        answer.attributes("a[href$='/story']", "href").is_empty(),
        "consent stands above acceptance"
    );
    assert!(
        answer
            .texts(".why-not")
            .iter()
            .any(|words| words.contains("asked first"))
    );

    let withdrawn_at = Some(sample().sent_at);
    let gone = Submission {
        state: SubmissionState::Withdrawn,
        withdrawn_at,
        ..sample()
    };
    let id = desk.db_sent(TimeDelta::zero(), gone).await;
    let answer = desk.get(&editor, &address_of(id)).await;
    assert!(answer.attributes(buttons, "value").is_empty());
    assert!(
        answer
            .attributes("form[action$='/decision'], form[action$='/withdraw']", "action")
            .is_empty()
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_a_stranger_wrote_is_text_wherever_it_stands(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let canary = |field: &str| format!("\"'><script id=canary>{field}</script><img src=x onerror=canary()>");
    let hostile = Submission {
        title: canary("title"),
        body: canary("body"),
        contributor_name: Some(canary("name")),
        contributor_email: Some(canary("email")),
        place: Some(canary("place")),
        happened_at: Some(canary("time")),
        ..sample()
    };
    let id = desk.db_sent(TimeDelta::zero(), hostile).await;
    desk.db_file(id, 0, &canary("file"), true).await;
    for address in ["/desk".to_owned(), address_of(id)] {
        let answer = desk.get(&editor, &address).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(
            answer.text.contains("&#60;script id=canary&#62;title"),
            "shown, as text"
        );
        assert!(
            answer.texts("script#canary").is_empty() && answer.texts("[onerror]").is_empty(),
            "{address}"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_not_there_is_not_found(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let unknown = SubmissionId(uuid::Uuid::from_u128(42));
    for address in [address_of(unknown), "/desk/submissions/nonsense".to_owned()] {
        assert_eq!(desk.get(&editor, &address).await.status, StatusCode::NOT_FOUND);
    }
    let answer = desk.decide(&editor, unknown, "decision=accept&version=1").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let withdraw = format!("{}/withdraw", address_of(unknown));
    let answer = desk.post(&editor, &withdraw, "version=1&confirmed=yes").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_picture_that_moves_is_a_film_and_an_original_says_of_which_file(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let media_id = desk.db_file(id, 0, "small.gif", true).await;
    desk.db_file(id, 1, "large.gif", true).await;
    sqlx::query!(
        "insert into renditions (media_id, slot, format, width, height, size) values ($1, 640, 'mp4', 640, 426, 3)",
        media_id.0,
    )
    .execute(&desk.pool)
    .await
    .unwrap();
    sqlx::query!(
        "update submission_files set original_of = 0 where submission_id = $1 and position = 1",
        id.0,
    )
    .execute(&desk.pool)
    .await
    .unwrap();

    let answer = desk.get(&editor, &address_of(id)).await;
    assert_eq!(
        answer.attributes(".medium video source[type='video/mp4']", "src"),
        [format!("/desk/media/{media_id}/640.mp4")]
    );
    assert_eq!(
        answer.attributes(".medium video[controls][muted][preload=none]", "poster"),
        [format!("/desk/media/{media_id}/2048.jpeg")]
    );
    let media = answer.texts(".medium");
    assert!(!media[0].contains("Original of file"), "{media:?}");
    assert!(media[1].contains("Original of file 1"), "{media:?}");
}
