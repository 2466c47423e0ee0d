//! Places by their points, from the list that is in the program.

use super::super::{Point, nearest};

#[test]
fn the_nearest_place_is_named_and_how_far_it_is() {
    for (latitude, longitude, name, country, least_km, most_km) in [
        (36.1911, 44.0092, "Erbil", "IQ", 0.0, 3.0),
        (35.5613, 45.4306, "As Sulaymaniyah", "IQ", 0.0, 3.0),
        (36.8669, 42.9884, "Dihok", "IQ", 0.0, 3.0),
        // Its old town is a place of its own in the list.
        (37.9144, 40.2306, "Sur, Diyarbakir", "TR", 0.0, 5.0),
        (36.3350, 43.1189, "Mosul", "IQ", 0.0, 3.0),
        // In the middle of the Atlantic: something is nearest everywhere, and its distance says what that is worth.
        (30.0, -40.0, "", "", 900.0, 3000.0),
        (0.0, -140.0, "", "", 900.0, 3000.0),
        // Just beyond the date line is what lies on its other side.
        (-16.8, -179.99, "", "FJ", 0.0, 150.0),
        (-90.0, 0.0, "McMurdo Station", "AQ", 1340.0, 1370.0),
    ] {
        let found = nearest(Point::new(latitude, longitude).unwrap()).unwrap();
        let named = format!("{}, {}", found.name, found.region);
        assert!(named.contains(name), "{latitude} {longitude}: {found:?}");
        assert!(found.country.contains(country), "{found:?}");
        assert!((least_km..=most_km).contains(&found.km), "{found:?}");
    }
}

#[test]
fn istanbul_is_found_by_one_of_its_districts() {
    let found = nearest(Point::new(41.0082, 28.9784).unwrap()).unwrap();
    assert_eq!(
        (found.country.as_str(), found.region.as_str()),
        ("TR", "Istanbul"),
        "{found:?}"
    );
    assert!(found.km < 5.0, "{found:?}");
}

#[test]
fn a_point_that_is_none_has_no_place() {
    let nowhere = Point {
        latitude: f64::NAN,
        longitude: 500.0,
    };
    assert_eq!(nearest(nowhere), None);
}
