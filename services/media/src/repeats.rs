//! What was received before: the same bytes, or what shows the same.

use std::collections::HashMap;

use ground::ids::MediaId;
use sqlx::PgConnection;

use crate::{
    likeness::{ALIKE, Part, Question, Sketch},
    store::likenesses::{self, Candidate},
};

/// So many frames of a film are asked about, from its beginning to its end: each is a question of its own.
const ASKED: usize = 8;

/// So many media are named.
const NAMED: usize = 100;

/// Another medium that is this one again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repeat {
    /// Which.
    pub media_id: MediaId,
    /// Whether its bytes are the same, or what it shows.
    pub kind: RepeatKind,
    /// How alike the two are, to 1.
    pub score: f32,
    /// When it shows that, if it is a film, in milliseconds.
    pub at_ms: Option<i32>,
}

/// How a medium is another one again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepeatKind {
    /// Every byte is the same (SHA-256).
    Exact,
    /// It shows the same: perhaps cropped by some hundredths, turned, mirrored, brightened, scaled, compressed again.
    Near,
}

/// What else was ever received that is this medium again: exact repeats first, then the most alike. Media of the same
/// contribution are among them, and files that were refused.
pub async fn find(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<Vec<Repeat>> {
    let copies = likenesses::list_copies(&mut *conn, media_id).await?;
    let mut near: HashMap<MediaId, Repeat> = HashMap::new();
    let sketches = likenesses::list_sketches(&mut *conn, media_id).await?;
    for sketch in spread(&sketches) {
        let Ok(sketch) = Sketch::try_from(&sketch[..]) else {
            continue;
        };
        // It is large, and is held while the database answers.
        let question = Box::new(Question::new(&sketch));
        let candidates = likenesses::list_candidates(&mut *conn, media_id, question.keys()).await?;
        for repeat in alike(&question, candidates) {
            let best = near.entry(repeat.media_id).or_insert(repeat);
            if best.score < repeat.score {
                *best = repeat;
            }
        }
    }
    near.retain(|media_id, _| !copies.contains(media_id));
    let exact = copies.into_iter().map(|media_id| Repeat {
        media_id,
        kind: RepeatKind::Exact,
        score: 1.0,
        at_ms: None,
    });
    let mut repeats: Vec<Repeat> = exact.collect();
    let exact = repeats.len();
    repeats.extend(near.into_values());
    if let Some(near) = repeats.get_mut(exact..) {
        near.sort_by(|one, other| {
            let by_score = other.score.total_cmp(&one.score);
            by_score.then_with(|| other.media_id.cmp(&one.media_id))
        });
    }
    repeats.truncate(NAMED);
    Ok(repeats)
}

/// At most [`ASKED`] of them, from the first on.
fn spread<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.iter().step_by(all.len().div_ceil(ASKED).max(1))
}

/// Those that truly show the same.
fn alike(question: &Question, candidates: Vec<Candidate>) -> impl Iterator<Item = Repeat> {
    // A candidate comes once for each key that it shares.
    let mut shared: HashMap<(MediaId, i16), Vec<(Part, i32)>> = HashMap::new();
    let mut distinct = Vec::new();
    for found in candidates {
        let part = if found.inner { Part::Inner } else { Part::Whole };
        let keys = shared.entry((found.media_id, found.frame)).or_default();
        keys.push((part, found.key));
        if keys.len() == 1 {
            distinct.push(found);
        }
    }
    distinct.into_iter().filter_map(move |found| {
        let keys = shared.get(&(found.media_id, found.frame))?;
        let score = question.score(&Sketch::try_from(found.sketch).ok()?, keys);
        (score >= ALIKE).then_some(Repeat {
            media_id: found.media_id,
            kind: RepeatKind::Near,
            score,
            at_ms: found.at_ms,
        })
    })
}

#[cfg(test)]
mod tests;
