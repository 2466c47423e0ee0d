//! Filters: each by itself, in pairs, with what is at risk left out, and the way from one contribution to the next.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use ground::{ids::PersonId, lang::Lang};

use super::{
    listing::{account_of, titled},
    *,
};
use crate::desk::queue::{Neighbours, neighbours};

/// Contributions of every sort, by title; of each, which filters leave it.
#[expect(clippy::too_many_lines, reason = "a list")]
async fn filled(desk: &Desk, bo: AccountId, cem: AccountId) -> Vec<(&'static str, Vec<&'static str>)> {
    desk.db_run("insert into desk_categories (category, position) values ('floods', 1)")
        .await;
    let plain = || titled("plain");
    let sent = async |title: &'static str, ago: i64, submission: Submission| {
        let submission = Submission {
            title: title.to_owned(),
            ..submission
        };
        desk.db_sent(TimeDelta::hours(ago), submission).await
    };
    let gps = sent("gps", 1, plain()).await;
    let media_id = desk.db_file(gps, 0, "a.jpg", true).await;
    desk.db_run(&format!(
        "insert into fact_readings (media_id, read_at, facts_cut, credentials) values ('{media_id}', now(), false, '{{\"verdict\": \"valid\"}}');
         insert into media_facts (media_id, position, kind, source, value) values
         ('{media_id}', 0, 'place', 'exif:GPS', '{{}}'), ('{media_id}', 1, 'nearest_place', 'us', '{{\"name\": \"Qamishli\"}}')"
    ))
    .await;
    let film = sent("film", 2, plain()).await;
    let media_id = desk.db_file(film, 0, "a.mp4", false).await;
    desk.db_run(&format!(
        "update media set medium_kind = 'film', kind = null where media_id = '{media_id}'"
    ))
    .await;
    let ckb = Submission {
        language: Lang::Ckb,
        consent: Consent::AskFirst,
        place: Some(" Kobanê".to_owned()),
        ..plain()
    };
    sent("ckb", 30, ckb).await;
    let tagged = sent("tagged", 100, plain()).await;
    desk.db_set(
        tagged,
        &format!("state = 'in_review', tags = '{{flood,bridge}}', category = 'floods', warnings = '{{graphic}}', handled_by = '{cem}'"),
    )
    .await;
    for (id, by) in [(gps, bo), (film, cem)] {
        desk.db_run(&format!(
            "insert into desk_claims (submission_id, account_id, claimed_at, heartbeat_at)
             values ('{id}', '{by}', to_timestamp(1800000000), to_timestamp(1800000000))"
        ))
        .await;
    }
    desk.db_run(&format!(
        "insert into submission_repeats (submission_id, earlier_id, exact, found_at) values ('{gps}', '{tagged}', true, now())"
    ))
    .await;
    vec![
        (
            "gps",
            vec![
                "kind=photo",
                "has=gps",
                "has=c2pa",
                "has=files",
                "has=repeats",
                "language=en",
                "consent=named",
                "state=received",
                "claimed=me",
                "place=QAMISHLI",
                "since=2027-01-15",
            ],
        ),
        (
            "film",
            vec![
                "kind=film",
                "has=files",
                "has=refused",
                "language=en",
                "consent=named",
                "state=received",
                "claimed=other",
                "since=2027-01-15",
            ],
        ),
        (
            "ckb",
            vec![
                "kind=text",
                "language=ckb",
                "consent=ask_first",
                "state=received",
                "claimed=nobody",
                "place=kobane",
                "older=1d",
                "until=2027-01-14",
            ],
        ),
        (
            "tagged",
            vec![
                "kind=text",
                "has=repeats",
                "language=en",
                "consent=named",
                "state=in_review",
                "claimed=nobody",
                "tag=flood",
                "tag=bridge",
                "category=floods",
                "warn=graphic",
                "older=1d",
                "older=3d",
                "until=2027-01-14",
            ],
        ),
    ]
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn each_filter_and_each_pair_of_them_leaves_what_fits_and_nothing_else(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let cem = account_of(&desk.db_editor("Cem").await);
    let all = filled(&desk, account_of(&editor), cem).await;
    let filters: BTreeSet<&str> = all.iter().flat_map(|(_, fits)| fits.iter().copied()).collect();
    let fits = |filters: &[&str]| {
        let mut fits: Vec<&str> = all
            .iter()
            .filter(|(_, of)| filters.iter().all(|filter| of.contains(filter)))
            .map(|(title, _)| *title)
            .collect();
        fits.sort_unstable();
        fits
    };
    let kind = |filter: &str| filter.split('=').next().unwrap().to_owned();
    for one in &filters {
        for other in &filters {
            // Of one kind they are alternatives, or only one of them counts: that is looked at below.
            if kind(one) == kind(other) && one != other && !["has", "tag"].contains(&kind(one).as_str()) {
                continue;
            }
            let mut titles = desk.titles(&editor, &format!("{one}&{other}&queue=open")).await;
            titles.sort();
            assert_eq!(titles, fits(&[one, other]), "{one} {other}");
        }
    }
    let either = desk.titles(&editor, "kind=film&kind=photo").await;
    assert_eq!(either, ["film", "gps"], "alternatives, the oldest first");
    let claimed = desk.titles(&editor, &format!("claimed={cem}")).await;
    assert_eq!(claimed, ["film"]);
    let answer = desk
        .get(&editor, "/desk?queue=open&kind=film&kind=photo&tag=flood")
        .await;
    let chips = answer.texts(".chips a");
    assert_eq!(chips.len(), 3);
    assert!(
        chips[0].contains("Kind: Film") && chips[2].contains("Tag: flood"),
        "{chips:?}"
    );
    assert_eq!(
        answer.attributes(".chips a", "href"),
        [
            "/desk?queue=open&kind=photo&tag=flood",
            "/desk?queue=open&kind=film&tag=flood",
            "/desk?queue=open&kind=film&kind=photo"
        ]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_belongs_together_is_put_together_once(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let mut ids = Vec::new();
    for (number, place) in ["Kobane", "Amed", "Kobanê", "Kobane", "Kobane", "Kobane", "Amed"]
        .iter()
        .enumerate()
    {
        let submission = Submission {
            place: Some((*place).to_owned()),
            ..titled(&format!("{number}"))
        };
        ids.push(
            desk.db_sent(
                TimeDelta::minutes(60 - i64::try_from(number).unwrap()),
                submission,
            )
            .await,
        );
    }
    let grouped = desk.get(&editor, "/desk?group=place").await;
    assert_eq!(
        grouped.texts(super::listing::TITLES),
        ["0", "2", "3", "4", "1", "6"]
    );
    assert_eq!(grouped.texts(".member h2"), ["2", "3", "4", "6"]);
    assert_eq!(grouped.texts(".more-of-group"), ["All from this place"]);
    let more = grouped.attributes(".more-of-group a", "href").pop().unwrap();
    let all = desk.get(&editor, &more).await;
    assert_eq!(all.texts(super::listing::TITLES), ["0", "2", "3", "4", "5"]);

    let person = desk.db_submission(ids[0]).await.person_id;
    desk.db_set(ids[3], &format!("person_id = '{person}'")).await;
    let titles = desk.titles(&editor, "group=person").await;
    assert_eq!(titles, ["0", "3", "1", "2", "4", "5", "6"]);
    assert_eq!(
        desk.titles(&editor, &format!("person={person}")).await,
        ["0", "3"]
    );
    let nobody = PersonId(uuid::Uuid::from_u128(7));
    assert!(desk.titles(&editor, &format!("person={nobody}")).await.is_empty());
    desk.db_run(&format!(
        "insert into submission_repeats (submission_id, earlier_id, exact, found_at) values
         ('{}', '{}', false, now()), ('{}', '{}', true, now())",
        ids[5], ids[1], ids[4], ids[1]
    ))
    .await;
    assert_eq!(
        desk.titles(&editor, "group=likeness&has=repeats").await,
        ["1", "4", "5"]
    );
    assert_eq!(
        desk.titles(&editor, &format!("like={}", ids[1])).await,
        ["1", "4", "5"]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_at_risk_is_not_there_for_those_without_the_right(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (editor, chief) = (desk.db_editor("Bo").await, desk.db_chief("Cem").await);
    let safe = desk.db_sent(TimeDelta::hours(2), titled("Safe")).await;
    let risk = desk.db_sent(TimeDelta::hours(1), titled("Endangered")).await;
    desk.db_run(&format!(
        "insert into submission_repeats (submission_id, earlier_id, exact, found_at) values ('{risk}', '{safe}', true, now())"
    ))
    .await;
    let before = desk.get(&editor, "/desk").await;
    desk.db_set(
        risk,
        &format!(
            "at_risk = true, tags = '{{secret}}', handled_by = '{}'",
            account_of(&editor)
        ),
    )
    .await;
    for query in [
        "",
        "queue=new",
        "queue=all",
        "queue=mine",
        "tag=secret",
        "has=repeats",
        "group=likeness",
        &format!("like={risk}"),
    ] {
        let answer = desk.get(&editor, &format!("/desk?{query}")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.text.contains("Endangered"), "{query}");
        assert!(
            query.starts_with("like=") || !answer.text.contains(&risk.to_string()),
            "{query}"
        );
    }
    assert!(
        desk.titles(&editor, "has=repeats").await.is_empty(),
        "that something shows the same is no hint, either"
    );
    assert_eq!(desk.titles(&chief, "has=repeats").await, ["Safe", "Endangered"]);
    assert_eq!(desk.titles(&chief, "queue=risk").await, ["Endangered"]);
    let now = desk.get(&editor, "/desk").await;
    assert_eq!(before.texts("[data-count=open]"), ["2"]);
    assert_eq!(now.texts("[data-count=open]"), ["1"]);
    assert_eq!(now.texts("[data-count=mine]"), ["0"]);
    assert!(
        now.texts("[data-count=risk]").is_empty(),
        "there is no such queue"
    );
    assert_eq!(desk.get(&chief, "/desk").await.texts("[data-count=risk]"), ["1"]);
    assert_eq!(
        desk.get(&editor, "/desk?queue=risk").await.status,
        StatusCode::NOT_FOUND
    );
    assert!(!now.text.contains("queue=risk"));
    desk.db_set(risk, "at_risk = false").await;
    assert_eq!(desk.titles(&editor, "has=repeats").await, ["Safe", "Endangered"]);
}

impl Desk {
    async fn neighbours(&self, viewer: &Viewer, query: &str, id: SubmissionId) -> Option<Neighbours> {
        let state = crate::testing::state(&self.pool, &self.blobs, &self.clock, &self.live);
        let person = viewer.0.clone().unwrap();
        let editor = ground::viewer::Editor {
            account_id: person.account_id,
            name: person.name,
            role: person.role.unwrap(),
            sees_at_risk: person.sees_at_risk,
            confirmed_at: person.confirmed_at,
        };
        let submission = self.db_submission(id).await;
        let mut conn = self.pool.acquire().await.unwrap();
        neighbours(&mut conn, &state, &editor, query, &submission)
            .await
            .unwrap()
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn from_one_of_a_list_there_is_a_way_to_the_next_also_when_it_has_just_left_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let mut ids = Vec::new();
    for number in 0..5 {
        let submission = Submission {
            language: if number == 1 { Lang::Tr } else { Lang::En },
            ..titled(&format!("{number}"))
        };
        ids.push(desk.db_sent(TimeDelta::minutes(60 - number), submission).await);
    }
    let of = async |query: &str, id| {
        let found = desk.neighbours(&editor, query, id).await.unwrap();
        (found.previous, found.next, found.position, found.total)
    };
    assert_eq!(
        of("queue=new", ids[1]).await,
        (Some(ids[0]), Some(ids[2]), Some(2), 5)
    );
    assert_eq!(of("queue=new", ids[0]).await, (None, Some(ids[1]), Some(1), 5));
    assert_eq!(
        of("queue=new&order=newest", ids[0]).await,
        (Some(ids[1]), None, Some(5), 5)
    );
    assert_eq!(
        of("queue=new&language=en", ids[2]).await,
        (Some(ids[0]), Some(ids[3]), Some(2), 4)
    );
    desk.db_set(ids[2], "state = 'spam'").await;
    assert_eq!(
        of("queue=new", ids[2]).await,
        (Some(ids[1]), Some(ids[3]), None, 4)
    );
    for query in ["queue=risk", "queue=shredded", "before=x"] {
        assert_eq!(desk.neighbours(&editor, query, ids[0]).await, None, "{query}");
    }
    let list = desk.get(&editor, "/desk?queue=new&language=en").await;
    assert_eq!(
        list.attributes(".item h2 a", "href")[0],
        format!("/desk/submissions/{}?from=queue%3Dnew%26language%3Den", ids[0])
    );
}
