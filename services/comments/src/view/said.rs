//! What somebody wrote, as a page shows it: paragraphs, what they quote, and addresses that can be followed.

use url::Url;

/// Text that belongs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Somebody else's words: its lines began with ">".
    pub(crate) is_quote: bool,
    pub(crate) lines: Vec<Vec<Piece>>,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// It is an address.
    pub(crate) is_link: bool,
}

/// The blocks of a text. Blank lines part them.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for line in text.lines() {
        let line = line.trim();
        let (is_quote, line) = match line.strip_prefix('>') {
            Some(rest) => (true, rest.trim_start_matches('>').trim()),
            None => (false, line),
        };
        if line.is_empty() {
            is_open = false;
            continue;
        }
        let pieces = pieces(line);
        match blocks.last_mut() {
            Some(block) if is_open && block.is_quote == is_quote => block.lines.push(pieces),
            _ => blocks.push(Block {
                is_quote,
                lines: vec![pieces],
            }),
        }
        is_open = true;
    }
    blocks
}

/// A line, with its addresses apart. What is shown is what was written: nothing is hidden behind other words.
fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = line;
    let mut plain = String::new();
    while let Some(at) = next_address(rest) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        let address = word.trim_end_matches(|c: char| ".,;:!?)]}»”’\"'>،؛؟".contains(c));
        if is_address(address) {
            push(&mut pieces, std::mem::take(&mut plain), false);
            push(&mut pieces, address.to_owned(), true);
            plain.push_str(word.get(address.len()..).unwrap_or_default());
        } else {
            plain.push_str(word);
        }
        rest = after;
    }
    plain.push_str(rest);
    push(&mut pieces, plain, false);
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: String, is_link: bool) {
    if !text.is_empty() {
        pieces.push(Piece { text, is_link });
    }
}

fn next_address(text: &str) -> Option<usize> {
    [text.find("https://"), text.find("http://")]
        .into_iter()
        .flatten()
        .min()
}

/// Only what a browser reads the same way: no user before the host, no signs that hide where it leads.
fn is_address(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_graphic());
    plain
        && Url::parse(text).is_ok_and(|url| {
            matches!(url.scheme(), "https" | "http")
                && url.host_str().is_some_and(|host| host.contains('.'))
                && url.username().is_empty()
                && url.password().is_none()
        })
}

/// A text as somebody quotes it: each line begins with ">". Only what they wrote themselves, and not without end.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for block in blocks(text).iter().filter(|block| !block.is_quote) {
        for line in &block.lines {
            let line: String = line.iter().map(|piece| piece.text.as_str()).collect();
            if quoted.len() + line.len() > 1000 {
                return quoted;
            }
            quoted.push_str("> ");
            quoted.push_str(&line);
            quoted.push('\n');
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<(bool, Vec<String>)> {
        blocks(text)
            .into_iter()
            .map(|block| {
                let line = |line: Vec<Piece>| line.into_iter().map(|piece| piece.text).collect();
                (block.is_quote, block.lines.into_iter().map(line).collect())
            })
            .collect()
    }

    fn links(text: &str) -> Vec<String> {
        pieces(text)
            .into_iter()
            .filter(|piece| piece.is_link)
            .map(|piece| piece.text)
            .collect()
    }

    #[test]
    fn blank_lines_part_and_quoted_lines_stand_by_themselves() {
        assert_eq!(
            plain("> The river rose.\n> At night.\nNo, in the morning.\n\n\nI saw it."),
            [
                (true, vec!["The river rose.".to_owned(), "At night.".to_owned()]),
                (false, vec!["No, in the morning.".to_owned()]),
                (false, vec!["I saw it.".to_owned()]),
            ]
        );
        assert!(blocks(" \n>\n> \n").is_empty());
    }

    #[test]
    fn an_address_can_be_followed_and_is_shown_as_it_is() {
        assert_eq!(
            links("See https://news.example/a?b=c."),
            ["https://news.example/a?b=c"]
        );
        assert_eq!(
            links("(http://a.example) و https://b.example،"),
            ["http://a.example", "https://b.example"]
        );
        let whole: String = pieces("See https://a.example, then go.")
            .into_iter()
            .map(|piece| piece.text)
            .collect();
        assert_eq!(whole, "See https://a.example, then go.");
    }

    #[test]
    fn what_hides_where_it_leads_is_no_address() {
        for text in [
            "javascript:alert(1)",
            "https://news.example@evil.example/",
            "https://localhost/",
            "https://",
            "https://a.example/\u{202e}gpj.exe",
            "https://аpple.example/",
        ] {
            assert!(links(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn who_quotes_takes_the_words_of_that_person_alone() {
        assert_eq!(quoted("> Earlier.\nTwo\nlines"), "> Two\n> lines\n");
        assert!(quoted(&"a b c d\n".repeat(1000)).len() <= 1100);
    }
}
