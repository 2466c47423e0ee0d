//! What follows from the facts. Pure: the dry run of changed rules asks it about what was said in the last thirty days.

use chrono::TimeDelta;
use ground::msg;

use super::{
    Facts, Refusal, Rule, Rules, Verdict,
    facts::{Again, FLOOD_SPAN},
};

/// What becomes of a comment. Who must not speak, or not now, is refused before anybody's words are looked at; what takes
/// something away comes before what lets it wait; and what is about the words comes before what is about everybody, so
/// that the desk reads the most telling rule.
pub(crate) fn verdict(facts: &Facts, rules: &Rules) -> Verdict {
    if let Some(refusal) = barred(facts, rules) {
        return Verdict::Refused(refusal);
    }
    // The newsroom's own people are bound by bans and closed threads only.
    if facts.standing.is_staff {
        return Verdict::Shown;
    }
    if let Some(refusal) = hurried(facts, rules) {
        return Verdict::Refused(refusal);
    }
    if let Some(word) = &facts.spam_word {
        return Verdict::Spam(Rule::Word, word.clone());
    }
    held(facts, rules).map_or(Verdict::Shown, |(rule, found)| Verdict::Held(rule, found))
}

fn refusal(words: ground::lang::Message, retry: Option<u32>) -> Refusal {
    Refusal {
        words,
        retry,
        is_ban: false,
    }
}

fn barred(facts: &Facts, rules: &Rules) -> Option<Refusal> {
    if facts.standing.is_banned {
        return Some(Refusal {
            words: msg!("rule-refused-ban"),
            retry: None,
            is_ban: true,
        });
    }
    let closed = rules.closed_at(facts.standing.closed_at, facts.standing.begun_at);
    closed
        .is_some_and(|at| at <= facts.now)
        .then(|| refusal(msg!("rule-refused-closed"), None))
}

/// What is asked of the pace, and of who says everything twice.
fn hurried(facts: &Facts, rules: &Rules) -> Option<Refusal> {
    if facts.is_edit {
        return None;
    }
    let slow = facts.standing.thread_slow.unwrap_or(rules.slow_seconds);
    let free_at = facts.last_at().map(|at| at + TimeDelta::seconds(i64::from(slow)));
    if let Some(wait) = free_at.and_then(|at| seconds(at - facts.now)) {
        let words = msg!("rule-refused-slow").n("seconds", i64::from(wait));
        return Some(refusal(words, Some(wait)));
    }
    // What waits is read by somebody: there is an end to that, too.
    let most = usize::try_from(rules.flood_five_minutes).unwrap_or(0).max(1) * 2;
    let oldest = facts.recent().nth(most - 1).map(|at| at + FLOOD_SPAN);
    if let Some(wait) = oldest.and_then(|at| seconds(at - facts.now)) {
        let words = msg!("rule-refused-flood").n("minutes", i64::from(wait.div_ceil(60)));
        return Some(refusal(words, Some(wait)));
    }
    (facts.again == Some(Again::Here)).then(|| refusal(msg!("rule-refused-repeat"), None))
}

/// Whole seconds, if any are left.
fn seconds(left: TimeDelta) -> Option<u32> {
    let whole = u32::try_from(left.num_milliseconds()).ok()?.div_ceil(1000);
    (whole > 0).then_some(whole)
}

