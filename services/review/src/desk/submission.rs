//! One contribution, all that is known of it.

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use ground::{Failure, viewer::Editor, web::Cx};
use serde::Deserialize;

use super::{
    door::{self, Asking},
    page::SubmissionPage,
    parse_id,
    steps::Tab,
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
}

/// `GET /desk/submissions/{submission_id}`. Looking changes nothing.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(query): Query<SubmissionQuery>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let submission = door::find(&mut conn, &editor, parse_id(&id)?).await?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let tab = Tab::from_code(query.tab.as_deref().unwrap_or_default());
    let page = SubmissionPage::load(&mut conn, &asking, submission).await?;
    let page = page.opened_from("/desk".to_owned(), None, tab);
    drop(conn);
    Ok(page.shown(query.done.as_deref(), query.open.as_deref() == Some("decline")))
}
