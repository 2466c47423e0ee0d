//! Doors of this room's parsers for the fuzzer.

use std::io::Cursor;

/// Recognises a film, looks at its streams, cleans a rung and puts its head right, reads what ffprobe would have said of
/// it, and a playlist.
pub fn films(data: &[u8]) {
    let _container = super::recognise(data);
    let limits = super::FilmLimits::default();
    if let Ok(streams) = super::parse_probe(data, &limits) {
        let plan = super::plan(&streams);
        let _call = super::first_rung(&streams, plan.first, limits.max_seconds);
        let _calls = super::ladder(&streams, &plan.ladder, limits.max_seconds);
    }
    let _likely = super::glance(&mut Cursor::new(data));
    clean(data);
    let _tidied = super::tidy(&mut data.to_vec(), Some(&[1; 9]));
    if let Ok(text) = std::str::from_utf8(data) {
        let _written = super::read_playlist(text);
        let _hundredths = super::gain(text);
    }
}

/// A rung that is clean is as long as it was, and stays as it is.
fn clean(data: &[u8]) {
    let mut once = data.to_vec();
    let is_clean = super::blank_notes(&mut Cursor::new(&mut once));
    assert_eq!(once.len(), data.len());
    if matches!(is_clean, Ok(true)) {
        let mut twice = once.clone();
        assert!(matches!(
            super::blank_notes(&mut Cursor::new(&mut twice)),
            Ok(true)
        ));
        assert!(twice == once);
    }
}
