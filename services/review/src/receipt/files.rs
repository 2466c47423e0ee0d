//! `POST /receipt/files`: more photos for a contribution that was sent already, or the originals of photos that
//! were sent small. And the page that follows.

use std::collections::HashMap;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure,
    ids::{SubmissionId, UploadId},
    live, msg,
    web::{Cx, Source, see_other},
};
use uploads::{ClaimError, Fields, FormError, Held, Token};
use uuid::Uuid;

use super::{
    Way,
    form::{self, Found, look_up},
    say,
    status::{self, Shown, takes_files},
};
use crate::{
    contribute::{Already, Attached, COOKIE, Files, MAX_AGE, attach, look_at_files, set_cookie},
    event::EventKind,
    mine,
    store::{
        decisions, desk, history,
        intake::{self, FileAlready},
        talk,
    },
};

/// The page after. The code comes to it in a cookie, as it does to the first receipt.
const ADDED: &str = "/receipt/added";

/// What became of a form.
enum Outcome {
    /// Its files are part of the contribution now.
    Added(Response),
    /// They were before, or are not: nothing was changed.
    Unchanged(Response),
}

/// `POST /receipt/files`: 303 to the receipt; 422 or 413 with the receipt and what is wrong; 409 with the receipt
/// when nothing can be added any more.
///
/// The same form sent twice, also at once, adds its files once.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    request: Request,
) -> Result<Response, Failure> {
    take_in(&state, &cx, source, request, None).await
}

/// The same for the contribution of somebody who needs no code: `known`.
pub(crate) async fn take_in(
    state: &crate::State,
    cx: &Cx,
    source: Source,
    request: Request,
    known: Option<SubmissionId>,
) -> Result<Response, Failure> {
    let sending = match state.sendings.take(source) {
        Ok(sending) => sending,
        Err(refused) => {
            uploads::linger(request);
            return Err(refused);
        }
    };
    match receive(state, cx, source, request, known).await {
        Ok(Outcome::Added(answer)) => Ok(answer),
        // What came before, and mistakes, cost nothing.
        Ok(Outcome::Unchanged(answer)) => {
            sending.give_back();
            Ok(answer)
        }
        Err(failure) => {
            sending.give_back();
            Err(failure)
        }
    }
}

async fn receive(
    state: &crate::State,
    cx: &Cx,
    source: Source,
    request: Request,
    known: Option<SubmissionId>,
) -> Result<Outcome, Failure> {
    let (received, limit_bytes) = match Box::pin(uploads::receive_form(&state.acceptor, request)).await {
        Ok(received) => (received, None),
        Err(FormError::TooLarge {
            limit_bytes,
            received,
        }) => (*received, Some(limit_bytes)),
        Err(error) => return Err(error.into()),
    };
    let typed = received.fields.first("code");
    let (way, id) = match known {
        Some(id) => (Way::Account(id), id),
        None => match look_up(state, source, typed).await? {
            Found::Yes(code, id) => (Way::Receipt(code), id),
            Found::No(words) => return Err(form::again(cx, typed.to_owned(), words)),
        },
    };
    let mut files = look_at_files(state, &received).await?;
    let mut shown = Shown::default();
    if let Some(limit_bytes) = limit_bytes {
        shown.problems.add("files", uploads::too_large(limit_bytes));
        shown.status = StatusCode::PAYLOAD_TOO_LARGE;
    } else {
        match add(state, id, &received.fields, &files).await? {
            Sum::Added => return Ok(Outcome::Added(answer(cx, &way))),
            Sum::Before => return Ok(Outcome::Unchanged(answer(cx, &way))),
            Sum::Closed => {
                shown.closed = true;
                shown.status = StatusCode::CONFLICT;
            }
            Sum::Wrong(words) => {
                for words in words {
                    shown.problems.add("files", words);
                }
                shown.status = StatusCode::UNPROCESSABLE_ENTITY;
            }
            Sum::FileGone => {
                shown.problems.add("files", msg!("contribute-files-gone"));
                shown.status = StatusCode::UNPROCESSABLE_ENTITY;
                files = look_at_files(state, &received).await?;
            }
        }
    }
    shown.held = files.held;
    let page = status::page(state, cx.clone(), id, way, shown).await?;
    Ok(Outcome::Unchanged(page))
}

/// What came of adding.
enum Sum {
    Added,
    /// This form has added them already.
    Before,
    /// Nothing can be added any more.
    Closed,
    Wrong(Vec<ground::lang::Message>),
    /// One was swept or claimed since it was looked for.
    FileGone,
}

