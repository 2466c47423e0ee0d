//! Files that are added to what was sent, through the receipt's door.

use axum::http::{StatusCode, header};
use sqlx::PgPool;
use uploads::FormLimits;

use crate::testing::{Answer, Door, Form};

const NEVER: &str = "0000-0000-0000-0000-0000";
const ADDITION: &str = "018f0000-0000-7000-8000-000000000001";

async fn sent(door: &Door) -> String {
    door.send(Form::default().story().file("first.jpg", b"1"))
        .await
        .code()
}

fn adding(code: &str) -> Form {
    Form::default().field("code", code)
}

fn problems(answer: &Answer, status: StatusCode) -> String {
    assert_eq!(answer.status, status, "{}", answer.text);
    answer.texts(".error-summary li").concat()
}

async fn history(door: &Door) -> Vec<String> {
    door.db_history(door.db_submissions().await[0].submission_id)
        .await
}

/// Tokens of files that are here and belong to nothing yet, as a form with a mistake gives them back.
async fn tokens(door: &Door, names: &[&str]) -> Vec<String> {
    let form = names
        .iter()
        .fold(Form::default(), |form, name| form.file(name, name.as_bytes()));
    door.send(form)
        .await
        .attributes("#kept input[name=upload]", "value")
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_added_becomes_part_of_the_contribution_and_its_history(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    let page = door.receipt(&code, "").await;
    assert_eq!(
        page.attributes("form[action='/receipt/files'] input[name=code]", "value"),
        std::slice::from_ref(&code)
    );
    let answer = door
        .add(adding(&code).file("second.jpg", b"2").file("third.jpg", b"3"))
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(answer.header(header::LOCATION), "/receipt/added");
    assert_eq!(door.db_files().await, ["first.jpg", "second.jpg", "third.jpg"]);
    assert_eq!(history(&door).await, ["sent", "files_added"]);
    assert_eq!(door.db_jobs().await, ["media.ingest_upload"; 3]);

    let shown = door.get("/receipt/added", &answer.cookie()).await;
    assert!(
        shown.texts(".notice")[0].contains("Your files are here"),
        "{}",
        shown.text
    );
    assert_eq!(shown.texts("[aria-labelledby=your-files] li").len(), 3);
    assert!(shown.cookie().ends_with('='), "the code is gone from the browser");
    let later = door.get("/receipt/added", "").await;
    assert_eq!(later.header(header::LOCATION), "/receipt");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_same_form_twice_and_two_at_once_add_its_files_once(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    let form = || adding(&code).field("addition", ADDITION).file("second.jpg", b"2");
    let (one, other) = tokio::join!(door.add(form()), door.add(form()));
    let again = door.add(form()).await;
    for answer in [one, other, again] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
    assert_eq!(door.db_files().await, ["first.jpg", "second.jpg"]);
    assert_eq!(history(&door).await, ["sent", "files_added"]);

    // Without an id of the form the upload itself can only be added once.
    let token = tokens(&door, &["third.jpg"]).await.remove(0);
    let form = || adding(&code).field("upload", &token);
    let (one, other) = tokio::join!(door.add(form()), door.add(form()));
    let mut answers = [one.status, other.status];
    answers.sort();
    assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    assert_eq!(door.db_files().await, ["first.jpg", "second.jpg", "third.jpg"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_its_code_nothing_is_added_and_a_strangers_upload_cannot_be(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    for wrong in [NEVER, ""] {
        let answer = door.add(adding(wrong).file("second.jpg", b"2")).await;
        assert!(!problems(&answer, StatusCode::UNPROCESSABLE_ENTITY).is_empty());
        assert!(
            !answer.text.contains("Flood in the old town"),
            "nothing is told of it"
        );
    }
    let token = tokens(&door, &["mine.jpg"]).await.remove(0);
    let stolen = format!("{}.guess", token.split('.').next().unwrap());
    let answer = door.add(adding(&code).field("upload", &stolen)).await;
    assert!(problems(&answer, StatusCode::UNPROCESSABLE_ENTITY).contains("no longer here"));
    assert_eq!(door.db_files().await, ["first.jpg"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nothing_is_added_after_the_end_and_nothing_of_it_is_lost(pool: PgPool) {
    let door = Door::open(pool).await;
    let code = sent(&door).await;
    let token = tokens(&door, &["second.jpg"]).await.remove(0);
    for end in [
        "update submissions set state = 'published'",
        "update submissions set state = 'spam'",
        "update submissions set state = 'declined', decline_reason = 'safety'",
        "update submissions set state = 'withdrawn', withdrawn_at = now()",
    ] {
        sqlx::query(end).execute(&door.state.pool).await.unwrap();
        let answer = door.add(adding(&code).field("upload", &token)).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{end}");
        assert!(answer.texts(".notice.bad")[0].contains("Nothing can be added"));
        assert!(
            answer.texts("form[action='/receipt/files']").is_empty(),
            "{end}: it is not offered"
        );
        assert_eq!(door.db_files().await, ["first.jpg"]);
    }
    // The upload was not used up by being refused.
    sqlx::query("update submissions set withdrawn_at = null, state = 'accepted'")
        .execute(&door.state.pool)
        .await
        .unwrap();
    let answer = door.add(adding(&code).field("upload", &token)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_there_counts_towards_the_limits_and_what_came_is_kept(pool: PgPool) {
    let limits = FormLimits {
        files: 2,
        file_bytes: 1 << 20,
        submission_bytes: 3 << 20,
        form_bytes: 3 << 20,
        ..FormLimits::default()
    };
    let door = Door::open_with(pool, |state| state.acceptor.limits = limits).await;
    let code = sent(&door).await;
    let none = door.add(adding(&code)).await;
    assert!(problems(&none, StatusCode::UNPROCESSABLE_ENTITY).contains("Choose at least one"));

    let many = door
        .add(adding(&code).file("second.jpg", b"2").file("third.jpg", b"3"))
        .await;
    assert!(problems(&many, StatusCode::UNPROCESSABLE_ENTITY).contains("At most 2"));
    assert_eq!(
        many.texts("#kept label").len(),
        2,
        "they need not be sent once more"
    );
    let large = door
        .add(adding(&code).file("large.jpg", &vec![0; (1 << 20) + 1]))
        .await;
    assert!(problems(&large, StatusCode::UNPROCESSABLE_ENTITY).contains("large.jpg"));
    let larger = door.add(adding(&code).file("huge.jpg", &vec![0; 4 << 20])).await;
    assert!(!problems(&larger, StatusCode::PAYLOAD_TOO_LARGE).is_empty());

    sqlx::query("update submission_files set size = 3 << 20")
        .execute(&door.state.pool)
        .await
        .unwrap();
    let heavy = door.add(adding(&code).file("second.jpg", b"2")).await;
    assert!(problems(&heavy, StatusCode::UNPROCESSABLE_ENTITY).contains("3 MB"));
    assert_eq!(door.db_files().await, ["first.jpg"]);
    assert_eq!(history(&door).await, ["sent"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_original_says_of_which_file_it_is_and_takes_nobodys_place(pool: PgPool) {
    let limits = FormLimits {
        files: 1,
        ..FormLimits::default()
    };
    let door = Door::open_with(pool, |state| state.acceptor.limits = limits).await;
    let code = sent(&door).await;
    let tokens = [
        tokens(&door, &["original.jpg"]).await.remove(0),
        tokens(&door, &["other.jpg"]).await.remove(0),
    ];
    let original =
        |token: &str, number: &str| adding(&code).field("upload", token).field("original_of", number);
    for strange in ["0", "2", "-32768", "first"] {
        let answer = door.add(original(&tokens[0], strange)).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{strange}");
    }
    let answer = door.add(original(&tokens[0], "1")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = door.receipt(&code, "").await;
    let files = page.texts("[aria-labelledby=your-files] li");
    assert!(files[1].contains("original of file 1"), "{files:?}");
    assert_eq!(
        door.add(original(&tokens[1], "1")).await.status,
        StatusCode::BAD_REQUEST,
        "a file has one original"
    );
    assert_eq!(door.db_files().await, ["first.jpg", "original.jpg"]);
}
