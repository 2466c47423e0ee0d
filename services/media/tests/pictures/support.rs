//! What the sentences have in common.

use std::{
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use media::{
    decoder::{DecodeError, Decoder, Rendered},
    picture::{Limits, Reason},
};
use tempfile::TempDir;

/// A decoder whose children are this program, and the folder they write to.
pub(crate) fn decoder(limits: Limits) -> (Decoder, TempDir) {
    with_program(std::env::current_exe().unwrap(), limits, 320)
}

pub(crate) fn with_program(program: PathBuf, limits: Limits, budget_mib: u32) -> (Decoder, TempDir) {
    let scratch = tempfile::tempdir().unwrap();
    (
        Decoder::new(program, scratch.path().to_owned(), limits, budget_mib),
        scratch,
    )
}

/// A decoder whose children are a shell script, with `$2` for the mode; what it needs stands in `folder`.
pub(crate) fn scripted(folder: &Path, script: &str, limits: Limits, budget_mib: u32) -> (Decoder, TempDir) {
    let program = folder.join("child.sh");
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
    with_program(program, limits, budget_mib)
}

pub(crate) fn write(folder: &Path, bytes: &[u8]) -> PathBuf {
    let path = folder.join("input");
    std::fs::write(&path, bytes).unwrap();
    path
}

#[track_caller]
pub(crate) fn reason(result: Result<Rendered, DecodeError>) -> Reason {
    match result {
        Err(DecodeError::Refused(reason)) => reason,
        Err(error) => panic!("the machine is blamed: {error:?}"),
        Ok(rendered) => panic!("a picture of {} × {} came of it", rendered.width, rendered.height),
    }
}

pub(crate) fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}

/// Whether the process with this number still runs; a zombie does not.
pub(crate) fn runs(id: &str) -> bool {
    !id.is_empty()
        && std::fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| {
            !stat
                .rsplit(')')
                .next()
                .unwrap_or_default()
                .trim_start()
                .starts_with('Z')
        })
}

/// Waits until `condition` holds, and says `what` did not happen if it never does.
pub(crate) async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..500 {
        if condition() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{what}");
}

pub(crate) fn jpeg(rgb: &[u8], width: usize, height: usize, progressive: bool) -> Vec<u8> {
    let mut compressor = turbojpeg::Compressor::new().unwrap();
    compressor.set_quality(60).unwrap();
    compressor.set_subsamp(turbojpeg::Subsamp::Sub2x2).unwrap();
    compressor.set_progressive(progressive).unwrap();
    let format = turbojpeg::PixelFormat::RGB;
    let image = turbojpeg::Image {
        pixels: rgb,
        width,
        pitch: width * 3,
        height,
        format,
    };
    compressor.compress_to_vec(image).unwrap()
}