async fn add(state: &crate::State, id: SubmissionId, fields: &Fields, files: &Files) -> Result<Sum, Failure> {
    let now = state.clock.now();
    let addition_id = fields
        .first("addition")
        .parse::<Uuid>()
        .ok()
        .filter(|id| !id.is_nil());
    let mut tx = ground::db::begin(&state.pool).await?;
    // Whoever adds to the same contribution, decides on it or takes it back waits, or was before us.
    let submission = desk::find_submission_for_update(&mut tx, id)
        .await?
        .ok_or(Failure::NotFound)?;
    let there = intake::list_files_already(&mut tx, id).await?;
    if addition_id.is_some() && there.iter().any(|file| file.addition_id == addition_id) {
        return Ok(Sum::Before);
    }
    // As its contributor sees it: what can still be undone closes no door.
    let mut seen = submission.clone();
    decisions::show(&mut tx, &mut seen, now).await?;
    if !takes_files(seen.state) {
        return Ok(Sum::Closed);
    }
    let originals = originals(fields, &files.held, &there)?;
    let already = Already {
        free: originals.len(),
        ..already(&there)
    };
    let mut words = files.problems(&files.held, &already, &state.acceptor.limits);
    if words.is_empty() && files.held.is_empty() {
        words.push(msg!("receipt-files-missing"));
    }
    if !words.is_empty() {
        return Ok(Sum::Wrong(words));
    }
    let tokens: Vec<Token> = files.held.iter().map(|held| held.token.clone()).collect();
    let claimed = match uploads::claim(&mut tx, &tokens, now).await {
        Ok(claimed) => claimed,
        Err(ClaimError::NotHeld(_)) => return Ok(Sum::FileGone),
        Err(ClaimError::Db(error)) => return Err(error.into()),
    };
    let next = there.last().map_or(0, |last| last.position + 1);
    for (position, upload) in (next..).zip(&claimed) {
        let file = Attached {
            position,
            upload,
            addition_id,
            original_of: originals.get(&upload.upload_id).copied(),
        };
        attach(&mut tx, state, id, file).await?;
    }
    history::insert_event(&mut tx, &state.ids, now, id, EventKind::FilesAdded, None).await?;
    let answers = say::answer_with_files(&mut tx, state, &submission, fields, files.held.len()).await?;
    // Of what nobody has looked at yet, nothing is new.
    if !answers && submission.state != crate::submission::State::Received {
        talk::note_unread(&mut tx, id, now).await?;
    }
    live::announce(&mut tx).await?;
    tx.commit().await?;
    Ok(Sum::Added)
}

/// What a contribution has that counts: an original stands for the small copy that came before it.
pub(super) fn already(there: &[FileAlready]) -> Already {
    Already {
        files: there.iter().filter(|file| file.original_of.is_none()).count(),
        bytes: there.iter().map(|file| file.size.unsigned_abs()).sum(),
        free: 0,
    }
}

/// Which of the uploads are originals, and of which file's position. `original_of` comes once for each `upload`,
/// in their order, and holds the number of a file (from 1) or nothing.
fn originals(
    fields: &Fields,
    held: &[Held],
    there: &[FileAlready],
) -> Result<HashMap<UploadId, i16>, Failure> {
    let mut originals = HashMap::new();
    for (token, number) in fields.all("upload").zip(fields.all("original_of")) {
        let Ok(token) = token.parse::<Token>() else {
            continue;
        };
        if number.trim().is_empty() || !held.iter().any(|held| held.token == token) {
            continue;
        }
        let position = number
            .trim()
            .parse::<i16>()
            .ok()
            .map(|number| number.wrapping_sub(1));
        let known = position.filter(|position| {
            let of = |file: &FileAlready| file.original_of == Some(*position);
            let is_free = !there.iter().any(of) && !originals.values().any(|taken| taken == position);
            is_free && there.iter().any(|file| file.position == *position)
        });
        let position = known.ok_or_else(|| Failure::BadRequest(msg!("form-malformed")))?;
        originals.insert(token.upload_id(), position);
    }
    Ok(originals)
}

/// 303 to the page after. Who follows no redirects reads in the answer that they are here.
fn answer(cx: &Cx, way: &Way) -> Response {
    let words = format!("{}\n", cx.t("receipt-files-added"));
    let address = match way {
        Way::Receipt(_) => ADDED.to_owned(),
        Way::Account(id) => mine::added_address(*id),
    };
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, address)], words).into_response();
    if let Some(code) = way.code() {
        let code = code.to_string();
        set_cookie(response.headers_mut(), cx.site(), ADDED, &code, MAX_AGE);
    }
    response
}

/// `GET /receipt/added`: the receipt, once; later the form that asks for the code.
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let jar = CookieJar::from_headers(&headers);
    let Some(cookie) = jar.get(COOKIE) else {
        return Ok(see_other("/receipt"));
    };
    let mut response = match look_up(&state, source, cookie.value()).await? {
        Found::Yes(code, id) => {
            let shown = Shown {
                added: true,
                ..Shown::default()
            };
            status::page(&state, cx.clone(), id, Way::Receipt(code), shown).await?
        }
        Found::No(_) => see_other("/receipt"),
    };
    set_cookie(response.headers_mut(), cx.site(), ADDED, "", 0);
    Ok(response)
}
