//! What is written between the pictures of H.264 (ITU-T H.264, 7.4.1), in a rung that was packed: supplemental units hold
//! times, places and names. They are overwritten where they are: ffmpeg's own filter would read every byte of the film,
//! which costs more than the packing.
//!
//! Only what ffmpeg writes is known here, and only as far as it is plain: which units there are is told by the lengths
//! before them (ISO/IEC 14496-15, 4.3.3). Of anything else the answer is that it is not so, and nobody may see the file.

use std::{
    io::{self, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write},
    ops::Range,
};

use super::boxes::{Found, body_of, box_at, boxes, entries, find, odd};
use crate::facts::Bytes;

/// Most boxes, samples and units of a rung: of an hour of sixty pictures a second, each in eight slices.
const MOST_LOOKS: u32 = 2 << 20;

/// Most bytes of the head, and of what tells of one fragment: a rung of one fragment would not fit into ffmpeg's memory.
const MOST_HEAD: u64 = 64 << 10;
const MOST_TOLD: u64 = 4 << 20;

/// What stands in a film's entry before its boxes (ISO/IEC 14496-12, 12.1.3.2), in bytes.
const ENTRY: usize = 78;

/// Types of units (ITU-T H.264, table 7-1).
const SUPPLEMENTAL: u8 = 6;
const SEQUENCE: u8 = 7;
const PICTURE: u8 = 8;
const FILLER: u8 = 12;
const EXTENSION: u8 = 13;

/// The supplemental message that says nothing (D.1.4): its type, and of what it is made.
const NOTHING: u8 = 3;
const NOTHINGS: u8 = 0xFF;

/// How a unit ends (7.3.2.11).
const STOP: u8 = 0x80;

/// Overwrites all units of a rung that hold no picture and no parameters. Whether it is laid out as ffmpeg lays out what
/// it packs; if not, it is half overwritten.
///
/// # Errors
/// When the file cannot be read or written.
pub(crate) fn blank_notes(rung: &mut (impl Read + Write + Seek)) -> io::Result<bool> {
    let looks = MOST_LOOKS;
    match (Walk { file: rung, looks }).whole() {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether a unit of this type holds no picture and no parameters: supplemental, filling, or left to others.
fn is_note(kind: u8) -> bool {
    matches!(kind, 0 | SUPPLEMENTAL | FILLER | 16..=18 | 22..=31)
}

/// The film of a rung: its track, and how many bytes tell the length of a unit.
#[derive(Clone, Copy)]
struct Film {
    track: u32,
    prefix: u8,
}

/// From box to box and from unit to unit: nothing else is read.
struct Walk<'a, F> {
    file: &'a mut F,
    /// What may still be looked at.
    looks: u32,
}

impl<F: Read + Write + Seek> Walk<'_, F> {
    fn whole(&mut self) -> io::Result<()> {
        let end = self.file.seek(SeekFrom::End(0))?;
        let mut film = None;
        let mut at = 0;
        while at < end {
            let start = at;
            let (name, body) = self.box_at(at, end)?;
            at = body.end;
            match &name {
                b"ftyp" | b"styp" | b"sidx" | b"mfra" => {}
                b"moov" if film.is_none() => film = Some(self.head(&body)?),
                b"moof" => {
                    let film = film.ok_or_else(odd)?;
                    let (name, samples) = self.box_at(at, end)?;
                    if name != *b"mdat" {
                        return Err(odd());
                    }
                    at = samples.end;
                    let told = body_of(self.file, &body, MOST_TOLD)?;
                    self.fragment(film, (start, &told), &samples)?;
                }
                // Nothing that could hold anything else.
                _ => return Err(odd()),
            }
        }
        film.map(|_| ()).ok_or_else(odd)
    }

    fn look(&mut self, times: u32) -> io::Result<()> {
        self.looks = self.looks.checked_sub(times).ok_or_else(odd)?;
        Ok(())
    }

    fn box_at(&mut self, at: u64, end: u64) -> io::Result<([u8; 4], Range<u64>)> {
        self.look(1)?;
        box_at(self.file, at, end)
    }

    fn head(&mut self, body: &Range<u64>) -> io::Result<Film> {
        let mut moov = body_of(self.file, body, MOST_HEAD)?;
        let film = film_of(&mut moov).ok_or_else(odd)?;
        self.file.seek(SeekFrom::Start(body.start))?;
        self.file.write_all(&moov)?;
        Ok(film)
    }

    /// One fragment (ISO/IEC 14496-12, 8.8): what is told of it begins at `start`, and every byte of `samples` is one of
    /// a sample.
    fn fragment(&mut self, film: Film, (start, told): (u64, &[u8]), samples: &Range<u64>) -> io::Result<()> {
        let mut bytes = 0;
        let tracks = boxes(told, 0..told.len())
            .into_iter()
            .filter(|found| found.name == *b"traf");
        for (place, track) in tracks.enumerate() {
            let inner = boxes(told, track.body);
            let track = Track::read(told, &inner).ok_or_else(odd)?;
            // Behind the samples of the track before, if nothing else is said (8.8.7.1): ffmpeg says it.
            let first = (track.is_relative || place == 0).then_some(start);
            let base = track.base.or(first).ok_or_else(odd)?;
            for run in inner.iter().filter(|found| found.name == *b"trun") {
                let run = told
                    .get(run.body.clone())
                    .and_then(|body| Run::read(body, base, track.size))
                    .ok_or_else(odd)?;
                self.look(run.count)?;
                let mut at = run.start;
                for number in 0..run.count {
                    let size = u64::from(run.size(number).ok_or_else(odd)?);
                    let sample = at..at.checked_add(size).ok_or_else(odd)?;
                    if sample.start < samples.start || sample.end > samples.end {
                        return Err(odd());
                    }
                    (at, bytes) = (sample.end, bytes + size);
                    if track.id == film.track {
                        self.sample(&sample, film.prefix)?;
                    }
                }
            }
        }
        if bytes == samples.end - samples.start {
            Ok(())
        } else {
            Err(odd())
        }
    }

    /// The units of a sample. One without a picture is odd: its lengths may be those of something else.
    fn sample(&mut self, sample: &Range<u64>, prefix: u8) -> io::Result<()> {
        let mut at = sample.start;
        let mut shows = false;
        while at < sample.end {
            self.look(1)?;
            let mut start = [0; 5];
            let start = start.get_mut(..=usize::from(prefix)).ok_or_else(odd)?;
            self.file.seek(SeekFrom::Start(at))?;
            self.file.read_exact(start)?;
            let (&mut first, length) = start.split_last_mut().ok_or_else(odd)?;
            let length = length.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
            let start = at + u64::from(prefix);
            let unit = start..start + length;
            // Its first bit is never set (7.4.1).
            if length == 0 || unit.end > sample.end || first & 0x80 != 0 {
                return Err(odd());
            }
            let kind = first & 0x1F;
            shows |= matches!(kind, 1..=5);
            if is_note(kind) {
                self.file.seek(SeekFrom::Start(unit.start))?;
                blank(self.file, kind, length)?;
            }
            at = unit.end;
        }
        if shows { Ok(()) } else { Err(odd()) }
    }
}

