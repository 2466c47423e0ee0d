//! In which of our languages something is written, as far as its letters tell.

use ground::lang::Lang;

/// So many telling letters, and it is no name or loan in a text of another language.
const TELLING: usize = 2;

/// The language of a text; `page` is that of the page that it was written on, and stands where nothing tells.
pub(crate) fn language_of(text: &str, page: Lang) -> Lang {
    let (mut arabic, mut latin) = (0, 0);
    let (mut sorani, mut of_arabic, mut turkish, mut kurmanji) = (0, 0, 0, 0);
    for c in text.chars() {
        match c {
            '\u{600}'..='\u{6FF}'
            | '\u{750}'..='\u{77F}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => {
                arabic += 1;
            }
            _ if c.is_alphabetic() => latin += 1,
            _ => {}
        }
        match c {
            // What only Sorani has of these two.
            'ێ' | 'ۆ' | 'ڕ' | 'ڵ' | 'ڤ' | 'ە' | 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => sorani += 1,
            'ة' | 'ى' | 'ث' | 'ذ' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ك' | 'ي' | 'أ' | 'إ' | 'آ' | 'ؤ' =>
            {
                of_arabic += 1;
            }
            'ı' | 'ğ' | 'ö' | 'ü' | 'İ' | 'Ğ' | 'Ö' | 'Ü' => turkish += 1,
            'ê' | 'î' | 'û' | 'Ê' | 'Î' | 'Û' => kurmanji += 1,
            _ => {}
        }
    }
    if arabic > latin {
        return clearer(page, (Lang::Ckb, sorani), (Lang::Ar, of_arabic));
    }
    let told = clearer(page, (Lang::Tr, turkish), (Lang::Kmr, kurmanji));
    if turkish + kurmanji >= TELLING || latin == 0 {
        return told;
    }
    match page {
        Lang::En | Lang::Tr | Lang::Kmr => page,
        // In Latin letters, without any that only the others have.
        Lang::Ckb | Lang::Ar => Lang::En,
    }
}

/// Whichever of two has more letters of its own; of neither, the page's language if it is one of the two.
fn clearer(page: Lang, one: (Lang, usize), other: (Lang, usize)) -> Lang {
    match one.1.cmp(&other.1) {
        std::cmp::Ordering::Less => other.0,
        std::cmp::Ordering::Equal if page == other.0 => page,
        std::cmp::Ordering::Equal if one.1 + other.1 == 0 && page != one.0 => page,
        std::cmp::Ordering::Greater | std::cmp::Ordering::Equal => one.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_and_where_they_do_not_the_page_does() {
        for (text, page, lang) in [
            ("زۆر سوپاس بۆ ئەم هەواڵە", Lang::En, Lang::Ckb),
            ("شكرا جزيلا على هذا الخبر", Lang::Ckb, Lang::Ar),
            ("Gelek spas ji bo vê nûçeyê", Lang::Tr, Lang::Kmr),
            ("Bu haber için çok teşekkürler, görüşürüz", Lang::Kmr, Lang::Tr),
            ("Thank you for this", Lang::En, Lang::En),
            ("Thank you for this", Lang::Ckb, Lang::En),
            ("Spas", Lang::Kmr, Lang::Kmr),
            ("👏👏👏", Lang::Ar, Lang::Ar),
            ("2003", Lang::Tr, Lang::Tr),
            ("", Lang::Ckb, Lang::Ckb),
            ("My name is Zoë, thank you", Lang::Ar, Lang::En),
        ] {
            assert_eq!(language_of(text, page), lang, "{text}");
        }
    }
}
