//! How far something is checked, what it is sorted by, and what a newsroom asks before it goes out.

use axum::http::{StatusCode, header};
use ground::viewer::{Role, Viewer};
use sqlx::PgPool;

use super::*;
use crate::desk::{address_of, checks};

/// The same person with another role.
fn as_role(viewer: &Viewer, role: Role) -> Viewer {
    let mut viewer = viewer.clone();
    if let Some(person) = &mut viewer.0 {
        person.role = Some(role);
        person.sees_at_risk = role >= Role::Chief;
    }
    viewer
}

async fn missing(desk: &Desk, id: SubmissionId) -> Vec<String> {
    let submission = desk.db_submission(id).await;
    let mut conn = desk.pool.acquire().await.unwrap();
    let words = checks::missing(&mut conn, &submission).await.unwrap();
    words
        .into_iter()
        .map(|words| words.text(ground::lang::Lang::En))
        .collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_a_category_asks_is_missing_until_somebody_answers_for_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let chief = as_role(&desk.db_editor("Çîmen").await, Role::Chief);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let (list, new) = ("/desk/settings/categories", "/desk/settings/categories/new");
    assert_eq!(desk.get(&editor, list).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        desk.post(&editor, new, "code=x").await.status,
        StatusCode::NOT_FOUND
    );
    let empty = desk.get(&chief, new).await;
    assert_eq!(empty.status, StatusCode::OK);
    assert_eq!(empty.attributes("input[id^=name-]", "value"), [""; 5]);
    let wrong = desk.post(&chief, new, "code=Conflict").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.attributes(".error-summary a", "href"),
        ["#code", "#name-en"]
    );
    let form = "code=conflict&name-en=Conflict&name-ckb=شەڕ&position=10&offered=yes&two_people=yes\
                &asked=place&asked=legal";
    let made = desk.post(&chief, new, form).await;
    assert_eq!(made.header(header::LOCATION), list);
    let twice = desk.post(&chief, new, form).await;
    assert_eq!(twice.attributes(".error-summary a", "href"), ["#code"]);
    let page = desk.get(&chief, list).await;
    assert_eq!(page.texts(".categories .part"), ["Conflict"]);

    assert!(
        missing(&desk, id).await.is_empty(),
        "nothing is asked of what is not sorted"
    );
    let sorting = format!("{}/sorting", address_of(id));
    let sorted = desk
        .post(
            &editor,
            &sorting,
            "version=1&category=conflict&tags=Flood,%20flood",
        )
        .await;
    assert_eq!(sorted.status, StatusCode::SEE_OTHER, "{}", sorted.text);
    let submission = desk.db_submission(id).await;
    assert_eq!(
        (
            submission.version,
            submission.category.as_deref(),
            submission.handled_by.is_some()
        ),
        (2, Some("conflict"), true)
    );
    assert_eq!(submission.tags, ["flood"]);
    assert_eq!(missing(&desk, id).await.len(), 2);

    let door = format!("{}/checks", address_of(id));
    let by_editor = desk.post(&editor, &door, "item=legal&level=legal").await;
    assert_eq!(by_editor.status, StatusCode::CONFLICT, "a chief says so");
    for level in ["seen", "verified"] {
        let form = format!("item=place&level={level}&how=the%20bridge");
        let answer = desk.post(&editor, &door, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(
            missing(&desk, id).await.len(),
            if level == "seen" { 2 } else { 1 }
        );
    }
    let page = desk.get(&editor, &address_of(id)).await;
    assert!(page.texts("#checks .summary")[0].starts_with("1 of 8 checked, legal open"));
    let said = page.texts("#check-place > .meta").concat();
    assert!(said.contains("Bo") && said.contains("the bridge"), "{said}");
    assert_eq!(
        page.attributes(".check form input[name=item][value=legal]", "value")
            .len(),
        0
    );
    assert_eq!(
        desk.post(&editor, &door, "item=place&level=legal").await.status,
        StatusCode::BAD_REQUEST
    );

    desk.db_release(id).await;
    let cleared = desk.post(&chief, &door, "item=legal&level=legal").await;
    assert_eq!(cleared.status, StatusCode::SEE_OTHER, "{}", cleared.text);
    assert!(missing(&desk, id).await.is_empty());
    assert_eq!(
        desk.db_submission(id).await.version,
        2,
        "checks are no change of it"
    );
    let reopened = desk.post(&chief, &door, "item=place&level=open").await;
    assert_eq!(reopened.status, StatusCode::SEE_OTHER);
    assert_eq!(missing(&desk, id).await.len(), 1);
    assert_eq!(
        desk.db_history(id).await,
        ["sorted", "checked", "checked", "checked", "checked"]
    );
    let page = desk.get(&chief, &address_of(id)).await;
    let told = page.texts(".timeline li").join("\n");
    assert!(
        told.contains("Place: open again") && told.contains("Legal: cleared"),
        "{told}"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_sorts_an_old_page_is_told_and_keeps_the_tags(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let sorting = format!("{}/sorting", address_of(id));
    let stale = desk.post(&editor, &sorting, "version=7&tags=river").await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.texts("textarea"), ["river"]);
    assert_eq!(stale.attributes("input[name=version]", "value"), ["1"]);
    let unknown = desk.post(&editor, &sorting, "version=1&category=none").await;
    assert_eq!(unknown.status, StatusCode::CONFLICT);
    for _ in 0..2 {
        let answer = desk.post(&editor, &sorting, "version=1&tags=river").await;
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "pressing twice does it once"
        );
    }
    assert_eq!(desk.db_history(id).await, ["sorted"]);
}
