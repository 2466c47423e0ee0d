//! The dry run: what changed rules would have done to what was said in the last thirty days, beside what the rules of now
//! would have done. The same pure verdict is asked, in the order in which people spoke.

use std::collections::{HashMap, VecDeque};

use chrono::TimeDelta;
use ground::{Failure, ids::CommentId, lang::Message, msg};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::{
    person::Person,
    rules::{Before, Facts, List, Rules, Said, Standing, Verdict, verdict},
    store::trial::{self as store, Spoken},
};

/// How far back it looks.
const SPAN: TimeDelta = TimeDelta::days(30);
/// Most comments that it looks at, the newest.
const MOST: i64 = 10_000;
/// So many are read at once.
const PART: i64 = 500;
/// So many are shown.
const SAMPLES: usize = 20;
/// What is remembered of one person.
const REMEMBERED: usize = 60;
/// Of as many of these the words are remembered, to be compared.
const COMPARED: usize = 10;
/// Longest excerpt, in characters.
const EXCERPT: usize = 200;
/// Who spoke before the walk began counts as known.
const KNOWN: i64 = 1_000;

/// Rules with their words.
pub(super) struct Side<'a> {
    pub(super) rules: &'a Rules,
    pub(super) list: &'a List,
}

/// How many comments met which end.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) shown: i64,
    pub(super) held: i64,
    pub(super) spam: i64,
    pub(super) refused: i64,
}

impl Counts {
    fn add(&mut self, verdict: &Verdict) {
        *match verdict {
            Verdict::Shown => &mut self.shown,
            Verdict::Held(..) => &mut self.held,
            Verdict::Spam(..) => &mut self.spam,
            Verdict::Refused(_) => &mut self.refused,
        } += 1;
    }
}

/// A comment that would have met another end.
pub(super) struct Sample {
    pub(super) comment_id: CommentId,
    pub(super) name: String,
    pub(super) excerpt: String,
    pub(super) words: Message,
    pub(super) rule: Option<Message>,
    pub(super) found: String,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Trial {
    pub(super) looked: i64,
    /// Whether these are all of the thirty days.
    pub(super) is_all: bool,
    pub(super) now: Counts,
    pub(super) then: Counts,
    pub(super) changed: i64,
    pub(super) samples: Vec<Sample>,
    /// How many comments each of the new words is in, by what was entered.
    pub(super) words: Vec<(String, i64)>,
}

/// Looks at what was said until now.
pub(super) async fn run(
    conn: &mut PgConnection,
    state: &crate::State,
    now: &Side<'_>,
    then: &Side<'_>,
    new_words: Option<&List>,
) -> Result<Trial, Failure> {
    let (begin, is_all) = store::find_begin(conn, state.clock.now() - SPAN, MOST).await?;
    let mut walk = Walk {
        trial: Trial {
            is_all,
            ..Trial::default()
        },
        people: HashMap::new(),
        found: HashMap::new(),
    };
    let mut after = (begin, Uuid::max());
    loop {
        let part = store::list(conn, after, PART).await?;
        let Some(last) = part.last() else { break };
        after = (last.written_at, last.comment_id.0);
        for spoken in part {
            walk.step(spoken, now, then, new_words);
        }
        // Folding is work for the processor: others get their turn.
        tokio::task::yield_now().await;
    }
    walk.trial.words = walk.found.into_iter().collect();
    Ok(walk.trial)
}

/// What is known while people speak.
struct Walk {
    trial: Trial,
    people: HashMap<(Option<Uuid>, Option<Vec<u8>>), Known>,
    found: HashMap<String, i64>,
}

/// Somebody who has spoken in this walk.
struct Known {
    shown: i64,
    said: VecDeque<(Uuid, Before)>,
}

impl Walk {
    fn step(&mut self, spoken: Spoken, now: &Side<'_>, then: &Side<'_>, new_words: Option<&List>) {
        let key = (spoken.account_id.map(|id| id.0), spoken.device.clone());
        let is_first = spoken.is_first;
        let known = self.people.entry(key).or_insert_with(|| Known {
            shown: if is_first { 0 } else { KNOWN },
            said: VecDeque::new(),
        });
        let before = judged(&spoken, known, now);
        let after = judged(&spoken, known, then);
        for word in new_words
            .map(|list| list.find(&[&spoken.body, &spoken.name]))
            .into_iter()
            .flatten()
        {
            *self.found.entry(word.label.clone()).or_default() += 1;
        }
        let trial = &mut self.trial;
        trial.looked += 1;
        trial.now.add(&before);
        trial.then.add(&after);
        if end_of(&before) != end_of(&after) {
            trial.changed += 1;
            if trial.samples.len() < SAMPLES {
                trial.samples.push(sample(&spoken, &after));
            }
        }
        known.shown += i64::from(spoken.is_shown);
        let said = Before {
            written_at: spoken.written_at,
            is_here: false,
            body: spoken.body,
        };
        known.said.push_front((spoken.thread_id.0, said));
        known.said.truncate(REMEMBERED);
        if let Some((_, old)) = known.said.get_mut(COMPARED) {
            old.body = String::new();
        }
    }
}

fn judged(spoken: &Spoken, known: &Known, side: &Side<'_>) -> Verdict {
    let since = spoken.written_at - crate::rules::REPEAT_SPAN;
    let before = known
        .said
        .iter()
        .take_while(|(_, before)| before.written_at > since);
    let standing = Standing {
        closed_at: None,
        begun_at: spoken.begun_at,
        thread_holds: spoken.thread_holds,
        thread_slow: spoken.thread_slow,
        is_staff: spoken.is_staff,
        is_banned: false,
        shown_before: known.shown,
        before: before
            .map(|(thread_id, before)| Before {
                is_here: *thread_id == spoken.thread_id.0,
                ..before.clone()
            })
            .collect(),
    };
    let said = Said {
        thread_id: spoken.thread_id,
        comment_id: spoken.comment_id,
        person: &Person::Nobody,
        name: &spoken.name,
        text: &spoken.body,
        is_edit: false,
    };
    let facts = Facts::of(&said, standing, side.list, spoken.written_at);
    verdict(&facts, side.rules)
}

/// Which end it is, without its reasons.
fn end_of(verdict: &Verdict) -> std::mem::Discriminant<Verdict> {
    std::mem::discriminant(verdict)
}

fn sample(spoken: &Spoken, verdict: &Verdict) -> Sample {
    let (words, rule, found) = match verdict {
        Verdict::Shown => (msg!("rule-trial-shown"), None, String::new()),
        Verdict::Held(rule, found) => (msg!("rule-trial-held"), Some(rule.message()), found.clone()),
        Verdict::Spam(rule, found) => (msg!("rule-trial-spam"), Some(rule.message()), found.clone()),
        Verdict::Refused(refusal) => (
            msg!("rule-trial-refused"),
            Some(refusal.words.clone()),
            String::new(),
        ),
    };
    Sample {
        comment_id: spoken.comment_id,
        name: spoken.name.clone(),
        excerpt: excerpt(&spoken.body),
        words,
        rule,
        found,
    }
}

fn excerpt(body: &str) -> String {
    let mut letters = body.chars();
    let mut excerpt: String = letters.by_ref().take(EXCERPT).collect();
    if letters.next().is_some() {
        excerpt.push('…');
    }
    excerpt
}
