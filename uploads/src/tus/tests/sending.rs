use super::*;

async fn in_pieces(door: &Door) {
    let bytes = noise(19 << 20);
    let path = door.create(bytes.len()).await;
    let mut at = 0;
    for length in [
        1,
        65_535,
        65_536,
        300_000,
        8 << 20,
        0,
        (8 << 20) - 431_073,
        5 << 20,
    ] {
        let end = (at + length).min(bytes.len());
        let answer = door.patch(&path, at as u64, bytes[at..end].to_vec()).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.body);
        assert_eq!(answer.offset(), end as u64);
        assert_eq!(door.offset(&path).await, end as u64);
        at = end;
    }
    assert!(
        door.patch(&path, at as u64, bytes[at..].to_vec())
            .await
            .status
            .is_success()
    );
    assert!(door.db_bytes(&path).await == bytes);
    assert_eq!(door.objects("growing/").await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_may_come_in_pieces_of_any_size(pool: PgPool) {
    in_pieces(&Door::on_disk(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_may_come_to_s3_in_pieces_of_any_size(pool: PgPool) {
    in_pieces(&Door::on_s3(&pool).await).await;
}

async fn broken(door: &Door) {
    let bytes = noise(20 << 20);
    let path = door.create(bytes.len()).await;
    let mut at = 0;
    for length in [1000, 300_000, 9 << 20, 8_000_000] {
        let headers = [
            CHUNK,
            ("upload-offset", &at.to_string()),
            ("transfer-encoding", "chunked"),
        ];
        let body = cut(&bytes[at..at + length], true);
        let answer = door.ask("PATCH", &path, &headers, body).await;
        answer.refused(400, "broken");
        at += length;
        assert_eq!(door.offset(&path).await, at as u64, "not a byte is lost");
    }
    door.patch(&path, at as u64, bytes[at..].to_vec()).await;
    assert!(door.db_bytes(&path).await == bytes);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_came_before_a_connection_broke_is_kept(pool: PgPool) {
    broken(&Door::on_disk(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_came_to_s3_before_a_connection_broke_is_kept(pool: PgPool) {
    broken(&Door::on_s3(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_chunk_must_fit_where_it_is_sent(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let path = door.create(5).await;
    door.patch(&path, 2, "ab").await.refused(409, "offset_mismatch");
    door.patch(&path, 0, "abcdef").await.refused(413, "too_much");
    let chunked = [CHUNK, ("upload-offset", "0"), ("transfer-encoding", "chunked")];
    door.ask("PATCH", &path, &chunked, "abcdef")
        .await
        .refused(413, "too_much");
    let plain = [("content-type", "image/jpeg"), ("upload-offset", "0")];
    door.ask("PATCH", &path, &plain, "ab")
        .await
        .refused(415, "wrong_type");
    door.ask("PATCH", &path, &[CHUNK], "ab")
        .await
        .refused(400, "offset_missing");
    assert_eq!(door.offset(&path).await, 0);
    assert_eq!(door.patch(&path, 0, "abcde").await.offset(), 5);
    door.patch(&path, 0, "abcde")
        .await
        .refused(409, "offset_mismatch");
    door.patch(&path, 5, "f").await.refused(413, "too_much");
    assert_eq!(door.patch(&path, 5, "").await.status, StatusCode::NO_CONTENT);
    assert_eq!(door.db_bytes(&path).await, b"abcde");
}

async fn damaged(door: &Door) {
    let path = door.create(5 + (9 << 20)).await;
    let wrong = [
        CHUNK,
        ("upload-offset", "0"),
        ("upload-checksum", "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00="),
    ];
    door.ask("PATCH", &path, &wrong, "hallo")
        .await
        .refused(460, "checksum_mismatch");
    assert_eq!(door.offset(&path).await, 0);
    let big = [
        CHUNK,
        ("upload-offset", "0"),
        ("upload-checksum", "crc32 NhCmhg=="),
    ];
    door.ask("PATCH", &path, &big, noise(9 << 20))
        .await
        .refused(460, "checksum_mismatch");
    assert_eq!(door.offset(&path).await, 0);
    assert_eq!(door.ask("PATCH", &path, &wrong, "hello").await.offset(), 5);
    assert_eq!(door.patch(&path, 5, noise(9 << 20)).await.offset(), 5 + (9 << 20));
    assert!(door.db_bytes(&path).await == [b"hello".as_slice(), &noise(9 << 20)].concat());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_damaged_chunk_is_as_if_it_had_not_come(pool: PgPool) {
    damaged(&Door::on_disk(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_damaged_chunk_to_s3_is_as_if_it_had_not_come(pool: PgPool) {
    damaged(&Door::on_s3(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_post_may_mean_another_method_and_a_get_may_not(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let path = door.create(3).await;
    let meant = [CHUNK, ("upload-offset", "0"), ("x-http-method-override", "PATCH")];
    door.ask("GET", &path, &meant, "abc")
        .await
        .refused(405, "wrong_method");
    assert_eq!(
        door.ask("POST", &path, &meant, "abc").await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(door.db_bytes(&path).await, b"abc");
}

async fn parts_become_one(door: &Door) {
    let (first, second) = (noise(9 << 20), b"the end".to_vec());
    let mut paths = Vec::new();
    for bytes in [&first, &second] {
        let length = bytes.len().to_string();
        let headers = [CHUNK, ("upload-length", &*length), ("upload-concat", "partial")];
        let answer = door.ask("POST", "/uploads", &headers, bytes.clone()).await;
        let path = answer.header("location").to_owned();
        assert_eq!(
            door.ask("HEAD", &path, &[], "").await.header("upload-concat"),
            "partial"
        );
        paths.push(path);
    }
    let concat = format!("final;{} https://news.example{}", paths[0], paths[1]);
    let answer = door
        .ask("POST", "/uploads", &[("upload-concat", &*concat)], "")
        .await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    let whole = answer.header("location").to_owned();
    assert!(door.db_bytes(&whole).await == [first, second].concat());
    let head = door.ask("HEAD", &whole, &[], "").await;
    assert_eq!(head.header("upload-concat"), concat);
    door.patch(&whole, 0, "x").await.refused(403, "is_final");
    // A part is no file of its own.
    let mut conn = door.state.acceptor.pool.acquire().await.unwrap();
    let tokens = [token(&paths[0]), token(&whole)];
    let claimable = crate::peek(&mut conn, &tokens, door.state.acceptor.clock.now())
        .await
        .unwrap();
    assert_eq!(claimable.len(), 1);
    let unfinished = door
        .ask(
            "POST",
            "/uploads",
            &[("upload-length", "5"), ("upload-concat", "partial")],
            "",
        )
        .await;
    // A list that is not read as it was meant would lose a part without a word.
    for list in [
        format!("{},{}", paths[0], paths[1]),
        format!("/else{}", paths[0]),
        format!("file://news.example{}", paths[0]),
    ] {
        let concat = format!("final;{list}");
        let refused = door
            .ask("POST", "/uploads", &[("upload-concat", &*concat)], "")
            .await;
        refused.refused(400, "concat_wrong");
    }
    let concat = format!("final;{}", unfinished.header("location"));
    let refused = door
        .ask("POST", "/uploads", &[("upload-concat", &*concat)], "")
        .await;
    refused.refused(400, "part_unfinished");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn parts_that_came_side_by_side_become_one(pool: PgPool) {
    parts_become_one(&Door::on_disk(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn parts_that_came_side_by_side_become_one_on_s3(pool: PgPool) {
    parts_become_one(&Door::on_s3(&pool).await).await;
}
