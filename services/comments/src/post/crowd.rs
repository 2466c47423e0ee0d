//! While many write at once, who is not signed in shows that they mean it ([`ground::web::Work`]): their device works for a
//! moment, or they wait a minute. In place of a captcha.

use ground::{
    ids::CommentId,
    web::{Cx, Pass, Puzzle, Source},
};

use super::form::PostForm;

/// What is asked of somebody who writes now; usually nothing. The comment itself is counted already.
pub(super) fn puzzle(
    state: &crate::State,
    cx: &Cx,
    comment_id: CommentId,
    form: &PostForm,
) -> Option<Puzzle> {
    let asked = state.posts.taken() > state.posts_soft && cx.viewer().0.is_none();
    asked.then(|| state.work.puzzle(comment_id.0.as_bytes(), &form.work_challenge))
}

/// Whether a comment that this is asked of may be taken.
pub(super) fn look<'a>(
    state: &'a crate::State,
    source: Source,
    comment_id: CommentId,
    puzzle: Option<&Puzzle>,
    form: &PostForm,
) -> Option<Pass<'a>> {
    if puzzle.is_none() {
        return Some(Pass::free());
    }
    let (challenge, solution) = (&form.work_challenge, &form.work_solution);
    state
        .work
        .look(comment_id.0.as_bytes(), source, challenge, solution)
}
