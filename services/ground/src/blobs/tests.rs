//! One list of cases for every arm: the disk, S3 by an in-process double, and a real S3 server when
//! `BEPART_TEST_S3_ENDPOINT`, `_REGION`, `_ACCESS_KEY`, `_SECRET_KEY`, `_BUCKET_PRIVATE` and `_BUCKET_PUBLIC`
//! name one. What holds for one arm only is in `tests/disk.rs` and `tests/s3.rs`.

mod cases;
mod disk;
mod growing;
mod s3;

use std::{io::Write, sync::Once, time::Duration};

use secrecy::SecretString;

use super::{Arm, BlobKey, Blobs, S3Settings};
use crate::{clock::Clock, ids::Ids, testing};

macro_rules! backend_tests {
    ($($case:ident)*) => {
        mod on_disk {
            $(#[tokio::test]
            async fn $case() {
                super::cases::$case(&super::on_disk().await.0).await;
            })*
        }

        mod on_the_s3_double {
            $(#[tokio::test]
            async fn $case() {
                super::cases::$case(&super::on_the_s3_double().await.0).await;
            })*
        }

        mod on_a_real_s3_server {
            $(#[tokio::test]
            async fn $case() {
                if let Some(blobs) = super::on_a_real_s3_server().await {
                    super::cases::$case(&blobs).await;
                }
            })*
        }
    };
}

backend_tests! {
    bytes_come_back_as_they_went_in
    bytes_in_memory_come_back_too
    a_file_comes_back_as_a_file
    a_range_gives_that_stretch_and_the_whole_size
    what_is_missing_is_none
    a_body_that_breaks_leaves_nothing
    a_dropped_put_leaves_nothing
    a_broken_put_leaves_the_old_object
    a_new_object_is_there_whole
    a_second_put_replaces_the_first
    two_puts_of_one_key_at_once_leave_one_whole_object
    a_public_copy_outlives_its_private_source
    what_is_missing_cannot_be_copied
    deleting_twice_is_no_error
    keys_that_begin_alike_are_kept_apart
    lists_come_in_sorted_pages_with_sizes
    whatever_is_listed_can_be_deleted
    the_sweep_spares_what_still_comes
    the_check_leaves_nothing
    an_object_grows_over_many_holds_however_its_bytes_come
    what_was_not_committed_is_written_anew
    an_object_that_stopped_growing_leaves_nothing
}

/// A store, and what has to live as long as it.
type Stage<Guard> = (Blobs, Guard);

async fn on_disk() -> Stage<tempfile::TempDir> {
    let folder = tempfile::tempdir().unwrap();
    (
        Blobs::disk(folder.path().join("data/objects")).await.unwrap(),
        folder,
    )
}

async fn on_the_s3_double() -> Stage<testing::S3Double> {
    let double = testing::s3_double().await.unwrap();
    (Blobs::s3(double.settings.clone()).await.unwrap(), double)
}

async fn on_a_real_s3_server() -> Option<Blobs> {
    let var = |name: &str| {
        std::env::var(format!("BEPART_TEST_S3_{name}"))
            .unwrap_or_else(|_| panic!("BEPART_TEST_S3_ENDPOINT is set, but BEPART_TEST_S3_{name} is not"))
    };
    if std::env::var_os("BEPART_TEST_S3_ENDPOINT").is_none() {
        static SAID: Once = Once::new();
        // Not by `eprintln!`, which the test harness keeps to itself when a test passes.
        SAID.call_once(|| {
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED: no test ran on a real S3 server, because BEPART_TEST_S3_ENDPOINT is not set"
            );
        });
        return None;
    }
    let settings = S3Settings {
        endpoint: var("ENDPOINT"),
        region: var("REGION"),
        bucket_private: var("BUCKET_PRIVATE"),
        bucket_public: var("BUCKET_PUBLIC"),
        access_key: var("ACCESS_KEY"),
        secret_key: SecretString::from(var("SECRET_KEY")),
        path_style: true,
    };
    Some(Blobs::s3(settings).await.unwrap())
}

impl Blobs {
    /// How many puts are half done: of this key on S3, of all keys on disk.
    async fn unfinished(&self, key: &BlobKey) -> usize {
        match &self.0 {
            Arm::Disk(disk) => std::fs::read_dir(disk.root().join("tmp")).unwrap().count(),
            Arm::S3(s3) => {
                let unfinished = s3.unfinished(key.bucket()).await.unwrap();
                unfinished
                    .iter()
                    .filter(|upload| upload.path == key.path())
                    .count()
            }
        }
    }
}

/// A new id: nobody else's, also not of another run on the same server.
fn fresh<Id: From<uuid::Uuid>>() -> Id {
    Ids::system().mint(Clock::system().now())
}

/// Waits for what must come, and says so when it does not.
async fn until(what: &str, mut done: impl AsyncFnMut() -> bool) {
    let waiting = async {
        while !done().await {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waiting)
        .await
        .unwrap_or_else(|_| panic!("never: {what}"));
}
