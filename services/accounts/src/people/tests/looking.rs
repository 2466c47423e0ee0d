//! Who sees the people, and what they see.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;

use super::*;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn to_everyone_but_admins_no_door_exists_whatever_they_try(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let editor = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    let chief = Staff::come(&room, "cem@example.org", "Cem", Role::Chief).await;
    let reader = Staff::come(&room, "ada@example.org", "Ada", Role::Editor).await;
    db_make_reader(&pool, reader.id).await;
    room.post("/desk/people/invite", &zin.cookie, &[("role", "editor")])
        .await;
    let invitation = sqlx::query_scalar!("select invitation_id from invitations where used_at is null")
        .fetch_one(&pool)
        .await
        .unwrap();
    let mut addresses = vec![
        "/desk/people".to_owned(),
        "/desk/people/history".to_owned(),
        "/desk/people/history?before=nonsense".to_owned(),
        "/desk/people/invite".to_owned(),
        "/desk/people/nonsense".to_owned(),
        format!("/desk/people/invitations/{invitation}/end"),
        format!("/desk/people/{}", zin.id),
    ];
    for act in ["role", "remove", "restore", "reset-factors"] {
        addresses.push(zin.door(act));
        addresses.push(format!("/desk/people/nonsense/{act}"));
    }
    for cookie in ["", &reader.cookie, &editor.cookie, &chief.cookie] {
        for address in &addresses {
            for method in [Method::GET, Method::POST, Method::DELETE, Method::OPTIONS] {
                for body in ["seen=admin&role=editor", "nonsense"] {
                    let answer = room.request(method.clone(), address, cookie, body).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {address}");
                    assert_eq!(answer.header("allow"), "", "{method} {address}");
                }
            }
        }
    }
    assert_eq!(db_role(&pool, zin.id).await, Some(Role::Admin));
    // Nor do wrong methods tell an admin more than others.
    let answer = room
        .request(Method::DELETE, "/desk/people", &zin.cookie, "")
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_list_says_who_has_which_role_when_they_were_here_and_whether_they_have_a_second_factor(
    pool: PgPool,
) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Chief).await;
    let page = room.get("/desk/people", &zin.cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "Zîn",
        "zin@example.org",
        "Administrator",
        "Bo",
        "Chief editor",
        "(you)",
    ] {
        assert!(page.body.contains(words), "{words}");
    }
    let missing = |page: &Answer| page.body.matches("Missing").count();
    assert_eq!(missing(&page), 2);
    db_give_factor(&room, bo.id).await;
    room.state.clock.advance(TimeDelta::minutes(7));
    room.who(&bo.cookie).await;
    let page = room.get("/desk/people", &zin.cookie).await;
    assert_eq!(missing(&page), 1);
    let seen_at = room.state.clock.now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let row = page.body.split("<tr>").find(|row| row.contains("bo@example.org"));
    assert!(row.unwrap().contains(&seen_at), "{}", page.body);
    // A stranger who tries Bo's password is no activity of Bo's.
    room.state.clock.advance(TimeDelta::minutes(7));
    room.sign_in(&bo.email, "not the password", "").await;
    let page = room.get("/desk/people", &zin.cookie).await;
    let row = page.body.split("<tr>").find(|row| row.contains("bo@example.org"));
    assert!(row.unwrap().contains(&seen_at), "{}", page.body);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn names_are_text_wherever_they_stand(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(
        &room,
        "bo@example.org",
        "<img src=x onerror=alert(1)>",
        Role::Editor,
    )
    .await;
    zin.makes(&room, &bo, "editor", "chief").await;
    let own = format!("/desk/people/{}", bo.id);
    for address in ["/desk/people", "/desk/people/history", &own] {
        let page = room.get(address, &zin.cookie).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(page.body.contains("&#60;img src=x"), "{address}");
        assert!(!page.body.contains("<img src=x"), "{address}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_history_says_who_did_what_to_whom_page_by_page(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    let reader = Staff::come(&room, "ada@example.org", "Ada Reader", Role::Editor).await;
    db_make_reader(&pool, reader.id).await;
    zin.makes(&room, &bo, "editor", "chief").await;
    let page = room.get("/desk/people/history", &zin.cookie).await.body;
    let row = page
        .split("<tr>")
        .find(|row| row.contains("Chief editor"))
        .unwrap();
    let (who, whom) = (row.find("Zîn").unwrap(), row.find("Bo").unwrap());
    assert!(who < whom, "{row}");
    assert!(!page.contains("Ada Reader"), "readers are left alone");

    for _ in 0..60 {
        room.state.clock.advance(TimeDelta::seconds(1));
        room.sign_in(&bo.email, PASSWORD, "").await;
    }
    let mut times = Vec::new();
    let mut address = "/desk/people/history".to_owned();
    loop {
        let page = room.get(&address, &zin.cookie).await.body;
        times.extend(page.split("<tr>").skip(2).map(|row| {
            let at = row.find("datetime=\"").unwrap() + 10;
            row[at..at + 20].to_owned()
        }));
        let Some(at) = page.find("rel=\"next\" href=\"") else {
            break;
        };
        address = page[at + 17..].split('"').next().unwrap().to_owned();
    }
    let all = sqlx::query_scalar!(
        r#"select count(*) as "count!" from account_events where account_id <> $1"#,
        reader.id.0
    );
    let all = all.fetch_one(&pool).await.unwrap();
    assert_eq!(i64::try_from(times.len()).unwrap(), all, "each line once");
    assert!(times.is_sorted_by(|a, b| a >= b), "the newest first");

    for nonsense in [
        "x",
        "1",
        "1.x",
        "99999999999999999999.00000000-0000-0000-0000-000000000000",
    ] {
        let address = format!("/desk/people/history?before={nonsense}");
        assert_eq!(
            room.get(&address, &zin.cookie).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_persons_page_shows_what_concerns_them_and_what_may_be_done(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    let cem = Staff::come(&room, "cem@example.org", "Cem", Role::Editor).await;
    zin.makes(&room, &cem, "editor", "chief").await;
    let page = room
        .get(&format!("/desk/people/{}", bo.id), &zin.cookie)
        .await
        .body;
    assert!(!page.contains("Cem") && page.contains(&bo.door("remove")));
    assert!(!page.contains(&bo.door("restore")));
    zin.does(&room, "remove", &bo, "editor").await;
    let page = room
        .get(&format!("/desk/people/{}", bo.id), &zin.cookie)
        .await
        .body;
    assert!(!page.contains(&bo.door("remove")) && page.contains(&bo.door("restore")));
    // One's own page offers no way to remove oneself; it tells what one did.
    let page = room
        .get(&format!("/desk/people/{}", zin.id), &zin.cookie)
        .await
        .body;
    assert!(!page.contains(&zin.door("remove")) && page.contains("Cem"));
    for nobody in ["nonsense", "00000000-0000-0000-0000-000000000000"] {
        let address = format!("/desk/people/{nobody}");
        assert_eq!(
            room.get(&address, &zin.cookie).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_happened_stays_as_it_was_written(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let changed = sqlx::query!("update account_events set kind = 'signed_out'")
        .execute(&pool)
        .await;
    assert!(changed.is_err());
    let deleted = sqlx::query!("delete from account_events").execute(&pool).await;
    assert!(deleted.is_err());
    assert_eq!(db_events(&pool, zin.id).await.len(), 2, "came, and signed in");
}
