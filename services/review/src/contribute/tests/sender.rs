//! Sending with an account, and without it although one is signed in.

use axum::http::StatusCode;
use ground::{ids::AccountId, viewer::Viewer};
use sqlx::PgPool;

use super::problems;
use crate::testing::{Answer, Door, Form};

fn id_of(viewer: &Viewer) -> AccountId {
    viewer.0.as_ref().unwrap().account_id
}

async fn send_as(door: &Door, viewer: &Viewer, form: Form) -> Answer {
    door.ask_as(viewer, form.request()).await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_signed_in_sends_with_their_account_and_gets_a_receipt_all_the_same(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada <b>Berwari").await;
    let page = door.get_as(&ada, "/contribute").await;
    assert_eq!(
        page.texts("#as label"),
        ["Ada <b>Berwari, with my account", "A guest"]
    );
    assert_eq!(page.attributes("#as input[checked]", "value"), ["account"]);
    assert!(page.texts("#name-hint")[0].contains("“Ada <b>Berwari”"));

    // Her name is there already, and no address is needed.
    let form = page.form().field("as", "account").field("title", "Flood");
    let form = form.field("body", "It rose.").field("consent", "named");
    let form = form.field("terms", "yes");
    let sent = send_as(&door, &ada, form.clone()).await;
    let code = sent.code();
    assert_eq!(send_as(&door, &ada, form).await.code(), code, "once");
    assert_eq!(door.db_owners().await, [Some(id_of(&ada))]);
    let stored = &door.db_submissions().await[0];
    assert_eq!(stored.contributor_name.as_deref(), Some("Ada <b>Berwari"));
    assert_eq!(stored.contributor_email, None);
    assert_eq!(door.receipt(&code, "").await.status, StatusCode::OK);

    // A program that says nothing of it.
    send_as(&door, &ada, Form::default().story()).await.code();
    assert_eq!(door.db_owners().await, [Some(id_of(&ada)); 2]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_sent_as_a_guest_by_who_is_signed_in_leads_to_nobody(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada Berwari").await;
    let form = door.get_as(&ada, "/contribute").await.form();
    let nameless = form.clone().field("as", "guest").field("title", "Flood");
    let nameless = nameless.field("body", "It rose.").field("consent", "named");
    let again = send_as(&door, &ada, nameless.field("terms", "yes")).await;
    assert_eq!(problems(&again), ["#name"], "her name is not lent to a guest");
    assert_eq!(again.attributes("#as input[checked]", "value"), ["guest"]);

    let form = form.field("as", "guest").story().file("a.jpg", b"1");
    let code = send_as(&door, &ada, form).await.code();
    // What is no word of ours, connects nothing.
    let strange = Form::default().field("as", "acc\u{0}ount' or 1=1").story();
    send_as(&door, &ada, strange).await.code();
    assert_eq!(door.db_owners().await, [None, None]);
    let dump = door.db_dump(&["accounts"]).await;
    assert!(dump.contains("Flood in the old town") && dump.contains("a.jpg"));
    for link in [id_of(&ada).to_string().as_str(), "Ada", "Berwari"] {
        assert!(!dump.contains(link), "{link} in {dump}");
    }
    assert_eq!(door.receipt(&code, "").await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_sends_for_another(pool: PgPool) {
    let door = Door::open(pool).await;
    let (ada, bo) = (door.db_reader("Ada").await, door.db_reader("Bo").await);
    // Shown to Ada; meanwhile somebody else signed in on the same phone.
    let hers = door.get_as(&ada, "/contribute").await.form().story();
    for told in [hers.clone().field("as", "account"), hers.clone()] {
        let again = send_as(&door, &bo, told.clone()).await;
        assert_eq!(problems(&again), ["#as"]);
        assert!(again.texts("#as label")[0].starts_with("Bo"));
        // Or she has signed out: she reads that it would go as a guest's, and may send it so.
        let again = door.send(told).await;
        assert_eq!(problems(&again), ["#as"]);
        assert_eq!(again.attributes("input[name=as]", "value"), ["guest"]);
    }
    assert!(door.db_owners().await.is_empty());
    let forged = Form::default().field("account_id", &id_of(&ada).to_string());
    let forged = forged.field("account", &id_of(&ada).to_string());
    door.send(forged.field("as", "guest").story()).await.code();
    assert_eq!(door.db_owners().await, [None]);

    // Shown to a guest who signed in on another page: it stays a guest's.
    let form = door.get("/contribute", "").await.form().story();
    send_as(&door, &ada, form).await.code();
    assert_eq!(door.db_owners().await, [None, None]);
}
