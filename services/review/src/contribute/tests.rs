//! The form through its door: good, bad, twice, at once, too much, too slow.

use std::{collections::HashSet, convert::Infallible, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use futures_util::{StreamExt, stream};
use ground::web::Limiter;
use sqlx::PgPool;
use uploads::FormLimits;

use crate::{
    submission::Consent,
    testing::{Answer, Door, Form},
};

async fn blank(door: &Door) -> Answer {
    door.get("/contribute", "").await
}

/// What the summary names, and that each of its links lands.
fn problems(page: &Answer) -> Vec<String> {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text);
    let links = page.attributes(".error-summary a", "href");
    let ids: HashSet<_> = page.attributes("main [id]", "id").into_iter().collect();
    for link in &links {
        assert!(ids.contains(link.trim_start_matches('#')), "{link} leads nowhere");
    }
    assert_eq!(page.texts(".error-words").len(), links.iter().collect::<HashSet<_>>().len());
    links
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_story_with_photos_goes_in_and_a_receipt_comes_out_once(pool: PgPool) {
    let door = Door::open(pool).await;
    let form = blank(&door).await.form().story();
    let form = form.file("first.jpg", b"1").file("second.jpg", b"2").file("", b"").field("email", "ada@example.org");
    let sent = door.send(form).await;
    let code = sent.code();
    assert_eq!(sent.header(header::LOCATION), "/contribute/sent");
    let cookie = sent.header(header::SET_COOKIE);
    for part in ["Path=/contribute/sent", "Max-Age=600", "HttpOnly", "SameSite=Strict", "Secure"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }

    let page = door.get("/contribute/sent", &sent.cookie()).await;
    assert_eq!(page.texts(".code"), [code.as_str()]);
    assert!(page.texts(".notice").is_empty());
    assert!(page.header(header::SET_COOKIE).starts_with("receipt=; Path=/contribute/sent; Max-Age=0"));
    assert!(door.get("/contribute/sent", "").await.texts(".code").is_empty(), "it is shown once");

    let submissions = door.db_submissions().await;
    let [stored] = submissions.as_slice() else { panic!("{} submissions", submissions.len()) };
    assert_eq!((stored.title.as_str(), stored.body.as_str()), ("Flood in the old town", "The river rose at night."));
    assert_eq!((stored.consent, stored.terms_version.as_str()), (Consent::Anonymous, "7"));
    assert_eq!((stored.sent_at, stored.consent_at), (door.state.clock.now(), door.state.clock.now()));
    assert_eq!(stored.contributor_email.as_deref(), Some("ada@example.org"));
    assert_eq!(door.db_files().await, ["first.jpg", "second.jpg"]);
    assert_eq!(door.db_history(stored.submission_id).await, ["sent"]);
    let jobs = ["media.ingest_upload", "media.ingest_upload", "review.acknowledge_submission"];
    assert_eq!(door.db_jobs().await, jobs);
    let status = door.receipt(&code, "").await;
    assert_eq!(status.texts("h1"), ["Flood in the old town"]);
    assert_eq!(status.texts("[aria-labelledby=files] li").len(), 2);

    let kept = sqlx::query_scalar!(r#"select submissions::text as "row!" from submissions"#);
    let row = kept.fetch_one(&door.state.pool).await.unwrap();
    let plain = code.replace('-', "");
    assert!(!row.contains(&code) && !row.contains(&plain), "the code itself is nowhere");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_empty_form_comes_back_with_everything_that_is_missing(pool: PgPool) {
    let door = Door::open(pool).await;
    let page = door.send(blank(&door).await.form()).await;
    assert_eq!(problems(&page), ["#title", "#body", "#consent", "#terms"]);
    assert!(page.texts("title")[0].starts_with("Error:"));
    assert!(door.db_submissions().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whatever_was_typed_is_still_there_after_a_mistake(pool: PgPool) {
    let door = Door::open(pool).await;
    let story = "  <script>alert(1)</script>\r\n\"&'</textarea>";
    let form = blank(&door).await.form();
    let id = door.send(form.clone()).await.attributes("input[name=submission_id]", "value");
    let form = form
        .field("title", "\"><b>x")
        .field("body", story)
        .field("name", "هێمن")
        .field("email", "not an address")
        .field("place", "Hewlêr")
        .field("happened_at", "yesterday")
        .field("language", "kmr")
        .field("consent", "named")
        .field("terms", "yes");
    let page = door.send(form).await;
    assert_eq!(problems(&page), ["#email"]);
    let values = |name: &str| page.attributes(&format!("input[name={name}]"), "value");
    assert_eq!(values("title"), ["\"><b>x"]);
    assert_eq!((values("name"), values("email")), (vec!["هێمن".to_owned()], vec!["not an address".to_owned()]));
    assert_eq!((values("place"), values("happened_at")), (vec!["Hewlêr".to_owned()], vec!["yesterday".to_owned()]));
    assert_eq!(page.attributes("input[name=consent][checked]", "value"), ["named"]);
    assert_eq!(page.attributes("input[name=terms][checked]", "value"), ["yes"]);
    assert_eq!(page.attributes("option[selected]", "value"), ["kmr"]);
    let typed = scraper::Html::parse_document(&page.text);
    let typed = typed.select(&scraper::Selector::parse("textarea[name=body]").unwrap()).next().unwrap();
    assert_eq!(typed.text().collect::<String>(), story.replace("\r\n", "\n"));
    assert!(page.texts("main script").is_empty());
    assert_eq!(values("submission_id"), id, "it stays one contribution");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn each_field_has_its_rule_and_its_words(pool: PgPool) {
    let door = Door::open(pool).await;
    let long = |letter: &str, length| letter.repeat(length);
    for (fields, expected) in [
        (vec![("title", long("ک", 201))], vec!["#title"]),
        (vec![("title", long("ک", 200))], vec![]),
        (vec![("title", " \r\n\u{2028} ".to_owned())], vec!["#title"]),
        (vec![("body", long("و", 50_000))], vec![]),
        (vec![("body", long("و", 50_001))], vec!["#body"]),
        (vec![("body", " \n\0 ".to_owned())], vec!["#body"]),
        (vec![("consent", "named".to_owned())], vec!["#name"]),
        (vec![("consent", "named".to_owned()), ("name", "\u{200B}\u{202E}".to_owned())], vec!["#name"]),
        (vec![("consent", "named".to_owned()), ("name", "Ada".to_owned())], vec![]),
        (vec![("consent", "everything".to_owned())], vec!["#consent"]),
        (vec![("name", long("a", 41))], vec!["#name"]),
        (vec![("email", "a@b".to_owned())], vec![]),
        (vec![("email", "a@b.org\r\nBcc: x@y.org".to_owned())], vec!["#email"]),
        (vec![("email", format!("{}@b.org", long("a", 260)))], vec!["#email"]),
        (vec![("place", long("a", 201)), ("happened_at", long("a", 201))], vec!["#place", "#happened_at"]),
        (vec![("consent", "ask_first".to_owned())], vec![]),
        (vec![("consent", "information_only".to_owned())], vec![]),
        (vec![("terms", String::new())], vec!["#terms"]),
    ] {
        let whole = [
            ("title", "Flood".to_owned()),
            ("body", "Water.".to_owned()),
            ("consent", "anonymous".to_owned()),
            ("terms", "on".to_owned()),
        ];
        let rest = whole.into_iter().filter(|(name, _)| !fields.iter().any(|(other, _)| other == name));
        let form = fields.iter().cloned().chain(rest);
        let form = form.fold(Form::default(), |form, (name, value)| form.field(name, &value));
        let answer = door.send(form).await;
        if expected.is_empty() {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{:?}", answer.texts(".error-summary"));
        } else {
            assert_eq!(problems(&answer), expected);
        }
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn photos_alone_are_a_story_and_survive_a_mistake_elsewhere(pool: PgPool) {
    let door = Door::open(pool).await;
    let form = blank(&door).await.form().field("title", "Flood").field("consent", "anonymous");
    let again = door.send(form.file("one.jpg", b"1").file("two.jpg", &[2; 3000])).await;
    assert_eq!(problems(&again), ["#terms"]);
    let kept = again.texts("#kept label");
    assert!(kept[0].contains("one.jpg") && kept[0].contains("1 kB"), "{kept:?}");
    assert!(kept[1].contains("two.jpg") && kept[1].contains("3 kB"), "{kept:?}");

    let remove = again.attributes("#kept input[name=remove]", "value");
    let form = again.form().field("remove", &remove[0]).field("title", "Flood").field("consent", "anonymous");
    let sent = door.send(form.field("terms", "yes").file("three.jpg", b"3")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(door.db_files().await, ["two.jpg", "three.jpg"]);
    let unclaimed = sqlx::query_scalar!("select client_name from uploads where claimed_at is null");
    assert_eq!(unclaimed.fetch_all(&door.state.pool).await.unwrap(), ["one.jpg"], "the sweep takes it");
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
    let stolen = again.attributes("input[name=upload]", "value")[0].split('.').next().unwrap().to_owned();
    let thief = door.send(Form::default().story().field("upload", &format!("{stolen}.guess"))).await;
    assert_eq!(problems(&thief), ["#files"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn files_that_cannot_be_taken_are_named_at_their_field_and_the_others_kept(pool: PgPool) {
    let limits = FormLimits { file_bytes: 1 << 20, files: 2, ..FormLimits::default() };
    let door = Door::open_with(pool, |state| state.acceptor.limits = limits).await;
    let form = Form::default().story().file("large.jpg", &vec![0; (1 << 20) + 1]).file("good.jpg", b"1");
    let page = door.send(form.file("empty.jpg", b"")).await;
    assert_eq!(problems(&page), ["#files", "#files"]);
    let words = page.texts(".error-summary li");
    assert!(words[0].contains("large.jpg is too large") && words[0].contains("1 MB"), "{words:?}");
    assert!(words[1].contains("empty.jpg"), "{words:?}");
    assert_eq!(page.texts("#kept label").len(), 1);

    let more = door.send(page.form().story().file("b.jpg", b"2").file("c.jpg", b"3")).await;
    assert_eq!(problems(&more), ["#files"]);
    assert!(more.texts(".error-summary li")[0].contains("At most 2"));
    let remove = more.attributes("#kept input[name=remove]", "value");
    assert_eq!(door.send(more.form().story().field("remove", &remove[1])).await.status, StatusCode::SEE_OTHER);
    assert_eq!(door.db_files().await, ["good.jpg", "c.jpg"]);
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
    assert_eq!(page.texts(".notice").len(), 1, "it says that the first sending counts");
    assert_eq!(door.db_submissions().await.len(), 1);
    assert_eq!(door.db_files().await, ["one.jpg"]);

    // Someone who knows only the id learns nothing but that it is taken.
    let id = door.db_submissions().await[0].submission_id.to_string();
    for form in [Form::default(), Form::default().field("form_key", &"x".repeat(43))] {
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
        assert_eq!(page.texts("[aria-labelledby=files] li").len(), 2);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_program_without_the_form_gets_its_receipt_too(pool: PgPool) {
    let door = Door::open(pool).await;
    let (one, other) = (door.send(Form::default().story()).await, door.send(Form::default().story()).await);
    assert_ne!(one.code(), other.code());
    assert_eq!(door.db_submissions().await.len(), 2);
    let simple = Request::post("/contribute")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("title=A&body=B&consent=anonymous&terms=yes"))
        .unwrap();
    assert_eq!(door.receipt(&door.ask(simple).await.code(), "").await.status, StatusCode::OK);
    for id in ["7", "00000000-0000-0000-0000-000000000000", "' or 1=1"] {
        let answer = door.send(Form::default().story().field("submission_id", id)).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(!answer.texts("h1").is_empty(), "in words");
    }
    assert_eq!(door.db_submissions().await.len(), 3);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn too_much_and_too_slow_are_refused_in_words(pool: PgPool) {
    let limits = FormLimits { form_bytes: 3 << 20, idle: Duration::from_millis(50), ..FormLimits::default() };
    let door = Door::open_with(pool, |state| state.acceptor.limits = limits).await;
    let large = door.send(Form::default().story().file("a.jpg", &vec![0; 3 << 20])).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.texts("main .lede")[0].contains("3 MB"), "{}", large.text);

    let (parts, body) = Form::default().story().request().into_parts();
    let whole = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    let start = stream::iter([Ok::<_, Infallible>(whole.slice(..100))]);
    let mut slow = Request::new(Body::from_stream(start.chain(stream::pending::<Result<Bytes, Infallible>>())));
    *slow.method_mut() = parts.method;
    *slow.uri_mut() = parts.uri;
    *slow.headers_mut() = parts.headers;
    let slow = door.ask(slow).await;
    assert_eq!(slow.status, StatusCode::REQUEST_TIMEOUT);
    assert!(!slow.texts("main .lede").is_empty());
    assert!(door.db_submissions().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn another_sites_page_cannot_send_for_a_reader(pool: PgPool) {
    let door = Door::open(pool).await;
    let mut request = Form::default().story().request();
    request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    assert_eq!(door.ask(request).await.status, StatusCode::FORBIDDEN);
    assert!(door.db_submissions().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_sends_too_often_waits_and_mistakes_do_not_count(pool: PgPool) {
    let hour = Duration::from_hours(1);
    let door = Door::open_with(pool, |state| state.sendings = Limiter::new(state.clock.clone(), hour, 2, 9)).await;
    for _ in 0..3 {
        problems(&door.send(Form::default()).await);
    }
    let form = blank(&door).await.form().story();
    for form in [form.clone(), form, Form::default().story()] {
        assert_eq!(door.send(form).await.status, StatusCode::SEE_OTHER, "sent twice counts once");
    }
    let refused = door.send(Form::default().story()).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header(header::RETRY_AFTER), "3601");
    assert_eq!(door.db_submissions().await.len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_form_speaks_the_readers_language_and_answers_in_the_one_they_choose(pool: PgPool) {
    let door = Door::open(pool).await;
    let page = door.get("/contribute?lang=ckb", "").await;
    assert_eq!((page.attributes("html", "lang"), page.attributes("html", "dir")), (vec!["ckb".to_owned()], vec!["rtl".to_owned()]));
    assert_eq!(page.attributes("option[selected]", "value"), ["ckb"]);
    assert_eq!(page.attributes("option", "value").len(), 5);
    assert_eq!(page.attributes("input[name=email]", "dir"), ["ltr"]);
    for (told, stored) in [("tr", "tr"), ("ku", "en"), ("", "en")] {
        door.state.clock.advance(TimeDelta::minutes(1));
        door.send(Form::default().story().field("language", told)).await.code();
        assert_eq!(door.db_submissions().await.last().unwrap().language.code(), stored);
    }
}
