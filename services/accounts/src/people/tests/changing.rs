//! Roles, removal, its end, lost factors.

use axum::http::StatusCode;
use chrono::TimeDelta;

use super::*;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_new_role_holds_at_once_and_no_older_session_has_it(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    let answer = zin.makes(&room, &bo, "editor", "chief").await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, format!("/desk/people/{}", bo.id).as_str())
    );
    assert_eq!(db_role(&pool, bo.id).await, Some(Role::Chief));
    assert_eq!(room.who(&bo.cookie).await, "nobody");
    let again = room.sign_in(&bo.email, PASSWORD, "").await.cookie();
    assert_eq!(room.get("/desk", &again).await.body, "Chief");
    let events = db_events(&pool, bo.id).await;
    let changed = ("role_changed".to_owned(), "chief".to_owned(), Some(zin.id));
    assert!(events.contains(&changed), "{events:?}");

    // The same once more changes nothing, and ends no session.
    let answer = zin.makes(&room, &bo, "chief", "chief").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(room.who(&again).await, "Bo");
    assert_eq!(db_events(&pool, bo.id).await.len(), events.len());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_is_removed_is_out_at_once_and_leaves_no_door_open(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Admin).await;
    let elsewhere = room.sign_in(&bo.email, PASSWORD, "").await.cookie();
    // A way back that Bo made for himself, and one that somebody else made for his address.
    let made = room
        .post("/desk/people/invite", &bo.cookie, &[("role", "admin")])
        .await;
    let back = path_in(&made.body);
    let sent = room.invite(Some("BO@example.org"), Role::Editor).await;

    let answer = zin.does(&room, "remove", &bo, "admin").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    for cookie in [&bo.cookie, &elsewhere] {
        assert_eq!(room.who(cookie).await, "nobody");
        assert_eq!(room.get("/desk", cookie).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(db_count_sessions(&pool, bo.id).await, 0);
    assert_eq!(
        room.sign_in(&bo.email, PASSWORD, "").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    for link in [back, sent] {
        assert_eq!(room.get(&link, "").await.status, StatusCode::GONE);
    }
    let page = room.get("/desk/people", &zin.cookie).await;
    assert!(page.body.contains("Removed"), "{}", page.body);

    // Pressed twice, a late colleague is told in words.
    let twice = zin.does(&room, "remove", &bo, "admin").await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.body.contains("<main"));

    let answer = zin.does(&room, "restore", &bo, "admin-removed").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let cookie = room.sign_in(&bo.email, PASSWORD, "").await.cookie();
    assert_eq!(room.who(&cookie).await, "Bo");
    assert_eq!(
        zin.does(&room, "restore", &bo, "admin-removed").await.status,
        StatusCode::CONFLICT
    );
    let kinds: Vec<_> = db_events(&pool, bo.id).await;
    for kind in ["removed", "restored"] {
        assert!(
            kinds.contains(&(kind.to_owned(), String::new(), Some(zin.id))),
            "{kinds:?}"
        );
    }
}

/// The path of the invitation's link on the page that shows it.
fn path_in(page: &str) -> String {
    let at = page.find("/invite/").expect("a link");
    let path = page[at..].split(['<', '"']).next().unwrap();
    path.to_owned()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_lost_second_factor_is_forgotten_and_its_owner_signs_in_anew(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    db_give_factor(&room, bo.id).await;
    let half = room.sign_in(&bo.email, PASSWORD, "").await;
    assert_eq!(half.location(), "/signin/second");

    let answer = zin.does(&room, "reset-factors", &bo, "editor").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(room.who(&bo.cookie).await, "nobody");
    assert_eq!(db_count_sessions(&pool, bo.id).await, 0);
    assert_eq!(room.sign_in(&bo.email, PASSWORD, "").await.location(), "/desk");
    let reset = ("factors_reset".to_owned(), String::new(), Some(zin.id));
    assert!(db_events(&pool, bo.id).await.contains(&reset));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_removes_themselves_and_the_last_admin_stays_one(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    for act in ["remove", "reset-factors"] {
        let answer = zin.does(&room, act, &zin, "admin").await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{act}");
    }
    assert_eq!(
        zin.makes(&room, &zin, "admin", "editor").await.status,
        StatusCode::CONFLICT
    );
    // A second one who is removed, or about to be forgotten, is no second one.
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Admin).await;
    zin.does(&room, "remove", &bo, "admin").await;
    assert_eq!(
        zin.makes(&room, &zin, "admin", "editor").await.status,
        StatusCode::CONFLICT
    );
    zin.does(&room, "restore", &bo, "admin-removed").await;
    db_ask_to_be_forgotten(&pool, bo.id).await;
    assert_eq!(
        zin.makes(&room, &zin, "admin", "editor").await.status,
        StatusCode::CONFLICT
    );
    assert_eq!(room.who(&zin.cookie).await, "Zîn");
    let cem = Staff::come(&room, "cem@example.org", "Cem", Role::Admin).await;
    assert_eq!(
        zin.makes(&room, &zin, "admin", "editor").await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(db_role(&pool, zin.id).await, Some(Role::Editor));
    assert_eq!(room.get("/desk/people", &cem.cookie).await.status, StatusCode::OK);
}

async fn db_ask_to_be_forgotten(pool: &PgPool, id: AccountId) {
    sqlx::query!(
        "update accounts set deletion_asked_at = now(), deletes_at = now() + interval '14 days' where account_id = $1",
        id.0
    )
    .execute(pool)
    .await
    .unwrap();
}

/// Holds every account, as another request would that changes it, until the answer is dropped.
async fn db_hold_accounts(pool: &PgPool) -> sqlx::Transaction<'static, sqlx::Postgres> {
    let mut tx = ground::db::begin(pool).await.unwrap();
    sqlx::query!("select account_id from accounts order by account_id for update")
        .fetch_all(&mut *tx)
        .await
        .unwrap();
    tx
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_admins_who_demote_each_other_at_once_one_stays(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Admin).await;
    let held = db_hold_accounts(&pool).await;
    let let_go = async {
        room.db_until_waiting(2).await;
        drop(held);
    };
    let (one, other, ()) = tokio::join!(
        zin.makes(&room, &bo, "admin", "editor"),
        bo.makes(&room, &zin, "admin", "editor"),
        let_go,
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let mut roles = [db_role(&pool, zin.id).await, db_role(&pool, bo.id).await];
    roles.sort_unstable();
    assert_eq!(roles, [Some(Role::Editor), Some(Role::Admin)]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_admins_who_remove_each_other_at_once_one_stays(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Admin).await;
    let held = db_hold_accounts(&pool).await;
    let let_go = async {
        room.db_until_waiting(2).await;
        drop(held);
    };
    let (one, other, ()) = tokio::join!(
        zin.does(&room, "remove", &bo, "admin"),
        bo.does(&room, "remove", &zin, "admin"),
        let_go,
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let still = [room.who(&zin.cookie).await, room.who(&bo.cookie).await];
    assert_eq!(
        still.iter().filter(|who| *who == "nobody").count(),
        1,
        "{still:?}"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn somebody_who_signs_in_while_they_are_removed_is_out_as_well(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    let held = db_hold_accounts(&pool).await;
    let let_go = async {
        room.db_until_waiting(2).await;
        drop(held);
    };
    let (removed, _, ()) = tokio::join!(
        zin.does(&room, "remove", &bo, "editor"),
        room.sign_in(&bo.email, PASSWORD, ""),
        let_go,
    );
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(db_count_sessions(&pool, bo.id).await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_changed_meanwhile_what_is_nobody_and_what_makes_no_sense_is_refused(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    for act in ["role", "remove", "restore", "reset-factors"] {
        let form = [("seen", "chief"), ("role", "admin")];
        let answer = room.post(&bo.door(act), &zin.cookie, &form).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{act}");
        for nobody in ["nonsense", "00000000-0000-0000-0000-000000000000"] {
            let door = format!("/desk/people/{nobody}/{act}");
            let answer = room.post(&door, &zin.cookie, &form).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{door}");
        }
    }
    for role in ["", "owner", "Admin", "editor "] {
        let answer = zin.makes(&room, &bo, "editor", role).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{role}");
    }
    // Readers are none of these people.
    let reader = Staff::come(&room, "ada@example.org", "Ada", Role::Editor).await;
    db_make_reader(&pool, reader.id).await;
    for act in ["remove", "reset-factors"] {
        let answer = zin.does(&room, act, &reader, "editor").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{act}");
    }
    assert_eq!(
        zin.makes(&room, &reader, "", "admin").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(db_role(&pool, reader.id).await, None);
    assert_eq!(room.who(&bo.cookie).await, "Bo");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn every_change_asks_who_it_is_when_that_was_not_shown_lately(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    room.state.clock.advance(TimeDelta::minutes(5));
    for act in ["role", "remove", "restore", "reset-factors"] {
        let form = [("seen", "editor"), ("role", "admin")];
        let answer = room.post(&bo.door(act), &zin.cookie, &form).await;
        let back = format!("/signin/again?next=%2Fdesk%2Fpeople%2F{}", bo.id);
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, back.as_str())
        );
    }
    assert_eq!(room.who(&bo.cookie).await, "Bo");
    assert_eq!(db_role(&pool, bo.id).await, Some(Role::Editor));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_sees_what_could_endanger_somebody_an_admin_says_and_nobody_signs_in_anew(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    let mut told = sqlx::postgres::PgListener::connect_with(&pool).await.unwrap();
    told.listen("people").await.unwrap();
    let says = async |cookie: &str, seen: &str, risk: &str| {
        let form = [("seen", seen), ("risk", risk)];
        room.post(&bo.door("risk"), cookie, &form).await.status
    };
    let sees = async || {
        sqlx::query_scalar!("select sees_at_risk from accounts where account_id = $1", bo.id.0)
            .fetch_one(&pool)
            .await
            .unwrap()
    };
    assert_eq!(says(&bo.cookie, "editor", "grant").await, StatusCode::NOT_FOUND);
    assert_eq!(
        says(&zin.cookie, "editor", "maybe").await,
        StatusCode::BAD_REQUEST
    );
    for (seen, risk, status, then) in [
        ("editor", "grant", StatusCode::SEE_OTHER, true),
        ("editor", "take", StatusCode::CONFLICT, true),
        ("editor-risk", "take", StatusCode::SEE_OTHER, false),
        ("editor", "take", StatusCode::SEE_OTHER, false),
    ] {
        assert_eq!(says(&zin.cookie, seen, risk).await, status, "{seen} {risk}");
        assert_eq!(sees().await, then, "{seen} {risk}");
    }
    assert_eq!(room.who(&bo.cookie).await, "Bo", "nobody is signed out by it");
    for _ in 0..2 {
        assert_eq!(told.recv().await.unwrap().payload(), bo.id.to_string());
    }
    let events = db_events(&pool, bo.id).await;
    for kind in ["risk_granted", "risk_taken"] {
        let event = (kind.to_owned(), String::new(), Some(zin.id));
        assert_eq!(
            events.iter().filter(|known| **known == event).count(),
            1,
            "{events:?}"
        );
    }
}
