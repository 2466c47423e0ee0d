//! What somebody sent, through its doors: their own, another's, twice, at once, and taken into an account.

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use ground::{
    ids::{AccountId, SubmissionId},
    viewer::Viewer,
};
use sqlx::PgPool;

use super::{address_of, list::PER_PAGE};
use crate::{
    submission::State,
    testing::{Answer, Door, Form},
};

const LIST: &str = "/me/contributions";
const CLAIM: &str = "/me/contributions/claim";
const NEVER: &str = "0000-0000-0000-0000-0000";

fn id_of(viewer: &Viewer) -> AccountId {
    viewer.0.as_ref().unwrap().account_id
}

async fn sent(door: &Door, viewer: &Viewer) -> SubmissionId {
    let form = Form::default().story().file("secret-name.jpg", b"1");
    door.ask_as(viewer, form.request()).await.code();
    door.state.clock.advance(TimeDelta::seconds(1));
    door.db_submissions().await.last().unwrap().submission_id
}

fn words(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    answer.texts(".error-summary li").concat()
}

fn location(answer: &Answer) -> &str {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.header(header::LOCATION)
}

async fn db_set_state(door: &Door, id: SubmissionId, state: State) {
    sqlx::query!(
        "update submissions set state = $2, decline_reason = 'safety' where submission_id = $1",
        id.0,
        state as State
    )
    .execute(&door.state.pool)
    .await
    .unwrap();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_signed_out_is_asked_to_sign_in_and_comes_back(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let address = address_of(sent(&door, &ada).await);
    let nobody = Viewer::default();
    let asked = format!("/signin?next={address}");
    assert_eq!(
        location(&door.get_as(&nobody, LIST).await),
        format!("/signin?next={LIST}")
    );
    assert_eq!(location(&door.get_as(&nobody, &address).await), asked);
    let withdrawn = door
        .post_as(&nobody, &address, ("action", "withdraw_confirmed"))
        .await;
    assert_eq!(location(&withdrawn), asked);
    let claimed = door.post_as(&nobody, CLAIM, ("code", NEVER)).await;
    assert_eq!(location(&claimed), format!("/signin?next={LIST}"));
    let files = Form::default().file("b.jpg", b"2");
    let files = door
        .ask_as(&nobody, files.request_to(&format!("{address}/files")))
        .await;
    assert_eq!(location(&files), asked);
    assert_eq!(door.db_submissions().await[0].state, State::Received);
    assert_eq!(door.db_files().await.len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_another_sent_is_not_there(pool: PgPool) {
    let door = Door::open(pool).await;
    let (ada, bo) = (door.db_reader("Ada").await, door.db_reader("Bo").await);
    let hers = address_of(sent(&door, &ada).await);
    let guests = address_of(sent(&door, &Viewer::default()).await);
    let never = address_of(SubmissionId(uuid::Uuid::from_u128(7)));
    for address in [&hers, &guests, &never, &format!("{LIST}/' or 1=1")] {
        let address = address.replace(' ', "%20");
        for answer in [
            door.get_as(&bo, &address).await,
            door.post_as(&bo, &address, ("action", "withdraw")).await,
            door.post_as(&bo, &address, ("action", "withdraw_confirmed"))
                .await,
            door.ask_as(
                &bo,
                Form::default()
                    .file("b.jpg", b"2")
                    .request_to(&format!("{address}/files")),
            )
            .await,
        ] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        }
        let id = address.rsplit('/').next().unwrap();
        let added = door.get_as(&bo, &format!("{LIST}/added?of={id}")).await;
        assert_eq!(added.status, StatusCode::NOT_FOUND);
    }
    let list = door.get_as(&bo, LIST).await;
    assert_eq!(list.texts(".empty-title"), ["Nothing here yet"]);
    assert_eq!(door.db_files().await.len(), 2);
    assert!(
        door.db_submissions()
            .await
            .iter()
            .all(|submission| submission.state == State::Received)
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_list_says_of_each_how_it_stands_and_calls_nobody_spam(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let hostile = Form::default().field("title", "<script>alert(1)</script>\u{202E}{{7*7}}");
    let hostile = hostile.field("body", "b").field("consent", "anonymous");
    door.ask_as(&ada, hostile.field("terms", "yes").request())
        .await
        .code();
    door.state.clock.advance(TimeDelta::seconds(1));
    let spam = sent(&door, &ada).await;
    db_set_state(&door, spam, State::Spam).await;
    let accepted = sent(&door, &ada).await;
    db_set_state(&door, accepted, State::Accepted).await;
    let page = door.get_as(&ada, LIST).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        page.texts("main li .badge"),
        [
            "We want to use it and are preparing it",
            "We are not using it",
            "It waits for an editor"
        ]
    );
    assert!(!page.text.to_lowercase().contains("spam"));
    assert!(!page.text.contains("<script>alert") && page.text.contains("{{7*7}}"));
    assert_eq!(
        page.attributes("main li a", "href")[..2],
        [address_of(accepted), address_of(spam)]
    );
    assert_eq!(page.attributes("main li a", "dir"), ["auto"; 3]);
    assert_eq!(
        door.get_as(&ada, &format!("{LIST}?before=nonsense")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn each_stands_on_one_page_of_the_list(pool: PgPool) {
    let door = Door::open(pool).await;
    let (ada, bo) = (door.db_reader("Ada").await, door.db_reader("Bo").await);
    let mut newest_first = Vec::new();
    for number in 0..=2 * PER_PAGE {
        // Some of one moment: the id decides.
        if number % 3 == 0 {
            door.state.clock.advance(TimeDelta::seconds(1));
        }
        let id: SubmissionId = door.state.ids.mint(door.state.clock.now());
        for (owner, id) in [(&ada, id), (&bo, door.state.ids.mint(door.state.clock.now()))] {
            sqlx::query!(
                "insert into submissions (submission_id, title, body, language, consent, consent_at, terms_version,
                                          receipt_hash, form_key_hash, sent_at, account_id)
                 values ($1, 'T', 'B', 'en', 'anonymous', $2, '7', $3, '', $2, $4)",
                id.0,
                door.state.clock.now(),
                &id.0.as_bytes()[..],
                id_of(owner).0,
            )
            .execute(&door.state.pool)
            .await
            .unwrap();
        }
        newest_first.push((door.state.clock.now(), id));
    }
    newest_first.sort();
    let expected: Vec<String> = newest_first.iter().rev().map(|(_, id)| address_of(*id)).collect();

    let (mut seen, mut address) = (Vec::new(), LIST.to_owned());
    let mut newer = Vec::new();
    loop {
        let page = door.get_as(&ada, &address).await;
        seen.extend(page.attributes("main li a", "href"));
        newer.push(page.attributes(".pager [rel=prev]", "href"));
        match page.attributes(".pager [rel=next]", "href").first() {
            Some(next) => next.clone_into(&mut address),
            None => break,
        }
    }
    assert_eq!(seen, expected);
    assert_eq!(newer.iter().map(Vec::len).collect::<Vec<_>>(), [0, 1, 1]);
    let back = door.get_as(&ada, &newer[2][0]).await;
    assert_eq!(
        back.attributes("main li a", "href"),
        expected[PER_PAGE..2 * PER_PAGE]
    );
    let top = door.get_as(&ada, &newer[1][0]).await;
    assert_eq!(top.attributes("main li a", "href"), expected[..PER_PAGE]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn it_is_taken_back_once_and_asked_before_without_any_code(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let id = sent(&door, &ada).await;
    let address = address_of(id);
    let page = door.get_as(&ada, &address).await;
    assert_eq!(page.texts("h1"), ["Flood in the old town"]);
    assert_eq!(page.texts(".timeline li").len(), 3);
    assert!(page.attributes("input[name=code]", "value").is_empty());
    let forms = page.attributes("main form", "action");
    let files = format!("{address}/files");
    assert!(
        forms.iter().all(|form| *form == address || *form == files),
        "{forms:?}"
    );
    assert_eq!(
        page.attributes("main form button[name=action]", "value"),
        ["say", "allow", "withdraw"]
    );

    let asked = door.post_as(&ada, &address, ("action", "withdraw")).await;
    assert_eq!(
        asked.attributes("#withdraw button[name=action]", "value"),
        ["withdraw_confirmed"]
    );
    assert_eq!(door.db_submissions().await[0].state, State::Received);
    let confirm = ("action", "withdraw_confirmed");
    let (one, other) = tokio::join!(
        door.post_as(&ada, &address, confirm),
        door.post_as(&ada, &address, confirm)
    );
    for answer in [one, other] {
        assert_eq!(location(&answer), address);
    }
    let page = door.get_as(&ada, &address).await;
    assert_eq!(
        page.texts(".timeline .done .step").last().unwrap(),
        "You took it back"
    );
    assert_eq!(door.db_history(id).await, ["sent", "withdrawn"]);
    let jobs = door.db_jobs().await;
    let withdrawals = jobs.iter().filter(|kind| *kind == "publishing.withdraw_story");
    assert_eq!(withdrawals.count(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn files_are_added_once_and_not_to_what_came_to_its_end(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let id = sent(&door, &ada).await;
    let address = address_of(id);
    let files = format!("{address}/files");
    let hidden = door.get_as(&ada, &address).await;
    let addition = hidden.attributes("input[name=addition]", "value").remove(0);
    let form = Form::default()
        .field("addition", &addition)
        .file("more.jpg", b"2");
    let (one, other) = tokio::join!(
        door.ask_as(&ada, form.clone().request_to(&files)),
        door.ask_as(&ada, form.request_to(&files))
    );
    for answer in [one, other] {
        let next = location(&answer).to_owned();
        assert_eq!(next, format!("{LIST}/added?of={id}"));
        assert_eq!(answer.header(header::SET_COOKIE), "", "there is no code to carry");
        let page = door.get_as(&ada, &next).await;
        assert!(page.texts(".notice.good")[0].starts_with("Your files are here"));
    }
    assert_eq!(door.db_files().await, ["secret-name.jpg", "more.jpg"]);
    assert_eq!(door.db_history(id).await, ["sent", "files_added"]);

    let empty = door.ask_as(&ada, Form::default().request_to(&files)).await;
    assert_eq!(words(&empty), "Choose at least one file.");
    assert!(empty.attributes("main form", "action").contains(&files));
    door.post_as(&ada, &address, ("action", "withdraw_confirmed"))
        .await;
    let late = Form::default().file("late.jpg", b"3");
    let late = door.ask_as(&ada, late.request_to(&files)).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(door.db_files().await.len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_receipt_is_taken_into_an_account_once_and_works_as_before(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let code = door.send(Form::default().story()).await.code();
    let id = door.db_submissions().await[0].submission_id;
    let list = door.get_as(&ada, LIST).await;
    assert_eq!(
        list.texts(".empty-title").len(),
        1,
        "nothing gets there by itself"
    );
    for typed in [code.clone(), code.to_lowercase(), code.replace('-', " ")] {
        let claimed = door.post_as(&ada, CLAIM, ("code", &typed)).await;
        assert_eq!(location(&claimed), address_of(id));
    }
    assert_eq!(door.db_owners().await, [Some(id_of(&ada))]);
    assert_eq!(door.db_history(id).await, ["sent", "claimed"]);
    let who = sqlx::query!("select account_id, detail from review_events where kind = 'claimed'");
    let who = who.fetch_one(&door.state.pool).await.unwrap();
    assert_eq!((who.account_id, who.detail), (None, serde_json::json!({})));
    assert_eq!(
        door.get_as(&ada, LIST).await.attributes("main li a", "href"),
        [address_of(id)]
    );
    assert_eq!(door.receipt(&code, "").await.status, StatusCode::OK);

    // What was taken back, too.
    let code = door.send(Form::default().story()).await.code();
    door.receipt(&code, "withdraw_confirmed").await;
    location(&door.post_as(&ada, CLAIM, ("code", &code)).await);
    assert_eq!(door.db_owners().await, [Some(id_of(&ada)); 2]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_code_of_another_accounts_contribution_is_a_wrong_code_in_words_and_by_count(pool: PgPool) {
    let door = Door::open(pool).await;
    let (ada, bo) = (door.db_reader("Ada").await, door.db_reader("Bo").await);
    let code = door.send(Form::default().story()).await.code();
    location(&door.post_as(&ada, CLAIM, ("code", &code)).await);
    let empty = door.post_as(&bo, CLAIM, ("code", " ")).await;
    assert_eq!(words(&empty), "Type your receipt code.");
    let mut answers = Vec::new();
    for typed in [&code, NEVER, "<b>", &code, "hello"] {
        let answer = door.post_as(&bo, CLAIM, ("code", typed)).await;
        assert_eq!(answer.attributes("input[name=code]", "value"), [typed]);
        answers.push(words(&answer));
    }
    answers.dedup();
    assert_eq!(
        answers,
        ["We know no such code. Please compare it letter by letter with what you kept."]
    );
    let sixth = door.post_as(&bo, CLAIM, ("code", &code)).await;
    assert_eq!(sixth.status, StatusCode::TOO_MANY_REQUESTS);
    // One count for both doors.
    assert_eq!(
        door.receipt(&code, "").await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    assert_eq!(door.db_owners().await, [Some(id_of(&ada))]);
    assert_eq!(
        door.get_as(&bo, LIST).await.texts("main li").len(),
        0,
        "and nothing of it is shown"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_accounts_that_take_one_receipt_at_once_one_gets_it(pool: PgPool) {
    let door = Door::open(pool).await;
    let (ada, bo) = (door.db_reader("Ada").await, door.db_reader("Bo").await);
    for _ in 0..4 {
        let code = door.send(Form::default().story()).await.code();
        let (one, other) = tokio::join!(
            door.post_as(&ada, CLAIM, ("code", &code)),
            door.post_as(&bo, CLAIM, ("code", &code))
        );
        let mut statuses = [one.status, other.status];
        statuses.sort();
        assert_eq!(
            statuses,
            [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]
        );
        door.state.clock.advance(TimeDelta::hours(2));
    }
    for submission in door.db_submissions().await {
        assert_eq!(
            door.db_history(submission.submission_id).await,
            ["sent", "claimed"]
        );
    }
}
