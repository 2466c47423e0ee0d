//! Answers that stand ready: kept, changed, removed, put into a text.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::{Stage, location, new_id};
use crate::testing::Answer;

const PAGE: &str = "/desk/settings/replies";

impl Stage {
    async fn keep(&self, fields: &[(&str, &str)]) -> Answer {
        self.door
            .post_form(&self.bo, PAGE, &[&[("in", "en")], fields].concat())
            .await
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_reply_is_kept_once_and_put_into_the_text(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let reply = new_id();
    let fields = [
        ("reply", reply.as_str()),
        ("action", "save"),
        ("title", " Thanks "),
        ("body", "Thank you, we look at it."),
        ("position", "10"),
    ];
    for _ in 0..2 {
        assert_eq!(
            location(&stage.keep(&fields).await),
            "/desk/settings/replies?in=en&done=saved"
        );
    }
    let page = stage.door.get_as(&stage.bo, PAGE).await;
    assert_eq!(page.texts("details summary bdi"), ["Thanks"]);
    let sending = new_id();
    let form = [
        ("sending", sending.as_str()),
        ("action", "insert"),
        ("reply", reply.as_str()),
        ("body", "Dear friend"),
        ("ask-which_street", "yes"),
    ];
    let answer = stage.post("", &form).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.texts("#talk textarea[name=body]"),
        ["Dear friend Thank you, we look at it."]
    );
    assert_eq!(answer.attributes("#ask-which_street", "checked").len(), 1);
    assert_eq!(stage.history().await, ["sent"]);
    // One of another language is not offered for this sender.
    let other = new_id();
    let fields = [
        ("in", "tr"),
        ("reply", other.as_str()),
        ("action", "save"),
        ("title", "T"),
        ("body", "Sağ ol"),
    ];
    location(&stage.door.post_form(&stage.bo, PAGE, &fields).await);
    assert_eq!(
        stage.page().await.attributes("#reply option", "value"),
        ["", reply.as_str()]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_who_change_a_reply_the_second_is_told_and_keeps_the_text(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let reply = new_id();
    let keep = async |version, title, action| {
        let fields = [
            ("reply", reply.as_str()),
            ("version", version),
            ("title", title),
            ("body", "text"),
            ("action", action),
        ];
        stage.keep(&fields).await
    };
    location(&keep("0", "one", "save").await);
    location(&keep("1", "two", "save").await);
    let late = keep("1", "three", "save").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(
        late.attributes("details[open] input[name=title]", "value"),
        ["three"]
    );
    assert_eq!(
        late.attributes("details[open] input[name=version]", "value"),
        ["2"]
    );
    assert_eq!(keep("1", "", "remove").await.status, StatusCode::CONFLICT);
    for _ in 0..2 {
        assert!(location(&keep("2", "", "remove").await).ends_with("done=removed"));
    }
    let gone = keep("2", "four", "save").await;
    assert_eq!(gone.status, StatusCode::CONFLICT);
    assert_eq!(
        gone.attributes("section input[name=title]", "value"),
        ["four"],
        "kept as a new one"
    );
    let empty = keep("0", " ", "save").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.texts(".error-summary li"), ["Give it a title."]);
    let reader = stage.door.db_reader("Ada").await;
    assert_eq!(
        stage.door.get_as(&reader, PAGE).await.status,
        StatusCode::NOT_FOUND
    );
}
