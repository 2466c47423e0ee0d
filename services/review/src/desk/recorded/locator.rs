//! Where a recorded place lies, drawn without a map and without asking anybody: the place in the middle, and in which
//! direction and how far away lies what was said.

use ground::{lang::Message, msg};
use media::facts::Point;

/// Half of the drawing's side.
const HALF: f64 = 100.0;

/// How far a mark is from the middle.
const REACH: f64 = 66.0;

/// Another place, seen from the middle.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// To the right of the middle is east.
    pub(super) x: String,
    /// Below the middle is south.
    pub(super) y: String,
    pub(super) km: f64,
    /// In degrees clockwise from north.
    pub(super) bearing: f64,
}

/// Where another point lies, seen from this one.
pub(super) fn toward(point: Point, other: Point) -> Mark {
    let (km, bearing) = (kilometres(point, other), bearing(point, other));
    let angle = bearing.to_radians();
    Mark {
        x: format!("{:.1}", HALF + REACH * angle.sin()),
        y: format!("{:.1}", HALF - REACH * angle.cos()),
        km,
        bearing,
    }
}

fn kilometres(from: Point, to: Point) -> f64 {
    let place = media::facts::Place {
        point: to,
        altitude_m: None,
        accuracy_m: None,
        direction_degrees: None,
    };
    media::facts::distance(from, &place).km
}

/// In which direction another point lies, in degrees clockwise from north: the beginning of the great circle.
fn bearing(from: Point, to: Point) -> f64 {
    let [south, north] = [from.latitude, to.latitude].map(f64::to_radians);
    let east = (to.longitude - from.longitude).to_radians();
    let x = east.sin() * north.cos();
    let y = south.cos() * north.sin() - south.sin() * north.cos() * east.cos();
    x.atan2(y).to_degrees().rem_euclid(360.0)
}

/// The direction in words: eight of them.
pub(super) fn direction(bearing: f64) -> Message {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 8, as the remainder says"
    )]
    let eighth = (bearing.rem_euclid(360.0) / 45.0).round() as u8 % 8;
    match eighth {
        0 => msg!("item-north"),
        1 => msg!("item-north-east"),
        2 => msg!("item-east"),
        3 => msg!("item-south-east"),
        4 => msg!("item-south"),
        5 => msg!("item-south-west"),
        6 => msg!("item-west"),
        _ => msg!("item-north-west"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: f64, longitude: f64) -> Point {
        Point::new(latitude, longitude).unwrap()
    }

    #[test]
    fn directions_are_those_of_the_compass() {
        let erbil = point(36.191, 44.009);
        for (to, words) in [
            (point(36.337, 43.119), "item-west"),
            (point(36.867, 42.988), "item-north-west"),
            (point(35.561, 45.431), "item-south-east"),
            (point(33.315, 44.366), "item-south"),
            (point(40.0, 44.009), "item-north"),
            (point(36.2, 46.0), "item-east"),
        ] {
            assert_eq!(direction(bearing(erbil, to)).id, words);
        }
        assert_eq!(direction(359.0).id, "item-north");
        assert!(
            (bearing(point(0.0, 179.0), point(0.0, -179.0)) - 90.0).abs() < 1e-9,
            "over the date line"
        );
    }

    #[test]
    fn north_is_up_and_east_to_the_right() {
        let here = point(36.0, 44.0);
        let east = toward(here, point(36.0, 44.001));
        assert_eq!((east.x.as_str(), east.y.as_str()), ("166.0", "100.0"));
        let north = toward(here, point(36.25, 44.0));
        assert_eq!((north.x.as_str(), north.y.as_str()), ("100.0", "34.0"));
        assert!((north.km - 27.8).abs() < 0.1);
    }
}
