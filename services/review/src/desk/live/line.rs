//! What a page carries so that it hears of changes: the line's address, the words for what may come, the keys.

use askama::Template;
use ground::web::Cx;
use sqlx::PgConnection;

use crate::{
    desk::{door::Asking, preferences::Sheet, write_cursor},
    store::desk::Cursor,
    submission::Submission,
};

/// The part of a page that hears.
#[derive(Template)]
#[template(path = "review/desk/live.html")]
pub(crate) struct Line {
    cx: Cx,
    sheet: Sheet,
    /// Who looks.
    me: String,
    /// The place of the hub when the page was made.
    last: String,
    /// After this, everything is new.
    since: String,
    /// Of a list: its queue's code, and where it begins.
    list: Option<(&'static str, String)>,
    /// Of a contribution's page: which.
    item: String,
}

impl Line {
    /// For a list of a queue that begins at `start`; `newest` is the newest contribution that its reader may know of.
    pub(crate) async fn of_list(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        queue: &'static str,
        start: String,
        newest: Option<Cursor>,
    ) -> sqlx::Result<Self> {
        let since = newest.map(write_cursor).unwrap_or_default();
        Self::new(conn, asking, since, Some((queue, start)), String::new()).await
    }

    /// For the page of one contribution.
    pub(crate) async fn of_item(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        // What is new is no matter here.
        let since = write_cursor(Cursor {
            sent_at: asking.state.clock.now(),
            submission_id: submission.submission_id,
        });
        Self::new(conn, asking, since, None, submission.submission_id.to_string()).await
    }

    async fn new(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        since: String,
        list: Option<(&'static str, String)>,
        item: String,
    ) -> sqlx::Result<Self> {
        Ok(Self {
            cx: asking.cx.clone(),
            sheet: Sheet::load(conn, asking.cx, asking.editor.account_id).await?,
            me: asking.editor.account_id.to_string(),
            last: asking.state.hub.place(),
            since,
            list,
            item,
        })
    }

    /// Whether the server says how many came to this queue since; in others they are counted while they are seen to come.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn is_counted(&self, queue: &str) -> bool {
        matches!(queue, "open" | "new" | "all")
    }
}
