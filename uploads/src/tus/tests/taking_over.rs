use super::*;

/// A request whose sender falls silent behind `bytes`.
fn silent(router: &Router, path: &str, offset: usize, bytes: &[u8]) -> tokio::task::JoinHandle<Answer> {
    let (router, path, offset, body) = (
        router.clone(),
        path.to_owned(),
        offset.to_string(),
        cut(bytes, false),
    );
    tokio::spawn(async move {
        let headers = [
            CHUNK,
            ("upload-offset", &*offset),
            ("transfer-encoding", "chunked"),
        ];
        ask(&router, "PATCH", &path, &headers, body).await
    })
}

async fn until_held(door: &Door) {
    loop {
        let held =
            sqlx::query_scalar!("select count(*) as \"n!\" from uploads where leased_until is not null");
        if held.fetch_one(&door.state.acceptor.pool).await.unwrap() > 0 {
            return;
        }
        tokio::task::yield_now().await;
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_request_takes_over_from_one_whose_sender_is_silent(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let bytes = noise(900_000);
    let path = door.create(bytes.len()).await;
    let first = silent(&door.router, &path, 0, &bytes[..300_000]);
    until_held(&door).await;
    assert_eq!(door.offset(&path).await, 300_000);
    first.await.unwrap().refused(423, "busy");
    let second = silent(&door.router, &path, 300_000, &bytes[300_000..400_000]);
    until_held(&door).await;
    // Who is sent to the old offset learns the new one.
    door.patch(&path, 300_000, bytes[300_000..].to_vec())
        .await
        .refused(409, "offset_mismatch");
    second.await.unwrap().refused(423, "busy");
    assert_eq!(
        door.patch(&path, 400_000, bytes[400_000..].to_vec())
            .await
            .offset(),
        900_000
    );
    assert!(door.db_bytes(&path).await == bytes);
}

async fn on_another_node(door: &Door) {
    let bytes = noise(9 << 20);
    let path = door.create(bytes.len()).await;
    let neighbour = door.neighbour();
    let first = silent(&neighbour, &path, 0, &bytes[..300_000]);
    until_held(door).await;
    // It hears of us when it renews its lease, or was heard of before.
    let mut offset = door.offset(&path).await;
    while offset == 0 {
        offset = door.offset(&path).await;
    }
    assert_eq!(offset, 300_000);
    first.await.unwrap().refused(423, "busy");
    assert_eq!(
        door.patch(&path, offset, bytes[300_000..].to_vec()).await.status,
        StatusCode::NO_CONTENT
    );
    assert!(door.db_bytes(&path).await == bytes);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_upload_begun_on_one_node_goes_on_on_another(pool: PgPool) {
    on_another_node(&Door::on_s3(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_node_that_died_is_outlived(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let path = door.create(10).await;
    door.patch(&path, 0, "hello").await;
    // As kill -9 leaves it.
    sqlx::query!("update uploads set leased_until = clock_timestamp() + interval '1 second'")
        .execute(&pool)
        .await
        .unwrap();
    assert_eq!(door.patch(&path, 5, "world").await.offset(), 10);
    assert_eq!(door.db_bytes(&path).await, b"helloworld");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_at_one_offset_exactly_one_wins(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    for round in 0..20 {
        let path = door.create(200_000).await;
        let (one, other) = (vec![b'1'; 200_000], vec![b'2'; 200_000]);
        let (first, second) = tokio::join!(
            door.patch(&path, 0, one.clone()),
            door.patch(&path, 0, other.clone())
        );
        let won = [first.status, second.status].map(|status| status == StatusCode::NO_CONTENT);
        assert!(
            won[0] ^ won[1],
            "round {round}: {} {}",
            first.status,
            second.status
        );
        let kept = door.db_bytes(&path).await;
        assert!(kept == if won[0] { one } else { other });
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn killed_between_the_object_and_the_fact_it_is_whole_at_the_next_try(pool: PgPool) {
    for door in [Door::on_disk(&pool).await, Door::on_s3(&pool).await] {
        let bytes = noise(9 << 20);
        let path = door.create(bytes.len()).await;
        door.patch(&path, 0, bytes[..8 << 20].to_vec()).await;
        let id = token(&path).upload_id();
        let before = sqlx::query!(
            "select received, growth, hash_state from uploads where upload_id = $1",
            id.0
        )
        .fetch_one(&pool)
        .await
        .unwrap();
        door.patch(&path, 8 << 20, bytes[8 << 20..].to_vec()).await;
        sqlx::query!(
            "update uploads set received = $2, growth = $3, hash_state = $4, finished_at = null, size = null,
                 blake3 = null where upload_id = $1",
            id.0,
            before.received,
            before.growth,
            before.hash_state,
        )
        .execute(&pool)
        .await
        .unwrap();
        assert_eq!(door.offset(&path).await, 8 << 20);
        let answer = door.patch(&path, 8 << 20, bytes[8 << 20..].to_vec()).await;
        assert_eq!(
            (answer.status, answer.offset()),
            (StatusCode::NO_CONTENT, 9 << 20),
            "{}",
            answer.body
        );
        assert!(door.db_bytes(&path).await == bytes);
    }
}
