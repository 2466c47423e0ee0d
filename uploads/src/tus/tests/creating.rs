use super::*;

type Headers<'a> = &'a [(&'a str, &'a str)];

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_door_says_what_it_can_do_and_refuses_other_versions(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let answer = door
        .ask("OPTIONS", "/uploads", &[("tus-resumable", "")], "")
        .await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert_eq!(answer.header("tus-version"), "1.0.0");
    assert_eq!(answer.header("tus-max-size"), "1610612736");
    assert_eq!(answer.header("tus-checksum-algorithm"), "sha256,sha1,md5,crc32");
    assert!(answer.header("tus-extension").contains("creation-defer-length"));
    for version in ["0.2.2", "", "1.0.1"] {
        let headers = [("tus-resumable", version), ("upload-length", "5")];
        let answer = door.ask("POST", "/uploads", &headers, "").await;
        answer.refused(412, "wrong_version");
        assert_eq!(answer.header("tus-version"), "1.0.0");
    }
    door.ask("GET", "/uploads", &[], "")
        .await
        .refused(405, "wrong_method");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_said_of_a_file_comes_back_and_is_never_a_path(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let metadata = "filename Li4vLi4vZXRjL3Bhc3N3ZA==,filetype aW1hZ2UvanBlZw==";
    let headers = [("upload-length", "3"), ("upload-metadata", metadata)];
    let created = door.ask("POST", "/uploads", &headers, "").await;
    let path = created.header("location").to_owned();
    assert!(created.header("upload-expires").ends_with(" GMT"));
    assert_eq!(
        door.ask("HEAD", &path, &[], "").await.header("upload-metadata"),
        metadata
    );
    assert_eq!(door.patch(&path, 0, "abc").await.status, StatusCode::NO_CONTENT);
    let row = sqlx::query!("select client_name from uploads")
        .fetch_one(&pool)
        .await;
    assert_eq!(row.unwrap().client_name, "passwd");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_cannot_be_created_is_refused_by_its_reason(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let cases: [(Headers<'_>, u16, &str); 10] = [
        (&[], 400, "length_missing"),
        (&[("upload-length", "-1")], 400, "length_wrong"),
        (
            &[("upload-length", "5"), ("upload-defer-length", "1")],
            400,
            "length_wrong",
        ),
        (&[("upload-defer-length", "2")], 400, "length_wrong"),
        (&[("upload-length", "1610612737")], 413, "too_large"),
        (
            &[("upload-length", "5"), ("upload-metadata", "a %")],
            400,
            "metadata_wrong",
        ),
        (
            &[("upload-length", "5"), ("upload-concat", "some")],
            400,
            "concat_wrong",
        ),
        (&[("upload-concat", "final;/etc/passwd")], 400, "concat_wrong"),
        (&[("upload-concat", "final;/uploads/../x.y")], 400, "concat_wrong"),
        (
            &[("upload-length", "5"), ("upload-checksum", "sha512 AA==")],
            400,
            "checksum_unknown",
        ),
    ];
    for (headers, status, code) in cases {
        door.ask("POST", "/uploads", headers, "")
            .await
            .refused(status, code);
    }
    let wrong_type = [("upload-length", "5"), ("content-type", "image/jpeg")];
    door.ask("POST", "/uploads", &wrong_type, "abcde")
        .await
        .refused(415, "wrong_type");
    let longer = [CHUNK, ("upload-length", "3")];
    door.ask("POST", "/uploads", &longer, "abcde")
        .await
        .refused(413, "too_much");
    assert_eq!(crate::testing::rows(&door.state.acceptor).await, (0, 0));
    assert_eq!(door.objects("").await, 0);
}

async fn whole_in_one_request(door: &Door) {
    for bytes in [
        noise(50_000),
        noise(1 << 20),
        noise((1 << 20) + 1),
        noise(9 << 20),
        Vec::new(),
    ] {
        let length = bytes.len().to_string();
        let answer = door
            .ask(
                "POST",
                "/uploads",
                &[CHUNK, ("upload-length", &length)],
                bytes.clone(),
            )
            .await;
        assert_eq!(
            (answer.status, answer.header("upload-offset")),
            (StatusCode::CREATED, &*length)
        );
        let path = answer.header("location").to_owned();
        assert!(door.db_bytes(&path).await == bytes);
        assert_eq!(door.offset(&path).await, bytes.len() as u64);
    }
    assert_eq!(
        (door.objects("growing/").await, door.objects("incoming/").await),
        (0, 5)
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_may_come_with_its_creation(pool: PgPool) {
    whole_in_one_request(&Door::on_disk(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_may_come_with_its_creation_to_s3(pool: PgPool) {
    whole_in_one_request(&Door::on_s3(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_length_may_be_told_later_and_then_stands(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let created = door
        .ask("POST", "/uploads", &[("upload-defer-length", "1")], "")
        .await;
    let path = created.header("location").to_owned();
    assert_eq!(door.patch(&path, 0, "abc").await.offset(), 3);
    let head = door.ask("HEAD", &path, &[], "").await;
    assert_eq!(
        (head.header("upload-defer-length"), head.header("upload-length")),
        ("1", "")
    );
    let short = [CHUNK, ("upload-offset", "3"), ("upload-length", "2")];
    door.ask("PATCH", &path, &short, "")
        .await
        .refused(400, "length_wrong");
    let told = [CHUNK, ("upload-offset", "3"), ("upload-length", "8")];
    assert_eq!(door.ask("PATCH", &path, &told, "de").await.offset(), 5);
    let other = [CHUNK, ("upload-offset", "5"), ("upload-length", "9")];
    door.ask("PATCH", &path, &other, "fgh")
        .await
        .refused(400, "length_fixed");
    assert_eq!(door.patch(&path, 5, "fgh").await.offset(), 8);
    assert_eq!(door.db_bytes(&path).await, b"abcdefgh");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn pages_of_the_newsrooms_own_sites_may_send_and_others_may_not(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let ally = [
        ("origin", "https://www.news.example"),
        ("upload-length", "3"),
        ("sec-fetch-site", "same-site"),
    ];
    let answer = door.ask("POST", "/uploads", &ally, "").await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        "https://www.news.example"
    );
    assert!(
        answer
            .header("access-control-expose-headers")
            .contains("Location")
    );
    let stranger = [
        ("origin", "https://evil.example"),
        ("upload-length", "3"),
        ("sec-fetch-site", "cross-site"),
    ];
    let answer = door.ask("POST", "/uploads", &stranger, "").await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let asked = door.ask("OPTIONS", "/uploads", &stranger, "").await;
    assert_eq!(asked.header("access-control-allow-origin"), "");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_begins_too_many_waits_and_others_do_not(pool: PgPool) {
    let mut door = Door::on_disk(&pool).await;
    door.state.creations = Limiter::new(door.state.acceptor.clock.clone(), Duration::from_hours(1), 2, 9);
    door.router = routed(door.state.clone());
    door.create(5).await;
    door.ask("POST", "/uploads", &[("upload-length", "x")], "")
        .await
        .refused(400, "length_wrong");
    door.create(5).await;
    let answer = door.ask("POST", "/uploads", &[("upload-length", "5")], "").await;
    answer.refused(429, "too_many");
    assert_eq!(answer.header("retry-after"), "3601");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_begins_too_much_waits_however_few_the_uploads(pool: PgPool) {
    let mut door = Door::on_disk(&pool).await;
    door.state.volume = Limiter::new(door.state.acceptor.clock.clone(), Duration::from_hours(1), 3, 9);
    door.router = routed(door.state.clone());
    let long = (3_u32 << 20).to_string();
    let endless = [("upload-defer-length", "1")];
    door.ask("POST", "/uploads", &endless, "")
        .await
        .refused(429, "too_many");
    door.create(5).await;
    let answer = door
        .ask("POST", "/uploads", &[("upload-length", &long)], "")
        .await;
    answer.refused(429, "too_many");
    assert_eq!(answer.header("retry-after"), "3601");
    door.create(1 << 20).await;
    door.create(1 << 20).await;
    door.ask("POST", "/uploads", &[("upload-length", "1")], "")
        .await
        .refused(429, "too_many");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_disk_that_is_nearly_full_takes_nothing_new_and_goes_on_with_what_it_has(pool: PgPool) {
    let mut door = Door::on_disk(&pool).await;
    let begun = door.create(10).await;
    door.state.limits.free_bytes = u64::MAX / 2;
    door.router = routed(door.state.clone());
    let small = [("upload-length", "3"), CHUNK];
    let answer = door.ask("POST", "/uploads", &small, "abc").await;
    answer.refused(507, "no_room");
    assert_eq!(answer.header("retry-after"), "5");
    assert_eq!(door.objects("incoming/").await, 0);
    assert_eq!(door.patch(&begun, 0, vec![1; 10]).await.offset(), 10);
}
