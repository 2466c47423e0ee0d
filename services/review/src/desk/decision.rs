//! Deciding on a contribution.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure, live, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;

use super::{
    address_of,
    door::{self, Asking},
    page::{NOTE_MAX, SubmissionPage, Typed},
    parse_id,
};
use crate::{
    event::EventKind,
    store::{
        desk::{self as store, Decided},
        history, mine,
    },
    submission::{Decision, DeclineReason, State as SubmissionState, Submission},
};

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct DecisionForm {
    decision: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    version: i32,
}

impl DecisionForm {
    /// The decision, or what is wrong with the form, field by field.
    fn parse(&self) -> Result<Result<Decision, Problems>, Failure> {
        Ok(match self.decision.as_str() {
            "accept" => Ok(Decision::Accept),
            "spam" => Ok(Decision::Spam),
            "reopen" => Ok(Decision::Reopen),
            "decline" => {
                let note = clean(&self.note);
                let mut problems = Problems::default();
                let reason = DeclineReason::from_code(&self.reason);
                if reason.is_none() {
                    problems.add("reason", msg!("desk-reason-missing"));
                }
                if note.chars().count() > NOTE_MAX {
                    let most = i64::try_from(NOTE_MAX).unwrap_or(i64::MAX);
                    problems.add("note", msg!("desk-note-too-long").n("most", most));
                }
                match reason {
                    Some(reason) if problems.is_empty() => Ok(Decision::Decline {
                        reason,
                        note: (!note.is_empty()).then_some(note),
                    }),
                    _ => Err(problems),
                }
            }
            _ => return Err(Failure::BadRequest(msg!("error-bad-request"))),
        })
    }

    fn typed(self) -> Typed {
        Typed {
            reason: self.reason,
            note: self.note,
        }
    }
}

/// The text of a field: lines end as we write them, and what no keyboard types is left out.
pub(super) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    lines
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}

/// `POST /desk/submissions/{submission_id}/decision`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let decision = form.parse()?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    if let Ok(decision) = &decision
        && is_made_already(&submission, decision, form.version, &editor)
    {
        return Ok(see_other(&address_of(id)));
    }
    // Who reads an old page is told so before anything else: what is wrong with the form may not matter.
    let next = submission
        .unchanged_since(form.version)
        .and_then(|()| match &decision {
            Ok(decision) => submission.decide(decision).map(Some),
            Err(_) => Ok(None),
        });
    let (decision, next) = match (decision, next) {
        (Ok(decision), Ok(Some(next))) => (decision, next),
        (_, Err(error)) => {
            let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
            return Err(page.conflict(error, &editor, form.typed()));
        }
        (decision, Ok(_)) => {
            let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
            return Err(page.unprocessable(decision.err().unwrap_or_default(), form.typed()));
        }
    };
    let now = state.clock.now();
    let (decided, kind) = match &decision {
        Decision::Accept => (Decided::default(), EventKind::Accepted),
        Decision::Spam => (Decided::default(), EventKind::Spam),
        Decision::Decline { reason, note } => {
            let decided = Decided {
                reason: Some(*reason),
                note: note.as_deref(),
                ..Decided::default()
            };
            (decided, EventKind::Declined(*reason))
        }
        Decision::Reopen if submission.state == SubmissionState::Received => {
            (Decided::default(), EventKind::Opened)
        }
        Decision::Reopen => (Decided::default(), EventKind::Reopened),
    };
    let decided = match &decision {
        Decision::Reopen => decided,
        _ => Decided {
            at: Some(now),
            by: Some(editor.account_id),
            ..decided
        },
    };
    store::set_decision(&mut tx, id, next, decided).await?;
    history::insert_event(&mut tx, &state.ids, now, id, kind, Some(editor.account_id)).await?;
    if matches!(decision, Decision::Accept | Decision::Decline { .. }) {
        mine::tell_contributor(&mut tx, id).await?;
    }
    live::announce(&mut tx).await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, decision = kind.code(), "a contribution was decided on");
    Ok(see_other(&format!("{}?done={}", address_of(id), kind.code())))
}

/// Whether this editor's same press arrived twice: the second is answered like the first.
fn is_made_already(submission: &Submission, decision: &Decision, version: i32, editor: &Editor) -> bool {
    let same = match decision {
        Decision::Accept => submission.state == SubmissionState::Accepted,
        Decision::Spam => submission.state == SubmissionState::Spam,
        Decision::Decline { reason, note } => {
            submission.state == SubmissionState::Declined
                && submission.decline_reason.as_deref() == Some(reason.code())
                && submission.decline_note == *note
        }
        // Nobody is named in a row that was reopened, so it cannot be told whose press it was.
        Decision::Reopen => false,
    };
    same && submission.decided_by == Some(editor.account_id)
        && submission.version == version.saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_its_lines_and_loses_what_no_keyboard_types() {
        assert_eq!(clean(" one\r\ntwo\0\u{7} "), "one\ntwo");
        assert_eq!(
            clean("ناوی\u{200c}تۆ"),
            "ناوی\u{200c}تۆ",
            "a joiner is a letter's shape, not a control"
        );
    }
}
