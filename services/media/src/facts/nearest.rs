//! The populated place that is nearest to a point, without asking anybody: from GeoNames' list of places with more than
//! a thousand people, which is in the program (CC BY 4.0, geonames.org).

use std::sync::LazyLock;

use reverse_geocoder::ReverseGeocoder;
use serde::{Deserialize, Serialize};

use super::{compare::kilometres, place::Point};

/// Read when first needed: in a child, so that the server does not keep it.
static PLACES: LazyLock<ReverseGeocoder> = LazyLock::new(ReverseGeocoder::new);

/// A populated place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    /// Its name, in Latin letters.
    pub name: String,
    /// The province that it is in.
    pub region: String,
    /// Its country's two letters (ISO 3166-1).
    pub country: String,
    /// How far away it is, in kilometres. In a desert or at sea that is far: it is said, not hidden.
    pub km: f64,
}

impl Nearest {
    pub(super) fn is_sound(&self) -> bool {
        (0.0..=20_100.0).contains(&self.km)
    }
}

/// The populated place that is nearest to a point.
pub fn nearest(point: Point) -> Option<Nearest> {
    // Whoever made the point may have filled it in by hand.
    let point = Point::new(point.latitude, point.longitude)?;
    let found = PLACES.search((point.latitude, point.longitude)).record;
    let there = Point::new(found.lat, found.lon)?;
    Some(Nearest {
        name: found.name.clone(),
        region: found.admin1.clone(),
        country: found.cc.clone(),
        km: kilometres(point, there),
    })
}
