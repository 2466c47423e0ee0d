//! A door for `tests/fuzz`, which is another crate. Always compiled, so that the program that is fuzzed is the program
//! that runs.

use super::Envelope;

/// The clear text of an envelope.
pub fn envelope(clear: &str) -> Option<Envelope> {
    Envelope::parse(clear)
}
