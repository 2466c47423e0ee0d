//! The facts of one file.

use serde::{Deserialize, Serialize};

use super::{
    moment::Moment,
    nearest::Nearest,
    place::Place,
    text::{MAX_LETTERS, clean},
};

/// Most facts of one file.
const MAX_FACTS: usize = 400;

/// Most bytes of text of all of them.
const MAX_BYTES: usize = 128 * 1024;

/// Most letters of a source.
const MAX_SOURCE: usize = 120;

/// One fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Which field of the file says so: `exif:DateTimeOriginal`.
    pub source: String,
    /// What it says.
    #[serde(flatten)]
    pub what: What,
}

/// What a field of a file says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum What {
    /// It was taken or recorded then.
    CapturedAt(Moment),
    /// It was saved, or its data changed, then.
    ChangedAt(Moment),
    /// It was taken here.
    Place(Place),
    /// The populated place that is nearest to a [`What::Place`]; our own finding.
    NearestPlace(Nearest),
    /// It was made with this.
    Device(Device),
    /// This program made or saved it.
    Software(String),
    /// This was done to it.
    Edit(Edit),
    /// How it came to be in the words of the IPTC ("trainedAlgorithmicMedia").
    DigitalSource(String),
    /// It is a bundle of evidence of this kind ("proofmode"). It was not unpacked.
    Bundle(String),
    /// Anything else.
    Other(String),
}

/// A camera or phone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// Who made it.
    pub make: Option<String>,
    /// Which.
    pub model: Option<String>,
}

/// One thing that was done to a file, as its program wrote it down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// "saved", "converted", "c2pa.cropped".
    pub action: Option<String>,
    /// By which program.
    pub software: Option<String>,
    /// When.
    pub at: Option<Moment>,
}

impl What {
    /// The kind's name, as it is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CapturedAt(_) => "captured_at",
            Self::ChangedAt(_) => "changed_at",
            Self::Place(_) => "place",
            Self::NearestPlace(_) => "nearest_place",
            Self::Device(_) => "device",
            Self::Software(_) => "software",
            Self::Edit(_) => "edit",
            Self::DigitalSource(_) => "digital_source",
            Self::Bundle(_) => "bundle",
            Self::Other(_) => "other",
        }
    }

    fn texts(&mut self) -> Vec<&mut String> {
        match self {
            Self::CapturedAt(_) | Self::ChangedAt(_) | Self::Place(_) => Vec::new(),
            Self::NearestPlace(nearest) => vec![&mut nearest.name, &mut nearest.region, &mut nearest.country],
            Self::Device(device) => device.make.iter_mut().chain(&mut device.model).collect(),
            Self::Edit(edit) => edit.action.iter_mut().chain(&mut edit.software).collect(),
            Self::Software(text) | Self::DigitalSource(text) | Self::Bundle(text) | Self::Other(text) => {
                vec![text]
            }
        }
    }

    /// Whether it is made of numbers that can be true, and of text that is ours or clean.
    fn is_sound(&mut self) -> bool {
        let numbers = match self {
            Self::Place(place) => place.is_sound(),
            Self::NearestPlace(nearest) => nearest.is_sound(),
            _ => true,
        };
        numbers
            && self.texts().into_iter().all(|text| {
                text.len() <= 4 * MAX_LETTERS && clean(text).is_none_or(|cleaned| cleaned == *text)
            })
    }
}

impl Device {
    /// Make and model, as far as they are known.
    pub fn name(&self) -> String {
        [self.make.as_deref(), self.model.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// What one file tells, in the order in which it stands there; bounded in number and length.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    list: Vec<Fact>,
    /// There was more than is kept.
    pub cut: bool,
}

impl Facts {
    /// Those that were kept.
    pub(crate) fn from_rows(list: Vec<Fact>, cut: bool) -> Self {
        Self { list, cut }
    }

    /// All of them.
    pub fn list(&self) -> &[Fact] {
        &self.list
    }

    /// When it was taken, in the order of the sources.
    pub fn captured_at(&self) -> impl Iterator<Item = &Moment> {
        self.list.iter().filter_map(|fact| match &fact.what {
            What::CapturedAt(moment) => Some(moment),
            _ => None,
        })
    }

    /// Where it was taken, in the order of the sources.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.list.iter().filter_map(|fact| match &fact.what {
            What::Place(place) => Some(place),
            _ => None,
        })
    }

    /// Whether a child's answer keeps to the bounds that [`Facts::add`] keeps: one that was taken over may say anything.
    pub(crate) fn is_sound(&mut self) -> bool {
        let bytes: usize = self.list.iter_mut().map(bytes_of).sum();
        bytes <= MAX_BYTES
            && self.list.len() <= MAX_FACTS
            && self.list.iter_mut().all(|fact| {
                fact.source.chars().count() <= MAX_SOURCE
                    && fact.source.chars().all(is_plain)
                    && fact.what.is_sound()
            })
    }

    /// Puts one more to the list, if it is new and there is room.
    pub(super) fn add(&mut self, source: &str, mut what: What) {
        for text in what.texts() {
            *text = clean(text).unwrap_or_default();
        }
        if !what.is_sound() {
            return;
        }
        let source: String = source
            .chars()
            .map(|letter| if is_plain(letter) { letter } else { '_' })
            .take(MAX_SOURCE)
            .collect();
        let mut fact = Fact { source, what };
        if self.list.contains(&fact) {
            return;
        }
        let bytes: usize = self.list.iter_mut().map(bytes_of).sum();
        if self.list.len() >= MAX_FACTS || bytes + bytes_of(&mut fact) > MAX_BYTES {
            self.cut = true;
            return;
        }
        self.list.push(fact);
    }

    /// Puts text to the list, unless it is empty.
    pub(super) fn add_text(&mut self, source: &str, text: &str, what: impl FnOnce(String) -> What) {
        if let Some(text) = clean(text) {
            self.add(source, what(text));
        }
    }

    /// Puts a moment to the list, if there is one.
    pub(super) fn add_moment(&mut self, source: &str, moment: Option<Moment>, what: fn(Moment) -> What) {
        if let Some(moment) = moment {
            self.add(source, what(moment));
        }
    }

    /// Puts a place to the list, if there is one.
    pub(super) fn add_place(&mut self, source: &str, place: Option<Place>) {
        if let Some(place) = place {
            self.add(source, What::Place(place));
        }
    }

    /// Puts a device to the list, unless nothing is known of it.
    pub(super) fn add_device(&mut self, source: &str, make: Option<&str>, model: Option<&str>) {
        let [make, model] = [make, model].map(|text| text.and_then(clean));
        if make.is_some() || model.is_some() {
            self.add(source, What::Device(Device { make, model }));
        }
    }
}

/// What sources are written with.
fn is_plain(letter: char) -> bool {
    letter.is_ascii_graphic() || letter == ' ' || letter == '©'
}

fn bytes_of(fact: &mut Fact) -> usize {
    fact.source.len()
        + fact
            .what
            .texts()
            .into_iter()
            .map(|text| text.len())
            .sum::<usize>()
}
