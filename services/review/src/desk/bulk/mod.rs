//! One press about many contributions: what would happen to each is shown first, each is judged by itself, and all of it
//! is undone as a whole.

mod bar;
mod form;
mod judge;
mod page;

use axum::{Form, extract::State, response::Response};
use ground::{
    Failure,
    ids::BatchId,
    live, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use sqlx::PgConnection;

pub(crate) use self::bar::Bar;
use self::{
    form::{BulkForm, Wish},
    judge::{Judged, Todo, judge},
    page::{BulkPage, Chosen},
};
use super::{
    actions::Facts,
    checks::{TAGS_MAX, keep_labels},
    claims,
    door::{self, Asking},
    search,
};
use crate::{
    decisions::Press,
    deed::Deed,
    event::EventKind,
    reasons::Reasons,
    store::{bulk as store, checks, decisions, history},
    submission::Submission,
};

/// The most contributions of one press.
pub(crate) const MOST: usize = 500;

/// `POST /desk/bulk`: what would happen, 200; what happened, 303 to the list, or a page that names what was left out.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let mut form = BulkForm::read(&pairs)?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    if let Some(of) = form.of.take() {
        let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
        form.ids = store::list_of(&mut tx, of, editor.sees_at_risk, most).await?;
    }
    let reasons = Reasons::load(&mut tx).await?;
    let categories = checks::list_categories(&mut tx, cx.lang()).await?;
    let chosen = Chosen {
        reasons: &reasons,
        categories: &categories,
    };
    let mut problems = Problems::default();
    if form.ids.is_empty() {
        problems.add("chosen", msg!("decide-bulk-none"));
    } else if form.ids.len() > MOST {
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        problems.add("chosen", msg!("decide-bulk-too-many").n("most", most));
    }
    if !problems.is_empty() {
        return Err(BulkPage::new(&cx, form, chosen, Vec::new()).unprocessable(problems));
    }
    let wish = form.wish(&reasons, &categories, &mut problems);
    if !form.confirmed {
        // Nothing is locked for a look.
        let judged = judge_all(&mut tx, &asking, &form, wish.as_ref(), false).await?;
        form.batch_id = Some(state.ids.mint(state.clock.now()));
        return Ok(BulkPage::new(&cx, form, chosen, judged).shown());
    }
    let Some(wish) = wish.filter(|_| problems.is_empty()) else {
        let judged = judge_all(&mut tx, &asking, &form, None, false).await?;
        return Err(BulkPage::new(&cx, form, chosen, judged).unprocessable(problems));
    };
    let press = state.press(&editor);
    let batch_id: BatchId = form.batch_id.unwrap_or_else(|| state.ids.mint(press.now));
    // Of the same press twice at once, the second waits here for the first.
    if !press.open(&mut tx, batch_id, form.action).await? {
        return Ok(see_other(&form.next));
    }
    if matches!(wish, Wish::Tag(_)) {
        keep_labels(&mut tx, &form.tag).await?;
    }
    let judged = judge_all(&mut tx, &asking, &form, Some(&wish), true).await?;
    let mut count = 0_usize;
    for one in &judged {
        if let Ok(todo) = &one.verdict {
            carry_out(&mut tx, &press, batch_id, &one.submission, todo).await?;
            count += 1;
        }
    }
    if count == 0 {
        drop(tx);
        return Err(BulkPage::new(&cx, form, chosen, judged).refused());
    }
    live::announce(&mut tx).await?;
    tx.commit().await?;
    tracing::info!(batch.id = %batch_id, deed = form.action.code(), submissions.count = count, "many were decided on");
    if judged.iter().all(|one| one.verdict.is_ok()) {
        return Ok(see_other(&form.next));
    }
    let mut conn = state.pool.acquire().await?;
    let undo = super::undo::Bar::load(&mut conn, &asking, form.next.clone()).await?;
    drop(conn);
    Ok(BulkPage::new(&cx, form, chosen, judged).done(undo))
}

/// What the rules say to each, in the order of their ids. Without a wish that is whole, what they would say to one.
async fn judge_all(
    conn: &mut PgConnection,
    asking: &Asking<'_>,
    form: &BulkForm,
    wish: Option<&Wish>,
    locked: bool,
) -> sqlx::Result<Vec<Judged>> {
    let submissions = if locked {
        decisions::lock_submissions(&mut *conn, &form.ids).await?
    } else {
        store::list_submissions(&mut *conn, &form.ids).await?
    };
    let claims = claims::list(&mut *conn, &asking.state.clock, &form.ids).await?;
    let two = store::list_two_people(conn).await?;
    let by = asking.editor.account_id;
    let any = Wish::any(form.action);
    let wish = wish.unwrap_or(&any);
    Ok(submissions
        .into_iter()
        .filter(|submission| door::sees(asking.editor, submission))
        .map(|submission| {
            let held = claims
                .iter()
                .find(|claim| claim.submission_id == submission.submission_id && claim.account_id != by)
                .map(|claim| claim.words(asking.cx));
            let facts = Facts {
                submission: &submission,
                by,
                two_people: submission
                    .category
                    .as_ref()
                    .is_some_and(|category| two.contains(category)),
                held: held.as_ref(),
            };
            let verdict = judge(wish, facts, form.versions.get(&submission.submission_id).copied());
            Judged { submission, verdict }
        })
        .collect())
}

/// Does to one contribution what was found to be allowed.
async fn carry_out(
    conn: &mut PgConnection,
    press: &Press,
    batch_id: BatchId,
    submission: &Submission,
    todo: &Todo,
) -> sqlx::Result<()> {
    let id = submission.submission_id;
    match todo {
        Todo::Decide(decision, next) => {
            press.decide(conn, batch_id, submission, decision, *next).await?;
        }
        Todo::Sort { category, tags } => {
            decisions::insert_item(&mut *conn, batch_id, id, submission.state, press.now).await?;
            checks::set_sorting(&mut *conn, id, category.as_deref(), tags, press.by).await?;
            search::index(&mut *conn, id).await?;
            let by = Some(press.by);
            history::insert_event(conn, &press.ids, press.now, id, EventKind::Sorted, by).await?;
        }
    }
    Ok(())
}

impl Deed {
    /// Whether it can be done to many at once.
    fn is_for_many(self) -> bool {
        self != Self::Publish
    }
}

/// Whether one more tag can be added.
fn has_room(tags: &[String]) -> bool {
    tags.len() < TAGS_MAX
}
