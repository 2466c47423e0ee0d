//! The desk of comments through the room's own doors.

mod claims;
mod deciding;
mod email;
mod listing;
mod live;
mod many;
mod threads;
mod undoing;

use ground::ids::{CommentId, ThreadId};
use sqlx::PgPool;

use crate::testing::{Answer, Room, Visitor};

/// A desk with an editor, a thread and a comment in it that everybody reads and nobody has looked at.
struct Desk {
    room: Room,
    editor: Visitor,
    thread: ThreadId,
    comment: CommentId,
}

impl Desk {
    async fn open(pool: PgPool) -> Self {
        let room = Room::open(pool);
        let thread = room.db_thread().await;
        let editor = room.db_editor("Cem").await;
        let comment = room
            .db_comment(&Visitor::guest(), thread, None, "The river rose at night.")
            .await;
        Self {
            room,
            editor,
            thread,
            comment,
        }
    }

    async fn get(&self, address: &str) -> Answer {
        self.room.get(&self.editor, address).await
    }

    /// Presses a button for a comment, as it stands.
    async fn press(&self, id: CommentId, deed: &str, more: &[(&str, &str)]) -> Answer {
        self.press_as(&self.editor, id, deed, more).await
    }

    async fn press_as(&self, who: &Visitor, id: CommentId, deed: &str, more: &[(&str, &str)]) -> Answer {
        let version = self.db_version(id).await.to_string();
        let fields: Vec<_> = [("deed", deed), ("version", version.as_str())]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        self.room
            .post(who, &format!("/desk/comments/{id}/decision"), &fields)
            .await
    }

    /// Undoes the last press, as the bar on the list offers it.
    async fn undo(&self) -> Answer {
        let list = self.get("/desk/comments").await;
        let doors = list.attributes(".undo-bar", "action");
        self.room
            .post(
                &self.editor,
                doors.first().unwrap(),
                &[("next", "/desk/comments")],
            )
            .await
    }

    /// One more comment, by a device of its own.
    async fn db_said(&self, body: &str) -> CommentId {
        self.room
            .db_comment(&Visitor::guest(), self.thread, None, body)
            .await
    }

    async fn db_version(&self, id: CommentId) -> i32 {
        sqlx::query_scalar!("select version from comments where comment_id = $1", id.0)
            .fetch_one(&self.room.state.pool)
            .await
            .unwrap()
    }

    /// As if by a rule.
    async fn db_hold(&self, id: CommentId, rule: Option<&str>) {
        sqlx::query!(
            "update comments set state = 'held', shown_at = null, rule = $2, rule_found = 'word' where comment_id = $1",
            id.0,
            rule,
        )
        .execute(&self.room.state.pool)
        .await
        .unwrap();
    }

    async fn db_report(&self, id: CommentId, reason: &str, email: Option<&str>) {
        let report: ground::ids::ReportId = self.room.mint();
        sqlx::query!(
            "insert into comment_reports (report_id, comment_id, reason, note, email, voter, reported_at)
             values ($1, $2, $3, '<b>Look</b>', $4, $5, $6)",
            report.0,
            id.0,
            reason,
            email,
            report.0.as_bytes().as_slice(),
            self.room.state.clock.now(),
        )
        .execute(&self.room.state.pool)
        .await
        .unwrap();
    }

    /// Kinds of what stands in the chain of comments, the first first.
    async fn db_acts(&self) -> Vec<String> {
        sqlx::query_scalar!("select kind from audit_links where room = 'comments' order by seq")
            .fetch_all(&self.room.state.pool)
            .await
            .unwrap()
    }

    /// Kinds of the jobs that wait.
    async fn db_jobs(&self) -> Vec<String> {
        sqlx::query_scalar!("select kind from jobs order by job_id")
            .fetch_all(&self.room.state.pool)
            .await
            .unwrap()
    }
}

/// The bodies of the comments on a list, from above.
fn said(list: &Answer) -> Vec<String> {
    list.texts(".comment-queue .said-text")
}
