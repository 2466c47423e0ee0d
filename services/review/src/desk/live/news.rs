//! What is told of a change, in two editions: with what is at risk, and without a word of it.

use std::collections::{BTreeMap, HashMap};

use chrono_tz::Tz;
use ground::ids::{AccountId, SubmissionId};
use serde::Serialize;

use crate::store::live::{Changed, Count, Mine};

/// Counts by the queue's code.
pub(super) type Counts = BTreeMap<String, i64>;

/// What is told first, and whenever something may have been missed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Look {
    pub(super) counts: Counts,
    pub(super) mine: i64,
    /// How many came since the page that listens was made.
    pub(super) fresh: i64,
    /// When the newest came that is counted in it, in microseconds.
    pub(super) newest: i64,
}

/// What a page shows of a contribution and may have to change.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Item {
    id: SubmissionId,
    version: i32,
    state: &'static str,
    /// When it came, in microseconds.
    sent: i64,
    /// Where it is now.
    queues: Vec<String>,
    /// Who brought it to where it is.
    by: Option<String>,
    by_id: Option<AccountId>,
    /// Who changed something last, of the newsroom.
    last: Option<String>,
    last_id: Option<AccountId>,
    claim: Option<Claim>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Claim {
    by: String,
    by_id: AccountId,
    /// By the newsroom's clock.
    since: String,
    /// From whom it was taken over, and with which word.
    from: Option<AccountId>,
    note: Option<String>,
}

impl Item {
    /// As one row of the database says.
    pub(super) fn of(row: &Changed, time_zone: Tz) -> Self {
        let claim = match (row.claimed_by, &row.claimed_by_name, row.claimed_at) {
            (Some(by_id), Some(by), Some(since)) => Some(Claim {
                by: by.clone(),
                by_id,
                since: since.with_timezone(&time_zone).format("%H:%M").to_string(),
                from: row.taken_from,
                note: row.taken_note.clone(),
            }),
            _ => None,
        };
        Self {
            id: row.submission_id,
            version: row.version,
            state: row.state.code(),
            sent: row.sent_at.timestamp_micros(),
            queues: row.queues.clone(),
            by: row.handled_by_name.clone(),
            by_id: row.handled_by,
            last: row.acted_by_name.clone(),
            last_id: row.acted_by,
            claim,
        }
    }
}

/// The counts for who sees what is at risk, or for who does not.
pub(super) fn counts(counts: &[Count], sees_at_risk: bool) -> Counts {
    let shown = counts.iter().filter(|count| sees_at_risk || count.code != "risk");
    shown
        .map(|count| {
            (
                count.code.clone(),
                if sees_at_risk { count.all } else { count.safe },
            )
        })
        .collect()
}

/// How much somebody has in hand.
pub(super) fn mine(mine: &[Mine], of: AccountId, sees_at_risk: bool) -> i64 {
    let theirs = mine.iter().filter(|mine| mine.account_id == of);
    theirs
        .map(|mine| if sees_at_risk { mine.all } else { mine.safe })
        .sum()
}

/// What one look at the database found, ready to be told to everyone.
#[derive(Debug)]
pub(super) struct Tick {
    /// Of this program's; it counts up.
    pub(super) number: u64,
    all: String,
    safe: String,
    mine: HashMap<AccountId, (i64, i64)>,
}

/// The part of an edition that is the same for everyone.
#[derive(Serialize)]
struct Edition<'a> {
    counts: Counts,
    items: Vec<&'a Item>,
    /// What else may have changed is not told here: whoever hears it looks at everything they show.
    anew: bool,
}

impl Tick {
    /// `anew`: more changed than `rows`.
    pub(super) fn new(
        number: u64,
        counted: &[Count],
        mine: &[Mine],
        rows: &[Changed],
        anew: bool,
        time_zone: Tz,
    ) -> serde_json::Result<Self> {
        let items: Vec<(bool, Item)> = rows
            .iter()
            .map(|row| (row.at_risk, Item::of(row, time_zone)))
            .collect();
        let edition = |sees_at_risk: bool| {
            let seen = items.iter().filter(|(at_risk, _)| sees_at_risk || !at_risk);
            serde_json::to_string(&Edition {
                counts: counts(counted, sees_at_risk),
                items: seen.map(|(_, item)| item).collect(),
                anew,
            })
        };
        Ok(Self {
            number,
            all: edition(true)?,
            safe: edition(false)?,
            mine: mine
                .iter()
                .map(|mine| (mine.account_id, (mine.all, mine.safe)))
                .collect(),
        })
    }

    /// The words for one who hears: what everyone hears, and how much they have in hand.
    pub(super) fn words(&self, of: AccountId, sees_at_risk: bool) -> String {
        let (all, safe) = self.mine.get(&of).copied().unwrap_or_default();
        let (mine, edition) = if sees_at_risk {
            (all, &self.all)
        } else {
            (safe, &self.safe)
        };
        // An edition is an object: what is the hearer's own goes in front.
        format!("{{\"mine\":{mine},{}", edition.trim_start_matches('{'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    use crate::submission::State;

    fn row(state: State) -> Changed {
        Changed {
            submission_id: SubmissionId(uuid::Uuid::from_u128(1)),
            state,
            version: 3,
            at_risk: false,
            sent_at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            queues: vec!["open".to_owned(), "new".to_owned()],
            handled_by: None,
            handled_by_name: None,
            acted_by: None,
            acted_by_name: None,
            claimed_by: None,
            claimed_by_name: None,
            claimed_at: None,
            taken_from: None,
            taken_note: None,
        }
    }

    #[test]
    fn who_does_not_see_what_is_at_risk_hears_no_word_of_it() {
        let hidden = Changed {
            submission_id: SubmissionId(uuid::Uuid::from_u128(2)),
            at_risk: true,
            handled_by_name: Some("Cem".to_owned()),
            ..row(State::Declined)
        };
        let count = |code: &str, all, safe| Count {
            code: code.to_owned(),
            all,
            safe,
        };
        let counted = [count("open", 5, 4), count("risk", 1, 0)];
        let of = AccountId(uuid::Uuid::from_u128(9));
        let mine = [Mine {
            account_id: of,
            all: 3,
            safe: 2,
        }];
        let rows = [row(State::Received), hidden];
        let tick = Tick::new(1, &counted, &mine, &rows, false, Tz::UTC).unwrap();
        let all: serde_json::Value = serde_json::from_str(&tick.words(of, true)).unwrap();
        assert_eq!(all["counts"], serde_json::json!({ "open": 5, "risk": 1 }));
        assert_eq!(
            (&all["mine"], all["items"].as_array().unwrap().len()),
            (&3.into(), 2)
        );
        let safe = tick.words(of, false);
        assert!(
            !safe.contains("000000000002") && !safe.contains("risk") && !safe.contains("Cem"),
            "{safe}"
        );
        let safe: serde_json::Value = serde_json::from_str(&safe).unwrap();
        assert_eq!((&safe["counts"]["open"], &safe["mine"]), (&4.into(), &2.into()));
    }

    #[test]
    fn a_claim_is_told_by_the_newsrooms_clock() {
        let by = AccountId(uuid::Uuid::from_u128(9));
        let held = Changed {
            claimed_by: Some(by),
            claimed_by_name: Some("Bo".to_owned()),
            claimed_at: DateTime::from_timestamp(1_800_000_000, 0),
            ..row(State::Received)
        };
        let item = Item::of(&held, Tz::Asia__Baghdad);
        assert_eq!(item.claim.unwrap().since, "11:00");
    }
}
