//! A point on Earth as a file has it.

use serde::{Deserialize, Serialize};

/// Degrees north and east.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north; negative is south.
    pub latitude: f64,
    /// Degrees east; negative is west.
    pub longitude: f64,
}

impl Point {
    /// A point, if there is one on Earth.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let on_earth = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        on_earth.then_some(Self { latitude, longitude })
    }
}

/// Where a camera was.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// There.
    #[serde(flatten)]
    pub point: Point,
    /// Metres above the sea.
    pub altitude_m: Option<f64>,
    /// It was at most so many metres from there, the camera thought.
    pub accuracy_m: Option<f64>,
    /// Where it looked, in degrees clockwise from north.
    pub direction_degrees: Option<f64>,
}

impl Place {
    pub(super) fn at(point: Point) -> Self {
        Self {
            point,
            altitude_m: None,
            accuracy_m: None,
            direction_degrees: None,
        }
    }

    /// Whether it is on Earth, and nothing about it cannot be.
    pub(super) fn is_sound(&self) -> bool {
        let finite = |number: Option<f64>| number.is_none_or(f64::is_finite);
        Point::new(self.point.latitude, self.point.longitude).is_some()
            && finite(self.altitude_m)
            && finite(self.accuracy_m)
            && finite(self.direction_degrees)
    }
}

/// Reads ISO 6709's short form: `+40.6892-074.0445+10.000/`, with degrees, minutes and seconds in one number, too
/// (`+404121.1-0740240.2/`).
pub(super) fn parse_iso6709(text: &str) -> Option<Place> {
    let text = text.trim_matches(|letter: char| letter == '\0' || letter.is_whitespace());
    // The reference system may follow ("CRSWGS_84").
    let text = text.split(['/', 'C']).next()?;
    let mut starts = text.match_indices(['+', '-']).map(|(at, _)| at);
    let (first, second, third) = (starts.next()?, starts.next()?, starts.next());
    if first != 0 || starts.next().is_some() {
        return None;
    }
    let latitude = degrees(text.get(..second)?, 2)?;
    let longitude = degrees(text.get(second..third.unwrap_or(text.len()))?, 3)?;
    let mut place = Place::at(Point::new(latitude, longitude)?);
    if let Some(third) = third {
        place.altitude_m = plain_number(text.get(third..)?);
    }
    Some(place)
}

/// `whole`: how many digits degrees have; two more before the point are minutes, and two more seconds.
fn degrees(text: &str, whole: usize) -> Option<f64> {
    let (sign, digits) = (text.get(..1)?, text.get(1..)?);
    let before_point = digits.find('.').unwrap_or(digits.len());
    let degrees = match before_point.checked_sub(whole) {
        Some(2) => {
            let (degrees, minutes) = digits.split_at_checked(whole)?;
            plain_number(degrees)? + plain_number(minutes)? / 60.0
        }
        Some(4) => {
            let (degrees, rest) = digits.split_at_checked(whole)?;
            let (minutes, seconds) = rest.split_at_checked(2)?;
            plain_number(degrees)? + plain_number(minutes)? / 60.0 + plain_number(seconds)? / 3600.0
        }
        _ => plain_number(digits)?,
    };
    Some(if sign == "-" { -degrees } else { degrees })
}

/// A decimal number, without exponents and names of numbers.
pub(super) fn plain_number(text: &str) -> Option<f64> {
    let plain = text
        .bytes()
        .all(|letter| letter.is_ascii_digit() || matches!(letter, b'.' | b'+' | b'-'));
    (plain && text.len() <= 40).then(|| text.parse().ok())?
}

/// Reads a coordinate of XMP: `41,51.18N`, `41,51,11N`, and plain degrees.
pub(super) fn parse_xmp_coordinate(text: &str) -> Option<f64> {
    let text = text.trim();
    let Some(hemisphere @ (b'N' | b'S' | b'E' | b'W')) = text.bytes().last() else {
        return plain_number(text);
    };
    let mut degrees = 0.0;
    for (part, scale) in text.get(..text.len() - 1)?.split(',').zip([1.0, 60.0, 3600.0]) {
        degrees += plain_number(part)? / scale;
    }
    Some(if matches!(hemisphere, b'S' | b'W') {
        -degrees
    } else {
        degrees
    })
}
