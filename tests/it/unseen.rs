//! What is not to be seen at the desk, looked for behind every door of it that the code has: contributions that could
//! endanger somebody, for those without the right, and who sends, for everybody.

mod doors;

use std::time::Duration;

use reqwest::{Method, StatusCode};
use tests::{Contribution, House, Person, attributes, photo, text_of};

use doors::{Heard, Told, counts, listen, lists, paths};

/// In everything that was sent, and in nothing else.
const CANARY: &str = "kanarya";
/// Beside it, to search for.
const WORD: &str = "zirav";

/// A newsroom with something to keep safe, and something plain beside it by the same hand, with the same photo.
struct Scene {
    house: House,
    /// No right of any kind.
    editor: Person,
    chief: Person,
    admin: Person,
    plain: Told,
    secret: Told,
}

impl Scene {
    async fn set(secret: Contribution) -> Self {
        let house = House::start(&[]).await;
        let admin = house.editor().await;
        let editor = house.staff("an.editor@news.example", "editor").await;
        let chief = house.staff("chief@news.example", "chief").await;
        let guest = house.anyone();
        let plain = Contribution::new("Plain words")
            .with("email", secret.field("email"))
            .file("river.jpg", photo(640, 480, 3));
        guest.contribute(&plain).await;
        guest
            .contribute(&secret.file("river.jpg", photo(640, 480, 3)))
            .await;
        house.db_wait_for_jobs().await;
        let (plain, secret) = (
            Told::find(&house, "Plain words").await,
            Told::find_other(&house, "Plain words").await,
        );
        Self {
            house,
            editor,
            chief,
            admin,
            plain,
            secret,
        }
    }

    /// Everything that this person can open: what was asked, and all that came back.
    async fn open_all(&self, person: &Person, of: &Told) -> Vec<Heard> {
        let mut heard = Vec::new();
        for path in lists(of, WORD).into_iter().chain(paths("GET", of)) {
            heard.push(Heard::ask(person, Method::GET, &path, &[]).await);
        }
        heard
    }

    /// The same with every form that changes something, sent empty and as it would be sent.
    async fn press_all(&self, person: &Person, of: &Told) -> Vec<Heard> {
        let mut heard = Vec::new();
        for path in paths("POST", of) {
            for form in [Vec::new(), of.form()] {
                heard.push(Heard::ask(person, Method::POST, &path, &form).await);
            }
        }
        heard
    }
}

