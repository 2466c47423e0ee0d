//! The newsroom's own reasons: written by chiefs, given by editors, read by contributors.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::*;

const REASONS: &str = "/desk/settings/reasons";

fn words(en: &str) -> String {
    format!("words-en={en}&words-ckb=درەنگ&words-kmr=Dereng&words-ar=متأخر&words-tr=Geç")
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn chiefs_write_them_editors_give_them_and_retired_ones_stay_readable(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (chief, editor) = (desk.db_chief("Dana").await, desk.db_editor("Bo").await);
    for address in [
        REASONS,
        "/desk/settings/reasons/quality",
        "/desk/settings/reasons/new",
    ] {
        assert_eq!(desk.get(&editor, address).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            desk.post(&editor, address, "reason=quality&move=up").await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(desk.get(&chief, address).await.status, StatusCode::OK);
    }
    let form = desk.get(&chief, "/desk/settings/reasons/new").await;
    let code = form.attributes("input[name=code]", "value").pop().unwrap();
    let add = format!("code={code}&version=0&{}", words("It came too late"));
    let half = desk
        .post(
            &chief,
            "/desk/settings/reasons/new",
            &format!("code={code}&words-en=Late"),
        )
        .await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        half.attributes(".error-summary a", "href").len(),
        4,
        "whoever reads reads something"
    );
    assert_eq!(half.texts("textarea[name=words-en]"), ["Late"]);
    for _ in 0..2 {
        let answer = desk.post(&chief, "/desk/settings/reasons/new", &add).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
    let list = desk.get(&chief, REASONS).await;
    assert_eq!(list.texts("ol.lines li a").last().unwrap(), "It came too late");
    assert_eq!(list.texts("ol.lines li").len(), 7, "sent twice, it is there once");

    let id = desk
        .db_sent(
            TimeDelta::hours(1),
            Submission {
                language: ground::lang::Lang::Tr,
                ..sample()
            },
        )
        .await;
    let address = crate::desk::address_of(id);
    let preview = desk
        .decide(
            &editor,
            id,
            &format!("decision=preview&reason={code}&note=Thank+you&version=1"),
        )
        .await;
    assert_eq!(preview.status, StatusCode::OK);
    assert_eq!(preview.texts("[data-preview] p"), ["Geç", "Thank you"]);
    assert_eq!(desk.db_submission(id).await.version, 1, "nothing was said");
    let form = format!("decision=decline&reason={code}&internal=Check+him&version=1");
    assert_eq!(
        desk.decide(&editor, id, &form).await.status,
        StatusCode::SEE_OTHER
    );
    let notes = sqlx::query_scalar!("select body from desk_notes")
        .fetch_all(&desk.pool)
        .await
        .unwrap();
    assert_eq!(notes, [Some("Check him".to_owned())]);
    assert_eq!(
        desk.db_submission(id).await.decline_note,
        None,
        "what is for colleagues stays there"
    );

    desk.post(&chief, REASONS, &format!("reason={code}&move=retire"))
        .await;
    let page = desk.get(&editor, &address).await;
    assert!(
        page.texts(".timeline li")
            .iter()
            .any(|line| line.contains("It came too late"))
    );
    let other = desk.db_sent(TimeDelta::hours(2), sample()).await;
    let gone = desk
        .decide(
            &editor,
            other,
            &format!("decision=decline&reason={code}&version=1"),
        )
        .await;
    assert_eq!(
        gone.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "it is not offered any more"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_newsrooms_words_take_the_place_of_ours_and_who_was_faster_is_named(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (dana, eva) = (desk.db_chief("Dana").await, desk.db_chief("Eva").await);
    let address = "/desk/settings/reasons/quality";
    let form = |words: &str, version: i32| format!("version={version}&words-en={words}");
    let first = desk.post(&dana, address, &form("It is too dark", 1)).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
    let late = desk.post(&eva, address, &form("Too blurred", 1)).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.texts(".notice.bad")[0].contains("Dana"));
    assert_eq!(
        late.texts("textarea[name=words-en]"),
        ["Too blurred"],
        "what was typed stays"
    );
    assert_eq!(late.attributes("input[name=version]", "value"), ["2"]);
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let page = desk
        .get(&editor, &format!("{}?open=decline", crate::desk::address_of(id)))
        .await;
    assert!(page.texts("#reason label").contains(&"It is too dark".to_owned()));
    // Empty again, ours are read.
    desk.post(&dana, address, &form("", 2)).await;
    let page = desk
        .get(&editor, &format!("{}?open=decline", crate::desk::address_of(id)))
        .await;
    assert!(
        page.texts("#reason label")
            .iter()
            .any(|words| words.starts_with("The text or the pictures"))
    );
    desk.post(&dana, REASONS, "reason=rules&move=up").await;
    let list = desk.get(&dana, REASONS).await;
    assert_eq!(list.attributes("ol.lines li", "id")[4..], ["rules", "safety"]);
}
