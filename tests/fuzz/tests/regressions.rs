//! What was found once is never found again: every input that is kept, through its target, in every test run.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use fuzz::TARGETS;

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(kind)
}

/// Names in a folder, without what is behind their point.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect()
}

#[test]
fn every_target_has_a_program_seeds_and_a_place_for_what_is_found() {
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    for kind in ["src/bin", "seeds", "regressions"] {
        assert_eq!(names(&folder(kind)), targets, "{kind}");
    }
}

#[test]
fn what_is_kept_passes() {
    let mut seeds = BTreeSet::new();
    for kind in ["seeds", "regressions"] {
        for (name, target) in TARGETS {
            for entry in fs::read_dir(folder(kind).join(name)).unwrap() {
                let path = entry.unwrap().path();
                if path.file_name().is_some_and(|file| file == ".gitkeep") {
                    continue;
                }
                let bytes = fs::read(&path).unwrap();
                eprintln!("{}", path.display()); // the last one shown is the one that failed
                target(&bytes);
                if kind == "seeds" {
                    seeds.insert(*name);
                }
            }
        }
    }
    assert_eq!(seeds.len(), TARGETS.len(), "a target has no seed");
}
