//! Taking along and forgetting, with a real database and a disk store.

use std::path::{Path, PathBuf};

use axum::body::Bytes;
use chrono::TimeDelta;
use futures_util::{StreamExt, TryStreamExt, stream};
use ground::{
    ids::{AccountId, MediaId, SubmissionId},
    jobs::Runners,
    personal::{Content, Personal as _},
    seal::{Identity, Keyring, Source},
    viewer::Viewer,
};
use serde_json::Value;
use sqlx::PgPool;
use tokio::io::AsyncReadExt;

use super::Personal;
use crate::testing::{Door, Form};

/// In everything that somebody sent, and in nothing else.
pub(crate) const CANARY: &str = "Kanarya";

fn id_of(viewer: &Viewer) -> AccountId {
    viewer.0.as_ref().unwrap().account_id
}

fn personal(door: &Door) -> Personal {
    Personal::new(door.state.originals.clone())
}

/// A contribution with the canary in every field, and files of these names.
pub(crate) async fn sent(door: &Door, viewer: &Viewer, files: &[&str]) -> SubmissionId {
    let mut form = Form::default();
    for name in ["title", "body", "name", "place", "happened_at"] {
        form = form.field(name, &format!("{CANARY} {name}"));
    }
    form = form.field("email", &format!("{CANARY}@example.org"));
    for name in files {
        form = form.file(name, format!("{CANARY} in {name}").as_bytes());
    }
    let form = form.field("consent", "named").field("terms", "yes");
    door.ask_as(viewer, form.request()).await.code();
    door.state.clock.advance(TimeDelta::seconds(1));
    door.db_submissions().await.last().unwrap().submission_id
}

pub(crate) async fn db_media(door: &Door, of: SubmissionId) -> Vec<MediaId> {
    let mut conn = door.state.pool.acquire().await.unwrap();
    let files = crate::files_of(&mut conn, of).await.unwrap();
    files.into_iter().map(|(_, media_id, _)| media_id).collect()
}

/// Seals what came, as a worker does, and reads in it what a worker might.
pub(crate) async fn db_seal(originals: &media::Originals, media_id: MediaId, bytes: &[u8]) {
    let bytes = stream::iter([Ok(Bytes::copy_from_slice(bytes))]);
    originals.seal(media_id, bytes).await.unwrap();
    for statement in [
        "insert into fact_readings (media_id, read_at, facts_cut, credentials_refused)
         values ($1, now(), false, 'broken')",
        "insert into media_facts (media_id, position, kind, source, value)
         values ($1, 0, 'software', 'exif:Software', '\"Kanarya 3\"')",
        "insert into renditions (media_id, slot, format, width, height, size) values ($1, 320, 'webp', 320, 200, 3)",
    ] {
        sqlx::query(statement)
            .bind(media_id.0)
            .execute(&originals.pool)
            .await
            .unwrap();
    }
    let key = ground::blobs::BlobKey::rendition(media_id, "320.webp".parse().unwrap());
    let copy = Bytes::from(format!("{CANARY} copy"));
    originals.blobs.put_bytes(&key, copy, "image/webp").await.unwrap();
}

fn new_id(door: &Door) -> uuid::Uuid {
    door.state.ids.mint::<SubmissionId>(door.state.clock.now()).0
}

/// A question of an editor, and an answer to it, with the canary in both.
pub(crate) async fn db_talk(door: &Door, id: SubmissionId, editor: &Viewer) {
    let (question, answer) = (new_id(door), new_id(door));
    for (sending, account_id) in [(question, Some(id_of(editor).0)), (answer, None)] {
        sqlx::query!(
            "insert into talk_sendings (sending_id, submission_id, account_id, at, settles_at)
             select $1, $2, $3::uuid, $4, case when $3::uuid is not null then $4::timestamptz end",
            sending,
            id.0,
            account_id,
            // First the question.
            door.state.clock.now() - TimeDelta::seconds(i64::from(account_id.is_some())),
        )
        .execute(&door.state.pool)
        .await
        .unwrap();
    }
    sqlx::query!(
        "insert into talk_messages (message_id, sending_id, submission_id, position, question, body, answers)
         values ($1, $1, $3, 0, 'other', 'Kanarya asked', null), ($2, $2, $3, 0, null, 'Kanarya answered', $1)",
        question,
        answer,
        id.0,
    )
    .execute(&door.state.pool)
    .await
    .unwrap();
}

/// Everything that somebody takes along: path and bytes.
async fn take_along(personal: &Personal, account_id: AccountId) -> Vec<(String, Vec<u8>)> {
    let mut files = personal.export(account_id);
    let mut all = Vec::new();
    while let Some(file) = files.try_next().await.unwrap() {
        let bytes = match file.content {
            Content::Text(text) => text.into_bytes(),
            Content::Stream(mut stream) => {
                let mut bytes = Vec::new();
                stream.read_to_end(&mut bytes).await.unwrap();
                bytes
            }
        };
        all.push((file.path, bytes));
    }
    all
}