fn leaks(heard: &[Heard], secrets: &[&str]) -> Vec<String> {
    let told = heard.iter().filter_map(|heard| {
        let secret = secrets.iter().find(|secret| heard.tells(secret))?;
        Some(format!("{heard} tells {secret}"))
    });
    told.collect()
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one story")]
async fn what_could_endanger_somebody_is_behind_no_door_for_who_has_not_the_right() {
    let secret = Contribution::new("Kanarya one")
        .with("body", "The kanarya sings zirav at night.")
        .with("place", "Kanarya street")
        .with("email", "one.person@example.org");
    let scene = Scene::set(secret).await;
    let Scene {
        house,
        editor,
        chief,
        admin,
        plain,
        secret,
    } = &scene;
    let page = format!("/desk/submissions/{}", secret.submission_id);
    // While everyone sees it, it gets what a contribution has: a note that calls the editor, tags, a check, trust.
    let me = Told::account(house, "an.editor@news.example").await;
    let fields = [
        ("for", "desk"),
        ("body", "kanarya zirav, look"),
        ("mention", me.as_str()),
    ];
    for (door, form) in [
        ("notes", &fields[..]),
        ("sorting", &[("version", "1"), ("tags", "kanarya, zirav")]),
        (
            "checks",
            &[("item", "place"), ("level", "verified"), ("how", "kanarya")],
        ),
        ("sender/notes", &[("about", "kanarya zirav")]),
    ] {
        let answer = chief.post(&format!("{page}/{door}"), form).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{door}");
    }
    assert!(editor.read("/desk/mentions").await.contains(CANARY));
    let before = counts(editor).await;
    assert!(!before.is_empty());

    let version = attributes(
        &chief.read(&format!("{page}/risk")).await,
        "input[name=version]",
        "value",
    );
    let form = [
        ("version", version[0].as_str()),
        ("risk", "set"),
        ("why", "kanarya zirav"),
    ];
    let set = chief.post(&format!("{page}/risk"), &form).await;
    assert_eq!(set.status(), StatusCode::SEE_OTHER);
    house.db_wait_for_jobs().await;

    let line = listen(editor);
    let secrets = secret.secrets(&[CANARY]);
    let secrets: Vec<&str> = secrets.iter().map(String::as_str).collect();
    let mut heard = scene.open_all(editor, secret).await;
    heard.extend(scene.open_all(editor, plain).await);
    let pressed = scene.press_all(editor, secret).await;
    for heard in heard
        .iter()
        .chain(&pressed)
        .filter(|heard| heard.is_about(secret))
    {
        assert!(
            matches!(heard.status, 303 | 404 | 400 | 422) || !heard.is_of_one(),
            "{heard}"
        );
    }
    heard.extend(pressed);
    // A word of changes that it made.
    chief
        .post(
            &format!("{page}/notes"),
            &[("for", "desk"), ("body", "kanarya again")],
        )
        .await;
    chief
        .post(
            &format!("/desk/submissions/{}/notes", plain.submission_id),
            &[("for", "desk"), ("body", "x")],
        )
        .await;
    heard.push(line.await.unwrap());
    assert!(heard.len() > 60, "only {} doors", heard.len());
    let told = leaks(&heard, &secrets);
    assert!(told.is_empty(), "{}", told.join("\n"));

    // The numbers are those of a desk on which it never was.
    let with = counts(editor).await;
    let knows = counts(chief).await;
    assert_ne!(knows, with, "who has the right counts it");
    assert_ne!(before, with, "it was counted before");

    let opened = scene.open_all(chief, secret).await;
    let knowing = leaks(&opened, &secrets);
    assert!(knowing.len() >= 5, "{knowing:#?}");

    // An admin says so, and a minute later otherwise: it holds with the next request, for the session that is open.
    let person = format!("/desk/people/{me}");
    for (act, status) in [("grant", 200), ("take", 404)] {
        let seen = attributes(
            &admin.read(&person).await,
            "form[action$='/risk'] input[name=seen]",
            "value",
        );
        let form = [("seen", seen[0].as_str()), ("risk", act)];
        let answer = admin.post(&format!("{person}/risk"), &form).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{act}");
        assert_eq!(editor.get(&page).await.status().as_u16(), status, "{act}");
    }

    let mut conn = house.db_connect().await;
    sqlx::query("delete from submissions where submission_id = $1::uuid")
        .bind(&secret.submission_id)
        .execute(&mut conn)
        .await
        .unwrap();
    assert_eq!(counts(editor).await, with, "as if it had never been");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_is_behind_no_door_but_the_one_that_is_written_down() {
    let secret = Contribution::new("Flood in the old town")
        .with("name", "Kanarya Zirav")
        .with("email", "kanarya@zirav.example");
    let scene = Scene::set(secret).await;
    let Scene {
        house,
        editor,
        chief,
        admin,
        secret,
        ..
    } = &scene;
    let page = format!("/desk/submissions/{}", secret.submission_id);
    // Accepted, so that a story can be made of it by name; published, so that its story is there.
    let accept = [("version", "1"), ("decision", "accept")];
    assert_eq!(
        editor.post(&format!("{page}/decision"), &accept).await.status(),
        StatusCode::SEE_OTHER
    );
    house.db_wait_for_jobs().await;
    let story = format!("{page}/story");
    let form = [
        ("version", "0"),
        ("title", "Flood"),
        ("body", "It rose."),
        ("language", "en"),
        ("credit", "name"),
        ("action", "publish"),
    ];
    let published = editor.post(&story, &form).await;
    assert_eq!(published.status(), StatusCode::SEE_OTHER);
    let path = published.headers()["location"].to_str().unwrap().to_owned();
    tokio::time::timeout(Duration::from_secs(30), async {
        while !house
            .anyone()
            .get(&path)
            .await
            .text()
            .await
            .unwrap()
            .contains("Kanarya Zirav")
        {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    })
    .await
    .expect("the public reads the name");

    let secrets = ["kanarya", "zirav.example"];
    let mut told = Vec::new();
    let line = listen(editor);
    for person in [editor, chief, admin] {
        told.extend(leaks(&scene.open_all(person, secret).await, &secrets));
    }
    chief
        .post(&format!("{page}/notes"), &[("for", "desk"), ("body", "x")])
        .await;
    told.extend(leaks(&[line.await.unwrap()], &secrets));
    let found = Heard::ask(chief, Method::GET, "/desk?q=zirav", &[]).await;
    assert_eq!(found.status, 200);
    let rows = attributes(&found.body, "ol.queue li.item", "data-id");
    assert!(rows.is_empty(), "a name finds nothing: {rows:?}");

    let door = format!("{page}/identity");
    let shown = Heard::ask(
        editor,
        Method::POST,
        &door,
        &[("why".to_owned(), "a threat".to_owned())],
    )
    .await;
    assert_eq!(
        text_of(&shown.body, ".revealed dd").as_deref(),
        Some("Kanarya Zirav")
    );
    for person in [chief, admin] {
        told.extend(leaks(&scene.open_all(person, secret).await, &secrets));
    }
    let known = scene.open_all(editor, secret).await;
    told.extend(leaks(
        &known
            .into_iter()
            .filter(|heard| {
                let path = heard.path.split('?').next().unwrap_or_default();
                path != page && path != door
            })
            .collect::<Vec<_>>(),
        &secrets,
    ));
    told.extend(leaks(&scene.press_all(chief, secret).await, &secrets));
    assert!(told.is_empty(), "{}", told.join("\n"));
    let history = chief.read(&page).await;
    assert!(history.contains("Identity shown") && history.contains("a threat"));
}
