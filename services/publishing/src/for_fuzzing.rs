//! Doors to the readers of addresses and forms for `tests/fuzz`, which is another crate. Always compiled, so that the
//! program that is fuzzed is the program that runs.

use ground::{ids::StoryId, lang::Lang};
use review::Consent;

use crate::{draft::ComposeForm, elsewhere, find, picture, slug, text};

/// The address of the public copy that a file name means.
pub fn picture_address(file: &str) -> Option<String> {
    picture::parse_file(file).map(|(name, rendition)| picture::address(&name, rendition))
}

/// A place in the list of stories: microseconds and id.
pub fn place(told: &str) -> Option<(i64, StoryId)> {
    find::parse_place(told).map(|(at, id)| (at.timestamp_micros(), id))
}

/// The readable part of a story's address, and the address.
pub fn slug(title: &str, lang: Lang, id: StoryId) -> (String, String) {
    let slug = slug::slug(title, lang, id);
    let path = slug::path_of(&slug);
    (slug, path)
}

/// What a story would say: title, body, byline, place. Without pictures.
pub fn story(pairs: &[(String, String)], named: bool) -> Option<[Option<String>; 4]> {
    let consent = if named { Consent::Named } else { Consent::Anonymous };
    let draft = ComposeForm::read(pairs, &[]).check_as(consent, None).ok()?;
    Some([Some(draft.title), Some(draft.body), draft.byline, draft.place])
}

/// The paragraphs of a text, and its beginning.
pub fn shown(typed: &str, graphemes: usize) -> (Vec<Vec<String>>, String) {
    let owned = |lines: Vec<&str>| lines.into_iter().map(str::to_owned).collect();
    let paragraphs = text::paragraphs(typed).into_iter().map(owned).collect();
    (paragraphs, text::teaser(typed, graphemes))
}

/// The headlines of a feed: title, address, teaser.
pub fn feed(bytes: &[u8]) -> Vec<(String, String, String)> {
    elsewhere::headlines(bytes)
}
