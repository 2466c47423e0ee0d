//! Which rule decided, as the row of a comment says it.

use ground::{lang::Message, msg};

/// A rule of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// A word of the newsroom's list.
    Word,
    /// More links than are let through.
    Links,
    /// Many of one person within five minutes.
    Flood,
    /// What they have said word for word elsewhere.
    Repeat,
    /// Everything in this thread waits.
    Thread,
    /// Everything waits.
    Everything,
    /// They are new here.
    First,
    /// Readers reported it.
    Reports,
}

impl Rule {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::Word,
        Self::Links,
        Self::Flood,
        Self::Repeat,
        Self::Thread,
        Self::Everything,
        Self::First,
        Self::Reports,
    ];

    /// As it is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Links => "links",
            Self::Flood => "flood",
            Self::Repeat => "repeat",
            Self::Thread => "thread",
            Self::Everything => "everything",
            Self::First => "first",
            Self::Reports => "reports",
        }
    }

    /// The rule of a code of ours.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// What it is called at the desk.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Word => msg!("rule-name-word"),
            Self::Links => msg!("rule-name-links"),
            Self::Flood => msg!("rule-name-flood"),
            Self::Repeat => msg!("rule-name-repeat"),
            Self::Thread => msg!("rule-name-thread"),
            Self::Everything => msg!("rule-name-everything"),
            Self::First => msg!("rule-name-first"),
            Self::Reports => msg!("rule-name-reports"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_known_by_its_code() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_code(rule.code()), Some(rule));
        }
        assert_eq!(Rule::from_code("whim"), None);
    }
}
