//! Names of people of the newsroom, and what only looks like one.

use ground::viewer::Role;
use sqlx::PgPool;

use super::*;
use crate::testing::{self, Room};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn readers_are_not_called_like_somebody_of_the_newsroom(pool: PgPool) {
    let room = Room::new(pool);
    for (email, name) in [
        ("ada@example.org", "Ada Lovelace"),
        ("sherko@example.org", "شێرکۆ بێکەس"),
        ("ali@example.org", "Ali"),
    ] {
        let link = room.invite(Some(email), Role::Editor).await;
        let form = [("name", name), ("password", testing::PASSWORD)];
        room.post(&link, "", &form).await;
    }
    let mut conn = room.state.pool.acquire().await.unwrap();
    for alike in [
        "ada lovelace",
        "Аdа Lovelace",
        "AdaLovelace",
        "Ada L0velace",
        "شيركو بيكه\u{200c}س",
        "AIi",
        "Âli",
    ] {
        let problem = problem_with_name(&mut conn, &room.state.site, alike)
            .await
            .unwrap();
        assert_eq!(
            problem.map(|words| words.id),
            Some("register-name-staff"),
            "{alike}"
        );
    }
    for other in ["Ada", "Ada L.", "Bo", "شێرکۆ", "Alin"] {
        assert!(
            problem_with_name(&mut conn, &room.state.site, other)
                .await
                .unwrap()
                .is_none(),
            "{other}"
        );
    }
    let bad = problem_with_name(&mut conn, &room.state.site, "a\u{202e}b")
        .await
        .unwrap();
    assert_eq!(bad.unwrap().id, "account-name-bad");
}
