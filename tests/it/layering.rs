//! A diagram nobody checks is a wish: this test owns the import map of ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};

/// Who may import whom. A new edge is a decision: change it here, and write it down.
const MAP: &[(&str, &[&str])] = &[
    ("ground", &[]),
    ("accounts", &["ground", "media", "uploads"]),
    ("uploads", &["ground"]),
    ("media", &["ground"]),
    ("comments", &["ground"]),
    ("review", &["ground", "media", "uploads"]),
    ("publishing", &["comments", "ground", "media", "review"]),
    (
        "app",
        &[
            "accounts",
            "comments",
            "ground",
            "media",
            "publishing",
            "review",
            "uploads",
        ],
    ),
    ("tests", &["app", "ground"]),
    (
        "fuzz",
        &[
            "accounts",
            "app",
            "ground",
            "media",
            "publishing",
            "review",
            "uploads",
        ],
    ),
];

#[test]
fn rooms_import_only_what_the_map_allows() {
    let metadata = cargo_metadata::MetadataCommand::new().no_deps().exec().unwrap();
    let ours: BTreeSet<String> = metadata
        .packages
        .iter()
        .map(|package| package.name.to_string())
        .collect();
    let actual: BTreeMap<&str, BTreeSet<&str>> = metadata
        .packages
        .iter()
        .map(|package| {
            let imports = package
                .dependencies
                .iter()
                .map(|dependency| dependency.name.as_str());
            // A room's tests may ask the ground for its test helpers; that is no new edge.
            let imports = imports.filter(|name| ours.contains(*name) && *name != package.name.as_str());
            (package.name.as_str(), imports.collect())
        })
        .collect();
    let map: BTreeMap<&str, BTreeSet<&str>> = MAP
        .iter()
        .map(|(room, imports)| (*room, imports.iter().copied().collect()))
        .collect();
    assert_eq!(actual, map);
}
