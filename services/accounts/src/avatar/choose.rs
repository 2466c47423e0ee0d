//! The page on which a picture is chosen.

use askama::Template;
use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    msg,
    web::{Cx, Page, Problems, Source, see_other},
};
use media::{Medium, MediumKind};

use super::{Choosings, address_of, delete, find, forget, receive};
use crate::me::signed_in;

/// Where it is.
pub(super) const PATH: &str = "/me/avatar";

#[derive(Template)]
#[template(path = "accounts/avatar_choose.html")]
struct AvatarPage {
    cx: Cx,
    problems: Problems,
    /// Whether one was chosen, whatever came of it.
    chosen: bool,
    /// Its address, once it can be shown.
    picture: Option<String>,
    /// Why it is not shown: not yet, or never.
    why_not: Option<Message>,
    megabytes: i64,
}

/// `GET /me/avatar`
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, PATH)?;
    let page = page_of(&room, &cx, person.account_id, Problems::default()).await?;
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /me/avatar`: one picture. 303 back to the page; 422 or 413 with the page and what is wrong.
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(choosings): State<Choosings>,
    cx: Cx,
    source: Source,
    request: Request,
) -> Result<Response, Failure> {
    let allowed = signed_in(&cx, PATH).and_then(|person| Ok((person, choosings.0.take(source)?)));
    let (person, _) = match allowed {
        Ok(allowed) => allowed,
        Err(refused) => {
            uploads::linger(request);
            return Err(refused);
        }
    };
    let words = match receive(&room, person.account_id, request).await? {
        Ok(()) => return Ok(see_other(PATH)),
        Err(words) => words,
    };
    let mut problems = Problems::default();
    let status = match words.id {
        "form-too-large" | "avatar-too-large" => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    problems.add("files", words);
    let page = page_of(&room, &cx, person.account_id, problems).await?;
    Ok(Page::new(&cx, page).with_status(status).into_response())
}

/// `POST /me/avatar/remove`
pub(crate) async fn remove(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, PATH)?;
    let mut tx = ground::db::begin(&room.pool).await?;
    let gone = forget(&mut tx, person.account_id).await?;
    tx.commit().await?;
    delete(&room.acceptor.blobs, gone).await;
    Ok(see_other(PATH))
}

async fn page_of(
    room: &crate::State,
    cx: &Cx,
    account_id: AccountId,
    problems: Problems,
) -> Result<AvatarPage, Failure> {
    let mut conn = room.pool.acquire().await?;
    let medium = find(&mut conn, account_id).await?;
    Ok(AvatarPage {
        cx: cx.clone(),
        problems,
        chosen: medium.is_some(),
        picture: medium.as_ref().and_then(address_of),
        why_not: medium.as_ref().and_then(why_not),
        megabytes: i64::try_from(room.acceptor.limits.file_bytes >> 20).unwrap_or(i64::MAX),
    })
}

fn why_not(medium: &Medium) -> Option<Message> {
    if let Some(words) = medium.refusal() {
        return Some(words);
    }
    if !medium.is_ready() {
        return Some(msg!("avatar-coming"));
    }
    (medium.kind != Some(MediumKind::Picture)).then(|| msg!("avatar-film"))
}
