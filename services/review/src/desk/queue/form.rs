//! The form by which filters are set. It is a plain form: what is chosen stands in the address.

use ground::{
    lang::{Lang, Message},
    msg,
    web::Cx,
};

use super::{
    Asked, Claimed, Group, Order,
    asked::{Has, Kind, Older},
    chips::{Names, STATES, name_of},
};
use crate::{desk::care::Warning, submission::Consent};

/// One of the values of a filter.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) words: String,
    pub(super) chosen: bool,
}

/// A filter of which one or several values are chosen.
pub(super) struct Filter {
    pub(super) name: &'static str,
    pub(super) legend: String,
    pub(super) choices: Vec<Choice>,
}

/// Everything that a list can be asked for.
pub(super) struct FilterForm {
    /// Several of each.
    pub(super) checks: Vec<Filter>,
    /// One of each.
    pub(super) selects: Vec<Filter>,
    /// What is kept as it is: name and value.
    pub(super) kept: Vec<(&'static str, String)>,
    pub(super) words: String,
    pub(super) tag: String,
    pub(super) place: String,
    pub(super) since: String,
    pub(super) until: String,
    /// How many filters are set.
    pub(super) count: usize,
}

impl FilterForm {
    pub(super) fn of(cx: &Cx, asked: &Asked, names: &Names) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut kept: Vec<(&'static str, String)> = Vec::new();
        kept.extend(asked.queue.map(|queue| ("queue", queue.code().to_owned())));
        kept.extend(asked.view.map(|view| ("view", view.code().to_owned())));
        kept.extend(asked.person.map(|person| ("person", person.to_string())));
        kept.extend(asked.like.map(|like| ("like", like.to_string())));
        // The form has one field for a tag; what else is asked for stays.
        kept.extend(asked.tags.iter().skip(1).map(|tag| ("tag", tag.clone())));
        Self {
            checks: checks(cx, asked, names),
            selects: selects(cx, asked, names),
            kept,
            words: text(&asked.words),
            tag: asked.tags.first().cloned().unwrap_or_default(),
            place: text(&asked.place),
            since: asked.since.map(|day| day.to_string()).unwrap_or_default(),
            until: asked.until.map(|day| day.to_string()).unwrap_or_default(),
            count: asked.filters().len() - usize::from(asked.words.is_some()),
        }
    }
}

fn checks(cx: &Cx, asked: &Asked, names: &Names) -> Vec<Filter> {
    let filter = |name: &'static str, choices: Vec<Choice>| Filter {
        name,
        legend: name_of(name).map(|words| cx.say(&words)).unwrap_or_default(),
        choices,
    };
    let choice = |value: &str, words: &Message, chosen: bool| Choice {
        value: value.to_owned(),
        words: cx.say(words),
        chosen,
    };
    let states = STATES
        .iter()
        .map(|one| choice(one.code(), &one.message(), asked.states.contains(one)));
    let kinds = Kind::ALL
        .iter()
        .map(|one| choice(one.code(), &one.words(), asked.kinds.contains(one)));
    let has = Has::ALL
        .iter()
        .map(|one| choice(one.code(), &one.words(), asked.has.contains(one)));
    let consents = Consent::ALL
        .iter()
        .map(|one| choice(one.code(), &one.message(), asked.consents.contains(one)));
    let warnings = Warning::ALL.iter().map(|one| {
        let chosen = asked.warnings.iter().any(|code| code == one.code());
        choice(one.code(), &one.message(), chosen)
    });
    let languages = Lang::ALL.iter().map(|one| Choice {
        value: one.code().to_owned(),
        words: one.own_name().to_owned(),
        chosen: asked.langs.contains(one),
    });
    let categories = names.categories.iter().map(|(category, name)| Choice {
        value: category.clone(),
        words: name.clone(),
        chosen: asked.categories.contains(category),
    });
    let all = [
        filter("kind", kinds.collect()),
        filter("has", has.collect()),
        filter("state", states.collect()),
        filter("language", languages.collect()),
        filter("category", categories.collect()),
        filter("consent", consents.collect()),
        filter("warn", warnings.collect()),
    ];
    all.into_iter()
        .filter(|filter| !filter.choices.is_empty())
        .collect()
}

fn selects(cx: &Cx, asked: &Asked, names: &Names) -> Vec<Filter> {
    let choice = |value: &str, words: Message, chosen: bool| Choice {
        value: value.to_owned(),
        words: cx.say(&words),
        chosen,
    };
    let nothing = || choice("", msg!("queue-filter-any"), false);
    let filter = |name: &'static str, legend: Message, choices: Vec<Choice>| Filter {
        name,
        legend: cx.say(&legend),
        choices,
    };
    let older = Older::ALL
        .iter()
        .map(|one| choice(one.code(), one.words(), asked.older == Some(*one)));
    let claimed = [Claimed::Me, Claimed::Nobody, Claimed::Other]
        .into_iter()
        .filter_map(|one| Some(choice(&one.code(), one.words()?, asked.claimed == Some(one))));
    let colleagues = names.colleagues.iter().map(|(account_id, name)| Choice {
        value: account_id.to_string(),
        words: name.clone(),
        chosen: asked.claimed == Some(Claimed::By(*account_id)),
    });
    let groups = Group::ALL
        .iter()
        .map(|one| choice(one.code(), one.words(), asked.group == Some(*one)));
    let orders = Order::ALL.iter().map(|one| {
        let words = match one {
            Order::Oldest => msg!("queue-order-oldest"),
            Order::Newest => msg!("queue-order-newest"),
        };
        choice(one.code(), words, asked.order() == *one)
    });
    vec![
        filter(
            "older",
            msg!("queue-filter-older"),
            std::iter::once(nothing()).chain(older).collect(),
        ),
        filter(
            "claimed",
            msg!("queue-filter-claimed"),
            std::iter::once(nothing())
                .chain(claimed)
                .chain(colleagues)
                .collect(),
        ),
        filter(
            "group",
            msg!("queue-group"),
            std::iter::once(choice("", msg!("queue-group-none"), false))
                .chain(groups)
                .collect(),
        ),
        filter("order", msg!("queue-order"), orders.collect()),
    ]
}
