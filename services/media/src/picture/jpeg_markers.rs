//! Reads a JPEG's markers up to its first scan (ITU-T T.81, annex B) without loading the file.

use std::io::{BufRead, Read, Seek};

use super::{Reason, Stop, limits::PROFILE_BYTES};

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;

/// What a JPEG says of itself before its first scan.
#[derive(Debug, Default)]
pub(super) struct JpegHeader {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) components: usize,
    /// Bytes that all coefficients take in memory, should the decoder have to keep them.
    pub(super) coefficient_bytes: u64,
    /// Pixels are spread over several scans: the decoder keeps all coefficients until the last one.
    pub(super) many_scans: bool,
    /// Written by Adobe software, which stores CMYK inverted.
    pub(super) adobe: bool,
    /// No YCbCr, or in a sampling for which `TurboJPEG` has no name: decoded pixel by pixel, not plane by plane.
    pub(super) interleaved: bool,
    called: Called,
    /// How the components are called, and how many columns and rows of blocks each has in a unit.
    parts: Vec<(u8, u8, u8)>,
    pub(super) exif: Option<Vec<u8>>,
    pub(super) icc: Option<Vec<u8>>,
}

/// How a program called the colours of what it wrote.
#[derive(Debug, Default, PartialEq, Eq)]
enum Called {
    #[default]
    Nothing,
    /// YCbCr, whatever else it is called.
    Jfif,
    /// RGB, by Adobe software.
    AdobeRgb,
}

/// Reads the markers; the reader stands at the first byte of the file.
pub(super) fn read(file: &mut (impl BufRead + Seek)) -> Result<JpegHeader, Stop> {
    let mut header = JpegHeader::default();
    let mut profile = Profile::default();
    let [first, second] = bytes(file)?;
    if [first, second] != [0xFF, SOI] {
        return Err(Reason::Broken.into());
    }
    loop {
        match next_marker(file)? {
            0x01 | 0xD0..=0xD7 => {}
            SOI | EOI => return Err(Reason::Broken.into()),
            SOS => {
                let [_, _, in_scan] = bytes(file)?;
                header.many_scans |= usize::from(in_scan) < header.components;
                break;
            }
            marker => {
                let length = u16::from_be_bytes(bytes(file)?);
                let length = usize::from(length).checked_sub(2).ok_or(Reason::Broken)?;
                match marker {
                    0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                        header.read_frame(marker, &take(file, length)?)?;
                    }
                    APP1 if header.exif.is_none() => header.exif = exif(&take(file, length)?),
                    APP2 => profile.add(&take(file, length)?),
                    APP0 => header.read_jfif(&take(file, length)?),
                    APP14 => header.read_adobe(&take(file, length)?),
                    _ => file.seek_relative(length.try_into().map_err(|_| Reason::Broken)?)?,
                }
            }
        }
    }
    if header.components == 0 {
        return Err(Reason::Broken.into());
    }
    header.icc = profile.join();
    header.interleaved |= !header.is_planar();
    Ok(header)
}

impl JpegHeader {
    /// Reads a frame header (T.81, B.2.2).
    fn read_frame(&mut self, marker: u8, payload: &[u8]) -> Result<(), Stop> {
        let [_precision, h1, h2, w1, w2, components, rest @ ..] = payload else {
            return Err(Reason::Broken.into());
        };
        self.height = u32::from(u16::from_be_bytes([*h1, *h2]));
        self.width = u32::from(u16::from_be_bytes([*w1, *w2]));
        self.components = usize::from(*components);
        self.many_scans |= matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE);
        // Lossless.
        self.interleaved |= matches!(marker, 0xC3 | 0xC7 | 0xCB | 0xCF);

