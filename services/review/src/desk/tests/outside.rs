//! Who is not of the newsroom finds nothing.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use ground::{
    ids::{AccountId, SubmissionId},
    viewer::{SignedIn, Viewer},
};
use sqlx::PgPool;

use super::*;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn to_an_outsider_no_door_of_the_desk_exists_whatever_they_try(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let id: SubmissionId = desk.db_sent(TimeDelta::zero(), sample()).await;
    let media_id = desk.db_file(id, 0, "a.jpg", true).await;
    let account_id = AccountId(uuid::Uuid::from_u128(9));
    let reader = Viewer(Some(SignedIn {
        account_id,
        name: "Reader".to_owned(),
        role: None,
        sees_at_risk: false,
        confirmed_at: desk.clock.now(),
    }));
    let addresses = [
        "/desk".to_owned(),
        "/desk?state=nonsense".to_owned(),
        "/desk/live".to_owned(),
        "/desk/views".to_owned(),
        format!("/desk/views/{id}"),
        format!("/desk/views/{id}/delete"),
        format!("/desk/submissions/{id}"),
        "/desk/submissions/nonsense".to_owned(),
        format!("/desk/submissions/{id}/decision"),
        format!("/desk/submissions/{id}/withdraw"),
        format!("/desk/submissions/{id}/files/{media_id}/original"),
        format!("/desk/media/{media_id}/320.webp"),
    ];
    for viewer in [Viewer::default(), reader] {
        for address in &addresses {
            for (method, body) in [
                (Method::GET, ""),
                (Method::POST, "decision=accept&version=1&confirmed=yes"),
                (Method::POST, "nonsense"),
                (Method::DELETE, ""),
            ] {
                let request = Request::builder()
                    .method(method.clone())
                    .uri(address)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(Body::from(body))
                    .unwrap();
                let answer = desk.ask(&viewer, request).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {address}");
                assert_eq!(answer.header(header::ALLOW), "", "{method} {address}");
            }
        }
    }
    assert_eq!(desk.db_submission(id).await.version, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_editor_sees_clean_renditions_and_nothing_that_is_none(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let media_id = desk.db_file(id, 0, "a.jpg", true).await;
    let rendition: ground::blobs::Rendition = "320.webp".parse().unwrap();
    let key = ground::blobs::BlobKey::rendition(media_id, rendition);
    desk.blobs
        .put_bytes(&key, "RIFFclean".into(), "image/webp")
        .await
        .unwrap();

    let answer = desk
        .get(&editor, &format!("/desk/media/{media_id}/320.webp"))
        .await;
    assert_eq!(
        (answer.status, answer.text.as_str()),
        (StatusCode::OK, "RIFFclean")
    );
    assert_eq!(answer.header(header::CONTENT_TYPE), "image/webp");
    assert_eq!(answer.header(header::CONTENT_LENGTH), "9");
    assert_eq!(answer.header(header::CACHE_CONTROL), "private, max-age=600");
    assert_eq!(
        answer.header(header::CONTENT_SECURITY_POLICY),
        "default-src 'none'; sandbox"
    );
    assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");

    let original = ground::blobs::BlobKey::original(media_id);
    desk.blobs
        .put_bytes(&original, "secret".into(), "image/jpeg")
        .await
        .unwrap();
    for name in [
        "640.webp",
        "320.gif",
        "original",
        "320-webp",
        "..%2F..%2Foriginals%2Fx",
    ] {
        let answer = desk.get(&editor, &format!("/desk/media/{media_id}/{name}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
    let answer = desk.get(&editor, "/desk/media/nonsense/320.webp").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
