//! Which of the newest comments are shown, and under which article. Pure.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use ground::{
    age,
    ids::{AccountId, CommentId, ThreadId},
    lang::{Lang, Message},
};
use unicode_segmentation::UnicodeSegmentation;

use crate::store::boxes::{Row, Window};

/// Of one article, so many at most.
const EACH: usize = 3;
/// So much of a comment, in letters as people see them.
const OPENING: usize = 240;

/// An article, and what was said there last.
#[derive(Clone, Debug)]
pub struct Group {
    /// Where it is said.
    pub thread_id: ThreadId,
    /// Of the article.
    pub title: String,
    /// Of the article.
    pub language: Lang,
    /// Where the article is read: a path of ours, or a whole address.
    pub path: String,
    /// When it appeared.
    pub begun_at: DateTime<Utc>,
    /// How long ago that is, in words.
    pub age: Message,
    /// How many comments everybody reads there.
    pub count: i64,
    /// What is pinned, then what the newsroom recommends, then the newest.
    pub comments: Vec<Said>,
}

/// One comment.
#[derive(Clone, Debug)]
pub struct Said {
    /// Which.
    pub comment_id: CommentId,
    /// Who said it.
    pub name: String,
    /// They are of the newsroom.
    pub is_staff: bool,
    /// How it begins, without what it quotes.
    pub opening: String,
    /// Of the text.
    pub language: Lang,
    /// Since when everybody reads it.
    pub shown_at: DateTime<Utc>,
    /// How long ago that is, in words.
    pub age: Message,
    /// The newsroom put it here.
    pub is_pinned: bool,
    /// The newsroom recommends it.
    pub is_promoted: bool,
}

impl Said {
    /// Where it is read by itself.
    pub fn address(&self) -> String {
        format!("/comments/{}", self.comment_id)
    }

    fn of(row: &Row, now: DateTime<Utc>) -> Self {
        Self {
            comment_id: row.comment_id,
            name: row.name.clone(),
            is_staff: row.is_staff,
            opening: opening(&row.body, OPENING),
            language: row.language,
            shown_at: row.shown_at,
            age: age::words(now - row.shown_at),
            is_pinned: row.pinned_at.is_some(),
            is_promoted: row.promoted_at.is_some(),
        }
    }
}

/// Who said something, as far as they are known again.
#[derive(PartialEq, Eq, Hash)]
enum Whose {
    Account(AccountId),
    Device(Vec<u8>),
}

fn whose(row: &Row) -> Option<Whose> {
    match (row.account_id, &row.device) {
        (Some(account_id), _) => Some(Whose::Account(account_id)),
        (None, Some(device)) => Some(Whose::Device(device.clone())),
        (None, None) => None,
    }
}

/// Those of a window that are still there, `most` at most, by article.
pub(super) fn of(rows: Vec<Row>, window: &Window, most: usize, now: DateTime<Utc>) -> Vec<Group> {
    let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.comment_id.0, row)).collect();
    let (mut people, mut groups, mut left) = (HashSet::new(), Vec::<Group>::new(), most);
    let pins = window.pins.iter().map(|id| (id, true));
    for (id, is_pin) in pins.chain(window.newest.iter().map(|id| (id, false))) {
        // What is pinned stands among the newest, too.
        let Some(row) = (left > 0).then(|| rows.remove(id)).flatten() else {
            continue;
        };
        let is_new = whose(&row).is_none_or(|whose| people.insert(whose));
        if window.one_per_person && !is_new && !is_pin {
            continue;
        }
        let place = groups.iter().position(|group| group.thread_id == row.thread_id);
        let place = place.unwrap_or_else(|| {
            groups.push(empty(&row, now));
            groups.len() - 1
        });
        let Some(group) = groups.get_mut(place) else {
            continue;
        };
        if group.comments.len() < EACH {
            group.comments.push(Said::of(&row, now));
            left -= 1;
        }
    }
    for group in &mut groups {
        // Stable: the newest stay before the others.
        group
            .comments
            .sort_by_key(|said| (!said.is_pinned, !said.is_promoted));
    }
    groups
}

fn empty(row: &Row, now: DateTime<Utc>) -> Group {
    Group {
        thread_id: row.thread_id,
        title: row.title.clone(),
        language: row.thread_language,
        path: row.path.clone(),
        begun_at: row.begun_at,
        age: age::words(now - row.begun_at),
        count: row.shown_count.into(),
        comments: Vec::new(),
    }
}

