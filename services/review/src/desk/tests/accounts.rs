//! What the desk learns of accounts, and what it has them told.

use super::*;

/// A contribution of someone with an account.
async fn db_with_account(desk: &Desk) -> (SubmissionId, AccountId) {
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let account_id: AccountId = Ids::system().mint(desk.clock.now());
    sqlx::query!(
        "insert into accounts (account_id, display_name, created_at) values ($1, 'Zîlan Secret', $2)",
        account_id.0,
        desk.clock.now(),
    )
    .execute(&desk.pool)
    .await
    .unwrap();
    sqlx::query!(
        "update submissions set account_id = $2 where submission_id = $1",
        id.0,
        account_id.0
    )
    .execute(&desk.pool)
    .await
    .unwrap();
    (id, account_id)
}

/// Whom the jobs that wait are to tell, of what.
async fn db_told(desk: &Desk) -> Vec<serde_json::Value> {
    sqlx::query_scalar!("select payload from jobs where kind = 'accounts.tell_contributor' order by job_id")
        .fetch_all(&desk.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_desk_is_told_that_there_is_an_account_and_not_whose(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let (id, account_id) = db_with_account(&desk).await;
    let guests = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let page = desk.get(&editor, &crate::desk::address_of(id)).await;
    let facts = page.texts("#sender dd");
    assert!(
        facts.iter().any(|fact| fact == "someone with an account"),
        "{facts:?}"
    );
    for page in [page, desk.get(&editor, "/desk").await] {
        assert!(!page.text.contains(&account_id.to_string()) && !page.text.contains("Zîlan"));
    }
    let page = desk.get(&editor, &crate::desk::address_of(guests)).await;
    let facts = page.texts("#sender dd");
    assert!(facts.iter().any(|fact| fact == "a guest"), "{facts:?}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_decision_is_told_to_who_has_an_account_and_a_press_twice_once(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let (id, account_id) = db_with_account(&desk).await;
    let guests = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.decide(&editor, guests, "decision=accept&version=1").await;
    desk.db_settle().await;
    assert!(db_told(&desk).await.is_empty(), "nobody is there to be told");

    let told = serde_json::json!({ "account_id": account_id, "submission_id": id, "again": false });
    for _ in 0..2 {
        desk.decide(&editor, id, "decision=accept&version=1").await;
        assert!(db_told(&desk).await.is_empty(), "it can still be undone");
    }
    desk.db_settle().await;
    assert_eq!(db_told(&desk).await, std::slice::from_ref(&told));
    desk.decide(&editor, id, "decision=reopen&version=2").await;
    desk.db_settle().await;
    assert_eq!(db_told(&desk).await.len(), 1, "nothing became of it");
    let too_late = desk
        .decide(&editor, id, "decision=decline&reason=safety&version=2")
        .await;
    assert_eq!(too_late.status, axum::http::StatusCode::CONFLICT);
    desk.decide(&editor, id, "decision=decline&reason=safety&version=3")
        .await;
    desk.db_settle().await;
    assert_eq!(db_told(&desk).await, [told.clone(), told]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn going_public_is_told_when_it_is_public(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let Viewer(Some(editor)) = desk.db_editor("Bo").await else {
        unreachable!()
    };
    let (id, _) = db_with_account(&desk).await;
    let publish = async |tx: &mut sqlx::PgConnection| {
        let press = crate::Press {
            ids: Ids::system(),
            now: desk.clock.now(),
            undo: TimeDelta::seconds(10),
            by: editor.account_id,
        };
        crate::mark_published(tx, &press, id, "/stories/a").await
    };
    let mut tx = ground::db::begin(&desk.pool).await.unwrap();
    publish(&mut tx).await.unwrap();
    tx.rollback().await.unwrap();
    desk.db_settle().await;
    assert!(db_told(&desk).await.is_empty());
    publish(&mut desk.pool.acquire().await.unwrap()).await.unwrap();
    assert!(db_told(&desk).await.is_empty(), "it is not public yet");
    desk.db_settle().await;
    assert_eq!(db_told(&desk).await.len(), 1);
}