        let (parts, _) = rest.as_chunks::<3>();
        self.parts = parts
            .iter()
            .take(self.components)
            .map(|&[name, factors, _]| (name, factors >> 4, factors & 15))
            .collect();
        if self.parts.len() != self.components || !(1..=4).contains(&self.components) {
            return Err(Reason::Broken.into());
        }
        let factors: Vec<(u64, u64)> = self
            .parts
            .iter()
            .map(|&(_, across, down)| (u64::from(across), u64::from(down)))
            .collect();
        let across = factors.iter().map(|f| f.0).max().unwrap_or(1).max(1);
        let down = factors.iter().map(|f| f.1).max().unwrap_or(1).max(1);
        let samples: u64 = factors.iter().map(|f| f.0 * f.1).sum();
        let units = u64::from(self.width).div_ceil(8 * across) * u64::from(self.height).div_ceil(8 * down);
        self.coefficient_bytes = units * 64 * samples * 2;
        Ok(())
    }

    /// Reads a JFIF segment (T.871, 10.1).
    fn read_jfif(&mut self, payload: &[u8]) {
        if payload.starts_with(b"JFIF\0") {
            self.called = Called::Jfif;
        }
    }

    /// Reads an Adobe segment (T.872, 6.5.3): its last byte tells how colours are transformed, zero being not at all.
    fn read_adobe(&mut self, payload: &[u8]) {
        if payload.starts_with(b"Adobe") {
            self.adobe = true;
            if payload.get(11) == Some(&0) && self.called != Called::Jfif {
                self.called = Called::AdobeRgb;
            }
        }
    }

    /// Whether `TurboJPEG` can make planes of it: judged as libjpeg judges colours, and `TurboJPEG` samplings.
    fn is_planar(&self) -> bool {
        let &[(y, ..), (cb, ..), (cr, ..)] = &self.parts[..] else {
            return self.parts.len() == 1;
        };
        let rgb = match self.called {
            Called::Jfif => false,
            Called::AdobeRgb => true,
            Called::Nothing => !self.adobe && [y, cb, cr] == *b"RGB",
        };
        let factors = |&(_, across, down): &(u8, u8, u8)| (across, down);
        let [luma, blue, red] = [0, 1, 2].map(|part| self.parts.get(part).map_or((0, 0), factors));
        let named = match (luma, blue) {
            ((1 | 2 | 4, 1) | (1, 4) | (1 | 2, 2), (1, 1)) | ((2, 2), (1, 2) | (2, 1)) => true,
            (same, other) => same == other && same.0 * same.1 <= 3,
        };
        !rgb && named && blue == red
    }
}

/// What an EXIF segment holds behind its name and one byte of padding; XMP comes in segments of the same number.
fn exif(payload: &[u8]) -> Option<Vec<u8>> {
    Some(payload.strip_prefix(b"Exif\0")?.get(1..)?.to_vec())
}

/// A colour profile in numbered pieces of at most 64 KiB (ICC.1:2022, annex B.4).
#[derive(Default)]
struct Profile {
    pieces: Vec<(u8, Vec<u8>)>,
    total: usize,
    bytes: usize,
}

impl Profile {
    fn add(&mut self, payload: &[u8]) {
        let Some([number, total, piece @ ..]) = payload.strip_prefix(b"ICC_PROFILE\0") else {
            return;
        };
        self.bytes += piece.len();
        if self.bytes <= PROFILE_BYTES {
            self.total = usize::from(*total);
            self.pieces.push((*number, piece.to_vec()));
        }
    }

    /// The whole profile, if all pieces came, each once, and were not too many.
    fn join(mut self) -> Option<Vec<u8>> {
        self.pieces.sort_by_key(|(number, _)| *number);
        let complete = self.total == self.pieces.len()
            && self.bytes <= PROFILE_BYTES
            && self
                .pieces
                .iter()
                .zip(1..)
                .all(|((number, _), expected)| *number == expected);
        let profile: Vec<u8> = self.pieces.into_iter().flat_map(|(_, piece)| piece).collect();
        (complete && !profile.is_empty()).then_some(profile)
    }
}

/// Skips to the next marker as libjpeg does: over stray bytes, fill bytes and stuffed zeros.
fn next_marker(file: &mut impl BufRead) -> Result<u8, Stop> {
    loop {
        let [mut byte] = bytes(file)?;
        if byte != 0xFF {
            continue;
        }
        while byte == 0xFF {
            [byte] = bytes(file)?;
        }
        if byte != 0 {
            return Ok(byte);
        }
    }
}

