//! The part of a contribution's page.

use askama::Template;
use ground::web::Cx;
use sqlx::PgConnection;

use super::{Warning, Warnings, count_today};
use crate::{
    desk::{address_of, door::Asking},
    submission::Submission,
};

/// What it may show, to be said and unsaid, and how much of it one saw today.
#[derive(Template)]
#[template(path = "review/desk/care.html")]
pub(crate) struct Panel {
    cx: Cx,
    address: String,
    version: i32,
    warnings: Warnings,
    today: i64,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        Ok(Self {
            cx: asking.cx.clone(),
            address: address_of(submission.submission_id),
            version: submission.version,
            warnings: Warnings::of(submission.warnings.iter().map(String::as_str)),
            today: count_today(conn, asking.state, asking.editor).await?,
        })
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn all(&self) -> [Warning; 6] {
        Warning::ALL
    }
}
