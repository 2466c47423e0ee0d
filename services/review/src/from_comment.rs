//! A contribution that the newsroom makes of what somebody said under a story. Nothing of it is published before its author
//! says yes: they were never asked, and accepted no terms.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, Ids, NoteId, SubmissionId},
    lang::Lang,
    live, secret,
};
use sqlx::PgConnection;

use crate::{
    desk::search,
    event::EventKind,
    store::{
        history,
        intake::{self, NewRow},
        notes::{self, New},
    },
    submission::Consent,
};

/// Where the version of the terms would stand.
const NO_TERMS: &str = "–";

/// What was said, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct FromComment<'a> {
    /// Minted with the form, so that sending it twice is making it once.
    pub submission_id: SubmissionId,
    /// A headline to begin with.
    pub title: &'a str,
    /// What was said.
    pub body: &'a str,
    /// As its author is called there.
    pub name: &'a str,
    /// Its author's; without one they cannot be asked, and what they said stays for information.
    pub account_id: Option<AccountId>,
    /// Of what was said.
    pub language: Lang,
    /// For colleagues: where it was said.
    pub note: &'a str,
    /// Who of the newsroom makes it.
    pub by: AccountId,
}

/// Makes it, in the caller's transaction. False: it is there already.
///
/// # Errors
/// When the database fails.
pub async fn take_in_comment(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    from: &FromComment<'_>,
) -> sqlx::Result<bool> {
    let id = from.submission_id;
    let row = NewRow {
        submission_id: id,
        account_id: from.account_id,
        title: from.title,
        body: from.body,
        contributor_name: Some(from.name),
        contributor_email: None,
        place: None,
        happened_at: None,
        language: from.language,
        consent: Consent::AskFirst,
        terms_version: NO_TERMS,
        // There is no receipt: no code and no form has these hashes.
        receipt_hash: &secret::random::<32>(),
        form_key_hash: &secret::random::<32>(),
        sent_at: now,
        person_id: None,
        at_risk: false,
        warnings: &[],
    };
    if !intake::insert_submission(&mut *conn, &row).await? {
        return Ok(false);
    }
    let note_id: NoteId = ids.mint(now);
    let note = New {
        note_id,
        submission_id: id,
        by: from.by,
        only_me: false,
        body: from.note,
        mentioned: &[],
        now,
    };
    notes::insert(&mut *conn, &note).await?;
    search::index(&mut *conn, id).await?;
    live::announce(&mut *conn).await?;
    history::insert_event(conn, ids, now, id, EventKind::Sent, Some(from.by)).await?;
    Ok(true)
}
