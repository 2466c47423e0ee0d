//! While many send at once: who is not signed in shows that they mean it, and nothing is lost meanwhile.

use axum::http::{Request, StatusCode};
use chrono::TimeDelta;
use ground::{
    ids::AccountId,
    viewer::{SignedIn, Viewer},
    web::Puzzle,
};
use sqlx::PgPool;

use super::{blank, problems};
use crate::testing::{Answer, Door, Form};

/// A door where one contribution an hour is nothing special, and was sent.
async fn crowded(pool: PgPool) -> Door {
    let door = Door::open_with(pool, |state| state.sendings_soft = 1).await;
    assert!(puzzle(&blank(&door).await).is_none());
    door.send(blank(&door).await.form().story()).await.code();
    door
}

fn puzzle(page: &Answer) -> Option<Puzzle> {
    let challenge = page.attributes("#work", "data-challenge").pop()?;
    assert_eq!(
        page.attributes("input[name=work_challenge]", "value"),
        [challenge.as_str()]
    );
    let bits = page.attributes("#work", "data-bits").pop()?.parse().unwrap();
    Some(Puzzle { challenge, bits })
}

/// The form of this page as the script fills it in.
fn solved(page: &Answer) -> Form {
    worked(page, &puzzle(page).unwrap().solve().unwrap())
}

fn worked(page: &Answer, solution: &str) -> Form {
    let names = page.attributes("main form input[type=hidden]", "name");
    let values = page.attributes("main form input[type=hidden]", "value");
    let fields = names.iter().zip(&values);
    fields.fold(Form::default(), |form, (name, value)| match name.as_str() {
        "work_solution" => form.field(name, solution),
        _ => form.field(name, value),
    })
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_form_that_comes_with_its_puzzle_solved_is_taken_once(pool: PgPool) {
    let door = crowded(pool).await;
    let page = blank(&door).await;
    let form = solved(&page).story();
    let (one, other) = tokio::join!(door.send(form.clone()), door.send(form.clone()));
    assert_eq!(one.code(), other.code());
    assert_eq!(door.send(form).await.code(), one.code());
    assert_eq!(door.db_submissions().await.len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_solution_is_good_for_its_own_form_alone(pool: PgPool) {
    let door = crowded(pool).await;
    let (page, next) = (blank(&door).await, blank(&door).await);
    let used = puzzle(&page).unwrap();
    let solution = used.solve().unwrap();
    let id = next
        .attributes("input[name=submission_id]", "value")
        .pop()
        .unwrap();
    let borrowed = |form: Form| {
        form.field("work_challenge", &used.challenge)
            .field("work_solution", &solution)
            .story()
    };
    for form in [
        borrowed(Form::default().field("submission_id", &id)),
        borrowed(Form::default()),
        Form::default().story(),
        worked(&page, "").story(),
        worked(&page, "1e3").story(),
        worked(&page, &"9".repeat(10_000)).story(),
    ] {
        let again = door.send(form).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(problems(&again), ["#work"]);
    }
    door.state.clock.advance(TimeDelta::minutes(30));
    for _ in 0..2 {
        door.send(solved(&blank(&door).await).story()).await.code();
    }
    let late = door.send(worked(&page, &solution).story()).await;
    assert_eq!(problems(&late), ["#work"], "too old");
    assert_ne!(puzzle(&late).unwrap(), used);
    assert_eq!(door.db_submissions().await.len(), 3);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_no_script_waits_a_minute_and_loses_nothing(pool: PgPool) {
    let door = crowded(pool).await;
    // It came before there was a crowd, so it has no puzzle at all.
    let again = door.send(Form::default().story().file("night.jpg", b"1")).await;
    assert_eq!(problems(&again), ["#work"]);
    assert_eq!(again.attributes("#title", "value"), ["Flood in the old town"]);
    assert!(again.texts("#body")[0].contains("The river rose"));
    assert_eq!(
        again.attributes("input[name=upload]", "value").len(),
        1,
        "the photo is here"
    );
    let first = puzzle(&again).unwrap();

    door.state.clock.advance(TimeDelta::seconds(59));
    let too_soon = door.send(again.form().story()).await;
    assert_eq!(problems(&too_soon), ["#work"]);
    assert_eq!(
        puzzle(&too_soon).unwrap(),
        first,
        "the time that was waited counts"
    );
    door.state.clock.advance(TimeDelta::seconds(1));
    door.send(too_soon.form().story()).await.code();
    assert_eq!(door.db_files().await, ["night.jpg"]);
    assert_eq!(door.db_submissions().await.len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn mistakes_use_nothing_up(pool: PgPool) {
    let door = crowded(pool).await;
    let page = blank(&door).await;
    let wrong = door.send(solved(&page).field("title", "Flood")).await;
    assert!(!problems(&wrong).contains(&"#work".to_owned()), "{}", wrong.text);
    assert_eq!(puzzle(&wrong), puzzle(&page), "it need not be solved again");
    door.send(solved(&wrong).story()).await.code();
    // And one that has everything wrong is told everything.
    let all = door.send(Form::default()).await;
    assert_eq!(problems(&all).last().unwrap(), "#work");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_signed_in_shows_nothing(pool: PgPool) {
    let door = crowded(pool).await;
    let account_id: AccountId = door.state.ids.mint(door.state.clock.now());
    sqlx::query!(
        "insert into accounts (account_id, display_name, created_at) values ($1, 'Ada', $2)",
        account_id.0,
        door.state.clock.now(),
    )
    .execute(&door.state.pool)
    .await
    .unwrap();
    let ada = Viewer(Some(SignedIn {
        account_id,
        name: "Ada".to_owned(),
        role: None,
        sees_at_risk: false,
        confirmed_at: door.state.clock.now(),
    }));
    let mut asked = Request::get("/contribute")
        .body(axum::body::Body::empty())
        .unwrap();
    asked.extensions_mut().insert(ada.clone());
    assert!(puzzle(&door.ask(asked).await).is_none());
    for sender in ["account", "guest"] {
        let mut sent = Form::default().story().field("as", sender).request();
        sent.extensions_mut().insert(ada.clone());
        door.ask(sent).await.code();
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn when_the_crowd_is_gone_nothing_is_asked(pool: PgPool) {
    let door = crowded(pool).await;
    let page = blank(&door).await;
    assert!(puzzle(&page).is_some());
    assert!(page.texts("#work")[0].contains("Very many people"));
    door.state.clock.advance(TimeDelta::hours(1));
    door.send(worked(&page, "").story()).await.code();
    assert!(
        puzzle(&door.send(Form::default()).await).is_some(),
        "one an hour again"
    );
}
