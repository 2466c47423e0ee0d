//! What can be done to a comment at the desk by one press, and when. Pure.

use ground::{lang::Message, msg};

use crate::comment::State;

/// One sort of press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Everybody may read it.
    Show,
    /// Taken away; its author is told why.
    Remove,
    /// Taken away without a word.
    Spam,
    /// What is held against it is no reason to change anything.
    Leave,
    /// What You Say shows it first.
    Pin,
    /// No longer.
    Unpin,
    /// The newsroom recommends it.
    Promote,
    /// No longer.
    Unpromote,
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Standing {
    pub(crate) state: State,
    /// Somebody of the newsroom has looked at it since it is as it is.
    pub(crate) is_looked_at: bool,
    /// Reports wait.
    pub(crate) is_reported: bool,
    pub(crate) is_pinned: bool,
    pub(crate) is_promoted: bool,
}

impl Deed {
    /// In the order of buttons.
    pub(crate) const ALL: [Self; 8] = [
        Self::Show,
        Self::Leave,
        Self::Remove,
        Self::Spam,
        Self::Promote,
        Self::Unpromote,
        Self::Pin,
        Self::Unpin,
    ];

    /// As in forms and in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Show => "show",
            Self::Remove => "remove",
            Self::Spam => "spam",
            Self::Leave => "leave",
            Self::Pin => "pin",
            Self::Unpin => "unpin",
            Self::Promote => "promote",
            Self::Unpromote => "unpromote",
        }
    }

    /// The deed of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.code() == code)
    }

    /// On its button.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Show => msg!("cdesk-show"),
            Self::Remove => msg!("cdesk-remove"),
            Self::Spam => msg!("cdesk-spam"),
            Self::Leave => msg!("cdesk-leave"),
            Self::Pin => msg!("cdesk-pin"),
            Self::Unpin => msg!("cdesk-unpin"),
            Self::Promote => msg!("cdesk-promote"),
            Self::Unpromote => msg!("cdesk-unpromote"),
        }
    }

    /// Whether it is to be done to so many.
    pub(crate) fn asks(self, count: i64) -> Message {
        match self {
            Self::Show => msg!("cdesk-asks-show"),
            Self::Remove => msg!("cdesk-asks-remove"),
            Self::Spam => msg!("cdesk-asks-spam"),
            Self::Leave => msg!("cdesk-asks-leave"),
            Self::Pin | Self::Unpin | Self::Promote | Self::Unpromote => msg!("cdesk-asks-mark"),
        }
        .n("count", count)
    }

    /// That it was done to so many.
    pub(crate) fn done(self, count: i64) -> Message {
        match self {
            Self::Show => msg!("cdesk-done-show"),
            Self::Remove => msg!("cdesk-done-remove"),
            Self::Spam => msg!("cdesk-done-spam"),
            Self::Leave => msg!("cdesk-done-leave"),
            Self::Pin | Self::Unpin | Self::Promote | Self::Unpromote => msg!("cdesk-done-mark"),
        }
        .n("count", count)
    }

    /// The key that does it (`data-key-action`); none for what is rare.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Show => "accept",
            Self::Remove => "decline",
            Self::Spam => "spam",
            Self::Leave => "take",
            Self::Pin | Self::Unpin | Self::Promote | Self::Unpromote => "",
        }
    }

    /// Whether it can be done to many at once.
    pub(crate) fn is_for_many(self) -> bool {
        matches!(self, Self::Show | Self::Remove | Self::Spam | Self::Leave)
    }

    /// What the comment is afterwards, if that changes.
    pub(crate) fn state(self) -> Option<State> {
        match self {
            Self::Show => Some(State::Shown),
            Self::Remove => Some(State::Removed),
            Self::Spam => Some(State::Spam),
            Self::Leave | Self::Pin | Self::Unpin | Self::Promote | Self::Unpromote => None,
        }
    }

    /// Whether somebody has looked at the comment by it, and at what is held against it.
    pub(crate) fn is_look(self) -> bool {
        self.is_for_many()
    }

    /// Whether it can be done to a comment that stands like this.
    ///
    /// # Errors
    /// Why not, in words.
    pub(crate) fn judge(self, standing: Standing) -> Result<(), Message> {
        let Standing {
            state,
            is_looked_at,
            is_reported,
            is_pinned,
            is_promoted,
        } = standing;
        let settled = is_looked_at && !is_reported;
        match self {
            Self::Leave if !is_reported => Err(msg!("cdesk-not-reported")),
            Self::Leave => Ok(()),
            _ if state == State::Deleted => Err(msg!("cdesk-not-deleted")),
            Self::Show if state == State::Shown && settled => Err(msg!("cdesk-already")),
            Self::Remove if state == State::Removed => Err(msg!("cdesk-already")),
            Self::Spam if state == State::Spam && settled => Err(msg!("cdesk-already")),
            Self::Pin | Self::Promote if state != State::Shown => Err(msg!("cdesk-not-shown")),
            Self::Pin if is_pinned => Err(msg!("cdesk-already")),
            Self::Unpin if !is_pinned => Err(msg!("cdesk-already")),
            Self::Promote if is_promoted => Err(msg!("cdesk-already")),
            Self::Unpromote if !is_promoted => Err(msg!("cdesk-already")),
            Self::Show
            | Self::Remove
            | Self::Spam
            | Self::Pin
            | Self::Unpin
            | Self::Promote
            | Self::Unpromote => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Standing = Standing {
        state: State::Shown,
        is_looked_at: false,
        is_reported: false,
        is_pinned: false,
        is_promoted: false,
    };

    fn allowed(standing: Standing) -> Vec<&'static str> {
        Deed::ALL
            .into_iter()
            .filter(|deed| deed.judge(standing).is_ok())
            .map(Deed::code)
            .collect()
    }

    #[test]
    fn each_state_allows_what_changes_something() {
        assert_eq!(allowed(PLAIN), ["show", "remove", "spam", "promote", "pin"]);
        let looked = Standing {
            is_looked_at: true,
            ..PLAIN
        };
        assert_eq!(allowed(looked), ["remove", "spam", "promote", "pin"]);
        let reported = Standing {
            is_reported: true,
            ..looked
        };
        assert_eq!(
            allowed(reported),
            ["show", "leave", "remove", "spam", "promote", "pin"]
        );
        let marked = Standing {
            is_pinned: true,
            is_promoted: true,
            ..looked
        };
        assert_eq!(allowed(marked), ["remove", "spam", "unpromote", "unpin"]);
        let held = Standing {
            state: State::Held,
            ..PLAIN
        };
        assert_eq!(allowed(held), ["show", "remove", "spam"]);
        let spam = Standing {
            state: State::Spam,
            ..looked
        };
        assert_eq!(allowed(spam), ["show", "remove"]);
        let by_machine = Standing {
            state: State::Spam,
            ..PLAIN
        };
        assert_eq!(allowed(by_machine), ["show", "remove", "spam"]);
    }

    #[test]
    fn what_its_author_took_back_is_nobodys_to_decide_on() {
        let deleted = Standing {
            state: State::Deleted,
            is_reported: true,
            ..PLAIN
        };
        assert_eq!(allowed(deleted), ["leave"]);
    }

    #[test]
    fn a_deed_is_found_by_its_code_and_by_no_other() {
        for deed in Deed::ALL {
            assert_eq!(Deed::from_code(deed.code()), Some(deed));
        }
        assert_eq!(Deed::from_code("shred"), None);
    }
}
