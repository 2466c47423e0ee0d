//! The texts of the corpus: every word of each is found, however it was typed.

use std::path::PathBuf;

use ground::fold::words::words;
use unicode_normalization::UnicodeNormalization;

use super::super::document::Document;

/// A text of the corpus without its tags; none where there is no corpus.
fn text(name: &str) -> Option<String> {
    let corpus = std::env::var_os("BEPART_CORPUS").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus")),
        PathBuf::from,
    );
    let html = std::fs::read_to_string(corpus.join("e-text/i18n").join(name)).ok()?;
    let document = scraper::Html::parse_document(&html);
    let body = scraper::Selector::parse("body").unwrap();
    let words: Vec<&str> = document.select(&body).flat_map(|body| body.text()).collect();
    Some(words.join(" "))
}

/// As other keyboards and hands type it.
fn retyped(word: &str) -> Vec<String> {
    let arabic: String = word
        .chars()
        .map(|c| match c {
            'ی' | 'ى' => 'ي',
            'ک' => 'ك',
            'ە' | 'ھ' | 'ة' => 'ه',
            'ێ' => 'ى',
            'ۆ' => 'و',
            'ڕ' => 'ر',
            'ڵ' => 'ل',
            'أ' | 'إ' | 'آ' => 'ا',
            'ı' | 'î' => 'i',
            'ş' => 's',
            'ç' => 'c',
            'ê' => 'e',
            'û' | 'ü' => 'u',
            'ö' => 'o',
            'ğ' => 'g',
            '0'..='9' => char::from_u32(u32::from(c) - u32::from('0') + u32::from('٠')).unwrap(),
            c => c,
        })
        .collect();
    let stretched: String = word
        .chars()
        .flat_map(|c| [Some(c), ('\u{620}'..'\u{64A}').contains(&c).then_some('\u{640}')])
        .flatten()
        .collect();
    vec![
        word.nfd().collect(),
        word.nfkc().collect(),
        word.to_lowercase(),
        word.to_uppercase(),
        arabic,
        stretched,
        format!("\u{202B}{word}\u{202C}"),
    ]
}

#[test]
fn every_word_of_the_corpus_is_found_however_it_was_typed() {
    for name in [
        "udhr__ckb.html",
        "udhr__arb.html",
        "udhr__tur.html",
        "udhr__eng.html",
    ] {
        let Some(text) = text(name) else {
            eprintln!("skipped: {name} is not here");
            continue;
        };
        let mut document = Document::default();
        document.add(&text);
        let document = document.tsvector();
        let (mut tried, mut missed) = (0, Vec::new());
        for typed in text.split_whitespace() {
            for retyped in retyped(typed) {
                for word in words(&retyped) {
                    tried += 1;
                    if !document.contains(&format!("'{}'", word.whole)) {
                        missed.push((retyped.clone(), word.whole));
                    }
                }
            }
        }
        assert!(tried > 5000, "{name}: {tried}");
        assert!(
            missed.is_empty(),
            "{name}: {} of {tried}: {:?}",
            missed.len(),
            &missed[..missed.len().min(20)]
        );
    }
}
