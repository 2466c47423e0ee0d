//! The directories of a TIFF file, of which EXIF is made (CIPA DC-008, 4.6.2).
//!
//! Nothing here calls itself: five directories are known, each is read once, and values stay where they are until
//! somebody asks for the first few numbers of one.

/// Most entries of one directory.
const MAX_ENTRIES: u16 = 512;

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Directory {
    /// About the picture as a whole.
    Image,
    /// EXIF's own.
    Exif,
    /// Of the place.
    Gps,
    /// About a small copy that is in the file, too.
    Thumbnail,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) directory: Directory,
    pub(super) tag: u16,
    kind: u16,
    little: bool,
    bytes: &'a [u8],
}

impl<'a> Entry<'a> {
    /// Its bytes as they are.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Whether its bytes' lower ones come first.
    pub(super) fn little(&self) -> bool {
        self.little
    }

    /// Text, or bytes that may be any.
    pub(super) fn is_text(&self) -> bool {
        self.kind == 2
    }

    /// Bytes of which only their own programs know what they mean.
    pub(super) fn is_undefined(&self) -> bool {
        self.kind == 7
    }

    /// Its numbers, from the first.
    pub(super) fn numbers(&self) -> impl Iterator<Item = f64> + use<'a> {
        let (kind, little) = (self.kind, self.little);
        let size = size_of_one(kind).unwrap_or(1);
        self.bytes
            .chunks_exact(size)
            .filter_map(move |one| number(kind, little, one))
    }

    /// Its first number, if it is a whole one.
    fn offset(&self) -> Option<usize> {
        match (self.kind, self.bytes) {
            (4 | 13, bytes) => {
                let four = *bytes.first_chunk()?;
                usize::try_from(u32_of(four, self.little)).ok()
            }
            _ => None,
        }
    }
}

/// All entries of a TIFF file.
pub(super) fn entries(file: &[u8]) -> Vec<Entry<'_>> {
    let mut found = Vec::new();
    let Some((little, first)) = header(file) else {
        return found;
    };
    let mut read = |at: usize, directory| directory_at(file, little, at, directory, &mut found);
    let thumbnail = read(first, Directory::Image).filter(|at| *at != 0 && *at != first);
    if let Some(at) = thumbnail {
        read(at, Directory::Thumbnail);
    }
    for (pointer, directory) in [(0x8769, Directory::Exif), (0x8825, Directory::Gps)] {
        let at = found
            .iter()
            .find(|entry| entry.directory == Directory::Image && entry.tag == pointer)
            .and_then(Entry::offset);
        if let Some(at) = at {
            directory_at(file, little, at, directory, &mut found);
        }
    }
    found
}

fn header(file: &[u8]) -> Option<(bool, usize)> {
    let little = match file.first_chunk()? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let first = u32_of(*file.get(4..)?.first_chunk()?, little);
    Some((little, usize::try_from(first).ok()?))
}

/// Reads the directory at `at`, as far as it goes, and where the next one is.
fn directory_at<'a>(
    file: &'a [u8],
    little: bool,
    at: usize,
    directory: Directory,
    found: &mut Vec<Entry<'a>>,
) -> Option<usize> {
    let here = file.get(at..)?;
    let count = u16_of(*here.first_chunk()?, little);
    let entries = here.get(2..)?;
    for entry in entries
        .as_chunks()
        .0
        .iter()
        .take(usize::from(count.min(MAX_ENTRIES)))
    {
        found.extend(read_entry(file, little, entry, directory));
    }
    let next = entries.get(12 * usize::from(count)..)?;
    usize::try_from(u32_of(*next.first_chunk()?, little)).ok()
}

fn read_entry<'a>(
    file: &'a [u8],
    little: bool,
    entry: &'a [u8; 12],
    directory: Directory,
) -> Option<Entry<'a>> {
    let [tag_0, tag_1, kind_0, kind_1, c0, c1, c2, c3, value @ ..] = entry;
    let kind = u16_of([*kind_0, *kind_1], little);
    let count = usize::try_from(u32_of([*c0, *c1, *c2, *c3], little)).ok()?;
    let length = size_of_one(kind)?.checked_mul(count)?;
    let bytes = if length > 4 {
        let at = usize::try_from(u32_of(*value, little)).ok()?;
        file.get(at..at.checked_add(length)?)?
    } else {
        value.get(..length)?
    };
    Some(Entry {
        directory,
        tag: u16_of([*tag_0, *tag_1], little),
        kind,
        little,
        bytes,
    })
}

/// Bytes of one value of a kind.
fn size_of_one(kind: u16) -> Option<usize> {
    match kind {
        1 | 2 | 6 | 7 | 129 => Some(1),
        3 | 8 => Some(2),
        4 | 9 | 11 | 13 => Some(4),
        5 | 10 | 12 => Some(8),
        _ => None,
    }
}

fn number(kind: u16, little: bool, one: &[u8]) -> Option<f64> {
    let four = |at: usize| one.get(at..).and_then(|bytes| bytes.first_chunk().copied());
    let unsigned = |at| four(at).map(|bytes| u32_of(bytes, little));
    let number = match kind {
        1 | 7 => f64::from(*one.first()?),
        3 => f64::from(u16_of(*one.first_chunk()?, little)),
        4 | 13 => f64::from(unsigned(0)?),
        5 => f64::from(unsigned(0)?) / f64::from(unsigned(4)?),
        6 => f64::from(one.first()?.cast_signed()),
        8 => f64::from(u16_of(*one.first_chunk()?, little).cast_signed()),
        9 => f64::from(unsigned(0)?.cast_signed()),
        10 => f64::from(unsigned(0)?.cast_signed()) / f64::from(unsigned(4)?.cast_signed()),
        11 => f64::from(f32::from_bits(unsigned(0)?)),
        12 => {
            let (first, second) = (u64::from(unsigned(0)?), u64::from(unsigned(4)?));
            f64::from_bits(if little {
                second << 32 | first
            } else {
                first << 32 | second
            })
        }
        _ => return None,
    };
    Some(number)
}

fn u16_of(bytes: [u8; 2], little: bool) -> u16 {
    if little {
        u16::from_le_bytes(bytes)
    } else {
        u16::from_be_bytes(bytes)
    }
}

fn u32_of(bytes: [u8; 4], little: bool) -> u32 {
    if little {
        u32::from_le_bytes(bytes)
    } else {
        u32::from_be_bytes(bytes)
    }
}
