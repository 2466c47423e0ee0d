//! What an editor makes of a contribution: the form as it was typed, and the draft that it holds when it is
//! good. Pure: no database, no clock.

pub(crate) mod tags;

use std::collections::HashMap;

use ground::{ids::MediaId, lang::Lang, msg, web::Problems};
use review::{Consent, Submission};

use self::tags::Tag;
use crate::{
    store::compose::{Picture, Story},
    text,
};

/// The longest title, in characters.
pub(crate) const TITLE_CHARS: usize = 200;
/// The longest text, in characters.
pub(crate) const BODY_CHARS: usize = 50_000;
/// The longest byline or place, in characters.
pub(crate) const NAME_CHARS: usize = 120;
/// The longest caption or description of a picture, in characters.
pub(crate) const CAPTION_CHARS: usize = 1_000;
/// The longest note of what was checked or put right, in characters.
pub(crate) const NOTE_CHARS: usize = 2_000;

/// The form as it was typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct ComposeForm {
    /// Of the story that the editor saw; 0 when there was none yet.
    pub(crate) version: i32,
    pub(crate) title: String,
    pub(crate) body: String,
    /// A language's code, or whatever was sent in its place.
    pub(crate) language: String,
    /// The name that the contributor gave stands with the story. It is put in when the story is written: the desk does not
    /// see it.
    pub(crate) by_their_name: bool,
    /// Otherwise: other words, or none.
    pub(crate) byline: String,
    pub(crate) place: String,
    /// Labels, with commas between them.
    pub(crate) tags: String,
    /// What the desk checked, for readers.
    pub(crate) checked_note: String,
    /// What was put right after it was public.
    pub(crate) correction: String,
    /// One for each picture that there is to choose from.
    pub(crate) pictures: Vec<PictureForm>,
}

/// One picture in the form.
#[derive(Clone, Debug)]
pub(crate) struct PictureForm {
    pub(crate) media_id: MediaId,
    pub(crate) used: bool,
    /// Its place among those used, as typed.
    pub(crate) order: String,
    pub(crate) caption: String,
    pub(crate) alt: String,
}

/// What a story will say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) language: Lang,
    pub(crate) byline: Option<String>,
    pub(crate) place: Option<String>,
    /// As the newsroom put them.
    pub(crate) tags: Vec<Tag>,
    /// Empty: nothing is said.
    pub(crate) checked_note: String,
    /// Empty: nothing had to be put right.
    pub(crate) correction: String,
    /// In their order.
    pub(crate) pictures: Vec<Chosen>,
}

/// A picture that a story will show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) media_id: MediaId,
    pub(crate) caption: String,
    pub(crate) alt: String,
}

impl ComposeForm {
    /// The form for a contribution of which no story was made yet: a copy of what was sent.
    pub(crate) fn of_submission(submission: &Submission, available: &[MediaId]) -> Self {
        let named = submission.consent == Consent::Named;
        Self {
            version: 0,
            title: submission.title.clone(),
            body: submission.body.clone(),
            language: submission.language.code().to_owned(),
            by_their_name: named && submission.contributor_name.is_some(),
            byline: String::new(),
            place: submission.place.clone().unwrap_or_default(),
            tags: String::new(),
            checked_note: String::new(),
            correction: String::new(),
            pictures: (1..)
                .zip(available)
                .map(|(order, media_id)| PictureForm {
                    media_id: *media_id,
                    used: true,
                    order: order.to_string(),
                    caption: String::new(),
                    alt: String::new(),
                })
                .collect(),
        }
    }

    /// The form for a story that is there. Pictures that it does not use follow those that it does.
    pub(crate) fn of_story(
        story: &Story,
        submission: &Submission,
        pictures: &[Picture],
        available: &[MediaId],
    ) -> Self {
        let by_their_name = story.byline.is_some() && story.byline == submission.contributor_name;
        let used = (1..).zip(pictures).map(|(order, picture)| PictureForm {
            media_id: picture.media_id,
            used: true,
            order: order.to_string(),
            caption: picture.caption.clone(),
            alt: picture.alt.clone(),
        });
        let unused = available
            .iter()
            .filter(|id| pictures.iter().all(|picture| picture.media_id != **id));
        let unused = unused.map(|media_id| PictureForm {
            media_id: *media_id,
            used: false,
            order: String::new(),
            caption: String::new(),
            alt: String::new(),
        });
        Self {
            version: story.version,
            title: story.title.clone(),
            body: story.body.clone(),
            language: story.language.code().to_owned(),
            by_their_name,
            byline: story
                .byline
                .clone()
                .filter(|_| !by_their_name)
                .unwrap_or_default(),
            place: story.place.clone().unwrap_or_default(),
            tags: tags::typed(&story.tags),
            checked_note: story.checked_note.clone(),
            correction: story.correction.clone(),
            pictures: used.chain(unused).collect(),
        }
    }

