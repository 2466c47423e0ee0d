//! The part of a contribution's page.

use askama::Template;
use ground::{lang::Message, msg, web::Cx};
use sqlx::PgConnection;

use super::{
    claimed,
    differences::Difference,
    record::{Claimed, Record},
};
use crate::{
    desk::{address_of, door::Asking},
    store::{desk as store, people},
    submission::Submission,
};

/// What was claimed beside what was recorded.
#[derive(Template)]
#[template(path = "review/desk/recorded.html")]
pub(crate) struct Panel {
    cx: Cx,
    address: String,
    place: Option<String>,
    happened_at: Option<String>,
    sent_at: chrono::DateTime<chrono::Utc>,
    records: Vec<Record>,
    /// All files together, in a few sentences.
    summary: Vec<Message>,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let (id, editor) = (submission.submission_id, asking.editor);
        let until = people::find_reveal(&mut *conn, id, editor.account_id, asking.state.clock.now()).await?;
        let newsroom = asking.state.site.time_zone;
        let place = submission.place.as_deref();
        let when = submission.happened_at.as_deref();
        let claimed = Claimed {
            point: place.and_then(claimed::place),
            moment: when.and_then(|words| claimed::moment(words, submission.sent_at, newsroom)),
            sent_at: submission.sent_at,
            newsroom,
        };
        let mut records = Vec::new();
        for file in store::list_files(&mut *conn, &[id]).await? {
            let told = media::list_facts(&mut *conn, file.media_id).await?;
            let number = i64::from(file.position) + 1;
            records.push(Record::of(
                asking.cx,
                number,
                told.as_ref(),
                &claimed,
                until.is_some(),
            ));
        }
        Ok(Self {
            cx: asking.cx.clone(),
            address: address_of(id),
            place: submission.place.clone(),
            happened_at: submission.happened_at.clone(),
            sent_at: submission.sent_at,
            summary: summary(&records),
            records,
        })
    }
}

/// How many files say where and when, and how many of them differ from what was said.
fn summary(records: &[Record]) -> Vec<Message> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let of = |wanted: fn(&Difference) -> bool| {
        let mut found = records
            .iter()
            .flat_map(|record| record.differences.iter())
            .filter(|one| wanted(one))
            .peekable();
        found.peek().is_some().then(|| {
            let (agree, differ): (Vec<&Difference>, Vec<&Difference>) = found.partition(|one| one.agrees());
            (count(agree.len()), count(differ.len()))
        })
    };
    let mut told = Vec::new();
    if let Some((agree, differ)) = of(|one| matches!(one, Difference::Place(_))) {
        told.push(msg!("item-sum-place").n("agree", agree).n("differ", differ));
    }
    if let Some((agree, differ)) = of(|one| matches!(one, Difference::Time(_))) {
        told.push(msg!("item-sum-time").n("agree", agree).n("differ", differ));
    }
    told
}
