//! How the files of a contribution stand before somebody now.

use super::{Cover, Veil, Warnings, cover};

/// Covered, opened in the way they chose, or as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sight {
    /// What is said first, while nothing was opened.
    pub(crate) cover: Option<Cover>,
    /// What stays when it is open.
    pub(crate) veil: Option<Veil>,
    warned: bool,
}

impl Sight {
    /// `show`: what the address asks for. `files` opens them, `plain` without what stays.
    pub(crate) fn of(warnings: &[String], veil: Veil, show: Option<&str>) -> Self {
        let warned = !Warnings::of(warnings.iter().map(String::as_str)).is_empty();
        let covered = cover(warnings, veil);
        match show {
            Some("files") => Self {
                cover: None,
                veil: covered.map(|cover| cover.veil).filter(|veil| veil.stays()),
                warned,
            },
            Some("plain") => Self {
                cover: None,
                veil: None,
                warned,
            },
            _ => Self {
                cover: covered,
                veil: None,
                warned,
            },
        }
    }

    /// Whether somebody sees now what they were warned of.
    pub(crate) fn is_hard(self) -> bool {
        self.warned && self.cover.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hard_is_seen_before_it_is_asked_for_unless_that_was_chosen() {
        let graphic = ["graphic".to_owned()];
        for (warnings, veil, show, covered, stays, hard) in [
            (&graphic[..], Veil::Blur, None, true, None, false),
            (&graphic, Veil::Blur, Some("files"), false, None, true),
            (&graphic, Veil::Grey, Some("files"), false, Some(Veil::Grey), true),
            (
                &graphic,
                Veil::Small,
                Some("files"),
                false,
                Some(Veil::Small),
                true,
            ),
            (&graphic, Veil::Small, Some("plain"), false, None, true),
            (&graphic, Veil::Small, Some("else"), true, None, false),
            (&graphic, Veil::Nothing, None, false, None, true),
            (&[], Veil::Blur, None, false, None, false),
            (&[], Veil::Grey, Some("files"), false, None, false),
        ] {
            let sight = Sight::of(warnings, veil, show);
            assert_eq!(
                (sight.cover.is_some(), sight.veil, sight.is_hard()),
                (covered, stays, hard),
                "{warnings:?} {veil:?} {show:?}"
            );
        }
    }
}
