//! What else is done to a talk: taking back what nobody has read, needing no answer any more, having read one.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure,
    ids::{MessageId, SendingId, SubmissionId},
    live, msg,
    viewer::Editor,
    web::{Cx, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::after;
use crate::{
    desk::{
        claims,
        door::{self, Asking},
        page::{SubmissionPage, Typed},
        parse_id, search,
    },
    event::EventKind,
    store::{
        history,
        talk::{self as store, Standing},
    },
    submission::Submission,
    talk::{after_answer, after_undo},
};

/// As it comes to take something back.
#[derive(Debug, Deserialize)]
pub(crate) struct UndoForm {
    sending: SendingId,
}

/// `POST /desk/submissions/{submission_id}/talk/undo`: by who said it, and only until it settles. 409 afterwards, for it is
/// told by then.
pub(crate) async fn undo(
    editor: Editor,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<UndoForm>,
) -> Result<Response, Failure> {
    let (id, now) = (parse_id(&id)?, state.clock.now());
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let sending = store::find_sending(&mut tx, form.sending).await?;
    // Pressed twice: it is as it should be.
    let Some(sending) = sending else {
        return Ok(see_other(&after(id, EventKind::Unasked.code())));
    };
    if sending.submission_id != id || sending.account_id != Some(editor.account_id) {
        return Err(Failure::NotFound);
    }
    if sending.settles_at.is_none_or(|settles_at| settles_at <= now) {
        return Err(Failure::Conflict(msg!("talk-undo-late")));
    }
    store::delete_sending(&mut tx, sending.sending_id).await?;
    store::forget_read_by_desk(&mut tx, id, sending.at).await?;
    let open = store::count_open(&mut tx, id).await?;
    let standing = Standing {
        state: sending.state_before.map_or(submission.state, |before| {
            after_undo(submission.state, before, open)
        }),
        due_at: sending.due_before.filter(|_| open > 0),
        // What came meanwhile waits, too.
        unread_since: sending.unread_before.or(submission.unread_since),
        by: Some(editor.account_id),
    };
    write(&mut tx, &state, &editor, id, &standing, EventKind::Unasked).await?;
    search::index(&mut tx, id).await?;
    tx.commit().await?;
    Ok(see_other(&after(id, EventKind::Unasked.code())))
}

/// As it comes to close a question.
#[derive(Debug, Deserialize)]
pub(crate) struct CloseForm {
    version: i32,
    question: MessageId,
}

/// `POST /desk/submissions/{submission_id}/talk/close`: nobody waits for this answer any more.
pub(crate) async fn close(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<CloseForm>,
) -> Result<Response, Failure> {
    let (id, now) = (parse_id(&id)?, state.clock.now());
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = read_as_it_is(&mut tx, &state, &cx, &editor, id, form.version).await?;
    if !store::close_question(&mut tx, id, form.question, now, Some(editor.account_id)).await? {
        return Err(Failure::Conflict(msg!("talk-closed-already")));
    }
    let open = store::count_open(&mut tx, id).await?;
    let standing = Standing {
        state: after_answer(submission.state, open),
        due_at: submission.answer_due_at.filter(|_| open > 0),
        unread_since: submission.unread_since,
        by: Some(editor.account_id),
    };
    write(&mut tx, &state, &editor, id, &standing, EventKind::QuestionClosed).await?;
    tx.commit().await?;
    Ok(see_other(&after(id, EventKind::QuestionClosed.code())))
}

/// As it comes to have read something.
#[derive(Debug, Deserialize)]
pub(crate) struct ReadForm {
    version: i32,
}

/// `POST /desk/submissions/{submission_id}/talk/read`: what the contributor said so far is read. Looking alone marks
/// nothing.
pub(crate) async fn read(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ReadForm>,
) -> Result<Response, Failure> {
    let (id, now) = (parse_id(&id)?, state.clock.now());
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = read_as_it_is(&mut tx, &state, &cx, &editor, id, form.version).await?;
    if submission.unread_since.is_some() {
        store::note_read_by_desk(&mut tx, id, now).await?;
        let standing = Standing {
            state: submission.state,
            due_at: submission.answer_due_at,
            unread_since: None,
            by: Some(editor.account_id),
        };
        write(&mut tx, &state, &editor, id, &standing, EventKind::TalkRead).await?;
        tx.commit().await?;
    }
    Ok(see_other(&after(id, EventKind::TalkRead.code())))
}

/// The contribution, if this is what the editor has read, and nobody else has it in hand.
async fn read_as_it_is(
    tx: &mut PgConnection,
    state: &crate::State,
    cx: &Cx,
    editor: &Editor,
    id: SubmissionId,
    version: i32,
) -> Result<Submission, Failure> {
    let submission = door::find_for_update(&mut *tx, editor, id).await?;
    if let Err(error) = submission.unchanged_since(version) {
        let asking = Asking { state, cx, editor };
        let page = SubmissionPage::load(tx, &asking, submission).await?;
        return Err(page.conflict(error, editor, Typed::default()));
    }
    claims::take(tx, &state.clock, editor, id)
        .await
        .map_err(|error| error.keeping(cx, &[]))?;
    Ok(submission)
}

async fn write(
    tx: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    id: SubmissionId,
    standing: &Standing,
    kind: EventKind,
) -> Result<(), Failure> {
    let now = state.clock.now();
    store::set_standing(&mut *tx, id, standing).await?;
    history::insert_event(&mut *tx, &state.ids, now, id, kind, Some(editor.account_id)).await?;
    Ok(live::announce(tx).await?)
}
