//! On a comment's page: who wrote it, without their address.

use askama::Template;
use ground::{Failure, lang::Message, msg, web::Cx};
use sqlx::PgConnection;

use super::{
    ADDRESS, Asking, address_of,
    item::{state_code, state_words},
};
use crate::{
    bans,
    comment::State,
    store::desk_item::{self as store, Other, Record, Whole},
};

/// So many others are named.
const OTHERS: i64 = 8;
/// So many of somebody's comments are counted.
const COUNTED: i64 = 500;

/// The part of a comment's page.
#[derive(Template)]
#[template(path = "comments/desk/person.html")]
pub(super) struct Panel {
    cx: Cx,
    name: String,
    by_account: bool,
    /// Nothing of theirs is known but this comment: they were forgotten.
    is_forgotten: bool,
    record: Record,
    others: Vec<Other>,
    /// All that they wrote.
    all: String,
    /// There are addresses behind the door of [`super::email`].
    has_addresses: bool,
    email: String,
    bans: String,
}

impl Panel {
    pub(super) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        whole: &Whole,
        is_reporter_known: bool,
    ) -> Result<Self, Failure> {
        let (id, account, device) = (whole.comment_id, whole.account_id, whole.device.as_deref());
        Ok(Self {
            cx: asking.cx.clone(),
            name: whole.name.clone(),
            by_account: account.is_some(),
            is_forgotten: account.is_none() && device.is_none(),
            record: store::find_record(&mut *conn, account, device).await?,
            others: store::list_others(&mut *conn, id, account, device, OTHERS).await?,
            all: format!("{ADDRESS}?person={id}"),
            has_addresses: whole.has_email || is_reporter_known,
            email: format!("{}/email", address_of(id)),
            bans: bans::panel(conn, asking.state, asking.cx, id).await?,
        })
    }

    /// How many they wrote, and how many of these everybody reads.
    fn counted(&self) -> Message {
        let words = if self.record.all >= COUNTED {
            msg!("cdesk-person-many")
        } else {
            msg!("cdesk-person-all")
        };
        words.n("count", self.record.all)
    }

    /// Of what was decided on, the part that is read by everybody; nothing before there is anything.
    fn acceptance(&self) -> Option<Message> {
        let decided = self.record.shown + self.record.removed + self.record.spam;
        (decided > 0).then(|| msg!("cdesk-person-shown").n("percent", self.record.shown * 100 / decided))
    }

    fn say(&self, words: &Message) -> String {
        self.cx.say(words)
    }

    #[expect(
        clippy::unused_self,
        clippy::trivially_copy_pass_by_ref,
        reason = "templates call methods, and pass references"
    )]
    fn badge(&self, state: &State) -> (&'static str, Message) {
        (state_code(*state), state_words(*state))
    }
}
