//! All that a file says about itself, for who wants to read it; what may say who made it is kept apart.

use media::facts::{Edit, Fact, Moment, Precision, What};

/// Fields of numbers and settings. What is in none of these lists may be a name, a serial number or a sentence: it
/// stands with the identity of who sent it.
const TECHNICAL: &[&str] = &[
    "imagewidth",
    "imageheight",
    "exifimagewidth",
    "exifimageheight",
    "orientation",
    "xresolution",
    "yresolution",
    "subfiletype",
    "rating",
    "uniquecameramodel",
    "previewdatetime",
    "exposuretime",
    "fnumber",
    "exposureprogram",
    "spectralsensitivity",
    "iso",
    "sensitivitytype",
    "recommendedexposureindex",
    "exifversion",
    "datetimeoriginal",
    "createdate",
    "modifydate",
    "offsettime",
    "offsettimeoriginal",
    "offsettimedigitized",
    "shutterspeedvalue",
    "aperturevalue",
    "brightnessvalue",
    "exposurebiasvalue",
    "maxaperturevalue",
    "subjectdistance",
    "meteringmode",
    "lightsource",
    "flash",
    "focallength",
    "subjectarea",
    "makernote",
    "subsectime",
    "subsectimeoriginal",
    "subsectimedigitized",
    "ambienttemperature",
    "humidity",
    "pressure",
    "waterdepth",
    "acceleration",
    "cameraelevationangle",
    "colorspace",
    "focalplanexresolution",
    "focalplaneyresolution",
    "subjectlocation",
    "exposureindex",
    "sensingmethod",
    "filesource",
    "scenetype",
    "customrendered",
    "exposuremode",
    "whitebalance",
    "digitalzoomratio",
    "focallengthin35mmformat",
    "scenecapturetype",
    "gaincontrol",
    "contrast",
    "saturation",
    "sharpness",
    "subjectdistancerange",
    "lensinfo",
    "lensmake",
    "lensmodel",
    "camerafirmware",
    "compositeimage",
    "compositeimagecount",
    "thumbnaillength",
    "app14",
    "handlerdescription",
    "majorbrand",
    "minorversion",
    "compatiblebrands",
    "encoder",
    "duration",
];

/// Whether a fact may say who made the file, or on which one device: a name, a number, or free words.
pub(super) fn identifies(fact: &Fact) -> bool {
    let field = fact
        .source
        .rsplit(':')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match &fact.what {
        What::CapturedAt(_)
        | What::ChangedAt(_)
        | What::Place(_)
        | What::NearestPlace(_)
        | What::Device(_)
        | What::Edit(_)
        | What::DigitalSource(_)
        | What::Bundle(_) => false,
        // Computers are named after their owners.
        What::Software(_) => field == "hostcomputer",
        What::Other(_) => !field.starts_with("gps") && !TECHNICAL.contains(&field.as_str()),
    }
}

/// What a fact says, in text.
pub(super) fn text(fact: &Fact) -> String {
    match &fact.what {
        What::CapturedAt(at) | What::ChangedAt(at) => moment(at),
        What::Place(place) => coordinates(place.point.latitude, place.point.longitude),
        What::NearestPlace(nearest) => [&nearest.name, &nearest.region, &nearest.country]
            .map(String::as_str)
            .join(", "),
        What::Device(device) => device.name(),
        What::Edit(edit) => edited(edit),
        What::Software(text) | What::DigitalSource(text) | What::Bundle(text) | What::Other(text) => {
            text.clone()
        }
    }
}

/// "36.19112, 44.00917": about a metre, and as map programs take it.
pub(super) fn coordinates(latitude: f64, longitude: f64) -> String {
    format!("{latitude:.5}, {longitude:.5}")
}

/// As the file has it: the clock, and how far that is from UTC, or that nobody knows. In plain digits: Arabic ones would
/// change places around the signs between them.
pub(super) fn moment(at: &Moment) -> String {
    let format = match at.precision {
        Precision::Second => "%Y-%m-%d %H:%M:%S",
        Precision::Minute => "%Y-%m-%d %H:%M",
        Precision::Day => "%Y-%m-%d",
        Precision::Month => "%Y-%m",
        Precision::Year => "%Y",
    };
    let zone = at.offset_minutes.map(|minutes| {
        let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
        format!(" {sign}{:02}:{:02}", minutes / 60, minutes % 60)
    });
    format!("{}{}", at.local.format(format), zone.unwrap_or_default())
}

fn edited(edit: &Edit) -> String {
    let at = edit.at.as_ref().map(moment);
    let parts = [edit.action.clone(), edit.software.clone(), at];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(source: &str, what: What) -> Fact {
        Fact {
            source: source.to_owned(),
            what,
        }
    }

    #[test]
    fn names_numbers_and_sentences_are_identity_and_settings_are_not() {
        for (source, identifying) in [
            ("exif:OwnerName", true),
            ("exif:SerialNumber", true),
            ("exif:LensSerialNumber", true),
            ("exif:CameraSerialNumber", true),
            ("exif:Artist", true),
            ("exif:Copyright", true),
            ("exif:UserComment", true),
            ("exif:ImageUniqueID", true),
            ("iptc:By-line", true),
            ("xmp:dc:creator", true),
            ("xmp:aux:OwnerName", true),
            ("xmp:xmpMM:DocumentID", true),
            ("quicktime:author", true),
            ("id3:TPE1", true),
            ("jpeg:Comment", true),
            ("made-up:Anything", true),
            ("exif:FNumber", false),
            ("exif:GPSSpeed", false),
            ("exif:LensModel", false),
            ("xmp:exif:FNumber", false),
        ] {
            assert_eq!(
                identifies(&fact(source, What::Other("x".to_owned()))),
                identifying,
                "{source}"
            );
        }
        let program = |source| identifies(&fact(source, What::Software("x".to_owned())));
        assert!(program("exif:HostComputer") && !program("exif:Software"));
    }

    #[test]
    fn a_time_says_its_zone_or_none() {
        let at = Moment {
            local: "2026-11-30T12:05:09".parse().unwrap(),
            offset_minutes: Some(-210),
            precision: Precision::Second,
        };
        assert_eq!(moment(&at), "2026-11-30 12:05:09 -03:30");
        let day = Moment {
            offset_minutes: None,
            precision: Precision::Day,
            ..at
        };
        assert_eq!(moment(&day), "2026-11-30");
        assert_eq!(coordinates(36.191_123_4, -44.0), "36.19112, -44.00000");
    }
}
