//! Text of HTML, as far as a headline needs it: tags go, names of characters become characters. Nothing here makes
//! anything safe to write into a page as it is: pages write it as text.

use quick_xml::escape::resolve_html5_entity;

/// The longest name of a character in HTML has 31 letters.
const NAME: usize = 32;

/// The text of what may be HTML, on one line.
pub(super) fn plain(html: &str) -> String {
    ground::text::line(&named(&without_tags(html)))
}

/// Tags become spaces (a paragraph ends a word), what is between those of scripts and styles goes, too. A `<` that
/// begins no tag is one.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let inside = from.get(1..).unwrap_or_default();
        if let Some(comment) = inside.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            text.push('<');
            rest = inside;
            continue;
        }
        let (tag, after) = inside.split_once('>').unwrap_or((inside, ""));
        rest = after;
        let name = tag
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        let is = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
        if is(&["script", "style"]) && !tag.ends_with('/') {
            rest = after_end(rest, name);
        }
        if !is_inside_words(tag) {
            text.push(' ');
        }
    }
    text.push_str(rest);
    text
}

/// What comes behind the end tag of this name.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = text.match_indices("</").find(|(at, _)| {
        let told = text.get(at + 2..at + 2 + name.len());
        told.is_some_and(|told| told.eq_ignore_ascii_case(name))
    });
    ends.map_or("", |(at, _)| text.get(at..).unwrap_or_default())
}

/// Whether a tag parts no words: `<b>`, `</em>`.
fn is_inside_words(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let name = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    [
        "a", "abbr", "b", "bdi", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u",
    ]
    .iter()
    .any(|inline| name.eq_ignore_ascii_case(inline))
}

/// Characters in place of their names and numbers; what is none stays as it is.
fn named(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        told.push_str(before);
        let inside = from.get(1..).unwrap_or_default();
        let end = inside.char_indices().take(NAME).find(|(_, c)| *c == ';');
        let known = end.and_then(|(end, _)| {
            let name = inside.get(..end)?;
            Some((meant(name)?, inside.get(end + 1..)?))
        });
        rest = if let Some((meaning, after)) = known {
            told.push_str(&meaning);
            after
        } else {
            told.push('&');
            inside
        };
    }
    told.push_str(rest);
    told
}

fn meant(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(str::to_owned);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_its_words() {
        for (html, words) in [
            ("Flood in <b>Hewl&ecirc;r</b>", "Flood in Hewlêr"),
            ("<p>One</p><p>Two</p>", "One Two"),
            ("a<br/>b", "a b"),
            ("5 < 6 &amp; 7 &gt; 6", "5 < 6 & 7 > 6"),
            ("&#1705;&#x6C6;&#8204;x &nope; & &", "کۆ\u{200c}x &nope; & &"),
            ("x<script>alert('<b>')</script>y<STYLE>p{}</STYLE >z", "x y z"),
            ("<!-- <b>no</b> -->yes<!-- never ends", "yes"),
            ("cut <a href='x", "cut"),
            ("&#0;&#27;&#xD800;a\u{0}\u{1b}b\r\nc", "&#xD800;a b c"),
            ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
            ("", ""),
        ] {
            assert_eq!(plain(html), words, "{html}");
        }
    }

    #[test]
    fn long_texts_of_nothing_but_beginnings_are_read_in_a_moment() {
        let began = std::time::Instant::now();
        for part in ["<", "&", "<!--", "<script>", "&amp", "<a", "</"] {
            plain(&part.repeat((1 << 20) / part.len()));
        }
        assert!(began.elapsed() < std::time::Duration::from_secs(10));
    }
}
