//! How every door of the desk comes to its contribution: whoever may not see it is told that there is none. And who may
//! come to the doors of chiefs.

use ground::{
    Failure,
    ids::SubmissionId,
    viewer::{Editor, Role},
};
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
        .filter(|submission| sees(editor, submission))
        .ok_or(Failure::NotFound)
}

/// Whether this editor may know of a contribution.
pub(crate) fn sees(editor: &Editor, submission: &Submission) -> bool {
    editor.sees_at_risk || !submission.at_risk
}

/// Whoever rules over how the desk works; to everyone else those pages do not exist.
pub(crate) fn chief(editor: &Editor) -> Result<(), Failure> {
    if editor.role >= Role::Chief {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}
