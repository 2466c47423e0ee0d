//! What the newsroom makes of somebody who sends.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use chrono::{DateTime, Utc};
use ground::{Failure, lang::Message, msg, viewer::Editor, web::see_other};
use serde::Deserialize;

use crate::{
    desk::{address_of, door, parse_id},
    event::EventKind,
    store::{history, people},
};

/// Set by somebody of the newsroom, never by a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Nobody has said anything.
    #[default]
    Unknown,
    /// We know who it is.
    Known,
    /// What they sent was right before.
    Trusted,
    /// What they sent was wrong before, or they want something of us.
    Careful,
}

impl Trust {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Unknown, Self::Known, Self::Trusted, Self::Careful];

    /// As in the database, in forms and in class names.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Known => "known",
            Self::Trusted => "trusted",
            Self::Careful => "careful",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trust| trust.code() == code)
    }

    pub(crate) fn message(self) -> Message {
        match self {
            Self::Unknown => msg!("vet-trust-unknown"),
            Self::Known => msg!("vet-trust-known"),
            Self::Trusted => msg!("vet-trust-trusted"),
            Self::Careful => msg!("vet-trust-careful"),
        }
    }
}

/// What was said of somebody, and what it is worth for one contribution.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    pub(crate) trust: Trust,
    pub(crate) at: Option<DateTime<Utc>>,
}

impl Said {
    /// What holds for a contribution sent at `sent_at`. Anybody can type an address: what was said of a guest in their
    /// favour holds for what lay on the desk by then, and not for what comes later under the same address. A warning
    /// always holds.
    pub(crate) fn of(self, by_account: bool, sent_at: DateTime<Utc>) -> Trust {
        let earned = by_account || self.at.is_some_and(|at| sent_at <= at);
        match self.trust {
            Trust::Known | Trust::Trusted if !earned => Trust::Unknown,
            trust => trust,
        }
    }
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct TrustForm {
    #[serde(default)]
    trust: String,
}

/// `POST /desk/submissions/{submission_id}/sender/trust`: says what we make of who sent it. The contribution stays as it is.
pub(crate) async fn post(
    editor: Editor,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<TrustForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let trust =
        Trust::from_code(&form.trust).ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
    let now = state.clock.now();
    let (person, by) = (submission.person_id, editor.account_id);
    people::set_trust(&mut tx, person, trust.code(), by, now).await?;
    history::insert_event(&mut tx, &state.ids, now, id, EventKind::TrustSet(trust), Some(by)).await?;
    tx.commit().await?;
    Ok(see_other(&format!("{}#sender", address_of(id))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_trusted_for_typing_the_address_of_somebody_who_is() {
        let noon = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let (before, after) = (
            noon - chrono::TimeDelta::hours(1),
            noon + chrono::TimeDelta::hours(1),
        );
        for (trust, by_account, sent_at, holds) in [
            (Trust::Trusted, false, before, Trust::Trusted),
            (Trust::Trusted, false, after, Trust::Unknown),
            (Trust::Known, false, after, Trust::Unknown),
            (Trust::Careful, false, after, Trust::Careful),
            (Trust::Unknown, false, after, Trust::Unknown),
            (Trust::Trusted, true, after, Trust::Trusted),
            (Trust::Known, true, before, Trust::Known),
        ] {
            let said = Said {
                trust,
                at: Some(noon),
            };
            assert_eq!(said.of(by_account, sent_at), holds, "{trust:?} {by_account}");
        }
        let never = Said {
            trust: Trust::Trusted,
            at: None,
        };
        assert_eq!(never.of(false, before), Trust::Unknown);
    }

    #[test]
    fn every_word_is_read_as_it_was_written() {
        for trust in Trust::ALL {
            assert_eq!(Trust::from_code(trust.code()), Some(trust));
        }
        assert_eq!(Trust::from_code("verified"), None);
    }
}
