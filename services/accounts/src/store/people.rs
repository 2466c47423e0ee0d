//! The people of the newsroom, in the database. Whoever has a role is one of them, also once they were removed.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountEventId, AccountId, InvitationId},
    viewer::Role,
};
use sqlx::PgConnection;

/// Someone of the newsroom, as admins see them.
pub(crate) struct PersonRow {
    pub(crate) account_id: AccountId,
    pub(crate) display_name: String,
    pub(crate) email: Option<String>,
    pub(crate) role: Role,
    /// An admin said that they see what could endanger somebody.
    pub(crate) sees_at_risk: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) deactivated_at: Option<DateTime<Utc>>,
    /// When they last did something here, by their sessions and by what is written down.
    pub(crate) active_at: Option<DateTime<Utc>>,
    pub(crate) has_second_factor: bool,
}

/// All of them, or one: those who may come in first, by name.
pub(crate) async fn list_people(
    conn: &mut PgConnection,
    only: Option<AccountId>,
) -> sqlx::Result<Vec<PersonRow>> {
    sqlx::query_as!(
        PersonRow,
        r#"select account_id as "account_id: _", display_name, email, role as "role!: _", sees_at_risk, created_at, deactivated_at,
                  greatest(
                      (select max(seen_at) from sessions where sessions.account_id = accounts.account_id),
                      (select at from account_events
                       where account_events.account_id = accounts.account_id and actor_id is null
                         and kind <> 'sign_in_failed'
                       order by at desc limit 1)
                  ) as "active_at?",
                  exists (select from passkeys where passkeys.account_id = accounts.account_id)
                  or exists (select from authenticator_apps
                             where authenticator_apps.account_id = accounts.account_id and confirmed_at is not null)
                  as "has_second_factor!"
           from accounts where role is not null and ($1::uuid is null or account_id = $1)
           order by deactivated_at is not null, lower(display_name), account_id"#,
        only.map(|id| id.0),
    )
    .fetch_all(conn)
    .await
}

/// Somebody whose rights are about to change, or who changes them.
pub(crate) struct LockedPerson {
    pub(crate) account_id: AccountId,
    pub(crate) email: Option<String>,
    pub(crate) role: Role,
    pub(crate) sees_at_risk: bool,
    pub(crate) deactivated: bool,
    /// They asked to be forgotten: soon nobody is left.
    pub(crate) leaving: bool,
}

/// A person and every admin, locked in one order until the transaction ends: of two who change each other at once,
/// the second sees what the first did.
pub(crate) async fn lock_person_and_admins(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<LockedPerson>> {
    sqlx::query_as!(
        LockedPerson,
        r#"select account_id as "account_id: _", email, role as "role!: _", sees_at_risk,
                  deactivated_at is not null as "deactivated!", deletes_at is not null as "leaving!"
           from accounts where role is not null and (account_id = $1 or role = 'admin')
           order by account_id for no key update"#,
        account_id.0,
    )
    .fetch_all(conn)
    .await
}

pub(crate) async fn set_role(conn: &mut PgConnection, account_id: AccountId, role: Role) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set role = $2 where account_id = $1",
        account_id.0,
        role as _
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether they see what could endanger somebody, also as an editor.
pub(crate) async fn set_sees_at_risk(
    conn: &mut PgConnection,
    account_id: AccountId,
    sees_at_risk: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set sees_at_risk = $2 where account_id = $1",
        account_id.0,
        sees_at_risk
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Since when they may not sign in; none: they may.
pub(crate) async fn set_deactivated(
    conn: &mut PgConnection,
    account_id: AccountId,
    since: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set deactivated_at = $2 where account_id = $1",
        account_id.0,
        since
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether somebody with a role has the address, removed or not.
pub(crate) async fn is_address_of_staff(conn: &mut PgConnection, email: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from accounts where lower(email) = lower($1) and role is not null) as "any!""#,
        email,
    )
    .fetch_one(conn)
    .await
}

/// An invitation that can still be used.
pub(crate) struct OpenInvitation {
    pub(crate) invitation_id: InvitationId,
    pub(crate) email: Option<String>,
    pub(crate) role: Role,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    /// None: the command line, or the first start.
    pub(crate) invited_by: Option<String>,
}

/// Who was invited and has not come, the newest first.
pub(crate) async fn list_open_invitations(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<OpenInvitation>> {
    sqlx::query_as!(
        OpenInvitation,
        r#"select invitation_id as "invitation_id: _", invitations.email, invitations.role as "role: _",
                  invitations.created_at, expires_at, inviters.display_name as "invited_by?"
           from invitations left join accounts inviters on inviters.account_id = invited_by
           where used_at is null and expires_at > $1 order by invitations.created_at desc, invitation_id desc"#,
        now,
    )
    .fetch_all(conn)
    .await
}

/// Ends one that can still be used; gives its role. None: it was used or over, or never was.
pub(crate) async fn end_invitation(
    conn: &mut PgConnection,
    invitation_id: InvitationId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Role>> {
    sqlx::query_scalar!(
        r#"update invitations set expires_at = $2
           where invitation_id = $1 and used_at is null and expires_at > $2 returning role as "role: _""#,
        invitation_id.0,
        now,
    )
    .fetch_optional(conn)
    .await
}

pub(crate) async fn has_invitation(
    conn: &mut PgConnection,
    invitation_id: InvitationId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from invitations where invitation_id = $1) as "any!""#,
        invitation_id.0
    )
    .fetch_one(conn)
    .await
}

/// Ends the open invitations that somebody made: whoever goes leaves no door open.
pub(crate) async fn end_invitations_by(
    conn: &mut PgConnection,
    inviter: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update invitations set expires_at = $2
         where invited_by = $1 and used_at is null and expires_at > $2",
        inviter.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A place in the history.
#[derive(Clone, Copy)]
pub(crate) struct EventCursor {
    pub(crate) at: DateTime<Utc>,
    pub(crate) event_id: AccountEventId,
}

/// Something that happened among the people of the newsroom.
pub(crate) struct StaffEvent {
    pub(crate) event_id: AccountEventId,
    pub(crate) at: DateTime<Utc>,
    pub(crate) kind: String,
    pub(crate) device: String,
    pub(crate) detail: String,
    pub(crate) whom_id: AccountId,
    pub(crate) whom: String,
    /// Who did it, where it was somebody else.
    pub(crate) actor: Option<String>,
}

/// What happened, the newest first: to anyone who has a role, or to and by one of them.
pub(crate) async fn list_staff_events(
    conn: &mut PgConnection,
    only: Option<AccountId>,
    before: Option<EventCursor>,
    most: i64,
) -> sqlx::Result<Vec<StaffEvent>> {
    sqlx::query_as!(
        StaffEvent,
        r#"select event_id as "event_id: _", at, kind, device, detail, whom.account_id as "whom_id: _",
                  whom.display_name as whom, actors.display_name as "actor?"
           from account_events join accounts whom using (account_id)
                left join accounts actors on actors.account_id = actor_id
           where whom.role is not null and ($1::uuid is null or whom.account_id = $1 or actor_id = $1)
             and ($2::timestamptz is null or (at, event_id) < ($2, $3::uuid))
           order by at desc, event_id desc limit $4"#,
        only.map(|id| id.0),
        before.map(|cursor| cursor.at),
        before.map(|cursor| cursor.event_id.0),
        most,
    )
    .fetch_all(conn)
    .await
}
