//! What was claimed against what was recorded.

use chrono_tz::Tz;

use super::super::{Moment, Place, Point, distance, hours_apart, moment::parse};

fn moment(text: &str) -> Moment {
    parse(text).unwrap()
}

fn point(latitude: f64, longitude: f64) -> Point {
    Point::new(latitude, longitude).unwrap()
}

#[test]
fn kilometres_are_those_of_the_great_circle() {
    let (erbil, sulaymaniyah) = (point(36.1911, 44.0092), point(35.5613, 45.4306));
    for (claimed, recorded, km) in [
        (erbil, erbil, 0.0),
        (erbil, sulaymaniyah, 146.0),
        // Published airport distances, by the great circle.
        (point(51.4706, -0.461_9), point(40.6398, -73.7789), 5540.0),
        // Over the date line, not around the world.
        (point(-17.7, 179.9), point(-17.7, -179.9), 21.2),
        (point(90.0, 0.0), point(90.0, 120.0), 0.0),
        (point(0.0, 0.0), point(0.0, 180.0), 20_015.1),
        (point(90.0, 0.0), point(-90.0, 77.0), 20_015.1),
    ] {
        let found = distance(claimed, &Place::at(recorded));
        assert!((found.km - km).abs() < 0.005 * km + 0.05, "{found:?} is not {km}");
        let back = distance(recorded, &Place::at(claimed));
        assert!((found.km - back.km).abs() < 1e-9);
    }
}

#[test]
fn a_cameras_doubt_is_told_with_the_distance() {
    let mut place = Place::at(point(36.19, 44.01));
    assert_eq!(distance(place.point, &place).accuracy_km, None);
    place.accuracy_m = Some(250.0);
    assert_eq!(distance(place.point, &place).accuracy_km, Some(0.25));
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn hours_count_zones_and_are_no_more_precise_than_what_was_said() {
    const NOWHERE: Option<Tz> = None;
    let (baghdad, istanbul, berlin) = (Tz::Asia__Baghdad, Tz::Europe__Istanbul, Tz::Europe__Berlin);
    for (claimed, newsroom, recorded, clock, least, most) in [
        // A claim without a zone is the newsroom's: three hours before UTC.
        (
            "2024-05-01T15:00:00",
            baghdad,
            "2024-05-01T12:00:00Z",
            NOWHERE,
            0.0,
            0.0,
        ),
        (
            "2024-05-01T15:00:00",
            baghdad,
            "2024-05-01T15:00:00Z",
            NOWHERE,
            3.0,
            3.0,
        ),
        // One with a zone keeps it.
        (
            "2024-05-01T15:00:00Z",
            baghdad,
            "2024-05-01T15:00:00Z",
            NOWHERE,
            0.0,
            0.0,
        ),
        (
            "2024-05-01T15:00:00+05:30",
            baghdad,
            "2024-05-01T13:00:00+03:00",
            NOWHERE,
            0.5,
            0.5,
        ),
        // Recorded without a zone: any on Earth, from 14 hours before UTC to 12 behind.
        (
            "2024-05-01T15:00:00",
            baghdad,
            "2024:05:01 15:00:00",
            NOWHERE,
            -11.0,
            15.0,
        ),
        // … or the one that the editor takes for the camera's.
        (
            "2024-05-01T15:00:00",
            baghdad,
            "2024:05:01 15:00:00",
            Some(baghdad),
            0.0,
            0.0,
        ),
        (
            "2024-05-01T15:00:00",
            baghdad,
            "2024:05:01 15:00:00",
            Some(berlin),
            1.0,
            1.0,
        ),
        // The day before, across midnight and across months.
        (
            "2024-03-01T00:30:00",
            istanbul,
            "2024-02-29T21:00:00Z",
            NOWHERE,
            -0.5,
            -0.5,
        ),
        // A day is claimed: 24 hours of it.
        (
            "2024-05-01",
            baghdad,
            "2024-05-01T12:00:00+03:00",
            NOWHERE,
            -12.0,
            12.0,
        ),
        (
            "2024-05-01",
            baghdad,
            "2024-05-03T12:00:00+03:00",
            NOWHERE,
            36.0,
            60.0,
        ),
        (
            "2024-05",
            baghdad,
            "2024-05-01T00:00:00+03:00",
            NOWHERE,
            -744.0,
            0.0,
        ),
        // Clocks are put back: half past two is twice.
        (
            "2024-10-27T02:30:00",
            berlin,
            "2024-10-27T00:30:00Z",
            NOWHERE,
            -1.0,
            0.0,
        ),
        // Clocks are put forward: half past two is never.
        (
            "2024-03-31T02:30:00",
            berlin,
            "2024-03-31T01:00:00Z",
            NOWHERE,
            -0.5,
            0.5,
        ),
    ] {
        let apart = hours_apart(&moment(claimed), newsroom, &moment(recorded), clock);
        let close = (apart.least - least).abs() < 1e-9 && (apart.most - most).abs() < 1e-9;
        assert!(close, "{claimed} and {recorded}: {apart:?}");
        assert_eq!(apart.may_agree(), least <= 0.0 && most >= 0.0);
    }
}

#[test]
fn the_gap_is_the_least_that_lies_between() {
    let zone = Tz::Asia__Baghdad;
    let gap = |claimed, recorded| hours_apart(&moment(claimed), zone, &moment(recorded), None).gap();
    assert!(gap("2024-05-01", "2024-05-01T12:00:00+03:00").abs() < 1e-9);
    assert!((gap("2024-05-01", "2024-05-03T12:00:00+03:00") - 36.0).abs() < 1e-9);
    assert!((gap("2024-05-01T15:00:00", "2024-04-30T15:00:00+03:00") - 24.0).abs() < 1e-9);
    assert!((gap("2024-05-01T15:00:00", "2020:05:01 15:00:00") - 35_061.0 + 12.0).abs() < 24.0);
}
