//! Why a file was refused, in words for contributor and editor alike.

use ground::{lang::Message, msg};

use crate::picture::Reason;

impl Reason {
    /// In words, without path, stack or decoder text.
    pub fn message(self) -> Message {
        match self {
            Self::UnsupportedType => msg!("media-unsupported-type"),
            Self::TooManyPixels => msg!("media-too-many-pixels"),
            Self::TooLarge => msg!("media-too-large"),
            Self::Broken => msg!("media-broken"),
            Self::TooHeavy => msg!("media-too-heavy"),
            Self::Empty => msg!("media-empty"),
            Self::TooLong => msg!("media-too-long"),
            Self::UnknownCodec => msg!("media-unknown-codec"),
            Self::TakenBack => msg!("media-taken-back"),
        }
    }

    /// The reason that a row names; one that this version no longer knows counts as broken.
    pub fn from_code(code: &str) -> Self {
        [
            Self::UnsupportedType,
            Self::TooManyPixels,
            Self::TooLarge,
            Self::TooHeavy,
            Self::Empty,
            Self::TooLong,
            Self::UnknownCodec,
            Self::TakenBack,
        ]
        .into_iter()
        .find(|reason| reason.code() == code)
        .unwrap_or(Self::Broken)
    }
}