fn bytes<const N: usize>(file: &mut impl Read) -> Result<[u8; N], Stop> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn take(file: &mut impl Read, length: usize) -> Result<Vec<u8>, Stop> {
    let mut payload = vec![0; length];
    file.read_exact(&mut payload)?;
    Ok(payload)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{super::samples, *};

    fn read_all(file: &[u8]) -> Result<JpegHeader, Stop> {
        read(&mut Cursor::new(file))
    }

    #[test]
    fn size_scans_and_sampling_are_read_from_the_header() {
        let picture = samples::quarters(33, 17);
        let header = read_all(&samples::jpeg(&picture, 33, 17, false)).unwrap();
        assert_eq!((header.width, header.height, header.components), (33, 17, 3));
        assert!(!header.many_scans && !header.adobe && header.exif.is_none() && header.icc.is_none());
        // 4:2:0: three macroblocks across, two down, six blocks of 64 coefficients of two bytes in each.
        assert_eq!(header.coefficient_bytes, 3 * 2 * 6 * 64 * 2);
        assert!(
            read_all(&samples::jpeg(&picture, 33, 17, true))
                .unwrap()
                .many_scans
        );
    }

    #[test]
    fn what_has_no_planes_is_known_before_it_is_decoded() {
        let colours = samples::jpeg(&samples::quarters(32, 32), 32, 32, false);
        assert!(!read_all(&colours).unwrap().interleaved);
        let inks = samples::cmyk_jpeg(&[9; 32 * 32 * 4], 32, 32);
        assert!(read_all(&inks).unwrap().interleaved);
        assert!(
            read_all(&samples::rgb_jpeg(&samples::quarters(32, 32), 32, 32))
                .unwrap()
                .interleaved
        );
        let factors = |luma: u8, blue: u8, red: u8| {
            let mut file = colours.clone();
            let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
            (file[frame + 11], file[frame + 14], file[frame + 17]) = (luma, blue, red);
            let known = turbojpeg::read_header(&file).unwrap().subsamp != turbojpeg::Subsamp::Unknown;
            let header = read_all(&file).unwrap();
            assert_eq!(!header.interleaved, known, "{luma:x} {blue:x} {red:x}");
            known
        };
        let sides = [0x11, 0x12, 0x14, 0x21, 0x22, 0x24, 0x41, 0x42, 0x31, 0x13];
        let mut named = 0;
        for luma in sides {
            for blue in sides {
                for red in [blue, 0x11, 0x22] {
                    named += usize::from(factors(luma, blue, red));
                }
            }
        }
        assert!(named > 8, "{named}");
    }

    #[test]
    fn orientation_and_profile_are_found_behind_other_segments() {
        let plain = samples::jpeg(&samples::quarters(8, 8), 8, 8, false);
        let profile: Vec<u8> = (0..70_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        let mut file = samples::jpeg_with(&plain, 0xE2, &samples::icc_piece(2, 2, &profile[60_000..]));
        file = samples::jpeg_with(&file, 0xE2, &samples::icc_piece(1, 2, &profile[..60_000]));
        file = samples::jpeg_with(&file, 0xE1, &samples::exif_segment(6));
        file = samples::jpeg_with(&file, 0xFE, b"a comment");
        let header = read_all(&file).unwrap();
        assert_eq!(header.icc.unwrap(), profile);
        assert_eq!(header.exif.unwrap(), samples::exif(6));
    }

    #[test]
    fn a_profile_with_a_piece_missing_is_no_profile() {
        let plain = samples::jpeg(&samples::quarters(8, 8), 8, 8, false);
        let file = samples::jpeg_with(&plain, 0xE2, &samples::icc_piece(2, 2, b"half"));
        assert_eq!(read_all(&file).unwrap().icc, None);
    }

    #[test]
    fn a_header_cut_anywhere_is_broken() {
        let file = samples::jpeg(&samples::quarters(8, 8), 8, 8, false);
        let scan = file.windows(2).position(|pair| pair == [0xFF, SOS]).unwrap();
        for end in 0..scan + 2 {
            assert!(
                matches!(read_all(&file[..end]), Err(Stop::Refused(Reason::Broken))),
                "cut at {end}"
            );
        }
    }
}
