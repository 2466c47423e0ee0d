//! Recovery codes.

use axum::http::StatusCode;
use sqlx::PgPool;

use crate::{
    second::testing::codes_of,
    testing::{PASSWORD, Room},
};

const EMAIL: &str = "ada@example.org";
const HERE: &str = "/signin/second";

async fn half(room: &Room) -> String {
    room.sign_in(EMAIL, PASSWORD, "").await.cookie()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_recovery_code_takes_the_place_of_the_app_once(pool: PgPool) {
    let room = Room::strict(pool);
    let (answer, _) = room.set_up_app(&room.editor(EMAIL).await).await;
    let codes = codes_of(&answer);
    let send = async |code: &str| {
        let half = half(&room).await;
        room.post(HERE, &half, &[("act", "recovery"), ("recovery", code)])
            .await
    };
    assert_eq!(send(&codes[3].to_lowercase()).await.location(), "/desk");
    assert_eq!(room.db_count_events(EMAIL, "code_used").await, 1);
    for wrong in [
        &codes[3],
        "AAAA-AAAA-AAAA-AAAA",
        "<b>",
        "'; drop table recovery_codes; --",
    ] {
        assert_eq!(
            send(wrong).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{wrong}"
        );
    }
    let page = room.get("/me/second", &answer.cookie()).await.body;
    assert!(page.contains("\u{2068}9\u{2069} codes are left."), "{page}");
    assert_eq!(send(&codes[0]).await.location(), "/desk");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn new_recovery_codes_end_the_old_ones(pool: PgPool) {
    let room = Room::strict(pool);
    let (answer, _) = room.set_up_app(&room.editor(EMAIL).await).await;
    let old = codes_of(&answer);
    let made = room.post("/me/second/codes", &answer.cookie(), &[]).await;
    let new = codes_of(&made);
    assert_eq!(new.len(), 10);
    for (code, status) in [
        (&old[0], StatusCode::UNPROCESSABLE_ENTITY),
        (&new[0], StatusCode::SEE_OTHER),
    ] {
        let form = [("act", "recovery"), ("recovery", code.as_str())];
        assert_eq!(room.post(HERE, &half(&room).await, &form).await.status, status);
    }
}
