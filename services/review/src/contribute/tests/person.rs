//! Who sends, told apart without saying who they are.

use ground::{ids::PersonId, personal::Personal as _, viewer::Viewer};
use sqlx::PgPool;

use crate::{
    personal::Personal,
    testing::{Door, Form},
};

async fn send(door: &Door, viewer: &Viewer, email: &str) -> String {
    let form = Form::default().story().field("email", email);
    let code = door.ask_as(viewer, form.request()).await.code();
    door.state.clock.advance(chrono::TimeDelta::seconds(1));
    code
}

/// Of whom each contribution is, the oldest first.
async fn db_people(door: &Door) -> Vec<PersonId> {
    let all = door.db_submissions().await;
    all.into_iter().map(|submission| submission.person_id).collect()
}

async fn db_count(door: &Door) -> i64 {
    sqlx::query_scalar!(r#"select count(*) as "count!" from contributors"#)
        .fetch_one(&door.state.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_same_address_is_the_same_person_and_none_is_somebody_new(pool: PgPool) {
    let door = Door::open(pool).await;
    let (guest, ada) = (Viewer::default(), door.db_reader("Ada").await);
    for (viewer, email) in [
        (&guest, "Ada@Example.org"),
        (&guest, " ada@example.ORG"),
        (&guest, "bo@example.org"),
        (&guest, ""),
        (&guest, ""),
        (&ada, "ada@example.org"),
        (&ada, ""),
    ] {
        send(&door, viewer, email).await;
    }
    let people = db_people(&door).await;
    assert_eq!(people[0], people[1]);
    assert_eq!(
        people[5], people[6],
        "an account is one person, whatever address is left"
    );
    let mut apart = people.clone();
    apart.sort();
    apart.dedup();
    assert_eq!(apart.len(), 5, "{people:?}");
    assert_eq!(db_count(&door).await, 5);
    let dump = door.db_dump(&["submissions", "jobs"]).await;
    assert!(!dump.contains("example.org") && !dump.contains("bo@"), "{dump}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_receipt_taken_into_an_account_moves_to_its_person_and_an_address_that_is_gone_is_forgotten(
    pool: PgPool,
) {
    let door = Door::open(pool).await;
    let (guest, ada) = (Viewer::default(), door.db_reader("Ada").await);
    let first = send(&door, &guest, "ada@example.org").await;
    let second = send(&door, &guest, "ada@example.org").await;
    let account = send(&door, &ada, "").await;
    let before = db_people(&door).await;
    assert!(!account.is_empty() && before[0] == before[1] && before[0] != before[2]);

    door.post_as(&ada, "/me/contributions/claim", ("code", &first))
        .await;
    let after = db_people(&door).await;
    assert_eq!(after, [before[2], before[1], before[2]]);
    let hash = async || {
        sqlx::query_scalar!("select email_hash from contributors where account_id is null")
            .fetch_all(&door.state.pool)
            .await
            .unwrap()
    };
    assert!(hash().await[0].is_some());
    sqlx::query!("update submissions set contributor_email = null where account_id is null")
        .execute(&door.state.pool)
        .await
        .unwrap();
    assert_eq!(hash().await, [None]);

    door.post_as(&ada, "/me/contributions/claim", ("code", &second))
        .await;
    assert_eq!(db_people(&door).await, [before[2]; 3]);
    assert_eq!(db_count(&door).await, 1, "of the guest nothing is left");
    let id = ada.0.as_ref().unwrap().account_id;
    Personal::new(door.state.originals.clone())
        .erase(id)
        .await
        .unwrap();
    assert_eq!(db_count(&door).await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_says_that_somebody_is_in_danger_is_heard_before_anybody_looks(pool: PgPool) {
    let door = Door::open(pool).await;
    let page = door.get("/contribute", "").await;
    assert_eq!(page.attributes("#at_risk", "type"), ["checkbox"]);
    assert!(page.attributes("#at_risk[checked]", "id").is_empty());
    let wrong = door.send(page.form().field("at_risk", "yes")).await;
    assert_eq!(
        wrong.attributes("#at_risk[checked]", "id"),
        ["at_risk"],
        "it is kept"
    );
    door.send(page.form().story().field("at_risk", "yes"))
        .await
        .code();
    let sent = &door.db_submissions().await[0];
    assert!(sent.at_risk);
    assert_eq!(door.db_history(sent.submission_id).await, ["sent", "risk_set"]);
}
