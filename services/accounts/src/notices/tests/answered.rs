//! Being told that somebody answered.

use ground::{
    ids::{AccountId, CommentId, ThreadId},
    jobs::{self, Runners, TellAnswered},
    mail::Mail,
};
use sqlx::PgPool;

use crate::{notices::tell, testing::Room};

impl Room {
    /// An answer that everybody reads.
    async fn db_answer(&self) -> CommentId {
        let now = self.state.clock.now();
        let (thread_id, id): (ThreadId, CommentId) = (self.state.ids.mint(now), self.state.ids.mint(now));
        sqlx::query!(
            "with thread as (insert into threads (thread_id, page_url, title, language, path, begun_at)
                             values ($1, 'https://www.news.example/' || $1::uuid::text, 'canary', 'en', '/', $3))
             insert into comments (comment_id, thread_id, top_id, depth, name, body, language, state, written_at, shown_at,
                                   told_at)
             values ($2, $1, $2, 0, 'canary', 'canary', 'en', 'shown', $3, $3, $3)",
            thread_id.0,
            id.0,
            now,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        id
    }

    /// Mails and knocks that wait.
    async fn db_answered(&self) -> (i64, i64) {
        let row = sqlx::query!(
            r#"select (select count(*) from account_letters where kind = 'answered') as "letters!",
                      (select count(*) from jobs where kind = 'accounts.push_answered') as "pushes!""#
        )
        .fetch_one(&self.state.pool)
        .await
        .unwrap();
        (row.letters, row.pushes)
    }
}

async fn tell(room: &Room, account_id: AccountId, answer: CommentId) {
    tell::answered(&room.state, account_id, answer).await.unwrap();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_answered_is_told_as_they_chose(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    let account_id = room.db_account("ada@example.org").await;
    room.allow_at(&ada, "https://push.news.com/a").await;
    room.post("/me/notices", &ada, &[]).await;
    tell(&room, account_id, room.db_answer().await).await;
    assert_eq!(room.db_answered().await, (0, 0));
    room.post("/me/notices", &ada, &[("push", "yes")]).await;
    tell(&room, account_id, room.db_answer().await).await;
    assert_eq!(room.db_answered().await, (0, 1));
    room.post("/me/notices", &ada, &[("mail", "yes")]).await;
    let answer = room.db_answer().await;
    for _ in 0..2 {
        tell(&room, account_id, answer).await;
    }
    assert_eq!(room.db_answered().await, (1, 1));
    room.db_deactivate_all().await;
    tell(&room, account_id, room.db_answer().await).await;
    assert_eq!(room.db_answered().await, (1, 1));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_mail_leads_to_the_answer_and_says_nothing_of_it(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    let account_id = room.db_account("ada@example.org").await;
    let answer = room.db_answer().await;
    let folder = tempfile::tempdir().unwrap();
    let mail = Mail::files(folder.path().to_owned(), "desk@news.example").unwrap();
    let mut conn = room.state.pool.acquire().await.unwrap();
    let job = TellAnswered {
        account_id,
        comment_id: answer,
    };
    jobs::enqueue(&mut conn, &job).await.unwrap();
    drop(conn);
    let runners = crate::runners(Runners::default(), &room.state, mail);
    runners.run_pending(&room.state.pool).await.unwrap();
    let letters: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|letter| {
            std::fs::read_to_string(letter.unwrap().path())
                .unwrap()
                .replace("=\r\n", "")
        })
        .collect();
    let told = letters.iter().find(|letter| letter.contains(&answer.to_string()));
    assert!(
        told.is_some_and(|letter| !letter.contains("canary")),
        "{letters:?}"
    );
}
