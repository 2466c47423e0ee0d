//! The door of originals.

use axum::{
    body::Bytes,
    http::{Method, StatusCode},
};
use futures_util::{Stream, StreamExt, stream};

use super::*;
use crate::desk::original::address_of;

/// A file whose original is sealed, as a worker leaves it.
async fn db_sealed(desk: &Desk, of: SubmissionId, bytes: &[u8]) -> (MediaId, std::path::PathBuf) {
    let media_id = desk.db_file(of, 0, "IMG_0815 ada.jpg", true).await;
    desk.originals.seal(media_id, pieces(bytes)).await.unwrap();
    let files = std::fs::read_dir(desk.folder.path().join("blobs/private/originals")).unwrap();
    let mut files = files.map(|entry| entry.unwrap().path());
    let file = files.find(|path| path.to_string_lossy().contains(&media_id.to_string()));
    (media_id, file.unwrap())
}

fn pieces(bytes: &[u8]) -> impl Stream<Item = std::io::Result<Bytes>> + Send + Unpin + use<> {
    stream::iter([Ok(Bytes::copy_from_slice(bytes))])
}

fn look(address: &str, why: &str) -> Request<Body> {
    let form: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("why", why)
        .finish();
    Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap()
}

/// The bytes that arrived, and whether that was all.
async fn body(response: axum::response::Response) -> (Vec<u8>, bool) {
    let (mut body, mut bytes) = (response.into_body().into_data_stream(), Vec::new());
    while let Some(piece) = body.next().await {
        match piece {
            Ok(piece) => bytes.extend_from_slice(&piece),
            Err(_) => return (bytes, false),
        }
    }
    (bytes, true)
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_editor_who_says_why_gets_the_bytes_as_a_download_and_the_history_says_so_first(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let original = b"\xff\xd8\xff<script>GPS".repeat(20_000);
    let (media_id, _) = db_sealed(&desk, id, &original).await;
    let address = address_of(id, media_id);

    let page = desk.get(&editor, &crate::desk::address_of(id)).await;
    assert_eq!(
        page.attributes("main a[href$='/original']", "href"),
        std::slice::from_ref(&address)
    );
    let page = desk.get(&editor, &address).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.texts("h1"), ["Original of file 1"]);
    assert!(page.texts(".notice.warn").concat().contains("harm"));
    assert_eq!(
        page.attributes("main form", "action"),
        std::slice::from_ref(&address)
    );
    assert!(desk.db_history(id).await.is_empty(), "a page is no look");

    let response = desk
        .respond(&editor, look(&address, " Is the date\nright? "))
        .await;
    assert_eq!(response.status(), StatusCode::OK);
    // Before the first byte.
    assert_eq!(desk.db_history(id).await, ["original_opened"]);
    let headers = response.headers().clone();
    let header = |name: &str| {
        headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
            .to_owned()
    };
    assert_eq!(header("content-type"), "application/octet-stream");
    assert_eq!(
        header("content-disposition"),
        format!("attachment; filename=\"original-{media_id}.bin\""),
        "a name of ours"
    );
    assert_eq!(header("content-length"), original.len().to_string());
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(header("cache-control"), "no-store");
    let (bytes, whole) = body(response).await;
    assert!(whole && bytes == original);

    let page = desk.get(&editor, &crate::desk::address_of(id)).await;
    let told = page.texts(".timeline li");
    assert_eq!(told.len(), 1);
    for words in ["Original opened", "File 1: Is the date right?", "Bo"] {
        assert!(told[0].contains(words), "{words} in {told:?}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_a_reason_nothing_is_opened_and_what_was_typed_comes_back(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let (media_id, _) = db_sealed(&desk, id, b"evidence").await;
    let address = address_of(id, media_id);
    for why in ["", " \n ", &"x".repeat(201)] {
        let answer = desk.ask(&editor, look(&address, why)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.attributes(".error-summary a", "href"), ["#why"]);
        assert!(!answer.text.contains("evidence"));
        if why.len() > 200 {
            assert!(answer.text.contains(why));
        }
    }
    let exact = desk.ask(&editor, look(&address, &"ێ".repeat(200))).await;
    assert_eq!((exact.status, exact.text.as_str()), (StatusCode::OK, "evidence"));
    assert_eq!(desk.db_history(id).await, ["original_opened"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_flipped_byte_breaks_the_download_off_before_it_and_history_and_page_say_damaged(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let original: Vec<u8> = (0..70_000_u32).flat_map(u32::to_be_bytes).collect();
    let (media_id, file) = db_sealed(&desk, id, &original).await;
    let address = address_of(id, media_id);
    let whole = std::fs::read(&file).unwrap();
    let flip = |place: usize| {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        std::fs::write(&file, bytes).unwrap();
    };
    // In the third segment: the answer has begun by then.
    flip(150_000);
    let response = desk.respond(&editor, look(&address, "to check")).await;
    assert_eq!(response.status(), StatusCode::OK);
    let (bytes, ended_well) = body(response).await;
    assert!(!ended_well, "the connection breaks");
    assert!(bytes == original[..128 << 10], "{} bytes came out", bytes.len());
    assert_eq!(desk.db_history(id).await, ["original_opened", "original_damaged"]);
    let page = desk.get(&editor, &crate::desk::address_of(id)).await;
    assert!(
        page.texts(".medium .why-not")
            .concat()
            .contains("changed or gone")
    );
    assert!(
        page.texts(".timeline")
            .concat()
            .contains("Original found changed or gone File 1")
    );

    // In the first one: there are still words for it. It is known by now, so the history says it once.
    flip(1000);
    let answer = desk.ask(&editor, look(&address, "again")).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.texts(".notice.bad").concat().contains("changed or gone"));
    assert_eq!(desk.db_history(id).await, ["original_opened", "original_damaged"]);

    std::fs::remove_file(&file).unwrap();
    let answer = desk.ask(&editor, look(&address, "again")).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_original_that_cannot_be_had_is_refused_in_words_and_is_no_look(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let unsealed = desk.db_file(id, 1, "b.jpg", true).await;
    let answer = desk.get(&editor, &address_of(id, unsealed)).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.attributes("main form", "action").is_empty());
    assert!(answer.texts(".notice.bad").concat().contains("not ready yet"));
    let answer = desk
        .ask(&editor, look(&address_of(id, unsealed), "to check"))
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);

    let (media_id, _) = db_sealed(&desk, id, b"evidence").await;
    // As with `offline_only`.
    let away = ground::seal::Identity::generate();
    let ring = ground::seal::Keyring::open(
        ground::seal::Source::File(desk.folder.path().join("none.key")),
        Some(away.recipient()),
        true,
    )
    .unwrap();
    let only = media::Originals {
        ring,
        ..desk.originals.clone()
    };
    let offline = desk.db_file(id, 2, "c.jpg", true).await;
    only.seal(offline, pieces(b"evidence")).await.unwrap();
    let answer = desk
        .ask(&editor, look(&address_of(id, offline), "to check"))
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.texts(".notice.bad").concat().contains("offline key"));
    // As after the key file was lost.
    sqlx::query!(
        "update sealed_originals set wrapped_key = theirs.wrapped_key
         from sealed_originals as theirs
         where sealed_originals.media_id = $1 and theirs.media_id = $2",
        media_id.0,
        offline.0,
    )
    .execute(&desk.pool)
    .await
    .unwrap();
    let answer = desk
        .ask(&editor, look(&address_of(id, media_id), "to check"))
        .await;
    assert!(
        answer
            .texts(".notice.bad")
            .concat()
            .contains("not on this server")
    );
    assert!(desk.db_history(id).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_not_shown_lately_that_it_is_them_is_asked_first(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let (media_id, _) = db_sealed(&desk, id, b"evidence").await;
    let address = address_of(id, media_id);
    desk.clock.advance(TimeDelta::minutes(4));
    assert_eq!(desk.get(&editor, &address).await.status, StatusCode::OK);
    desk.clock.advance(TimeDelta::minutes(1));
    for answer in [
        desk.get(&editor, &address).await,
        desk.ask(&editor, look(&address, "to check")).await,
    ] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert!(!answer.text.contains("evidence"));
    }
    assert!(desk.db_history(id).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_door_is_no_door_to_outsiders_nor_below_another_contribution(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let other = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let (media_id, _) = db_sealed(&desk, id, b"evidence").await;
    let reader = Viewer(Some(SignedIn {
        account_id: AccountId(uuid::Uuid::from_u128(9)),
        name: "Reader".to_owned(),
        role: None,
        sees_at_risk: false,
        confirmed_at: desk.clock.now(),
    }));
    for viewer in [Viewer::default(), reader] {
        for method in [Method::GET, Method::HEAD, Method::POST, Method::DELETE] {
            let mut request = look(&address_of(id, media_id), "curious");
            *request.method_mut() = method.clone();
            let answer = desk.ask(&viewer, request).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method}");
            assert!(!answer.text.contains("evidence"));
        }
    }
    for address in [
        address_of(other, media_id),
        address_of(id, MediaId(uuid::Uuid::from_u128(5))),
        format!("/desk/submissions/{id}/files/nonsense/original"),
    ] {
        assert_eq!(desk.get(&editor, &address).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            desk.ask(&editor, look(&address, "to check")).await.status,
            StatusCode::NOT_FOUND
        );
    }
    assert!(desk.db_history(id).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_the_history_says_cannot_be_changed_nor_deleted_but_with_its_contribution(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let (media_id, _) = db_sealed(&desk, id, b"evidence").await;
    desk.ask(&editor, look(&address_of(id, media_id), "to check"))
        .await;
    for statement in [
        "update review_events set detail = '{}'",
        "delete from review_events",
    ] {
        assert!(
            sqlx::query(statement).execute(&desk.pool).await.is_err(),
            "{statement}"
        );
    }
    assert_eq!(desk.db_history(id).await, ["original_opened"]);
    sqlx::query!("delete from submissions")
        .execute(&desk.pool)
        .await
        .unwrap();
    assert!(desk.db_history(id).await.is_empty());
}
