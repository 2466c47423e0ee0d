//! Words in disguise: letters that look like others (UTS 39 calls them confusable), digits and signs in the place of letters.

/// A folded text with its disguises taken off, once with a `1` read as an i and once as an l; nothing, where there is none.
pub(super) fn undisguised(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split_whitespace().collect();
    if !words.iter().any(|word| is_disguised(word)) {
        return Vec::new();
    }
    let read = |one: char| {
        let plain = |word: &&str| {
            if is_disguised(word) {
                // What calls out at the end of a word is not a letter of it.
                let word = word.trim_end_matches('!');
                word.chars().map(|c| looks_like(c, one).unwrap_or(c)).collect()
            } else {
                (*word).to_owned()
            }
        };
        let words: Vec<String> = words.iter().map(plain).collect();
        words.join(" ")
    };
    let mut ways = vec![read('i'), read('l')];
    ways.dedup();
    ways
}

/// Letters of Latin beside what only looks like some; or nothing but what looks like Latin, and is letters of another script.
fn is_disguised(word: &str) -> bool {
    let word = word.trim_end_matches('!');
    let mut letters = word.chars().filter(|c| c.is_alphanumeric()).peekable();
    let is_foreign = |c: char| !c.is_ascii() && looks_like(c, 'i').is_some();
    if letters.peek().is_some() && letters.all(is_foreign) {
        return true;
    }
    word.chars().any(|c| c.is_ascii_alphabetic()) && word.chars().any(|c| looks_like(c, 'i').is_some())
}

/// The small Latin letter that a folded character is taken for. `one` is what a `1` is.
fn looks_like(c: char, one: char) -> Option<char> {
    Some(match c {
        'а' | 'α' | '4' | '@' => 'a',
        'β' | '8' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' | '3' | '€' => 'e',
        '9' => 'g',
        'һ' => 'h',
        'і' | 'ι' | '!' => 'i',
        '1' => one,
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' | '|' => 'l',
        'м' => 'm',
        'η' => 'n',
        'о' | 'ο' | '0' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' | '5' | '$' => 's',
        'т' | 'τ' | '7' => 't',
        'υ' => 'u',
        'ѵ' | 'ν' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ground::fold::fold;

    use super::*;

    #[test]
    fn a_disguise_is_taken_off_and_plain_words_are_left_alone() {
        for (text, word) in [
            ("sc@m", "scam"),
            ("5c4m!", "scam"),
            ("ѕсат", "scat"),
            ("ЅСАТ", "scat"),
            ("b4dw0rd", "badword"),
            ("1d10t", "idiot"),
            ("vi1e", "vile"),
            ("раssword", "password"),
        ] {
            assert!(undisguised(&fold(text)).contains(&word.to_owned()), "{text}");
        }
        for plain in [
            "what a day!",
            "2024",
            "сосна",
            "ئەو ٢٤ ڕۆژە",
            "καλημέρα",
            "@",
            "!",
            "a.b",
        ] {
            assert!(undisguised(&fold(plain)).is_empty(), "{plain}");
        }
    }
}
