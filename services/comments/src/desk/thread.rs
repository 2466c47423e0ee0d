//! What the newsroom sets for one thread: whether anybody may still say something, whether everything waits first, how
//! fast it goes, whether What You Say shows it.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{Failure, ids::ThreadId, msg, viewer::Editor, web::see_other};
use serde::Deserialize;

use super::next_of;
use crate::store::{
    acts::{self, Act},
    desk_threads::{self as store, Set},
};

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct ThreadForm {
    set: String,
    /// Where to go afterwards.
    #[serde(default)]
    next: String,
}

/// `POST /desk/comments/threads/{thread_id}`: 303. What is set already stays so.
pub(crate) async fn post(
    editor: Editor,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ThreadForm>,
) -> Result<Response, Failure> {
    let id: ThreadId = id.parse().map_err(|_| Failure::NotFound)?;
    let set = Set::from_code(&form.set).ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
    let (now, by) = (state.clock.now(), editor.account_id);
    let mut tx = ground::db::begin(&state.pool).await?;
    let thread = store::find_for_update(&mut tx, id)
        .await?
        .ok_or(Failure::NotFound)?;
    if !thread.is(set) {
        store::set(&mut tx, id, set, by, now).await?;
        let detail = serde_json::json!({ "thread_id": id, "set": set.code() });
        acts::insert(&mut tx, &state.ids, now, Act::ThreadSet, by, detail).await?;
    }
    tx.commit().await?;
    tracing::info!(thread.id = %id, set = set.code(), "a thread was set");
    Ok(see_other(&next_of(&form.next)))
}
