//! What of a contribution is checked, and how far. Pure.

use ground::{lang::Message, msg, viewer::Role};

/// One thing to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Item {
    /// Who sent it, and how they came by it.
    Source,
    /// Whether this is the first there is of it.
    Original,
    /// Where it happened.
    Place,
    /// When.
    Time,
    /// Whether pictures show what the text says.
    Content,
    /// Where else it was received.
    Repeats,
    /// What others say who would know.
    Others,
    /// Whether it may be published.
    Legal,
}

impl Item {
    /// In the order in which they are shown.
    pub(crate) const ALL: [Self; 8] = [
        Self::Source,
        Self::Original,
        Self::Place,
        Self::Time,
        Self::Content,
        Self::Repeats,
        Self::Others,
        Self::Legal,
    ];

    /// As in the database, in forms and in Fluent.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Original => "original",
            Self::Place => "place",
            Self::Time => "time",
            Self::Content => "content",
            Self::Repeats => "repeats",
            Self::Others => "others",
            Self::Legal => "legal",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.code() == code)
    }

    /// In the words of the desk.
    pub(crate) fn message(self) -> Message {
        msg!("vet-item").s("item", self.code())
    }

    /// What is to be looked at.
    pub(crate) fn hint(self) -> Message {
        msg!("vet-item-hint").s("item", self.code())
    }

    /// How far it can be checked. What the law says is a chief's to say.
    pub(crate) fn levels(self) -> &'static [Level] {
        match self {
            Self::Legal => &[Level::Open, Level::Legal],
            _ => &[Level::Open, Level::Seen, Level::Verified],
        }
    }

    /// Whether somebody with this role may say how far it is checked.
    pub(crate) fn is_for(self, role: Role) -> bool {
        self != Self::Legal || role >= Role::Chief
    }
}

/// How far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Not at all.
    Open,
    /// Somebody looked at it.
    Seen,
    /// Somebody answers for it.
    Verified,
    /// A chief says that it may be published.
    Legal,
}

impl Level {
    /// As in the database, in forms and in Fluent.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Seen => "seen",
            Self::Verified => "verified",
            Self::Legal => "legal",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Seen, Self::Verified, Self::Legal]
            .into_iter()
            .find(|level| level.code() == code)
    }

    /// In the words of the desk.
    pub(crate) fn message(self) -> Message {
        msg!("vet-level").s("level", self.code())
    }

    /// Whether nothing more is to be done.
    pub(crate) fn is_done(self) -> bool {
        matches!(self, Self::Verified | Self::Legal)
    }
}

/// That something is checked so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Checked {
    item: Item,
    level: Level,
}

impl Checked {
    /// Everything that can be said.
    const ALL: &'static [(Item, Level, &'static str)] = &[
        (Item::Source, Level::Open, "source.open"),
        (Item::Source, Level::Seen, "source.seen"),
        (Item::Source, Level::Verified, "source.verified"),
        (Item::Original, Level::Open, "original.open"),
        (Item::Original, Level::Seen, "original.seen"),
        (Item::Original, Level::Verified, "original.verified"),
        (Item::Place, Level::Open, "place.open"),
        (Item::Place, Level::Seen, "place.seen"),
        (Item::Place, Level::Verified, "place.verified"),
        (Item::Time, Level::Open, "time.open"),
        (Item::Time, Level::Seen, "time.seen"),
        (Item::Time, Level::Verified, "time.verified"),
        (Item::Content, Level::Open, "content.open"),
        (Item::Content, Level::Seen, "content.seen"),
        (Item::Content, Level::Verified, "content.verified"),
        (Item::Repeats, Level::Open, "repeats.open"),
        (Item::Repeats, Level::Seen, "repeats.seen"),
        (Item::Repeats, Level::Verified, "repeats.verified"),
        (Item::Others, Level::Open, "others.open"),
        (Item::Others, Level::Seen, "others.seen"),
        (Item::Others, Level::Verified, "others.verified"),
        (Item::Legal, Level::Open, "legal.open"),
        (Item::Legal, Level::Legal, "legal.legal"),
    ];

    /// None where the item is not checked by such levels.
    pub(crate) fn new(item: Item, level: Level) -> Option<Self> {
        item.levels().contains(&level).then_some(Self { item, level })
    }

    pub(crate) fn item(self) -> Item {
        self.item
    }

    pub(crate) fn level(self) -> Level {
        self.level
    }

    /// As in the history.
    pub(crate) fn code(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(item, level, _)| (*item, *level) == (self.item, self.level))
            .map_or("", |(.., code)| code)
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(.., known)| *known == code)
            .map(|(item, level, _)| Self {
                item: *item,
                level: *level,
            })
    }

    /// In the words of the desk.
    pub(crate) fn message(self) -> Message {
        msg!("vet-checked")
            .s("item", self.item.code())
            .s("level", self.level.code())
    }

    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            item: Item::Place,
            level: Level::Verified,
        }
    }
}

/// What is asked before something goes out, and not done.
pub(crate) fn missing(asked: &[Item], done: &[Checked]) -> Vec<Item> {
    let is_done = |item: &Item| {
        done.iter()
            .any(|checked| checked.item == *item && checked.level.is_done())
    };
    Item::ALL
        .into_iter()
        .filter(|item| asked.contains(item) && !is_done(item))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_can_be_said_of_each_item_is_read_as_it_was_written() {
        let mut count = 0;
        for item in Item::ALL {
            assert_eq!(Item::from_code(item.code()), Some(item));
            for level in item.levels() {
                let checked = Checked::new(item, *level).unwrap();
                assert_eq!(checked.code(), format!("{}.{}", item.code(), level.code()));
                assert_eq!(Checked::from_code(checked.code()), Some(checked));
                count += 1;
            }
        }
        assert_eq!(count, Checked::ALL.len());
        assert_eq!(Checked::new(Item::Legal, Level::Verified), None);
        assert_eq!(Checked::new(Item::Place, Level::Legal), None);
        assert_eq!(Checked::from_code("place.certain"), None);
    }

    #[test]
    fn what_the_law_says_is_a_chiefs_to_say() {
        assert!(!Item::Legal.is_for(Role::Editor));
        assert!(Item::Legal.is_for(Role::Chief) && Item::Legal.is_for(Role::Admin));
        assert!(Item::Place.is_for(Role::Editor));
    }

    #[test]
    fn to_have_looked_is_not_enough() {
        let checked = |item, level| Checked::new(item, level).unwrap();
        let done = [
            checked(Item::Place, Level::Verified),
            checked(Item::Time, Level::Seen),
            checked(Item::Legal, Level::Open),
        ];
        let asked = [Item::Legal, Item::Time, Item::Place, Item::Source];
        assert_eq!(missing(&asked, &done), [Item::Source, Item::Time, Item::Legal]);
        assert!(missing(&[Item::Place], &done).is_empty());
        assert!(missing(&[], &[]).is_empty());
    }
}
