//! Pictures of people through their doors. What the decoders make of files is told in the media room's tests.

use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use ground::blobs::{BlobKey, PictureFormat, Rendition};
use sqlx::PgPool;

use super::*;
use crate::testing::Room;

/// How a PNG begins; nobody decodes here.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";
const FILM: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom";
const BOUNDARY: &str = "----a-browsers-boundary";

fn multipart(files: &[&[u8]]) -> Vec<u8> {
    let mut body = Vec::new();
    for file in files {
        let head = "Content-Disposition: form-data; name=\"files\"; filename=\"../me <b>.png\"";
        body.extend_from_slice(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

impl Room {
    async fn choose(&self, cookie: &str, files: &[&[u8]]) -> (StatusCode, String) {
        let request = Request::post("/me/avatar")
            .header(header::COOKIE, cookie)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .body(Body::from(multipart(files)))
            .unwrap();
        let (status, headers, body) = self.ask(request).await;
        let to = headers
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        (status, to.unwrap_or_else(|| String::from_utf8(body).unwrap()))
    }

    async fn picture(&self, address: &str, held: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
        let request = Request::get(address).header(header::IF_NONE_MATCH, held);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// The media there are.
    async fn db_media(&self) -> Vec<MediaId> {
        sqlx::query_scalar!(r#"select media_id as "id: MediaId" from media order by media_id"#)
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    async fn db_uploads(&self) -> i64 {
        let count =
            sqlx::query_scalar!(r#"select count(*) as "count!" from uploads where claimed_at is not null"#);
        count.fetch_one(&self.state.pool).await.unwrap()
    }

    /// What the worker does with a picture.
    async fn db_make_ready(&self, media_id: MediaId, bytes: &'static [u8]) {
        let webp = Rendition {
            width: 320,
            format: PictureFormat::Webp,
        };
        let key = BlobKey::rendition(media_id, webp);
        let blobs = &self.state.acceptor.blobs;
        blobs.put_bytes(&key, bytes.into(), "image/webp").await.unwrap();
        sqlx::query!(
            "update media set state = 'ready', medium_kind = 'picture', kind = 'png', width = 320, height = 320,
                    sha256 = '', thumbhash = '', placeholder = '', finished_at = created_at
             where media_id = $1",
            media_id.0,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        sqlx::query!(
            "insert into renditions (media_id, slot, format, width, height, size) values ($1, 320, 'webp', 320, 320, 3)",
            media_id.0,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    async fn db_refuse(&self, media_id: MediaId) {
        sqlx::query!(
            "update media set state = 'refused', refused_reason = 'too_many_pixels' where media_id = $1",
            media_id.0
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_picture_is_shown_to_everybody_once_it_is_ready(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    let page = room.get("/me/avatar", &ada).await;
    assert!(
        page.status == StatusCode::OK && !page.body.contains("<img") && !page.body.contains("avatar/remove")
    );
    assert_eq!(
        room.choose(&ada, &[PNG]).await,
        (StatusCode::SEE_OTHER, "/me/avatar".to_owned())
    );
    let media_id = room.db_media().await[0];
    let address = format!("/avatars/{media_id}");
    let page = room.get("/me/avatar", &ada).await.body;
    assert!(
        page.contains("being prepared") && !page.contains(&address),
        "{page}"
    );
    assert_eq!(room.picture(&address, "").await.0, StatusCode::NOT_FOUND);
    let jobs = sqlx::query_scalar!("select kind from jobs")
        .fetch_all(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(jobs, ["media.ingest_upload"]);

    room.db_make_ready(media_id, b"pic").await;
    let page = room.get("/me/avatar", &ada).await.body;
    assert!(
        page.contains(&format!("src=\"{address}\"")) && !page.contains("being prepared"),
        "{page}"
    );
    let (status, headers, bytes) = room.picture(&address, "").await;
    assert_eq!((status, bytes.as_slice()), (StatusCode::OK, b"pic".as_slice()));
    for (name, value) in [
        ("content-type", "image/webp"),
        ("cache-control", "private, max-age=86400"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(headers[name], value);
    }
    let etag = headers[header::ETAG].to_str().unwrap();
    assert_eq!(room.picture(&address, etag).await.0, StatusCode::NOT_MODIFIED);
    let mut conn = room.state.pool.acquire().await.unwrap();
    let ada = sqlx::query_scalar!(r#"select account_id as "id: AccountId" from accounts"#);
    let ada = ada.fetch_one(&mut *conn).await.unwrap();
    assert_eq!(shown(&mut conn, ada).await.unwrap(), Some(address));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_the_picture_before_nothing_is_left(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    room.choose(&ada, &[PNG]).await;
    let first = room.db_media().await[0];
    room.db_make_ready(first, b"old").await;
    assert_eq!(room.choose(&ada, &[PNG]).await.0, StatusCode::SEE_OTHER);
    let media = room.db_media().await;
    assert!(media.len() == 1 && media[0] != first);
    assert_eq!(room.db_uploads().await, 1);
    assert_eq!(
        room.picture(&format!("/avatars/{first}"), "").await.0,
        StatusCode::NOT_FOUND
    );
    let old = BlobKey::rendition(
        first,
        Rendition {
            width: 320,
            format: PictureFormat::Webp,
        },
    );
    assert_eq!(room.state.acceptor.blobs.size(&old).await.unwrap(), None);

    room.db_make_ready(media[0], b"new").await;
    for _ in 0..2 {
        let removed = room.post("/me/avatar/remove", &ada, &[]).await;
        assert_eq!(
            (removed.status, removed.location()),
            (StatusCode::SEE_OTHER, "/me/avatar")
        );
    }
    assert!(room.db_media().await.is_empty());
    assert_eq!(room.db_uploads().await, 0);
    assert_eq!(
        room.picture(&format!("/avatars/{}", media[0]), "").await.0,
        StatusCode::NOT_FOUND
    );
    assert!(!room.get("/me/avatar", &ada).await.body.contains("<img"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_at_once_one_stays_and_nothing_of_the_other(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    for _ in 0..3 {
        let (one, other) = tokio::join!(room.choose(&ada, &[PNG]), room.choose(&ada, &[PNG]));
        assert_eq!((one.0, other.0), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!((room.db_media().await.len(), room.db_uploads().await), (1, 1));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_no_picture_is_refused_in_words_and_the_one_before_stays(pool: PgPool) {
    let mut room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    room.choose(&ada, &[PNG]).await;
    let before = room.db_media().await;
    room.restart(|state| state.acceptor.limits.file_bytes = 1 << 20);
    let large = vec![0x89; (1 << 20) + 1];
    let huge = vec![0x89; 3 << 20];
    for (files, status, words) in [
        (vec![], 422, "Choose a picture first"),
        (vec![b"".as_slice()], 422, "This file is empty."),
        (vec![FILM], 422, "film or a sound"),
        (vec![b"%PDF-1.7"], 422, "This is not a photo"),
        (vec![b"<svg onload=alert(1)>"], 422, "This is not a photo"),
        (vec![PNG, PNG], 422, "only one picture"),
        (vec![&large], 413, "This picture is too large"),
        (vec![&huge], 413, "This picture is too large"),
    ] {
        let (answered, page) = room.choose(&ada, &files).await;
        assert_eq!(answered.as_u16(), status, "{words}: {page}");
        assert!(
            page.contains("error-summary") && page.contains("href=\"#files\""),
            "{page}"
        );
        assert!(page.contains(words), "{words}: {page}");
        assert!(!page.contains("<b>.png") && !page.contains("<svg on"));
    }
    assert_eq!(room.db_media().await, before);
    assert_eq!(room.db_uploads().await, 1);
    // And what only the decoder can tell is told on the page.
    room.db_refuse(before[0]).await;
    let page = room.get("/me/avatar", &ada).await.body;
    assert!(
        page.contains("class=\"notice\"") && !page.contains("being prepared"),
        "{page}"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn strangers_choose_nothing_and_nobody_chooses_for_another(pool: PgPool) {
    let room = Room::new(pool);
    let (ada, bo) = (
        room.editor("ada@example.org").await,
        room.editor("bo@example.org").await,
    );
    room.choose(&ada, &[PNG]).await;
    let hers = room.db_media().await;
    let asked = (StatusCode::SEE_OTHER, "/signin?next=/me/avatar".to_owned());
    assert_eq!(room.choose("", &[PNG]).await, asked);
    assert_eq!(room.choose("__Host-sid=made-up", &[PNG]).await, asked);
    assert_eq!(room.get("/me/avatar", "").await.location(), asked.1);
    assert_eq!(room.post("/me/avatar/remove", "", &[]).await.location(), asked.1);
    assert_eq!(
        room.post("/me/avatar/remove", &bo, &[("media_id", &hers[0].to_string())])
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(room.db_media().await, hers);

    // No other medium is shown by this door: it is nobody's picture.
    sqlx::query!("update accounts set avatar_media_id = null")
        .execute(&room.state.pool)
        .await
        .unwrap();
    room.db_make_ready(hers[0], b"pic").await;
    for address in [
        format!("/avatars/{}", hers[0]),
        "/avatars/x".to_owned(),
        "/avatars/..%2foriginals".to_owned(),
        format!("/avatars/{}%00", hers[0]),
        "/avatars/00000000-0000-0000-0000-000000000000".to_owned(),
    ] {
        assert_eq!(
            room.picture(&address, "").await.0,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_chooses_too_often_waits(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    for _ in 0..60 {
        room.choose(&ada, &[]).await;
    }
    assert_eq!(room.choose(&ada, &[PNG]).await.0, StatusCode::TOO_MANY_REQUESTS);
    room.state.clock.advance(chrono::TimeDelta::hours(1));
    let ada = room
        .sign_in("ada@example.org", crate::testing::PASSWORD, "")
        .await
        .cookie();
    assert_eq!(room.choose(&ada, &[PNG]).await.0, StatusCode::SEE_OTHER);
}
