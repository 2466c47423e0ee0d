//! One press about many comments: what would happen to each is shown first, each is judged by itself, and all of it is
//! undone as a whole.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::{BatchId, CommentId},
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use sqlx::PgConnection;

use super::{
    Asking, address_of, claims,
    decision::{self, parse_many},
    deed::Deed,
    next_of,
    press::{Press, Wish},
    reason::{self, OWN, Reason},
    undo,
};
use crate::store::presses::{self as store, Subject};

/// The most comments of one press.
pub(crate) const MOST: usize = 200;

/// As it comes.
#[derive(Debug)]
struct BulkForm {
    deed: Deed,
    /// Each once.
    ids: Vec<CommentId>,
    /// As each was when it was shown.
    versions: HashMap<CommentId, i32>,
    reason: String,
    words: String,
    /// The list to go back to.
    next: String,
    /// Minted with the form.
    batch_id: Option<BatchId>,
    confirmed: bool,
}

impl BulkForm {
    /// Reads what a browser sent.
    fn read(pairs: &[(String, String)]) -> Result<Self, Failure> {
        let field = |wanted: &str| {
            let found = pairs.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let bad = || Failure::BadRequest(msg!("error-bad-request"));
        let (mut ids, mut versions) = (Vec::new(), HashMap::new());
        for (name, value) in pairs {
            if name == "id" {
                ids.push(parse_many(value)?);
            } else if let Some(id) = name.strip_prefix("version-") {
                versions.insert(parse_many(id)?, value.parse().map_err(|_| bad())?);
            }
        }
        ids.sort_unstable();
        ids.dedup();
        let batch = field("batch");
        Ok(Self {
            deed: Deed::from_code(field("action"))
                .filter(|deed| deed.is_for_many())
                .ok_or_else(bad)?,
            ids,
            versions,
            reason: field("reason").to_owned(),
            words: field("words").to_owned(),
            next: next_of(field("next")),
            batch_id: if batch.is_empty() {
                None
            } else {
                Some(batch.parse().map_err(|_| bad())?)
            },
            confirmed: field("confirmed") == "yes",
        })
    }
}

/// A comment, and what the rules say to it.
struct Judged {
    subject: Subject,
    verdict: Result<(), Message>,
}

/// `POST /desk/comments/bulk`: what would happen, 200; what happened, 303 to the list, or a page that names what was left
/// out.
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
    let mut problems = Problems::default();
    if form.ids.is_empty() {
        problems.add("chosen", msg!("decide-bulk-none"));
    } else if form.ids.len() > MOST {
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        problems.add("chosen", msg!("decide-bulk-too-many").n("most", most));
    }
    if !problems.is_empty() {
        return Err(BulkPage::new(&cx, form, Vec::new()).unprocessable(problems));
    }
    if !form.confirmed {
        form.batch_id = Some(state.ids.mint(state.clock.now()));
        let judged = look(&asking, &form).await?;
        return Ok(BulkPage::new(&cx, form, judged).answer(StatusCode::OK));
    }
    let reason = match form.deed {
        Deed::Remove => reason::chosen(&form.reason, &form.words, &mut problems),
        _ => None,
    };
    if !problems.is_empty() {
        let judged = look(&asking, &form).await?;
        return Err(BulkPage::new(&cx, form, judged).unprocessable(problems));
    }
    carry_out(&asking, form, reason).await
}

/// What would happen. Nothing is locked for a look.
async fn look(asking: &Asking<'_>, form: &BulkForm) -> Result<Vec<Judged>, Failure> {
    let mut conn = asking.state.pool.acquire().await?;
    let subjects = store::list_subjects(&mut conn, &form.ids).await?;
    Ok(judge_all(&mut conn, asking, form, subjects).await?)
}

/// Does it to those to whom it can be done.
async fn carry_out(asking: &Asking<'_>, form: BulkForm, reason: Option<String>) -> Result<Response, Failure> {
    let (press, deed) = (Press::of(asking), form.deed);
    let batch_id = form.batch_id.unwrap_or_else(|| press.ids.mint(press.now));
    let mut tx = ground::db::begin(&asking.state.pool).await?;
    // Of the same press twice at once, the second waits here for the first.
    if !press.open(&mut tx, batch_id, deed).await? {
        return Ok(see_other(&form.next));
    }
    let subjects = store::lock_subjects(&mut tx, &form.ids).await?;
    let judged = judge_all(&mut tx, asking, &form, subjects).await?;
    let fits = judged.iter().filter(|one| one.verdict.is_ok());
    let can: Vec<&Subject> = fits.map(|one| &one.subject).collect();
    if can.is_empty() {
        drop(tx);
        return Err(BulkPage::new(asking.cx, form, judged).refused());
    }
    press
        .carry_out(&mut tx, batch_id, &Wish { deed, reason }, &can)
        .await?;
    tx.commit().await?;
    tracing::info!(batch.id = %batch_id, deed = deed.code(), comments.count = can.len(), "many comments were decided on");
    if can.len() == judged.len() {
        return Ok(see_other(&form.next));
    }
    let mut conn = asking.state.pool.acquire().await?;
    let undo = undo::Bar::load(&mut conn, asking, form.next.clone()).await?;
    drop(conn);
    Ok(BulkPage::new(asking.cx, form, judged).done(undo))
}

