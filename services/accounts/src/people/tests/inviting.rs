//! Invitations by admins.

use axum::http::StatusCode;
use chrono::TimeDelta;

use super::*;

const INVITE: &str = "/desk/people/invite";

fn link_in(page: &str) -> String {
    let at = page.find("https://news.example/invite/").expect("a link");
    let link = page[at..].split('<').next().unwrap();
    link.strip_prefix("https://news.example").unwrap().to_owned()
}

async fn db_letters(pool: &PgPool) -> Vec<(String, String)> {
    sqlx::query!("select kind, email from account_letters order by created_at, letter_id")
        .fetch_all(pool)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.kind, row.email))
        .collect()
}

async fn db_open_invitations(
    pool: &PgPool,
    now: chrono::DateTime<chrono::Utc>,
) -> Vec<ground::ids::InvitationId> {
    sqlx::query_scalar!(
        r#"select invitation_id as "id: ground::ids::InvitationId" from invitations
           where used_at is null and expires_at > $1 order by created_at"#,
        now
    )
    .fetch_all(pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_link_is_shown_once_is_sent_and_makes_a_colleague(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let form = [("email", " Bo@example.org "), ("role", "chief")];
    let answer = room.post(INVITE, &zin.cookie, &form).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
    let link = link_in(&answer.body);
    let token = link.rsplit('/').next().unwrap();
    assert_eq!(
        db_letters(&pool).await,
        [("invitation".to_owned(), "Bo@example.org".to_owned())]
    );

    let page = room.get("/desk/people", &zin.cookie).await;
    assert!(page.body.contains("Bo@example.org") && page.body.contains("Zîn"));
    assert!(!page.body.contains(token), "the link is shown once");
    let kept = room.db_dump().await;
    assert!(!kept.contains(token), "and is nowhere in the database");

    let come = room
        .post(&link, "", &[("name", "Bo"), ("password", PASSWORD)])
        .await;
    assert_eq!(room.get("/desk", &come.cookie()).await.body, "Chief");
    let page = room.get("/desk/people", &zin.cookie).await;
    assert!(page.body.contains("No invitation is open."), "{}", page.body);
    let invited = ("invited".to_owned(), "chief".to_owned(), None);
    assert!(db_events(&pool, zin.id).await.contains(&invited));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_an_address_nothing_is_sent_and_whoever_has_the_link_comes(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let answer = room.post(INVITE, &zin.cookie, &[("role", "editor")]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(db_letters(&pool).await.is_empty());
    let form = [
        ("email", "bo@example.org"),
        ("name", "Bo"),
        ("password", PASSWORD),
    ];
    let come = room.post(&link_in(&answer.body), "", &form).await;
    assert_eq!(room.get("/desk", &come.cookie()).await.body, "Editor");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_second_invitation_of_an_address_ends_the_first(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let form = [("email", "bo@example.org"), ("role", "editor")];
    let first = link_in(&room.post(INVITE, &zin.cookie, &form).await.body);
    let form = [("email", "BO@example.org"), ("role", "editor")];
    let second = link_in(&room.post(INVITE, &zin.cookie, &form).await.body);
    assert_ne!(first, second);
    assert_eq!(room.get(&first, "").await.status, StatusCode::GONE);
    assert_eq!(room.get(&second, "").await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_bad_form_comes_back_with_what_was_typed(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    for (form, words) in [
        ([("email", "bo@"), ("role", "editor")], "does not look like"),
        ([("email", "bo@example.org"), ("role", "owner")], "choose a role"),
        // A colleague's address, also in other letters.
        (
            [("email", "ZIN@example.org"), ("role", "editor")],
            "has this address already",
        ),
        ([("email", "<script>"), ("role", "editor")], "&#60;script&#62;"),
    ] {
        let answer = room.post(INVITE, &zin.cookie, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
        assert!(!answer.body.contains("<script>"));
    }
    let now = room.state.clock.now();
    assert!(db_open_invitations(&pool, now).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_invitation_is_ended_once_and_then_said_to_be_over(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let link = link_in(&room.post(INVITE, &zin.cookie, &[("role", "editor")]).await.body);
    let now = room.state.clock.now();
    let id = db_open_invitations(&pool, now).await.pop().unwrap();
    let door = format!("/desk/people/invitations/{id}/end");
    let answer = room.post(&door, &zin.cookie, &[]).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/desk/people")
    );
    assert_eq!(room.get(&link, "").await.status, StatusCode::GONE);
    let ended = ("invitation_ended".to_owned(), "editor".to_owned(), None);
    assert!(db_events(&pool, zin.id).await.contains(&ended));
    assert_eq!(
        room.post(&door, &zin.cookie, &[]).await.status,
        StatusCode::CONFLICT
    );
    for nothing in ["nonsense", "00000000-0000-0000-0000-000000000000"] {
        let door = format!("/desk/people/invitations/{nothing}/end");
        assert_eq!(
            room.post(&door, &zin.cookie, &[]).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn inviting_and_ending_ask_who_it_is_when_that_was_not_shown_lately(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    room.post(INVITE, &zin.cookie, &[("role", "editor")]).await;
    room.state.clock.advance(TimeDelta::minutes(5));
    let now = room.state.clock.now();
    let id = db_open_invitations(&pool, now).await.pop().unwrap();
    for door in [INVITE.to_owned(), format!("/desk/people/invitations/{id}/end")] {
        let answer = room.post(&door, &zin.cookie, &[("role", "editor")]).await;
        assert_eq!(answer.location(), "/signin/again?next=%2Fdesk%2Fpeople", "{door}");
    }
    assert_eq!(db_open_invitations(&pool, now).await, [id]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_admin_who_is_demoted_meanwhile_invites_nobody(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let mut tx = ground::db::begin(&pool).await.unwrap();
    sqlx::query!(
        "update accounts set role = 'editor' where account_id = $1",
        zin.id.0
    )
    .execute(&mut *tx)
    .await
    .unwrap();
    let let_go = async {
        room.db_until_waiting(1).await;
        tx.commit().await.unwrap();
    };
    let form = [("role", "admin")];
    let (answer, ()) = tokio::join!(room.post(INVITE, &zin.cookie, &form), let_go);
    assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.body);
    let now = room.state.clock.now();
    assert!(db_open_invitations(&pool, now).await.is_empty());
}
