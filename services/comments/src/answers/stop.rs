//! No more mails: the link at the end of each, which nobody but this server can make.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use data_encoding::BASE64URL_NOPAD;
use ground::{
    Failure,
    ids::CommentId,
    secret::{self, ServerKey},
    web::{Cx, Page, see_other},
};
use uuid::Uuid;

use crate::store::answers as store;

const PURPOSE: &str = "bepart 2026-11 links that stop mails of answers";
/// 128 bits.
const PROOF: usize = 16;

/// The path that stops mails to whoever wrote this comment.
pub(super) fn path(key: &ServerKey, comment_id: CommentId) -> String {
    let proof = proof(key, comment_id);
    let bytes: Vec<u8> = comment_id.0.as_bytes().iter().chain(&proof).copied().collect();
    format!("/answers/stop/{}", BASE64URL_NOPAD.encode(&bytes))
}

fn proof(key: &ServerKey, comment_id: CommentId) -> [u8; PROOF] {
    let mut proof = [0; PROOF];
    let whole = key.derive(PURPOSE, comment_id.0.as_bytes());
    proof.copy_from_slice(whole.get(..PROOF).unwrap_or(&[0; PROOF]));
    proof
}

/// Of which comment a link speaks, if it is one of ours.
fn read(key: &ServerKey, token: &str) -> Result<CommentId, Failure> {
    let bytes = BASE64URL_NOPAD
        .decode(token.as_bytes())
        .map_err(|_| Failure::NotFound)?;
    let (id, told) = bytes.split_at_checked(16).ok_or(Failure::NotFound)?;
    let comment_id = CommentId(Uuid::from_slice(id).map_err(|_| Failure::NotFound)?);
    let ours = secret::same(told, &proof(key, comment_id));
    ours.then_some(comment_id).ok_or(Failure::NotFound)
}

#[derive(Template)]
#[template(path = "comments/stop.html")]
struct StopPage {
    cx: Cx,
    path: String,
    /// They are written to until they press.
    wants: bool,
}

/// `GET /answers/stop/{token}`: asks for a press, since programs that look at mails follow links, too.
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let comment_id = read(&state.key, &token)?;
    let mut conn = state.pool.acquire().await?;
    let wants = store::wants_answers(&mut conn, comment_id).await?;
    drop(conn);
    let page = StopPage {
        cx: cx.clone(),
        path: path(&state.key, comment_id),
        wants,
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /answers/stop/{token}`: 303 to the page, which says that it is done. Mail programs press this for their reader
/// (RFC 8058); whatever they send with it says nothing more.
pub(super) async fn post(
    State(state): State<crate::State>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let comment_id = read(&state.key, &token)?;
    let mut conn = state.pool.acquire().await?;
    store::stop(&mut conn, comment_id).await?;
    drop(conn);
    tracing::info!("a guest stopped mails about answers");
    Ok(see_other(&path(&state.key, comment_id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_speaks_of_its_own_comment_and_nobody_else_makes_one() {
        let (key, id) = (ServerKey::fixed(), CommentId(Uuid::from_u128(7)));
        let path = path(&key, id);
        let token = path.rsplit('/').next().unwrap();
        assert_eq!(read(&key, token).unwrap(), id);
        let mut other = BASE64URL_NOPAD.decode(token.as_bytes()).unwrap();
        other[15] ^= 1;
        let bad = [
            BASE64URL_NOPAD.encode(&other),
            token[..20].to_owned(),
            String::new(),
            format!("{token}AA"),
            "ڕووبار".to_owned(),
        ];
        for bad in bad {
            assert!(matches!(read(&key, &bad), Err(Failure::NotFound)), "{bad}");
        }
    }
}
