//! One contribution, all that is known of it.

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use ground::{Failure, viewer::Editor, web::Cx};
use serde::Deserialize;

use super::{
    care,
    door::{self, Asking},
    page::SubmissionPage,
    parse_id, queue,
    steps::{Steps, Tab},
};

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct SubmissionQuery {
    /// What was just done here: the code of an event.
    done: Option<String>,
    /// What is being done: `decline` opens its form, also where no script does.
    open: Option<String>,
    /// Which part of talk and notes is wanted.
    tab: Option<String>,
    /// The files, when a cover lies over them: `files` takes it away, `plain` all that stays, too.
    show: Option<String>,
    /// The list that it was opened from: that address's query.
    from: Option<String>,
}

/// `GET /desk/submissions/{submission_id}`. Looking changes nothing of it; that somebody saw what is hard to see is
/// counted for them alone.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(query): Query<SubmissionQuery>,
) -> Result<Response, Failure> {
    let mut conn = ground::db::begin(&state.pool).await?;
    let submission = door::find(&mut conn, &editor, parse_id(&id)?).await?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let veil = care::veil_of(&mut conn, editor.account_id).await?;
    let sight = care::Sight::of(&submission.warnings, veil, query.show.as_deref());
    if sight.is_hard() {
        care::note_opened(&mut conn, &state, &editor, &submission).await?;
    }
    let neighbours = match &query.from {
        Some(list) => queue::neighbours(&mut conn, &state, &editor, list, &submission).await?,
        None => None,
    };
    let steps = neighbours.map(|neighbours| Steps::of(neighbours, cx.lang()));
    let tab = Tab::from_code(query.tab.as_deref().unwrap_or_default());
    let page = SubmissionPage::load(&mut conn, &asking, submission).await?;
    let page = page.opened_from(steps, tab, sight);
    conn.commit().await?;
    Ok(page.shown(query.done.as_deref(), query.open.as_deref() == Some("decline")))
}
