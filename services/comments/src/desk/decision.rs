//! Deciding on one comment.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure,
    ids::{BatchId, CommentId},
    msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;

use super::{
    Asking, claims,
    deed::Deed,
    next_of,
    page::{self, Refused, Typed},
    parse_id,
    press::{Press, Wish},
    reason,
};
use crate::store::presses::{self as store, Subject};

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct DecisionForm {
    deed: String,
    #[serde(default)]
    reason: String,
    /// Of the newsroom's own, where no other reason fits.
    #[serde(default)]
    words: String,
    /// As it was when it was shown.
    version: i32,
    /// Minted with the form.
    #[serde(default)]
    batch: String,
    /// Where to go afterwards.
    #[serde(default)]
    next: String,
}

/// `POST /desk/comments/{comment_id}/decision`: 303 to the list that it was opened from. 422 when a reason is missing, 409
/// when somebody was faster or has it in hand.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let bad = || Failure::BadRequest(msg!("error-bad-request"));
    let deed = Deed::from_code(&form.deed).ok_or_else(bad)?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let press = Press::of(&asking);
    let batch_id: BatchId = if form.batch.is_empty() {
        state.ids.mint(press.now)
    } else {
        form.batch.parse().map_err(|_| bad())?
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    // Of the same press twice at once, the second waits here for the first.
    if press.open(&mut tx, batch_id, deed).await? {
        let subjects = store::lock_subjects(&mut tx, &[id]).await?;
        let subject = subjects.first().ok_or(Failure::NotFound)?;
        claims::take(&mut tx, &asking, id, &[&form.words]).await?;
        let reason = match wished(&form, deed, subject) {
            Ok(reason) => reason,
            Err(refused) => {
                drop(tx);
                return Err(page::refused(&asking, id, form.typed(deed), refused).await);
            }
        };
        press
            .carry_out(&mut tx, batch_id, &Wish { deed, reason }, &[subject])
            .await?;
        tx.commit().await?;
        tracing::info!(comment.id = %id, deed = deed.code(), "a comment was decided on");
    }
    Ok(see_other(&next_of(&form.next)))
}

impl DecisionForm {
    fn typed(self, deed: Deed) -> Typed {
        Typed {
            reason: self.reason,
            words: self.words,
            is_removing: deed == Deed::Remove,
            next: next_of(&self.next),
        }
    }
}

/// The reason of what is removed as it is stored, if what the form asks for can be done.
fn wished(form: &DecisionForm, deed: Deed, subject: &Subject) -> Result<Option<String>, Refused> {
    judge(deed, subject, form.version).map_err(Refused::Conflict)?;
    if deed != Deed::Remove {
        return Ok(None);
    }
    let mut problems = Problems::default();
    let reason = reason::chosen(&form.reason, &form.words, &mut problems);
    if problems.is_empty() {
        Ok(reason)
    } else {
        Err(Refused::Bad(problems))
    }
}

/// Whether it can be done to this comment, by who has read that version of it.
pub(super) fn judge(deed: Deed, subject: &Subject, version: i32) -> Result<(), ground::lang::Message> {
    if subject.version != version {
        return Err(msg!("cdesk-changed"));
    }
    deed.judge(subject.standing())
}

/// An id of many in a form.
pub(super) fn parse_many(text: &str) -> Result<CommentId, Failure> {
    text.parse()
        .map_err(|_| Failure::BadRequest(msg!("error-bad-request")))
}
