//! A guest is forgotten.

use axum::http::{StatusCode, header};
use sqlx::PgPool;

use crate::testing::{Room, Visitor};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn all_that_a_device_said_goes_and_what_was_answered_leaves_an_empty_place(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, guest, other) = (room.db_thread().await, room.device(), room.device());
    let alone = room.db_comment(&guest, thread_id, None, "Alone.").await;
    let answered = room.db_comment(&guest, thread_id, None, "Answered.").await;
    let answer = room.db_comment(&other, thread_id, Some(answered), "Yes.").await;
    room.post(&guest, &format!("/comments/{answer}/like"), &[("want", "1")])
        .await
        .location();
    let fields = [("reason", "hate"), ("note", "canary7f3a")];
    room.post(&guest, &format!("/comments/{answer}/report"), &fields)
        .await
        .location();
    let page = room.get(&guest, "/comments/forget").await;
    assert_eq!(page.attributes("main form", "action"), ["/comments/forget"]);
    // Whoever is not known forgets nothing.
    let nobody = room.post(&Visitor::guest(), "/comments/forget", &[]).await;
    assert_eq!(nobody.location(), "/comments/forget");
    assert_eq!(room.db_bodies().await.len(), 3);
    let (done, again) = tokio::join!(
        room.post(&guest, "/comments/forget", &[]),
        room.post(&guest, "/comments/forget", &[])
    );
    assert_eq!(
        (done.location(), again.location()),
        ("/comments/forget", "/comments/forget")
    );
    let cookie = done.header(header::SET_COOKIE);
    assert!(
        cookie.starts_with("__Host-commenter=; ") && cookie.contains("Max-Age=0"),
        "{cookie}"
    );
    assert_eq!(room.db_state(alone).await, None);
    assert_eq!(room.db_state(answered).await, Some(crate::CommentState::Deleted));
    assert_eq!(room.db_state(answer).await, Some(crate::CommentState::Shown));
    let left = sqlx::query!(
        r#"select (select count(*) from comment_likes) as "likes!", (select count(*) from comment_reports) as "reports!",
                  (select max(note) from comment_reports) as note,
                  (select name || body || coalesce(email, '') || coalesce(device::text, '') from comments
                   where comment_id = $1) as kept"#,
        answered.0
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    assert_eq!(
        (left.likes, left.reports),
        (0, 1),
        "the newsroom still has something to look at"
    );
    assert_eq!((left.note.as_deref(), left.kept.as_deref()), (Some(""), Some("")));
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn to_be_forgotten_lifts_no_ban(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, guest, editor) = (room.db_thread().await, room.device(), room.db_editor("Cem").await);
    let id = room.db_comment(&guest, thread_id, None, "Spam.").await;
    sqlx::query!(
        "insert into comment_bans (ban_id, device, reason, comment_id, made_at, made_by, appeal, appealed_at)
         select comment_id, device, 'Adverts.', comment_id, written_at, $2, 'canary7f3a', written_at
         from comments where comment_id = $1",
        id.0,
        editor.account_id().0,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    room.post(&guest, "/comments/forget", &[]).await.location();
    let ban = sqlx::query!("select appeal, appealed_at, ended_at from comment_bans")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert!(ban.appeal.is_none() && ban.appealed_at.is_none() && ban.ended_at.is_none());
    let answer = room.say(&guest, thread_id, "Again.").await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
