//! XMP: what programs write about a file, as XML (ISO 16684-1).
//!
//! Names are taken as they are usually written (`xmp:CreateDate`): that is how they are shown.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    list::{Edit, Facts, What},
    moment::{self, Moment},
    place::{Place, Point, parse_xmp_coordinate, plain_number},
    text::clean,
};

/// Longest packet, in bytes.
pub(super) const MAX_XMP: usize = 1024 * 1024;

/// Most steps through one packet.
const MAX_EVENTS: u32 = 50_000;

/// Deepest nesting that is followed.
const MAX_DEPTH: usize = 24;

/// Longest text of one element, in bytes.
const MAX_TEXT: usize = 8 * 1024;

/// Reads a packet and adds what it tells, as far as it is XML.
pub(super) fn read(packet: &[u8], facts: &mut Facts) {
    let packet = packet.get(..MAX_XMP).unwrap_or(packet);
    let mut walk = Walk::default();
    // Bytes that are no text end it where they stand.
    let text = match std::str::from_utf8(packet) {
        Ok(text) => text,
        Err(error) => packet
            .get(..error.valid_up_to())
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default(),
    };
    let mut reader = Reader::from_str(text);
    for _ in 0..MAX_EVENTS {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                if walk.path.len() >= MAX_DEPTH {
                    break;
                }
                walk.open(&element, facts);
            }
            Ok(Event::Empty(element)) => {
                walk.open(&element, facts);
                walk.close(facts);
            }
            Ok(Event::End(_)) => walk.close(facts),
            Ok(Event::Text(text)) => walk.push(&text.decode().unwrap_or_default()),
            Ok(Event::CData(text)) => walk.push(&text.decode().unwrap_or_default()),
            Ok(Event::GeneralRef(name)) => {
                let name = name.decode().unwrap_or_default();
                let whole = format!("&{name};");
                walk.push(&quick_xml::escape::unescape(&whole).unwrap_or_default());
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    walk.finish(facts);
}

#[derive(Default)]
struct Walk {
    path: Vec<String>,
    text: String,
    edit: Option<Edit>,
    make: Option<String>,
    model: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    altitude: Option<f64>,
    below: bool,
}

impl Walk {
    fn open(&mut self, element: &BytesStart<'_>, facts: &mut Facts) {
        self.path.push(name_of(element.name().as_ref()));
        self.text.clear();
        if self.in_history() && self.path.last().is_some_and(|name| name == "rdf:li") {
            self.edit = Some(Edit::default());
        }
        for attribute in element.attributes().with_checks(false).flatten() {
            let name = name_of(attribute.key.as_ref());
            if name.starts_with("xmlns") || name.starts_with("xml:") {
                continue;
            }
            let raw = String::from_utf8_lossy(&attribute.value).into_owned();
            let value = quick_xml::escape::unescape(&raw).unwrap_or_default();
            self.path.push(name);
            self.property(&value, facts);
            self.path.pop();
        }
    }

    fn push(&mut self, text: &str) {
        if self.text.len() + text.len() <= MAX_TEXT {
            self.text.push_str(text);
        }
    }

    fn close(&mut self, facts: &mut Facts) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.property(&text, facts);
        }
        if self.path.last().is_some_and(|name| name == "rdf:li")
            && let Some(edit) = self.edit.take()
            && edit != Edit::default()
        {
            facts.add("xmp:xmpMM:History", What::Edit(edit));
        }
        self.path.pop();
    }

    fn in_history(&self) -> bool {
        self.path.iter().any(|name| name == "xmpMM:History")
    }

    /// The names of a property and of those that it is part of, without RDF's own.
    fn names(&self) -> Vec<&str> {
        self.path
            .iter()
            .map(String::as_str)
            .filter(|name| !name.starts_with("rdf:") && !name.starts_with("x:"))
            .collect()
    }

    fn property(&mut self, text: &str, facts: &mut Facts) {
        let name = self.names().join("/");
        let Some(last) = name.rsplit('/').next().filter(|last| !last.is_empty()) else {
            return;
        };
        if let Some(edit) = &mut self.edit {
            match last {
                "stEvt:action" => edit.action = clean(text),
                "stEvt:softwareAgent" => edit.software = clean(text),
                "stEvt:when" => edit.at = moment::parse(text),
                _ => {}
            }
            return;
        }
        let source = format!("xmp:{}", name.strip_prefix("xmp:").unwrap_or(&name));
        let moment = |what: fn(Moment) -> What, facts: &mut Facts| match moment::parse(text) {
            Some(moment) => facts.add(&source, what(moment)),
            None => facts.add_text(&source, text, What::Other),
        };
        match name.as_str() {
            "exif:DateTimeOriginal"
            | "exif:DateTimeDigitized"
            | "photoshop:DateCreated"
            | "xmp:CreateDate"
            | "exif:GPSTimeStamp" => moment(What::CapturedAt, facts),
            "xmp:ModifyDate" | "xmp:MetadataDate" => moment(What::ChangedAt, facts),
            "xmp:CreatorTool" | "tiff:Software" => facts.add_text(&source, text, What::Software),
            "tiff:Make" => self.make = clean(text),
            "tiff:Model" => self.model = clean(text),
            "exif:GPSLatitude" => self.latitude = parse_xmp_coordinate(text),
            "exif:GPSLongitude" => self.longitude = parse_xmp_coordinate(text),
            "exif:GPSAltitude" => self.altitude = parse_fraction(text),
            "exif:GPSAltitudeRef" => self.below = text.trim() == "1",
            _ if last.ends_with(":DigitalSourceType") => {
                let word = text.trim().rsplit('/').next().unwrap_or_default();
                facts.add_text(&source, word, What::DigitalSource);
            }
            // Pictures in letters.
            _ if matches!(
                last,
                "xmpGImg:image" | "GImage:Data" | "GAudio:Data" | "GDepth:Data"
            ) => {}
            _ => facts.add_text(&source, text, What::Other),
        }
    }

    fn finish(self, facts: &mut Facts) {
        facts.add_device("xmp:tiff:Model", self.make.as_deref(), self.model.as_deref());
        let point = self
            .latitude
            .zip(self.longitude)
            .and_then(|(latitude, longitude)| Point::new(latitude, longitude));
        if let Some(point) = point {
            let altitude_m = self
                .altitude
                .map(|metres| if self.below { -metres } else { metres });
            let place = Place {
                altitude_m,
                ..Place::at(point)
            };
            facts.add("xmp:exif:GPSLatitude", What::Place(place));
        }
    }
}

/// A name as it is written today: the first programs wrote `xap` for `xmp`.
fn name_of(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    match name.strip_prefix("xap") {
        Some(rest) if rest.contains(':') => format!("xmp{rest}"),
        _ => name.into_owned(),
    }
}

fn parse_fraction(text: &str) -> Option<f64> {
    let (above, below) = text.trim().split_once('/').unwrap_or((text.trim(), "1"));
    let number = plain_number(above)? / plain_number(below)?;
    number.is_finite().then_some(number)
}
