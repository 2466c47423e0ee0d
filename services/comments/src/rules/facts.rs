//! What is known of a comment before it is judged.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Deed, List, Said, links, list::plain_of};

/// Within this span many comments of one person are a flood.
pub(super) const FLOOD_SPAN: TimeDelta = TimeDelta::minutes(5);
/// How far back the same words count as said again.
pub(crate) const REPEAT_SPAN: TimeDelta = TimeDelta::days(1);
/// Shorter ones may be said again and again: "Thank you", "Yes", "Condolences to the family".
const REPEAT_MIN: usize = 30;

/// What the database knows of thread and person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    /// Nobody says more there, since.
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) begun_at: DateTime<Utc>,
    pub(crate) thread_holds: bool,
    /// Of the thread; none: as everywhere.
    pub(crate) thread_slow: Option<i32>,
    pub(crate) is_staff: bool,
    pub(crate) is_banned: bool,
    /// Comments of theirs that everybody reads, this one left out; counted as far as the rules ask.
    pub(crate) shown_before: i64,
    /// What they said within [`REPEAT_SPAN`], newest first, this one left out; as many as matter.
    pub(crate) before: Vec<Before>,
}

/// Something that the same person said before.
#[derive(Clone, Debug)]
pub(crate) struct Before {
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) is_here: bool,
    pub(crate) body: String,
}

/// Where they have said the very same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    Here,
    Elsewhere,
}

/// All that the verdict is made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) standing: Standing,
    pub(crate) now: DateTime<Utc>,
    pub(crate) is_edit: bool,
    /// The first word of the list that takes a comment away, as it was entered.
    pub(crate) spam_word: Option<String>,
    pub(crate) held_word: Option<String>,
    pub(crate) links: usize,
    pub(crate) again: Option<Again>,
}

impl Facts {
    /// Of what is said, by whom and where.
    pub(crate) fn of(said: &Said<'_>, standing: Standing, list: &List, now: DateTime<Utc>) -> Self {
        let found = list.find(&[said.text, said.name]);
        let first = |deed: Deed| {
            let word = found.iter().find(|word| word.deed == deed);
            word.map(|word| word.label.clone())
        };
        Self {
            now,
            is_edit: said.is_edit,
            spam_word: first(Deed::Spam),
            held_word: first(Deed::Hold),
            links: links::count(said.text) + links::count(said.name),
            again: again(said.text, &standing.before),
            standing,
        }
    }

    /// When they last said something that the pace goes by: here, where the thread has a pace of its own, else anywhere.
    pub(crate) fn last_at(&self) -> Option<DateTime<Utc>> {
        let own = self.standing.thread_slow.is_some();
        let mut before = self.standing.before.iter();
        before
            .find(|before| !own || before.is_here)
            .map(|before| before.written_at)
    }

    /// What they said within the span of a flood, newest first.
    pub(crate) fn recent(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let since = self.now - FLOOD_SPAN;
        let before = self.standing.before.iter().map(|before| before.written_at);
        before.take_while(move |at| *at > since)
    }
}

/// Whether the very same words were said before; here rather than elsewhere.
fn again(text: &str, before: &[Before]) -> Option<Again> {
    let plain = plain_of(text);
    if plain.chars().count() < REPEAT_MIN {
        return None;
    }
    let same = |before: &&Before| plain_of(&before.body) == plain;
    let mut found = before.iter().filter(same).peekable();
    found.peek()?;
    Some(if found.any(|before| before.is_here) {
        Again::Here
    } else {
        Again::Elsewhere
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(is_here: bool, body: &str) -> Before {
        Before {
            written_at: DateTime::default(),
            is_here,
            body: body.to_owned(),
        }
    }

    #[test]
    fn the_same_words_are_the_same_however_they_are_typed() {
        let text = "Everybody should buy these wonderful pills today";
        let shouted = "EVERYBODY should – buy these wonderful pills, today!!";
        assert_eq!(again(text, &[before(false, shouted)]), Some(Again::Elsewhere));
        assert_eq!(
            again(text, &[before(false, shouted), before(true, text)]),
            Some(Again::Here)
        );
        assert_eq!(
            again(text, &[before(true, "Something else altogether, of course")]),
            None
        );
        assert_eq!(again("Thank you", &[before(true, "Thank you")]), None);
    }
}
