//! What happened to a contribution, as its page tells it: who, what and when.

use ground::{
    lang::{Lang, Message},
    msg,
};

use crate::{deed::Deed, event::EventKind, reasons::Reasons, store::history::Entry};

/// One line of the history.
pub(crate) struct Happened {
    pub(crate) words: Message,
    /// More of it: why something was declined, which original was opened for what.
    pub(crate) more: Option<Message>,
    /// Where nobody is named: the program did it, not the contributor.
    pub(crate) by_program: bool,
    pub(crate) entry: Entry,
}

impl Happened {
    /// What a row says.
    pub(crate) fn of(entry: Entry, reasons: &Reasons, lang: Lang) -> Self {
        let kind = EventKind::from_code(&entry.kind, entry.reason.as_deref());
        Self {
            words: kind.map_or_else(|| msg!("desk-event-other"), EventKind::message),
            more: match (kind, entry.file, &entry.why) {
                (Some(EventKind::Declined), ..) => entry
                    .reason
                    .as_deref()
                    .map(|code| msg!("decide-words").s("words", reasons.words(code, lang))),
                (Some(EventKind::Undone), ..) => entry
                    .reason
                    .as_deref()
                    .and_then(Deed::from_code)
                    .map(|deed| msg!("decide-words").s("words", deed.done(1).text(lang))),
                (Some(EventKind::SpamByRule), ..) => Some(msg!("decide-rule-repeat-of-spam")),
                (Some(EventKind::TrustSet(trust)), ..) => Some(trust.message()),
                (Some(EventKind::Checked(checked)), ..) => Some(checked.message()),
                (Some(EventKind::Warned(warnings)), ..) if !warnings.is_empty() => {
                    let said: Vec<String> = warnings.iter().map(|one| one.message().text(lang)).collect();
                    Some(msg!("decide-words").s("words", said.join(" · ")))
                }
                (Some(EventKind::ConsentChanged(consent)), ..) => Some(consent.message()),
                (Some(EventKind::TakenOver), _, Some(why)) => {
                    Some(msg!("claim-event-over-word").s("note", why))
                }
                (_, Some(number), Some(why)) => {
                    Some(msg!("desk-original-look").n("number", number).s("why", why))
                }
                (_, None, Some(why)) => Some(msg!("vet-event-why").s("why", why)),
                (_, Some(number), None) => Some(msg!("desk-original-file").n("number", number)),
                _ => None,
            },
            by_program: kind.is_some_and(EventKind::is_the_programs),
            entry,
        }
    }
}
