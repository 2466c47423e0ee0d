//! Name and language.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::{db_events, reader};
use crate::testing::Room;

async fn db_profile(room: &Room, email: &str) -> (String, Option<String>) {
    let row = sqlx::query!(
        "select display_name, language from accounts where email = $1",
        email
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    (row.display_name, row.language)
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_name_and_a_language_are_kept_and_a_change_of_name_is_written_down_once(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    for _ in 0..2 {
        let form = [("name", "  هێڤی   ئازاد "), ("language", "ckb")];
        let answer = room.post("/me/profile", &cookie, &form).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/me/profile?saved=yes")
        );
    }
    let kept = db_profile(&room, "ada@example.org").await;
    assert_eq!(kept, ("هێڤی ئازاد".to_owned(), Some("ckb".to_owned())));
    assert_eq!(db_events(&room, "ada@example.org").await, ["name_changed"]);
    let page = room.get("/me/profile?saved=yes", &cookie).await;
    assert!(page.body.contains("Saved.") && page.body.contains(r#"<option value="ckb" selected>"#));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_reader_is_not_called_like_one_of_the_newsroom_who_may_be_called_anything(pool: PgPool) {
    let room = Room::new(pool);
    let editor = room.editor("ada@example.org").await;
    let cookie = reader(&room, "bo@example.org").await;
    // The invitation called the reader Ada, too; that name stays until it is changed.
    let form = |name: &'static str| [("name", name), ("language", "en")];
    assert_eq!(
        room.post("/me/profile", &cookie, &form("Bo")).await.status,
        StatusCode::SEE_OTHER
    );
    for name in ["Ada", "ADA", "\u{410}da"] {
        let answer = room.post("/me/profile", &cookie, &form(name)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.body.contains(r##"href="#name""##));
    }
    assert_eq!(db_profile(&room, "bo@example.org").await.0, "Bo");
    assert_eq!(
        room.post("/me/profile", &editor, &form("Bo")).await.status,
        StatusCode::SEE_OTHER
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_cannot_be_shown_or_read_comes_back_with_words(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    let long = "n".repeat(41);
    for (name, language, field) in [
        ("", "en", "name"),
        ("Bo\u{202e}", "en", "name"),
        ("B\0o", "en", "name"),
        (long.as_str(), "en", "name"),
        ("Bo", "xx", "language"),
        ("Bo", "", "language"),
    ] {
        let form = [("name", name), ("language", language)];
        let answer = room.post("/me/profile", &cookie, &form).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{name:?} {language}"
        );
        assert!(
            answer.body.contains(&format!(r##"href="#{field}""##)),
            "{name:?} {language}"
        );
    }
    assert_eq!(db_profile(&room, "ada@example.org").await.0, "Ada");
    assert!(db_events(&room, "ada@example.org").await.is_empty());
}
