//! How far apart is what a person claims and what a file recorded: kilometres and hours, and nothing about what that
//! means. What a file did not record is not compared.

use chrono_tz::Tz;

use super::{
    moment::Moment,
    place::{Place, Point},
};

/// The mean radius of the Earth, in kilometres (IUGG).
const EARTH_KM: f64 = 6_371.008_8;

/// How far apart two places are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// Along the surface, in kilometres.
    pub km: f64,
    /// The camera said that it may be so much less or more, in kilometres.
    pub accuracy_km: Option<f64>,
}

/// The distance from a claimed point to a recorded place.
pub fn distance(claimed: Point, recorded: &Place) -> Distance {
    Distance {
        km: kilometres(claimed, recorded.point),
        accuracy_km: recorded.accuracy_m.map(|metres| metres / 1000.0),
    }
}

/// The great circle's length between two points (haversine formula).
pub(super) fn kilometres(one: Point, other: Point) -> f64 {
    let [from, to] = [one.latitude, other.latitude].map(f64::to_radians);
    let north = ((to - from) / 2.0).sin();
    let east = ((other.longitude - one.longitude).to_radians() / 2.0).sin();
    let half = north * north + from.cos() * to.cos() * east * east;
    2.0 * EARTH_KM * half.clamp(0.0, 1.0).sqrt().asin()
}

/// How many hours later than claimed something was recorded; negative is earlier.
///
/// It is a range where one of the times is longer than an instant, or of an unknown zone: nothing is more precise than
/// what was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// At least.
    pub least: f64,
    /// At most.
    pub most: f64,
}

impl Apart {
    /// Both can be the same time.
    pub fn may_agree(&self) -> bool {
        self.least <= 0.0 && self.most >= 0.0
    }

    /// Hours between them at the least: zero, if they may agree.
    pub fn gap(&self) -> f64 {
        if self.may_agree() {
            0.0
        } else {
            self.least.abs().min(self.most.abs())
        }
    }
}

/// Compares a claimed time, which is the newsroom's if it says no zone, with a recorded one. `clock` is the zone to read
/// a recorded time in that says none; without it, it may be any on Earth.
pub fn hours_apart(claimed: &Moment, newsroom: Tz, recorded: &Moment, clock: Option<Tz>) -> Apart {
    let (claimed_from, claimed_until) = claimed.span(Some(newsroom));
    let (recorded_from, recorded_until) = recorded.span(clock);
    let hours = |later: chrono::DateTime<_>, earlier| {
        let seconds = later.signed_duration_since(earlier).num_seconds();
        f64::from(i32::try_from(seconds).unwrap_or(if seconds < 0 { i32::MIN } else { i32::MAX })) / 3600.0
    };
    Apart {
        least: hours(recorded_from, claimed_until),
        most: hours(recorded_until, claimed_from),
    }
}
