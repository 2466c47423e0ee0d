//! The part of a contribution's page.

use askama::Template;
use ground::{ids::NoteId, lang::Message, msg, web::Cx};
use sqlx::PgConnection;

use super::{
    handle,
    identity::{self, Identity},
    notes::MOST,
    trust::{Said, Trust},
};
use crate::{
    desk::{address_of, door::Asking},
    store::people::{self, Note, Other, Person},
    submission::Submission,
};

/// So many others are named; the list has all.
const NAMED: i64 = 5;
/// So many notes are shown.
const NOTES: i64 = 20;

/// Who sent it, without saying who.
#[derive(Template)]
#[template(path = "review/desk/sender.html")]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Panel {
    cx: Cx,
    address: String,
    handle: Message,
    by_account: bool,
    at_risk: bool,
    /// What may be known of them; none once nothing of theirs may be seen.
    person: Option<Person>,
    /// What holds for this contribution.
    trust: Trust,
    /// Something better was said of who left this address before; it does not hold for this one.
    unproved: Option<Message>,
    trusts: Vec<(&'static str, String)>,
    /// What stands in the form.
    chosen: &'static str,
    others: Vec<(String, Other)>,
    /// In the list.
    all: String,
    notes: Vec<Note>,
    /// Of the form.
    note_id: NoteId,
    has_name: bool,
    has_email: bool,
    identity: Option<Identity>,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let (cx, editor) = (asking.cx, asking.editor);
        let (id, person_id) = (submission.submission_id, submission.person_id);
        let (sees, now) = (editor.sees_at_risk, asking.state.clock.now());
        let person = people::find_person(&mut *conn, person_id, sees).await?;
        let others = people::list_others(&mut *conn, person_id, id, sees, NAMED).await?;
        let notes = people::list_notes(&mut *conn, person_id, sees, NOTES).await?;
        let identity = identity::revealed(conn, editor, submission, now).await?;
        let said = person.as_ref().map_or(
            Said {
                trust: Trust::Unknown,
                at: None,
            },
            |person| Said {
                trust: Trust::from_code(&person.trust).unwrap_or_default(),
                at: person.trust_at,
            },
        );
        let trust = said.of(submission.by_account, submission.sent_at);
        Ok(Self {
            cx: cx.clone(),
            address: address_of(id),
            handle: handle(person_id),
            by_account: submission.by_account,
            at_risk: submission.at_risk,
            person,
            trust,
            unproved: (trust != said.trust)
                .then(|| msg!("vet-trust-unproved").s("trust", cx.say(&said.trust.message()))),
            trusts: Trust::ALL
                .into_iter()
                .map(|trust| (trust.code(), cx.say(&trust.message())))
                .collect(),
            chosen: trust.code(),
            others: others
                .into_iter()
                .map(|other| (address_of(other.submission_id), other))
                .collect(),
            all: format!("/desk?person={person_id}"),
            notes,
            note_id: asking.state.ids.mint(now),
            has_name: submission.contributor_name.is_some(),
            has_email: submission.contributor_email.is_some(),
            identity,
        })
    }

    /// How much of what was decided on was used.
    fn acceptance(&self) -> Option<Message> {
        let person = self.person.as_ref().filter(|person| person.decided > 0)?;
        Some(
            msg!("vet-person-used")
                .n("used", person.used)
                .n("decided", person.decided),
        )
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        MOST
    }
}