/// Writes a unit of this type and length that says nothing. No two bytes of it are zero, so that none need be escaped
/// (7.4.1.1).
fn blank(file: &mut impl Write, kind: u8, length: u64) -> io::Result<()> {
    // Too short for a message, and none before: what fills says nothing in any length.
    let kind = if kind == SUPPLEMENTAL && length < 4 {
        FILLER
    } else {
        kind
    };
    let mut file = BufWriter::with_capacity(usize::try_from(length.min(8 << 10)).unwrap_or(0), file);
    file.write_all(&[kind])?;
    let Some(mut left) = length.checked_sub(2) else {
        return file.flush();
    };
    if kind == SUPPLEMENTAL {
        let mut message = [NOTHINGS; 256];
        while left > 0 {
            // None is of one byte: a type and a size come first (7.3.2.3.1).
            let size = if left == 257 { 255 } else { left.min(256) };
            let rest = u8::try_from(size - 2).map_err(|_| odd())?;
            message[0] = NOTHING;
            message[1] = rest;
            file.write_all(message.get(..usize::from(rest) + 2).ok_or_else(odd)?)?;
            left -= size;
        }
    } else {
        io::copy(&mut io::repeat(NOTHINGS).take(left), &mut file)?;
    }
    file.write_all(&[STOP])?;
    file.flush()
}

