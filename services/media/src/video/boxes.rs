//! The boxes of ISO base media files (ISO/IEC 14496-12, 4.2): of which a rung is made, and many a film that comes.

use std::{
    io::{self, Read, Seek, SeekFrom},
    ops::Range,
};

/// A box: its name, where it begins, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) name: [u8; 4],
    pub(super) start: usize,
    pub(super) body: Range<usize>,
}

/// The boxes in a range, until one is not whole.
pub(super) fn boxes(bytes: &[u8], range: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(start) = bytes.get(at..range.end).and_then(|rest| rest.first_chunk::<8>()) {
        let [a, b, c, d, name @ ..] = *start;
        let size = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some(end) = at.checked_add(size).filter(|end| size >= 8 && *end <= range.end) else {
            break;
        };
        found.push(Found {
            name,
            start: at,
            body: at + 8..end,
        });
        at = end;
    }
    found
}

/// What is in the first box of this name.
pub(super) fn find(bytes: &[u8], range: Range<usize>, name: [u8; 4]) -> Option<Range<usize>> {
    boxes(bytes, range)
        .into_iter()
        .find(|found| found.name == name)
        .map(|found| found.body)
}

/// What a track is of (`hdlr`), and its sample entries (`stsd`).
pub(super) fn entries(bytes: &[u8], track: Range<usize>) -> Option<([u8; 4], Vec<Found>)> {
    let mdia = find(bytes, track, *b"mdia")?;
    let hdlr = find(bytes, mdia.clone(), *b"hdlr")?;
    let minf = find(bytes, mdia, *b"minf")?;
    let stbl = find(bytes, minf, *b"stbl")?;
    let stsd = find(bytes, stbl, *b"stsd")?;
    let handler = bytes.get(hdlr)?.get(8..)?.first_chunk()?;
    // Behind version, flags and the number of entries.
    Some((*handler, boxes(bytes, stsd.start + 8..stsd.end)))
}

/// The box at `at` in a file that ends at `end`: its name, and where in the file is what is in it.
///
/// # Errors
/// [`odd`] when it is not whole, and when the file cannot be read.
pub(super) fn box_at(file: &mut (impl Read + Seek), at: u64, end: u64) -> io::Result<([u8; 4], Range<u64>)> {
    let mut start = [0; 8];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut start)?;
    let [a, b, c, d, name @ ..] = start;
    let (head, size) = match u32::from_be_bytes([a, b, c, d]) {
        0 => (8, end.saturating_sub(at)),
        1 => {
            let mut size = [0; 8];
            file.read_exact(&mut size)?;
            (16, u64::from_be_bytes(size))
        }
        size => (8, size.into()),
    };
    let stop = at
        .checked_add(size)
        .filter(|stop| size >= head && *stop <= end)
        .ok_or_else(odd)?;
    Ok((name, at + head..stop))
}

/// A range of a file, unless it is longer than `most`.
///
/// # Errors
/// [`odd`] when it is, and when the file cannot be read.
pub(super) fn body_of(file: &mut (impl Read + Seek), body: &Range<u64>, most: u64) -> io::Result<Vec<u8>> {
    let length = body.end.saturating_sub(body.start);
    if length > most {
        return Err(odd());
    }
    let mut bytes = vec![0; usize::try_from(length).map_err(|_| odd())?];
    file.seek(SeekFrom::Start(body.start))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// That a file is not laid out as it should be.
pub(super) fn odd() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Cursor;

    use super::*;

    /// A box of this name.
    pub(in super::super) fn boxed(name: [u8; 4], body: &[u8]) -> Vec<u8> {
        let size = u32::try_from(body.len() + 8).unwrap().to_be_bytes();
        [&size[..], &name, body].concat()
    }

    /// A track with this number, of this kind, with this sample entry.
    pub(in super::super) fn track(id: u32, handler: [u8; 4], entry: &[u8]) -> Vec<u8> {
        let stsd = boxed(*b"stsd", &[&[0; 8][..], entry].concat());
        let minf = boxed(*b"minf", &boxed(*b"stbl", &stsd));
        let hdlr = boxed(*b"hdlr", &[&[0; 8][..], &handler, b"\0\0\0\0"].concat());
        let tkhd = boxed(*b"tkhd", &[&[0; 12][..], &id.to_be_bytes(), &[0; 68]].concat());
        let mdia = boxed(*b"mdia", &[hdlr, minf].concat());
        boxed(*b"trak", &[tkhd, mdia].concat())
    }

    #[test]
    fn a_box_is_as_long_as_it_says_or_odd() {
        let at = |bytes: &[u8]| box_at(&mut Cursor::new(bytes), 0, bytes.len() as u64);
        assert_eq!(at(b"\0\0\0\x09free1").unwrap(), (*b"free", 8..9));
        assert_eq!(at(b"\0\0\0\0mdat123").unwrap(), (*b"mdat", 8..11));
        assert_eq!(
            at(b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x11x").unwrap(),
            (*b"mdat", 16..17)
        );
        for odd in [
            &b"\0\0\0\x07free"[..],
            b"\0\0\0\x09free",
            b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x0fx",
            b"\0\0\0\x01mdat\xff\xff\xff\xff\xff\xff\xff\xffx",
        ] {
            assert_eq!(at(odd).unwrap_err().kind(), io::ErrorKind::InvalidData);
        }
        assert_eq!(
            at(b"\0\0\0\x08fre").unwrap_err().kind(),
            io::ErrorKind::UnexpectedEof
        );
    }
}
