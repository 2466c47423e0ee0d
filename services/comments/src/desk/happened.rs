//! What was done to a comment, in words.

use chrono::{DateTime, Utc};
use ground::{
    lang::{Lang, Message},
    msg,
};

use super::{deed::Deed, reason::words_of};
use crate::{event::Kind, report::Reason, rules::Rule, store::desk_item::Event};

/// One line of the history.
pub(super) struct Happened {
    pub(super) at: DateTime<Utc>,
    pub(super) words: Message,
    /// Of the newsroom.
    pub(super) who: Option<String>,
    /// It was the machine.
    pub(super) by_machine: bool,
    /// What is to be said besides, in the words of whoever said it.
    pub(super) more: String,
    /// The contribution that was made of it.
    pub(super) contribution: Option<String>,
}

impl Happened {
    /// As the desk reads it; nothing for what another version wrote.
    pub(super) fn of(event: Event, lang: Lang) -> Option<Self> {
        let kind = Kind::from_code(&event.kind)?;
        let contribution = (kind == Kind::Contributed).then(|| format!("/desk/submissions/{}", event.note));
        let more = match kind {
            Kind::Removed | Kind::Spam => words_of(&event.note, lang),
            Kind::Undone => {
                Deed::from_code(&event.note).map_or_else(String::new, |deed| deed.words().text(lang))
            }
            Kind::HeldByRule | Kind::SpamByRule => by_rule(&event.note, lang),
            Kind::Reported => Reason::from_code(&event.note)
                .map_or_else(|| event.note.clone(), |why| why.message().text(lang)),
            Kind::Contributed => String::new(),
            _ => event.note,
        };
        Some(Self {
            at: event.at,
            words: words(kind),
            by_machine: matches!(kind, Kind::HeldByRule | Kind::SpamByRule | Kind::HeldByReports),
            who: event.who,
            more,
            contribution,
        })
    }
}

/// The rule's name, and what it found, as the room's own doors wrote it ([`crate::post::note_of`]).
fn by_rule(note: &str, lang: Lang) -> String {
    let (code, found) = note.split_once(' ').unwrap_or((note, ""));
    let Some(rule) = Rule::from_code(code) else {
        return note.to_owned();
    };
    let name = rule.message().text(lang);
    if found.is_empty() {
        return name;
    }
    // What was found may run the other way than the line.
    format!("{name}: \u{2068}{found}\u{2069}")
}

fn words(kind: Kind) -> Message {
    match kind {
        Kind::HeldByRule => msg!("cdesk-event-held"),
        Kind::SpamByRule => msg!("cdesk-event-machine-spam"),
        Kind::HeldByReports => msg!("cdesk-event-held-by-reports"),
        Kind::Edited => msg!("cdesk-event-edited"),
        Kind::Deleted => msg!("cdesk-event-deleted"),
        Kind::Reported => msg!("cdesk-event-reported"),
        Kind::Shown => msg!("cdesk-event-shown"),
        Kind::Removed => msg!("cdesk-event-removed"),
        Kind::Spam => msg!("cdesk-event-spam"),
        Kind::ReportsLeft => msg!("cdesk-event-left"),
        Kind::Pinned => msg!("cdesk-event-pinned"),
        Kind::Unpinned => msg!("cdesk-event-unpinned"),
        Kind::Promoted => msg!("cdesk-event-promoted"),
        Kind::Unpromoted => msg!("cdesk-event-unpromoted"),
        Kind::Undone => msg!("cdesk-event-undone"),
        Kind::EmailRevealed => msg!("cdesk-event-email"),
        Kind::Banned => msg!("cdesk-event-banned"),
        Kind::Contributed => msg!("cdesk-event-contributed"),
        Kind::NoticeAnswered => msg!("says-event-notice"),
        Kind::TakenOver => msg!("claim-event-over"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_said_in_words_and_what_no_version_of_ours_wrote_is_not() {
        let event = |kind: &str, note: &str| Event {
            at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            who: None,
            kind: kind.to_owned(),
            note: note.to_owned(),
        };
        let removed = Happened::of(event("removed", "hate"), Lang::En).unwrap();
        assert_eq!(removed.more, words_of("hate", Lang::En));
        let own = Happened::of(event("removed", "<b>Calm.</b>"), Lang::En).unwrap();
        assert_eq!(own.more, "<b>Calm.</b>");
        let made = Happened::of(event("contributed", "7"), Lang::En).unwrap();
        assert_eq!(made.contribution.as_deref(), Some("/desk/submissions/7"));
        assert!(Happened::of(event("shredded", ""), Lang::En).is_none());
    }
}
