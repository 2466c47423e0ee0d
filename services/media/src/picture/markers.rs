//! Keeps a rendition from being something else besides a picture.
//!
//! A picture can be painted so that, encoded, its bytes spell words which some program takes for its own: a browser that
//! guesses types, a server that runs what it finds in a folder of pictures. Re-encoding alone does not stop somebody
//! who has this program and tries until it fits (b-hostile/payloads holds two such pictures, made for other programs).
//! So what was encoded is searched, and encoded a little differently if a word is there.

use super::{Reason, Stop};

/// By what a program would know its own, in lower case.
const WORDS: [&[u8]; 12] = [
    b"<script",
    b"<?php",
    b"<?=$",
    b"<svg",
    b"<html",
    b"<!doctype",
    b"<iframe",
    b"%!ps",
    b"%pdf-",
    b"#extm3u",
    b"pk\x03\x04",
    b"javascript:",
];

/// With what they start, in threes, as many as can be looked for at once.
const FIRST: [[u8; 3]; 3] = [[b'<', b'%', b'#'], [b'P', b'p', b'P'], [b'J', b'j', b'J']];

/// Of how many qualities, each one lower, a file without such a word must come. By accident a large file holds one
/// once in a thousand times.
const ATTEMPTS: u8 = 4;

/// What `encode` makes of a picture at `quality`, or at the next lower one that spells nothing.
pub(super) fn encode_innocent(
    quality: u8,
    mut encode: impl FnMut(u8) -> Result<Vec<u8>, Stop>,
) -> Result<Vec<u8>, Stop> {
    for quality in (0..ATTEMPTS).map(|attempt| quality.saturating_sub(attempt)) {
        let encoded = encode(quality)?;
        if !spells_a_word(&encoded) {
            return Ok(encoded);
        }
    }
    Err(Reason::Broken.into())
}

pub(super) fn spells_a_word(bytes: &[u8]) -> bool {
    let starts_a_word = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        WORDS.iter().any(|word| {
            rest.get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        })
    };
    FIRST
        .iter()
        .any(|&[one, other, third]| memchr::memchr3_iter(one, other, third, bytes).any(&starts_a_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_wherever_it_stands_and_however_it_is_written() {
        for word in WORDS {
            for (before, after) in [(0, 0), (3, 0), (0, 5), (1000, 1000)] {
                let mut bytes = vec![0xA5; before];
                bytes.extend(word.to_ascii_uppercase());
                bytes.extend(vec![b'<'; after]);
                assert!(spells_a_word(&bytes), "{word:?}");
                bytes[before] ^= 0x80;
                assert!(!spells_a_word(&bytes), "{word:?}");
            }
        }
        assert!(!spells_a_word(b"") && !spells_a_word(b"<scrip") && !spells_a_word(b"PK\x03"));
    }

    #[test]
    fn what_spells_a_word_is_encoded_again_at_a_lower_quality() {
        let mut asked = Vec::new();
        let encoded = encode_innocent(80, |quality| {
            asked.push(quality);
            let spelt: &[u8] = if quality > 78 { b"..<?PHP" } else { b"a picture" };
            Ok(spelt.to_vec())
        });
        assert_eq!(encoded.unwrap(), b"a picture");
        assert_eq!(asked, [80, 79, 78]);
    }

    #[test]
    fn what_spells_a_word_at_every_quality_is_refused() {
        let refused = encode_innocent(2, |_| Ok(b"%!PS-Adobe".to_vec()));
        assert!(matches!(refused, Err(Stop::Refused(Reason::Broken))));
    }
}
