//! Doors to the readers of strangers' text for `tests/fuzz`, which is another crate. Always compiled, so that the
//! program that is fuzzed is the program that runs.

use crate::tree_hash::{GROUP, Missing, TreeHash};
pub use crate::tus::for_fuzzing::*;

/// What a device called a file, as text to show.
pub fn shown_name(told: &str) -> String {
    crate::file::shown_name(told)
}

/// The hash of `bytes` that came in pieces, broken off between any two of them; `None` when a state of ours was refused.
pub fn broken_off_hash(bytes: &[u8], ends: impl IntoIterator<Item = usize>) -> Option<blake3::Hash> {
    let (mut tree, mut at) = (TreeHash::new(), 0);
    for end in ends.into_iter().chain([bytes.len()]) {
        let end = end.clamp(at, bytes.len());
        let (resumed, missing) = TreeHash::resume(at as u64, &tree.state()).ok()?;
        tree = resumed;
        if let Missing::From(start) = missing {
            tree.update(bytes.get(usize::try_from(start).ok()?..at)?);
        }
        tree.update(bytes.get(at..end)?);
        at = end;
    }
    Some(tree.finalize())
}

/// Goes on from a state that somebody changed: whether it is taken, and whether it is then the same state.
pub fn resumed_state(length: u64, state: &[u8]) -> Option<bool> {
    let (mut tree, missing) = TreeHash::resume(length, state).ok()?;
    if let Missing::From(start) = missing {
        let again = length.checked_sub(start).filter(|bytes| *bytes <= GROUP);
        let Some(again) = again.and_then(|bytes| usize::try_from(bytes).ok()) else {
            return Some(false);
        };
        tree.update(&vec![0; again]);
    }
    // The last group's own value is made of its bytes, and these were others.
    Some(length.is_multiple_of(GROUP) || tree.state() == state)
}
