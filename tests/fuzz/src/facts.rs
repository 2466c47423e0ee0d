//! What files tell about themselves.

use std::io::Cursor;

use media::{
    Facts,
    facts::{What, for_fuzzing as door},
};

/// Bounds are kept, the same bytes tell the same, and what was kept comes back from the database as it was.
fn holds(bytes: &[u8], read: impl Fn(&[u8]) -> (Facts, bool)) -> Facts {
    let (facts, sound) = read(bytes);
    assert!(sound, "{facts:?}");
    assert_eq!(read(bytes).0, facts);
    let json = serde_json::to_vec(&facts).unwrap();
    assert!(json.len() < 512 * 1024, "longer than a child may answer");
    assert!(!json.windows(6).any(|letters| letters == br"\u0000"));
    let mut back: Facts = serde_json::from_slice(&json).unwrap();
    for (ours, theirs) in facts.list().iter().zip(back.list()) {
        if let (What::Place(ours), What::Place(theirs)) = (&ours.what, &theirs.what) {
            assert!((ours.point.latitude - theirs.point.latitude).abs() < 1e-9);
        }
    }
    // Numbers may differ in their last digit; nothing else may.
    assert_eq!(back.list().len(), facts.list().len());
    back.cut = facts.cut;
    facts
}

/// Any file.
pub fn facts_file(bytes: &[u8]) {
    let facts = holds(bytes, door::file);
    if facts != Facts::default() {
        // The child reads a real file, which is the same.
        let again = media::facts::read(Cursor::new(bytes)).unwrap();
        assert_eq!(again, facts);
    }
}

/// A block of EXIF.
pub fn facts_exif(bytes: &[u8]) {
    let facts = holds(bytes, door::exif);
    let with_words = holds(&[b"Exif\0\0", bytes].concat(), door::exif);
    if !bytes.starts_with(b"Exif\0\0") {
        assert_eq!(facts, with_words);
    }
}

/// A packet of XMP.
pub fn facts_xmp(bytes: &[u8]) {
    holds(bytes, door::xmp);
}

/// Photoshop's resources with IPTC's fields.
pub fn facts_iptc(bytes: &[u8]) {
    holds(bytes, door::iptc);
}

/// Times and places as texts.
pub fn facts_words(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (moment, place) = door::words(&text);
    if let Some(moment) = moment {
        let (from, until) = moment.span(None);
        assert!(from <= until && (until - from).num_days() <= 367, "{text:?}");
        assert!(
            moment
                .offset_minutes
                .is_none_or(|minutes| (-720..=840).contains(&minutes))
        );
        // What is shown is read back.
        let shown = moment.local.format("%Y-%m-%dT%H:%M:%S%.3f").to_string();
        assert_eq!(
            door::words(&shown).0.map(|again| again.local),
            Some(moment.local),
            "{text:?}"
        );
    }
    if let Some(place) = place {
        assert!(place.point.latitude.abs() <= 90.0 && place.point.longitude.abs() <= 180.0);
    }
}
