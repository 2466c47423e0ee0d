//! What every arm promises about objects that grow.

use std::collections::HashSet;

use bytes::Bytes;
use chrono::TimeDelta;

use super::{
    cases::{assert_holds, noise},
    fresh, on_disk, on_the_s3_double,
};
use crate::{
    blobs::{BlobKey, Blobs, Bucket, Growth},
    clock::Clock,
    ids::UploadId,
};

const MIB: usize = 1 << 20;

/// Objects put aside for this upload; others may be at work in the same bucket.
async fn put_aside(blobs: &Blobs, upload: UploadId) -> usize {
    let listed = blobs.list(Bucket::Private, "growing/", None, 1000).await.unwrap();
    let own = format!("growing/{upload}");
    listed
        .iter()
        .filter(|object| object.path.starts_with(&own))
        .count()
}

/// One hold after the other writes so many bytes more, and commits them.
async fn grow(blobs: &Blobs, upload: UploadId, bytes: &Bytes, holds: &[usize]) -> Growth {
    let (mut growth, mut at) = (Growth::default(), 0);
    for (fence, length) in (1..).zip(holds) {
        let mut growing = blobs.grow(upload, growth, at as u64, fence);
        for piece in bytes.slice(at..at + length).chunks(100_003) {
            growing.write(Bytes::copy_from_slice(piece)).await.unwrap();
        }
        // What is remembered survives a database.
        let remembered = serde_json::to_string(&growing.commit().await.unwrap()).unwrap();
        growth = serde_json::from_str(&remembered).unwrap();
        growing.tidy().await;
        at += length;
    }
    growth
}

pub(super) async fn an_object_grows_over_many_holds_however_its_bytes_come(blobs: &Blobs) {
    let bytes = noise(19 * MIB + 17);
    for holds in [
        vec![1, 100_000, 0, 5 * MIB, 4 * MIB, 10 * MIB - 99_984],
        vec![8 * MIB, 8 * MIB, 3 * MIB + 17],
        vec![300_000],
    ] {
        let upload = fresh::<UploadId>();
        let size: usize = holds.iter().sum();
        let growth = grow(blobs, upload, &bytes, &holds).await;
        assert_eq!(blobs.size(&BlobKey::incoming(upload)).await.unwrap(), None);
        let mut growing = blobs.grow(upload, growth, size as u64, 99);
        let from = size.saturating_sub(60_000).max(size / (8 * MIB) * (8 * MIB));
        assert_eq!(
            growing.read_back(from as u64).await.unwrap(),
            bytes.slice(from..size)
        );
        growing.write(Bytes::from_static(b"the end")).await.unwrap();
        growing.finish().await.unwrap();
        let whole = [&bytes[..size], b"the end"].concat();
        assert_holds(blobs, &BlobKey::incoming(upload), &whole).await;
        blobs.delete(&BlobKey::incoming(upload)).await.unwrap();
    }
}

pub(super) async fn what_was_not_committed_is_written_anew(blobs: &Blobs) {
    let upload = fresh::<UploadId>();
    let bytes = noise(9 * MIB);
    let growth = grow(blobs, upload, &bytes, &[MIB]).await;
    let mut lost = blobs.grow(upload, growth.clone(), MIB as u64, 50);
    lost.write(noise(8 * MIB + 5)).await.unwrap();
    lost.commit().await.unwrap();
    drop(lost);
    let mut growing = blobs.grow(upload, growth, MIB as u64, 51);
    growing.write(bytes.slice(MIB..)).await.unwrap();
    growing.finish().await.unwrap();
    assert_holds(blobs, &BlobKey::incoming(upload), &bytes).await;
    blobs.delete(&BlobKey::incoming(upload)).await.unwrap();
}

pub(super) async fn an_object_that_stopped_growing_leaves_nothing(blobs: &Blobs) {
    for holds in [vec![300_000], vec![8 * MIB, 300_000]] {
        let upload = fresh::<UploadId>();
        let growth = grow(blobs, upload, &noise(9 * MIB), &holds).await;
        assert_eq!(put_aside(blobs, upload).await, 1);
        blobs.stop_growing(upload, &growth).await.unwrap();
        blobs.stop_growing(upload, &growth).await.unwrap();
        assert_eq!(blobs.size(&BlobKey::incoming(upload)).await.unwrap(), None);
        assert_eq!(put_aside(blobs, upload).await, 0);
    }
}

/// Not on a server that others use: the sweep takes what is theirs.
#[tokio::test]
async fn the_sweep_spares_what_grows() {
    let ((disk, _folder), (s3, _server)) = (on_disk().await, on_the_s3_double().await);
    for blobs in [disk, s3] {
        spares_what_grows(&blobs).await;
    }
}

async fn spares_what_grows(blobs: &Blobs) {
    let upload = fresh::<UploadId>();
    let bytes = noise(8 * MIB + 9);
    let growth = grow(blobs, upload, &bytes, &[bytes.len()]).await;
    let later = Clock::system().now() + TimeDelta::hours(1);
    blobs
        .abort_stale_parts(later, &HashSet::from([upload]))
        .await
        .unwrap();
    let growing = blobs.grow(upload, growth, bytes.len() as u64, 9);
    growing.finish().await.unwrap();
    assert_holds(blobs, &BlobKey::incoming(upload), &bytes).await;
    blobs.delete(&BlobKey::incoming(upload)).await.unwrap();
}