/// What the rules say to each.
async fn judge_all(
    conn: &mut PgConnection,
    asking: &Asking<'_>,
    form: &BulkForm,
    subjects: Vec<Subject>,
) -> sqlx::Result<Vec<Judged>> {
    let now = asking.state.clock.now();
    let claims = claims::list(conn, now, &form.ids).await?;
    let judge = |subject: Subject| {
        let by = asking.editor.account_id;
        let held = claims
            .iter()
            .find(|claim| claim.comment_id == subject.comment_id && claim.account_id != by);
        let version = form.versions.get(&subject.comment_id).copied();
        let verdict = match held {
            Some(claim) => Err(msg!("queue-claimed-mark").s("name", claim.name.as_str())),
            None => decision::judge(form.deed, &subject, version.unwrap_or(subject.version)),
        };
        Judged { subject, verdict }
    };
    Ok(subjects.into_iter().map(judge).collect())
}

/// A comment, named.
struct Line {
    id: String,
    version: i32,
    name: String,
    opening: String,
    address: String,
    /// Why it is left out, if it is.
    why: Option<Message>,
}

/// The page about many: what would happen, or what did and what did not.
#[derive(Template)]
#[template(path = "comments/desk/bulk.html")]
struct BulkPage {
    cx: Cx,
    form: BulkForm,
    included: Vec<Line>,
    left_out: Vec<Line>,
    /// Chosen, and not there any more.
    missing: i64,
    problems: Problems,
    /// It was done, to those that are not left out.
    undo: Option<undo::Bar>,
    /// Nothing was done: all were left out in the end.
    is_refused: bool,
}

impl BulkPage {
    fn new(cx: &Cx, form: BulkForm, judged: Vec<Judged>) -> Self {
        let missing = form.ids.len().saturating_sub(judged.len());
        let lines = judged.into_iter().map(|one| Line {
            id: one.subject.comment_id.to_string(),
            version: one.subject.version,
            address: address_of(one.subject.comment_id),
            why: one.verdict.err(),
            name: one.subject.name,
            opening: one.subject.opening,
        });
        let (left_out, included) = lines.partition(|line| line.why.is_some());
        Self {
            cx: cx.clone(),
            form,
            included,
            left_out,
            missing: i64::try_from(missing).unwrap_or(i64::MAX),
            problems: Problems::default(),
            undo: None,
            is_refused: false,
        }
    }

    /// 200: it was done, and to some it was not.
    fn done(mut self, undo: undo::Bar) -> Response {
        self.undo = Some(undo);
        self.answer(StatusCode::OK)
    }

    /// 422: something is missing.
    fn unprocessable(mut self, problems: Problems) -> Failure {
        self.problems = problems;
        Failure::Page(Box::new(self.answer(StatusCode::UNPROCESSABLE_ENTITY)))
    }

    /// 409: none of them can be done any more.
    fn refused(mut self) -> Failure {
        self.is_refused = true;
        Failure::Page(Box::new(self.answer(StatusCode::CONFLICT)))
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    fn count_left_out(&self) -> i64 {
        i64::try_from(self.left_out.len()).unwrap_or(i64::MAX)
    }

    /// What it is about: the question, or what was done.
    fn title(&self) -> Message {
        let count = i64::try_from(self.included.len()).unwrap_or(i64::MAX);
        if self.undo.is_some() {
            self.form.deed.done(count)
        } else {
            self.form.deed.asks(count)
        }
    }

    fn is_removal(&self) -> bool {
        self.form.deed == Deed::Remove
    }

    fn reasons(&self) -> Vec<(String, String, String)> {
        reason_choices(&self.cx)
    }

    fn batch(&self) -> String {
        self.form.batch_id.map(|id| id.to_string()).unwrap_or_default()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        reason::WORDS_MAX
    }
}

/// The reasons to choose from, and words of one's own.
pub(super) fn reason_choices(cx: &Cx) -> Vec<(String, String, String)> {
    let choice = |reason: Reason| (reason.code().to_owned(), cx.say(&reason.words()), String::new());
    let own = (OWN.to_owned(), cx.t("cdesk-reason-own"), String::new());
    Reason::ALL.into_iter().map(choice).chain([own]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<BulkForm, Failure> {
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        BulkForm::read(&pairs)
    }

    #[test]
    fn each_is_chosen_once_and_what_is_no_form_of_ours_is_refused() {
        let (one, two) = (
            uuid::Uuid::from_u128(1).to_string(),
            uuid::Uuid::from_u128(2).to_string(),
        );
        let form = read(&[("id", &two), ("id", &one), ("id", &two), ("action", "spam")]).unwrap();
        let ids: Vec<_> = form.ids.iter().map(ToString::to_string).collect();
        assert_eq!(ids, [one, two]);
        assert_eq!((form.next.as_str(), form.confirmed), ("/desk/comments", false));
        for bad in [
            vec![("action", "pin")],
            vec![("action", "shred")],
            vec![("action", "spam"), ("id", "1")],
            vec![("action", "spam"), ("batch", "x")],
            vec![("action", "spam"), ("version-x", "1")],
        ] {
            assert!(read(&bad).is_err(), "{bad:?}");
        }
    }
}
