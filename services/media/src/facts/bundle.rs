//! Bundles of evidence: zip files of ProofMode, which hold media, what a phone noted about them, and signatures.
//!
//! Only the names in a zip's directory are read (APPNOTE 4.3.12); nothing is unpacked.

use std::io::{Read, Seek};

use super::{
    list::{Facts, What},
    text::decode,
    window::{Bytes, Window},
};

/// How far from its end the end of a zip's directory may begin, in bytes: a comment may follow it.
const MAX_END: usize = 22 + 65_535;

/// Longest directory that is read, in bytes.
const MAX_DIRECTORY: usize = 1024 * 1024;

/// Most names that are looked at.
const MAX_NAMES: usize = 2000;

/// Reads a zip's directory and says whether it is a bundle of ProofMode.
pub(super) fn read(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    if names(file).is_some_and(|names| is_proofmode(&names)) {
        facts.add("zip:directory", What::Bundle("proofmode".to_owned()));
    }
}

/// Proof of a medium, as a table or in JSON, and a signature of that proof.
fn is_proofmode(names: &[String]) -> bool {
    let proofs = names
        .iter()
        .filter(|name| name.ends_with(".proof.csv") || name.ends_with(".proof.json"));
    proofs
        .into_iter()
        .any(|proof| names.iter().any(|name| *name == format!("{proof}.asc")))
}

fn names(file: &mut Window<impl Read + Seek>) -> Option<Vec<String>> {
    let from = file
        .length()
        .saturating_sub(u64::try_from(MAX_END).unwrap_or_default());
    let tail = file.up_to(from, MAX_END)?;
    let end = memchr::memmem::rfind(&tail, b"PK\x05\x06")?;
    let (length, start) = {
        let mut rest = Bytes(tail.get(end + 12..)?);
        (
            u32::from_le_bytes(rest.array()?),
            u32::from_le_bytes(rest.array()?),
        )
    };
    let length = usize::try_from(length).ok()?.min(MAX_DIRECTORY);
    let directory = file.up_to(u64::from(start), length)?;
    let mut rest = Bytes(&directory);
    let mut names = Vec::new();
    while names.len() < MAX_NAMES
        && let Some(name) = next_name(&mut rest)
    {
        names.push(name);
    }
    Some(names)
}

fn next_name(rest: &mut Bytes<'_>) -> Option<String> {
    if !rest.take(28)?.starts_with(b"PK\x01\x02") {
        return None;
    }
    let mut lengths = [0; 3];
    for length in &mut lengths {
        *length = usize::from(u16::from_le_bytes(rest.array()?));
    }
    let [name, extra, comment] = lengths;
    rest.take(12)?;
    let name = decode(rest.take(name)?);
    rest.take(extra + comment)?;
    Some(name)
}
