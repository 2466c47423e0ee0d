//! What a story is about, in words of the newsroom: read from one line of the form. Pure.

use ground::{msg, web::Problems};

use super::{is_longer, limit};
use crate::search;

/// So many tags has a story at most.
pub(crate) const TAGS: usize = 12;
/// The longest tag, in characters.
pub(crate) const TAG_CHARS: usize = 60;

/// A tag of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Folded: tags that are typed differently and mean the same are one.
    pub(crate) tag: String,
    /// As the newsroom writes it.
    pub(crate) label: String,
}

/// The tags of a line: between them stand commas, of any script. One that stands there twice counts once.
pub(super) fn read(typed: &str, problems: &mut Problems) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for label in typed.split([',', '،', '؛', ';']) {
        let label = label.trim().trim_start_matches('#').trim_start();
        let tag = search::key(label);
        if tag.is_empty() || tags.iter().any(|held| held.tag == tag) {
            continue;
        }
        if is_longer(label, TAG_CHARS) {
            problems.add("tags", msg!("story-tag-too-long").n("max", limit(TAG_CHARS)));
            return Vec::new();
        }
        tags.push(Tag {
            tag,
            label: label.to_owned(),
        });
    }
    if tags.len() > TAGS {
        problems.add("tags", msg!("story-tags-too-many").n("max", limit(TAGS)));
    }
    tags
}

/// Tags as they are typed.
pub(super) fn typed(tags: &[Tag]) -> String {
    let labels: Vec<_> = tags.iter().map(|tag| tag.label.as_str()).collect();
    labels.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(typed: &str) -> Vec<String> {
        let mut problems = Problems::default();
        let tags = read(typed, &mut problems);
        assert!(problems.is_empty());
        tags.into_iter().map(|tag| tag.label).collect()
    }

    #[test]
    fn commas_of_every_script_part_tags_and_one_that_is_typed_twice_counts_once() {
        assert_eq!(labels("Flood, river"), ["Flood", "river"]);
        assert_eq!(
            labels("لافاو، ڕووبار؛ Çem; #Flood"),
            ["لافاو", "ڕووبار", "Çem", "Flood"]
        );
        assert_eq!(labels("كردستان, کوردستان, کردستان"), ["كردستان", "کوردستان"]);
        assert_eq!(labels("Flood,FLOOD, flood "), ["Flood"]);
        assert!(labels(" , #, !!! ,").is_empty());
    }

    #[test]
    fn what_was_typed_comes_back_and_is_the_same() {
        let mut problems = Problems::default();
        let tags = read("New York, لافاو", &mut problems);
        assert_eq!(read(&typed(&tags), &mut problems), tags);
    }

    #[test]
    fn too_many_and_too_long_ones_are_said() {
        let many: Vec<_> = (0..=TAGS).map(|n| format!("tag{n}")).collect();
        for typed in [many.join(","), "x".repeat(TAG_CHARS + 1)] {
            let mut problems = Problems::default();
            read(&typed, &mut problems);
            assert!(problems.of("tags").is_some());
        }
    }
}
