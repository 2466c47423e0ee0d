//! What stands around films: what they are, what ffprobe says of them, and what ffmpeg makes of them.

use media::video::for_fuzzing as door;

/// The first bytes of a film, the answer of ffprobe, a playlist of ffmpeg's, and the head of a rung.
pub fn films(bytes: &[u8]) {
    door::films(bytes);
}