pub(crate) fn objects(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => objects(&path),
            path => vec![path],
        })
        .collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_takes_everything_along_has_text_files_and_what_became_of_it(pool: PgPool) {
    let door = Door::open(pool).await;
    let (ada, bo) = (door.db_reader("Ada").await, door.db_reader("Bo").await);
    let names = ["../../etc/passwd", "a.JPG", "ژ.وێنە"];
    let id = sent(&door, &ada, &names).await;
    sent(&door, &bo, &["of-bo.jpg"]).await;
    sent(&door, &Viewer::default(), &["guests.jpg"]).await;
    let media = db_media(&door, id).await;
    let long = CANARY.repeat(40_000);
    db_seal(&door.state.originals, media[0], long.as_bytes()).await;
    sqlx::query!(
        "update submissions set state = 'spam', decided_at = sent_at where submission_id = $1",
        id.0
    )
    .execute(&door.state.pool)
    .await
    .unwrap();

    db_talk(&door, id, &bo).await;

    let all = take_along(&personal(&door), id_of(&ada)).await;
    let paths: Vec<&str> = all.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "contributions/1/text.txt",
            "contributions/1/files/1",
            "contributions/1/files/2.jpg",
            "contributions/1/files/3",
            "contributions/1/contribution.json",
        ],
        "no name of a stranger's is a path"
    );
    assert_eq!(
        String::from_utf8_lossy(&all[0].1),
        "Kanarya title\n\nKanarya body\n"
    );
    assert!(all[1].1 == long.as_bytes(), "out of its seal");
    assert_eq!(all[2].1, b"Kanarya in a.JPG", "from where it came in");

    let known: Value = serde_json::from_slice(&all[4].1).unwrap();
    for (key, value) in [
        ("title", "Kanarya title"),
        ("text", "Kanarya body"),
        ("name", "Kanarya name"),
        ("email", "Kanarya@example.org"),
        ("place", "Kanarya place"),
        ("when", "Kanarya happened_at"),
        ("consent", "named"),
        ("terms", "7"),
        ("state", "We are not using it"),
    ] {
        assert_eq!(known[key], value, "{key}");
    }
    let talk = &known["talk"];
    let said = |number: usize, key: &str| talk[number][key].as_str().unwrap().to_owned();
    let both = [
        said(0, "text"),
        said(0, "by"),
        said(1, "text"),
        said(1, "answers"),
    ];
    assert_eq!(
        both,
        [
            "Kanarya asked",
            "The newsroom",
            "Kanarya answered",
            "Kanarya asked"
        ]
    );
    let history: Vec<_> = known["history"].as_array().unwrap().iter().collect();
    let words: Vec<_> = history
        .iter()
        .map(|event| event["what"].as_str().unwrap())
        .collect();
    assert_eq!(words, ["Sent", "Copy taken along"]);
    assert_eq!(known["files"][0]["name"], "passwd", "as it was kept");
    assert_eq!(known["files"][0]["file"], "files/1");
    assert_eq!(known["files"][0]["tells"][0]["source"], "exif:Software");
    let text = String::from_utf8_lossy(&all[4].1);
    assert!(!text.to_lowercase().contains("spam") && !text.contains("of-bo"));
    assert_eq!(door.db_history(id).await, ["sent", "exported"]);

    let nothing = take_along(&personal(&door), AccountId(uuid::Uuid::from_u128(5))).await;
    assert!(nothing.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_that_only_the_offline_key_opens_is_named_as_missing_and_so_is_a_damaged_one(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let id = sent(&door, &ada, &["sealed.jpg", "damaged.jpg", "here.jpg"]).await;
    let media = db_media(&door, id).await;
    let offline = media::Originals {
        ring: Keyring::open(
            Source::Text(Identity::generate().secret()),
            Some(Identity::generate().recipient()),
            true,
        )
        .unwrap(),
        ..door.state.originals.clone()
    };
    db_seal(&offline, media[0], b"nobody here").await;
    db_seal(&door.state.originals, media[1], b"whole").await;
    let private = door.folder().join("blobs/private/originals");
    for object in objects(&private) {
        if object.to_string_lossy().contains(&media[1].to_string()) {
            std::fs::remove_file(object).unwrap();
        }
    }
    let all = take_along(&personal(&door), id_of(&ada)).await;
    let paths: Vec<&str> = all.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths[1..],
        ["contributions/1/files/3.jpg", "contributions/1/contribution.json"]
    );
    let known: Value = serde_json::from_slice(&all[2].1).unwrap();
    let missing = |number: usize| known["files"][number]["missing"].as_str().unwrap_or_default();
    assert!(missing(0).contains("keeps elsewhere"), "{known}");
    assert_eq!(missing(1), "This file is damaged or gone.");
    assert_eq!(known["files"][2]["file"], "files/3.jpg");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_copy_of_each_contribution_leaves_although_one_is_forgotten_meanwhile(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let personal = personal(&door);
    for _ in 0..2 {
        sent(&door, &ada, &[]).await;
    }
    let mut files = personal.export(id_of(&ada));
    assert!(files.next().await.unwrap().is_ok());
    personal.erase(id_of(&ada)).await.unwrap();
    let rest: Vec<_> = files.try_collect().await.unwrap();
    let paths: Vec<&str> = rest.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["contributions/1/contribution.json"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_forgotten_leaves_no_word_in_any_table_and_no_object(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    for (number, names) in [&["a.jpg", "b.jpg"][..], &[], &["c.jpg"]].into_iter().enumerate() {
        let names: Vec<_> = names
            .iter()
            .map(|name| format!("{CANARY}-{number}-{name}"))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let id = sent(&door, &ada, &names).await;
        for media_id in db_media(&door, id).await.into_iter().skip(1) {
            db_seal(&door.state.originals, media_id, CANARY.as_bytes()).await;
        }
        db_talk(&door, id, &ada).await;
        sqlx::query!(
            "update submissions set decline_note = 'Kanarya note' where submission_id = $1",
            id.0
        )
        .execute(&door.state.pool)
        .await
        .unwrap();
    }
    let before = door.db_dump(&[]).await;
    assert!(before.matches(CANARY).count() > 20, "{before}");
    let store = door.folder().join("blobs");
    assert_eq!(objects(&store).len(), 5);
    let (one, other) = (personal(&door), personal(&door));
    // Two workers, and one of them again.
    let (first, second) = tokio::join!(one.erase(id_of(&ada)), other.erase(id_of(&ada)));
    first.unwrap();
    second.unwrap();
    one.erase(id_of(&ada)).await.unwrap();

    // Jobs that still waited for one of them find nothing to do; what the search knew of its words goes with one where the
    // other worker was at them.
    let crate::State {
        pool,
        site,
        clock,
        ids,
        ..
    } = door.state.clone();
    let mail = ground::mail::Mail::files(door.folder().join("mail"), "desk@news.example").unwrap();
    let runners = crate::runners(Runners::default(), pool.clone(), mail, site, clock, ids);
    let runners = uploads::runners(runners, &door.state.acceptor, TimeDelta::hours(1));
    runners.run_pending(&pool).await.unwrap();

    let dump = door.db_dump(&[]).await;
    let hex = data_encoding::HEXLOWER.encode(CANARY.as_bytes());
    for word in [CANARY, &CANARY.to_lowercase(), &hex] {
        assert!(!dump.contains(word), "{word} in {dump}");
    }
    assert_eq!(objects(&store), Vec::<PathBuf>::new());
    assert!(door.db_submissions().await.is_empty());
    let counts = sqlx::query_scalar!(
        r#"select (select coalesce(sum(count), 0) from desk_counts where queue = 'all')::bigint
                  + (select coalesce(sum(change), 0) from desk_count_changes where queue = 'all') as "sum!""#
    );
    assert_eq!(counts.fetch_one(&door.state.pool).await.unwrap(), 0);
    assert!(
        !door
            .folder()
            .join("mail")
            .read_dir()
            .is_ok_and(|mut mails| mails.next().is_some())
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_others_and_guests_sent_stays_as_it_is(pool: PgPool) {
    let door = Door::open(pool).await;
    let (ada, bo) = (door.db_reader("Ada").await, door.db_reader("Bo").await);
    let hers = sent(&door, &ada, &["a.jpg"]).await;
    let kept = [
        sent(&door, &bo, &["b.jpg"]).await,
        sent(&door, &Viewer::default(), &["c.jpg"]).await,
    ];
    let changing = ["submissions", "desk_items", "jobs", "audit_links"];
    let untouched = door.db_dump(&changing).await;
    personal(&door)
        .erase(AccountId(uuid::Uuid::from_u128(5)))
        .await
        .unwrap();
    assert_eq!(untouched, door.db_dump(&changing).await);
    personal(&door).erase(id_of(&ada)).await.unwrap();
    let left: Vec<_> = door
        .db_submissions()
        .await
        .iter()
        .map(|submission| submission.submission_id)
        .collect();
    assert_eq!(left, kept);
    assert!(!left.contains(&hers));
    for id in kept {
        assert_eq!(door.db_history(id).await, ["sent"]);
        assert_eq!(db_media(&door, id).await.len(), 1);
    }
    assert_eq!(objects(&door.folder().join("blobs")).len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nothing_is_forgotten_of_what_a_story_still_shows(pool: PgPool) {
    let door = Door::open(pool).await;
    let ada = door.db_reader("Ada").await;
    let id = sent(&door, &ada, &["a.jpg"]).await;
    sqlx::query!(
        "insert into stories (story_id, submission_id, title, body, language, created_at, created_by)
         select submission_id, submission_id, title, body, language, sent_at, account_id from submissions"
    )
    .execute(&door.state.pool)
    .await
    .unwrap();
    // It fails, and whoever asked asks again when the publishing room has forgotten the story.
    personal(&door).erase(id_of(&ada)).await.unwrap_err();
    assert_eq!(db_media(&door, id).await.len(), 1);
    assert_eq!(
        door.db_submissions().await[0].state,
        crate::SubmissionState::Withdrawn,
        "but nothing of it is public any more"
    );
    sqlx::query!("delete from stories")
        .execute(&door.state.pool)
        .await
        .unwrap();
    personal(&door).erase(id_of(&ada)).await.unwrap();
    assert!(door.db_submissions().await.is_empty());
}
