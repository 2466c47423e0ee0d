//! Reads the boxes of the ISO base media file format (ISO/IEC 14496-12, clause 4.2), never past their end.
//!
//! Nothing here calls itself: a box is opened only where its parent is known to hold it, so that no file decides how
//! deep the reader goes.

use std::io::{BufRead, Read, Seek};

use super::super::{Reason, Stop};

/// Most boxes that are looked at in one file.
const MAX_BOXES: u32 = 10_000;

/// Most bytes of a `meta` box: the largest colour profile, a description of every tile, and some more.
const MAX_META_BYTES: u64 = 4 * 1024 * 1024;

/// No file is longer.
const MAX_FILE_BYTES: u64 = 1 << 40;

/// The name of a box, of an item or of a reference.
pub(super) type Name = [u8; 4];

/// Bytes that are read from the front.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn rest(self) -> &'a [u8] {
        self.0
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Reason> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Reason::Broken)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Reason> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(Reason::Broken)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Reason> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(super) fn u16(&mut self) -> Result<u16, Reason> {
        self.array().map(u16::from_be_bytes)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Reason> {
        self.array().map(u32::from_be_bytes)
    }

    pub(super) fn i32(&mut self) -> Result<i32, Reason> {
        self.array().map(i32::from_be_bytes)
    }

    /// A number of `size` bytes; of no bytes, it is zero.
    pub(super) fn uint(&mut self, size: u8) -> Result<u64, Reason> {
        match size {
            0 => Ok(0),
            1 => self.u8().map(u64::from),
            2 => self.u16().map(u64::from),
            4 => self.u32().map(u64::from),
            8 => self.array().map(u64::from_be_bytes),
            _ => Err(Reason::Broken),
        }
    }

    /// A number of two bytes, or of four if it is `long`.
    pub(super) fn id(&mut self, long: bool) -> Result<u32, Reason> {
        if long {
            self.u32()
        } else {
            self.u16().map(u32::from)
        }
    }

    /// The version and the flags at the head of a full box.
    pub(super) fn version(&mut self) -> Result<(u8, u32), Reason> {
        let [version, flags @ ..] = self.array::<4>()?;
        let [a, b, c] = flags;
        Ok((version, u32::from_be_bytes([0, a, b, c])))
    }
}

/// How many boxes may still be looked at.
pub(super) struct Budget(u32);

impl Budget {
    pub(super) fn new() -> Self {
        Self(MAX_BOXES)
    }

    fn spend(&mut self) -> Result<(), Reason> {
        self.0 = self.0.checked_sub(1).ok_or(Reason::TooHeavy)?;
        Ok(())
    }

    /// The next box `within` another, and its body.
    pub(super) fn next<'a>(&mut self, within: &mut Bytes<'a>) -> Result<Option<(Name, Bytes<'a>)>, Reason> {
        if within.rest().is_empty() {
            return Ok(None);
        }
        self.spend()?;
        let size = within.u32()?;
        let name = within.array()?;
        let body = match size {
            0 => within.rest().len(),
            1 => {
                let size = usize::try_from(within.uint(8)?).map_err(|_| Reason::Broken)?;
                size.checked_sub(16).ok_or(Reason::Broken)?
            }
            _ => {
                let size = usize::try_from(size).map_err(|_| Reason::Broken)?;
                size.checked_sub(8).ok_or(Reason::Broken)?
            }
        };
        Ok(Some((name, Bytes(within.take(body)?))))
    }

    /// The first box called `name` at the top of a file that is read from its beginning.
    pub(super) fn find(&mut self, file: &mut (impl BufRead + Seek), name: Name) -> Result<Vec<u8>, Stop> {
        loop {
            self.spend()?;
            let mut head = [0; 8];
            file.read_exact(&mut head)?;
            let [a, b, c, d, found @ ..] = head;
            let body = match u32::from_be_bytes([a, b, c, d]) {
                // Up to the end of the file: a `meta` box of that kind is as long as its limit.
                0 => MAX_META_BYTES + 1,
                1 => {
                    let mut size = [0; 8];
                    file.read_exact(&mut size)?;
                    u64::from_be_bytes(size).checked_sub(16).ok_or(Reason::Broken)?
                }
                size => u64::from(size).checked_sub(8).ok_or(Reason::Broken)?,
            };
            if found == name {
                return body_of(file, body);
            }
            if body > MAX_FILE_BYTES {
                return Err(Reason::Broken.into()); // or else the system would be asked to seek there
            }
            file.seek_relative(body.cast_signed())?;
        }
    }
}

fn body_of(file: &mut impl BufRead, length: u64) -> Result<Vec<u8>, Stop> {
    if length > MAX_META_BYTES {
        return Err(Reason::TooHeavy.into());
    }
    let mut body = Vec::new();
    file.take(length).read_to_end(&mut body)?;
    if body.len() as u64 == length {
        Ok(body)
    } else {
        Err(Reason::Broken.into())
    }
}
