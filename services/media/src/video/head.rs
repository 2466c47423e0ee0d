//! What a rung begins with (ISO/IEC 14496-12, `moov`), put right: ffmpeg leaves its name in it, and loses how a film that
//! was copied is turned.

use std::ops::Range;

use super::boxes::{boxes, entries, find};

/// Where the compressor's name lies in the entry of a film (ISO/IEC 14496-12, 12.1.3.2), and how long it is.
const COMPRESSOR: Range<usize> = 50..82;

/// Takes the names of programs out of `head`, and turns the film by `matrix` (ISO/IEC 14496-12, 6.2.2). `None` when that
/// is no such head: then it is half tidied.
pub(crate) fn tidy(head: &mut [u8], matrix: Option<&[i32; 9]>) -> Option<()> {
    let moov = find(head, 0..head.len(), *b"moov")?;
    for inner in boxes(head, moov) {
        match &inner.name {
            b"udta" | b"meta" => {
                head.get_mut(inner.start + 4..inner.start + 8)?
                    .copy_from_slice(b"free");
                head.get_mut(inner.body)?.fill(0);
            }
            b"trak" => tidy_track(head, inner.body, matrix)?,
            _ => {}
        }
    }
    Some(())
}

fn tidy_track(head: &mut [u8], track: Range<usize>, matrix: Option<&[i32; 9]>) -> Option<()> {
    let (handler, entries) = entries(head, track.clone())?;
    if handler != *b"vide" {
        return Some(());
    }
    for entry in entries {
        let name = entry.start + COMPRESSOR.start..entry.start + COMPRESSOR.end;
        if name.end > entry.body.end {
            return None;
        }
        head.get_mut(name)?.fill(0);
    }
    if let Some(matrix) = matrix {
        let tkhd = find(head, track, *b"tkhd")?;
        // Times and the duration are twice as long in version 1.
        let offset = if *head.get(tkhd.start)? == 0 { 40 } else { 52 };
        let place = head.get_mut(tkhd)?.get_mut(offset..offset + 36)?;
        let (cells, _) = place.as_chunks_mut::<4>();
        for (cell, number) in cells.iter_mut().zip(matrix) {
            *cell = number.to_be_bytes();
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::boxes::tests::{boxed, track};
    use super::*;

    fn entry() -> Vec<u8> {
        boxed(*b"avc1", &[&[7; 42][..], b"\x0cLavc libx264", &[0; 30]].concat())
    }

    fn head() -> Vec<u8> {
        let udta = boxed(*b"udta", b"Lavf59.27.100");
        let moov = boxed(
            *b"moov",
            &[track(2, *b"soun", &entry()), track(1, *b"vide", &entry()), udta].concat(),
        );
        [boxed(*b"ftyp", b"iso5"), moov].concat()
    }

    const QUARTER: [i32; 9] = [0, 65_536, 0, -65_536, 0, 0, 720 << 16, 0, 1 << 30];

    #[test]
    fn names_go_and_the_turn_comes() {
        let (before, mut after) = (head(), head());
        tidy(&mut after, Some(&QUARTER)).unwrap();
        assert_eq!(before.len(), after.len());
        let says =
            |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).filter(|window| *window == text).count();
        assert_eq!((says(&before, b"Lavf"), says(&after, b"Lavf")), (1, 0));
        assert_eq!(
            says(&after, b"Lavc"),
            1,
            "only the film's entry has a compressor's name"
        );
        let turn: Vec<u8> = QUARTER.iter().flat_map(|number| number.to_be_bytes()).collect();
        assert_eq!((says(&before, &turn), says(&after, &turn)), (0, 1));
    }

    #[test]
    fn a_head_cut_anywhere_is_none() {
        let whole = head();
        for cut in 0..whole.len() {
            let _none_or_half = tidy(&mut whole[..cut].to_vec(), Some(&QUARTER));
            assert_eq!(tidy(&mut whole[..cut].to_vec(), None), None, "{cut}");
        }
    }
}
