//! BLAKE3 of a stream that comes over many requests: its state fits a column of the database.
//!
//! The hasher of the `blake3` crate cannot be written down. But BLAKE3 is a tree, and the tree of a stream is
//! the tree of its stretches (the BLAKE3 paper, section 2.1; `blake3::hazmat`): what is remembered is one
//! chaining value for each complete subtree, a kilobyte at most, and what is hashed again after a break is less
//! than one group.

use blake3::{
    Hasher,
    hazmat::{ChainingValue, HasherExt, Mode, merge_subtrees_non_root, merge_subtrees_root},
};

/// Bytes of a group: a power of two, large enough for the widest instructions, and a divisor of the size of
/// S3's parts, so that a break between two parts falls between two groups.
pub(crate) const GROUP: u64 = 64 << 10;

/// What of the last, still open group has to be read and hashed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    Nothing,
    /// The bytes from here on.
    From(u64),
}

/// A state that cannot be of a stream of that length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the state of a hash does not fit its length")]
pub(crate) struct Unfit;

/// The hash of a stream so far.
#[derive(Clone)]
pub(crate) struct TreeHash {
    /// One for each bit of `groups`, the largest subtree first.
    subtrees: Vec<ChainingValue>,
    /// Groups in them.
    groups: u64,
    open: Open,
    length: u64,
}

/// The last group. It joins the others only when a byte comes behind it: the last of all is treated differently.
#[derive(Clone)]
enum Open {
    Hashing(Box<Hasher>),
    Full(ChainingValue),
}

impl TreeHash {
    pub(crate) fn new() -> Self {
        Self {
            subtrees: Vec::new(),
            groups: 0,
            open: hasher_at(0),
            length: 0,
        }
    }

    /// Goes on after `length` bytes; and what of them is needed again, by [`TreeHash::update`].
    pub(crate) fn resume(length: u64, state: &[u8]) -> Result<(Self, Missing), Unfit> {
        let groups = length.saturating_sub(1) / GROUP;
        let (values, rest) = state.as_chunks::<32>();
        let full = length.is_multiple_of(GROUP) && groups > 0;
        let expected = groups.count_ones() as usize + usize::from(full);
        if !rest.is_empty() || values.len() != expected {
            return Err(Unfit);
        }
        let mut subtrees = values.to_vec();
        let open = match full.then(|| subtrees.pop()).flatten() {
            Some(value) => Open::Full(value),
            None => hasher_at(groups),
        };
        let start = groups * GROUP;
        let missing = if full || start == length {
            Missing::Nothing
        } else {
            Missing::From(start)
        };
        let tree = Self {
            subtrees,
            groups,
            open,
            length: if full { length } else { start },
        };
        Ok((tree, missing))
    }

    /// What to remember beside the number of bytes.
    pub(crate) fn state(&self) -> Vec<u8> {
        let mut state = self.subtrees.concat();
        if self.length.is_multiple_of(GROUP) && self.groups > 0 {
            state.extend(match &self.open {
                Open::Hashing(hasher) => hasher.finalize_non_root(),
                Open::Full(value) => *value,
            });
        }
        state
    }

    pub(crate) fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let mut filled = self.length - self.groups * GROUP;
            if filled == GROUP {
                self.close();
                filled = 0;
            }
            let room = usize::try_from(GROUP - filled).unwrap_or(usize::MAX);
            let (taken, rest) = bytes.split_at(room.min(bytes.len()));
            if let Open::Hashing(hasher) = &mut self.open {
                hasher.update(taken);
            }
            self.length += taken.len() as u64;
            bytes = rest;
        }
    }

    /// Of all bytes.
    pub(crate) fn finalize(&self) -> blake3::Hash {
        let mut right = match &self.open {
            Open::Hashing(hasher) if self.subtrees.is_empty() => return hasher.finalize(),
            Open::Hashing(hasher) => hasher.finalize_non_root(),
            Open::Full(value) => *value,
        };
        let Some((root, inner)) = self.subtrees.split_first() else {
            // A full group alone is never written down as its value: `state` needs a group before it.
            return blake3::Hash::from_bytes(right);
        };
        for left in inner.iter().rev() {
            right = merge_subtrees_non_root(left, &right, Mode::Hash);
        }
        merge_subtrees_root(root, &right, Mode::Hash)
    }

    /// The open group is full and more comes: it joins the subtrees, as a bit joins a number.
    fn close(&mut self) {
        let mut value = match &self.open {
            Open::Hashing(hasher) => hasher.finalize_non_root(),
            Open::Full(value) => *value,
        };
        for _ in 0..self.groups.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                value = merge_subtrees_non_root(&left, &value, Mode::Hash);
            }
        }
        self.subtrees.push(value);
        self.groups += 1;
        self.open = hasher_at(self.groups);
    }
}

fn hasher_at(group: u64) -> Open {
    let mut hasher = Box::new(Hasher::new());
    hasher.set_input_offset(group * GROUP);
    Open::Hashing(hasher)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(length: u64) -> Vec<u8> {
        (0..length).map(|n| (n * 31 + n / 251).to_le_bytes()[0]).collect()
    }

    #[test]
    fn a_stream_has_the_hash_of_its_bytes_wherever_it_was_broken() {
        let whole = bytes(21 * GROUP + 5);
        for length in [
            0,
            1,
            1023,
            1024,
            1025,
            GROUP - 1,
            GROUP,
            GROUP + 1,
            2 * GROUP,
            3 * GROUP,
            4 * GROUP + 1,
            16 * GROUP,
            21 * GROUP + 5,
        ] {
            let whole = &whole[..usize::try_from(length).unwrap()];
            for step in [1000, GROUP - 1, GROUP, GROUP + 1, 3 * GROUP, 40 * GROUP] {
                let mut tree = TreeHash::new();
                for piece in whole.chunks(usize::try_from(step).unwrap()) {
                    let at = tree.length;
                    let (resumed, missing) = TreeHash::resume(at, &tree.state()).unwrap();
                    tree = resumed;
                    if let Missing::From(start) = missing {
                        assert!(at - start <= GROUP);
                        tree.update(&whole[usize::try_from(start).unwrap()..usize::try_from(at).unwrap()]);
                    }
                    tree.update(piece);
                }
                assert_eq!(
                    tree.finalize(),
                    blake3::hash(whole),
                    "{length} bytes in steps of {step}"
                );
            }
        }
    }

    #[test]
    fn a_break_between_two_parts_needs_no_byte_again() {
        let mut tree = TreeHash::new();
        tree.update(&bytes(8 << 20));
        let (_, missing) = TreeHash::resume(8 << 20, &tree.state()).unwrap();
        assert_eq!(missing, Missing::Nothing);
    }

    #[test]
    fn a_state_of_another_length_is_refused() {
        let mut tree = TreeHash::new();
        tree.update(&bytes(3 * GROUP + 1));
        let state = tree.state();
        assert!(TreeHash::resume(3 * GROUP + 1, &state).is_ok());
        assert!(TreeHash::resume(4 * GROUP + 1, &state).is_err());
        assert!(TreeHash::resume(3 * GROUP + 1, &state[1..]).is_err());
    }
}
