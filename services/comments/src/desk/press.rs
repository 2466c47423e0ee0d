//! One press about one comment or many, held back until it settles.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    ids::{AccountId, BatchId, Ids},
    jobs::{self, SettleComments},
};
use serde_json::json;
use sqlx::PgConnection;

use super::deed::Deed;
use crate::{
    event::Kind,
    store::{
        acts::{self, Act},
        events,
        presses::{self as store, Decided, Subject},
    },
};

/// Who presses, when, and how long it can be undone.
#[derive(Clone, Debug)]
pub(super) struct Press {
    pub(super) ids: Ids,
    pub(super) now: DateTime<Utc>,
    pub(super) undo: TimeDelta,
    pub(super) by: AccountId,
}

/// What is done to each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) deed: Deed,
    /// Of what is removed: as it is stored.
    pub(super) reason: Option<String>,
}

impl Press {
    /// Of whoever asks, now.
    pub(super) fn of(asking: &super::Asking<'_>) -> Self {
        Self {
            ids: asking.state.ids.clone(),
            now: asking.state.clock.now(),
            undo: asking.state.undo,
            by: asking.editor.account_id,
        }
    }

    /// From then on it cannot be undone, and what follows from it begins.
    fn settles_at(&self) -> DateTime<Utc> {
        self.now + self.undo
    }

    /// Writes the press down, and has it settled when its time is over. False: it was written already.
    pub(super) async fn open(
        &self,
        conn: &mut PgConnection,
        batch_id: BatchId,
        deed: Deed,
    ) -> sqlx::Result<bool> {
        let times = (self.now, self.settles_at());
        if !store::insert_batch(&mut *conn, batch_id, self.by, deed, times).await? {
            return Ok(false);
        }
        jobs::enqueue_at(conn, &SettleComments { batch_id }, self.settles_at()).await?;
        Ok(true)
    }

    /// Does it to these, as part of an open press. The caller holds them and has asked the rules.
    pub(super) async fn carry_out(
        &self,
        conn: &mut PgConnection,
        batch_id: BatchId,
        wish: &Wish,
        subjects: &[&Subject],
    ) -> sqlx::Result<()> {
        for subject in subjects {
            self.carry_out_one(&mut *conn, batch_id, wish, subject).await?;
        }
        if matches!(wish.deed, Deed::Remove | Deed::Spam) {
            let comments: Vec<_> = subjects.iter().map(|subject| subject.comment_id).collect();
            // Words of the newsroom's own are content, and stay out.
            let reason = wish.reason.as_deref().map(super::reason::code_of);
            let detail = json!({
                "deed": wish.deed.code(), "reason": reason, "batch_id": batch_id, "comments": comments,
            });
            acts::insert(conn, &self.ids, self.now, Act::Removed, self.by, detail).await?;
        }
        Ok(())
    }

    async fn carry_out_one(
        &self,
        conn: &mut PgConnection,
        batch_id: BatchId,
        wish: &Wish,
        subject: &Subject,
    ) -> sqlx::Result<()> {
        let (id, deed) = (subject.comment_id, wish.deed);
        let reports = if deed.is_look() {
            store::close_reports(&mut *conn, id, self.by, self.now).await?
        } else {
            Vec::new()
        };
        store::insert_item(&mut *conn, batch_id, id, &reports).await?;
        let gone = matches!(deed, Deed::Remove | Deed::Spam);
        let decided = Decided {
            state: deed.state(),
            is_look: deed.is_look(),
            reason: wish.reason.as_deref(),
            pinned_at: match deed {
                Deed::Pin => Some(self.now),
                Deed::Unpin => None,
                _ => subject.pinned_at.filter(|_| !gone),
            },
            promoted_at: match deed {
                Deed::Promote => Some(self.now),
                Deed::Unpromote => None,
                _ => subject.promoted_at.filter(|_| !gone),
            },
            by: self.by,
            now: self.now,
            settles_at: self.settles_at(),
        };
        store::set_decided(&mut *conn, id, &decided).await?;
        let note = wish.reason.as_deref().unwrap_or_default();
        events::insert_event(
            conn,
            &self.ids,
            self.now,
            id,
            Some(self.by),
            (kind_of(deed), note),
        )
        .await
    }
}

/// What the history calls it.
fn kind_of(deed: Deed) -> Kind {
    match deed {
        Deed::Show => Kind::Shown,
        Deed::Remove => Kind::Removed,
        Deed::Spam => Kind::Spam,
        Deed::Leave => Kind::ReportsLeft,
        Deed::Pin => Kind::Pinned,
        Deed::Unpin => Kind::Unpinned,
        Deed::Promote => Kind::Promoted,
        Deed::Unpromote => Kind::Unpromoted,
    }
}
