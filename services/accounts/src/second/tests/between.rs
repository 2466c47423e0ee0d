//! Between the factors.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::{
    second::{
        testing::{between, codes_of},
        totp::AppSecret,
    },
    testing::{Answer, PASSWORD, Room, Table},
};

const EMAIL: &str = "ada@example.org";
const HERE: &str = "/signin/second";

async fn half(room: &Room) -> String {
    let answer = room.sign_in(EMAIL, PASSWORD, "").await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, HERE));
    answer.cookie()
}

async fn send_code(room: &Room, half: &str, code: &str) -> Answer {
    room.post(HERE, half, &[("act", "code"), ("code", code)]).await
}

fn next_step(room: &Room) {
    room.state.clock.advance(TimeDelta::seconds(30));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_invited_editor_sets_an_app_up_sees_ten_codes_and_is_at_the_desk(pool: PgPool) {
    let room = Room::strict(pool);
    let half = room.editor(EMAIL).await;
    assert_eq!(room.get("/desk", &half).await.status, StatusCode::NOT_FOUND);
    let page = room.get(HERE, &half).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(r#"name="act" value="app""#) && !page.body.contains("data-secret"));
    let (answer, secret) = room.set_up_app(&half).await;
    let codes = codes_of(&answer);
    assert_eq!(codes.len(), 10);
    assert_eq!(
        between(&answer.body, r#"<a class="button" href=""#, "\""),
        "/desk"
    );
    assert_eq!(room.get("/desk", &answer.cookie()).await.body, "Editor");
    assert_ne!(answer.cookie(), half, "a new id for who is in");
    assert_eq!(room.who(&half).await, "nobody");
    let dump = room.db_dump_factors().await;
    for secret in [&secret.text(), &codes[0], &codes[0].replace('-', "")] {
        assert!(!dump.contains(secret.as_str()));
    }
    assert_eq!(
        room.db_events(EMAIL).await,
        ["app_added", "codes_made", "registered", "signed_in"]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_secret_stays_the_same_until_its_first_code_was_right(pool: PgPool) {
    let room = Room::strict(pool);
    let half = room.editor(EMAIL).await;
    room.post(HERE, &half, &[("act", "app")]).await;
    let shown = async || between(&room.get(HERE, &half).await.body, "data-secret>", "<").to_owned();
    let secret = shown().await;
    assert_eq!(shown().await, secret);
    for wrong in ["000000", "", "<script>alert(1)</script>"] {
        let answer = room
            .post(HERE, &half, &[("act", "confirm"), ("code", wrong)])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(&secret) && !answer.body.contains("alert(1)"));
    }
    assert_eq!(room.who(&half).await, "nobody");
    let page = room.get(HERE, &half).await.body;
    assert!(
        page.contains("<svg class=\"qr\"")
            && page.contains("otpauth://totp/Example%20News:ada%40example.org")
    );
    room.post(HERE, &half, &[("act", "app")]).await;
    assert_ne!(shown().await, secret, "another one when it is asked for");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn after_the_password_the_apps_code_opens_the_page_that_was_wanted(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    next_step(&room);
    let form = [
        ("email", EMAIL),
        ("password", PASSWORD),
        ("next", "/desk?queue=new"),
    ];
    let half = room.post("/signin", "", &form).await.cookie();
    let page = room.get(HERE, &half).await.body;
    assert!(page.contains(r#"autocomplete="one-time-code""#) && !page.contains("data-secret"));
    let answer = send_code(&room, &half, &room.code(&secret)).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/desk?queue=new")
    );
    assert_eq!(room.who(&answer.cookie()).await, "Ada");
    assert_eq!(room.who(&half).await, "nobody");
    assert_eq!(room.get(HERE, &answer.cookie()).await.location(), "/desk");
    assert_eq!(send_code(&room, &answer.cookie(), "").await.location(), "/desk");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_half_session_opens_nothing_else(pool: PgPool) {
    let room = Room::strict(pool);
    let (whole, _) = room.editor_with_app(EMAIL).await;
    let half = half(&room).await;
    assert_eq!(room.who(&half).await, "nobody");
    for path in ["/desk", "/me/alive"] {
        assert_eq!(
            room.get(path, &half).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
        assert_ne!(
            room.get(path, &whole).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    for path in ["/me", "/me/second", "/me/second/app", "/signin/again?next=/me"] {
        assert!(
            room.get(path, &half)
                .await
                .location()
                .starts_with("/signin?next="),
            "{path}"
        );
    }
    for path in [
        "/me/second/app",
        "/me/second/app/code",
        "/me/second/app/remove",
        "/me/second/codes",
        "/me/second/passkey",
        "/me/second/passkey/start",
    ] {
        let answer = room.post(path, &half, &[]).await;
        assert_eq!(answer.location(), "/signin?next=/me/second", "{path}");
    }
    let form = [("act", "password"), ("password", PASSWORD)];
    assert!(
        room.post("/signin/again", &half, &form)
            .await
            .location()
            .starts_with("/signin?")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_a_factor_gets_no_other_by_the_password_alone(pool: PgPool) {
    let room = Room::strict(pool);
    room.editor_with_app(EMAIL).await;
    let half = half(&room).await;
    for act in ["app", "confirm"] {
        let answer = room.post(HERE, &half, &[("act", act), ("code", "123456")]).await;
        assert_eq!(answer.location(), HERE, "{act}");
    }
    let page = room.get(HERE, &half).await.body;
    assert!(!page.contains("data-secret") && !page.contains(r#"value="app""#));
    // There is no passkey to be asked for, and none is made.
    let start = room.post("/signin/second/passkey/start", &half, &[]).await;
    assert_eq!(start.status, StatusCode::NOT_FOUND);
    assert_eq!(room.who(&half).await, "nobody");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_second_step_is_waited_for_ten_minutes(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    next_step(&room);
    let half = half(&room).await;
    room.state
        .clock
        .advance(TimeDelta::minutes(10) - TimeDelta::seconds(1));
    assert_eq!(room.get(HERE, &half).await.status, StatusCode::OK);
    room.state.clock.advance(TimeDelta::seconds(1));
    for answer in [
        room.get(HERE, &half).await,
        send_code(&room, &half, &room.code(&secret)).await,
        room.post("/signin/second/passkey/start", &half, &[]).await,
    ] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.body.contains("Please sign in again") && answer.body.contains(r#"href="/signin""#));
    }
    for nobody in ["", "__Host-sid=no-token"] {
        assert_eq!(room.get(HERE, nobody).await.location(), "/signin");
        assert_eq!(send_code(&room, nobody, "123456").await.location(), "/signin");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn codes_are_good_one_step_around_and_each_once(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    let used = room.code(&secret);
    let wrong = async |code: &str| {
        let answer = send_code(&room, &half(&room).await, code).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("This code is not right"));
        assert!(!answer.body.contains(code), "a code is never sent back");
    };
    wrong(&used).await;
    let at = |seconds| secret.code_at(room.state.clock.now() + TimeDelta::seconds(seconds));
    room.state.clock.advance(TimeDelta::minutes(5));
    wrong(&at(-60)).await;
    wrong(&at(60)).await;
    // The phone is late, then right, then ahead.
    for seconds in [-30, 0, 30] {
        let answer = send_code(&room, &half(&room).await, &at(seconds)).await;
        assert_eq!(answer.location(), "/desk", "{seconds}");
    }
    for seconds in [-30, 0, 30] {
        wrong(&at(seconds)).await;
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_sessions_that_use_one_code_at_once_exactly_one_gets_in(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    for _ in 0..5 {
        next_step(&room);
        let (one, two) = (half(&room).await, half(&room).await);
        let code = room.code(&secret);
        let (one, two) = tokio::join!(send_code(&room, &one, &code), send_code(&room, &two, &code));
        let mut statuses = [one.status, two.status];
        statuses.sort();
        assert_eq!(
            statuses,
            [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_form_sent_twice_at_once_opens_one_session(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    next_step(&room);
    let half = half(&room).await;
    let code = room.code(&secret);
    let (one, two) = tokio::join!(send_code(&room, &half, &code), send_code(&room, &half, &code));
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    assert_eq!(
        room.db_count(Table::Sessions).await,
        2,
        "the one of before, and this"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn after_five_wrong_codes_of_any_session_the_account_waits_and_is_never_shut(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    let (_, others) = room.editor_with_app("bo@example.org").await;
    room.state.clock.advance(TimeDelta::minutes(2));
    let half_one = half(&room).await;
    for empty in ["", "  "] {
        let answer = send_code(&room, &half_one, empty).await;
        assert!(answer.body.contains("Please type the code."), "it does not count");
    }
    for _ in 0..5 {
        let answer = send_code(&room, &half(&room).await, "000000").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(room.db_count_events(EMAIL, "sign_in_failed").await, 5);
    let answer = send_code(&room, &half_one, &room.code(&secret)).await;
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (StatusCode::TOO_MANY_REQUESTS, "1")
    );
    let bo = room.sign_in("bo@example.org", PASSWORD, "").await.cookie();
    assert_eq!(
        send_code(&room, &bo, &room.code(&others)).await.location(),
        "/desk"
    );
    room.state.clock.advance(TimeDelta::seconds(1));
    assert_eq!(
        send_code(&room, &half_one, &room.code(&secret)).await.location(),
        "/desk"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_removed_between_the_factors_stays_outside(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    next_step(&room);
    let half = half(&room).await;
    room.db_deactivate_all().await;
    let answer = send_code(&room, &half, &room.code(&secret)).await;
    assert_eq!(answer.status, StatusCode::GONE);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_reader_with_an_app_is_asked_too_and_one_without_is_not(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, secret) = room.editor_with_app(EMAIL).await;
    room.db_take_all_roles().await;
    next_step(&room);
    let answer = send_code(&room, &half(&room).await, &room.code(&secret)).await;
    assert_eq!(answer.location(), "/me");
    assert!(
        answer.header("set-cookie").contains("Max-Age="),
        "a reader's session outlives the browser"
    );
    let mut conn = room.state.pool.acquire().await.unwrap();
    let account = crate::store::find_credentials(&mut conn, EMAIL)
        .await
        .unwrap()
        .unwrap();
    assert!(
        crate::second::forget_factors(&mut conn, account.account_id)
            .await
            .unwrap()
    );
    assert!(
        !crate::second::forget_factors(&mut conn, account.account_id)
            .await
            .unwrap()
    );
    assert_eq!(room.sign_in(EMAIL, PASSWORD, "").await.location(), "/me");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_reset_sets_a_new_factor_up_and_the_old_one_is_worth_nothing(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, old) = room.editor_with_app(EMAIL).await;
    next_step(&room);
    let mut conn = room.state.pool.acquire().await.unwrap();
    let account = crate::store::find_credentials(&mut conn, EMAIL)
        .await
        .unwrap()
        .unwrap();
    crate::second::forget_factors(&mut conn, account.account_id)
        .await
        .unwrap();
    let half = half(&room).await;
    let answer = send_code(&room, &half, &room.code(&old)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (answer, new): (Answer, AppSecret) = room.set_up_app(&half).await;
    assert_ne!(new.text(), old.text());
    assert_eq!(room.who(&answer.cookie()).await, "Ada");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_no_form_of_ours_is_refused_in_words(pool: PgPool) {
    let room = Room::strict(pool);
    let half = room.editor(EMAIL).await;
    for form in [vec![], vec![("act", "open")], vec![("act", "code' or 1=1 --")]] {
        let answer = room.post(HERE, &half, &form).await;
        assert!(answer.status.is_client_error(), "{}", answer.status);
        assert!(answer.body.contains("<main"), "in words: {}", answer.body);
    }
    let long = "9".repeat(100_000);
    let answer = room
        .post(HERE, &half, &[("act", "confirm"), ("code", &long)])
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}
