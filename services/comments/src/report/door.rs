//! `GET` and `POST /comments/{comment_id}/report`, and the thanks after it.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::{AccountId, CommentId},
    msg, text,
    web::{Cx, Page, Problems, Source, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::Reason;
use crate::{
    cookies::{self, Who},
    event::Kind,
    person::Person,
    post::address_of,
    rules,
    store::{
        events,
        likes::{self, Readable},
        reports::{self, NewReport},
    },
};

/// Of what they say to it, in characters.
const NOTE_MAX: usize = 1000;

/// The form, as it comes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReportForm {
    reason: String,
    note: String,
    email: String,
}

#[derive(Template)]
#[template(path = "comments/report.html")]
struct ReportPage {
    cx: Cx,
    comment_id: CommentId,
    comment: Readable,
    typed: ReportForm,
    problems: Problems,
}

impl ReportPage {
    /// By value, as the macro compares it.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        NOTE_MAX
    }

    fn reasons(&self) -> Vec<(&'static str, String, String)> {
        let more = |reason| match reason {
            Reason::Legal => self.cx.t("comment-reason-legal-more"),
            _ => String::new(),
        };
        let row = |reason: Reason| (reason.code(), self.cx.say(&reason.message()), more(reason));
        Reason::ALL.into_iter().map(row).collect()
    }
}

#[derive(Template)]
#[template(path = "comments/reported.html")]
struct ReportedPage {
    cx: Cx,
    path: String,
}

/// A report as it may be stored.
struct Good {
    reason: Reason,
    note: String,
    email: Option<String>,
}

/// `GET /comments/{comment_id}/report`
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    Path(comment_id): Path<CommentId>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let comment = find(&mut conn, &state, comment_id).await?;
    let page = ReportPage {
        cx: cx.clone(),
        comment_id,
        comment,
        typed: ReportForm::default(),
        problems: Problems::default(),
    };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /comments/{comment_id}/report`: 303 to the thanks; one report of each person, however often they press.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    who: Who,
    Path(comment_id): Path<CommentId>,
    Form(form): Form<ReportForm>,
) -> Result<Response, Failure> {
    let (person, secret) = cookies::known(&state.key, &who.person);
    let voter = person.voter(&state.key).ok_or(Failure::NotFound)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let thanks = format!("/comments/{comment_id}/reported");
    // It may wait by now, because of this very report.
    if reports::has_reported(&mut tx, comment_id, &voter).await? {
        return Ok(see_other(&thanks));
    }
    let comment = find(&mut tx, &state, comment_id).await?;
    let good = parse(&form).map_err(|problems| {
        let page = ReportPage {
            cx: cx.clone(),
            comment_id,
            comment,
            typed: form.clone(),
            problems,
        };
        Page::unprocessable(&cx, page)
    })?;
    state.acts.take(source)?;
    take(&mut tx, &state, comment_id, &person, &voter, &good).await?;
    tx.commit().await?;
    let mut response = see_other(&thanks);
    cookies::keep(response.headers_mut(), &state.site, secret.as_ref());
    Ok(response)
}

/// `GET /comments/{comment_id}/reported`: to who reported it.
pub(super) async fn thanks(
    State(state): State<crate::State>,
    cx: Cx,
    who: Who,
    Path(comment_id): Path<CommentId>,
) -> Result<Response, Failure> {
    let voter = who.person.voter(&state.key).ok_or(Failure::NotFound)?;
    let mut conn = state.pool.acquire().await?;
    let path = reports::find_reported_path(&mut conn, comment_id, &voter).await?;
    let page = ReportedPage {
        cx: cx.clone(),
        path: path.ok_or(Failure::NotFound)?,
    };
    Ok(Page::new(&cx, page).with_status(StatusCode::OK).into_response())
}

async fn find(
    conn: &mut PgConnection,
    state: &crate::State,
    comment_id: CommentId,
) -> Result<Readable, Failure> {
    let found = likes::find_readable(conn, comment_id, state.clock.now()).await?;
    found.ok_or(Failure::NotFound)
}

fn parse(form: &ReportForm) -> Result<Good, Problems> {
    let mut problems = Problems::default();
    let reason = Reason::from_code(&form.reason);
    if reason.is_none() {
        problems.add("reason", msg!("comment-reason-missing"));
    }
    let is_legal = reason == Some(Reason::Legal);
    let note = text::prose(&form.note).trim().to_owned();
    if note.is_empty() && is_legal {
        problems.add("note", msg!("comment-note-missing"));
    } else if text::is_longer(&note, NOTE_MAX) {
        let most = i64::try_from(NOTE_MAX).unwrap_or(i64::MAX);
        problems.add("note", msg!("comment-note-long").n("most", most));
    }
    let email = match address_of(&form.email) {
        // Nobody else needs to leave one; what is not asked for is not kept.
        _ if !is_legal => None,
        Ok(Some(email)) => Some(email),
        Ok(None) => {
            problems.add("email", msg!("comment-report-email-missing"));
            None
        }
        Err(words) => {
            problems.add("email", words);
            None
        }
    };
    match reason {
        Some(reason) if problems.is_empty() => Ok(Good { reason, note, email }),
        _ => Err(problems),
    }
}

/// Stores it; the comment waits when it is one too many.
async fn take(
    conn: &mut PgConnection,
    state: &crate::State,
    comment_id: CommentId,
    person: &Person,
    voter: &[u8],
    good: &Good,
) -> Result<(), Failure> {
    let now = state.clock.now();
    let account_id: Option<AccountId> = match person {
        Person::Account(account_id) => Some(*account_id),
        _ => None,
    };
    let new = NewReport {
        report_id: state.ids.mint(now),
        comment_id,
        reason: good.reason,
        note: &good.note,
        email: good.email.as_deref(),
        account_id,
        voter,
        at: now,
    };
    if !reports::insert_report(conn, &new).await? {
        return Ok(());
    }
    // By nobody in particular: who reports is not told to whoever reads the history.
    let reported = (Kind::Reported, good.reason.code());
    events::insert_event(conn, &state.ids, now, comment_id, None, reported).await?;
    let most = rules::current(conn).await?.reports_hold;
    if let Some(count) = reports::hold_if_many(conn, comment_id, most).await? {
        let note = count.to_string();
        let held = (Kind::HeldByReports, note.as_str());
        events::insert_event(conn, &state.ids, now, comment_id, None, held).await?;
    }
    Ok(())
}