/// Finds the only film in a head, and takes out of its parameters whatever is none.
fn film_of(moov: &mut [u8]) -> Option<Film> {
    let mut films = boxes(moov, 0..moov.len())
        .into_iter()
        .filter(|found| found.name == *b"trak")
        .filter_map(|track| {
            let (handler, entries) = entries(moov, track.body.clone())?;
            (handler == *b"vide").then_some((track.body, entries))
        });
    let (Some((track, entries)), None) = (films.next(), films.next()) else {
        return None;
    };
    drop(films);
    let [Found { body: entry, .. }] = entries.as_slice() else {
        return None;
    };
    let avcc = find(moov, entry.start + ENTRY..entry.end, *b"avcC")?;
    let prefix = tidy_parameters(moov.get_mut(avcc)?)?;
    let head = find(moov, track, *b"tkhd")?;
    // Times are twice as long in version 1 (ISO/IEC 14496-12, 8.3.2.2).
    let at = head.start + if *moov.get(head.start)? == 0 { 12 } else { 20 };
    let track = u32::from_be_bytes(*moov.get(at..head.end)?.first_chunk()?);
    Some(Film { track, prefix })
}

/// Holds an `avcC` (ISO/IEC 14496-15, 5.3.3.1) to what belongs there, and says how many bytes tell a length.
fn tidy_parameters(avcc: &mut [u8]) -> Option<u8> {
    let mut bytes = Bytes(avcc);
    let [1, profile, _, _, sizes] = bytes.array()? else {
        return None;
    };
    let sets = bytes.u8()? & 0x1F;
    parameters(&mut bytes, sets, SEQUENCE)?;
    let sets = bytes.u8()?;
    parameters(&mut bytes, sets, PICTURE)?;
    if matches!(profile, 100 | 110 | 122 | 144) && bytes.0.len() >= 4 {
        let [_, _, _, sets] = bytes.array()?;
        parameters(&mut bytes, sets, EXTENSION)?;
    }
    let left = bytes.0.len();
    let end = avcc.len().checked_sub(left)?;
    avcc.get_mut(end..)?.fill(0);
    match (sizes & 3) + 1 {
        // No unit has a length of three bytes.
        3 => None,
        prefix => Some(prefix),
    }
}

/// Passes over so many sets of parameters, all of this type.
fn parameters(bytes: &mut Bytes<'_>, sets: u8, kind: u8) -> Option<()> {
    for _ in 0..sets {
        let length = bytes.u16()?;
        let set = bytes.take(length.into())?;
        (set.first()? & 0x1F == kind).then_some(())?;
    }
    Some(())
}

/// What is told of a track's samples together (ISO/IEC 14496-12, 8.8.7).
struct Track {
    id: u32,
    base: Option<u64>,
    /// From the beginning of what is told of the fragment.
    is_relative: bool,
    size: Option<u32>,
}

impl Track {
    fn read(told: &[u8], inner: &[Found]) -> Option<Self> {
        let head = inner.iter().find(|found| found.name == *b"tfhd")?;
        let mut bytes = Bytes(told.get(head.body.clone())?);
        let flags = bytes.u32()?;
        let id = bytes.u32()?;
        let base = if flags & 0x01 == 0 {
            None
        } else {
            Some(bytes.u64()?)
        };
        for other in [0x02, 0x08] {
            if flags & other != 0 {
                bytes.u32()?;
            }
        }
        let size = if flags & 0x10 == 0 {
            None
        } else {
            Some(bytes.u32()?)
        };
        Some(Self {
            id,
            base,
            is_relative: flags & 0x02_0000 != 0,
            size,
        })
    }
}

/// Samples one behind the other (ISO/IEC 14496-12, 8.8.8).
struct Run<'a> {
    start: u64,
    count: u32,
    rows: &'a [u8],
    /// Bytes of a row, and where in it the size is.
    row: usize,
    size_at: Option<usize>,
    /// Of each, where rows do not say.
    size: Option<u32>,
}

impl<'a> Run<'a> {
    fn read(body: &'a [u8], base: u64, size: Option<u32>) -> Option<Self> {
        let mut bytes = Bytes(body);
        let flags = bytes.u32()?;
        let count = bytes.u32()?;
        let has = |flag: u32| flags & flag != 0;
        has(0x01).then_some(())?;
        let start = base.checked_add_signed(bytes.i32()?.into())?;
        if has(0x04) {
            bytes.u32()?;
        }
        let told = [0x100, 0x200, 0x400, 0x800].into_iter().filter(|flag| has(*flag));
        Some(Self {
            start,
            count,
            rows: bytes.0,
            row: told.count() * 4,
            size_at: has(0x200).then_some(if has(0x100) { 4 } else { 0 }),
            size,
        })
    }

    fn size(&self, number: u32) -> Option<u32> {
        let Some(size_at) = self.size_at else {
            return self.size;
        };
        let at = usize::try_from(number).ok()?.checked_mul(self.row)? + size_at;
        Some(u32::from_be_bytes(*self.rows.get(at..)?.first_chunk()?))
    }
}

#[cfg(test)]
mod tests;
