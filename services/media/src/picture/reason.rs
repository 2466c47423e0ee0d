//! Why a picture was refused, and why work on one stopped.

use std::{fmt, io};

use serde::{Deserialize, Serialize};

/// Why a file does not become a picture. A fact about the file: the same file gets the same answer again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Reason {
    /// Nothing on the list of formats, whatever its name says.
    UnsupportedType,
    /// More pixels, or a longer side, than [`Limits`](super::Limits) allow.
    TooManyPixels,
    /// More bytes than [`Limits`](super::Limits) allow.
    TooLarge,
    /// It starts like a picture, but no whole picture comes of it.
    Broken,
    /// Decoding it asked for more memory or time than [`Limits`](super::Limits) allow.
    TooHeavy,
    /// No bytes at all.
    Empty,
    /// A film or sound that is longer than [`FilmLimits`](crate::FilmLimits) allow.
    TooLong,
    /// A film or sound in an encoding that nobody here can read.
    UnknownCodec,
    /// Its sender took it back while it was worked on.
    TakenBack,
}

impl Reason {
    /// The stable name of this reason, for a row or a message id.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnsupportedType => "unsupported_type",
            Self::TooManyPixels => "too_many_pixels",
            Self::TooLarge => "too_large",
            Self::Broken => "broken",
            Self::TooHeavy => "too_heavy",
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::UnknownCodec => "unknown_codec",
            Self::TakenBack => "taken_back",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Why work on a picture stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The file is at fault.
    Refused(Reason),
    /// The machine is at fault: it may go better another time.
    Failed(anyhow::Error),
}

impl From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason)
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(error)
    }
}

impl From<io::Error> for Stop {
    /// Decoders report a file that ends early, or that contradicts itself, as an [`io::Error`] too.
    /// Only the operating system's own errors carry its number.
    fn from(error: io::Error) -> Self {
        match error.raw_os_error() {
            Some(_) => Self::Failed(error.into()),
            None => Self::Refused(Reason::Broken),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_one_name_in_json_and_in_words() {
        for reason in [
            Reason::UnsupportedType,
            Reason::TooManyPixels,
            Reason::TooLarge,
            Reason::Broken,
            Reason::TooHeavy,
            Reason::Empty,
            Reason::TooLong,
            Reason::UnknownCodec,
            Reason::TakenBack,
        ] {
            assert_eq!(
                serde_json::to_string(&reason).unwrap(),
                format!("\"{}\"", reason.code())
            );
        }
    }

    #[test]
    fn an_early_end_is_the_files_fault_and_a_bad_disk_is_ours() {
        let early = io::Error::from(io::ErrorKind::UnexpectedEof);
        assert!(matches!(Stop::from(early), Stop::Refused(Reason::Broken)));
        let disk = io::Error::from_raw_os_error(nix::errno::Errno::EIO as i32);
        assert!(matches!(Stop::from(disk), Stop::Failed(_)));
    }
}
