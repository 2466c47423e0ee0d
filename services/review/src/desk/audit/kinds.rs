//! What links are about, in words. Reasons and names are not in the chain, so these are the plain ones.

use ground::{lang::Message, msg, web::Cx};

use crate::event::EventKind;

/// What can be chosen, but for what contributors and the program do.
const CHOSEN: &[&str] = &[
    "accepted",
    "declined",
    "spam",
    "first_yes",
    "spam_by_rule",
    "confirmed",
    "reopened",
    "undone",
    "published",
    "story_edited",
    "withdrawn",
    "opened",
    "asked",
    "wrote",
    "original_opened",
    "original_damaged",
    "identity_revealed",
    "trust_set",
    "checked",
    "warned",
    "sorted",
    "taken_over",
    "risk_set",
    "risk_lifted",
    "held",
    "hold_lifted",
    "identity_forgotten",
    "rest_forgotten",
    "erased",
    "exported",
    "retention_changed",
    "retention_kept",
    "clock_confirmed",
    "audit_exported",
    "reasons_changed",
    "categories_changed",
    "role_changed",
    "removed",
    "restored",
    "factors_reset",
    "invited",
    "invitation_ended",
    "comments_removed",
    "comments_undone",
    "comment_email_revealed",
    "thread_set",
    "comment_banned",
    "comment_ban_ended",
    "comment_appeal_answered",
    "comment_rules_changed",
    "comment_notice_answered",
];

/// What a kind of link says; none for one of another version.
pub(super) fn words(kind: &str) -> Option<Message> {
    Some(match kind {
        "begun" => msg!("audit-begun"),
        "erased" => msg!("audit-erased"),
        "retention_changed" => msg!("audit-retention-changed"),
        "retention_kept" => msg!("audit-retention-kept"),
        "clock_confirmed" => msg!("audit-clock-confirmed"),
        "audit_exported" => msg!("audit-exported"),
        "reasons_changed" => msg!("audit-reasons-changed"),
        "categories_changed" => msg!("audit-categories-changed"),
        "role_changed" => msg!("event-role-changed"),
        "removed" => msg!("event-removed"),
        "restored" => msg!("event-restored"),
        "factors_reset" => msg!("event-factors-reset"),
        "invited" => msg!("event-invited"),
        "invitation_ended" => msg!("event-invitation-ended"),
        "comments_removed" => msg!("cdesk-audit-removed"),
        "comments_undone" => msg!("cdesk-audit-undone"),
        "comment_email_revealed" => msg!("cdesk-audit-email"),
        "thread_set" => msg!("cdesk-audit-thread"),
        "comment_banned" => msg!("cdesk-audit-banned"),
        "comment_ban_ended" => msg!("cdesk-audit-ban-ended"),
        "comment_appeal_answered" => msg!("cdesk-audit-appeal"),
        "comment_notice_answered" => msg!("says-audit-notice"),
        "comment_rules_changed" => msg!("cdesk-audit-rules"),
        "consent_changed" => msg!("talk-event-consent-changed"),
        "trust_set" => msg!("vet-event-trust"),
        "checked" => msg!("vet-event-checked"),
        "warned" => msg!("item-event-warned"),
        _ => return EventKind::from_code(kind, None).map(EventKind::message),
    })
}

/// Codes and words to choose from, by their words.
pub(super) fn to_choose(cx: &Cx) -> Vec<(String, String)> {
    let mut kinds: Vec<_> = CHOSEN
        .iter()
        .filter_map(|kind| Some(((*kind).to_owned(), cx.say(&words(kind)?))))
        .collect();
    kinds.sort_by(|one, other| one.1.cmp(&other.1));
    kinds.insert(0, (String::new(), cx.t("audit-any")));
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_can_be_chosen_has_words() {
        for kind in CHOSEN {
            assert!(words(kind).is_some(), "{kind}");
        }
        assert!(words("of a later version").is_none());
    }
}
