//! What may be hard to look at. Pure.

use ground::{lang::Message, msg};

/// One kind of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Warning {
    /// Blood, wounds.
    Graphic,
    /// The dead.
    Death,
    /// A child in harm's way.
    Child,
    /// One harms another.
    Violence,
    /// Sexual violence or nakedness.
    Sexual,
    /// Anything else.
    Other,
}

impl Warning {
    /// In the order in which they are said.
    pub(crate) const ALL: [Self; 6] = [
        Self::Graphic,
        Self::Death,
        Self::Child,
        Self::Violence,
        Self::Sexual,
        Self::Other,
    ];

    /// As in the database and in forms.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Graphic => "graphic",
            Self::Death => "death",
            Self::Child => "child",
            Self::Violence => "violence",
            Self::Sexual => "sexual",
            Self::Other => "other",
        }
    }

    /// The warning of a code of ours.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|warning| warning.code() == code)
    }

    /// In the words of the desk.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Graphic => msg!("item-warning-graphic"),
            Self::Death => msg!("item-warning-death"),
            Self::Child => msg!("item-warning-child"),
            Self::Violence => msg!("item-warning-violence"),
            Self::Sexual => msg!("item-warning-sexual"),
            Self::Other => msg!("item-warning-other"),
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Graphic => 1,
            Self::Death => 2,
            Self::Child => 4,
            Self::Violence => 8,
            Self::Sexual => 16,
            Self::Other => 32,
        }
    }
}

/// Any of them, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Warnings(u8);

impl Warnings {
    /// Those that are known by these codes.
    pub(crate) fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let known = codes.into_iter().filter_map(Warning::from_code);
        Self(known.fold(0, |bits, warning| bits | warning.bit()))
    }

    /// As an event keeps them: `graphic,death`.
    pub(crate) fn from_list(list: &str) -> Self {
        Self::of(list.split(','))
    }

    /// In the order in which they are said.
    pub(crate) fn iter(self) -> impl Iterator<Item = Warning> {
        Warning::ALL.into_iter().filter(move |warning| self.has(*warning))
    }

    /// Whether this one is among them.
    pub(crate) fn has(self, warning: Warning) -> bool {
        self.0 & warning.bit() != 0
    }

    /// Whether there is none.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// As in the database.
    pub(crate) fn codes(self) -> Vec<&'static str> {
        self.iter().map(Warning::code).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_are_said_once_in_their_order_and_what_nobody_knows_is_none() {
        for (codes, said) in [
            (vec![], vec![]),
            (vec!["other", "graphic", "graphic"], vec!["graphic", "other"]),
            (vec!["Graphic", "", "blood"], vec![]),
            (
                vec!["sexual", "violence", "child", "death", "graphic", "other"],
                vec!["graphic", "death", "child", "violence", "sexual", "other"],
            ),
        ] {
            let warnings = Warnings::of(codes);
            assert_eq!(warnings.codes(), said);
            assert_eq!(Warnings::from_list(&said.join(",")), warnings);
            assert_eq!(warnings.is_empty(), said.is_empty());
        }
    }
}
