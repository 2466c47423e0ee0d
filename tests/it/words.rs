//! Every word a person reads is a message in all five languages, and no message is forgotten.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use ground::lang::{FILES, Lang};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Message ids of a Fluent file with the names of their arguments.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::<String, BTreeSet<String>>::new();
    let mut current = None;
    for line in text.lines() {
        let begins = line.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
        if let (true, Some((id, _))) = (begins, line.split_once('=')) {
            current = Some(id.trim().to_owned());
            found.entry(id.trim().to_owned()).or_default();
        }
        if line.starts_with('#') {
            continue;
        }
        if let Some(id) = &current {
            for piece in line.split('$').skip(1) {
                let name: String = piece
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                    .collect();
                found.entry(id.clone()).or_default().insert(name);
            }
        }
    }
    found
}

fn all(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    FILES
        .iter()
        .filter(|(of, ..)| *of == lang)
        .flat_map(|(_, _, text)| messages(text))
        .collect()
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "html")
        {
            into.push(path);
        }
    }
}

/// What stands between the quotes after each `before` in the text, through white space and line breaks.
fn quoted_after<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    text.match_indices(before)
        .filter_map(|(at, _)| {
            let rest = text[at + before.len()..].trim_start().strip_prefix('"')?;
            rest.split('"').next()
        })
        .collect()
}

fn used() -> (BTreeMap<String, PathBuf>, String) {
    let mut files = Vec::new();
    for folder in ["services", "uploads", "web/templates"] {
        sources(&root().join(folder), &mut files);
    }
    let (mut ids, mut everything) = (BTreeMap::new(), String::new());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for before in ["msg!(", ".t(", ".m(", "Message::new("] {
            for id in quoted_after(&text, before) {
                ids.insert(id.to_owned(), file.clone());
            }
        }
        everything.push_str(&text);
    }
    (ids, everything)
}

#[test]
fn every_message_that_is_used_exists_in_every_language() {
    let (used, _) = used();
    assert!(
        used.len() > 50,
        "the search for messages found only {}",
        used.len()
    );
    let missing: Vec<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| {
            let there = all(lang);
            let absent = used.iter().filter(move |(id, _)| !there.contains_key(*id));
            absent
                .map(move |(id, file)| format!("{} {id} ({})", lang.code(), file.display()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(missing.is_empty(), "missing messages:\n{}", missing.join("\n"));
}

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    let english = all(Lang::En);
    for lang in Lang::ALL {
        let there = all(lang);
        let ids = |map: &BTreeMap<String, BTreeSet<String>>| map.keys().cloned().collect::<BTreeSet<_>>();
        let (missing, extra): (Vec<_>, Vec<_>) = (
            ids(&english).difference(&ids(&there)).cloned().collect(),
            ids(&there).difference(&ids(&english)).cloned().collect(),
        );
        assert!(missing.is_empty(), "{} lacks {missing:?}", lang.code());
        assert!(extra.is_empty(), "{} alone has {extra:?}", lang.code());
        for (id, arguments) in &there {
            assert!(
                arguments.is_subset(&english[id]),
                "{} {id} asks for {arguments:?}, English knows {:?}",
                lang.code(),
                english[id]
            );
        }
    }
}

#[test]
fn no_message_is_unused() {
    let (_, everything) = used();
    let unused: Vec<String> = all(Lang::En)
        .into_keys()
        .filter(|id| !everything.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn every_file_of_words_can_be_read_whole() {
    for (lang, file, text) in FILES {
        let parsed = fluent_syntax::parser::parse(*text);
        assert!(
            parsed.is_ok(),
            "{} {file}: {:?}",
            lang.code(),
            parsed.err().map(|(_, errors)| errors)
        );
    }
}

#[test]
fn nobody_is_told_english_in_another_language() {
    // Names of formats, products and the like may stay; a whole sentence may not.
    let english: BTreeMap<String, String> = sentences(Lang::En);
    for lang in [Lang::Ckb, Lang::Ar, Lang::Kmr, Lang::Tr] {
        let same: Vec<_> = sentences(lang)
            .into_iter()
            .filter(|(id, words)| is_sentence(words) && english.get(id) == Some(words))
            .map(|(id, _)| id)
            .collect();
        assert!(same.is_empty(), "{}: not translated: {same:?}", lang.code());
    }
}

/// Whether words are left when arguments, units and signs are taken out.
fn is_sentence(words: &str) -> bool {
    let said: String = words
        .split('{')
        .map(|piece| piece.rsplit('}').next().unwrap_or(""))
        .collect();
    said.split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2)
        .count()
        > 2
}

fn sentences(lang: Lang) -> BTreeMap<String, String> {
    FILES
        .iter()
        .filter(|(of, ..)| *of == lang)
        .flat_map(|(_, _, text)| text.lines())
        .filter_map(|line| {
            let (id, words) = line.split_once('=')?;
            id.chars().next().filter(char::is_ascii_alphabetic)?;
            Some((id.trim().to_owned(), words.trim().to_owned()))
        })
        .collect()
}
