//! A bounded look at a file: so many bytes in all, so many times.

use std::io::{Read, Seek, SeekFrom};

/// Most bytes that are read of one file.
const MAX_BYTES: usize = 24 * 1024 * 1024;

/// Most times that something is read of one file.
const MAX_LOOKS: u32 = 20_000;

/// A file, and how much of it may still be looked at.
///
/// What cannot be read is `None`: the file is shorter than it says, or asks for too much.
pub(super) struct Window<F> {
    file: F,
    length: u64,
    bytes: usize,
    looks: u32,
}

impl<F: Read + Seek> Window<F> {
    pub(super) fn new(mut file: F) -> std::io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        Ok(Self {
            file,
            length,
            bytes: MAX_BYTES,
            looks: MAX_LOOKS,
        })
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The `count` bytes at `offset`, all of them.
    pub(super) fn at(&mut self, offset: u64, count: usize) -> Option<Vec<u8>> {
        let end = offset.checked_add(u64::try_from(count).ok()?)?;
        if end > self.length {
            return None;
        }
        self.looks = self.looks.checked_sub(1)?;
        self.bytes = self.bytes.checked_sub(count)?;
        self.file.seek(SeekFrom::Start(offset)).ok()?;
        let mut bytes = vec![0; count];
        self.file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// At most `count` bytes at `offset`, as many as there are.
    pub(super) fn up_to(&mut self, offset: u64, count: usize) -> Option<Vec<u8>> {
        let left = self.length.checked_sub(offset)?;
        self.at(offset, usize::try_from(left).unwrap_or(count).min(count))
    }

    /// The `N` bytes at `offset`.
    pub(super) fn array<const N: usize>(&mut self, offset: u64) -> Option<[u8; N]> {
        self.at(offset, N)?.try_into().ok()
    }
}

/// Bytes that are read from the front.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn i32(&mut self) -> Option<i32> {
        self.array().map(i32::from_be_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }

    /// A number of `size` bytes; of no bytes, it is zero.
    pub(crate) fn uint(&mut self, size: u8) -> Option<u64> {
        (size <= 8).then_some(())?;
        let bytes = self.take(usize::from(size))?;
        Some(bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }

    /// Up to the next byte zero, which is passed over, or up to the end.
    pub(crate) fn until_zero(&mut self) -> &'a [u8] {
        let end = memchr::memchr(0, self.0).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at_checked(end).unwrap_or((self.0, &[]));
        self.0 = rest.get(1..).unwrap_or_default();
        taken
    }
}
