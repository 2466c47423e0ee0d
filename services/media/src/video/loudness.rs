//! How loud a sound is as people hear it, and how much louder or softer it is made.

/// As loud as is usual on the web, in LUFS (EBU R 128).
const WANTED: f64 = -16.0;

/// What is softer than this as a whole holds nothing to be heard, in LUFS.
const SILENCE: f64 = -50.0;

/// By how much a sound is changed at most, in decibels: more would lift what a microphone hisses.
const MOST: f64 = 20.0;

/// The name of the number that ffmpeg prints again and again.
pub(super) const INTEGRATED: &str = "lavfi.r128.I";

/// By how many hundredths of a decibel a sound is to be changed, of what ffmpeg printed while it listened: the last
/// number counts for the whole. None of silence, and of what cannot be read.
pub(crate) fn gain(printed: &str) -> i32 {
    let last = printed
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix(INTEGRATED)?.strip_prefix('='));
    let Some(loudness) = last.and_then(|number| number.parse::<f64>().ok()) else {
        return 0;
    };
    if !(SILENCE..=20.0).contains(&loudness) {
        return 0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a few thousands")]
    let hundredths = ((WANTED - loudness).clamp(-MOST, MOST) * 100.0).round() as i32;
    hundredths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_number_counts() {
        let printed = "frame:0 pts:0\nlavfi.r128.I=-70.000\nframe:1 pts:4800\nlavfi.r128.I=-21.836\n";
        assert_eq!(gain(printed), 584);
        assert_eq!(gain("lavfi.r128.I=-9.5"), -650);
    }

    #[test]
    fn what_is_very_soft_is_lifted_a_little_and_silence_not_at_all() {
        assert_eq!(gain("lavfi.r128.I=-45"), 2000);
        assert_eq!(gain("lavfi.r128.I=-70.000"), 0);
        assert_eq!(gain("lavfi.r128.I=-inf"), 0);
    }

    #[test]
    fn what_is_no_number_changes_nothing() {
        for printed in [
            "",
            "frame:0",
            "lavfi.r128.I=",
            "lavfi.r128.I=nan",
            "lavfi.r128.I=1e300",
            "lavfi.r128.I",
        ] {
            assert_eq!(gain(printed), 0, "{printed}");
        }
    }
}
