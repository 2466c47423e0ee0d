//! What was claimed beside what was recorded.

use serde_json::{Value, json};
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

impl Desk {
    /// What a file tells about itself.
    async fn db_told(&self, media_id: MediaId, facts: &[(&str, &str, Value)], credentials: Value) {
        sqlx::query!(
            "insert into fact_readings (media_id, read_at, facts_cut, credentials) values ($1, $2, false, $3)",
            media_id.0,
            self.clock.now(),
            credentials,
        )
        .execute(&self.pool)
        .await
        .unwrap();
        for (position, (kind, source, value)) in (0_i16..).zip(facts) {
            sqlx::query!(
                "insert into media_facts (media_id, position, kind, source, value) values ($1, $2, $3, $4, $5)",
                media_id.0,
                position,
                kind,
                source,
                value,
            )
            .execute(&self.pool)
            .await
            .unwrap();
        }
    }
}

fn credentials(verdict: &str) -> Value {
    json!({
        "verdict": verdict, "reasons": [], "ingredient_reasons": [],
        "signer": {"name": "Ada Lovelace", "issuer": "Camera Works", "signed_at": null},
        "made_with": ["Camera 9"], "actions": [], "digital_sources": [], "remote": null
    })
}

fn place(latitude: f64, longitude: f64) -> Value {
    json!({
        "latitude": latitude, "longitude": longitude, "altitude_m": null, "accuracy_m": null,
        "direction_degrees": null
    })
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn differences_are_told_in_kilometres_and_hours_and_silence_is_none(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let said = Submission {
        place: Some("ERBIL, near the bridge".to_owned()),
        happened_at: Some("2027-01-14 12:00".to_owned()),
        ..sample()
    };
    let id = desk.db_sent(TimeDelta::zero(), said).await;
    let far = desk.db_file(id, 0, "far.jpg", true).await;
    let silent = desk.db_file(id, 1, "silent.jpg", true).await;
    desk.db_file(id, 2, "unread.jpg", true).await;
    desk.db_told(
        far,
        &[
            // Noon in Baghdad is nine in UTC: three hours later.
            (
                "captured_at",
                "exif:DateTimeOriginal",
                json!({"local": "2027-01-14T12:00:00", "offset_minutes": 0, "precision": "second"}),
            ),
            ("place", "exif:GPSLatitude", place(35.5613, 45.4306)),
            (
                "nearest_place",
                "geonames",
                json!({"name": "As Sulaymaniyah", "region": "Sulaymaniyah", "country": "IQ", "km": 1.2}),
            ),
            (
                "device",
                "exif:Model",
                json!({"make": "Fairphone", "model": "FP5"}),
            ),
        ],
        credentials("valid"),
    )
    .await;
    desk.db_told(silent, &[], json!({
        "verdict": "none", "reasons": [], "ingredient_reasons": [], "signer": null, "made_with": [], "actions": [],
        "digital_sources": [], "remote": null
    }))
    .await;

    let answer = desk.get(&editor, &address_of(id)).await;
    let said = answer.texts(".recorded .said dd").join("|");
    assert!(
        said.starts_with("ERBIL, near the bridge|2027-01-14 12:00|"),
        "{said}"
    );
    assert_eq!(
        answer.texts("#record-1 .differences li"),
        [
            "The file was made 146 km from where they say it was.",
            "The time in the file is 3 hours later than they say.",
            "Made 20 hours before it was sent.",
        ]
    );
    assert_eq!(
        answer.texts(".recorded .summed"),
        ["Place: 0 as said, 1 not.", "Time: 0 as said, 1 not."]
    );
    let told = answer.texts("#record-1 dd").join("|");
    for fact in [
        "Fairphone FP5",
        "The file is as it was signed.",
        "Camera Works",
        "Camera 9",
    ] {
        assert!(told.contains(fact), "{fact} in {told}");
    }
    assert_eq!(answer.texts("#record-1 .coordinates"), ["35.56130, 45.43060"]);
    assert!(
        answer
            .texts("#record-1 .where")
            .concat()
            .contains("1.2 km from As Sulaymaniyah")
    );
    assert_eq!(
        answer
            .attributes("#record-1 .locator[role=img]", "aria-label")
            .len(),
        1
    );
    let drawn = answer.texts("#record-1 .found p").concat();
    assert!(drawn.contains("lies 146 km from there (north-west)"), "{drawn}");
    // A file that says nothing is one like most, and nothing is made of it.
    assert!(answer.texts("#record-2").concat().contains("Most do not"));
    assert!(answer.texts("#record-2 .differences").is_empty());
    assert!(answer.texts("#record-3").concat().contains("still being read"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_a_file_says_of_who_made_it_stands_with_their_identity(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let media_id = desk.db_file(id, 0, "a.jpg", true).await;
    let canary = json!("kanarya");
    desk.db_told(
        media_id,
        &[
            ("other", "exif:OwnerName", canary.clone()),
            ("other", "exif:SerialNumber", canary.clone()),
            ("other", "iptc:By-line", canary.clone()),
            ("other", "jpeg:Comment", canary.clone()),
            ("other", "xmp:dc:creator", canary.clone()),
            ("software", "exif:HostComputer", canary.clone()),
            ("other", "exif:FNumber", json!("1.8")),
            ("software", "exif:Software", json!("Snapseed 2")),
        ],
        credentials("tampered"),
    )
    .await;
    let page = address_of(id);
    let before = desk.get(&bo, &page).await;
    assert!(!before.text.contains("kanarya") && !before.text.contains("Ada Lovelace"));
    let withheld = before.texts("#record-1 .metadata .why-not").concat();
    assert!(withheld.starts_with("7 fields may say who made it"), "{withheld}");
    let shown = before.texts("#record-1 .metadata dt");
    assert_eq!(shown, ["exif:FNumber", "exif:Software"]);
    assert!(
        before
            .texts("#record-1 dd")
            .concat()
            .contains("no longer as it was signed")
    );

    desk.post(&bo, &format!("{page}/identity"), "why=a%20threat")
        .await;
    let revealed = desk.get(&bo, &page).await;
    assert!(revealed.texts("#record-1 .metadata").concat().contains("kanarya"));
    assert!(revealed.texts("#record-1 dd").concat().contains("Ada Lovelace"));
    assert!(revealed.texts("#record-1 .metadata .why-not").is_empty());
    assert!(
        !desk.get(&cem, &page).await.text.contains("kanarya"),
        "shown to who asked, and to nobody else"
    );
}
