//! What an MP4 seems to be by its own words (ISO/IEC 14496-12), before ffprobe is asked: nothing is decided by it, but
//! something can be begun.

use std::io::{Read, Seek, SeekFrom};

use super::{
    boxes::{body_of, box_at, boxes, entries},
    plan::is_of_phones,
};

/// Most boxes before the one that tells of the streams, and most bytes of that one: of an hour of many samples.
const MOST_BOXES: u32 = 64;
const MOST_TOLD: u64 = 4 << 20;

/// Where in its entry a film's width stands, and its height behind it (12.1.3.2).
const WIDTH: usize = 24;

/// The numbers of film and sound among the streams of a file that will probably be packed: H.264 and AAC, no larger than
/// phones decode.
pub(crate) fn glance(file: &mut (impl Read + Seek)) -> Option<(u32, Option<u32>)> {
    let moov = moov(file)?;
    let (mut seen, mut heard) = (None, None);
    let tracks = boxes(&moov, 0..moov.len())
        .into_iter()
        .filter(|found| found.name == *b"trak");
    for (number, track) in (0..).zip(tracks) {
        let Some((handler, entries)) = entries(&moov, track.body) else {
            continue;
        };
        let entry = entries.first();
        let codec = entry.map(|entry| &entry.name);
        match &handler {
            b"vide" if seen.is_none() => {
                let [a, b, c, d] = *moov.get(entry?.body.clone())?.get(WIDTH..)?.first_chunk()?;
                let [width, height] = [[a, b], [c, d]].map(|side| u16::from_be_bytes(side).into());
                (codec == Some(b"avc1") && is_of_phones(width, height)).then_some(())?;
                seen = Some(number);
            }
            b"soun" if heard.is_none() => {
                (codec == Some(b"mp4a")).then_some(())?;
                heard = Some(number);
            }
            _ => {}
        }
    }
    Some((seen?, heard))
}

fn moov(file: &mut (impl Read + Seek)) -> Option<Vec<u8>> {
    let end = file.seek(SeekFrom::End(0)).ok()?;
    let mut at = 0;
    for _ in 0..MOST_BOXES {
        let (name, body) = box_at(file, at, end).ok()?;
        if name == *b"moov" {
            return body_of(file, &body, MOST_TOLD).ok();
        }
        at = body.end;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::boxes::tests::{boxed, track};
    use super::*;

    fn film(codec: [u8; 4], width: u16, height: u16) -> Vec<u8> {
        let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
        track(
            1,
            *b"vide",
            &boxed(codec, &[&[0; WIDTH][..], &sides, &[0; 50]].concat()),
        )
    }

    fn sound(codec: [u8; 4]) -> Vec<u8> {
        track(2, *b"soun", &boxed(codec, &[0; 28]))
    }

    fn file(tracks: &[Vec<u8>]) -> Vec<u8> {
        let moov = boxed(*b"moov", &[boxed(*b"mvhd", &[0; 100]), tracks.concat()].concat());
        let long = [&1_u32.to_be_bytes()[..], b"mdat", &24_u64.to_be_bytes(), &[7; 8]].concat();
        [boxed(*b"ftyp", b"qt  "), boxed(*b"wide", b""), long, moov].concat()
    }

    fn likely(tracks: &[Vec<u8>]) -> Option<(u32, Option<u32>)> {
        glance(&mut Cursor::new(file(tracks)))
    }

    #[test]
    fn what_phones_write_is_seen_wherever_its_streams_are() {
        let other = track(3, *b"meta", &boxed(*b"mebx", b""));
        assert_eq!(
            likely(&[other, sound(*b"mp4a"), film(*b"avc1", 1920, 1080)]),
            Some((2, Some(1)))
        );
        assert_eq!(likely(&[film(*b"avc1", 720, 1280)]), Some((0, None)));
    }

    #[test]
    fn of_anything_else_nothing_is_expected() {
        for tracks in [
            vec![],
            vec![sound(*b"mp4a")],
            vec![film(*b"hvc1", 1920, 1080)],
            vec![film(*b"avc1", 3840, 2160)],
            vec![film(*b"jpeg", 160, 90), film(*b"avc1", 1920, 1080)],
            vec![film(*b"avc1", 1920, 1080), sound(*b"sowt")],
        ] {
            assert_eq!(likely(&tracks), None, "{}", tracks.len());
        }
    }

    #[test]
    fn a_file_cut_anywhere_is_none() {
        let whole = file(&[film(*b"avc1", 1920, 1080), sound(*b"mp4a")]);
        for cut in 0..whole.len() {
            assert_eq!(glance(&mut Cursor::new(&whole[..cut])), None, "{cut}");
        }
    }
}
