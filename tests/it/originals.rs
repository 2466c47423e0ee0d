//! What was sent, sealed at rest, and the one way out of its seal, through the real program.

use std::path::{Path, PathBuf};

use reqwest::StatusCode;
use tests::{Contribution, House, attributes, photo, text_of};

const SECRET: &[u8] = b"SerialNumber C0FFEE-77";

/// A photo whose camera wrote something into it.
fn telling_photo() -> Vec<u8> {
    let plain = photo(1600, 1200, 5);
    let length = u16::try_from(SECRET.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xfe", &length, SECRET, &plain[2..]].concat()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => files(&path),
            path => vec![path],
        })
        .collect()
}

/// The one original in the store, in which nothing tells what the camera wrote.
fn sealed_object(store: &Path) -> PathBuf {
    let objects = files(store);
    assert!(objects.len() > 3, "{objects:?}");
    for object in &objects {
        let stored = std::fs::read(object).unwrap();
        let told = stored.windows(SECRET.len()).any(|bytes| bytes == SECRET);
        assert!(!told, "{}", object.display());
    }
    let mut originals = objects
        .into_iter()
        .filter(|path| path.to_string_lossy().contains("/originals/"));
    let original = originals.next().expect("there is an original");
    assert_eq!(originals.next(), None);
    original
}

#[tokio::test(flavor = "multi_thread")]
async fn an_original_rests_sealed_and_leaves_by_the_door_that_writes_down_who_and_why() {
    let house = House::start_embedded(&[]);
    let sent = telling_photo();
    house
        .anyone()
        .contribute(&Contribution::new("What the camera knew").file("a.jpg", sent.clone()))
        .await;
    house.db_wait_for_jobs().await;

    let sealed = sealed_object(&house.data().join("objects"));
    let (stored, written_at) = (
        std::fs::read(&sealed).unwrap(),
        sealed.metadata().unwrap().modified().unwrap(),
    );
    assert!(stored.len() > sent.len() && !stored.starts_with(b"\xff\xd8"));

    let editor = house.editor().await;
    let desk = editor.read("/desk").await;
    let path = attributes(&desk, "main a[href^='/desk/submissions/']", "href").remove(0);
    let door = attributes(&editor.read(&path).await, "main a[href$='/original']", "href").remove(0);
    assert!(editor.read(&door).await.contains("harm"));
    assert_eq!(house.anyone().get(&door).await.status(), StatusCode::NOT_FOUND);
    let outsider = house.anyone().post(&door, &[("why", "curious")]).await;
    assert_eq!(outsider.status(), StatusCode::NOT_FOUND);
    let answer = editor.post(&door, &[("why", "Is the place right?")]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(
        answer.headers()["content-length"],
        sent.len().to_string().as_str()
    );
    assert!(
        answer.headers()["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment; ")
    );
    assert!(answer.headers().get("content-encoding").is_none());
    assert!(answer.bytes().await.unwrap() == sent);

    // Another key, while the program runs: it opens the same object by it.
    assert!(
        house
            .run(&["keys", "rotate"])
            .contains("1 envelopes were written anew")
    );
    assert!(std::fs::read(&sealed).unwrap() == stored);
    assert_eq!(sealed.metadata().unwrap().modified().unwrap(), written_at);
    let answer = editor.post(&door, &[("why", "Once more")]).await;
    assert!(answer.bytes().await.unwrap() == sent);
    let media = door.split('/').rev().nth(1).unwrap();
    let out = house.data().join("unsealed.jpg");
    house.run(&[
        "keys",
        "unseal",
        "--media",
        media,
        "--out",
        out.to_str().unwrap(),
        "--why",
        "For the court",
    ]);
    assert!(std::fs::read(&out).unwrap() == sent);
    assert!(
        house
            .run(&["keys", "show"])
            .contains("1 originals are sealed, 0 of them damaged")
    );
    assert!(house.run(&["doctor"]).lines().all(|line| line.starts_with("ok")));

    // One byte, near the end.
    let mut flipped = stored.clone();
    *flipped.iter_mut().rev().nth(100).unwrap() ^= 1;
    std::fs::write(&sealed, flipped).unwrap();
    let answer = editor.post(&door, &[("why", "And now?")]).await;
    let broken = match answer.status() {
        StatusCode::OK => answer.bytes().await.is_err(),
        status => status == StatusCode::INTERNAL_SERVER_ERROR,
    };
    assert!(
        broken,
        "nothing that was changed is given out as if it were whole"
    );
    let page = editor.read(&path).await;
    let history = text_of(&page, ".timeline").unwrap();
    for words in [
        "Is the place right?",
        "Once more",
        "For the court",
        "Original found changed or gone",
    ] {
        assert!(history.contains(words), "{words} in {history}");
    }
}
