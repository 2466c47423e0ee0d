//! A contribution as a list shows it.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    age,
    ids::{AccountId, SubmissionId},
    lang::Message,
    msg,
};

use super::{Asked, Group, asked::Kind, chips::Names, item_address};
use crate::{
    desk::{
        care::{Cover, Veil, Warning, Warnings, cover},
        claims::Claim,
        file::{Picture, SentFile},
        sender,
    },
    store::queue::rows::{OPENING, Row},
    submission::State,
};

/// Who works at it now.
pub(super) struct Claimed {
    pub(super) name: String,
    pub(super) is_me: bool,
}

/// What else belongs to its group, and where that is.
pub(super) struct More {
    pub(super) words: Message,
    pub(super) address: String,
}

/// One row.
pub(super) struct Item {
    pub(super) row: Row,
    pub(super) address: String,
    /// Who sent it, without saying who.
    pub(super) handle: Message,
    pub(super) thumbnail: Option<Picture>,
    pub(super) opening: String,
    pub(super) files: i64,
    pub(super) refused: i64,
    pub(super) kinds: Vec<Kind>,
    pub(super) age: Message,
    /// Waits longer than it should: `old`, then `late`.
    pub(super) ageing: &'static str,
    pub(super) claimed: Option<Claimed>,
    /// By when the contributor was asked to answer, while they have not.
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) is_overdue: bool,
    /// As the newsroom calls its category.
    pub(super) category: Option<String>,
    /// What covers its picture until it is opened.
    pub(super) cover: Option<Cover>,
    pub(super) warnings: Vec<Message>,
    /// Belongs to the row above it.
    pub(super) is_member: bool,
    pub(super) more: Option<More>,
}

/// What rows are made with.
pub(super) struct Around<'a> {
    pub(super) query: &'a str,
    pub(super) files: &'a [SentFile],
    pub(super) claims: &'a [Claim],
    pub(super) names: &'a Names,
    pub(super) me: AccountId,
    /// How who looks wants to be spared.
    pub(super) veil: Veil,
    pub(super) now: DateTime<Utc>,
}

impl Item {
    pub(super) fn of(row: Row, around: &Around<'_>) -> Self {
        let files = || {
            let id = row.submission_id;
            around.files.iter().filter(move |file| file.submission_id == id)
        };
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let has = |attribute: &str| row.attributes.iter().any(|one| one == attribute);
        let waiting = around.now - row.sent_at;
        let claim = around
            .claims
            .iter()
            .find(|claim| claim.submission_id == row.submission_id);
        let due_at = row.answer_due_at.filter(|_| row.unread_since.is_none());
        Self {
            address: item_address(row.submission_id, around.query),
            handle: sender::handle(row.person_id),
            thumbnail: files().find_map(|file| file.thumbnail(320)),
            opening: first_words(&row.opening),
            files: count(files().count()),
            refused: count(files().filter(|file| file.is_refused()).count()),
            kinds: Kind::ALL
                .iter()
                .copied()
                .filter(|kind| has(&format!("kind:{}", kind.code())))
                .collect(),
            age: age::words(waiting),
            ageing: ageing(row.state, waiting),
            claimed: claim.map(|claim| Claimed {
                name: claim.name.clone(),
                is_me: claim.account_id == around.me,
            }),
            due_at,
            is_overdue: due_at.is_some_and(|due_at| due_at < around.now),
            category: row.category.as_deref().map(|code| around.names.category(code)),
            cover: cover(&row.warnings, around.veil),
            warnings: Warnings::of(row.warnings.iter().map(String::as_str))
                .iter()
                .map(Warning::message)
                .collect(),
            is_member: false,
            more: None,
            row,
        }
    }

    pub(super) fn has(&self, attribute: &str) -> bool {
        self.row.attributes.iter().any(|one| one == attribute)
    }

    /// Whether something of it was received before or again, as far as who asks may know.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    pub(super) fn has_repeats(&self, sees_at_risk: &bool) -> bool {
        self.has("has:repeats") || (*sees_at_risk && self.has("risk:repeats"))
    }
}

