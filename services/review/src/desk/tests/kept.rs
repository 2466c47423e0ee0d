//! What the desk chooses by is kept by triggers: after whatever happens it is what making it anew would give.

use super::{
    listing::{account_of, titled},
    *,
};
use ground::jobs::{FindRepeats, Runners, enqueue};

impl Desk {
    /// Nothing of it differs from what it is made of.
    async fn assert_kept(&self, after: &str) {
        let columns = "submission_id, sent_at, state, at_risk, person_id, handled_by, due_at, attributes, place, likeness";
        for (what, sql) in [
            (
                "rows",
                format!(
                    "select count(*) from (
                         (select {columns} from desk_items except select {columns} from desk_items_now)
                         union all (select {columns} from desk_items_now except select {columns} from desk_items)
                     ) as differing"
                ),
            ),
            (
                "counts",
                "select count(*) from (
                     select queue, at_risk, sum(count) as count
                     from (select * from desk_counts union all select queue, at_risk, change from desk_count_changes) as kept
                     group by queue, at_risk
                 ) as kept
                 full join (
                     select queue, at_risk, count(*) as count
                     from (select substr(unnest(attributes), 7) as queue, unnest(attributes) as attribute, at_risk from desk_items) as of
                     where attribute like 'queue:%' group by queue, at_risk
                     union all select 'all', at_risk, count(*) from desk_items group by at_risk
                 ) as counted using (queue, at_risk)
                 where coalesce(kept.count, 0) <> coalesce(counted.count, 0)"
                    .to_owned(),
            ),
        ] {
            let differing: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&self.pool).await.unwrap();
            assert_eq!(differing, 0, "{what} differ after {after}");
        }
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whatever_changes_the_list_knows_it_in_the_same_transaction(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let bo = account_of(&desk.db_editor("Bo").await);
    desk.db_run("insert into desk_categories (category, position) values ('floods', 1)")
        .await;
    let mut ids = Vec::new();
    let mut media = Vec::new();
    for number in 0..6 {
        let id = desk.db_sent(TimeDelta::minutes(number), titled("One")).await;
        if number % 2 == 0 {
            media.push(desk.db_file(id, 0, "a.jpg", number > 0).await);
        }
        ids.push(id);
    }
    desk.assert_kept("sending").await;
    let changes = [
        "state = 'in_review', handled_by = '{bo}'",
        "state = 'accepted', first_yes_by = null",
        "first_yes_by = '{bo}', first_yes_at = now()",
        "at_risk = not at_risk",
        "tags = '{{a,b}}', warnings = '{{graphic}}'",
        "tags = '{{}}', category = 'floods'",
        "unread_since = now(), answer_due_at = now()",
        "unread_since = null, answer_due_at = null, category = null",
        "machine_rule = 'same', state = 'spam'",
        "machine_rule = null, state = 'received', consent = 'ask_first'",
        "place = 'Kobanê', language = 'tr'",
        "place = null, title = 'nothing that is listed'",
        "state = 'needs_reply'",
        "state = 'published'",
    ];
    let (mut one, mut step) = (1_usize, 7_usize);
    for round in 0..60 {
        (one, step) = ((one * 5 + 3) % 9973, (step * 3 + 1) % 9973);
        let (id, other) = (ids[one % 6], ids[step % 6]);
        let change = changes[(one + step + round) % changes.len()]
            .replace("{bo}", &bo.to_string())
            .replace("{{", "{")
            .replace("}}", "}");
        desk.db_set(id, &change).await;
        if id != other && round % 5 == 0 {
            desk.db_run(&format!(
                "insert into submission_repeats (submission_id, earlier_id, exact, found_at) values ('{id}', '{other}', true, now())
                 on conflict do nothing"
            ))
            .await;
        }
        if round % 10 == 0 {
            desk.assert_kept(&change).await;
        }
    }
    desk.assert_kept("all of that").await;
    let about = media[1];
    for sql in [
        format!("update media set medium_kind = 'film', kind = null, duration_ms = 1 where media_id = '{about}'"),
        format!("insert into fact_readings (media_id, read_at, facts_cut, credentials) values ('{about}', now(), false, '{{\"verdict\": \"none\"}}')"),
        format!(
            "insert into media_facts (media_id, position, kind, source, value) values ('{about}', 0, 'other', 'x', '{{}}'),
             ('{about}', 1, 'nearest_place', 'x', '{{\"name\": \"Amed\"}}'), ('{about}', 2, 'place', 'x', '{{}}')"
        ),
        format!("update fact_readings set credentials = '{{\"verdict\": \"valid\"}}' where media_id = '{about}'"),
        format!("delete from fact_readings where media_id = '{about}'"),
        format!("delete from submission_files where submission_id = '{}'", ids[2]),
        format!("delete from submissions where submission_id = '{}'", ids[0]),
        "delete from submission_repeats".to_owned(),
        "select desk_counts_add_up()".to_owned(),
    ] {
        desk.db_run(&sql).await;
        desk.assert_kept(&sql).await;
    }
    // What is rolled back was never counted.
    desk.db_run("begin; update submissions set state = 'spam'; select desk_counts_add_up(); rollback")
        .await;
    desk.assert_kept("a rollback").await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn many_who_decide_at_once_wait_for_nobody_and_every_one_is_counted(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let mut ids = Vec::new();
    for number in 0..40 {
        ids.push(desk.db_sent(TimeDelta::minutes(number), titled("One")).await);
    }
    // Two transactions that change the same queues in opposite orders, each while the other is open.
    let mut first = ground::db::begin(&desk.pool).await.unwrap();
    let mut second = ground::db::begin(&desk.pool).await.unwrap();
    let spam = "update submissions set state = 'spam' where submission_id = $1";
    let accepted = "update submissions set state = 'accepted' where submission_id = $1";
    for (at, (here, there)) in ids.chunks(2).map(|pair| (pair[0], pair[1])).enumerate() {
        let (one, other) = if at % 2 == 0 {
            (spam, accepted)
        } else {
            (accepted, spam)
        };
        let both = async {
            sqlx::query(one).bind(here.0).execute(&mut *first).await.unwrap();
            sqlx::query(other)
                .bind(there.0)
                .execute(&mut *second)
                .await
                .unwrap();
        };
        tokio::time::timeout(std::time::Duration::from_secs(10), both)
            .await
            .expect("nobody waits");
    }
    second.commit().await.unwrap();
    first.commit().await.unwrap();
    desk.assert_kept("two at once").await;
    let editor = desk.db_editor("Bo").await;
    let counted = desk.get(&editor, "/desk").await;
    assert_eq!(counted.texts("[data-count=not_used]"), ["20"]);
    assert_eq!(counted.texts("[data-count=ready]"), ["20"]);
    assert_eq!(counted.texts("[data-count=new]"), ["0"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_and_a_decision_at_once_are_both_in_the_row(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let id = desk.db_sent(TimeDelta::zero(), titled("One")).await;
    let media_id = desk.db_file(id, 0, "a.jpg", true).await;
    let mut deciding = ground::db::begin(&desk.pool).await.unwrap();
    sqlx::query("update submissions set state = 'accepted' where submission_id = $1")
        .bind(id.0)
        .execute(&mut *deciding)
        .await
        .unwrap();
    let told = desk.db_run_later(format!(
        "insert into fact_readings (media_id, read_at, facts_cut, credentials) values ('{media_id}', now(), false, '{{\"verdict\": \"valid\"}}')"
    ));
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    deciding.commit().await.unwrap();
    told.await.unwrap();
    desk.assert_kept("two at one row").await;
    let attributes = sqlx::query_scalar!("select attributes from desk_items where submission_id = $1", id.0)
        .fetch_one(&desk.pool)
        .await
        .unwrap();
    for attribute in ["has:c2pa", "queue:ready", "state:accepted"] {
        assert!(
            attributes.iter().any(|one| one == attribute),
            "{attribute} in {attributes:?}"
        );
    }
}

impl Desk {
    fn db_run_later(&self, sql: String) -> tokio::task::JoinHandle<()> {
        let pool = self.pool.clone();
        tokio::spawn(async move {
            sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                .execute(&pool)
                .await
                .unwrap();
        })
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn files_that_came_before_are_found_by_the_job_whichever_is_asked_about(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let first = desk.db_sent(TimeDelta::hours(2), titled("First")).await;
    desk.db_file(first, 0, "a.jpg", true).await;
    desk.db_file(first, 1, "twice in one.jpg", true).await;
    let again = desk.db_sent(TimeDelta::hours(1), titled("Again")).await;
    desk.db_file(again, 0, "b.jpg", true).await;
    let other = desk.db_sent(TimeDelta::zero(), titled("Other")).await;
    let unlike = desk.db_file(other, 0, "c.jpg", true).await;
    desk.db_run(&format!(
        "update media set sha256 = '\\x00' where media_id = '{unlike}'"
    ))
    .await;

    let runners = crate::desk::queue::runner(Runners::default(), &desk.pool, &desk.clock);
    let files = sqlx::query_scalar!(r#"select media_id as "id: MediaId" from submission_files"#);
    for media_id in files.fetch_all(&desk.pool).await.unwrap() {
        let job = FindRepeats { media_id };
        enqueue(&mut desk.pool.acquire().await.unwrap(), &job)
            .await
            .unwrap();
    }
    runners.run_pending(&desk.pool).await.unwrap();
    let found = sqlx::query!(
        r#"select submission_id as "id: SubmissionId", earlier_id as "earlier: SubmissionId", exact from submission_repeats"#
    )
    .fetch_all(&desk.pool)
    .await
    .unwrap();
    let found: Vec<_> = found.iter().map(|row| (row.id, row.earlier, row.exact)).collect();
    assert_eq!(found, [(again, first, true)]);
    assert_eq!(desk.titles(&editor, "has=repeats").await, ["First", "Again"]);
    assert_eq!(
        desk.titles(&editor, &format!("like={first}")).await,
        ["First", "Again"]
    );
    desk.assert_kept("the job").await;
}
