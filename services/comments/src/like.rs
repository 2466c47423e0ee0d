//! `POST /comments/{comment_id}/like`.

use axum::{
    Form, Router,
    extract::{Path, State},
    response::Response,
    routing::post,
};
use ground::{
    Failure,
    ids::CommentId,
    msg,
    web::{Source, see_other},
};
use serde::Deserialize;

use crate::{
    cookies::{self, Who},
    store::likes,
};

/// The button's form, as it comes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LikeForm {
    /// `1` or `0`.
    want: String,
    /// The path of ours where the button stood, with what it asked for.
    back: String,
}

/// The button under a comment.
pub(crate) fn router() -> Router<crate::State> {
    Router::new().route("/comments/{comment_id}/like", post(like))
}

/// `POST /comments/{comment_id}/like`: 303 to where the button stood.
///
/// It says what is wanted, so that pressing twice is pressing once.
async fn like(
    State(state): State<crate::State>,
    source: Source,
    who: Who,
    Path(comment_id): Path<CommentId>,
    Form(form): Form<LikeForm>,
) -> Result<Response, Failure> {
    let likes_it = match form.want.as_str() {
        "1" => true,
        "0" => false,
        _ => return Err(Failure::BadRequest(msg!("form-malformed"))),
    };
    state.acts.take(source)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let found = likes::find_readable(&mut tx, comment_id, state.clock.now()).await?;
    let found = found.ok_or(Failure::NotFound)?;
    if who.owns(found.account_id, found.device.as_deref()) {
        return Err(Failure::Conflict(msg!("comment-like-own")));
    }
    let (person, secret) = cookies::known(&state.key, &who.person);
    let voter = person.voter(&state.key).ok_or(Failure::NotFound)?;
    likes::set_like(&mut tx, comment_id, &voter, likes_it).await?;
    tx.commit().await?;
    let place = own_path(&form.back).unwrap_or(&found.path);
    let mut response = see_other(&format!("{place}#comment-{comment_id}"));
    cookies::keep(response.headers_mut(), &state.site, secret.as_ref());
    Ok(response)
}

/// A path of ours with what it asks for, and nothing that a browser could read as another site's.
fn own_path(told: &str) -> Option<&str> {
    let plain = told.len() <= 300
        && told
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\' && byte != b'#');
    (plain && told.starts_with('/') && !told.starts_with("//")).then_some(told)
}

#[cfg(test)]
mod tests;
