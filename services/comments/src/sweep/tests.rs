//! What is over goes, and not before.

use chrono::{DateTime, TimeDelta, Utc};
use ground::jobs::{self, SweepComments};
use sqlx::PgPool;

use crate::testing::{Postbox, Room};

async fn sweep(room: &Room, post: &Postbox) {
    let mut conn = room.state.pool.acquire().await.unwrap();
    jobs::enqueue_once(&mut conn, &SweepComments {}, "sweep comments")
        .await
        .unwrap();
    drop(conn);
    post.deliver(room).await;
}

/// Addresses of guests, addresses of notices, claims, bans.
async fn db_left(room: &Room) -> [i64; 4] {
    let row = sqlx::query!(
        r#"select (select count(*) from comments where email is not null or wants_answers) as "guests!",
                  (select count(*) from comment_reports where email is not null) as "notices!",
                  (select count(*) from comment_claims) as "claims!", (select count(*) from comment_bans) as "bans!""#
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    [row.guests, row.notices, row.claims, row.bans]
}

async fn db_set_out(room: &Room, at: DateTime<Utc>) {
    let (thread_id, editor) = (room.db_thread().await, room.db_editor("Cem").await);
    let id = room.db_comment(&room.device(), thread_id, None, "Words.").await;
    sqlx::query!(
        "with guest as (update comments set email = 'bo@example.org', wants_answers = true where comment_id = $1),
              open as (insert into comment_reports (report_id, comment_id, reason, email, voter, reported_at)
                       values (gen_random_uuid(), $1, 'legal', 'law@example.org', '1', $3)),
              closed as (insert into comment_reports (report_id, comment_id, reason, email, voter, reported_at, closed_at)
                         values (gen_random_uuid(), $1, 'legal', 'law@example.org', '2', $3, $3)),
              claim as (insert into comment_claims (comment_id, account_id, claimed_at, heartbeat_at) values ($1, $2, $3, $3)),
              good as (insert into comment_bans (ban_id, device, reason, made_at, made_by)
                       values (gen_random_uuid(), '1', 'x', $3, $2)),
              unheard as (insert into comment_bans (ban_id, device, reason, made_at, made_by, until, appeal, appealed_at)
                          values (gen_random_uuid(), '2', 'x', $3, $2, $3, 'no', $3))
         insert into comment_bans (ban_id, device, reason, made_at, made_by, until)
         values (gen_random_uuid(), '3', 'x', $3, $2, $3)",
        id.0,
        editor.account_id().0,
        at,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn addresses_claims_and_bans_go_when_their_time_is_over(pool: PgPool) {
    let room = Room::open(pool);
    let post = Postbox::of(&room);
    let begin = room.state.clock.now();
    db_set_out(&room, begin).await;
    let mut steps = Vec::new();
    for passed in [
        TimeDelta::minutes(59),
        TimeDelta::hours(1),
        TimeDelta::days(30) - TimeDelta::seconds(1),
        TimeDelta::days(30),
        TimeDelta::days(90),
        TimeDelta::days(365) - TimeDelta::seconds(1),
        TimeDelta::days(365),
    ] {
        room.state.clock.advance(begin + passed - room.state.clock.now());
        sweep(&room, &post).await;
        steps.push(db_left(&room).await);
    }
    assert_eq!(
        steps,
        [
            [1, 2, 1, 3],
            [1, 2, 0, 3],
            [1, 2, 0, 3],
            // A notice that nobody has decided on still waits for its answer.
            [1, 1, 0, 3],
            [0, 1, 0, 3],
            [0, 1, 0, 3],
            [0, 1, 0, 2],
        ]
    );
}
