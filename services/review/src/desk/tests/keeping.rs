//! How long a contribution is kept, at the desk: the hold, and the rules.

use axum::http::StatusCode;

use super::{
    audit::{db_chief, walked},
    *,
};

const RULES: &str = "/desk/settings/retention";

/// The form of the rules as it stands, with these changes.
async fn form(desk: &Desk, chief: &Viewer, changes: &[(&str, &str)]) -> String {
    let page = desk.get(chief, RULES).await;
    let names = page.attributes(".retention input", "name");
    let values = page.attributes(".retention input", "value");
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in names.iter().zip(&values) {
        let wanted = changes.iter().find(|(field, _)| field == name);
        form.append_pair(name, wanted.map_or(value, |(_, value)| value));
    }
    form.finish()
}

async fn db_pending(desk: &Desk) -> i64 {
    sqlx::query_scalar(
        "select count(*) from retention_rules where effective_at > now() + interval '23 hours'",
    )
    .fetch_one(&desk.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn anybody_of_the_newsroom_holds_and_chiefs_lift_and_both_say_why(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (editor, chief) = (desk.db_editor("Ada").await, db_chief(&desk, "Bo").await);
    let id = desk.db_sent(TimeDelta::minutes(9), sample()).await;
    let (page, door) = (
        super::super::address_of(id),
        format!("/desk/submissions/{id}/hold"),
    );
    let panel = desk.get(&editor, &page).await;
    assert_eq!(panel.texts("#keeping dd"), ["goes in 90 days", "goes in 90 days"]);
    let answer = desk.post(&editor, &door, "hold=set&why=+").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        let answer = desk.post(&editor, &door, "hold=set&why=A+court+asked").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
    let panel = desk.get(&editor, &page).await;
    assert_eq!(panel.texts("#keeping .prose"), ["A court asked"]);
    assert!(panel.texts("#keeping dd").is_empty());
    assert_eq!(
        desk.post(&editor, &door, "hold=lift&why=x").await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(desk.get(&editor, &door).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        desk.db_submission(id).await.version,
        1,
        "who decides just now is not disturbed"
    );
    let answer = desk.post(&chief, &door, "hold=lift&why=It+is+over").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(desk.db_history(id).await, ["held", "hold_lifted"]);
    assert!(desk.db_submission(id).await.held_at.is_none());
    assert_eq!(walked(&desk).await.broken, []);
    let wrong = desk.post(&chief, &door, "hold=shred&why=x").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn rules_are_looked_at_first_begin_a_day_later_and_can_be_called_off(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (editor, chief) = (desk.db_editor("Ada").await, db_chief(&desk, "Bo").await);
    assert_eq!(desk.get(&editor, RULES).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        desk.post(&editor, RULES, "act=preview").await.status,
        StatusCode::NOT_FOUND
    );
    for _ in 0..3 {
        let id = desk.db_sent(TimeDelta::minutes(9), sample()).await;
        sqlx::query(
            "update submissions set state_since = now() - interval '20 days' where submission_id = $1",
        )
        .bind(id.0)
        .execute(&desk.pool)
        .await
        .unwrap();
    }
    let shorter = form(
        &desk,
        &chief,
        &[("identity_received", "5"), ("content_received", "٢٠")],
    )
    .await;
    let preview = desk.post(&chief, RULES, &format!("{shorter}&act=preview")).await;
    assert_eq!(preview.status, StatusCode::OK);
    let words = preview.texts("#preview p");
    assert_eq!(words[0], "They would forget 3 contributions tomorrow.");
    assert_eq!(words[1], "Names and addresses of 3 would go.");
    assert_eq!(db_pending(&desk).await, 0, "looking sets nothing");
    let mut late = chief.clone();
    late.0.as_mut().unwrap().confirmed_at -= TimeDelta::minutes(6);
    let answer = desk.post(&late, RULES, &format!("{shorter}&act=save")).await;
    assert!(answer.header(header::LOCATION).starts_with("/signin/again?next="));
    for _ in 0..2 {
        let answer = desk.post(&chief, RULES, &format!("{shorter}&act=save")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
    assert_eq!(db_pending(&desk).await, 1, "only what differs, and once");
    let page = desk.get(&chief, RULES).await;
    assert_eq!(
        page.attributes("input[name=content_received]", "value"),
        ["90"],
        "until then it is as it was"
    );
    assert_eq!(page.texts("#pending li form button"), ["Call it off"]);
    desk.post(&chief, RULES, "act=call_off&state=received").await;
    assert_eq!(db_pending(&desk).await, 0);
    let wrong = form(&desk, &chief, &[("identity_spam", "90")]).await;
    let answer = desk.post(&chief, RULES, &format!("{wrong}&act=save")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.texts(".error-summary a"),
        ["Name and address cannot stay longer than the rest."]
    );
    let acts: Vec<String> =
        sqlx::query_scalar("select kind from audit_links where room = 'desk' order by seq")
            .fetch_all(&desk.pool)
            .await
            .unwrap();
    assert_eq!(acts, ["retention_changed", "retention_kept"]);
    assert_eq!(walked(&desk).await.broken, []);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_clock_that_is_not_trusted_is_told_and_a_chief_says_that_it_is_right(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let chief = db_chief(&desk, "Bo").await;
    assert!(desk.get(&chief, RULES).await.texts(".notice.bad").is_empty());
    sqlx::query("insert into retention_clock values (now(), 'a', 1, 'jumped_ahead')")
        .execute(&desk.pool)
        .await
        .unwrap();
    let page = desk.get(&chief, RULES).await;
    assert!(
        page.texts(".notice.bad")[0].contains("jumped ahead"),
        "{}",
        page.text
    );
    for _ in 0..2 {
        desk.post(&chief, &format!("{RULES}/clock"), "").await;
    }
    assert!(desk.get(&chief, RULES).await.texts(".notice.bad").is_empty());
    let acts: Vec<String> = sqlx::query_scalar("select kind from desk_acts")
        .fetch_all(&desk.pool)
        .await
        .unwrap();
    assert_eq!(acts, ["clock_confirmed"]);
}
