//! Filters in words: in the form they are set by, and as marks that take them away again.

use ground::{
    ids::{AccountId, PersonId},
    lang::{Lang, Message},
    msg,
    web::Cx,
};
use sqlx::PgConnection;

use super::{
    Asked, Claimed, Group,
    asked::{Has, Kind, Older},
};
use crate::{
    desk::{care::Warning, sender},
    store::{checks, queue::rows},
    submission::{Consent, State},
};

/// A filter that is set.
pub(super) struct Chip {
    /// What is filtered by.
    pub(super) name: String,
    /// Its value: a stranger's, or in words of ours.
    pub(super) value: String,
    /// The list without it.
    pub(super) address: String,
}

/// What filters are called by, besides words of ours.
pub(super) struct Names {
    pub(super) categories: Vec<(String, String)>,
    pub(super) colleagues: Vec<(AccountId, String)>,
}

impl Names {
    pub(super) async fn load(conn: &mut PgConnection, lang: Lang) -> sqlx::Result<Self> {
        let categories = checks::list_categories(&mut *conn, lang).await?;
        let called = categories.into_iter().map(|sort| (sort.category, sort.name));
        Ok(Self {
            categories: called.collect(),
            colleagues: rows::list_colleagues(conn).await?,
        })
    }

    /// What a category is called; one that is no longer offered, by its code.
    pub(super) fn category(&self, code: &str) -> String {
        let category = self.categories.iter().find(|(category, _)| category == code);
        category.map_or_else(|| code.to_owned(), |(_, name)| name.clone())
    }
}

/// Every filter that is set.
pub(super) fn chips(cx: &Cx, asked: &Asked, names: &Names) -> Vec<Chip> {
    let chip = |(name, code): (&'static str, String)| {
        Some(Chip {
            name: cx.say(&name_of(name)?),
            value: value_of(cx, asked, names, name, &code),
            address: asked.without(name, &code).address(),
        })
    };
    asked.filters().into_iter().filter_map(chip).collect()
}

/// What a filter is called.
pub(super) fn name_of(name: &str) -> Option<Message> {
    Some(match name {
        "q" => msg!("queue-filter-q"),
        "state" => msg!("queue-filter-state"),
        "language" => msg!("queue-filter-language"),
        "consent" => msg!("queue-filter-consent"),
        "kind" => msg!("queue-filter-kind"),
        "has" => msg!("queue-filter-has"),
        "warn" => msg!("queue-filter-warn"),
        "category" => msg!("queue-filter-category"),
        "tag" => msg!("queue-filter-tag"),
        "person" => msg!("queue-filter-person"),
        "place" => msg!("queue-filter-place"),
        "like" => msg!("queue-filter-like"),
        "since" => msg!("queue-filter-since"),
        "until" => msg!("queue-filter-until"),
        "older" => msg!("queue-filter-older"),
        "claimed" => msg!("queue-filter-claimed"),
        _ => return None,
    })
}

fn value_of(cx: &Cx, asked: &Asked, names: &Names, name: &str, code: &str) -> String {
    let words = match name {
        "state" => asked
            .states
            .iter()
            .find(|one| one.code() == code)
            .map(|one| one.message()),
        "language" => {
            return Lang::from_code(code).map_or_else(String::new, |lang| lang.own_name().to_owned());
        }
        "consent" => Consent::from_code(code).map(Consent::message),
        "kind" => Kind::from_code(code).map(Kind::words),
        "has" => Has::from_code(code).map(Has::words),
        "warn" => Warning::from_code(code).map(Warning::message),
        "category" => return names.category(code),
        "person" => code.parse().ok().map(|person: PersonId| sender::handle(person)),
        "like" => Some(msg!("queue-like")),
        "since" | "until" => return cx.lang().digits(code),
        "older" => Older::from_code(code).map(Older::words),
        "claimed" => match asked.claimed {
            Some(Claimed::By(by)) => {
                let colleague = names.colleagues.iter().find(|(account_id, _)| *account_id == by);
                return colleague.map_or_else(|| cx.t("queue-claimed-somebody"), |(_, name)| name.clone());
            }
            Some(claimed) => claimed.words(),
            None => None,
        },
        _ => None,
    };
    words.map_or_else(|| code.to_owned(), |words| cx.say(&words))
}

impl Kind {
    pub(super) fn words(self) -> Message {
        match self {
            Self::Photo => msg!("queue-kind-photo"),
            Self::Film => msg!("queue-kind-film"),
            Self::Sound => msg!("queue-kind-sound"),
            Self::Text => msg!("queue-kind-text"),
        }
    }
}

impl Has {
    pub(super) fn words(self) -> Message {
        match self {
            Self::Gps => msg!("queue-has-gps"),
            Self::C2pa => msg!("queue-has-c2pa"),
            Self::Repeats => msg!("queue-has-repeats"),
            Self::Files => msg!("queue-has-files"),
            Self::Refused => msg!("queue-has-refused"),
        }
    }
}

impl Older {
    pub(super) fn words(self) -> Message {
        match self {
            Self::Hour => msg!("queue-older-hours").n("hours", 1),
            Self::Shift => msg!("queue-older-hours").n("hours", 6),
            Self::Day => msg!("queue-older-days").n("days", 1),
            Self::Days => msg!("queue-older-days").n("days", 3),
            Self::Week => msg!("queue-older-days").n("days", 7),
            Self::Month => msg!("queue-older-days").n("days", 30),
        }
    }
}

impl Group {
    pub(super) fn words(self) -> Message {
        match self {
            Self::Person => msg!("queue-group-person"),
            Self::Place => msg!("queue-group-place"),
            Self::Likeness => msg!("queue-group-likeness"),
        }
    }
}

impl Claimed {
    /// None: it is somebody's name.
    pub(super) fn words(self) -> Option<Message> {
        match self {
            Self::Me => Some(msg!("queue-claimed-me")),
            Self::Nobody => Some(msg!("queue-claimed-nobody")),
            Self::Other => Some(msg!("queue-claimed-other")),
            Self::By(_) => None,
        }
    }
}

/// Every state, as filters offer them.
pub(super) const STATES: [State; 8] = [
    State::Received,
    State::InReview,
    State::NeedsReply,
    State::Accepted,
    State::Published,
    State::Declined,
    State::Withdrawn,
    State::Spam,
];
