//! Care for who looks: what is said before files are opened, and what is counted for them alone.

use axum::http::{StatusCode, header};
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

impl Desk {
    async fn db_warned(&self, id: SubmissionId, warnings: &[&str]) {
        sqlx::query!(
            "update submissions set warnings = $2::text[] where submission_id = $1",
            id.0,
            warnings as &[&str],
        )
        .execute(&self.pool)
        .await
        .unwrap();
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn warnings_are_set_and_taken_back_once_and_by_who_has_read_the_contribution(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let door = format!("{}/warnings", address_of(id));
    let page = desk.get(&bo, &address_of(id)).await;
    assert_eq!(page.attributes("#care input[name=warning]", "value").len(), 6);
    assert!(page.attributes("#care input[checked]", "value").is_empty());

    let set = desk
        .post(&bo, &door, "version=1&warning=death&warning=graphic&warning=else")
        .await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text);
    let now = desk.db_submission(id).await;
    assert_eq!(
        (now.warnings.as_slice(), now.version),
        (&["graphic".to_owned(), "death".to_owned()][..], 2)
    );
    assert!(now.handled_by.is_some());
    assert_eq!(desk.db_history(id).await, ["warned"]);

    // The same again changes nothing and says nothing.
    let again = desk
        .post(&bo, &door, "version=2&warning=death&warning=graphic")
        .await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(
        (
            desk.db_submission(id).await.version,
            desk.db_history(id).await.len()
        ),
        (2, 1)
    );

    for (viewer, form, status) in [
        (&bo, "version=1&warning=death", StatusCode::CONFLICT),
        (&bo, "warning=death", StatusCode::BAD_REQUEST),
        // Bo has it in hand.
        (&cem, "version=2&warning=child", StatusCode::CONFLICT),
    ] {
        assert_eq!(desk.post(viewer, &door, form).await.status, status, "{form}");
    }
    assert_eq!(desk.db_submission(id).await.version, 2);
    let none = desk.post(&bo, &door, "version=2").await;
    assert_eq!(
        none.header(header::LOCATION),
        format!("{}?show=files#care", address_of(id))
    );
    assert!(desk.db_submission(id).await.warnings.is_empty());
    let told = desk
        .get(&cem, &address_of(id))
        .await
        .texts(".timeline li")
        .concat();
    assert!(told.contains("Warnings changed"), "{told}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_hard_to_look_at_is_covered_until_it_is_opened_as_its_viewer_chose(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    desk.db_file(id, 0, "street.jpg", true).await;
    let plain = desk.get(&editor, &address_of(id)).await;
    assert!(plain.texts(".cover").is_empty() && plain.texts(".medium").len() == 1);

    desk.db_warned(id, &["graphic", "child"]).await;
    let page = address_of(id);
    let covered = desk.get(&editor, &page).await;
    assert_eq!(
        covered.texts(".cover .mark"),
        ["Blood or wounds", "A child in harm’s way"]
    );
    assert!(
        covered.texts(".medium").is_empty(),
        "nothing of a player before it is opened"
    );
    assert_eq!(
        covered
            .attributes(".cover-strip .veil.blur img[alt='']", "src")
            .len(),
        1
    );
    let open = covered.attributes(".cover a.button", "href").pop().unwrap();
    assert_eq!(open, format!("{page}?show=files#files"));
    let opened = desk.get(&editor, open.trim_end_matches("#files")).await;
    assert!(opened.texts(".cover").is_empty() && opened.texts(".medium").len() == 1);

    for (veil, covers, stays) in [
        ("grey", true, true),
        ("small", true, true),
        ("blur", true, false),
        ("nothing", false, false),
    ] {
        let chosen = desk
            .post(&editor, "/desk/preferences/care", &format!("veil={veil}"))
            .await;
        assert_eq!(chosen.header(header::LOCATION), "/desk/preferences?saved=care");
        let shown = desk.get(&editor, "/desk/preferences").await;
        assert_eq!(shown.attributes("input[name=veil][checked]", "value"), [veil]);
        let page_now = desk.get(&editor, &page).await;
        assert_eq!(!page_now.texts(".cover").is_empty(), covers, "{veil}");
        let opened = desk.get(&editor, &format!("{page}?show=files")).await;
        assert_eq!(
            opened
                .attributes(&format!(".media-grid.veiled.{veil}"), "class")
                .len(),
            usize::from(stays)
        );
        let as_is = desk.get(&editor, &format!("{page}?show=plain")).await;
        assert!(as_is.texts(".veiled").is_empty() && as_is.texts(".cover").is_empty());
    }
    let refused = desk.post(&editor, "/desk/preferences/care", "veil=mirror").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_one_opened_today_is_counted_for_them_alone_until_midnight_in_the_newsroom(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let mut pages = Vec::new();
    for warnings in [&["graphic"][..], &["death"], &[]] {
        let id = desk.db_sent(TimeDelta::zero(), sample()).await;
        desk.db_file(id, 0, "a.jpg", true).await;
        desk.db_warned(id, warnings).await;
        pages.push(address_of(id));
    }
    let count = async |viewer| {
        desk.get(viewer, &pages[2])
            .await
            .texts(".seen-today span:first-child")
    };
    // Covered is not opened.
    desk.get(&bo, &pages[0]).await;
    assert!(count(&bo).await.is_empty());
    for _ in 0..2 {
        desk.get(&bo, &format!("{}?show=files", pages[0])).await;
    }
    assert_eq!(count(&bo).await, ["You opened 1 today that is hard to look at."]);
    desk.get(&bo, &format!("{}?show=plain", pages[1])).await;
    assert_eq!(count(&bo).await, ["You opened 2 today that are hard to look at."]);
    assert!(count(&cem).await.is_empty());

    // It is eleven in the morning in Baghdad: thirteen hours to midnight.
    desk.clock.advance(TimeDelta::hours(13) - TimeDelta::seconds(1));
    assert_eq!(count(&bo).await.len(), 1);
    desk.clock.advance(TimeDelta::seconds(1));
    assert!(count(&bo).await.is_empty());
    desk.get(&bo, &format!("{}?show=files", pages[0])).await;
    assert_eq!(count(&bo).await, ["You opened 1 today that is hard to look at."]);
    let kept = sqlx::query_scalar!(r#"select count(*) as "count!" from desk_seen"#);
    assert_eq!(
        kept.fetch_one(&desk.pool).await.unwrap(),
        1,
        "of yesterday nothing is kept"
    );
}
