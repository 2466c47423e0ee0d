//! The part of a contribution's page: when who sent it goes, when the rest does, and that it is held.

use askama::Template;
use ground::{ids::SubmissionId, lang::Message, msg, viewer::Role, web::Cx};
use sqlx::PgConnection;

use crate::{
    desk::{address_of, door::Asking},
    retention::{Fate, Kept},
    store::retention as store,
    submission::{State, Submission},
};

/// How long it is kept.
#[derive(Template)]
#[template(path = "review/desk/keeping.html")]
pub(crate) struct Panel {
    cx: Cx,
    address: String,
    id: SubmissionId,
    kept: Option<Kept>,
    /// Chiefs lift a hold, and rule.
    is_chief: bool,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let id = submission.submission_id;
        Ok(Self {
            cx: asking.cx.clone(),
            address: address_of(id),
            id,
            kept: store::find_kept(conn, id).await?,
            is_chief: asking.editor.role >= Role::Chief,
        })
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn identity(&self, kept: &Kept) -> Message {
        match kept.identity() {
            Fate::Gone if kept.identity_gone_at.is_none() => msg!("keeping-never"),
            fate => words(fate),
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn content(&self, kept: &Kept) -> Message {
        words(kept.content())
    }

    /// What goes last.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn rest(&self, kept: &Kept) -> Message {
        match kept.state {
            State::Published => msg!("keeping-rest"),
            _ => msg!("keeping-all"),
        }
    }

    /// Whether it is soon, so that it stands out.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn is_soon(&self, fate: Fate) -> bool {
        matches!(fate, Fate::Goes(..=7))
    }
}

fn words(fate: Fate) -> Message {
    match fate {
        Fate::Gone => msg!("keeping-gone"),
        Fate::Stays => msg!("keeping-stays"),
        Fate::Goes(0) => msg!("keeping-goes-now"),
        Fate::Goes(days) => msg!("keeping-goes").n("days", days),
    }
}
