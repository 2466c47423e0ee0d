//! The part of a contribution's page.

use askama::Template;
use ground::web::Cx;
use sqlx::PgConnection;

use crate::{desk::door::Asking, submission::Submission};

/// Who has it in hand.
#[derive(Template)]
#[template(path = "review/desk/claim.html")]
pub(crate) struct Panel {
    cx: Cx,
}

impl Panel {
    pub(crate) async fn load(
        _conn: &mut PgConnection,
        asking: &Asking<'_>,
        _submission: &Submission,
    ) -> sqlx::Result<Self> {
        Ok(Self { cx: asking.cx.clone() })
    }
}
