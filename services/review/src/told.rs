//! What a contributor is told of a history: nothing that was undone, and nothing that still can be.

use chrono::{DateTime, Utc};

use crate::{deed::Deed, event::EventKind, store::history::Entry};

/// The entries that its contributor may know of. What was decided since `unsettled` can still be undone.
pub(crate) fn told(history: Vec<Entry>, unsettled: Option<DateTime<Utc>>) -> Vec<Entry> {
    let mut told: Vec<Entry> = Vec::with_capacity(history.len());
    for entry in history {
        if kind(&entry) == Some(EventKind::Undone) {
            let deed = entry.reason.as_deref().and_then(Deed::from_code);
            let undone = told
                .iter()
                .rposition(|entry| deed.is_some_and(|deed| kind(entry).is_some_and(|kind| deed.wrote(kind))));
            if let Some(undone) = undone {
                told.remove(undone);
            }
        } else if kind(&entry) == Some(EventKind::Unasked) {
            // What the desk took back before it was sent was never said.
            let said = |entry: &Entry| matches!(kind(entry), Some(EventKind::Asked | EventKind::Wrote));
            if let Some(unsaid) = told.iter().rposition(said) {
                told.remove(unsaid);
            }
        } else {
            told.push(entry);
        }
    }
    told.retain(|entry| {
        let decision = kind(entry).is_some_and(EventKind::is_a_decision);
        !decision || unsettled.is_none_or(|unsettled| entry.at < unsettled)
    });
    told
}

fn kind(entry: &Entry) -> Option<EventKind> {
    EventKind::from_code(&entry.kind, entry.reason.as_deref())
}

impl Deed {
    /// Whether it is what an event tells of.
    fn wrote(self, kind: EventKind) -> bool {
        matches!(
            (self, kind),
            (Self::Take, EventKind::Opened)
                | (Self::Accept, EventKind::Accepted | EventKind::FirstYes)
                | (Self::Decline, EventKind::Declined)
                | (Self::Spam, EventKind::Spam)
                | (Self::Reopen, EventKind::Reopened)
                | (Self::Confirm, EventKind::Confirmed)
                | (Self::Publish, EventKind::Published)
        )
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::testing::sample;

    fn entry(minute: i64, kind: EventKind, reason: Option<&str>) -> Entry {
        Entry {
            kind: kind.code().to_owned(),
            at: sample().sent_at + TimeDelta::minutes(minute),
            account_id: None,
            account_name: None,
            reason: reason.map(str::to_owned),
            file: None,
            why: None,
            seq: None,
        }
    }

    #[test]
    fn what_was_undone_never_was_and_what_can_be_undone_is_not_yet() {
        let history = || {
            vec![
                entry(0, EventKind::Sent, None),
                entry(1, EventKind::Opened, None),
                entry(2, EventKind::Accepted, None),
                entry(3, EventKind::Sorted, None),
                entry(4, EventKind::Undone, Some("tag")),
                entry(5, EventKind::Undone, Some("accept")),
                entry(6, EventKind::Asked, None),
                entry(6, EventKind::Unasked, None),
                entry(6, EventKind::Declined, Some("rules")),
            ]
        };
        let codes = |told: Vec<Entry>| told.into_iter().map(|entry| entry.kind).collect::<Vec<_>>();
        assert_eq!(
            codes(told(history(), None)),
            ["sent", "opened", "sorted", "declined"]
        );
        let unsettled = sample().sent_at + TimeDelta::minutes(6);
        assert_eq!(
            codes(told(history(), Some(unsettled))),
            ["sent", "opened", "sorted"]
        );
    }
}
