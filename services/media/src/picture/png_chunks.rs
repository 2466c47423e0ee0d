//! Reads a PNG's chunks up to its pixels (ISO/IEC 15948, clause 5) without loading the file.
//!
//! The `png` crate would unpack a colour profile of any size and keep every text; here only the two chunks that
//! matter are looked at, and only while they are small.

use std::io::{BufRead, Read, Seek};

use super::{Reason, Stop, limits::METADATA_BYTES};

/// What a PNG says of itself before its pixels.
#[derive(Debug, PartialEq)]
pub(super) struct PngHeader {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Its rows come in no order (clause 8): the decoder has to have them all.
    pub(super) interlaced: bool,
    pub(super) exif: Option<Vec<u8>>,
    pub(super) icc: Option<Vec<u8>>,
}

/// Reads the chunks; the reader stands at the first byte of the file.
pub(super) fn read(file: &mut (impl BufRead + Seek)) -> Result<PngHeader, Stop> {
    file.seek_relative(8)?;
    let (13, kind) = chunk(file)? else {
        return Err(Reason::Broken.into());
    };
    if kind != *b"IHDR" {
        return Err(Reason::Broken.into());
    }
    let width = u32::from_be_bytes(bytes(file)?);
    let height = u32::from_be_bytes(bytes(file)?);
    let [_depth, _colour, _compression, _filter, interlace] = bytes(file)?;
    file.seek_relative(CHECKSUM)?;

    let mut header = PngHeader {
        width,
        height,
        interlaced: interlace != 0,
        exif: None,
        icc: None,
    };
    loop {
        let (length, kind) = chunk(file)?;
        let small = usize::try_from(length).is_ok_and(|length| length <= METADATA_BYTES);
        match &kind {
            b"IDAT" => return Ok(header),
            b"IEND" => return Err(Reason::Broken.into()),
            b"iCCP" if small && header.icc.is_none() => {
                header.icc = profile(&take(file, length)?);
                file.seek_relative(CHECKSUM)?;
            }
            b"eXIf" if small && header.exif.is_none() => {
                header.exif = Some(take(file, length)?);
                file.seek_relative(CHECKSUM)?;
            }
            _ => file.seek_relative(i64::from(length) + CHECKSUM)?,
        }
    }
}

const CHECKSUM: i64 = 4;

/// The length and the name of the chunk that starts here.
fn chunk(file: &mut impl Read) -> Result<(u32, [u8; 4]), Stop> {
    let length = u32::from_be_bytes(bytes(file)?);
    Ok((length, bytes(file)?))
}

/// Unpacks a colour profile (11.3.3.3): a name, a zero, the method (zero), and the profile, deflated.
fn profile(payload: &[u8]) -> Option<Vec<u8>> {
    let name = payload.iter().take(80).position(|&byte| byte == 0)?;
    let [0, packed @ ..] = payload.get(name + 1..)? else {
        return None;
    };
    fdeflate::decompress_to_vec_bounded(packed, METADATA_BYTES)
        .ok()
        .filter(|profile| !profile.is_empty())
}

fn bytes<const N: usize>(file: &mut impl Read) -> Result<[u8; N], Stop> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn take(file: &mut impl Read, length: u32) -> Result<Vec<u8>, Stop> {
    let mut payload = Vec::new();
    file.take(u64::from(length)).read_to_end(&mut payload)?;
    if payload.len() as u64 == u64::from(length) {
        Ok(payload)
    } else {
        Err(Reason::Broken.into())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{super::samples, *};

    fn read_all(file: &[u8]) -> Result<PngHeader, Stop> {
        read(&mut Cursor::new(file))
    }

    #[test]
    fn size_profile_and_orientation_are_read_before_the_pixels() {
        let file = samples::Png::rgb(&samples::quarters(5, 7), 5, 7)
            .icc(&[7; 3000])
            .exif(&samples::exif(8))
            .encode();
        let header = read_all(&file).unwrap();
        assert_eq!((header.width, header.height), (5, 7));
        assert!(!header.interlaced);
        assert_eq!(header.icc, Some(vec![7; 3000]));
        assert_eq!(header.exif, Some(samples::exif(8)));
    }

    #[test]
    fn a_profile_that_unpacks_to_much_is_left_packed() {
        let file = samples::Png::rgb(&samples::quarters(5, 7), 5, 7)
            .icc(&vec![7; METADATA_BYTES + 1])
            .encode();
        assert_eq!(read_all(&file).unwrap().icc, None);
        let file = samples::Png::rgb(&samples::quarters(5, 7), 5, 7)
            .icc(&vec![7; METADATA_BYTES])
            .encode();
        assert_eq!(read_all(&file).unwrap().icc.unwrap().len(), METADATA_BYTES);
    }

    #[test]
    fn a_header_cut_anywhere_is_broken() {
        let file = samples::Png::rgb(&samples::quarters(5, 7), 5, 7)
            .exif(&samples::exif(8))
            .encode();
        let pixels = file.windows(4).position(|name| name == b"IDAT").unwrap();
        for end in 8..pixels + 4 {
            assert!(
                matches!(read_all(&file[..end]), Err(Stop::Refused(Reason::Broken))),
                "cut at {end}"
            );
        }
    }
}
