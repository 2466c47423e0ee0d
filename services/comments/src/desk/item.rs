//! A comment in a list.

use chrono::{DateTime, Utc};
use ground::{
    age,
    ids::AccountId,
    lang::{Lang, Message},
    msg,
};

use super::{address_of, claims::Claim};
use crate::{comment::State, rules::Rule, store::desk_list::Row};

/// So much of a text is shown in a list, in characters.
const OPENING: usize = 600;

/// One of a list.
pub(super) struct Item {
    pub(super) row: Row,
    pub(super) address: String,
    pub(super) thread_address: String,
    /// How it begins, line by line.
    pub(super) opening: String,
    pub(super) language: Lang,
    pub(super) age: Message,
    /// The rule that decided.
    pub(super) rule: Option<Message>,
    /// A colleague who has it in hand.
    pub(super) holder: Option<String>,
    pub(super) is_mine: bool,
}

impl Item {
    pub(super) fn of(row: Row, from: &str, claims: &[Claim], me: AccountId, now: DateTime<Utc>) -> Self {
        let claim = claims.iter().find(|claim| claim.comment_id == row.comment_id);
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("next", from);
        Self {
            address: format!("{}?{}", address_of(row.comment_id), query.finish()),
            thread_address: format!("{}?thread={}", super::ADDRESS, row.thread_id),
            opening: opening(&row.body),
            language: Lang::from_code(&row.language).unwrap_or(Lang::En),
            age: age::words(now - row.written_at),
            rule: row.rule.as_deref().and_then(Rule::from_code).map(Rule::message),
            holder: claim
                .filter(|claim| claim.account_id != me)
                .map(|claim| claim.name.clone()),
            is_mine: claim.is_some_and(|claim| claim.account_id == me),
            row,
        }
    }

    /// What the rule found, if there is something to say.
    pub(super) fn found(&self) -> &str {
        self.row.rule_found.as_deref().unwrap_or_default()
    }
}

/// The beginning of a text, cut between words when it goes on.
fn opening(body: &str) -> String {
    if body.chars().count() <= OPENING {
        return body.to_owned();
    }
    let cut: String = body.chars().take(OPENING).collect();
    let kept = cut
        .rsplit_once(char::is_whitespace)
        .map_or(cut.as_str(), |(kept, _)| kept);
    format!("{kept}…")
}

/// A state, in the words of the desk.
pub(super) fn state_words(state: State) -> Message {
    match state {
        State::Shown => msg!("cdesk-state-shown"),
        State::Held => msg!("cdesk-state-held"),
        State::Removed => msg!("cdesk-state-removed"),
        State::Spam => msg!("cdesk-state-spam"),
        State::Deleted => msg!("cdesk-state-deleted"),
    }
}

/// The look of its badge, as style knows it.
pub(super) fn state_code(state: State) -> &'static str {
    match state {
        State::Shown => "published",
        State::Held => "received",
        State::Removed => "declined",
        State::Spam => "spam",
        State::Deleted => "withdrawn",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words_and_a_short_one_is_whole() {
        assert_eq!(opening("one\ntwo"), "one\ntwo");
        let cut = opening(&"word ".repeat(200));
        assert!(cut.ends_with("word…") && cut.chars().count() <= OPENING + 1);
        assert_eq!(opening(&"x".repeat(OPENING + 1)).chars().count(), OPENING + 1);
    }
}