    /// Reads what a browser sent. Fields that are missing are empty; pictures that are not `available` are
    /// not seen at all, so nobody can publish a picture of another contribution.
    pub(crate) fn read(pairs: &[(String, String)], available: &[MediaId]) -> Self {
        let fields: HashMap<&str, &str> = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let field = |name: &str| fields.get(name).copied().unwrap_or_default();
        let used = |id: &str| pairs.iter().any(|(name, value)| name == "use" && value == id);
        Self {
            version: field("version").parse().unwrap_or_default(),
            title: text::line(field("title")),
            body: text::lines(field("body")),
            language: field("language").to_owned(),
            by_their_name: field("credit") == "name",
            byline: text::line(field("byline")),
            place: text::line(field("place")),
            tags: text::line(field("tags")),
            checked_note: text::lines(field("checked_note")),
            correction: text::lines(field("correction")),
            pictures: available
                .iter()
                .map(|media_id| {
                    let id = media_id.to_string();
                    PictureForm {
                        media_id: *media_id,
                        used: used(&id),
                        order: field(&format!("order-{id}")).trim().to_owned(),
                        caption: text::line(field(&format!("caption-{id}"))),
                        alt: text::line(field(&format!("alt-{id}"))),
                    }
                })
                .collect(),
        }
    }

    /// The draft, or everything that is wrong with it. Without the consent to be named there is no byline,
    /// whatever was sent.
    pub(crate) fn check(&self, submission: &Submission) -> Result<Draft, Problems> {
        self.check_as(submission.consent, submission.contributor_name.as_deref())
    }

    /// The same, with what decides about the byline.
    pub(crate) fn check_as(&self, consent: Consent, their_name: Option<&str>) -> Result<Draft, Problems> {
        let mut problems = Problems::default();
        if self.title.is_empty() {
            problems.add("title", msg!("compose-title-missing"));
        } else if is_longer(&self.title, TITLE_CHARS) {
            problems.add(
                "title",
                msg!("compose-title-too-long").n("max", limit(TITLE_CHARS)),
            );
        }
        if self.body.is_empty() && self.pictures.iter().all(|picture| !picture.used) {
            problems.add("body", msg!("compose-body-missing"));
        } else if is_longer(&self.body, BODY_CHARS) {
            problems.add("body", msg!("compose-body-too-long").n("max", limit(BODY_CHARS)));
        }
        let language = Lang::from_code(&self.language);
        if language.is_none() {
            problems.add("language", msg!("compose-language-missing"));
        }
        let byline = if self.by_their_name {
            their_name.map(str::to_owned)
        } else {
            text::some(self.byline.clone())
        };
        let byline = byline.filter(|_| consent == Consent::Named);
        if byline
            .as_ref()
            .is_some_and(|byline| is_longer(byline, NAME_CHARS))
        {
            problems.add(
                "byline",
                msg!("compose-byline-too-long").n("max", limit(NAME_CHARS)),
            );
        }
        if is_longer(&self.place, NAME_CHARS) {
            problems.add(
                "place",
                msg!("compose-place-too-long").n("max", limit(NAME_CHARS)),
            );
        }
        let tags = tags::read(&self.tags, &mut problems);
        for (field, note) in [
            ("checked_note", &self.checked_note),
            ("correction", &self.correction),
        ] {
            if is_longer(note, NOTE_CHARS) {
                problems.add(field, msg!("story-note-too-long").n("max", limit(NOTE_CHARS)));
            }
        }
        let pictures = self.chosen(&mut problems);
        match language {
            Some(language) if problems.is_empty() => Ok(Draft {
                title: self.title.clone(),
                body: self.body.clone(),
                language,
                byline,
                place: text::some(self.place.clone()),
                tags,
                checked_note: self.checked_note.clone(),
                correction: self.correction.clone(),
                pictures,
            }),
            _ => Err(problems),
        }
    }

    fn chosen(&self, problems: &mut Problems) -> Vec<Chosen> {
        let mut chosen: Vec<(u16, &PictureForm)> = Vec::new();
        for picture in self.pictures.iter().filter(|picture| picture.used) {
            // No number means: after those that have one.
            let order = if picture.order.is_empty() {
                Ok(u16::MAX)
            } else {
                picture.order.parse()
            };
            match order {
                Ok(order) => chosen.push((order, picture)),
                Err(_) => problems.add("pictures", msg!("compose-order-not-a-number")),
            }
            if is_longer(&picture.caption, CAPTION_CHARS) || is_longer(&picture.alt, CAPTION_CHARS) {
                problems.add(
                    "pictures",
                    msg!("compose-caption-too-long").n("max", limit(CAPTION_CHARS)),
                );
            }
        }
        chosen.sort_by_key(|(order, _)| *order);
        chosen
            .into_iter()
            .map(|(_, picture)| Chosen {
                media_id: picture.media_id,
                caption: picture.caption.clone(),
                alt: picture.alt.clone(),
            })
            .collect()
    }
}

impl Draft {
    /// Whether a stored story says exactly this already: then whoever sent it twice gets what they wanted.
    pub(crate) fn is(&self, story: &Story, pictures: &[Picture]) -> bool {
        self.title == story.title
            && self.body == story.body
            && self.language == story.language
            && self.byline == story.byline
            && self.place == story.place
            && self.tags == story.tags
            && self.checked_note == story.checked_note
            && self.correction == story.correction
            && self.pictures.len() == pictures.len()
            && self.pictures.iter().zip(pictures).all(|(chosen, picture)| {
                chosen.media_id == picture.media_id
                    && chosen.caption == picture.caption
                    && chosen.alt == picture.alt
            })
    }
}

fn is_longer(text: &str, chars: usize) -> bool {
    text.chars().nth(chars).is_some()
}

fn limit(chars: usize) -> i64 {
    i64::try_from(chars).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
