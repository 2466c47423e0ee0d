//! Inviting colleagues, and ending invitations.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::InvitationId,
    lang::Message,
    msg,
    viewer::{Admin, Editor, Role},
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;

use super::{PEOPLE, Refused, changes::require_admin, code_of, list, parse_id};
use crate::{
    device::device,
    email::Email,
    events::{self, Event, EventKind},
    invitations,
    invite::role_words,
    store,
};

/// The form as it was sent.
#[derive(Default, Deserialize)]
pub(crate) struct InviteForm {
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) role: String,
}

#[derive(Template)]
#[template(path = "accounts/people_invited.html")]
struct InvitedPage {
    cx: Cx,
    /// A secret; this page is the only one that ever shows it.
    link: String,
    role: Message,
    /// Where it is also sent; empty when it is not.
    email: String,
}

/// `POST /desk/people/invite`
pub(crate) async fn post(
    Admin(admin): Admin,
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<InviteForm>,
) -> Result<Response, Failure> {
    admin.confirmed(room.clock.now(), PEOPLE)?;
    let wish = match Wish::parse(&form) {
        Ok(wish) => wish,
        Err(problems) => return Err(list::again(&room, &cx, &admin, form, problems).await?),
    };
    let Some(path) = invite(&room, &admin, &wish, &device(&headers)).await? else {
        let mut problems = Problems::default();
        problems.add("email", msg!("people-invite-known"));
        return Err(list::again(&room, &cx, &admin, form, problems).await?);
    };
    let page = InvitedPage {
        cx: cx.clone(),
        link: room.site.link(&path),
        role: role_words(wish.role),
        email: wish
            .email
            .map(|email| email.as_str().to_owned())
            .unwrap_or_default(),
    };
    Ok(Page::new(&cx, page).into_response())
}

/// Whom to invite to what.
struct Wish {
    email: Option<Email>,
    role: Role,
}

impl Wish {
    fn parse(form: &InviteForm) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let email = match form.email.trim() {
            "" => Ok(None),
            typed => typed.parse::<Email>().map(Some),
        };
        if email.is_err() {
            problems.add("email", msg!("account-email-bad"));
        }
        let role = form.role.parse::<Role>();
        if role.is_err() {
            problems.add("role", msg!("people-invite-role-missing"));
        }
        match (email, role) {
            (Ok(email), Ok(role)) => Ok(Self { email, role }),
            _ => Err(problems),
        }
    }
}

/// The path of the link; none when the address is a colleague's already.
async fn invite(
    room: &crate::State,
    admin: &Editor,
    wish: &Wish,
    device: &str,
) -> Result<Option<String>, Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let people = store::lock_person_and_admins(&mut tx, admin.account_id).await?;
    require_admin(&people, admin.account_id)?;
    if let Some(email) = &wish.email
        && store::is_address_of_staff(&mut tx, email.as_str()).await?
    {
        return Ok(None);
    }
    let path = invitations::invite_by(
        room,
        &mut tx,
        admin.account_id,
        wish.email.as_ref(),
        wish.role,
        now,
    )
    .await?;
    let event = Event::own(admin.account_id, EventKind::Invited, device).detail(code_of(wish.role));
    events::record(&mut tx, &room.ids, now, &event).await?;
    tx.commit().await?;
    tracing::info!(actor.id = %admin.account_id, "somebody was invited");
    Ok(Some(path))
}

/// `POST /desk/people/invitations/{invitation_id}/end`
pub(crate) async fn end(
    Admin(admin): Admin,
    State(room): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let id: InvitationId = parse_id(&id)?;
    let now = room.clock.now();
    admin.confirmed(now, PEOPLE)?;
    let mut tx = ground::db::begin(&room.pool).await?;
    let people = store::lock_person_and_admins(&mut tx, admin.account_id).await?;
    require_admin(&people, admin.account_id)?;
    let Some(role) = store::end_invitation(&mut tx, id, now).await? else {
        if store::has_invitation(&mut tx, id).await? {
            return Err(Failure::Conflict(msg!("people-invitation-over")));
        }
        return Err(Refused::Unknown.into());
    };
    let device = device(&headers);
    let event = Event::own(admin.account_id, EventKind::InvitationEnded, &device).detail(code_of(role));
    events::record(&mut tx, &room.ids, now, &event).await?;
    tx.commit().await?;
    Ok(see_other(PEOPLE))
}
