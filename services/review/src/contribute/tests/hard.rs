//! What a reader says is hard to look at.

use sqlx::PgPool;

use super::{blank, problems};
use crate::testing::Door;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_sends_can_say_that_it_is_hard_to_look_at_and_need_not(pool: PgPool) {
    let door = Door::open(pool).await;
    door.send(blank(&door).await.form().story()).await.code();
    let form = blank(&door).await.form().story().field("graphic", "yes");
    // What is ticked stays ticked when something else is wrong.
    let again = door.send(blank(&door).await.form().field("graphic", "yes")).await;
    assert!(!problems(&again).is_empty());
    assert_eq!(again.attributes("input[name=graphic][checked]", "value"), ["yes"]);
    door.send(form).await.code();
    let mut warnings: Vec<_> = door
        .db_submissions()
        .await
        .into_iter()
        .map(|one| one.warnings)
        .collect();
    warnings.sort();
    assert_eq!(warnings, [vec![], vec!["graphic".to_owned()]]);
}
