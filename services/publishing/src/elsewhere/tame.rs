//! What makes a reader of XML work long or much is refused before one sees it.
//!
//! Our reader (`quick-xml`) expands no entities, but compares each attribute with all before it, and joins addresses that
//! stand one inside another (`xml:base`): what 2 MiB can hold of either would keep it busy for minutes. No real feed comes near
//! these bounds.

/// The longest tag, in bytes.
const TAG: usize = 4 << 10;
/// The longest tag with an address for those inside it.
const BASE_TAG: usize = 512;
/// Elements inside each other.
const DEPTH: usize = 64;
/// Tags in all.
const TAGS: usize = 60_000;

/// Whether this may be given to the reader. JSON may: its reader bounds its own depth, and the rest is linear.
pub(super) fn is_tame(text: &[u8]) -> bool {
    let first = text.iter().position(|byte| matches!(byte, b'<' | b'{'));
    match first.and_then(|at| text.get(at..)) {
        Some(xml @ [b'<', ..]) => is_plainly_encoded(xml) && is_tame_xml(xml),
        _ => true,
    }
}

/// Whether bytes below 128 mean what they mean in ASCII, so that what is looked for here is what the reader sees.
fn is_plainly_encoded(xml: &[u8]) -> bool {
    if xml.contains(&0) {
        return false;
    }
    let Some(declared) = xml.strip_prefix(b"<?xml") else {
        return true;
    };
    let head = declared
        .get(..find(declared, b"?>").unwrap_or(0))
        .unwrap_or_default();
    let head = head.to_ascii_lowercase();
    let Some(at) = find(&head, b"encoding") else {
        return true;
    };
    let name: Vec<u8> = head
        .get(at + b"encoding".len()..)
        .unwrap_or_default()
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b' ' | b'=' | b'"' | b'\'' | b'\t' | b'\r' | b'\n'))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    [
        &b"utf-8"[..],
        b"utf8",
        b"us-ascii",
        b"ascii",
        b"iso-8859-",
        b"windows-125",
    ]
    .iter()
    .any(|known| name.starts_with(known))
}

fn is_tame_xml(xml: &[u8]) -> bool {
    let (mut rest, mut depth, mut tags) = (xml, 0_usize, 0_usize);
    while let Some(at) = memchr(rest, b'<') {
        rest = rest.get(at..).unwrap_or_default();
        let length = if rest.starts_with(b"<![CDATA[") {
            end(rest, b"]]>")
        } else if rest.starts_with(b"<!--") {
            end(rest, b"-->")
        } else if rest.starts_with(b"<?") {
            end(rest, b"?>")
        } else {
            let Some(length) = tag_length(rest) else {
                return false;
            };
            let tag = rest.get(..length).unwrap_or_default();
            // Declarations of entities and of what else no feed needs.
            if tag.starts_with(b"<!") && tag.contains(&b'[') {
                return false;
            }
            if length > BASE_TAG && find(tag, b"xml:base").is_some() {
                return false;
            }
            tags += 1;
            match tag {
                [b'<', b'/', ..] => depth = depth.saturating_sub(1),
                [b'<', b'!', ..] | [.., b'/', b'>'] => {}
                _ => depth += 1,
            }
            Some(length)
        };
        if depth > DEPTH || tags > TAGS {
            return false;
        }
        // What does not end, the reader calls broken.
        let Some(length) = length else {
            return true;
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    true
}

/// How long a tag is that begins here, up to its `>` outside of quotes; nothing, when that is too long.
fn tag_length(from: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in from.iter().enumerate().take(TAG) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}

fn end(from: &[u8], mark: &[u8]) -> Option<usize> {
    find(from, mark).map(|at| at + mark.len())
}

fn memchr(text: &[u8], byte: u8) -> Option<usize> {
    text.iter().position(|b| *b == byte)
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeds_as_they_are_pass() {
        for feed in [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><item><title><![CDATA[a < b > c]]></title></item></channel></rss>",
            "\u{feff}<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'><!-- <<< --><entry/></feed>",
            "<!DOCTYPE rss PUBLIC \"-//Netscape\" \"http://my.netscape.com/rss-0.91.dtd\"><rss version='0.91'/>",
            "<?xml version='1.0' encoding='windows-1256'?><rss/>",
            "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
            "<a b='>'/>",
            "nothing at all",
        ] {
            assert!(is_tame(feed.as_bytes()), "{feed}");
        }
    }

    #[test]
    fn what_keeps_a_reader_busy_does_not() {
        let many = |open: &str, times: usize| format!("<rss>{}", open.repeat(times));
        let attributes = (0..1000)
            .map(|n| format!(" a{n}=''"))
            .collect::<Vec<_>>()
            .concat();
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss>&b;</rss>";
        for wild in [
            bomb.to_owned(),
            format!("<rss{attributes}>"),
            many("<a>", DEPTH + 1),
            many("<a/>", TAGS + 1),
            format!("<rss xml:base='{}'>", "a/".repeat(300)),
            "<?xml version='1.0' encoding='UTF-16'?><rss/>".to_owned(),
            "<?xml version='1.0' encoding='iso-2022-jp'?><rss/>".to_owned(),
            "<\0r\0s\0s\0".to_owned(),
        ] {
            assert!(
                !is_tame(wild.as_bytes()),
                "{}",
                wild.chars().take(80).collect::<String>()
            );
        }
    }
}
