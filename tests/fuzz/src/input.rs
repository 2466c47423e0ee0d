//! How bytes become what a reader takes.

use std::{
    cell::RefCell,
    fs::File,
    io::{Seek, SeekFrom, Write},
};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use nix::sys::memfd::{MFdFlags, memfd_create};

/// Shows `bytes` as a file that stands at its beginning.
pub(crate) fn with_file<T>(bytes: &[u8], read: impl FnOnce(&File) -> T) -> T {
    thread_local! {
        // One for all inputs: making a file takes longer than reading it.
        static FILE: RefCell<File> = RefCell::new(memfd_create("fuzz", MFdFlags::MFD_CLOEXEC).unwrap().into());
    }
    FILE.with_borrow_mut(|file| {
        file.set_len(0).unwrap();
        file.seek(SeekFrom::Start(0)).unwrap();
        file.write_all(bytes).unwrap();
        file.seek(SeekFrom::Start(0)).unwrap();
        read(file)
    })
}

/// The first line, and what is behind it.
pub(crate) fn line(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[]),
    }
}

/// The first `N` bytes, zeros where there are none, and what is behind them.
pub(crate) fn first<const N: usize>(bytes: &[u8]) -> ([u8; N], &[u8]) {
    let (head, rest) = bytes.split_at(bytes.len().min(N));
    let mut first = [0; N];
    first[..head.len()].copy_from_slice(head);
    (first, rest)
}

/// `length` bytes of a pattern.
pub(crate) fn repeated(pattern: &[u8], length: usize) -> Vec<u8> {
    let pattern = [pattern, &[7]].concat();
    let mut bytes = pattern.repeat(length.div_ceil(pattern.len()));
    bytes.truncate(length);
    bytes
}

/// The headers of a request up to an empty line, one on each line, and what is behind them. What no server would hand on
/// is left out.
pub(crate) fn headers(mut bytes: &[u8]) -> (HeaderMap, &[u8]) {
    let mut headers = HeaderMap::new();
    loop {
        let (told, rest) = line(bytes);
        bytes = rest;
        let Some(colon) = told.iter().position(|byte| *byte == b':') else {
            return (headers, rest);
        };
        let name = HeaderName::from_bytes(told[..colon].trim_ascii());
        let value = HeaderValue::from_bytes(told[colon + 1..].trim_ascii());
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
}

/// The text of a header.
pub(crate) fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Whether a text of one line is fit to be kept and shown.
pub(crate) fn is_line(text: &str) -> bool {
    text.trim() == text && !text.chars().any(char::is_control)
}

/// Whether a text of several lines is.
pub(crate) fn is_prose(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
}
