//! What people may be called here: any script, nothing that hides or turns the line around it, and nothing that readers
//! would take for the newsroom.

use std::{collections::HashSet, sync::LazyLock};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_security::skeleton;
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    lang::{Lang, Message},
    msg,
    viewer::Role,
    web::Site,
};

/// The longest name, in what readers see as characters.
const MAX_NAME: i64 = 40;
/// The longest name in bytes: a character may carry many.
const MAX_NAME_BYTES: usize = 400;
/// Marks on one character: Vietnamese and vocalised Arabic have two, more is for show.
const MAX_MARKS: usize = 2;
/// Keeps letters apart in Persian and Kurdish words (zero width non-joiner).
const NON_JOINER: char = '\u{200c}';
/// Looks like a space and is a letter (braille pattern blank).
const BLANK: char = '\u{2800}';
/// A newsroom's name this long is found inside other names; shorter ones are people's names, too.
const TELLING: usize = 8;

/// Who speaks for a newsroom, in the languages of our readers. Nobody is called so.
const OFFICES: &[&str] = &[
    // English
    "admin",
    "admins",
    "administrator",
    "administrators",
    "moderator",
    "moderators",
    "mod",
    "editor",
    "editors",
    "chief editor",
    "editor in chief",
    "newsroom",
    "news desk",
    "newsdesk",
    "staff",
    "official",
    "support",
    "system",
    "webmaster",
    "root",
    "verified",
    "security",
    // Turkish
    "yönetici",
    "site yöneticisi",
    "editör",
    "baş editör",
    "moderatör",
    "yazı işleri",
    "yazı işleri müdürü",
    "haber merkezi",
    "genel yayın yönetmeni",
    "resmî",
    "resmi hesap",
    "destek",
    // Kurmanji
    "rêvebir",
    "rêveber",
    "edîtor",
    "sernivîskar",
    "moderator",
    "nûçegihanî",
    "desteya nivîskaran",
    "desteya weşanê",
    "fermî",
    "piştgirî",
    // Sorani
    "بەڕێوەبەر",
    "بەڕێوەبەری سیستەم",
    "ئەدمین",
    "سەرنووسەر",
    "مۆدەرەیتەر",
    "دەستەی نووسەران",
    "ئەندامی دەستەی نووسەران",
    "ژووری هەواڵ",
    "فەرمی",
    "پشتگیری",
    // Arabic
    "أدمن",
    "ادمن",
    "إدارة",
    "الإدارة",
    "مدير النظام",
    "مدير الموقع",
    "محرر",
    "المحرر",
    "رئيس التحرير",
    "هيئة التحرير",
    "غرفة الأخبار",
    "مشرف",
    "المشرف",
    "رسمي",
    "الدعم",
];

/// Of those, the ones that give a longer name away, as in `Ada (Editor)`: no part of a person's name is like them.
const OFFICES_IN_NAMES: &[&str] = &[
    "admin",
    "administrator",
    "moderator",
    "editor",
    "newsroom",
    "yönetici",
    "editör",
    "moderatör",
    "rêvebir",
    "edîtor",
    "sernivîskar",
    "سەرنووسەر",
    "ئەدمین",
    "مۆدەرەیتەر",
];

static WHOLE: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let roles = [Role::Editor, Role::Chief, Role::Admin].map(role_words);
    let roles = Lang::ALL.into_iter().flat_map(|lang| {
        roles
            .iter()
            .map(move |words| words.text(lang))
            .collect::<Vec<_>>()
    });
    let offices = OFFICES.iter().map(|name| (*name).to_owned());
    offices.chain(roles).flat_map(|name| looks(&name)).collect()
});
static INSIDE: LazyLock<HashSet<String>> =
    LazyLock::new(|| OFFICES_IN_NAMES.iter().flat_map(|name| looks(name)).collect());

