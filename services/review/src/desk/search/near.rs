//! Words that are nearly the one that was typed.
//!
//! Two words that are one slip apart (a letter wrong, missing, too many, or two changed places) become the same when each
//! loses a letter: so each word of the desk keeps, as numbers in an index, what is left of its beginning without one of its
//! letters, or without two (its *traces*), and a question is answered by what shares one of its own. That takes as many
//! looks into an index as the word has traces, however many words there are, in every script, and misses none (the symmetric
//! deletions of W. Garbe's `SymSpell`). Trigrams, which PostgreSQL offers, miss slips in short words and read more.

use std::collections::BTreeSet;

/// Only so many of a word's first letters leave traces: behind them a slip changes none. Of shorter beginnings there are
/// thousands of words each, once a desk has a million.
const BEGINNING: usize = 12;

/// At most so many words are offered for one.
const OFFERED: usize = 6;

/// How many slips a word of so many letters may have. Short words that are one apart are other words.
fn slips(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether it is a word that people mistype: no number, no code.
pub(super) fn is_learned(word: &str) -> bool {
    slips(word.chars().count()) > 0 && word.chars().all(|c| !c.is_numeric())
}

/// Whether the desk knows it by itself: shorter ones begin nothing that is asked for by its beginning.
pub(super) fn is_kept(word: &str) -> bool {
    word.chars().count() >= 3
}

/// What is left of a word's beginning without some of its letters, as numbers; of what is not mistyped, itself alone.
pub(super) fn traces(word: &str) -> Vec<i32> {
    if is_learned(word) {
        traces_of(word, slips(word.chars().count()))
    } else {
        vec![number(word)]
    }
}

/// The same with at most so many letters gone.
pub(super) fn traces_of(word: &str, most: usize) -> Vec<i32> {
    if !is_learned(word) {
        return Vec::new();
    }
    let beginning: String = word.chars().take(BEGINNING).collect();
    let mut all = BTreeSet::from([beginning.clone()]);
    let mut last = BTreeSet::from([beginning]);
    for _ in 0..most.min(slips(word.chars().count())) {
        last = last.iter().flat_map(|left| without_one(left)).collect();
        all.extend(last.iter().cloned());
    }
    let numbers: BTreeSet<i32> = all.iter().map(|left| number(left)).collect();
    numbers.into_iter().collect()
}

fn without_one(word: &str) -> impl Iterator<Item = String> {
    (0..word.chars().count()).map(move |gone| {
        let left = word.chars().enumerate().filter(|(at, _)| *at != gone);
        left.map(|(_, c)| c).collect()
    })
}

/// FNV-1a. Two that share a number by chance are told apart by [`nearest`].
pub(super) fn number(text: &str) -> i32 {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash.cast_signed()
}

/// Of `candidates` those with the fewest slips, if that is few enough; the likeliest first.
pub(super) fn nearest(word: &str, candidates: &[String]) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut found: Vec<(usize, bool, &String)> = candidates
        .iter()
        .filter_map(|other| {
            let theirs: Vec<char> = other.chars().collect();
            let allowed = slips(letters.len().min(theirs.len()));
            if letters.len().abs_diff(theirs.len()) > allowed {
                return None;
            }
            let apart = apart(&letters, &theirs);
            let begins_otherwise = letters.first() != theirs.first();
            (1..=allowed)
                .contains(&apart)
                .then_some((apart, begins_otherwise, other))
        })
        .collect();
    found.sort();
    found.dedup();
    let fewest = found.first().map(|(apart, _, _)| *apart);
    found
        .into_iter()
        .take_while(|(apart, _, _)| Some(*apart) == fewest)
        .map(|(_, _, other)| other.clone())
        .take(OFFERED)
        .collect()
}

/// Letters wrong, missing or too many, and neighbours that changed places (optimal string alignment).
fn apart(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(above.len());
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let cell = |of: &[usize], at: usize| of.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut best = (cell(&above, j) + usize::from(x != y))
                .min(cell(&above, j + 1) + 1)
                .min(cell(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(cell(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares_a_trace(a: &str, b: &str) -> bool {
        let theirs = traces(b);
        traces(a).iter().any(|trace| theirs.contains(trace))
    }

    #[test]
    fn every_slip_leaves_a_common_trace() {
        for (typed, meant) in [
            ("watr", "water"),
            ("wtaer", "water"),
            ("wather", "water"),
            ("bridgee", "bridge"),
            ("brigde", "bridge"),
            ("kmaishly", "kamishly"),
            ("qamishlo", "qamishli"),
            ("demonstartion", "demonstration"),
            ("demostrasion", "demonstration"),
            ("انفجر", "انفجار"),
            ("قامشلی", "قامشلو"),
            ("کردستن", "کردستان"),
        ] {
            assert!(shares_a_trace(typed, meant), "{typed} {meant}");
            assert_eq!(nearest(typed, &[meant.to_owned()]), [meant], "{typed}");
        }
    }

    #[test]
    fn what_is_too_far_or_too_short_is_another_word() {
        for (typed, other) in [
            ("bus", "bas"),
            ("flood", "blond"),
            ("water", "wine"),
            ("1234", "1235"),
        ] {
            assert!(
                nearest(typed, &[other.to_owned()]).is_empty() || !shares_a_trace(typed, other),
                "{typed}"
            );
        }
    }

    #[test]
    fn the_fewest_slips_win() {
        let words = ["demonstrator", "demonstration", "demonstrations"].map(str::to_owned);
        assert_eq!(nearest("demonstratoin", &words), ["demonstration"]);
    }

    #[test]
    fn a_word_leaves_a_bounded_number_of_traces() {
        assert!(traces(&"abcdefghij".repeat(4)).len() <= 79);
        assert!(traces("kamera").len() <= 8);
    }
}
