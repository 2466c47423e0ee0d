//! Mails to people with an account, or about to have one. Words of ours only: mail is read by many on its way, so no name
//! of a person and nothing of what they sent is in it.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, Ids, LetterId, MailCodeId, NoteId},
    jobs::{self, SendAccountLetter},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::store;

#[cfg(test)]
pub(crate) mod postbox;
mod written;

pub(crate) use written::{Writer, Written};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal;)*) => {
        /// Which mail.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum LetterKind { $($(#[$doc])* $kind),* }

        impl LetterKind {
            /// Every kind there is.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// As it is stored.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// A kind by its stored name; none for one that a newer version wrote.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$kind),)* _ => None }
            }
        }
    };
}

kinds! {
    /// Somebody wants an account for this address. Who has one already is told so instead.
    Register = "register";
    /// Somebody wants a new password. Nothing leaves when nobody has the address.
    Reset = "reset";
    /// It was changed, or reset.
    PasswordChanged = "password_changed";
    /// The address that an account is to leave.
    ChangeFrom = "change_from";
    /// The address that it is to have.
    ChangeTo = "change_to";
    /// Signed in to with a kind of device that was not seen there before; the device is the detail.
    NewDevice = "new_device";
    /// They asked to be forgotten; the detail is when that happens (RFC 3339).
    DeletionAsked = "deletion_asked";
    /// They are forgotten. Posted to the address ([`post_to`]), before it is gone.
    Erased = "erased";
    /// An admin took their second factor away.
    FactorsReset = "factors_reset";
    /// A colleague invites them to the newsroom; the invitation's id is the detail.
    Invitation = "invitation";
    /// Something became of what they sent; what, it does not say.
    SomethingBecame = "something_became";
    /// A colleague meant them in a note; where, it does not say.
    Mentioned = "mentioned";
    /// Somebody answered a comment of theirs; the answer's id is the detail.
    Answered = "answered";
}

/// A mail to an address.
pub(crate) struct NewLetter<'a> {
    pub(crate) kind: LetterKind,
    pub(crate) email: &'a str,
    /// The letter goes with the account; none: it outlives it.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) mail_code_id: Option<MailCodeId>,
    /// None: the newsroom's own.
    pub(crate) language: Option<Lang>,
    /// Words of ours that stand in it.
    pub(crate) detail: &'a str,
}

/// Writes to the confirmed address of an account in its language, once the caller's transaction is committed. Whoever has
/// no address gets nothing.
pub(crate) async fn post(
    conn: &mut PgConnection,
    ids: &Ids,
    account_id: AccountId,
    kind: LetterKind,
    detail: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let letter_id: LetterId = ids.mint(now);
    if store::insert_letter_to_account(conn, letter_id, kind.name(), account_id, detail, now).await? {
        jobs::enqueue(conn, &SendAccountLetter { letter_id }).await?;
    }
    Ok(())
}

/// Tells somebody that a colleague meant them, once for each note, however often the job runs.
pub(crate) async fn tell_mentioned(
    conn: &mut PgConnection,
    account_id: AccountId,
    note_id: NoteId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    // The same letter for the same note and person.
    let letter_id = LetterId(uuid::Uuid::from_u128(
        note_id.0.as_u128() ^ account_id.0.as_u128().rotate_left(64),
    ));
    if store::has_letter(conn, letter_id).await? {
        return Ok(());
    }
    let kind = LetterKind::Mentioned.name();
    if store::insert_letter_to_account(conn, letter_id, kind, account_id, "", now).await? {
        jobs::enqueue(conn, &SendAccountLetter { letter_id }).await?;
    }
    Ok(())
}

/// Tells somebody that a comment of theirs was answered, once for each answer, however often the job runs.
pub(crate) async fn tell_answered(
    conn: &mut PgConnection,
    account_id: AccountId,
    answer: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    // An answer answers one person: its own id is the letter's.
    let letter_id = LetterId(answer.0);
    if store::has_letter(conn, letter_id).await? {
        return Ok(());
    }
    let (kind, detail) = (LetterKind::Answered.name(), answer.to_string());
    if store::insert_letter_to_account(conn, letter_id, kind, account_id, &detail, now).await? {
        jobs::enqueue(conn, &SendAccountLetter { letter_id }).await?;
    }
    Ok(())
}

/// Writes to an address, once the caller's transaction is committed.
pub(crate) async fn post_to(
    conn: &mut PgConnection,
    ids: &Ids,
    new: &NewLetter<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let letter_id: LetterId = ids.mint(now);
    let row = store::NewLetterRow {
        letter_id,
        kind: new.kind.name(),
        email: new.email,
        account_id: new.account_id,
        mail_code_id: new.mail_code_id,
        language: new.language.map(Lang::code).unwrap_or_default(),
        detail: new.detail,
        created_at: now,
    };
    store::insert_letter(conn, &row).await?;
    jobs::enqueue(conn, &SendAccountLetter { letter_id }).await
}

/// Tells the owner of a sign-in with a kind of device that the account has not seen. Before the sign-in is written down.
pub(crate) async fn tell_of_new_device(
    conn: &mut PgConnection,
    ids: &Ids,
    account_id: AccountId,
    device: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if store::is_new_device(conn, account_id, device).await? {
        post(conn, ids, account_id, LetterKind::NewDevice, device, now).await?;
    }
    Ok(())
}
