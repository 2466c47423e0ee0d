//! The outline of a sound: how loud it is where.

use std::io::Read;

use super::arguments::SAMPLES;

/// How many columns a waveform has at most.
const COLUMNS: usize = 240;

/// What is fainter than this at its loudest (a hundredth of what a sample holds) is noise, and is shown as such.
const FAINTEST: u32 = 0x7FFF / 100;

/// The loudest of each stretch of a sound, from 0 to 255, which stands for the loudest of all: what is played is made even,
/// too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waveform(pub(crate) Vec<u8>);

impl Waveform {
    /// Of signed samples of 16 bits, the smaller half first.
    ///
    /// # Errors
    /// When reading fails.
    pub(crate) fn of(mut samples: impl Read, bytes: u64) -> std::io::Result<Self> {
        let count = usize::try_from(bytes / 2).unwrap_or(usize::MAX);
        // Not finer than a twentieth of a second: that is no outline.
        let finest = SAMPLES.parse::<usize>().unwrap_or(1) / 20;
        let stretch = count.div_ceil(COLUMNS).max(finest).max(1);
        let mut columns = Vec::with_capacity(COLUMNS);
        let mut block = vec![0; stretch * 2];
        loop {
            let mut read = 0;
            while let Some(rest) = block.get_mut(read..).filter(|rest| !rest.is_empty()) {
                match samples.read(rest)? {
                    0 => break,
                    more => read += more,
                }
            }
            let (pairs, _) = block.get(..read).unwrap_or_default().as_chunks::<2>();
            let Some(loudest) = pairs
                .iter()
                .map(|pair| i16::from_le_bytes(*pair).unsigned_abs())
                .max()
            else {
                break;
            };
            columns.push(u32::from(loudest));
        }
        let top = columns.iter().copied().max().unwrap_or(0).max(FAINTEST);
        let shown = |column: &u32| u8::try_from(column * 255 / top).unwrap_or(u8::MAX);
        Ok(Self(columns.iter().map(shown).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(samples: &[i16]) -> Vec<u8> {
        let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
        Waveform::of(&bytes[..], bytes.len() as u64).unwrap().0
    }

    #[test]
    fn silence_is_flat_and_a_clap_stands_out() {
        assert!(of(&[]).is_empty());
        assert!(of(&vec![0; 48_000]).iter().all(|column| *column == 0));
        let mut clap = vec![0; 96_000];
        clap[48_000] = i16::MIN;
        let columns = of(&clap);
        assert_eq!(columns.len(), 240);
        let loud: Vec<usize> = (0..240).filter(|at| columns[*at] == 255).collect();
        assert_eq!(loud, [120]);
    }

    #[test]
    fn a_faint_sound_has_an_outline_and_noise_has_none() {
        let louder = |by: i16| -> Vec<u8> { of(&(0..4_000).map(|i| i / 400 * by).collect::<Vec<_>>()) };
        let faint = louder(100);
        assert!(
            faint[0] == 0 && faint.is_sorted() && faint[19] == 255,
            "{faint:?}"
        );
        assert!(louder(1).iter().all(|column| *column < 10));
    }

    #[test]
    fn a_short_sound_has_few_columns() {
        assert_eq!(of(&[0; 4_000]).len(), 20);
    }
}