/// A name as it is kept: in NFC, with single spaces, and readable.
///
/// # Errors
/// What is wrong with it, in words.
pub fn name(text: &str) -> Result<String, Message> {
    let name: String = text.trim().nfc().collect();
    let length = i64::try_from(name.graphemes(true).count()).unwrap_or(i64::MAX);
    if name.len() > MAX_NAME_BYTES || length > MAX_NAME {
        return Err(msg!("account-name-too-long").n("most", MAX_NAME));
    }
    if hides_something(&name) {
        return Err(msg!("account-name-bad"));
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.chars().any(char::is_alphanumeric) {
        return Err(msg!("account-name-missing"));
    }
    Ok(name)
}

/// What is wrong with a name that somebody without a role chooses, if anything; `staff` is how people of the newsroom are
/// called. These may be called as they are: for them, [`name`] is enough.
pub fn problem_with_name(site: &Site, staff: &[String], text: &str) -> Option<Message> {
    let name = match name(text) {
        Ok(name) => name,
        Err(words) => return Some(words),
    };
    if speaks_for_newsroom(&name, site) {
        return Some(msg!("register-name-office"));
    }
    let theirs = looks(&name);
    let taken = staff
        .iter()
        .any(|name| looks(name).iter().any(|look| theirs.contains(look)));
    taken.then(|| msg!("register-name-staff"))
}

/// What a role is called.
pub fn role_words(role: Role) -> Message {
    match role {
        Role::Editor => msg!("role-editor"),
        Role::Chief => msg!("role-chief"),
        Role::Admin => msg!("role-admin"),
    }
}

/// Control characters, what turns a line or takes no place in it, and heaps of marks.
fn hides_something(name: &str) -> bool {
    let mut marks = 0;
    let mut before = None;
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        let joins_nothing = c == NON_JOINER
            && before.is_some_and(is_part_of_word)
            && chars.peek().copied().is_some_and(is_part_of_word);
        let odd = c.is_control()
            || c == BLANK
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffd}')
            || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if odd || marks > MAX_MARKS || (is_invisible(c) && !joins_nothing) {
            return true;
        }
        before = Some(c);
    }
    false
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Default ignorable code points (UAX 44), of which a skeleton keeps nothing.
fn is_invisible(c: char) -> bool {
    skeleton(c.encode_utf8(&mut [0; 4])).next().is_none()
}

fn speaks_for_newsroom(name: &str, site: &Site) -> bool {
    let theirs = looks(name);
    if theirs.iter().any(|look| WHOLE.contains(look)) {
        return true;
    }
    let mut words = name.split(|c: char| !is_part_of_word(c) && !c.is_numeric() && c != NON_JOINER);
    if words.any(|word| looks(word).iter().any(|look| INSIDE.contains(look))) {
        return true;
    }
    let ours = Lang::ALL
        .into_iter()
        .map(|lang| site.name(lang))
        .chain([site.name.as_str()]);
    ours.flat_map(looks).any(|ours| {
        let long = ours.chars().count() >= TELLING;
        theirs
            .iter()
            .any(|look| *look == ours || (long && look.contains(&ours)))
    })
}

/// What is left of a name to the eye: names with one of these in common look alike. By the skeleton of UTS 39, of the name
/// as it is (where `I` is like `l`) and in small letters (where it is like `i`), without marks, spaces and signs. Empty
/// when nothing is left.
fn looks(name: &str) -> Vec<String> {
    let plain: String = name.nfkc().map(like).collect();
    let small: String = plain.to_lowercase().nfkc().map(like).collect();
    let mut looks: Vec<String> = [plain, small].iter().map(|text| bare(text)).collect();
    looks.dedup();
    looks.retain(|look| !look.is_empty());
    looks
}

fn bare(text: &str) -> String {
    let seen: String = skeleton(text).collect::<String>().to_lowercase();
    seen.nfd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c) && *c != '\u{640}')
        // The skeleton has `1`, `|` and a capital `I` as `l` already.
        .map(|c| if matches!(c, 'l' | 'ı') { 'i' } else { c })
        .collect()
}

/// Letters that stand for one another on the keyboards of our readers, where UTS 39 keeps them apart.
fn like(c: char) -> char {
    match c {
        'ي' | 'ی' | 'ې' | 'ێ' => 'ى',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ە' | 'ہ' | 'ھ' => 'ه',
        'ۆ' => 'و',
        'ڵ' => 'ل',
        'ڕ' => 'ر',
        other => other,
    }
}

#[cfg(test)]
mod tests;
