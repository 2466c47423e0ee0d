//! Doors to the readers of facts for `tests/fuzz`, which is another crate. Always compiled, so that the program that is
//! fuzzed is the program that runs.

use super::{Facts, Moment, Place, exif, iptc, list, moment, place, xmp};

/// Any file. Whether its facts keep to their bounds is told besides.
pub fn file(bytes: &[u8]) -> (Facts, bool) {
    let facts = super::read(std::io::Cursor::new(bytes)).unwrap_or_default();
    told(facts)
}

/// An EXIF block.
pub fn exif(bytes: &[u8]) -> (Facts, bool) {
    let mut facts = Facts::default();
    exif::read(bytes, &mut facts);
    told(facts)
}

/// An XMP packet.
pub fn xmp(bytes: &[u8]) -> (Facts, bool) {
    let mut facts = Facts::default();
    xmp::read(bytes, &mut facts);
    told(facts)
}

/// Photoshop's resources.
pub fn iptc(bytes: &[u8]) -> (Facts, bool) {
    let mut facts = Facts::default();
    iptc::read_resources(bytes, &mut facts);
    told(facts)
}

/// A time and a place as texts.
pub fn words(text: &str) -> (Option<Moment>, Option<Place>) {
    (moment::parse(text), place::parse_iso6709(text))
}

fn told(mut facts: list::Facts) -> (Facts, bool) {
    let sound = facts.is_sound();
    (facts, sound)
}
