//! What one file says, beside what was claimed.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use ground::{lang::Message, msg, web::Cx};
use media::{
    Told,
    credentials::{Credentials, Verdict},
    facts::{Fact, Facts, Moment, Nearest, Point, What},
};

use super::{
    differences::{Difference, kilometres, of_place, of_sending, of_time},
    locator::{self, Mark},
    metadata,
};

/// What was claimed, as far as it was understood, and when.
pub(super) struct Claimed {
    pub(super) point: Option<Point>,
    pub(super) moment: Option<Moment>,
    pub(super) sent_at: DateTime<Utc>,
    pub(super) newsroom: Tz,
}

/// One line of what a file says.
pub(super) struct Line {
    pub(super) label: Message,
    pub(super) text: String,
}

/// Where a file says that it was made.
pub(super) struct Found {
    /// To copy into a map.
    pub(super) coordinates: String,
    /// "3.4 km north of Erbil".
    pub(super) near: Option<String>,
    /// Where lies what was said, where that is another place, and the same in words.
    pub(super) said: Option<(Mark, String)>,
}

/// A file's own account.
pub(super) struct Record {
    /// Its place among the files, from 1.
    pub(super) number: i64,
    pub(super) lines: Vec<Line>,
    pub(super) found: Option<Found>,
    pub(super) differences: Vec<Difference>,
    /// Field and what it says.
    pub(super) metadata: Vec<(String, String)>,
    /// Fields that may say who made it, not shown.
    pub(super) withheld: i64,
    /// Why there is nothing: not looked yet, not readable.
    pub(super) nothing: Option<Message>,
}

impl Record {
    /// `revealed`: who looks has been shown who sent it.
    pub(super) fn of(cx: &Cx, number: i64, told: Option<&Told>, claimed: &Claimed, revealed: bool) -> Self {
        let mut record = Self {
            number,
            lines: Vec::new(),
            found: None,
            differences: Vec::new(),
            metadata: Vec::new(),
            withheld: 0,
            nothing: None,
        };
        let Some(told) = told else {
            record.nothing = Some(msg!("item-recorded-not-yet"));
            return record;
        };
        match &told.facts {
            Ok(facts) => record.read(cx, facts, claimed, revealed),
            Err(reason) => record.nothing = Some(reason.message()),
        }
        if let Ok(credentials) = &told.credentials {
            record.vouch(cx, credentials, revealed);
        }
        if record.lines.is_empty() && record.metadata.is_empty() && record.nothing.is_none() {
            record.nothing = Some(msg!("item-recorded-nothing"));
        }
        record
    }

    fn read(&mut self, cx: &Cx, facts: &Facts, claimed: &Claimed, revealed: bool) {
        let captured_at = facts.captured_at().next();
        if let Some(at) = captured_at {
            let text = metadata::moment(at);
            self.line(msg!("item-recorded-at"), text);
            if at.offset_minutes.is_none() {
                self.line(msg!("item-recorded-zone"), cx.t("item-recorded-zone-none"));
            }
        }
        let place = facts.places().next();
        if let Some(place) = place {
            self.found = Some(found(cx, facts, place.point, claimed));
        }
        let (shown, withheld): (Vec<&Fact>, Vec<&Fact>) = facts
            .list()
            .iter()
            .partition(|fact| revealed || !metadata::identifies(fact));
        let mut devices = Vec::new();
        let mut programs = Vec::new();
        for fact in &shown {
            match &fact.what {
                What::Device(device) => push(&mut devices, device.name()),
                What::Software(text) => push(&mut programs, text.clone()),
                _ => {}
            }
        }
        for (label, texts) in [
            (msg!("item-recorded-device"), devices),
            (msg!("item-recorded-software"), programs),
        ] {
            if !texts.is_empty() {
                self.line(label, texts.join(" · "));
            }
        }
        self.differences.extend(of_place(claimed.point, place));
        self.differences
            .extend(of_time(claimed.moment.as_ref(), claimed.newsroom, captured_at));
        self.differences.extend(of_sending(captured_at, claimed.sent_at));
        self.metadata = shown
            .into_iter()
            .map(|fact| (fact.source.clone(), metadata::text(fact)))
            .collect();
        self.withheld = i64::try_from(withheld.len()).unwrap_or(i64::MAX);
    }

    /// Adds what a signature is worth. That there is none is the rule, and says nothing.
    fn vouch(&mut self, cx: &Cx, credentials: &Credentials, revealed: bool) {
        let words = match credentials.verdict {
            Verdict::None => return,
            Verdict::Valid => msg!("item-c2pa-valid"),
            Verdict::Tampered => msg!("item-c2pa-changed"),
            Verdict::Invalid => msg!("item-c2pa-invalid"),
            Verdict::Malformed => msg!("item-c2pa-unreadable"),
            Verdict::RemoteNotFetched => msg!("item-c2pa-elsewhere"),
        };
        self.line(msg!("item-c2pa"), cx.say(&words));
        let signer = credentials.signer.as_ref();
        if let Some(issuer) = signer.and_then(|signer| signer.issuer.clone()) {
            self.line(msg!("item-c2pa-issuer"), issuer);
        }
        match signer.and_then(|signer| signer.name.clone()) {
            Some(name) if revealed => self.line(msg!("item-c2pa-signer"), name),
            Some(_) => self.withheld += 1,
            None => {}
        }
        if !credentials.made_with.is_empty() {
            self.line(msg!("item-c2pa-made-with"), credentials.made_with.join(" · "));
        }
        let made: Vec<String> = credentials
            .actions
            .iter()
            .filter_map(|edit| edit.action.clone())
            .collect();
        if !made.is_empty() {
            self.line(msg!("item-c2pa-actions"), made.join(" · "));
        }
        if !credentials.digital_sources.is_empty() {
            self.line(msg!("item-c2pa-source"), credentials.digital_sources.join(" · "));
        }
        if !credentials.reasons.is_empty() {
            self.line(msg!("item-c2pa-reasons"), credentials.reasons.join(" · "));
        }
    }

    fn line(&mut self, label: Message, text: String) {
        self.lines.push(Line { label, text });
    }
}

fn push(texts: &mut Vec<String>, text: String) {
    if !text.is_empty() && !texts.contains(&text) {
        texts.push(text);
    }
}

fn found(cx: &Cx, facts: &Facts, point: Point, claimed: &Claimed) -> Found {
    let nearest = facts.list().iter().find_map(|fact| match &fact.what {
        What::NearestPlace(nearest) => Some(nearest),
        _ => None,
    });
    let other = of_place(claimed.point, facts.places().next()).filter(|difference| !difference.agrees());
    let said = other.and(claimed.point).map(|there| {
        let mark = locator::toward(point, there);
        let words = msg!("item-map-claim")
            .s("distance", kilometres(mark.km, cx.lang()))
            .s("direction", cx.say(&locator::direction(mark.bearing)));
        (mark, cx.say(&words))
    });
    Found {
        coordinates: metadata::coordinates(point.latitude, point.longitude),
        near: nearest.map(|nearest| cx.say(&near(cx, nearest))),
        said,
    }
}

fn near(cx: &Cx, nearest: &Nearest) -> Message {
    let place = [nearest.name.as_str(), &nearest.region, &nearest.country];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    msg!("item-near")
        .s("distance", kilometres(nearest.km, cx.lang()))
        .s("place", place.join(", "))
}
