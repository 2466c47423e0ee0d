//! Lists kept at hand: saved, shared, renamed, forgotten; and of others only what they share.

use axum::http::StatusCode;

use super::{listing::titled, *};

const VIEWS: &str = ".queues .view a[href^='/desk?']";

impl Desk {
    async fn save(&self, viewer: &Viewer, name: &str, query: &str, shared: bool) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("name", name).append_pair("query", query);
        if shared {
            form.append_pair("shared", "yes");
        }
        self.post(viewer, "/desk/views", &form.finish()).await
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_list_is_kept_under_a_name_with_how_many_are_in_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    for number in 0..120 {
        let language = if number < 3 {
            ground::lang::Lang::Tr
        } else {
            ground::lang::Lang::En
        };
        desk.db_sent(
            TimeDelta::minutes(number),
            Submission {
                language,
                ..titled("One")
            },
        )
        .await;
    }
    let list = desk
        .get(&editor, "/desk?queue=new&language=tr&before=&junk=1")
        .await;
    assert_eq!(list.status, StatusCode::SEE_OTHER);
    let list = desk.get(&editor, "/desk?queue=new&language=tr").await;
    assert_eq!(
        list.attributes(".keep input[name=query]", "value"),
        ["queue=new&language=tr"]
    );
    let saved = desk
        .save(
            &editor,
            " Turkish <b> ",
            "language=tr&queue=new&junk=1&after=",
            false,
        )
        .await;
    assert_eq!(
        (saved.status, saved.header(header::LOCATION)),
        (StatusCode::SEE_OTHER, "/desk?queue=new&language=tr")
    );
    desk.save(&editor, "English", "queue=new&language=en", false)
        .await;
    let list = desk.get(&editor, "/desk?queue=new&language=tr").await;
    assert_eq!(list.texts(VIEWS), ["English 99+", "Turkish <b> 3"]);
    assert_eq!(list.texts(".view [aria-current]"), ["Turkish <b> 3"]);

    // The same name again is the same list with other filters.
    desk.save(&editor, "English", "queue=open&language=tr", true)
        .await;
    let page = desk.get(&editor, "/desk/views").await;
    assert_eq!(page.texts(".views h2"), ["English", "Turkish <b>"]);
    assert_eq!(
        page.attributes(".views h2 a", "href")[0],
        "/desk?queue=open&language=tr"
    );
    for (name, words) in [
        ("  ", "Give the list a name."),
        (&"x".repeat(61), "The name may have at most"),
    ] {
        let refused = desk.save(&editor, name, "queue=new", false).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(words), "{words}");
        assert_eq!(
            refused.attributes("input[name=query]", "value"),
            ["queue=new"],
            "nothing is lost"
        );
    }
    assert_eq!(
        desk.save(&editor, "Odd", "queue=shredded", false).await.status,
        StatusCode::NOT_FOUND
    );
    for number in 2..40 {
        desk.save(&editor, &format!("n{number}"), "queue=new", false)
            .await;
    }
    let refused = desk.save(&editor, "one too many", "queue=new", false).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let replaced = desk.save(&editor, "English", "queue=new", false).await;
    assert_eq!(
        replaced.status,
        StatusCode::SEE_OTHER,
        "what is there can still be changed"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_others_there_is_what_they_share_and_only_they_and_chiefs_change_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem, chief) = (
        desk.db_editor("Bo").await,
        desk.db_editor("Cem").await,
        desk.db_chief("Dana").await,
    );
    desk.save(&bo, "Mine alone", "tag=private", false).await;
    desk.save(&bo, "For all", "tag=flood", true).await;
    desk.save(&chief, "Secret", "queue=risk", true).await;
    assert_eq!(desk.get(&cem, "/desk").await.texts(VIEWS), ["For all 0"]);
    assert_eq!(
        desk.get(&bo, "/desk").await.texts(VIEWS),
        ["For all 0", "Mine alone 0"]
    );
    assert_eq!(
        desk.get(&chief, "/desk").await.texts(VIEWS),
        ["Secret 0", "For all 0"]
    );
    assert!(!desk.get(&cem, "/desk/views").await.text.contains("Secret"));
    assert_eq!(
        desk.save(&cem, "Peek", "queue=risk", false).await.status,
        StatusCode::NOT_FOUND
    );

    let ids = sqlx::query!("select view_id, name from desk_views")
        .fetch_all(&desk.pool)
        .await
        .unwrap();
    let address = |name: &str| {
        let id = ids.iter().find(|view| view.name == name).unwrap().view_id;
        format!("/desk/views/{id}")
    };
    for (viewer, name, status) in [
        (&cem, "Mine alone", StatusCode::NOT_FOUND),
        (&cem, "For all", StatusCode::NOT_FOUND),
        (&cem, "Secret", StatusCode::NOT_FOUND),
        (&chief, "Mine alone", StatusCode::NOT_FOUND),
        (&chief, "For all", StatusCode::SEE_OTHER),
        (&bo, "For all", StatusCode::SEE_OTHER),
    ] {
        let answer = desk
            .post(viewer, &address(name), &format!("name={name}&shared=yes"))
            .await;
        assert_eq!(answer.status, status, "{name}");
    }
    let taken = desk
        .post(&bo, &address("For all"), "name=Mine+alone&shared=yes")
        .await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text.contains("another list by this name"));
    assert_eq!(
        desk.post(&bo, &address("For all"), "name=Own").await.status,
        StatusCode::SEE_OTHER
    );
    assert!(
        desk.get(&cem, "/desk").await.texts(VIEWS).is_empty(),
        "it is shared no more"
    );
    for (viewer, name, status) in [
        (&cem, "Mine alone", StatusCode::NOT_FOUND),
        (&bo, "Mine alone", StatusCode::SEE_OTHER),
        (&bo, "Mine alone", StatusCode::NOT_FOUND),
    ] {
        let answer = desk.post(viewer, &format!("{}/delete", address(name)), "").await;
        assert_eq!(answer.status, status);
    }
    assert_eq!(
        desk.post(&bo, "/desk/views/nonsense", "name=x").await.status,
        StatusCode::NOT_FOUND
    );
}
