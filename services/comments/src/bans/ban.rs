//! A ban, and for how long it is.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    ids::{AccountId, BanId, CommentId},
    lang::Message,
    msg,
};

/// As it stands.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct Ban {
    pub(crate) ban_id: BanId,
    /// None: for good.
    pub(crate) until: Option<DateTime<Utc>>,
    /// Told to them.
    pub(crate) reason: String,
    /// For which comment, while that is there.
    pub(crate) comment_id: Option<CommentId>,
    /// What they said there.
    pub(crate) body: Option<String>,
    /// What they are called; none: a guest whose comment is gone.
    pub(crate) name: Option<String>,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) made_by: String,
    pub(crate) ended_at: Option<DateTime<Utc>>,
    pub(crate) appeal: Option<String>,
    pub(crate) appealed_at: Option<DateTime<Utc>>,
    pub(crate) answer: Option<String>,
    pub(crate) answered_at: Option<DateTime<Utc>>,
}

impl Ban {
    /// Whether they may not comment at this time.
    pub(crate) fn holds(&self, now: DateTime<Utc>) -> bool {
        self.ended_at.is_none() && self.until.is_none_or(|until| until > now)
    }

    /// Whether what they say to it waits for an answer.
    pub(crate) fn waits(&self) -> bool {
        self.appealed_at.is_some() && self.answered_at.is_none()
    }
}

/// For how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    Day,
    Week,
    Month,
    Good,
}

impl Span {
    /// All of them, the shortest first.
    pub(crate) const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Good];

    /// As the form says it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Good => "good",
        }
    }

    /// The span of a code of ours.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.code() == code)
    }

    /// In words.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Day => msg!("rule-ban-day"),
            Self::Week => msg!("rule-ban-week"),
            Self::Month => msg!("rule-ban-month"),
            Self::Good => msg!("rule-ban-good"),
        }
    }

    /// Its end, if it has one.
    pub(crate) fn until(self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let days = match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
            Self::Good => return None,
        };
        Some(now + TimeDelta::days(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_known_by_its_code_and_only_one_has_no_end() {
        let now = DateTime::default();
        for span in Span::ALL {
            assert_eq!(Span::from_code(span.code()), Some(span));
            assert_eq!(span.until(now).is_none(), span == Span::Good);
        }
        assert_eq!(Span::from_code("year"), None);
    }
}
