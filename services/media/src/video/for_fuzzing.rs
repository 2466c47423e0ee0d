//! Doors of this room's parsers for the fuzzer.

/// Recognises a film, puts the head of a rung right, reads what ffprobe would have said of it, and a playlist.
pub fn films(data: &[u8]) {
    let _container = super::recognise(data);
    let limits = super::FilmLimits::default();
    if let Ok(streams) = super::parse_probe(data, &limits) {
        let plan = super::plan(&streams);
        let _call = super::first_rung(&streams, plan.first, limits.max_seconds);
        let _calls = super::ladder(&streams, &plan.ladder, limits.max_seconds);
    }
    let _tidied = super::tidy(&mut data.to_vec(), Some(&[1; 9]));
    if let Ok(text) = std::str::from_utf8(data) {
        let _written = super::read_playlist(text);
        let _hundredths = super::gain(text);
    }
}
