//! The corpus of real inputs that nobody of this project wrote. It is not part of the repository.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use media::{
    decoder::{DecodeError, Decoder, Rendered},
    picture::{Limits, Reason},
};
use serde::Deserialize;

use crate::support::{decoder, is_empty};

/// The types of which pictures come.
const OURS: [&str; 7] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/heic",
    "image/heif",
    "image/avif",
];

/// A row of the corpus's manifest.
#[derive(Deserialize)]
pub(crate) struct Row {
    pub(crate) file: String,
    pub(crate) cls: String,
    pub(crate) expect: String,
    pub(crate) what: String,
    #[serde(default)]
    mime: String,
    width: Option<u32>,
    height: Option<u32>,
    pub(crate) gps: Option<[f64; 2]>,
    pub(crate) device: Option<String>,
    #[serde(default)]
    pub(crate) secret_strings: Vec<String>,
}

/// The corpus's folder and the rows about pictures and about what pretends to be one.
pub(crate) fn corpus() -> Option<(PathBuf, Vec<Row>)> {
    let beside_workspace = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus");
    let folder = std::env::var_os("BEPART_CORPUS").map_or_else(|| beside_workspace.into(), PathBuf::from);
    let Ok(manifest) = std::fs::read(folder.join("manifest.json")) else {
        println!("skipped: there is no corpus here; BEPART_CORPUS may name its folder");
        return None;
    };
    let mut rows: Vec<Row> = serde_json::from_slice(&manifest).unwrap();
    rows.retain(|row| {
        ["a-photos", "b-hostile", "c-c2pa", "d-video"]
            .iter()
            .any(|part| row.cls.starts_with(part))
    });
    assert!(rows.len() > 300, "the corpus is not whole");
    Some((folder, rows))
}

pub(crate) async fn every_file_gets_the_verdict_it_should_and_gets_it_again() {
    let Some((folder, rows)) = corpus() else { return };
    let (decoder, scratch) = decoder(Limits::default());
    let mut wrong = Vec::new();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for row in &rows {
        let path = folder.join(&row.file);
        let started = Instant::now();
        let first = decoder.render(&path).await;
        let took = started.elapsed();
        if took > Duration::from_secs(10) {
            wrong.push(format!("{}: took {took:?}", row.file));
        }
        *counted.entry(outcome(&first)).or_default() += 1;
        if let Some(fault) = judge(row, &first) {
            wrong.push(format!("{}: {fault}", row.file));
        }
        if outcome(&first) != outcome(&decoder.render(&path).await) {
            wrong.push(format!("{}: another verdict the second time", row.file));
        }
    }
    println!("{counted:?}");
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
    assert!(is_empty(scratch.path()), "a folder stayed behind");
}

fn outcome(result: &Result<Rendered, DecodeError>) -> String {
    match result {
        Ok(rendered) => format!("ready {:?}", rendered.kind),
        Err(DecodeError::Refused(reason)) => reason.to_string(),
        Err(error) => format!("infrastructure: {error}"),
    }
}

fn judge(row: &Row, result: &Result<Rendered, DecodeError>) -> Option<String> {
    let ours = OURS.contains(&row.mime.as_str());
    let rendered = match result {
        Err(DecodeError::Refused(reason)) => {
            let fits = match row.expect.as_str() {
                "accept" => !ours && *reason == Reason::UnsupportedType,
                _ => ours || row.mime == "application/octet-stream" || *reason == Reason::UnsupportedType,
            };
            return (!fits).then(|| format!("refused: {reason}"));
        }
        Err(error) => return Some(error.to_string()),
        Ok(rendered) => rendered,
    };
    if row.expect == "reject" || (!ours && row.mime != "application/octet-stream") {
        return Some("a picture came of it".to_owned());
    }
    let expected = (
        row.width.unwrap_or(rendered.width),
        row.height.unwrap_or(rendered.height),
    );
    if (rendered.width, rendered.height) != expected {
        return Some(format!(
            "{} × {} instead of {expected:?}",
            rendered.width, rendered.height
        ));
    }
    rendered.files.iter().find_map(|file| {
        let bytes = std::fs::read(&file.path).unwrap();
        let name = file.rendition;
        let markers = [
            "Exif",
            "EXIF",
            "ftyp",
            "ICC_PROFILE",
            "<script",
            "<?php",
            "%!PS",
            "#EXTM3U",
            "jumb",
        ];
        let secrets = row.secret_strings.iter().map(String::as_str);
        let found = markers
            .into_iter()
            .chain(secrets)
            .find(|word| contains(&bytes, word.as_bytes()));
        if let Some(found) = found {
            return Some(format!("{name} contains {found:?}"));
        }
        let starts = bytes.windows(2).filter(|pair| pair == b"\xFF\xD8").count();
        let jpeg = bytes.starts_with(b"\xFF\xD8");
        (jpeg && (starts != 1 || !bytes.ends_with(b"\xFF\xD9")))
            .then(|| format!("{name} holds {starts} pictures"))
    })
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    !word.is_empty() && bytes.windows(word.len()).any(|window| window == word)
}

pub(crate) async fn photos_of_one_family_come_out_turned_the_same_way() {
    let Some((folder, rows)) = corpus() else { return };
    let (decoder, _scratch) = decoder(Limits::default());
    let mut first: BTreeMap<String, (u32, u32, Vec<u8>)> = BTreeMap::new();
    let mut compared = 0;
    let mut photos: Vec<&Row> = rows
        .iter()
        .filter(|row| row.cls == "a-photos/orientation")
        .collect();
    photos.sort_by_key(|row| &row.file);
    for row in photos {
        let family: String = row
            .file
            .chars()
            .filter(|letter| !letter.is_ascii_digit())
            .collect();
        let made = thumbnail(&decoder, &folder.join(&row.file)).await;
        let reference = first.entry(family).or_insert_with(|| made.clone());
        assert_eq!((made.0, made.1), (reference.0, reference.1), "{}", row.file);
        let difference = mean_difference(&made.2, &reference.2);
        assert!(difference <= 2.0, "{} differs by {difference:.1}", row.file);
        compared += 1;
    }
    assert_eq!((first.len(), compared), (2, 16));
}

/// Size, and 120 × 120 grey samples, of the smallest JPEG rendition.
async fn thumbnail(decoder: &Decoder, path: &Path) -> (u32, u32, Vec<u8>) {
    let rendered = decoder.render(path).await.unwrap();
    let image = image::open(&rendered.files.last().unwrap().path).unwrap();
    let grey = image
        .resize_exact(120, 120, image::imageops::FilterType::Triangle)
        .into_luma8();
    (rendered.width, rendered.height, grey.into_raw())
}

fn mean_difference(one: &[u8], other: &[u8]) -> f64 {
    let sum: u32 = one
        .iter()
        .zip(other)
        .map(|(a, b)| u32::from(a.abs_diff(*b)))
        .sum();
    f64::from(sum) / (120.0 * 120.0)
}
