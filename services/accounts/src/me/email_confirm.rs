//! Whoever reads the mail to the old address and to the new one agrees, each for themselves; then the address changes.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure,
    ids::{AccountId, MailCodeId},
    msg,
    viewer::SignedIn,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;

use super::signed_in;
use crate::{
    device::device,
    events::{self, Event, EventKind},
    mail_codes::{self, Asked, Refused, Shown},
    store::{self, Half, MailCode, Purpose},
};

#[derive(Template)]
#[template(path = "accounts/email_confirm.html")]
struct ConfirmPage {
    cx: Cx,
    problems: Problems,
    from: Option<Half>,
    to: Option<Half>,
}

/// Behind the link of a mail: looking uses nothing up, programs that preview links look, too.
#[derive(Template)]
#[template(path = "accounts/email_link.html")]
struct LinkPage {
    cx: Cx,
    token: String,
    email: String,
    /// It is the address that is left.
    leaves: bool,
}

/// One of two is confirmed, in a browser that is not signed in.
#[derive(Template)]
#[template(path = "accounts/email_half.html")]
struct HalfPage {
    cx: Cx,
    changed: bool,
}

#[derive(Deserialize)]
pub(crate) struct Link {
    #[serde(default)]
    t: String,
}

#[derive(Deserialize)]
pub(crate) struct ConfirmForm {
    #[serde(default)]
    t: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// What became of it.
enum Outcome {
    /// The other half is still to come.
    Half,
    Changed,
}

/// `GET /me/email/confirm`: where the codes are typed, or, with `t`, the page behind a link.
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(link): Query<Link>,
    cx: Cx,
) -> Result<Response, Failure> {
    if !link.t.is_empty() {
        let (purpose, code) = read_link(&room, &cx, &link.t).await?;
        let page = LinkPage {
            cx: cx.clone(),
            token: link.t,
            email: code.email,
            leaves: purpose == Purpose::ChangeFrom,
        };
        return Ok(Page::new(&cx, page).into_response());
    }
    let person = signed_in(&cx, "/me/email/confirm")?;
    let page = page_of(&room, &cx, &person, Problems::default()).await?;
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /me/email/confirm`
pub(crate) async fn post(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<ConfirmForm>,
) -> Result<Response, Failure> {
    let device = device(&headers);
    if !form.t.is_empty() {
        let (purpose, code) = read_link(&room, &cx, &form.t).await?;
        let account_id = code.account_id.ok_or(Failure::NotFound)?;
        let outcome = agree(&room, account_id, &[(purpose, code.mail_code_id)], &device).await?;
        return Ok(after_link(&cx, account_id, &outcome));
    }
    let person = signed_in(&cx, "/me/email")?;
    let (right, problems) = check_typed(&room, &person, &jar, &form).await?;
    if !right.is_empty()
        && let Outcome::Changed = agree(&room, person.account_id, &right, &device).await?
    {
        let jar = jar.add(mail_codes::empty_cookie(&room.site));
        return Ok((jar, see_other("/me?done=email")).into_response());
    }
    if problems.is_empty() {
        return Ok(see_other("/me/email/confirm"));
    }
    Err(Page::unprocessable(
        &cx,
        page_of(&room, &cx, &person, problems).await?,
    ))
}

/// Whoever began it goes on where they are; anybody else is told, and no more.
fn after_link(cx: &Cx, account_id: AccountId, outcome: &Outcome) -> Response {
    let changed = matches!(outcome, Outcome::Changed);
    if cx
        .viewer()
        .0
        .as_ref()
        .is_some_and(|person| person.account_id == account_id)
    {
        return see_other(if changed {
            "/me?done=email"
        } else {
            "/me/email/confirm"
        });
    }
    Page::new(
        cx,
        HalfPage {
            cx: cx.clone(),
            changed,
        },
    )
    .into_response()
}

/// The code of a link, and which of the two it is for.
async fn read_link(room: &crate::State, cx: &Cx, token: &str) -> Result<(Purpose, MailCode), Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let mut refused = Refused::Unknown;
    for purpose in [Purpose::ChangeFrom, Purpose::ChangeTo] {
        match mail_codes::check(&mut tx, &room.key, purpose, &Shown::Link(token), now).await? {
            Ok(code) => {
                tx.commit().await?;
                return Ok((purpose, code));
            }
            Err(Refused::Unknown) => {}
            Err(other) => refused = other,
        }
    }
    Err(refused.page(cx, "/me/email"))
}

/// Which of the typed codes are right, and what is wrong with the others. Wrong ones are counted.
async fn check_typed(
    room: &crate::State,
    person: &SignedIn,
    jar: &CookieJar,
    form: &ConfirmForm,
) -> Result<(Vec<(Purpose, MailCodeId)>, Problems), Failure> {
    let now = room.clock.now();
    let asked = Asked::presented(jar, &room.site);
    let (mut right, mut problems) = (Vec::new(), Problems::default());
    if form.from.trim().is_empty() && form.to.trim().is_empty() {
        problems.add("to", msg!("me-email-code-missing"));
    }
    let mut tx = ground::db::begin(&room.pool).await?;
    for (field, purpose, digits) in [
        ("from", Purpose::ChangeFrom, form.from.as_str()),
        ("to", Purpose::ChangeTo, form.to.as_str()),
    ] {
        if digits.trim().is_empty() {
            continue;
        }
        let shown = Shown::Typed {
            asked: asked.as_ref(),
            digits,
        };
        match mail_codes::check(&mut tx, &room.key, purpose, &shown, now).await? {
            Ok(code) if code.account_id == Some(person.account_id) => {
                right.push((purpose, code.mail_code_id));
            }
            // Another account was signed in to in this browser meanwhile.
            Ok(_) => problems.add(field, Refused::OtherBrowser.words()),
            Err(refused) => problems.add(field, refused.words()),
        }
    }
    tx.commit().await?;
    Ok((right, problems))
}

/// Uses the codes up; when both halves of the change agree, it is made, in the same transaction.
async fn agree(
    room: &crate::State,
    account_id: AccountId,
    codes: &[(Purpose, MailCodeId)],
    device: &str,
) -> Result<Outcome, Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    // The account first: who begins a change locks in this order, too.
    let own = store::find_own_for_update(&mut tx, account_id).await?;
    let own = own.ok_or(Failure::NotFound)?;
    let mut pair_id = None;
    for (purpose, id) in codes {
        let code = mail_codes::reopen(&mut tx, *id, *purpose, now).await?;
        let code = code.map_err(|_| Failure::Conflict(msg!("me-email-raced")))?;
        store::set_mail_code_used(&mut tx, code.mail_code_id, now).await?;
        pair_id = code.pair_id;
    }
    let halves = store::list_halves(&mut tx, pair_id.ok_or(Failure::NotFound)?).await?;
    let of = |purpose| halves.iter().find(|half| half.purpose == purpose);
    let Some(to) = of(Purpose::ChangeTo) else {
        return Err(Failure::NotFound);
    };
    if own.email.as_deref() != of(Purpose::ChangeFrom).map(|from| from.email.as_str()) {
        return Err(Failure::Conflict(msg!("me-email-raced")));
    }
    if halves.iter().any(|half| half.used_at.is_none()) {
        tx.commit().await?;
        return Ok(Outcome::Half);
    }
    match store::set_email(&mut tx, account_id, &to.email).await {
        Err(error) if store::is_email_taken(&error) => {
            return Err(Failure::Conflict(msg!("me-email-taken")));
        }
        other => other?,
    }
    store::delete_reset_codes_of(&mut tx, account_id).await?;
    let event = Event::own(account_id, EventKind::EmailChanged, device);
    events::record(&mut tx, &room.ids, now, &event).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account_id, "an e-mail address was changed");
    Ok(Outcome::Changed)
}

async fn page_of(
    room: &crate::State,
    cx: &Cx,
    person: &SignedIn,
    problems: Problems,
) -> Result<ConfirmPage, Failure> {
    let halves = {
        let mut conn = room.pool.acquire().await?;
        store::list_open_change(&mut conn, person.account_id, room.clock.now()).await?
    };
    let (mut from, mut to) = (None, None);
    for half in halves {
        match half.purpose {
            Purpose::ChangeFrom => from = Some(half),
            _ => to = Some(half),
        }
    }
    Ok(ConfirmPage {
        cx: cx.clone(),
        problems,
        from,
        to,
    })
}
