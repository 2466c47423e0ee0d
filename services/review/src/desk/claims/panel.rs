//! The part of a contribution's page.

use askama::Template;
use ground::{lang::Message, web::Cx};
use sqlx::PgConnection;

use super::{Claim, door::NOTE_MAX, list};
use crate::{
    desk::{address_of, door::Asking, live::Line},
    submission::Submission,
};

/// Who has it in hand, and what else happens to it while it is looked at.
#[derive(Template)]
#[template(path = "review/desk/claim.html")]
pub(crate) struct Panel {
    cx: Cx,
    address: String,
    line: Line,
    /// Who looks.
    me: String,
    claim: Option<Claim>,
    mine: bool,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let id = submission.submission_id;
        let claim = list(&mut *conn, &asking.state.clock, &[id]).await?.pop();
        let me = asking.editor.account_id;
        Ok(Self {
            cx: asking.cx.clone(),
            address: address_of(id),
            line: Line::of_item(conn, asking, submission).await?,
            me: me.to_string(),
            mine: claim.as_ref().is_some_and(|claim| claim.account_id == me),
            claim,
        })
    }

    /// How it stands, as script and style know it.
    fn stands(&self) -> &'static str {
        match &self.claim {
            Some(_) if self.mine => "mine",
            Some(_) => "held",
            None => "free",
        }
    }

    fn words(&self, claim: &Claim) -> Message {
        claim.words(&self.cx)
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        NOTE_MAX
    }
}
