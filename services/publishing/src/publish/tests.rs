//! Much may happen while pictures are copied.

use sqlx::PgPool;

use super::*;
use crate::{
    draft::ComposeForm,
    testing::{Sent, World},
};

/// A publication of what was sent whose copies are made, and whose words are not yet written.
async fn under_way(world: &World) -> (SubmissionId, Draft, Copies) {
    let id = world.db_submission(Sent::default()).await;
    let mut conn = world.state.pool.acquire().await.unwrap();
    let submission = review::find_for_publication(&mut conn, id, true)
        .await
        .unwrap()
        .unwrap();
    let files = review::files_of(&mut conn, id).await.unwrap();
    let available: Vec<_> = files.into_iter().map(|(_, media_id, _)| media_id).collect();
    let form = ComposeForm::of_submission(&submission, &available);
    let draft = form.check(&submission).unwrap();
    let copies = Copies::make(&world.state, &draft, &[]).await.unwrap();
    (id, draft, copies)
}

async fn settle_first_version(
    world: &World,
    id: SubmissionId,
    draft: Draft,
    copies: &Copies,
) -> Result<Option<Written>, Refused> {
    let editor = world.desk_editor();
    settle(&world.state, &editor, id, 0, draft, true, copies).await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_overtaken_while_copying_leaves_no_copies(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, draft, copies) = under_way(&world).await;
    let path = world.publish(id).await;
    assert_eq!(world.db_public().await.len(), 16, "both made theirs");
    let other = Draft {
        title: "Other words".to_owned(),
        ..draft.clone()
    };
    let refused = settle_first_version(&world, id, other, &copies).await;
    assert!(matches!(refused, Err(Refused::Stale)), "{refused:?}");
    assert_eq!(world.db_public().await.len(), 8);

    let copies = Copies::make(&world.state, &draft, &[]).await.unwrap();
    let same = settle_first_version(&world, id, draft, &copies).await;
    assert_eq!(
        same.unwrap().map(|written| written.path),
        Some(path.clone()),
        "the very same words were published already"
    );
    assert_eq!(world.db_public().await.len(), 8);
    for address in world.get(&path).await.pictures() {
        assert!(world.get(&address).await.status.is_success());
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_consent_taken_back_while_copying_stops_the_publication(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, draft, copies) = under_way(&world).await;
    world.db_set_consent(id, "ask_first").await;
    let refused = settle_first_version(&world, id, draft.clone(), &copies).await;
    assert!(matches!(refused, Err(Refused::Rule(_))), "{refused:?}");
    assert!(world.db_public().await.is_empty());

    let copies = Copies::make(&world.state, &draft, &[]).await.unwrap();
    world.db_withdraw(id).await;
    let refused = settle_first_version(&world, id, draft, &copies).await;
    assert!(
        matches!(refused, Err(Refused::Change(ChangeError::Withdrawn))),
        "{refused:?}"
    );
    assert!(world.db_public().await.is_empty());
    assert_eq!(world.db_count_stories().await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_name_taken_back_while_copying_is_not_printed(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, draft, copies) = under_way(&world).await;
    assert!(draft.byline.is_some());
    world.db_set_consent(id, "anonymous").await;
    let path = settle_first_version(&world, id, draft, &copies)
        .await
        .unwrap()
        .unwrap()
        .path;
    // Not even should the consent to be named come back: nobody wrote a byline since.
    world.db_set_consent(id, "named").await;
    assert!(!world.get(&path).await.text().contains("Lovelace"));
}
