//! Deciding on a contribution.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure,
    ids::{BatchId, NoteId},
    live, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;

use super::{
    actions::Facts,
    address_of, claims,
    door::{self, Asking},
    page::{NOTE_MAX, SubmissionPage, Typed},
    parse_id,
    steps::page_asking,
};
use crate::{
    decisions::Press,
    deed::Deed,
    event::EventKind,
    reasons::Reasons,
    store::{self, decisions, notes},
    submission::{Decision, State as SubmissionState, Submission},
};

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct DecisionForm {
    decision: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    /// For colleagues; the contributor never reads it.
    #[serde(default)]
    internal: String,
    /// The list that the page was opened from: its address's query.
    #[serde(default)]
    from: String,
    version: i32,
}

/// What the form asks for.
enum Asked {
    Decide(Decision),
    /// How a no would read, before it is said.
    Preview,
    /// The form is not good.
    Bad(Problems),
}

impl DecisionForm {
    /// What is asked for, or what is wrong with the form, field by field.
    fn parse(&self, reasons: &Reasons) -> Result<Asked, Failure> {
        Ok(match self.decision.as_str() {
            "accept" => Asked::Decide(Decision::Accept),
            "spam" => Asked::Decide(Decision::Spam),
            "confirm" => Asked::Decide(Decision::Confirm),
            "reopen" => Asked::Decide(Decision::Reopen),
            "preview" => Asked::Preview,
            "decline" => {
                let mut problems = Problems::default();
                let decline = decline(reasons, &self.reason, &self.note, &mut problems);
                check_note("internal", &clean(&self.internal), &mut problems);
                match decline {
                    Some(decline) if problems.is_empty() => Asked::Decide(decline),
                    _ => Asked::Bad(problems),
                }
            }
            _ => return Err(Failure::BadRequest(msg!("error-bad-request"))),
        })
    }

    fn typed(self) -> Typed {
        Typed {
            reason: self.reason,
            note: self.note,
            internal: self.internal,
        }
    }
}

/// A no as it was typed, or what is wrong with it.
pub(super) fn decline(
    reasons: &Reasons,
    reason: &str,
    note: &str,
    problems: &mut Problems,
) -> Option<Decision> {
    let note = clean(note);
    let reason = reasons.given(reason);
    if reason.is_none() {
        problems.add("reason", msg!("desk-reason-missing"));
    }
    check_note("note", &note, problems);
    Some(Decision::Decline {
        reason: reason?,
        note: (!note.is_empty()).then_some(note),
    })
}

fn check_note(field: &'static str, note: &str, problems: &mut Problems) {
    if note.chars().count() > NOTE_MAX {
        let most = i64::try_from(NOTE_MAX).unwrap_or(i64::MAX);
        problems.add(field, msg!("desk-note-too-long").n("most", most));
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
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    let asked = form.parse(&Reasons::load(&mut tx).await?)?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let decision = match asked {
        Asked::Decide(decision) => decision,
        Asked::Preview => {
            let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
            return Ok(page.previewing(form.typed()));
        }
        // Who reads an old page is told so before anything else: what is wrong with the form may not matter.
        Asked::Bad(problems) => {
            let changed = submission.unchanged_since(form.version).err();
            let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
            return Err(match changed {
                Some(error) => page.conflict(error, &editor, form.typed()),
                None => page.unprocessable(problems, form.typed()),
            });
        }
    };
    if is_made_already(&submission, &decision, form.version, &editor) {
        return Ok(see_other(&address_of(id)));
    }
    let two_people = decisions::needs_two(&mut tx, submission.category.as_deref()).await?;
    let facts = Facts {
        submission: &submission,
        by: editor.account_id,
        two_people,
        held: None,
    };
    let judged = submission
        .unchanged_since(form.version)
        .and_then(|()| facts.judge(&decision));
    let next = match judged {
        Ok(next) => next,
        Err(error) => {
            let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
            return Err(page.conflict(error, &editor, form.typed()));
        }
    };
    if let Err(held) = claims::take(&mut tx, &state.clock, &editor, id).await {
        return Err(held.keeping(&cx, &[form.note.as_str(), form.internal.as_str()]));
    }
    let press = state.press(&editor);
    let batch_id: BatchId = state.ids.mint(press.now);
    press
        .open(&mut tx, batch_id, Deed::of(&submission, &decision))
        .await?;
    let kind = press
        .decide(&mut tx, batch_id, &submission, &decision, next)
        .await?;
    note_internally(&mut tx, &press, &submission, &clean(&form.internal)).await?;
    // It is done with, or somebody else's turn.
    if matches!(
        kind,
        EventKind::FirstYes | EventKind::Declined | EventKind::Spam | EventKind::Confirmed
    ) {
        store::claims::delete(&mut tx, id, editor.account_id).await?;
    }
    live::announce(&mut tx).await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, decision = kind.code(), "a contribution was decided on");
    let done = format!("done={}", kind.code());
    Ok(see_other(&page_asking(id, &form.from, &done)))
}

/// Keeps what is for colleagues among the notes of the desk: undoing the decision does not unsay it.
async fn note_internally(
    conn: &mut sqlx::PgConnection,
    press: &Press,
    submission: &Submission,
    body: &str,
) -> sqlx::Result<()> {
    if body.is_empty() {
        return Ok(());
    }
    let note_id: NoteId = press.ids.mint(press.now);
    let note = notes::New {
        note_id,
        submission_id: submission.submission_id,
        by: press.by,
        only_me: false,
        body,
        mentioned: &[],
        now: press.now,
    };
    notes::insert(conn, &note).await?;
    Ok(())
}

impl crate::State {
    /// Someone's press, now.
    pub(crate) fn press(&self, editor: &Editor) -> Press {
        Press {
            ids: self.ids.clone(),
            now: self.clock.now(),
            undo: self.desk.undo,
            by: editor.account_id,
        }
    }
}

/// Whether this editor's same press arrived twice: the second is answered like the first.
fn is_made_already(submission: &Submission, decision: &Decision, version: i32, editor: &Editor) -> bool {
    let by = Some(editor.account_id);
    let same = match decision {
        Decision::Accept if submission.state == SubmissionState::InReview => submission.first_yes_by == by,
        Decision::Accept => submission.state == SubmissionState::Accepted && submission.decided_by == by,
        Decision::Spam | Decision::Confirm => {
            submission.state == SubmissionState::Spam && submission.decided_by == by
        }
        Decision::Decline { reason, note } => {
            submission.state == SubmissionState::Declined
                && submission.decline_reason.as_deref() == Some(reason)
                && submission.decline_note == *note
                && submission.decided_by == by
        }
        Decision::Reopen => {
            submission.state == SubmissionState::InReview
                && submission.first_yes_by.is_none()
                && submission.handled_by == by
        }
    };
    same && submission.version == version.saturating_add(1)
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
