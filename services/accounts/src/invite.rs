//! The page behind an invitation's link: a person becomes an editor.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    msg, secret,
    web::{Cx, Page, Problems},
};

pub(crate) use ground::names::role_words;

use crate::{
    device::device,
    entrance::{self, Entered, Entrant},
    events::{self, Event, EventKind},
    new_editor::{InviteForm, NewEditor},
    sessions::SessionToken,
    store::{self, Invitation, Method},
};

#[derive(Template)]
#[template(path = "accounts/invite.html")]
struct InvitePage {
    cx: Cx,
    problems: Problems,
    action: String,
    role: Message,
    /// The invitation says for whom it is.
    fixed_email: bool,
    email: String,
    /// Not `name`: the macros of forms have a parameter of that name, which would shadow it.
    display_name: String,
}

#[derive(Template)]
#[template(path = "accounts/no_invitation.html")]
struct NoInvitationPage {
    cx: Cx,
    title: Message,
    words: Message,
}

/// `GET /invite/{token}`
///
/// Looking uses nothing up: programs that preview links look, too.
pub(crate) async fn get(
    State(room): State<crate::State>,
    Path(token): Path<String>,
    cx: Cx,
) -> Result<Response, Failure> {
    let mut conn = room.pool.acquire().await?;
    let found = store::find_invitation(&mut conn, &secret::token_hash(&token)).await?;
    let invitation = open_or_say_why(&cx, found, room.clock.now())?;
    let page = page_of(
        &cx,
        &invitation,
        &token,
        InviteForm::default(),
        Problems::default(),
    );
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /invite/{token}`
pub(crate) async fn post(
    State(room): State<crate::State>,
    Path(token): Path<String>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<InviteForm>,
) -> Result<Response, Failure> {
    let token_hash = secret::token_hash(&token);
    let found = {
        let mut conn = room.pool.acquire().await?;
        store::find_invitation(&mut conn, &token_hash).await?
    };
    let invitation = open_or_say_why(&cx, found, room.clock.now())?;
    let new = match form.parse(invitation.email.as_deref(), &room.site) {
        Ok(new) => new,
        Err(problems) => {
            return Err(Page::unprocessable(
                &cx,
                page_of(&cx, &invitation, &token, form, problems),
            ));
        }
    };
    // Before the transaction: it takes a while, and the invitation's row must not be locked meanwhile.
    let password_hash = room.passwords.hash(&form.password).await?;
    let presented = SessionToken::presented(&jar, &room.site);
    let coming = Coming {
        password_hash: &password_hash,
        presented: presented.as_ref(),
        device: &device(&headers),
    };
    if let Some(entered) = accept(&room, &cx, &token_hash, &new, &coming).await? {
        return Ok(entered.answer(&room, jar));
    }
    let mut problems = Problems::default();
    problems.add("email", msg!("account-email-taken"));
    Err(Page::unprocessable(
        &cx,
        page_of(&cx, &invitation, &token, form, problems),
    ))
}

/// What comes with the form.
struct Coming<'a> {
    password_hash: &'a str,
    presented: Option<&'a SessionToken>,
    device: &'a str,
}

/// Makes the account and uses the invitation, or neither; `None` when the address is taken.
async fn accept(
    room: &crate::State,
    cx: &Cx,
    token_hash: &[u8],
    new: &NewEditor,
    coming: &Coming<'_>,
) -> Result<Option<Entered>, Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let found = store::find_invitation_for_update(&mut tx, token_hash).await?;
    let invitation = open_or_say_why(cx, found, now)?;
    let is_first = !store::has_staff(&mut tx).await?;
    let account_id: AccountId = room.ids.mint(now);
    let account = store::NewAccount {
        account_id,
        email: Some(new.email.as_str()),
        display_name: &new.name,
        password_hash: Some(coming.password_hash),
        role: Some(invitation.role),
        language: cx.lang(),
        created_at: now,
    };
    match store::insert_account(&mut tx, &account).await {
        Err(error) if store::is_email_taken(&error) => return Ok(None),
        other => other?,
    }
    store::set_invitation_used(&mut tx, invitation.invitation_id, account_id, now).await?;
    if is_first {
        // A link printed at an earlier start may lie in a log; from now on people are invited by people.
        store::end_first_editor_invitations(&mut tx, now).await?;
    }
    let event = Event::own(account_id, EventKind::Registered, coming.device);
    events::record(&mut tx, &room.ids, now, &event).await?;
    let entrant = Entrant {
        account_id,
        method: Method::Invitation,
        device: coming.device,
        presented: coming.presented,
        next: "/desk",
    };
    let entered = entrance::enter(room, &mut tx, &entrant, now).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account_id, "an invitation was accepted");
    Ok(entered)
}

fn open_or_say_why(cx: &Cx, found: Option<Invitation>, now: DateTime<Utc>) -> Result<Invitation, Failure> {
    let (status, title, words) = match found {
        None => (
            StatusCode::NOT_FOUND,
            msg!("invite-unknown-title"),
            msg!("invite-unknown"),
        ),
        Some(invitation) if invitation.used_at.is_some() => {
            (StatusCode::GONE, msg!("invite-used-title"), msg!("invite-used"))
        }
        Some(invitation) if invitation.expires_at <= now => (
            StatusCode::GONE,
            msg!("invite-expired-title"),
            msg!("invite-expired"),
        ),
        Some(invitation) => return Ok(invitation),
    };
    let page = NoInvitationPage {
        cx: cx.clone(),
        title,
        words,
    };
    Err(Failure::Page(Box::new(
        Page::new(cx, page).with_status(status).into_response(),
    )))
}

fn page_of(
    cx: &Cx,
    invitation: &Invitation,
    token: &str,
    form: InviteForm,
    problems: Problems,
) -> InvitePage {
    InvitePage {
        cx: cx.clone(),
        problems,
        action: format!("/invite/{token}"),
        role: role_words(invitation.role),
        fixed_email: invitation.email.is_some(),
        email: invitation.email.clone().unwrap_or(form.email),
        display_name: form.name,
    }
}

#[cfg(test)]
mod tests;