/// How a text begins, on one line: what its author wrote, without what they quote. Cut between words when it goes on.
pub(crate) fn opening(body: &str, most: usize) -> String {
    let own = body.lines().filter(|line| !line.trim_start().starts_with('>'));
    let mut words = own.flat_map(str::split_whitespace).peekable();
    let (mut text, mut length) = (String::new(), 0);
    while let Some(word) = words.next() {
        let letters = word.graphemes(true).count();
        if length + letters > most {
            // A word without end is cut within.
            if text.is_empty() {
                text = word.graphemes(true).take(most).collect();
            }
            text.push('…');
            break;
        }
        text.push_str(word);
        length += letters + 1;
        if words.peek().is_some() {
            text.push(' ');
        }
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn row(id: u128, thread: u128, device: &[u8]) -> Row {
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Row {
            comment_id: CommentId(Uuid::from_u128(id)),
            account_id: None,
            device: (!device.is_empty()).then(|| device.to_vec()),
            name: "Ada".to_owned(),
            is_staff: false,
            body: "Words.".to_owned(),
            language: Lang::En,
            shown_at: at,
            pinned_at: None,
            promoted_at: None,
            thread_id: ThreadId(Uuid::from_u128(thread)),
            title: "Flood".to_owned(),
            thread_language: Lang::En,
            path: "/stories/flood".to_owned(),
            begun_at: at,
            shown_count: 7,
        }
    }

    fn window(pins: &[u128], newest: &[u128], one_per_person: bool) -> Window {
        let ids = |ids: &[u128]| ids.iter().map(|id| Uuid::from_u128(*id)).collect();
        Window {
            one_per_person,
            until: None,
            pins: ids(pins),
            newest: ids(newest),
        }
    }

    fn seen(rows: Vec<Row>, window: &Window, most: usize) -> Vec<(u128, Vec<u128>)> {
        let now = DateTime::from_timestamp(1_800_003_600, 0).unwrap();
        let ids = |group: &Group| {
            let said = group.comments.iter().map(|said| said.comment_id.0.as_u128());
            (group.thread_id.0.as_u128(), said.collect())
        };
        of(rows, window, most, now).iter().map(ids).collect()
    }

    #[test]
    fn what_is_pinned_comes_first_then_the_newest_article_by_article() {
        let rows = vec![
            row(1, 10, b"a"),
            row(2, 20, b"b"),
            row(3, 10, b"c"),
            row(4, 30, b"d"),
        ];
        let window = window(&[4], &[1, 2, 3, 4], true);
        assert_eq!(
            seen(rows.clone(), &window, 9),
            [(30, vec![4]), (10, vec![1, 3]), (20, vec![2])]
        );
        assert_eq!(seen(rows, &window, 2), [(30, vec![4]), (10, vec![1])]);
    }

    #[test]
    fn a_person_has_one_and_who_is_not_known_again_as_many_as_there_are() {
        let rows = vec![
            row(1, 10, b"a"),
            row(2, 20, b"a"),
            row(3, 30, b""),
            row(4, 40, b""),
        ];
        let newest = [1, 2, 3, 4];
        assert_eq!(
            seen(rows.clone(), &window(&[], &newest, true), 9),
            [(10, vec![1]), (30, vec![3]), (40, vec![4])]
        );
        assert_eq!(seen(rows.clone(), &window(&[], &newest, false), 9).len(), 4);
        // The newsroom may put two of one person there.
        assert_eq!(seen(rows, &window(&[1, 2], &newest, true), 9).len(), 4);
    }

    #[test]
    fn one_article_does_not_take_all_the_room_and_what_is_recommended_comes_before_what_is_new() {
        let mut rows: Vec<_> = (1..=4)
            .map(|id| row(id, 10, &[u8::try_from(id).unwrap()]))
            .collect();
        rows[2].promoted_at = Some(rows[2].shown_at);
        rows.push(row(5, 20, b"z"));
        assert_eq!(
            seen(rows, &window(&[], &[1, 2, 3, 4, 5], true), 9),
            [(10, vec![3, 1, 2]), (20, vec![5])]
        );
    }

    #[test]
    fn a_text_begins_with_its_authors_own_words() {
        assert_eq!(opening("> you said\n\n  I say\n  no ", 100), "I say no");
        assert_eq!(opening("one two three", 8), "one two …");
        assert_eq!(opening(&"ک".repeat(9), 4), "کککک…");
        assert_eq!(opening("> only that", 9), "");
    }
}
