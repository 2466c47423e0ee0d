//! Every letter in every language.

use ground::ids::{LetterId, MailCodeId};
use sqlx::types::Uuid;

use super::*;
use crate::testing;

fn row(kind: LetterKind, lang: Lang, detail: &str) -> LetterRow {
    let coded = matches!(
        kind,
        LetterKind::Register | LetterKind::Reset | LetterKind::ChangeFrom | LetterKind::ChangeTo
    );
    LetterRow {
        letter_id: LetterId(Uuid::from_u128(0x1234_5678)),
        kind: kind.name().to_owned(),
        email: "ada@example.org".to_owned(),
        mail_code_id: coded.then(|| MailCodeId(Uuid::from_u128(7))),
        language: lang.code().to_owned(),
        detail: detail.to_owned(),
        code_ends_at: None,
    }
}

fn detail_of(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::NewDevice => "Firefox · Android",
        LetterKind::DeletionAsked => "2027-01-22T10:00:00+00:00",
        LetterKind::Invitation => "019b0000-0000-7000-8000-000000000000",
        _ => "",
    }
}

fn writer() -> Writer {
    Writer {
        site: Arc::new(testing::site()),
        key: ServerKey::fixed(),
    }
}

fn every(mut look: impl FnMut(LetterKind, Lang, Written, &LetterRow, Letter)) {
    let writer = writer();
    for lang in Lang::ALL {
        for kind in LetterKind::ALL {
            let row = row(*kind, lang, detail_of(*kind));
            let letter = writer.write(&row, *kind, Written::AsAsked).unwrap();
            look(*kind, lang, Written::AsAsked, &row, letter);
        }
        let row = row(LetterKind::Register, lang, "");
        let letter = writer
            .write(&row, LetterKind::Register, Written::KnownAlready)
            .unwrap();
        look(LetterKind::Register, lang, Written::KnownAlready, &row, letter);
    }
}

#[test]
fn every_letter_says_who_writes_and_nothing_of_who_reads() {
    every(|kind, lang, _, row, letter| {
        let name = testing::site().name(lang).to_owned();
        assert!(
            letter.subject.contains(&name),
            "{kind:?} {lang:?}: {}",
            letter.subject
        );
        assert!(!letter.subject.contains(['\r', '\n']));
        assert_eq!(letter.to, "ada@example.org");
        let all = format!(
            "{} {} {} {:?}",
            letter.key, letter.subject, letter.text, letter.html
        );
        for secret in ["ada@", "Ada", &row.letter_id.to_string()] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
        let words = format!("{} {}", letter.subject, letter.text);
        assert!(!words.contains("letter-"), "a word is missing: {words}");
        assert!(
            !all.contains("{ $") && !all.contains("{$"),
            "a word is left open: {all}"
        );
    });
}

#[test]
fn digits_and_link_stand_alone_on_their_lines_of_the_text() {
    every(|kind, _, written, row, letter| {
        let lines: Vec<&str> = letter.text.lines().collect();
        let hrefs: Vec<_> = lines.iter().filter(|line| line.contains("https://")).collect();
        for link in &hrefs {
            assert!(
                link.starts_with("https://news.example/") && link.is_ascii() && !link.contains(' '),
                "{link}"
            );
        }
        assert_eq!(
            hrefs.len(),
            usize::from(kind != LetterKind::Erased),
            "{}",
            letter.text
        );
        let digits = lines
            .iter()
            .any(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()));
        let coded = row.mail_code_id.is_some() && written == Written::AsAsked;
        assert_eq!(digits, coded, "{}", letter.text);
        assert_eq!(hrefs.iter().any(|link| link.contains("?t=")), coded);
    });
}

#[test]
fn the_html_reads_in_the_direction_of_its_language_and_fetches_nothing() {
    every(|_, lang, _, _, letter| {
        let html = letter.html.unwrap();
        let begins = format!(r#"<html lang="{}" dir="{}">"#, lang.code(), lang.dir());
        assert!(html.contains(&begins), "{html}");
        assert!(html.contains(&format!(
            r#"<div class="letter" lang="{}" dir="{}">"#,
            lang.code(),
            lang.dir()
        )));
        for fetches in ["src=", "url(", "@import", "<img", "<script", "<link", "http://"] {
            assert!(!html.contains(fetches), "{fetches} in {html}");
        }
        for link in html.split("href=\"").skip(1) {
            assert!(link.starts_with("https://news.example/"), "{link}");
        }
    });
}

#[test]
fn what_stands_in_a_letter_is_text() {
    let mut row = row(LetterKind::NewDevice, Lang::En, "<script>x</script>");
    let letter = writer()
        .write(&row, LetterKind::NewDevice, Written::AsAsked)
        .unwrap();
    assert!(!letter.html.unwrap().contains("<script>"));
    row.detail = "not a time".to_owned();
    assert!(
        writer()
            .write(&row, LetterKind::DeletionAsked, Written::AsAsked)
            .is_ok()
    );
    row.language = "of a newer version".to_owned();
    let letter = writer()
        .write(&row, LetterKind::Erased, Written::AsAsked)
        .unwrap();
    assert!(letter.html.unwrap().contains(r#"<html lang="en" dir="ltr">"#));
}

#[test]
fn the_day_of_a_deletion_is_in_words() {
    let row = row(
        LetterKind::DeletionAsked,
        Lang::En,
        detail_of(LetterKind::DeletionAsked),
    );
    let letter = writer()
        .write(&row, LetterKind::DeletionAsked, Written::AsAsked)
        .unwrap();
    assert!(
        letter
            .text
            .replace(['\u{2068}', '\u{2069}'], "")
            .contains("On 22 January 2027"),
        "{}",
        letter.text
    );
}

#[test]
fn every_kind_is_read_as_it_was_written() {
    for kind in LetterKind::ALL {
        assert_eq!(LetterKind::from_name(kind.name()), Some(*kind));
    }
    assert_eq!(LetterKind::from_name("of a newer version"), None);
}
