//! Taking a contribution in: one transaction, once.

use ground::{
    Failure,
    ids::{MediaId, SubmissionId},
    jobs::{self, AcknowledgeSubmission},
    live,
};
use sqlx::PgConnection;
use uploads::{ClaimError, Claimed};
use uuid::Uuid;

use super::form::NewSubmission;
use crate::{
    desk::search,
    event::EventKind,
    machine,
    receipt::Code,
    store::{
        history,
        intake::{self, NewFile, NewRow},
        people,
    },
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

    let mut tx = ground::db::begin(&state.pool).await?;
    let row = new.row(now, &state.site.terms_version, &receipt_hash, &form_key_hash);
    let person_id = match new.guests_address() {
        // Whoever sends again with the same address is the same person.
        Some(email) => {
            let hash = state.receipts.address_hash(email);
            Some(people::put_guest(&mut tx, state.ids.mint(now), &hash, now).await?)
        }
        None => None,
    };
    let row = NewRow { person_id, ..row };
    if !intake::insert_submission(&mut tx, &row).await? {
        return Ok(Taken::Before);
    }
    let claimed = match uploads::claim(&mut tx, new.uploads(), now).await {
        Ok(claimed) => claimed,
        Err(ClaimError::NotHeld(_)) => return Ok(Taken::FileGone),
        Err(ClaimError::Db(error)) => return Err(error.into()),
    };
    for (position, upload) in (0..).zip(&claimed) {
        attach(&mut tx, state, id, Attached::first(position, upload)).await?;
    }
    search::index(&mut tx, id).await?;
    history::insert_event(&mut tx, &state.ids, now, id, EventKind::Sent, None).await?;
    if state.desk.machine_rules && !new.is_at_risk() {
        machine::apply(&mut tx, &state.ids, now, id).await?;
    }
    if new.is_at_risk() {
        history::insert_event(&mut tx, &state.ids, now, id, EventKind::RiskSet, None).await?;
    }
    if new.has_address() {
        jobs::enqueue(&mut tx, &AcknowledgeSubmission { submission_id: id }).await?;
    }
    live::announce(&mut tx).await?;
    tx.commit().await?;
    Ok(Taken::New(code))
}

/// A claimed upload and its place in a contribution.
#[derive(Clone, Copy)]
pub(crate) struct Attached<'a> {
    /// From 0.
    pub(crate) position: i16,
    pub(crate) upload: &'a Claimed,
    /// The form that adds it to what was sent before.
    pub(crate) addition_id: Option<Uuid>,
    /// The position of the file of which it is the original.
    pub(crate) original_of: Option<i16>,
}

impl<'a> Attached<'a> {
    /// One that comes with the contribution itself.
    fn first(position: i16, upload: &'a Claimed) -> Self {
        Self {
            position,
            upload,
            addition_id: None,
            original_of: None,
        }
    }
}

/// Makes a claimed upload a file of the contribution, and has it read.
pub(crate) async fn attach(
    conn: &mut PgConnection,
    state: &crate::State,
    id: SubmissionId,
    attached: Attached<'_>,
) -> sqlx::Result<()> {
    let now = state.clock.now();
    let media_id: MediaId = state.ids.mint(now);
    media::expect(conn, media_id, attached.upload.upload_id, now).await?;
    let file = NewFile {
        position: attached.position,
        media_id,
        client_name: &attached.upload.client_name,
        size: attached.upload.size,
        addition_id: attached.addition_id,
        original_of: attached.original_of,
    };
    intake::insert_file(conn, id, &file).await
}
