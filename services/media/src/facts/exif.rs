//! What the fields of EXIF mean (CIPA DC-008).

use super::{
    exif_names::name_of,
    list::{Facts, What},
    moment::{self, Moment},
    place::{Place, Point},
    text::{decode, decode_utf16},
    tiff::{Directory, Entry, entries},
};

/// Most numbers of one field that are shown.
const NUMBERS: usize = 12;

/// Longest block of EXIF, in bytes.
pub(super) const MAX_EXIF: usize = 1024 * 1024;

/// Reads an EXIF block, from its TIFF header or from the words before it, and adds what it tells.
pub(super) fn read(block: &[u8], facts: &mut Facts) {
    let tiff = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
    let fields = Fields(entries(tiff));
    fields.times(facts);
    fields.place(facts);
    let text = |tag| fields.text(Directory::Image, tag);
    let (make, model) = (text(0x010F), text(0x0110));
    facts.add_device("exif:Model", make.as_deref(), model.as_deref());
    for entry in &fields.0 {
        other(entry, facts);
    }
}

/// A field of a time: where it stands, its number, those of its fraction and its zone, and what it means.
type Time = (Directory, u16, u16, u16, fn(Moment) -> What);

struct Fields<'a>(Vec<Entry<'a>>);

impl<'a> Fields<'a> {
    fn find(&self, directory: Directory, tag: u16) -> Option<&Entry<'a>> {
        self.0
            .iter()
            .find(|entry| (entry.directory, entry.tag) == (directory, tag))
    }

    fn text(&self, directory: Directory, tag: u16) -> Option<String> {
        self.find(directory, tag).map(|entry| decode(entry.bytes()))
    }

    fn number(&self, tag: u16) -> Option<f64> {
        let number = self.find(Directory::Gps, tag)?.numbers().next()?;
        number.is_finite().then_some(number)
    }

    fn times(&self, facts: &mut Facts) {
        use Directory::{Exif, Image};
        const TIMES: [Time; 3] = [
            (Exif, 0x9003, 0x9291, 0x9011, What::CapturedAt),
            (Exif, 0x9004, 0x9292, 0x9012, What::CapturedAt),
            (Image, 0x0132, 0x9290, 0x9010, What::ChangedAt),
        ];
        for (directory, tag, fraction, offset, what) in TIMES {
            let Some(text) = self.text(directory, tag) else {
                continue;
            };
            let fraction = self.text(Exif, fraction).unwrap_or_default();
            // A time that has its zone in the wrong field keeps it.
            let moment = moment::parse(&format!("{}.{}", text.trim(), fraction.trim()))
                .or_else(|| moment::parse(&text))
                .map(|moment| {
                    moment.with_offset(self.text(Exif, offset).as_deref().and_then(moment::parse_offset))
                });
            let source = format!("exif:{}", name_of(directory, tag).unwrap_or_default());
            match moment {
                Some(moment) => facts.add(&source, what(moment)),
                None => facts.add_text(&source, &text, What::Other),
            }
        }
        facts.add_moment("exif:GPSDateStamp", self.satellite_time(), What::CapturedAt);
    }

    /// The time that satellites told, of UTC.
    fn satellite_time(&self) -> Option<Moment> {
        let date = self.text(Directory::Gps, 0x001D)?;
        let clock = self.find(Directory::Gps, 0x0007)?;
        let parts: Vec<f64> = clock.numbers().take(3).collect();
        let [hour, minute, second] = parts[..] else {
            return None;
        };
        let sound =
            (0.0..24.0).contains(&hour) && (0.0..60.0).contains(&minute) && (0.0..61.0).contains(&second);
        sound.then(|| {
            moment::parse(&format!(
                "{} {hour:.0}:{minute:.0}:{:.0}Z",
                date.trim(),
                second.floor()
            ))
        })?
    }

    fn place(&self, facts: &mut Facts) {
        let coordinate = |reference: u16, negative: [u8; 2]| {
            let parts: Vec<f64> = self
                .find(Directory::Gps, reference + 1)?
                .numbers()
                .take(3)
                .collect();
            // A camera that knew no minutes wrote none, or a fraction of nothing.
            let mut degrees = *parts.first()?;
            for (part, scale) in parts.iter().skip(1).zip([60.0, 3600.0]) {
                degrees += if part.is_nan() { 0.0 } else { part / scale };
            }
            let side = self.find(Directory::Gps, reference)?.bytes().first()?;
            Some(if negative.contains(side) {
                -degrees
            } else {
                degrees
            })
        };
        let (latitude, longitude) = (coordinate(0x0001, *b"Ss"), coordinate(0x0003, *b"Ww"));
        let point = latitude
            .zip(longitude)
            .and_then(|(latitude, longitude)| Point::new(latitude, longitude));
        if let Some(point) = point {
            let below = self.number(0x0005) == Some(1.0);
            let place = Place {
                point,
                altitude_m: self
                    .number(0x0006)
                    .map(|metres| if below { -metres } else { metres }),
                accuracy_m: self.number(0x001F),
                direction_degrees: self.number(0x0011),
            };
            facts.add("exif:GPSLatitude", What::Place(place));
        }
    }
}

/// All the rest, by its name.
fn other(entry: &Entry<'_>, facts: &mut Facts) {
    if matches!(
        (entry.directory, entry.tag),
        (Directory::Image, 0x010F | 0x0110 | 0x0132) | (Directory::Exif, 0x9003 | 0x9004)
    ) {
        return;
    }
    let Some(name) = name_of(entry.directory, entry.tag) else {
        return;
    };
    let source = match entry.directory {
        Directory::Thumbnail => format!("exif-thumbnail:{name}"),
        _ => format!("exif:{name}"),
    };
    let what = match (entry.directory, entry.tag) {
        (Directory::Image, 0x000B | 0x0131) | (Directory::Exif, 0xA43A..=0xA43C) => What::Software,
        _ => What::Other,
    };
    let text = match entry.tag {
        // A camera's own notes; that they are there and whole is what can be said of them.
        0x927C => format!("{} bytes", entry.bytes().len()),
        0x9286 | 0x001B | 0x001C => with_character_code(entry),
        // Windows' fields, in UTF-16.
        0x9C9B..=0x9C9F => decode_utf16(entry.bytes(), true),
        _ if entry.is_text() => decode(entry.bytes()),
        _ if entry.is_undefined() => printable(entry.bytes()),
        _ => numbers(entry),
    };
    facts.add_text(&source, &text, what);
}

fn with_character_code(entry: &Entry<'_>) -> String {
    let bytes = entry.bytes();
    match bytes.split_first_chunk() {
        Some((b"UNICODE\0", text)) => decode_utf16(text, entry.little()),
        Some((b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0", text)) => decode(text),
        _ => decode(bytes),
    }
}

/// Short plain text, or nothing.
fn printable(bytes: &[u8]) -> String {
    let text = decode(bytes);
    let plain = text.len() <= 64
        && text
            .chars()
            .all(|letter| letter.is_ascii_graphic() || letter == ' ');
    if plain { text } else { String::new() }
}

fn numbers(entry: &Entry<'_>) -> String {
    let shown: Vec<String> = entry
        .numbers()
        .filter(|number| number.is_finite())
        .take(NUMBERS)
        .map(|number| {
            let short = format!("{number:.6}");
            short.trim_end_matches('0').trim_end_matches('.').to_owned()
        })
        .collect();
    shown.join(" ")
}
