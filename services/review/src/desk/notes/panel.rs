//! The part of a contribution's page.

use askama::Template;
use chrono::{DateTime, Utc};
use ground::{
    ids::{NoteId, SubmissionId},
    web::Cx,
};
use sqlx::PgConnection;

use super::{MOST, edit::is_editable};
use crate::{
    desk::{address_of, door::Asking},
    store::notes::{self as store, Colleague, Row},
    submission::Submission,
};

/// Which part of the page shows a note.
fn tab_of(only_me: bool) -> &'static str {
    if only_me { "own" } else { "desk" }
}

/// Where a note stands.
pub(super) fn address_of_note(id: SubmissionId, note_id: NoteId, only_me: bool) -> String {
    format!("{}?tab={}#note-{note_id}", address_of(id), tab_of(only_me))
}

/// The part of the page that shows such notes.
pub(super) fn address_of_tab(id: SubmissionId, only_me: bool) -> String {
    format!("{}?tab={}#tabs", address_of(id), tab_of(only_me))
}

/// One note.
pub(crate) struct Line {
    row: Row,
    /// It is who looks who wrote it.
    own: bool,
    editable: bool,
}

/// What is for everyone at the desk, or for oneself.
pub(crate) struct Side {
    only_me: bool,
    lines: Vec<Line>,
    /// Of the form.
    note_id: NoteId,
}

/// What the desk says to itself.
#[derive(Template)]
#[template(path = "review/desk/notes.html")]
pub(crate) struct Panel {
    cx: Cx,
    address: String,
    sides: [Side; 2],
    /// Who can be meant here.
    colleagues: Vec<Colleague>,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let (me, id) = (asking.editor.account_id, submission.submission_id);
        let now = asking.state.clock.now();
        let rows = store::list(&mut *conn, id, me).await?;
        let mut colleagues = store::list_colleagues(conn, me).await?;
        colleagues.retain(|colleague| colleague.sees_at_risk || !submission.at_risk);
        let (private, open): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.only_me);
        let side = |only_me, rows: Vec<Row>| Side {
            only_me,
            lines: rows.into_iter().map(|row| line(row, asking, now)).collect(),
            note_id: asking.state.ids.mint(now),
        };
        Ok(Self {
            cx: asking.cx.clone(),
            address: address_of(id),
            sides: [side(false, open), side(true, private)],
            colleagues,
        })
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn most(&self) -> usize {
        MOST
    }
}

fn line(row: Row, asking: &Asking<'_>, now: DateTime<Utc>) -> Line {
    let own = row.account_id == asking.editor.account_id && row.body.is_some();
    Line {
        own,
        editable: own && is_editable(row.only_me, row.written_at, now),
        row,
    }
}
