//! How what may be hard to look at is shown to somebody.

use ground::{ids::AccountId, lang::Message, msg};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::Warnings;
use crate::desk::preferences;

/// Of what somebody of the newsroom likes.
pub(super) const SECTION: &str = "care";

/// How pictures with a warning look, by the choice of who looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Veil {
    /// Nothing to be made out.
    #[default]
    Blur,
    /// Without colour.
    Grey,
    /// As small as a stamp.
    Small,
    /// As they are.
    Nothing,
}

impl Veil {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Blur, Self::Grey, Self::Small, Self::Nothing];

    /// As in the database, in forms and in class names.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Blur => "blur",
            Self::Grey => "grey",
            Self::Small => "small",
            Self::Nothing => "nothing",
        }
    }

    /// The veil of a code of ours.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|veil| veil.code() == code)
    }

    /// In the words of the desk.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Blur => msg!("item-veil-blur"),
            Self::Grey => msg!("item-veil-grey"),
            Self::Small => msg!("item-veil-small"),
            Self::Nothing => msg!("item-veil-nothing"),
        }
    }

    /// Whether pictures keep it after they were opened: colour and size are what hurts, and stay away until asked for.
    pub(crate) fn stays(self) -> bool {
        matches!(self, Self::Grey | Self::Small)
    }
}

/// What is said and done before something is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cover {
    pub(crate) veil: Veil,
    pub(crate) warnings: Warnings,
}

/// What covers a contribution with these warnings for somebody with this choice. None: nothing does.
pub(crate) fn cover(warnings: &[String], veil: Veil) -> Option<Cover> {
    let warnings = Warnings::of(warnings.iter().map(String::as_str));
    (!warnings.is_empty() && veil != Veil::Nothing).then_some(Cover { veil, warnings })
}

/// What this person of the newsroom chose.
pub(crate) async fn veil_of(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Veil> {
    preferences::load(conn, account_id, SECTION).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::care::Warning;

    #[test]
    fn what_has_a_warning_is_covered_as_its_viewer_chose() {
        let graphic = ["graphic".to_owned()];
        for (warnings, veil, covered) in [
            (&graphic[..], Veil::Blur, true),
            (&graphic, Veil::Grey, true),
            (&graphic, Veil::Small, true),
            (&graphic, Veil::Nothing, false),
            (&[], Veil::Blur, false),
            // A word of a later version covers nothing that this one could name.
            (&["loud".to_owned()], Veil::Blur, false),
        ] {
            let found = cover(warnings, veil);
            assert_eq!(found.is_some(), covered, "{warnings:?} {veil:?}");
            assert!(found.is_none_or(|found| found.veil == veil && found.warnings.has(Warning::Graphic)));
        }
        for veil in Veil::ALL {
            assert_eq!(Veil::from_code(veil.code()), Some(veil));
        }
        assert_eq!(Veil::from_code("none"), None);
    }
}
