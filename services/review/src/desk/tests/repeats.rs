//! What was received before, on the page of a contribution.

use media::likeness::{FRAME_SIDE, Keys, Sketch};
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

impl Desk {
    /// Of other bytes than every other file here, and looking so.
    async fn db_looks(&self, media_id: MediaId, pixels: &[u8]) {
        let sketch = Sketch::of(pixels).unwrap();
        let Keys { whole, inner } = Keys::of(&sketch);
        sqlx::query!(
            "with unlike as (update media set sha256 = $1::uuid::text::bytea where media_id = $1 returning media_id)
             insert into likenesses (media_id, frame, sketch, whole_key, inner_key)
             select media_id, 0, $2, $3, $4 from unlike",
            media_id.0,
            sketch.as_bytes(),
            whole,
            inner,
        )
        .execute(&self.pool)
        .await
        .unwrap();
    }
}

/// A picture with a few spots, and the same darker.
fn spots(seed: usize, darker: u8) -> Vec<u8> {
    let level = |i: usize| {
        let (x, y) = (i % FRAME_SIDE, i / FRAME_SIDE);
        let spot = |n: usize| {
            let (left, top) = (
                (n * 37 + seed * 11) % FRAME_SIDE,
                (n * 53 + seed * 29) % FRAME_SIDE,
            );
            left.abs_diff(x).pow(2) + top.abs_diff(y).pow(2) < (n * 3 + 6).pow(2)
        };
        let spots = (1..7).filter(|&n| spot(n)).count();
        u8::try_from(40 + spots * 25).unwrap() - darker
    };
    (0..FRAME_SIDE * FRAME_SIDE).map(level).collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_says_with_what_else_it_came_the_same_or_alike(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let titled = |title: &str| Submission {
        title: title.to_owned(),
        ..sample()
    };
    let hours = TimeDelta::hours;
    let asked = desk.db_sent(hours(0), titled("The bridge")).await;
    desk.db_file(asked, 0, "river.jpg", true).await;
    let seen = desk.db_file(asked, 1, "bridge.jpg", true).await;
    let same = desk.db_sent(hours(2), titled("The river")).await;
    desk.db_file(same, 0, "again.jpg", true).await;
    let alike = desk.db_sent(hours(3), titled(" ")).await;
    let darker = desk.db_file(alike, 0, "darker.jpg", true).await;
    let other = desk.db_sent(hours(4), titled("Another")).await;
    let different = desk.db_file(other, 0, "else.jpg", true).await;
    desk.db_looks(seen, &spots(1, 0)).await;
    desk.db_looks(darker, &spots(1, 30)).await;
    desk.db_looks(different, &spots(5, 0)).await;

    let answer = desk.get(&editor, &address_of(asked)).await;
    assert_eq!(answer.texts(".repeats a"), ["The river", "(no title)"]);
    assert_eq!(
        answer.attributes(".repeats a", "href"),
        [address_of(same), address_of(alike)]
    );
    assert_eq!(
        answer.texts(".repeats .meta span:first-child"),
        ["the same file", "looks alike"]
    );
    assert_eq!(
        answer.texts(".repeats .earlier"),
        ["Received, not decided", "Received, not decided"]
    );
    assert_eq!(answer.attributes(".repeats .thumb img[alt='']", "src").len(), 2);
    sqlx::query!(
        "update submissions set state = 'declined', decided_at = $2, decline_reason = 'not_verified', warnings = '{death}'
         where submission_id = $1",
        same.0,
        desk.clock.now() - TimeDelta::days(3),
    )
    .execute(&desk.pool)
    .await
    .unwrap();
    let decided = desk.get(&editor, &address_of(asked)).await;
    assert_eq!(
        decided.texts(".repeats .earlier").first().unwrap(),
        "Declined 3 days ago: We could not confirm it well enough to publish it."
    );
    assert_eq!(decided.attributes(".repeats .veil.blur img", "src").len(), 1);
    sqlx::query!(
        "update submissions set at_risk = true where submission_id = $1",
        same.0
    )
    .execute(&desk.pool)
    .await
    .unwrap();
    assert_eq!(
        desk.get(&editor, &address_of(asked)).await.texts(".repeats a"),
        ["(no title)"]
    );
    let back = desk.get(&editor, &address_of(alike)).await;
    assert_eq!(back.texts(".repeats a"), ["The bridge"]);
    let none = desk.get(&editor, &address_of(other)).await;
    assert_eq!(none.texts(".repeats"), [""; 0]);
}
