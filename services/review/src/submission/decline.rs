//! The catalogue of reasons for a no.

use ground::{lang::Message, msg};

/// Why the newsroom does not use a contribution. Each has kind words for the contributor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeclineReason {
    /// We could not confirm it.
    NotVerified,
    /// We have it already.
    AlreadyCovered,
    /// Not what we cover now.
    NotForUs,
    /// Pictures or text cannot be used as they are.
    Quality,
    /// Publishing could hurt someone.
    Safety,
    /// Against the rules of the newsroom.
    Rules,
}

impl DeclineReason {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Self; 6] = [
        Self::NotVerified,
        Self::AlreadyCovered,
        Self::NotForUs,
        Self::Quality,
        Self::Safety,
        Self::Rules,
    ];

    /// As in forms and in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::NotVerified => "not_verified",
            Self::AlreadyCovered => "already_covered",
            Self::NotForUs => "not_for_us",
            Self::Quality => "quality",
            Self::Safety => "safety",
            Self::Rules => "rules",
        }
    }

    /// The reason of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// Kind words, the same for the desk's list and for the contributor.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::NotVerified => msg!("decline-not-verified"),
            Self::AlreadyCovered => msg!("decline-already-covered"),
            Self::NotForUs => msg!("decline-not-for-us"),
            Self::Quality => msg!("decline-quality"),
            Self::Safety => msg!("decline-safety"),
            Self::Rules => msg!("decline-rules"),
        }
    }
}
