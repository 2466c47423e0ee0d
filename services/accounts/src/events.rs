//! What happened to an account: shown to its owner, and of staff to admins.

use chrono::{DateTime, Utc};
use ground::{
    audit,
    ids::{AccountEventId, AccountId, Ids},
    lang::Message,
    msg,
};
use sqlx::PgConnection;

use crate::store;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal, $words:literal;)*) => {
        /// What happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum EventKind { $($(#[$doc])* $kind),* }

        impl EventKind {
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

            /// In words.
            pub(crate) fn words(self) -> Message {
                match self { $(Self::$kind => msg!($words)),* }
            }
        }
    };
}

kinds! {
    /// By invitation or by confirming an address.
    Registered = "registered", "event-registered";
    /// With any method.
    SignedIn = "signed_in", "event-signed-in";
    /// The password was wrong, or the second factor.
    SignInFailed = "sign_in_failed", "event-sign-in-failed";
    /// On one device.
    SignedOut = "signed_out", "event-signed-out";
    /// On all, or all others.
    SignedOutEverywhere = "signed_out_everywhere", "event-signed-out-everywhere";
    /// By who knew the old one.
    PasswordChanged = "password_changed", "event-password-changed";
    /// By a link or code that was sent.
    PasswordReset = "password_reset", "event-password-reset";
    /// The new address was confirmed.
    EmailChanged = "email_changed", "event-email-changed";
    /// The display name.
    NameChanged = "name_changed", "event-name-changed";
    /// To another service; its name is the detail.
    Linked = "linked", "event-linked";
    /// From another service; its name is the detail.
    Unlinked = "unlinked", "event-unlinked";
    /// A passkey came.
    PasskeyAdded = "passkey_added", "event-passkey-added";
    /// A passkey went.
    PasskeyRemoved = "passkey_removed", "event-passkey-removed";
    /// A passkey whose counter went back was refused: there may be a copy of it.
    PasskeyCopied = "passkey_copied", "event-passkey-copied";
    /// An authenticator app came.
    AppAdded = "app_added", "event-app-added";
    /// An authenticator app went.
    AppRemoved = "app_removed", "event-app-removed";
    /// New recovery codes.
    CodesMade = "codes_made", "event-codes-made";
    /// One of the recovery codes was used.
    CodeUsed = "code_used", "event-code-used";
    /// Everything that is kept of the person was taken along.
    Exported = "exported", "event-exported";
    /// They asked to be forgotten.
    DeletionAsked = "deletion_asked", "event-deletion-asked";
    /// They changed their mind.
    DeletionCalledOff = "deletion_called_off", "event-deletion-called-off";
    /// Somebody was invited; the role is the detail.
    Invited = "invited", "event-invited";
    /// Before it was used; the role is the detail.
    InvitationEnded = "invitation_ended", "event-invitation-ended";
    /// The role is the detail.
    RoleChanged = "role_changed", "event-role-changed";
    /// Sees what could endanger somebody.
    RiskGranted = "risk_granted", "vet-account-risk-granted";
    /// No longer does.
    RiskTaken = "risk_taken", "vet-account-risk-taken";
    /// May no longer sign in.
    Removed = "removed", "event-removed";
    /// May sign in again.
    Restored = "restored", "event-restored";
    /// An admin took away the second factor, so that a new one can be set up.
    FactorsReset = "factors_reset", "event-factors-reset";
}

/// Something that happened.
pub(crate) struct Event<'a> {
    /// To whom.
    pub(crate) account_id: AccountId,
    /// What.
    pub(crate) kind: EventKind,
    /// Where, in words of ours ([`crate::device::device`]); empty when nobody's browser did it.
    pub(crate) device: &'a str,
    /// Who did it, where it was somebody else.
    pub(crate) actor_id: Option<AccountId>,
    /// A word more, of ours: a provider's name, a role.
    pub(crate) detail: &'a str,
}

impl<'a> Event<'a> {
    /// Done by its owner.
    pub(crate) fn own(account_id: AccountId, kind: EventKind, device: &'a str) -> Self {
        Self {
            account_id,
            kind,
            device,
            actor_id: None,
            detail: "",
        }
    }

    /// With a word more.
    pub(crate) fn detail(self, detail: &'a str) -> Self {
        Self { detail, ..self }
    }

    /// Done by somebody else.
    pub(crate) fn by(self, actor_id: AccountId) -> Self {
        Self {
            actor_id: Some(actor_id),
            ..self
        }
    }
}

/// Writes it down, in the transaction of the fact itself. What concerns the newsroom is linked to the audit chain, which
/// is the last thing that a transaction locks (see [`audit`]).
pub(crate) async fn record(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    event: &Event<'_>,
) -> sqlx::Result<()> {
    let id: AccountEventId = ids.mint(now);
    let written = store::insert_event(conn, id, now, event).await?;
    if is_chained(event)
        || event.kind == EventKind::Exported && store::is_staff(conn, event.account_id).await?
    {
        let entry = audit::Entry {
            room: audit::Room::Accounts,
            event_id: id.0,
            submission_id: None,
            about_id: Some(event.account_id),
            account_id: Some(event.actor_id.unwrap_or(event.account_id)),
            kind: event.kind.name(),
            at: written.at,
            content: written.content(),
        };
        audit::append(conn, ids, &[entry]).await?;
    }
    Ok(())
}

/// Whether it is about the rights of people: what somebody did to another, and invitations.
fn is_chained(event: &Event<'_>) -> bool {
    event.actor_id.is_some() || matches!(event.kind, EventKind::Invited | EventKind::InvitationEnded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_as_it_was_written() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_name(kind.name()), Some(*kind));
        }
        assert_eq!(EventKind::from_name("of a newer version"), None);
    }
}
