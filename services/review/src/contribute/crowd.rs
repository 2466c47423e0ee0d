//! While many send at once, who is not signed in shows that they mean it ([`ground::web::Work`]): their device works
//! for a moment while they write, or they wait a minute. Nobody is turned away, and nothing is lost meanwhile.

use ground::{
    ids::SubmissionId,
    viewer::Viewer,
    web::{Pass, Puzzle, Source},
};
use uploads::Fields;

use super::form::FormState;

/// The field with the puzzle, and the one with its solution.
const CHALLENGE: &str = "work_challenge";
const SOLUTION: &str = "work_solution";

/// What the form of somebody asks for, who sends as one of `sendings` within the hour; usually nothing.
pub(super) fn puzzle(
    state: &crate::State,
    viewer: &Viewer,
    sendings: usize,
    id: SubmissionId,
    fields: &Fields,
) -> Option<Puzzle> {
    let asked = sendings > state.sendings_soft && viewer.0.is_none();
    asked.then(|| state.work.puzzle(id.0.as_bytes(), fields.first(CHALLENGE)))
}

/// Whether a form that came may be taken; it says itself whether that is asked.
pub(super) fn look<'a>(
    state: &'a crate::State,
    source: Source,
    fields: &Fields,
    form: &FormState,
) -> Option<Pass<'a>> {
    if form.puzzle.is_none() {
        return Some(Pass::free());
    }
    let (challenge, solution) = (fields.first(CHALLENGE), fields.first(SOLUTION));
    state
        .work
        .look(form.submission_id.0.as_bytes(), source, challenge, solution)
}
