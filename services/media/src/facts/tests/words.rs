//! Times and places as files write them.

use super::super::{
    Moment, Precision,
    moment::{parse, parse_offset, since},
    place::{Point, parse_iso6709, parse_xmp_coordinate},
    text::{clean, decode},
};

fn shown(moment: Option<Moment>) -> String {
    let Some(moment) = moment else {
        return "nothing".to_owned();
    };
    let zone = moment
        .offset_minutes
        .map_or_else(|| "no zone".to_owned(), |minutes| minutes.to_string());
    format!("{:?} {zone} {:?}", moment.local, moment.precision)
}

#[test]
fn times_are_read_as_they_are_written_and_no_zone_is_made_up() {
    for (text, expected) in [
        ("2020:05:04 18:39:11", "2020-05-04T18:39:11 no zone Second"),
        ("2020:05:04 18:39:11.25", "2020-05-04T18:39:11.250 no zone Second"),
        ("2020-05-04T18:39:11+08:00", "2020-05-04T18:39:11 480 Second"),
        (
            "2020-05-04T18:39:11.5-0330",
            "2020-05-04T18:39:11.500 -210 Second",
        ),
        ("2019-08-21T11:21:36Z", "2019-08-21T11:21:36 0 Second"),
        ("2019-08-21T11:21Z", "2019-08-21T11:21:00 0 Minute"),
        ("2019-08-21", "2019-08-21T00:00:00 no zone Day"),
        ("20190821", "2019-08-21T00:00:00 no zone Day"),
        ("2019-08", "2019-08-01T00:00:00 no zone Month"),
        ("2019", "2019-01-01T00:00:00 no zone Year"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59 0 Second"),
        (" 2020:05:04 18:39:11\0", "2020-05-04T18:39:11 no zone Second"),
        ("0000:00:00 00:00:00", "nothing"),
        ("    :  :     :  :  ", "nothing"),
        ("2020:13:04 18:39:11", "nothing"),
        ("2020:02:30 18:39:11", "nothing"),
        ("2020:05:04 25:39:11", "nothing"),
        ("2020:05:04 18:39:11:99", "nothing"),
        ("2020:05 18:39:11", "nothing"),
        ("yesterday", "nothing"),
        ("", "nothing"),
    ] {
        assert_eq!(shown(parse(text)), expected, "{text:?}");
    }
}

#[test]
fn zones_are_those_of_the_earth() {
    for (text, expected) in [
        ("+02:00", Some(120)),
        ("-03:30", Some(-210)),
        ("+0545", Some(345)),
        ("+3", Some(180)),
        ("Z", Some(0)),
        ("+14:00", Some(840)),
        ("+14:30", None),
        ("-13:00", None),
        ("+2:99", None),
        ("02:00", None),
    ] {
        assert_eq!(parse_offset(text), expected, "{text:?}");
    }
}

#[test]
fn seconds_of_a_clock_that_nobody_set_are_no_time() {
    assert_eq!(since(1904, 0), None);
    assert_eq!(since(1904, u64::MAX), None);
    assert_eq!(shown(since(1904, 3_646_801_557)), "2019-07-24T08:25:57 0 Second");
    assert_eq!(
        since(1904, 1).map(|moment| moment.precision),
        Some(Precision::Second)
    );
}

#[test]
fn points_of_iso_6709_have_degrees_or_minutes_or_seconds() {
    for (text, expected) in [
        ("+40.6892-074.0445+10.000/", Some((40.6892, -74.0445, Some(10.0)))),
        ("+33.1268-117.3273/", Some((33.1268, -117.3273, None))),
        ("+27.1281+100.2508+000.000/", Some((27.1281, 100.2508, Some(0.0)))),
        ("+4041.4-07402.7/", Some((40.69, -74.045, None))),
        ("+404121.12-0740240.2/", Some((40.689_2, -74.044_5, None))),
        ("+35.6-139.7CRSWGS_84/", Some((35.6, -139.7, None))),
        ("-90-180/", Some((-90.0, -180.0, None))),
        ("+91+000/", None),
        ("+40.6892/", None),
        ("40.6892-074.0445/", None),
        ("+1e1-074.0445/", None),
        ("+nan+nan/", None),
        ("+1+2+3+4/", None),
        ("+é-1/", None),
        ("", None),
    ] {
        let place = parse_iso6709(text);
        let found = place.map(|place| (place.point.latitude, place.point.longitude, place.altitude_m));
        match (found, expected) {
            (Some((latitude, longitude, altitude)), Some((north, east, up))) => {
                assert!(
                    (latitude - north).abs() < 1e-4 && (longitude - east).abs() < 1e-4,
                    "{text}"
                );
                assert_eq!(altitude, up, "{text}");
            }
            (found, expected) => assert_eq!(found.is_some(), expected.is_some(), "{text}"),
        }
    }
}

#[test]
fn coordinates_of_xmp_are_on_their_side() {
    for (text, expected) in [
        ("41,51.18N", Some(41.853)),
        ("12,29,20W", Some(-12.488_888_9)),
        ("-9.2", Some(-9.2)),
        ("41,x N", None),
        ("N", None),
    ] {
        match (parse_xmp_coordinate(text), expected) {
            (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-6, "{text}: {found}"),
            (found, expected) => assert_eq!(found, expected, "{text}"),
        }
    }
}

#[test]
fn there_is_nothing_beyond_the_poles() {
    assert!(Point::new(90.0, 180.0).is_some());
    for (latitude, longitude) in [(90.1, 0.0), (0.0, -180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
        assert!(Point::new(latitude, longitude).is_none());
    }
}

#[test]
fn text_is_kept_without_what_is_not_seen() {
    assert_eq!(
        clean("  Adobe\r\n\tPhotoshop \u{7}\0 "),
        Some("Adobe Photoshop".to_owned())
    );
    assert_eq!(clean("a\u{202E}gpj.exe\u{2066}"), Some("agpj.exe".to_owned()));
    // Sorani's joiners are letters' business.
    assert_eq!(clean("ده\u{200C}م"), Some("ده\u{200C}م".to_owned()));
    assert_eq!(clean("\0\u{1}\u{FEFF}"), None);
    assert_eq!(clean(&"x".repeat(5000)).map(|text| text.len()), Some(1000));
    assert_eq!(decode(b"caf\xE9\0rest"), "café");
    assert_eq!(decode("کوردی".as_bytes()), "کوردی");
}
