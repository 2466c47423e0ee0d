//! What only S3 can get wrong.

use std::{collections::HashSet, io};

use bytes::Bytes;
use chrono::TimeDelta;
use futures_util::stream;
use secrecy::SecretString;

use super::{fresh, on_a_real_s3_server, on_the_s3_double};
use crate::{
    blobs::{
        Arm, BlobError, BlobKey, Blobs, PictureFormat, PublicName, Rendition, S3Settings,
        s3::{PART, S3Store},
    },
    clock::Clock,
    testing,
};

const JPEG: Rendition = Rendition {
    width: 64,
    format: PictureFormat::Jpeg,
};

fn store(blobs: &Blobs) -> &S3Store {
    match &blobs.0 {
        Arm::S3(s3) => s3,
        Arm::Disk(_) => panic!("not on S3"),
    }
}

/// Content type and cache control of an object, as everybody gets them.
async fn headers(blobs: &Blobs, key: &BlobKey) -> (Option<String>, Option<String>) {
    let s3 = store(blobs);
    let head = s3
        .client
        .head_object()
        .bucket(s3.bucket(key.bucket()))
        .key(key.path())
        .send()
        .await
        .unwrap();
    (head.content_type, head.cache_control)
}

async fn public_objects_say_what_they_are_and_that_they_never_change(blobs: &Blobs) {
    let forever = Some("public, max-age=31536000, immutable".to_owned());
    let jpeg = Some("image/jpeg".to_owned());
    let private = BlobKey::rendition(fresh(), JPEG);
    let [by_put, by_parts, by_copy] = [(); 3].map(|()| BlobKey::public(PublicName::mint(), JPEG));
    blobs
        .put_bytes(&private, Bytes::from_static(b"x"), "image/jpeg")
        .await
        .unwrap();
    blobs
        .put_bytes(&by_put, Bytes::from_static(b"x"), "image/jpeg")
        .await
        .unwrap();
    let mut body = stream::iter([Ok::<_, io::Error>(Bytes::from(vec![0; PART + 1]))]);
    blobs.put(&by_parts, &mut body, "image/jpeg").await.unwrap();
    blobs.copy(&private, &by_copy).await.unwrap();
    for key in [&by_put, &by_parts, &by_copy] {
        assert_eq!(headers(blobs, key).await, (jpeg.clone(), forever.clone()));
    }
    assert_eq!(headers(blobs, &private).await, (jpeg, None));
    for key in [&private, &by_put, &by_parts, &by_copy] {
        blobs.delete(key).await.unwrap();
    }
}

#[tokio::test]
async fn public_objects_carry_their_headers_on_the_double() {
    public_objects_say_what_they_are_and_that_they_never_change(&on_the_s3_double().await.0).await;
}

#[tokio::test]
async fn public_objects_carry_their_headers_on_a_real_server() {
    if let Some(blobs) = on_a_real_s3_server().await {
        public_objects_say_what_they_are_and_that_they_never_change(&blobs).await;
    }
}

async fn leave_unfinished(blobs: &Blobs, key: &BlobKey) {
    let s3 = store(blobs);
    s3.client
        .create_multipart_upload()
        .bucket(s3.bucket(key.bucket()))
        .key(key.path())
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn the_sweep_aborts_what_a_killed_process_left() {
    let (blobs, _double) = on_the_s3_double().await;
    let keys = [
        BlobKey::incoming(fresh()),
        BlobKey::public(PublicName::mint(), JPEG),
    ];
    for key in &keys {
        leave_unfinished(&blobs, key).await;
    }
    assert_eq!(
        blobs
            .abort_stale_parts(Clock::system().now() - TimeDelta::hours(1), &HashSet::new())
            .await
            .unwrap(),
        0
    );
    assert_eq!(
        blobs
            .abort_stale_parts(Clock::system().now() + TimeDelta::hours(1), &HashSet::new())
            .await
            .unwrap(),
        2
    );
    for key in &keys {
        assert_eq!(blobs.unfinished(key).await, 0);
    }
}

#[tokio::test]
async fn a_server_that_cannot_list_uploads_does_not_stop_the_sweep() {
    let double = testing::s3_double_that_lists_no_uploads().await.unwrap();
    let blobs = Blobs::s3(double.settings.clone()).await.unwrap();
    leave_unfinished(&blobs, &BlobKey::incoming(fresh())).await;
    assert!(
        store(&blobs)
            .unfinished(crate::blobs::Bucket::Private)
            .await
            .is_err()
    );
    assert_eq!(
        blobs
            .abort_stale_parts(Clock::system().now() + TimeDelta::hours(1), &HashSet::new())
            .await
            .unwrap(),
        0
    );
}

#[tokio::test]
async fn a_refusal_tells_what_was_tried_and_no_secret() {
    let (_, double) = on_the_s3_double().await;
    let secret = "a-wrong-secret-that-nobody-may-see";
    let settings = S3Settings {
        secret_key: SecretString::from(secret),
        ..double.settings.clone()
    };
    assert!(
        !format!("{settings:?}").contains(secret) && !format!("{settings:?}").contains(&settings.access_key)
    );
    let blobs = Blobs::s3(settings.clone()).await.unwrap();
    let error = blobs.check().await.unwrap_err();
    assert!(
        matches!(&error, BlobError::S3 { code, status: 403, .. } if code == "SignatureDoesNotMatch"),
        "{error:?}"
    );
    let said = format!("{error} {error:?}");
    assert!(
        said.contains("write an object") && said.contains("private"),
        "{said}"
    );
    assert!(
        !said.contains(secret) && !said.contains(&settings.access_key) && !said.contains("probe"),
        "{said}"
    );
}

#[tokio::test]
async fn a_server_that_is_away_is_said_to_be_unreachable() {
    // Nobody listens on a port that was just given back.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let (_, double) = on_the_s3_double().await;
    let settings = S3Settings {
        endpoint: format!("http://127.0.0.1:{port}"),
        ..double.settings.clone()
    };
    let answer = Blobs::s3(settings)
        .await
        .unwrap()
        .size(&BlobKey::incoming(fresh()))
        .await;
    assert!(
        matches!(&answer, Err(BlobError::S3 { code, status: 0, .. }) if code == "Unreachable"),
        "{answer:?}"
    );
}

#[tokio::test]
async fn settings_that_cannot_be_right_are_refused_by_name() {
    let (_, double) = on_the_s3_double().await;
    let good = &double.settings;
    for (settings, name) in [
        (
            S3Settings {
                endpoint: "s3.example.org".into(),
                ..good.clone()
            },
            "endpoint",
        ),
        (
            S3Settings {
                endpoint: "ftp://s3.example.org".into(),
                ..good.clone()
            },
            "endpoint",
        ),
        (
            S3Settings {
                bucket_private: String::new(),
                ..good.clone()
            },
            "bucket_private",
        ),
        (
            S3Settings {
                bucket_public: "a/b?c".into(),
                ..good.clone()
            },
            "bucket_public",
        ),
        (
            S3Settings {
                bucket_public: good.bucket_private.clone(),
                ..good.clone()
            },
            "bucket_public",
        ),
    ] {
        let answer = Blobs::s3(settings).await;
        assert!(
            matches!(&answer, Err(BlobError::Setting(refused)) if *refused == name),
            "{answer:?}"
        );
    }
}
