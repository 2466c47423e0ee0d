//! Asking and saying.

use std::collections::HashMap;

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    ids::{MessageId, SendingId},
    jobs::{self, RemindOfTalk, TellOfTalk},
    live, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use sqlx::PgConnection;

use super::{
    Kept, OPEN_MAX, after,
    form::{Said, TalkForm},
    panel::Stage,
};
use crate::{
    desk::{
        claims,
        door::{self, Asking},
        page::{SubmissionPage, Typed},
        parse_id, search,
    },
    event::EventKind,
    store::{
        history, replies,
        talk::{self as store, NewMessage, Sending, Standing},
    },
    submission::{State as SubmissionState, Submission},
    talk::{Question, after_asking},
};

/// Who was asked with no more time than this is not reminded: the question itself was just now.
const REMINDED_AFTER: TimeDelta = TimeDelta::hours(6);
/// They are reminded so long before the time is over.
const REMINDED_BEFORE: TimeDelta = TimeDelta::days(1);

/// `POST /desk/submissions/{submission_id}/talk`: `action=send` asks or says it; `preview` shows what the contributor will
/// read, `insert` puts an answer that stands ready into the text, and neither changes anything.
///
/// The same form sent twice, also at once, says it once.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let form = TalkForm::of(fields)?;
    if let Some(before) = store::find_sending(&mut tx, form.sending_id).await? {
        let same = before.submission_id == id && before.account_id == Some(editor.account_id);
        return if same {
            Ok(see_other(&after(id, done(before.due_at.is_some()).code())))
        } else {
            Err(Failure::BadRequest(msg!("form-malformed")))
        };
    }
    let kept = |problems, stage| Kept {
        typed: form.typed.clone(),
        sending_id: form.sending_id,
        problems,
        stage,
    };
    if form.action == "insert" {
        return insert(&mut tx, &asking, submission, form).await;
    }
    // Who reads an old page is told so before anything else.
    if let Err(error) = submission.unchanged_since(form.version) {
        let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
        let kept = kept(Problems::default(), Stage::Open);
        return Err(page.with_talk(kept).conflict(error, &editor, Typed::default()));
    }
    let now = state.clock.now();
    let said = match parse(&mut tx, &form, &submission, now, &state).await? {
        Ok(said) => said,
        Err(problems) => {
            let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
            let kept = kept(problems.clone(), Stage::Open);
            return Err(page.with_talk(kept).unprocessable(problems, Typed::default()));
        }
    };
    if form.action == "preview" {
        let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
        return Ok(page
            .with_talk(kept(Problems::default(), Stage::Preview))
            .shown(None, false));
    }
    claims::take(&mut tx, &state.clock, &editor, id)
        .await
        .map_err(|error| error.keeping(&cx, &[&form.typed.other, &form.typed.body]))?;
    let kind = say(&mut tx, &state, &editor, &submission, form.sending_id, &said).await?;
    search::index(&mut tx, id).await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, questions.count = said.questions.len(), "the desk wrote to a contributor");
    Ok(see_other(&after(id, kind.code())))
}

fn done(asked: bool) -> EventKind {
    if asked { EventKind::Asked } else { EventKind::Wrote }
}

/// What is to be said, if it can be said now.
async fn parse(
    conn: &mut PgConnection,
    form: &TalkForm,
    submission: &Submission,
    now: DateTime<Utc>,
    state: &crate::State,
) -> sqlx::Result<Result<Said, Problems>> {
    let said = match form.typed.parse(now, &state.site.time_zone) {
        Ok(said) => said,
        Err(problems) => return Ok(Err(problems)),
    };
    let mut problems = Problems::default();
    if let Err(error) = after_asking(submission.state, &said.questions) {
        problems.add("talk", error.message());
    }
    let open = store::count_open(conn, submission.submission_id).await?;
    if !said.questions.is_empty() && open + said.questions.len() > OPEN_MAX {
        let most = i64::try_from(OPEN_MAX).unwrap_or(i64::MAX);
        problems.add("talk", msg!("talk-too-many-open").n("most", most));
    }
    Ok(if problems.is_empty() {
        Ok(said)
    } else {
        Err(problems)
    })
}

/// Writes it, and asks for it to be told when it has settled.
async fn say(
    tx: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    submission: &Submission,
    sending_id: SendingId,
    said: &Said,
) -> Result<EventKind, Failure> {
    let (id, now) = (submission.submission_id, state.clock.now());
    let next = after_asking(submission.state, &said.questions)
        .map_err(|error| Failure::Conflict(error.message()))?;
    // As a decision: until then it can be taken back.
    let settles_at = now + state.desk.undo;
    let sending = Sending {
        sending_id,
        submission_id: id,
        account_id: Some(editor.account_id),
        at: now,
        settles_at: Some(settles_at),
        state_before: Some(submission.state),
        due_before: submission.answer_due_at,
        unread_before: submission.unread_since,
        due_at: said.due_at,
        told_at: None,
        reminded_at: None,
    };
    store::insert_sending(tx, &sending).await?;
    let words = (!said.body.is_empty()).then(|| NewMessage {
        body: &said.body,
        ..NewMessage::default()
    });
    let questions = said.questions.iter().map(|question| NewMessage {
        question: Some(question.code()),
        body: if *question == Question::Other {
            &said.other
        } else {
            ""
        },
        ..NewMessage::default()
    });
    for (position, message) in (0..).zip(words.into_iter().chain(questions)) {
        let message_id: MessageId = state.ids.mint(now);
        let message = NewMessage { position, ..message };
        store::insert_message(tx, message_id, (sending_id, id), &message).await?;
    }
    // Whoever answers has read what was said to them.
    store::note_read_by_desk(tx, id, now).await?;
    let standing = Standing {
        state: next,
        due_at: said.due_at.or(submission.answer_due_at),
        unread_since: None,
        by: Some(editor.account_id),
    };
    store::set_standing(tx, id, &standing).await?;
    let kind = done(!said.questions.is_empty());
    if submission.state == SubmissionState::Received {
        history::insert_event(
            tx,
            &state.ids,
            now,
            id,
            EventKind::Opened,
            Some(editor.account_id),
        )
        .await?;
    }
    history::insert_event(tx, &state.ids, now, id, kind, Some(editor.account_id)).await?;
    jobs::enqueue_at(tx, &TellOfTalk { sending_id }, settles_at).await?;
    if let Some(due_at) = said.due_at
        && due_at - REMINDED_BEFORE > now + REMINDED_AFTER
    {
        jobs::enqueue_at(tx, &RemindOfTalk { sending_id }, due_at - REMINDED_BEFORE).await?;
    }
    live::announce(tx).await?;
    Ok(kind)
}

/// The form again, with the answer that stands ready in its text.
async fn insert(
    tx: &mut PgConnection,
    asking: &Asking<'_>,
    submission: Submission,
    form: TalkForm,
) -> Result<Response, Failure> {
    let mut typed = form.typed;
    let reply = match form.reply.parse() {
        Ok(reply_id) => replies::find(tx, reply_id).await?,
        Err(_) => None,
    };
    if let Some(reply) = reply.filter(|reply| reply.language == submission.language) {
        if !typed.body.trim().is_empty() {
            typed.body = format!("{}\n\n", typed.body.trim_end());
        }
        typed.body.push_str(&reply.body);
    }
    let page = SubmissionPage::load(tx, asking, submission).await?;
    let kept = Kept {
        typed,
        sending_id: form.sending_id,
        problems: Problems::default(),
        stage: Stage::Open,
    };
    Ok(page.with_talk(kept).shown(None, false))
}
