//! What only the disk can get wrong.

use std::{
    collections::HashSet,
    fs::{self, File},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::SystemTime,
};

use bytes::Bytes;
use chrono::TimeDelta;

use super::{fresh, on_disk};
use crate::{
    blobs::{Arm, BlobError, BlobKey, Blobs, Bucket, PictureFormat, PublicName, Rendition},
    clock::Clock,
    ids::MediaId,
};

const SMALL: Rendition = Rendition {
    width: 64,
    format: PictureFormat::Webp,
};

fn root(blobs: &Blobs) -> PathBuf {
    match &blobs.0 {
        Arm::Disk(disk) => disk.root().to_owned(),
        Arm::S3(_) => panic!("not on disk"),
    }
}

fn file(blobs: &Blobs, key: &BlobKey) -> PathBuf {
    root(blobs).join(key.bucket().to_string()).join(key.path())
}

fn make_old(path: &Path) {
    File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_modified(SystemTime::UNIX_EPOCH)
        .unwrap();
}

#[tokio::test]
async fn only_the_server_itself_may_look() {
    let (blobs, _folder) = on_disk().await;
    let key = BlobKey::rendition(fresh(), SMALL);
    blobs
        .put_bytes(&key, Bytes::from_static(b"x"), "image/webp")
        .await
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut path = file(&blobs, &key);
    assert_eq!(mode(&path), 0o600);
    while path != root(&blobs) {
        path.pop();
        assert_eq!(mode(&path), 0o700, "{}", path.display());
    }
    // The folder above is shared with the database, which runs as another user.
    assert_ne!(mode(root(&blobs).parent().unwrap()) & 0o055, 0);
}

#[tokio::test]
async fn objects_are_still_there_when_the_store_is_opened_again() {
    let (blobs, _folder) = on_disk().await;
    let key = BlobKey::original(fresh());
    blobs
        .put_bytes(&key, Bytes::from_static(b"evidence"), "image/jpeg")
        .await
        .unwrap();
    let again = Blobs::disk(root(&blobs)).await.unwrap();
    assert_eq!(again.size(&key).await.unwrap(), Some(8));
}

#[tokio::test]
async fn a_fresh_copy_of_an_old_object_is_listed_as_new() {
    let (blobs, _folder) = on_disk().await;
    let began = Clock::system().now();
    let (private, public) = (
        BlobKey::rendition(fresh(), SMALL),
        BlobKey::public(PublicName::mint(), SMALL),
    );
    blobs
        .put_bytes(&private, Bytes::from_static(b"x"), "image/webp")
        .await
        .unwrap();
    make_old(&file(&blobs, &private));
    blobs.copy(&private, &public).await.unwrap();
    let listed = blobs.list(Bucket::Public, "public/", None, 10).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert!(
        listed[0].modified_at > began - TimeDelta::minutes(1),
        "{}",
        listed[0].modified_at
    );
}

#[tokio::test]
async fn the_last_object_of_a_folder_takes_the_folder_with_it() {
    let (blobs, _folder) = on_disk().await;
    let media: MediaId = fresh();
    let (small, large) = (
        BlobKey::rendition(media, SMALL),
        BlobKey::rendition(media, Rendition { width: 640, ..SMALL }),
    );
    for key in [&small, &large] {
        blobs
            .put_bytes(key, Bytes::from_static(b"x"), "image/webp")
            .await
            .unwrap();
    }
    let folder = file(&blobs, &small).parent().unwrap().to_owned();
    blobs.delete(&small).await.unwrap();
    assert!(folder.exists());
    blobs.delete(&large).await.unwrap();
    assert!(!folder.exists() && folder.parent().unwrap().exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_put_survives_that_its_folder_is_taken_away_meanwhile() {
    let (blobs, _folder) = on_disk().await;
    let media: MediaId = fresh();
    let (stays, goes) = (
        BlobKey::rendition(media, SMALL),
        BlobKey::rendition(media, Rendition { width: 640, ..SMALL }),
    );
    for _ in 0..200 {
        blobs
            .put_bytes(&goes, Bytes::from_static(b"x"), "image/webp")
            .await
            .unwrap();
        let (put, delete) = tokio::join!(
            blobs.put_bytes(&stays, Bytes::from_static(b"y"), "image/webp"),
            blobs.delete(&goes)
        );
        put.unwrap();
        delete.unwrap();
        assert_eq!(blobs.size(&stays).await.unwrap(), Some(1));
        blobs.delete(&stays).await.unwrap();
    }
}

#[tokio::test]
async fn the_sweep_removes_what_a_killed_process_left() {
    let (blobs, _folder) = on_disk().await;
    let tmp = root(&blobs).join("tmp");
    for (name, old) in [("killed-long-ago", true), ("alive", false)] {
        fs::write(tmp.join(name), b"half").unwrap();
        if old {
            make_old(&tmp.join(name));
        }
    }
    let hour_ago = Clock::system().now() - TimeDelta::hours(1);
    assert_eq!(
        blobs.abort_stale_parts(hour_ago, &HashSet::new()).await.unwrap(),
        1
    );
    assert!(!tmp.join("killed-long-ago").exists() && tmp.join("alive").exists());
}

#[tokio::test]
async fn the_sweep_removes_the_probe_of_a_killed_doctor() {
    let (blobs, _folder) = on_disk().await;
    let probe = BlobKey::probe(Bucket::Public);
    blobs
        .put_bytes(&probe, Bytes::from_static(b"x"), "text/plain")
        .await
        .unwrap();
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
        1
    );
    assert_eq!(blobs.size(&probe).await.unwrap(), None);
}

#[tokio::test]
async fn the_check_names_the_bucket_that_cannot_be_written() {
    let (blobs, _folder) = on_disk().await;
    fs::remove_dir(root(&blobs).join("public")).unwrap();
    fs::write(root(&blobs).join("public"), b"not a folder").unwrap();
    let answer = blobs.check().await;
    assert!(
        matches!(
            &answer,
            Err(BlobError::Disk {
                bucket: Bucket::Public,
                ..
            })
        ),
        "{answer:?}"
    );
}
