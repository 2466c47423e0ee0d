//! The list: what a row says, order, pages, queues and what they count.

use axum::http::StatusCode;

use super::*;

pub(super) const TITLES: &str = ".queue .item h2";

pub(super) fn titled(title: &str) -> Submission {
    Submission {
        title: title.to_owned(),
        ..sample()
    }
}

impl Desk {
    /// Somebody who sees what is at risk.
    pub(super) async fn db_chief(&self, name: &str) -> Viewer {
        let Viewer(person) = self.db_editor(name).await;
        Viewer(person.map(|person| SignedIn {
            role: Some(Role::Chief),
            sees_at_risk: true,
            ..person
        }))
    }

    /// Changes a contribution behind the desk's back, in SQL.
    pub(super) async fn db_set(&self, id: SubmissionId, set: &str) {
        let sql = format!("update submissions set {set} where submission_id = '{id}'");
        self.db_run(&sql).await;
    }

    pub(super) async fn db_run(&self, sql: &str) {
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()))
            .execute(&self.pool)
            .await
            .unwrap();
    }

    /// The titles of a list, in its order.
    pub(super) async fn titles(&self, viewer: &Viewer, query: &str) -> Vec<String> {
        let answer = self.get(viewer, &format!("/desk?{query}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text);
        answer.texts(TITLES)
    }
}

pub(super) fn account_of(viewer: &Viewer) -> AccountId {
    viewer.0.as_ref().unwrap().account_id
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_has_waited_longest_stands_first_with_what_there_is_to_choose_by(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let older = Submission {
        consent: Consent::AskFirst,
        ..titled("Older")
    };
    let old_id = desk.db_sent(TimeDelta::hours(26), older).await;
    let id = desk.db_sent(TimeDelta::minutes(5), titled("Newer")).await;
    desk.db_file(id, 0, "broken.jpg", false).await;
    let media_id = desk.db_file(id, 1, "river.jpg", true).await;

    let answer = desk.get(&editor, "/desk").await;
    assert_eq!(answer.texts(TITLES), ["Older", "Newer"]);
    assert_eq!(desk.titles(&editor, "order=newest").await, ["Newer", "Older"]);
    assert_eq!(
        answer.attributes(".thumb img", "src"),
        [format!("/desk/media/{media_id}/320.webp")]
    );
    let meta = answer.texts(".queue .meta");
    for words in ["English", "2 files", "1 refused", "5 minutes ago", "Contributor "] {
        assert!(meta[1].contains(words), "{words} in {meta:?}");
    }
    assert!(meta[0].contains("1 day ago"), "{meta:?}");
    assert_eq!(answer.texts(".item.old h2"), ["Older"]);
    assert_eq!(answer.texts(".badge"), ["Received", "Received"]);
    assert_eq!(
        answer.texts(".mark.warn").len(),
        1,
        "consent that forbids publication stands out"
    );
    assert_eq!(
        answer.attributes(".item", "data-id"),
        [old_id.to_string(), id.to_string()]
    );
    assert_eq!(answer.attributes(".item", "data-version"), ["1", "1"]);
    assert_eq!(answer.attributes(".item input[form=bulk]", "value").len(), 2);
    for secret in ["Ada", "ada@example.org"] {
        assert!(
            !answer.text.contains(secret),
            "nobody's name or address is in the list"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn marks_say_what_is_urgent_what_it_is_and_who_is_at_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let (bo, cem) = (account_of(&editor), account_of(&desk.db_editor("Cem").await));
    let id = desk.db_sent(TimeDelta::hours(1), titled("Asked")).await;
    desk.db_set(
        id,
        &format!(
            "state = 'needs_reply', answer_due_at = to_timestamp(1799900000), first_yes_by = '{cem}', machine_rule = 'same',
             tags = '{{flood}}', warnings = '{{graphic}}'"
        ),
    )
    .await;
    let answered = desk.db_sent(TimeDelta::zero(), titled("Answered")).await;
    desk.db_set(
        answered,
        "unread_since = now(), answer_due_at = to_timestamp(1799900000)",
    )
    .await;
    let claim = |id: SubmissionId, by: AccountId, ago: i64| {
        format!(
            "insert into desk_claims (submission_id, account_id, claimed_at, heartbeat_at)
             values ('{id}', '{by}', to_timestamp(1800000000 - {ago}), to_timestamp(1800000000 - {ago}))"
        )
    };
    desk.db_run(&claim(id, cem, 60)).await;
    desk.db_run(&claim(answered, bo, 60)).await;
    let stale = desk.db_sent(TimeDelta::zero(), titled("Stale claim")).await;
    desk.db_run(&claim(stale, cem, 3600)).await;

    let answer = desk.get(&editor, "/desk?order=oldest").await;
    let marks = answer.texts(".item .marks");
    for words in [
        "Cem has it",
        "No answer since",
        "One yes, a second needed",
        "Decided by machine",
        "Text alone",
        "flood",
    ] {
        assert!(marks[0].contains(words), "{words} in {marks:?}");
    }
    let answered = marks.iter().find(|marks| marks.contains("Answered")).unwrap();
    assert!(answered.contains("You have it"), "{answered}");
    assert!(
        !answered.contains("No answer since"),
        "an answer came: nothing is due"
    );
    assert_eq!(
        answer.texts(".item.taken h2"),
        ["Asked"],
        "a claim whose heart stopped is none"
    );
    assert_eq!(answer.texts(".item.mine h2"), ["Answered"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn every_contribution_is_on_one_page_and_the_way_back_is_the_way_there(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    // All at one moment: only the id tells them apart.
    for number in 0..65 {
        let submission = Submission {
            language: if number % 2 == 0 {
                ground::lang::Lang::Ckb
            } else {
                ground::lang::Lang::En
            },
            ..titled(&format!("Number {number}"))
        };
        desk.db_sent(TimeDelta::zero(), submission).await;
    }
    for (query, sizes) in [
        ("", vec![30, 30, 5]),
        ("order=newest", vec![30, 30, 5]),
        ("language=ckb", vec![30, 3]),
        ("claimed=nobody", vec![30, 30, 5]),
        ("group=person&language=en", vec![30, 2]),
    ] {
        let mut pages = Vec::new();
        let mut address = format!("/desk?{query}");
        let last = loop {
            let page = desk.get(&editor, &address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            pages.push(page.texts(TITLES));
            match page.attributes(".pager a[rel=next]", "href").pop() {
                Some(next) => address = next,
                None => break page,
            }
        };
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), sizes, "{query}");
        let mut all = pages.concat();
        all.sort();
        all.dedup();
        assert_eq!(
            all.len(),
            sizes.iter().sum::<usize>(),
            "none twice, none left out: {query}"
        );

        let mut back = last;
        for page in pages.iter().rev().skip(1) {
            let before = back.attributes(".pager a[rel=prev]", "href").pop().unwrap();
            back = desk.get(&editor, &before).await;
            assert_eq!(&back.texts(TITLES), page, "{query}");
        }
        if pages.len() > 2 {
            let before = back.attributes(".pager a[rel=prev]", "href");
            assert!(before.is_empty(), "{before:?}");
        }
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn each_queue_holds_what_belongs_in_it_and_counts_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_chief("Bo").await;
    let bo = account_of(&editor);
    let cem = account_of(&desk.db_editor("Cem").await);
    let mut ago = 100;
    let mut sent = async |title: &str, set: &str| {
        ago -= 1;
        let id = desk.db_sent(TimeDelta::minutes(ago), titled(title)).await;
        desk.db_set(id, set).await;
    };
    sent("new", "version = 1").await;
    sent("mine", &format!("state = 'in_review', handled_by = '{bo}'")).await;
    sent("theirs", &format!("state = 'in_review', handled_by = '{cem}'")).await;
    sent("asked", "state = 'needs_reply'").await;
    sent("answered", "state = 'published', unread_since = now()").await;
    sent("second", &format!("state = 'in_review', first_yes_by = '{cem}'")).await;
    sent("ready", "state = 'accepted'").await;
    sent(
        "declined",
        &format!("state = 'declined', decline_reason = 'other', handled_by = '{bo}'"),
    )
    .await;
    sent(
        "spam",
        "state = 'spam', machine_rule = 'same', unread_since = now()",
    )
    .await;
    sent("withdrawn", "state = 'withdrawn', withdrawn_at = now()").await;
    sent("risk", "at_risk = true").await;

    let open = ["new", "mine", "theirs", "asked", "second", "ready", "risk"];
    for (queue, titles) in [
        ("open", &open[..]),
        ("new", &["new", "risk"]),
        ("mine", &["mine"]),
        ("answer", &["asked", "answered"]),
        ("second", &["second"]),
        ("ready", &["ready"]),
        ("published", &["answered"]),
        ("not_used", &["withdrawn", "spam", "declined"]),
        ("machine", &["spam"]),
        ("risk", &["risk"]),
        (
            "all",
            &[
                "risk",
                "withdrawn",
                "spam",
                "declined",
                "ready",
                "second",
                "answered",
                "asked",
                "theirs",
                "mine",
                "new",
            ],
        ),
    ] {
        assert_eq!(
            desk.titles(&editor, &format!("queue={queue}")).await,
            titles,
            "{queue}"
        );
        let answer = desk.get(&editor, &format!("/desk?queue={queue}")).await;
        let count = answer.texts(&format!(".queues [data-count={queue}]"));
        assert_eq!(count, [titles.len().to_string()], "{queue}");
        assert_eq!(answer.texts("h1 .total"), count, "{queue}");
        assert_eq!(answer.attributes("ol.queue", "data-queue"), [queue]);
    }
    assert_eq!(desk.titles(&editor, "").await, open);
    assert_eq!(
        desk.titles(&editor, "state=spam").await,
        ["spam"],
        "a state is looked for everywhere"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_empty_queue_says_so_and_what_cannot_be_is_not_there(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_chief("Bo").await;
    for queue in [
        "open",
        "new",
        "mine",
        "answer",
        "second",
        "ready",
        "published",
        "not_used",
        "machine",
        "risk",
        "all",
    ] {
        let answer = desk.get(&editor, &format!("/desk?queue={queue}")).await;
        assert_eq!(answer.texts(".empty-title"), ["Nothing here"], "{queue}");
    }
    let filtered = desk.get(&editor, "/desk?queue=ready&has=gps").await;
    assert_eq!(filtered.texts(".empty-title"), ["Nothing fits all of this"]);
    assert_eq!(filtered.attributes(".empty a", "href"), ["/desk?queue=ready"]);
    for query in [
        "queue=shredded",
        "before=1",
        "after=x.y",
        "before=99999999999999999999.x",
    ] {
        let answer = desk.get(&editor, &format!("/desk?{query}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{query}");
    }
    let odd = desk
        .get(&editor, "/desk?queue=new&language=xx&since=%3Cb%3E")
        .await;
    assert_eq!(odd.status, StatusCode::OK);
    assert_eq!(odd.texts(".notice bdi"), ["language=xx", "since=<b>"]);
    let form = desk
        .get(&editor, "/desk?queue=new&q=&since=&tag=flood&older=")
        .await;
    assert_eq!(form.status, StatusCode::SEE_OTHER);
    assert_eq!(form.header(header::LOCATION), "/desk?queue=new&tag=flood");
}
