//! One contribution's way, through the real program.

use reqwest::StatusCode;
use tests::{Contribution, House, attributes, photo, text_of};

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_twice_and_twice_at_once_is_one_contribution() {
    let house = House::start(&[]).await;
    let guest = house.anyone();
    let page = guest.read("/contribute").await;
    let value = |name: &str| attributes(&page, &format!("[name={name}]"), "value").remove(0);
    let contribution = Contribution::new("Sent in a hurry")
        .with("submission_id", &value("submission_id"))
        .with("form_key", &value("form_key"))
        .file("bridge.jpg", photo(800, 600, 1));

    let (one, other) = (house.anyone(), house.anyone());
    let (first, second) = tokio::join!(one.contribute(&contribution), other.contribute(&contribution));
    let third = house.anyone().contribute(&contribution).await;
    assert_eq!(first, second);
    assert_eq!(first, third);

    // Who knows the id but not the form is told nothing.
    let stranger = house.anyone();
    let answer = stranger
        .send(&contribution.clone().with("form_key", "another"))
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        text_of(&stranger.read("/contribute/sent").await, ".code-box .code"),
        None
    );

    house.db_wait_for_jobs().await;
    let editor = house.editor().await;
    let desk = editor.read("/desk").await;
    let links = attributes(&desk, "main a[href^='/desk/submissions/']", "href");
    let links: std::collections::BTreeSet<_> = links.into_iter().collect();
    assert_eq!(links.len(), 1, "{links:?}");
    let submission = editor.read(links.first().unwrap()).await;
    assert_eq!(
        attributes(&submission, "main img[src^='/desk/media/']", "src").len(),
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_editors_deciding_at_once_are_told_who_was_faster() {
    let house = House::start(&[]).await;
    house
        .anyone()
        .contribute(&Contribution::new("Who decides?"))
        .await;
    let first = house.editor().await;
    let second = house.another_editor("second@news.example").await;
    let desk = first.read("/desk").await;
    let path = attributes(&desk, "main a[href^='/desk/submissions/']", "href").remove(0);
    let path = path.split('?').next().unwrap().to_owned();
    let version = attributes(&first.read(&path).await, "[name=version]", "value").remove(0);

    let decision = format!("{path}/decision");
    let accept = [("decision", "accept"), ("version", version.as_str())];
    let decline = [
        ("decision", "decline"),
        ("reason", "quality"),
        ("version", version.as_str()),
    ];
    let (one, other) = tokio::join!(first.post(&decision, &accept), second.post(&decision, &decline));
    let mut statuses = [one.status(), other.status()];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let slower = if one.status() == StatusCode::CONFLICT {
        one
    } else {
        other
    };
    let words = slower.text().await.unwrap();
    assert!(words.contains("Bo Editor"), "it says who was faster: {words}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_story_is_gone_at_once_and_its_pictures_with_it() {
    let house = House::start(&[]).await;
    let guest = house.anyone();
    let receipt = guest
        .contribute(&Contribution::new("Only for a day").file("a.jpg", photo(1500, 900, 3)))
        .await;
    house.db_wait_for_jobs().await;
    let editor = house.editor().await;
    let desk = editor.read("/desk").await;
    let path = attributes(&desk, "main a[href^='/desk/submissions/']", "href").remove(0);
    let path = path.split('?').next().unwrap().to_owned();
    let version = attributes(&editor.read(&path).await, "[name=version]", "value").remove(0);
    let accepted = editor
        .post(
            &format!("{path}/decision"),
            &[("decision", "accept"), ("version", &version)],
        )
        .await;
    assert_eq!(accepted.status(), StatusCode::SEE_OTHER);

    let compose = editor.read(&format!("{path}/story")).await;
    let media = attributes(&compose, "[name=use]", "value").remove(0);
    let fields = [
        ("version", "0"),
        ("title", "Only for a day"),
        ("body", "It was."),
        ("language", "en"),
        ("byline", "Ada Berwari"),
        ("use", media.as_str()),
        ("action", "publish"),
    ];
    let published = editor.post(&format!("{path}/story"), &fields).await;
    assert_eq!(
        published.status(),
        StatusCode::SEE_OTHER,
        "{}",
        published.text().await.unwrap()
    );

    let status = guest.look_up(&receipt).await;
    let story = attributes(&status, "a[href*='/stories/']", "href").remove(0);
    let page = guest.read(&story).await;
    assert!(page.contains("Ada Berwari"));
    let pictures = attributes(&page, "picture img", "src");
    assert!(!pictures.is_empty());
    for picture in &pictures {
        assert_eq!(guest.get(picture).await.status(), StatusCode::OK);
    }

    let fields = [("code", receipt.0.as_str()), ("action", "withdraw_confirmed")];
    let withdrawn = guest.post("/receipt", &fields).await;
    assert!(withdrawn.status().is_success() || withdrawn.status() == StatusCode::SEE_OTHER);
    // Pages that are kept are told by the database, a moment later.
    for _ in 0..100 {
        if guest.get(&story).await.status() == StatusCode::GONE {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(guest.get(&story).await.status(), StatusCode::GONE);
    for picture in &pictures {
        assert_eq!(guest.get(picture).await.status(), StatusCode::NOT_FOUND);
    }
    house.db_wait_for_jobs().await;
    assert!(house.run(&["doctor"]).lines().all(|line| line.starts_with("ok")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_on_its_embedded_database_is_stopped_and_started_with_all_it_was_told() {
    let mut house = House::start_embedded(&[]);
    let receipt = house
        .anyone()
        .contribute(&Contribution::new("Before the night"))
        .await;
    house.stop();
    house.up();
    assert!(
        house
            .anyone()
            .look_up(&receipt)
            .await
            .contains("Before the night")
    );
}
