//! How every door of the desk comes to its contribution: whoever may not see it is told that there is none.

use ground::{Failure, ids::SubmissionId, viewer::Editor};
use sqlx::PgConnection;

use crate::{store::desk as store, submission::Submission};

/// Who asks, and with what the answer is made.
pub(crate) struct Asking<'a> {
    pub(crate) state: &'a crate::State,
    pub(crate) cx: &'a ground::web::Cx,
    pub(crate) editor: &'a Editor,
}

/// The contribution, if this editor may see it.
pub(crate) async fn find(
    conn: &mut PgConnection,
    editor: &Editor,
    id: SubmissionId,
) -> Result<Submission, Failure> {
    seen(store::find_submission(conn, id).await?, editor)
}

/// The same, and nobody else may change it until the caller's transaction ends.
pub(crate) async fn find_for_update(
    conn: &mut PgConnection,
    editor: &Editor,
    id: SubmissionId,
) -> Result<Submission, Failure> {
    seen(store::find_submission_for_update(conn, id).await?, editor)
}

fn seen(submission: Option<Submission>, editor: &Editor) -> Result<Submission, Failure> {
    submission
        .filter(|submission| editor.sees_at_risk || !submission.at_risk)
        .ok_or(Failure::NotFound)
}
