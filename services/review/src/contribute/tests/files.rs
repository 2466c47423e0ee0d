//! What is chosen: kept through mistakes, refused by name.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;
use uploads::FormLimits;

use super::{blank, problems};
use crate::testing::{Door, Form};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn photos_alone_are_a_story_and_survive_a_mistake_elsewhere(pool: PgPool) {
    let door = Door::open(pool).await;
    let form = blank(&door)
        .await
        .form()
        .field("title", "Flood")
        .field("consent", "anonymous");
    let again = door
        .send(form.file("one.jpg", b"1").file("two.jpg", &[2; 3000]))
        .await;
    assert_eq!(problems(&again), ["#terms"]);
    let kept = again.texts("#kept label");
    assert!(
        kept[0].contains("one.jpg") && kept[0].contains("1 kB"),
        "{kept:?}"
    );
    assert!(
        kept[1].contains("two.jpg") && kept[1].contains("3 kB"),
        "{kept:?}"
    );

    let remove = again.attributes("#kept input[name=remove]", "value");
    let form = again
        .form()
        .field("remove", &remove[0])
        .field("title", "Flood")
        .field("consent", "anonymous");
    let sent = door
        .send(form.field("terms", "yes").file("three.jpg", b"3"))
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(door.db_files().await, ["two.jpg", "three.jpg"]);
    let unclaimed = sqlx::query_scalar!("select client_name from uploads where claimed_at is null");
    assert_eq!(
        unclaimed.fetch_all(&door.state.pool).await.unwrap(),
        ["one.jpg"],
        "the sweep takes it"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn kept_files_that_were_swept_meanwhile_are_asked_for_again(pool: PgPool) {
    let door = Door::open(pool).await;
    let again = door.send(blank(&door).await.form().file("one.jpg", b"1")).await;
    door.state.clock.advance(TimeDelta::hours(25));
    let late = door.send(again.form().story()).await;
    assert_eq!(problems(&late), ["#files"]);
    assert!(late.texts("#kept").is_empty());
    assert_eq!(door.send(late.form().story()).await.status, StatusCode::SEE_OTHER);
    // A stranger's token is no better than an old one.
    let stolen = again.attributes("input[name=upload]", "value")[0]
        .split('.')
        .next()
        .unwrap()
        .to_owned();
    let thief = door
        .send(
            Form::default()
                .story()
                .field("upload", &format!("{stolen}.guess")),
        )
        .await;
    assert_eq!(problems(&thief), ["#files"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn files_that_cannot_be_taken_are_named_at_their_field_and_the_others_kept(pool: PgPool) {
    let limits = FormLimits {
        file_bytes: 1 << 20,
        files: 2,
        ..FormLimits::default()
    };
    let door = Door::open_with(pool, |state| state.acceptor.limits = limits).await;
    let form = Form::default()
        .story()
        .file("large.jpg", &vec![0; (1 << 20) + 1])
        .file("good.jpg", b"1");
    let page = door.send(form.file("empty.jpg", b"")).await;
    assert_eq!(problems(&page), ["#files", "#files"]);
    let words = page.texts(".error-summary li");
    assert!(
        words[0].contains("large.jpg is too large") && words[0].contains("1 MB"),
        "{words:?}"
    );
    assert!(words[1].contains("empty.jpg"), "{words:?}");
    assert_eq!(page.texts("#kept label").len(), 1);

    let more = door
        .send(page.form().story().file("b.jpg", b"2").file("c.jpg", b"3"))
        .await;
    assert_eq!(problems(&more), ["#files"]);
    assert!(more.texts(".error-summary li")[0].contains("At most 2"));
    let remove = more.attributes("#kept input[name=remove]", "value");
    assert_eq!(
        door.send(more.form().story().field("remove", &remove[1]))
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(door.db_files().await, ["good.jpg", "c.jpg"]);
}