fn held(facts: &Facts, rules: &Rules) -> Option<(Rule, String)> {
    let count = |number: usize| number.to_string();
    if let Some(word) = &facts.held_word {
        return Some((Rule::Word, word.clone()));
    }
    if facts.links > usize::try_from(rules.links_allowed).unwrap_or(0) {
        return Some((Rule::Links, count(facts.links)));
    }
    if !facts.is_edit {
        let recent = facts.recent().count() + 1;
        if recent > usize::try_from(rules.flood_five_minutes).unwrap_or(0) {
            return Some((Rule::Flood, count(recent)));
        }
        if facts.again == Some(Again::Elsewhere) {
            return Some((Rule::Repeat, String::new()));
        }
    }
    if facts.standing.thread_holds {
        return Some((Rule::Thread, String::new()));
    }
    if rules.holds_all {
        return Some((Rule::Everything, String::new()));
    }
    (facts.standing.shown_before < i64::from(rules.holds_first)).then(|| (Rule::First, String::new()))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::rules::facts::{Before, Standing};

    fn now() -> DateTime<Utc> {
        "2026-11-30T08:00:00Z".parse().unwrap()
    }

    fn known() -> Facts {
        Facts {
            now: now(),
            standing: Standing {
                begun_at: now() - TimeDelta::days(1),
                shown_before: 5,
                ..Standing::default()
            },
            ..Facts::default()
        }
    }

    fn said(times: &[i64]) -> Vec<Before> {
        let before = |ago: &i64| Before {
            written_at: now() - TimeDelta::seconds(*ago),
            is_here: false,
            body: String::new(),
        };
        times.iter().map(before).collect()
    }

    fn told(facts: &Facts) -> String {
        match verdict(facts, &Rules::default()) {
            Verdict::Shown => "shown".to_owned(),
            Verdict::Held(rule, found) => format!("held {} {found}", rule.code()),
            Verdict::Spam(rule, found) => format!("spam {} {found}", rule.code()),
            Verdict::Refused(refusal) => format!("{} {:?}", refusal.words.id, refusal.retry),
        }
    }

    #[test]
    fn each_rule_decides_what_is_its_to_decide() {
        assert_eq!(told(&known()), "shown");
        let check = |change: fn(&mut Facts), verdict: &str| {
            let mut facts = known();
            change(&mut facts);
            assert_eq!(told(&facts), verdict);
        };
        check(|f| f.standing.is_banned = true, "rule-refused-ban None");
        check(|f| f.standing.closed_at = Some(f.now), "rule-refused-closed None");
        check(
            |f| f.standing.begun_at = f.now - TimeDelta::days(30),
            "rule-refused-closed None",
        );
        check(|f| f.spam_word = Some("Scam".to_owned()), "spam word Scam");
        check(|f| f.held_word = Some("Fool".to_owned()), "held word Fool");
        check(|f| f.links = 1, "shown");
        check(|f| f.links = 2, "held links 2");
        check(|f| f.again = Some(Again::Elsewhere), "held repeat ");
        check(|f| f.again = Some(Again::Here), "rule-refused-repeat None");
        check(|f| f.standing.thread_holds = true, "held thread ");
        check(|f| f.standing.shown_before = 0, "held first ");
        let rules = Rules {
            holds_all: true,
            ..Rules::default()
        };
        assert!(matches!(
            verdict(&known(), &rules),
            Verdict::Held(Rule::Everything, _)
        ));
    }

    #[test]
    fn pace_is_asked_of_who_says_something_new_and_the_wait_is_told() {
        let mut facts = known();
        facts.standing.before = said(&[4]);
        assert_eq!(told(&facts), "rule-refused-slow Some(6)");
        facts.standing.thread_slow = Some(60);
        assert_eq!(
            told(&facts),
            "shown",
            "a thread's own pace goes by what was said there"
        );
        facts.standing.before = Vec::from([Before {
            is_here: true,
            ..said(&[4]).remove(0)
        }]);
        assert_eq!(told(&facts), "rule-refused-slow Some(56)");
        facts.is_edit = true;
        assert_eq!(told(&facts), "shown");
        let mut facts = known();
        facts.standing.before = said(&[20, 40, 60, 80, 100, 301]);
        assert_eq!(told(&facts), "shown");
        facts.standing.before = said(&[20, 40, 60, 80, 100, 120]);
        assert_eq!(told(&facts), "held flood 7");
        facts.standing.before = said(&[20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 100]);
        assert_eq!(told(&facts), "rule-refused-flood Some(200)");
    }

    #[test]
    fn the_newsrooms_own_people_are_bound_by_closed_threads_only() {
        let mut facts = known();
        facts.standing.is_staff = true;
        facts.standing.shown_before = 0;
        facts.standing.thread_holds = true;
        facts.standing.before = said(&[1]);
        facts.spam_word = Some("Scam".to_owned());
        facts.links = 9;
        assert_eq!(told(&facts), "shown");
        facts.standing.closed_at = Some(now());
        assert_eq!(told(&facts), "rule-refused-closed None");
    }
}
