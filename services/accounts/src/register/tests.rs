//! Asking for an account, as a reader, a stranger with somebody's address, or many at once, try it.

use axum::http::StatusCode;
use sqlx::PgPool;

use crate::{
    letters::postbox::{Postbox, asked_cookie},
    store::Purpose,
    testing::{Answer, PASSWORD, Room, Table},
};

const GOOD: [(&str, &str); 3] = [
    ("name", "Hêvî"),
    ("email", "hevi@example.org"),
    ("password", PASSWORD),
];

async fn db_waiting(room: &Room) -> (i64, i64, i64) {
    let row = sqlx::query!(
        r#"select (select count(*) from mail_codes) as "codes!", (select count(*) from account_letters) as "letters!",
                  (select count(*) from jobs where kind = 'accounts.send_letter') as "jobs!""#
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    (row.codes, row.letters, row.jobs)
}

fn told(answer: &Answer) -> (StatusCode, String, String) {
    let names = answer
        .headers
        .keys()
        .map(|name| name.as_str().to_owned())
        .collect::<Vec<_>>();
    (
        answer.status,
        answer.location().to_owned(),
        format!("{names:?}{}", answer.body),
    )
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn asking_makes_no_account_but_a_code_and_its_letter(pool: PgPool) {
    let room = Room::new(pool);
    let form = room.get("/register?next=/contribute", "").await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.body.contains(r#"autocomplete="new-password""#));
    assert!(form.body.contains(r#"name="next" value="/contribute""#));
    let answer = room
        .post("/register", "", &[&GOOD[..], &[("next", "/contribute")]].concat())
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/verify?next=%2Fcontribute")
    );
    let page = room.get(answer.location(), &asked_cookie(&answer)).await;
    assert!(
        page.body.contains("hevi@example.org"),
        "what was typed is shown to who typed it"
    );
    assert!(page.body.contains(r#"value="/contribute""#) && page.body.contains("one-time-code"));
    assert!(!room.get("/verify", "").await.body.contains("hevi@"));
    assert_eq!(room.db_count(Table::Accounts).await, 0);
    assert_eq!(db_waiting(&room).await, (1, 1, 1));
    let row = sqlx::query!("select display_name, password_hash, browser_hash from mail_codes")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(row.display_name.as_deref(), Some("Hêvî"));
    assert!(row.password_hash.unwrap().starts_with("$argon2id$"));
    assert!(!asked_cookie(&answer).contains(&format!("{:?}", row.browser_hash.unwrap())));
    let mails = Postbox::of(&room).deliver().await;
    assert!(
        mails.len() == 1 && mails[0].contains("To: hevi@example.org"),
        "{mails:?}"
    );
    assert!(!mails[0].contains("Hêvî"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_known_address_gets_the_same_answer_for_the_same_work_and_another_mail(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    let ask = |email| {
        let form = [("name", "Hêvî"), ("email", email), ("password", PASSWORD)];
        let room = &room;
        async move { room.post("/register", "", &form).await }
    };
    let known = ask("ADA@example.org").await;
    assert_eq!(db_waiting(&room).await, (1, 1, 1));
    let unknown = ask("bo@example.org").await;
    assert_eq!(db_waiting(&room).await, (2, 2, 2));
    assert_eq!(told(&known), told(&unknown));
    let (page, other) = (
        room.get("/verify", &asked_cookie(&known)).await,
        room.get("/verify", &asked_cookie(&unknown)).await,
    );
    let main = |answer: &Answer, email| {
        answer
            .body
            .split("<main")
            .nth(1)
            .unwrap()
            .split("</main>")
            .next()
            .unwrap()
            .replace(email, "")
    };
    assert_eq!(main(&page, "ADA@example.org"), main(&other, "bo@example.org"));
    let mut mails = Postbox::of(&room).deliver().await;
    mails.sort_by_key(|mail| mail.contains("To: bo@"));
    assert!(mails[0].contains("To: ADA@example.org") && !mails[0].contains("/verify?t="));
    assert!(mails[0].contains("already"), "{}", mails[0]);
    assert!(mails[1].contains("/verify?t="), "{}", mails[1]);
    assert_eq!(db_waiting(&room).await, (2, 0, 0));
    // Even the right digits make no second account.
    let (digits, _) = crate::letters::postbox::db_code(&room, Purpose::Register, "ADA@example.org").await;
    let answer = room
        .post("/verify", &asked_cookie(&known), &[("code", &digits)])
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(
        answer
            .body
            .contains("There is an account with this e-mail address already.")
    );
    assert_eq!(room.db_count(Table::Accounts).await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_will_not_do_is_named_and_nothing_is_written(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    for (name, email, password, words) in [
        ("", "hevi@example.org", PASSWORD, "Please enter your name."),
        (
            "H\u{202e}evi",
            "hevi@example.org",
            PASSWORD,
            "characters that cannot be shown",
        ),
        (
            "аdmin",
            "hevi@example.org",
            PASSWORD,
            "sounds as if you spoke for the newsroom",
        ),
        (
            "Аdа",
            "hevi@example.org",
            PASSWORD,
            "looks like that of somebody in our newsroom",
        ),
        ("Hêvî", "", PASSWORD, "Please enter your e-mail address."),
        (
            "Hêvî",
            "hevi@example.org\r\nBcc: x@example.org",
            PASSWORD,
            "does not look like an e-mail address",
        ),
        ("Hêvî", "hevi@example.org", "too short", "at least"),
        (
            "Hêvî",
            "hevi@example.org",
            "dragon!201820",
            "one of the first that attackers try",
        ),
        (
            "Hêvî",
            "hevi@example.org",
            "hevi@example.org!",
            "leave your e-mail address",
        ),
    ] {
        let answer = room
            .post(
                "/register",
                "",
                &[("name", name), ("email", email), ("password", password)],
            )
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
        assert_eq!(answer.header("set-cookie"), "");
        assert!(
            !answer.body.contains(&format!(r#"value="{password}""#)),
            "a password is never sent back"
        );
    }
    let hostile = [
        ("name", "<script>x</script>\"'"),
        ("email", "\"><img src=x>"),
        ("password", "x"),
    ];
    let answer = room.post("/register", "", &hostile).await;
    assert!(!answer.body.contains("<script>x") && !answer.body.contains("<img src=x"));
    assert_eq!(
        room.post("/register", "", &[]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(db_waiting(&room).await, (0, 0, 0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_signed_in_needs_no_account_and_no_stranger_decides_where_they_land(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor("ada@example.org").await;
    assert_eq!(room.get("/register", &cookie).await.location(), "/desk");
    assert_eq!(
        room.get("/register?next=/contribute", &cookie).await.location(),
        "/contribute"
    );
    assert_eq!(
        room.get("/register?next=//evil.example", &cookie)
            .await
            .location(),
        "/desk"
    );
    assert!(
        !room
            .get("/register?next=//evil.example", "")
            .await
            .body
            .contains("evil")
    );
    let form = [&GOOD[..], &[("next", "https://evil.example")]].concat();
    assert_eq!(room.post("/register", "", &form).await.location(), "/verify");
    let signin = room.get("/signin?next=/contribute", "").await;
    assert!(signin.body.contains(r#"href="/register?next="#) && signin.body.contains(r#"href="/forgot""#));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_address_is_written_to_three_times_an_hour_and_a_source_asks_thirty_times(pool: PgPool) {
    let room = Room::new(pool);
    for _ in 0..3 {
        assert_eq!(
            room.post("/register", "", &GOOD).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let answer = room.post("/register", "", &GOOD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.body.contains("<main"), "in words: {}", answer.body);
    let hashed = db_waiting(&room).await;
    for n in 4..30 {
        let email = format!("reader{n}@example.org");
        let form = [
            ("name", "Hêvî"),
            ("email", email.as_str()),
            ("password", PASSWORD),
        ];
        assert_eq!(
            room.post("/register", "", &form).await.status,
            StatusCode::SEE_OTHER,
            "{n}"
        );
    }
    let form = [
        ("name", "Hêvî"),
        ("email", "more@example.org"),
        ("password", PASSWORD),
    ];
    assert_eq!(
        room.post("/register", "", &form).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    assert_eq!(db_waiting(&room).await.0, hashed.0 + 26);
}
