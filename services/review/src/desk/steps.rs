//! Where a contribution's page stands: in which list, and with which of its parts open.

use ground::{ids::SubmissionId, lang::Lang};

use super::queue::{Neighbours, item_address};

/// The neighbours in the list that it was opened from.
pub(crate) struct Steps {
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    /// "3", in the digits of the page.
    pub(crate) place: String,
    /// Of how many, or of more than are counted.
    pub(crate) count: String,
    /// Where the list is.
    pub(crate) list: String,
    /// Of that list's address.
    pub(crate) query: String,
}

impl Steps {
    /// As they are shown.
    pub(crate) fn of(neighbours: Neighbours, lang: Lang) -> Self {
        let Neighbours {
            previous,
            next,
            position,
            total,
            more,
            address,
            query,
        } = neighbours;
        let page = |id| item_address(id, &query);
        Self {
            previous: previous.map(page),
            next: next.map(page),
            place: position.map_or_else(|| "–".to_owned(), |position| lang.digits(&position.to_string())),
            count: lang.digits(&format!("{total}{}", if more { "+" } else { "" })),
            list: address,
            query,
        }
    }
}

/// A contribution's page, asked for something more, and still in the list whose address has this query.
pub(crate) fn page_asking(id: SubmissionId, list: &str, more: &str) -> String {
    let page = item_address(id, list);
    let sign = if page.contains('?') { '&' } else { '?' };
    format!("{page}{sign}{more}")
}

/// Which part of talk and notes stands open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// With the sender.
    #[default]
    Sender,
    /// Notes for everyone at the desk.
    Desk,
    /// Notes for oneself.
    Own,
}

impl Tab {
    /// As in addresses: `?tab=desk`.
    pub(crate) fn from_code(code: &str) -> Self {
        match code {
            "desk" => Self::Desk,
            "own" => Self::Own,
            _ => Self::Sender,
        }
    }

    pub(crate) fn is_sender(self) -> bool {
        self == Self::Sender
    }

    pub(crate) fn is_desk(self) -> bool {
        self == Self::Desk
    }

    pub(crate) fn is_own(self) -> bool {
        self == Self::Own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_that_nobody_knows_is_the_talk() {
        assert!(Tab::from_code("desk").is_desk() && Tab::from_code("own").is_own());
        assert!(Tab::from_code("sender").is_sender() && Tab::from_code("else").is_sender());
    }
}
