//! Hostile files, sent by a guest: each ends as the manifest says, and nothing else happens.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use reqwest::StatusCode;
use tests::{Contribution, Corpus, CorpusFile, Expect, House};

#[tokio::test(flavor = "multi_thread")]
async fn every_hostile_file_ends_as_the_manifest_says() {
    let Some(corpus) = Corpus::open() else { return };
    let files: Vec<CorpusFile> = ["png", "png-ok", "jpeg", "webp", "bombs", "payloads"]
        .iter()
        .flat_map(|class| corpus.class(&format!("b-hostile/{class}")))
        .collect();
    assert!(files.len() > 200, "{}", files.len());
    let house = Arc::new(House::start(&[("BEPART__LIMITS__SENDINGS_EACH", "100000")]).await);
    let watch = tokio::spawn(watch(Arc::clone(&house)));

    let guest = house.anyone();
    for batch in files.chunks(10) {
        let contribution = batch
            .iter()
            .fold(Contribution::new("Hostile files"), |contribution, file| {
                contribution.file(file.short_name(), file.bytes())
            });
        guest.contribute(&contribution).await;
    }
    house.db_wait_for_jobs().await;
    watch.abort();

    let mut conn = house.db_connect().await;
    let rows: Vec<(String, String, Option<String>)> = sqlx::query_as(
        "select f.client_name, m.state::text, m.refused_reason from submission_files f join media m using (media_id)",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    assert_eq!(
        rows.len(),
        files.iter().filter(|file| !file.bytes().is_empty()).count()
    );
    let states: BTreeMap<_, _> = rows
        .into_iter()
        .map(|(name, state, reason)| (name, (state, reason)))
        .collect();
    let mut wrong = Vec::new();
    for file in &files {
        let Some((state, reason)) = states.get(file.short_name()) else {
            continue;
        };
        let fits = match (file.expect, state.as_str()) {
            (Expect::Accept | Expect::Any, "ready") => true,
            (Expect::Reject | Expect::Any, "refused") => reason.is_some(),
            _ => false,
        };
        if !fits {
            wrong.push(format!(
                "{}: {state} {reason:?}, expected {:?}",
                file.name, file.expect
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let peak = PEAK.load(std::sync::atomic::Ordering::Relaxed);
    println!(
        "{} hostile files, peak memory of the whole program {peak} MiB",
        files.len()
    );
    assert!(peak < 600, "peak memory {peak} MiB");
    assert_eq!(house.anyone().get("/healthz").await.status(), StatusCode::OK);
}

static PEAK: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);

/// Looks at memory and health all the while.
async fn watch(house: Arc<House>) {
    let person = house.anyone();
    loop {
        PEAK.fetch_max(house.memory_mib(), std::sync::atomic::Ordering::Relaxed);
        assert_eq!(person.get("/healthz").await.status(), StatusCode::OK);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
