//! Sending: once, twice, at once, too much, too slowly, too often, and from elsewhere.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
};
use futures_util::{StreamExt, stream};
use ground::web::Limiter;
use sqlx::PgPool;
use uploads::FormLimits;

use super::{blank, problems};
use crate::{
    submission::Consent,
    testing::{Door, Form},
};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_story_with_photos_goes_in_and_a_receipt_comes_out_once(pool: PgPool) {
    let door = Door::open(pool).await;
    let form = blank(&door).await.form().story();
    let form = form
        .file("first.jpg", b"1")
        .file("second.jpg", b"2")
        .file("", b"")
        .field("email", "ada@example.org");
    let sent = door.send(form).await;
    let code = sent.code();
    assert_eq!(sent.header(header::LOCATION), "/contribute/sent");
    let cookie = sent.header(header::SET_COOKIE);
    for part in [
        "Path=/contribute/sent",
        "Max-Age=600",
        "HttpOnly",
        "SameSite=Strict",
        "Secure",
    ] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }

    let page = door.get("/contribute/sent", &sent.cookie()).await;
    assert_eq!(page.texts(".code"), [code.as_str()]);
    assert!(page.texts(".notice").is_empty());
    assert!(
        page.header(header::SET_COOKIE)
            .starts_with("receipt=; Path=/contribute/sent; Max-Age=0")
    );
    assert!(
        door.get("/contribute/sent", "").await.texts(".code").is_empty(),
        "it is shown once"
    );

    let submissions = door.db_submissions().await;
    let [stored] = submissions.as_slice() else {
        panic!("{} submissions", submissions.len())
    };
    assert_eq!(
        (stored.title.as_str(), stored.body.as_str()),
        ("Flood in the old town", "The river rose at night.")
    );
    assert_eq!(
        (stored.consent, stored.terms_version.as_str()),
        (Consent::Anonymous, "7")
    );
    assert_eq!(
        (stored.sent_at, stored.consent_at),
        (door.state.clock.now(), door.state.clock.now())
    );
    assert_eq!(stored.contributor_email.as_deref(), Some("ada@example.org"));
    assert_eq!(door.db_files().await, ["first.jpg", "second.jpg"]);
    assert_eq!(door.db_history(stored.submission_id).await, ["sent"]);
    let jobs = [
        "media.ingest_upload",
        "media.ingest_upload",
        "review.acknowledge_submission",
    ];
    assert_eq!(door.db_jobs().await, jobs);
    let status = door.receipt(&code, "").await;
    assert_eq!(status.texts("h1"), ["Flood in the old town"]);
    assert_eq!(status.texts("[aria-labelledby=your-files] li").len(), 2);

    let kept = sqlx::query_scalar!(r#"select submissions::text as "row!" from submissions"#);
    let row = kept.fetch_one(&door.state.pool).await.unwrap();
    let plain = code.replace('-', "");
    assert!(
        !row.contains(&code) && !row.contains(&plain),
        "the code itself is nowhere"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_same_form_sent_twice_is_one_contribution_with_one_receipt(pool: PgPool) {
    let door = Door::open(pool).await;
    let form = blank(&door).await.form().story().file("one.jpg", b"1");
    let first = door.send(form.clone()).await;
    let second = door.send(form).await;
    assert_eq!(first.code(), second.code());
    let page = door.get("/contribute/sent", &second.cookie()).await;
    assert_eq!(page.texts(".code"), [first.code()]);
    assert_eq!(
        page.texts(".notice").len(),
        1,
        "it says that the first sending counts"
    );
    assert_eq!(door.db_submissions().await.len(), 1);
    assert_eq!(door.db_files().await, ["one.jpg"]);

    // Someone who knows only the id learns nothing but that it is taken.
    let id = door.db_submissions().await[0].submission_id.to_string();
    for form in [
        Form::default(),
        Form::default().field("form_key", &"x".repeat(43)),
    ] {
        let stranger = door.send(form.field("submission_id", &id).story()).await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER);
        assert!(!stranger.text.contains(&first.code()) && !stranger.cookie().contains(&first.code()));
        let page = door.get("/contribute/sent", &stranger.cookie()).await;
        assert!(page.texts(".code").is_empty());
        assert_eq!(page.texts(".notice").len(), 1);
    }
    assert_eq!(door.db_submissions().await.len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_at_once_are_one_contribution_and_both_read_the_same_receipt(pool: PgPool) {
    let door = Door::open(pool).await;
    for round in 1..=5 {
        let kept = door.send(blank(&door).await.form().file("kept.jpg", b"1")).await;
        let form = kept.form().story().file("new.jpg", b"2");
        let (one, other) = tokio::join!(door.send(form.clone()), door.send(form));
        assert_eq!(one.code(), other.code());
        assert_eq!(door.db_submissions().await.len(), round);
        assert_eq!(door.db_files().await.len(), 2 * round);
        let page = door.receipt(&one.code(), "").await;
        assert_eq!(page.texts("[aria-labelledby=your-files] li").len(), 2);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_program_without_the_form_gets_its_receipt_too(pool: PgPool) {
    let door = Door::open(pool).await;
    let (one, other) = (
        door.send(Form::default().story()).await,
        door.send(Form::default().story()).await,
    );
    assert_ne!(one.code(), other.code());
    assert_eq!(door.db_submissions().await.len(), 2);
    let simple = Request::post("/contribute")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("title=A&body=B&consent=anonymous&terms=yes"))
        .unwrap();
    assert_eq!(
        door.receipt(&door.ask(simple).await.code(), "").await.status,
        StatusCode::OK
    );
    for id in ["7", "00000000-0000-0000-0000-000000000000", "' or 1=1"] {
        let answer = door
            .send(Form::default().story().field("submission_id", id))
            .await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(!answer.texts("h1").is_empty(), "in words");
    }
    assert_eq!(door.db_submissions().await.len(), 3);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn too_much_and_too_slow_are_refused_in_words(pool: PgPool) {
    let limits = FormLimits {
        form_bytes: 3 << 20,
        idle: Duration::from_millis(50),
        ..FormLimits::default()
    };
    let door = Door::open_with(pool, |state| state.acceptor.limits = limits).await;
    let large = door
        .send(Form::default().story().file("a.jpg", &vec![0; 3 << 20]))
        .await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(problems(&large), ["#files"]);
    assert!(large.texts(".error-words")[0].contains("3 MB"), "{}", large.text);
    // What was typed is kept, and the form can be sent at once, without the file.
    assert_eq!(large.attributes("#title", "value"), ["Flood in the old town"]);
    assert!(large.texts("#body")[0].contains("The river rose"));
    let again = large.form().story();
    assert_eq!(door.send(again).await.status, StatusCode::SEE_OTHER);

    let (parts, body) = Form::default().story().request().into_parts();
    let whole = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    let start = stream::iter([Ok::<_, Infallible>(whole.slice(..100))]);
    let mut slow = Request::new(Body::from_stream(
        start.chain(stream::pending::<Result<Bytes, Infallible>>()),
    ));
    *slow.method_mut() = parts.method;
    *slow.uri_mut() = parts.uri;
    *slow.headers_mut() = parts.headers;
    let slow = door.ask(slow).await;
    assert_eq!(slow.status, StatusCode::REQUEST_TIMEOUT);
    assert!(!slow.texts("main .lede").is_empty());
    assert_eq!(door.db_submissions().await.len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn another_sites_page_cannot_send_for_a_reader(pool: PgPool) {
    let door = Door::open(pool).await;
    let mut request = Form::default().story().request();
    request
        .headers_mut()
        .insert("sec-fetch-site", "cross-site".parse().unwrap());
    assert_eq!(door.ask(request).await.status, StatusCode::FORBIDDEN);
    assert!(door.db_submissions().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_sends_too_often_waits_and_mistakes_do_not_count(pool: PgPool) {
    let hour = Duration::from_hours(1);
    let door = Door::open_with(pool, |state| {
        state.sendings = Limiter::new(state.clock.clone(), hour, 2, 9);
    })
    .await;
    for _ in 0..3 {
        problems(&door.send(Form::default()).await);
    }
    let form = blank(&door).await.form().story();
    for form in [form.clone(), form, Form::default().story()] {
        assert_eq!(
            door.send(form).await.status,
            StatusCode::SEE_OTHER,
            "sent twice counts once"
        );
    }
    let refused = door.send(Form::default().story()).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header(header::RETRY_AFTER), "3601");
    assert_eq!(door.db_submissions().await.len(), 2);
}
