//! Taking a contribution in: one transaction, once.

use ground::{
    Failure,
    ids::MediaId,
    jobs::{self, AcknowledgeSubmission},
    live,
};
use uploads::ClaimError;

use super::form::NewSubmission;
use crate::{
    event::EventKind,
    receipt::Code,
    store::{history, intake},
};

/// What became of a good form.
pub(super) enum Taken {
    /// It is stored; this is its receipt.
    New(Code),
    /// It was stored before, by the same form or under the same id.
    Before,
    /// One of its files was swept or claimed since it was looked for; nothing is stored.
    FileGone,
}

pub(super) async fn take(state: &crate::State, new: &NewSubmission) -> Result<Taken, Failure> {
    let id = new.submission_id();
    let code = state.receipts.code_of(id, new.form_key());
    let form_key_hash = state.receipts.form_key_hash(id, new.form_key());
    let receipt_hash = state.receipts.turn().await?.hash(&code).await?;
    let now = state.clock.now();

    let mut tx = state.pool.begin().await?;
    let row = new.row(now, &state.site.terms_version, &receipt_hash, &form_key_hash);
    if !intake::insert_submission(&mut tx, &row).await? {
        return Ok(Taken::Before);
    }
    let claimed = match uploads::claim(&mut tx, new.uploads(), now).await {
        Ok(claimed) => claimed,
        Err(ClaimError::NotHeld(_)) => return Ok(Taken::FileGone),
        Err(ClaimError::Db(error)) => return Err(error.into()),
    };
    for (position, upload) in (0..).zip(claimed) {
        let media_id: MediaId = state.ids.mint(now);
        media::expect(&mut tx, media_id, upload.upload_id, now).await?;
        intake::insert_file(&mut tx, id, position, media_id, &upload.client_name).await?;
    }
    history::insert_event(&mut tx, &state.ids, now, id, EventKind::Sent, None).await?;
    if new.has_address() {
        jobs::enqueue(&mut tx, &AcknowledgeSubmission { submission_id: id }).await?;
    }
    live::announce(&mut tx).await?;
    tx.commit().await?;
    Ok(Taken::New(code))
}
