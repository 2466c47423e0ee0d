//! By what a contributor may see and change what they sent: the code on a slip of paper, or their account.

use ground::ids::SubmissionId;

use super::Code;
use crate::mine;

/// How the contributor came here. The forms of the page lead the same way back.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    /// By the receipt.
    Receipt(Code),
    /// By an account whose contribution it is.
    Account(SubmissionId),
}

impl Way {
    /// Where to look again, and to take it back.
    pub(super) fn address(&self) -> String {
        match self {
            Self::Receipt(_) => "/receipt".to_owned(),
            Self::Account(id) => mine::address_of(*id),
        }
    }

    /// Where to add files.
    pub(super) fn files_address(&self) -> String {
        format!("{}/files", self.address())
    }

    /// What the forms carry besides; nothing where an account is enough.
    pub(super) fn code(&self) -> Option<&Code> {
        match self {
            Self::Receipt(code) => Some(code),
            Self::Account(_) => None,
        }
    }

    /// The code as text; empty where none is needed.
    pub(super) fn code_text(&self) -> String {
        self.code().map(ToString::to_string).unwrap_or_default()
    }
}
