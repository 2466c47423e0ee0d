//! What is typed: what is wrong is said, and nothing is lost.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use super::{blank, problems};
use crate::testing::{Door, Form};

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
    let id = door
        .send(form.clone())
        .await
        .attributes("input[name=submission_id]", "value");
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
    assert_eq!(
        (values("name"), values("email")),
        (vec!["هێمن".to_owned()], vec!["not an address".to_owned()])
    );
    assert_eq!(
        (values("place"), values("happened_at")),
        (vec!["Hewlêr".to_owned()], vec!["yesterday".to_owned()])
    );
    assert_eq!(
        page.attributes("input[name=consent][checked]", "value"),
        ["named"]
    );
    assert_eq!(page.attributes("input[name=terms][checked]", "value"), ["yes"]);
    assert_eq!(page.attributes("option[selected]", "value"), ["kmr"]);
    let typed = scraper::Html::parse_document(&page.text);
    let typed = typed
        .select(&scraper::Selector::parse("textarea[name=body]").unwrap())
        .next()
        .unwrap();
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
        (
            vec![
                ("consent", "named".to_owned()),
                ("name", "\u{200B}\u{202E}".to_owned()),
            ],
            vec!["#name"],
        ),
        (
            vec![("consent", "named".to_owned()), ("name", "Ada".to_owned())],
            vec![],
        ),
        (vec![("consent", "everything".to_owned())], vec!["#consent"]),
        (vec![("name", long("a", 41))], vec!["#name"]),
        (vec![("email", "a@b".to_owned())], vec![]),
        (
            vec![("email", "a@b.org\r\nBcc: x@y.org".to_owned())],
            vec!["#email"],
        ),
        (
            vec![("email", format!("{}@b.org", long("a", 260)))],
            vec!["#email"],
        ),
        (
            vec![("place", long("a", 201)), ("happened_at", long("a", 201))],
            vec!["#place", "#happened_at"],
        ),
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
        let rest = whole
            .into_iter()
            .filter(|(name, _)| !fields.iter().any(|(other, _)| other == name));
        let form = fields.iter().cloned().chain(rest);
        let form = form.fold(Form::default(), |form, (name, value)| form.field(name, &value));
        let answer = door.send(form).await;
        if expected.is_empty() {
            assert_eq!(
                answer.status,
                StatusCode::SEE_OTHER,
                "{:?}",
                answer.texts(".error-summary")
            );
        } else {
            assert_eq!(problems(&answer), expected);
        }
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_form_speaks_the_readers_language_and_answers_in_the_one_they_choose(pool: PgPool) {
    let door = Door::open(pool).await;
    let page = door.get("/contribute?lang=ckb", "").await;
    assert_eq!(
        (page.attributes("html", "lang"), page.attributes("html", "dir")),
        (vec!["ckb".to_owned()], vec!["rtl".to_owned()])
    );
    assert_eq!(page.attributes("option[selected]", "value"), ["ckb"]);
    assert_eq!(page.attributes("option", "value").len(), 5);
    assert_eq!(page.attributes("input[name=email]", "dir"), ["ltr"]);
    for (told, stored) in [("tr", "tr"), ("ku", "en"), ("", "en")] {
        door.state.clock.advance(TimeDelta::minutes(1));
        door.send(Form::default().story().field("language", told))
            .await
            .code();
        assert_eq!(
            door.db_submissions().await.last().unwrap().language.code(),
            stored
        );
    }
}
