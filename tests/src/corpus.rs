//! The real photos, hostile files and texts that nobody of this project wrote.

use std::path::PathBuf;

/// What a correct server does with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// Makes clean renditions of it.
    Accept,
    /// Refuses it with a typed reason.
    Reject,
    /// Either, within bounds.
    Any,
}

/// One file of the corpus.
#[derive(Clone, Debug)]
pub struct CorpusFile {
    /// Path inside the corpus.
    pub name: String,
    /// What a correct server does with it.
    pub expect: Expect,
    /// Found in its bytes; must be in no rendition.
    pub secrets: Vec<String>,
    /// Its bytes.
    pub path: PathBuf,
}

/// The corpus folder: `BEPART_CORPUS`, or `shared/corpus` beside the checkout.
pub struct Corpus {
    files: Vec<CorpusFile>,
}

impl Corpus {
    /// Opens it; without one, says so plainly and returns nothing.
    pub fn open() -> Option<Self> {
        let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
        let folder = std::env::var_os("BEPART_CORPUS").map_or(beside, PathBuf::from);
        let Ok(manifest) = std::fs::read(folder.join("manifest.json")) else {
            eprintln!("SKIPPED: there is no corpus (BEPART_CORPUS names its folder)");
            return None;
        };
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&manifest).unwrap();
        let files = rows
            .iter()
            .filter_map(|row| {
                let name = row["file"].as_str()?.to_owned();
                let expect = match row["expect"].as_str()? {
                    "accept" => Expect::Accept,
                    "reject" => Expect::Reject,
                    "any" => Expect::Any,
                    _ => return None,
                };
                let secrets = row["secret_strings"].as_array().into_iter().flatten();
                let secrets = secrets
                    .filter_map(|text| text.as_str().map(str::to_owned))
                    .collect();
                Some(CorpusFile {
                    path: folder.join(&name),
                    name,
                    expect,
                    secrets,
                })
            })
            .collect();
        Some(Self { files })
    }

    /// The files of a class, e.g. `b-hostile/png`.
    pub fn class(&self, class: &str) -> Vec<CorpusFile> {
        let files = self
            .files
            .iter()
            .filter(|file| file.name.starts_with(&format!("{class}/")));
        files.cloned().collect()
    }
}

impl CorpusFile {
    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap()
    }

    /// Its name without folders.
    pub fn short_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}