/// The rows of a page in their groups: each first one is followed by some of those that belong to it.
pub(super) fn together(
    asked: &Asked,
    group: Group,
    heads: Vec<Item>,
    members: Vec<(SubmissionId, Item)>,
    shown: usize,
) -> Vec<Item> {
    let mut of_head: HashMap<SubmissionId, Vec<Item>> = HashMap::new();
    for (head, item) in members {
        of_head.entry(head).or_default().push(item);
    }
    let mut rows = Vec::new();
    for head in heads {
        let mut members = of_head.remove(&head.row.submission_id).unwrap_or_default();
        let more = (members.len() > shown)
            .then(|| more(asked, group, &head.row))
            .flatten();
        members.truncate(shown);
        rows.push(head);
        rows.extend(members.into_iter().map(|item| Item {
            is_member: true,
            ..item
        }));
        if let Some(last) = rows.last_mut() {
            last.more = more;
        }
    }
    rows
}

fn more(asked: &Asked, group: Group, row: &Row) -> Option<More> {
    let alone = Asked {
        group: None,
        page: None,
        ..asked.clone()
    };
    let (words, asked) = match group {
        Group::Person => {
            let person = Some(row.person_id);
            (msg!("queue-more-person"), Asked { person, ..alone })
        }
        Group::Place => {
            let place = Some(row.place.clone()?);
            (msg!("queue-more-place"), Asked { place, ..alone })
        }
        Group::Likeness => {
            let like = Some(row.likeness?);
            (msg!("queue-more-likeness"), Asked { like, ..alone })
        }
    };
    Some(More {
        words,
        address: asked.address(),
    })
}

/// Nobody should wait longer than a day, and nobody longer than three.
fn ageing(state: State, waiting: TimeDelta) -> &'static str {
    match state {
        State::Received | State::InReview if waiting >= TimeDelta::days(3) => "late",
        State::Received | State::InReview if waiting >= TimeDelta::days(1) => "old",
        _ => "",
    }
}

/// The beginning of a text, cut between words when it goes on.
fn first_words(opening: &str) -> String {
    let whole = opening.chars().count() < usize::try_from(OPENING).unwrap_or_default();
    let line = opening.split_whitespace().collect::<Vec<_>>().join(" ");
    if whole {
        return line;
    }
    let cut = line.rsplit_once(' ').map_or(line.as_str(), |(kept, _)| kept);
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ground::lang::Lang;

    #[test]
    fn a_long_text_is_cut_between_words_and_a_short_one_is_whole() {
        assert_eq!(first_words("one\r\n two"), "one two");
        let long: String = "word ".repeat(60).chars().take(240).collect();
        let cut = first_words(&long);
        assert!(cut.ends_with("word…"), "{cut}");
        let unbroken = "x".repeat(240);
        assert_eq!(first_words(&unbroken), format!("{unbroken}…"));
    }

    #[test]
    fn an_age_is_said_in_the_unit_that_fits() {
        for (age_of, words) in [
            (TimeDelta::seconds(-5), "just now"),
            (TimeDelta::seconds(61), "1 minute ago"),
            (TimeDelta::minutes(119), "1 hour ago"),
            (TimeDelta::hours(49), "2 days ago"),
        ] {
            let plain: String = age::words(age_of)
                .text(Lang::En)
                .chars()
                .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
                .collect();
            assert_eq!(plain, words);
        }
    }

    #[test]
    fn what_waits_grows_old_and_what_is_decided_does_not() {
        for (state, hours, words) in [
            (State::Received, 23, ""),
            (State::Received, 24, "old"),
            (State::InReview, 71, "old"),
            (State::InReview, 72, "late"),
            (State::NeedsReply, 500, ""),
            (State::Declined, 500, ""),
        ] {
            assert_eq!(ageing(state, TimeDelta::hours(hours)), words, "{state:?} {hours}");
        }
    }
}
