//! Reading feeds from servers as they are, and from such as nobody should ask.

use std::{io::Write, net::IpAddr, time::Duration};

use chrono::TimeDelta;
use flate2::{Compression, write::GzEncoder};
use ground::outbound::{Outbound, testing::Server};
use sqlx::PgPool;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use url::Url;

use super::*;
use crate::testing::World;

const FEED: &str = "<rss version='2.0'><channel><title>t</title><language>ckb</language>\
    <item><title>لافاو</title><link>https://www.news.example/1</link><description>ئاو</description></item></channel></rss>";

/// An answer with these lines in its head.
fn answer(status: &str, head: &[&str], body: &[u8]) -> Vec<u8> {
    let mut lines = vec![
        format!("HTTP/1.1 {status}"),
        format!("content-length: {}", body.len()),
    ];
    lines.extend(head.iter().map(|line| (*line).to_owned()));
    let mut bytes = format!("{}\r\n\r\n", lines.join("\r\n")).into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

fn feed() -> Vec<u8> {
    answer("200 OK", &[], FEED.as_bytes())
}

fn to(place: &str) -> Vec<u8> {
    answer("302 Found", &[&format!("location: {place}")], b"")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// Feeds at these addresses, which may be on this machine; everything else there may not be asked.
fn at(urls: &[&Url]) -> Elsewhere {
    asking(urls, Outbound::new(urls.iter().map(|url| (*url).clone())))
}

fn asking(urls: &[&Url], outbound: Outbound) -> Elsewhere {
    let config = ElsewhereConfig {
        feeds: urls
            .iter()
            .map(|url| FeedConfig::Address((*url).clone()))
            .collect(),
        every_minutes: 10,
    };
    Elsewhere::asking(&config, outbound, Duration::from_millis(1500)).unwrap()
}

async fn told(elsewhere: &Elsewhere) -> Result<Vec<Headline>, Trouble> {
    let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let told = ask(elsewhere, &elsewhere.feeds[0], (None, None), now).await?;
    Ok(told.unwrap().0)
}

async fn told_by(answers: Vec<Vec<u8>>) -> Result<Vec<Headline>, Trouble> {
    let server = Server::answering(answers).await;
    told(&at(&[&server.url])).await
}

/// Asks what is due, as the worker does.
async fn read_all(world: &World) {
    let mut conn = world.state.pool.acquire().await.unwrap();
    ask_for_feeds(&mut conn, &world.state.elsewhere, world.state.clock.now())
        .await
        .unwrap();
    drop(conn);
    world.run_jobs().await;
}

async fn db_feed(world: &World) -> (Option<String>, i32, TimeDelta) {
    let row = sqlx::query!("select trouble, failures, due_at from elsewhere_feeds")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    (row.trouble, row.failures, row.due_at - world.state.clock.now())
}

async fn db_titles(world: &World) -> Vec<String> {
    sqlx::query_scalar!("select title from elsewhere_headlines order by feed, position")
        .fetch_all(&world.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_feed_is_read_plain_or_packed_and_where_it_moved_to() {
    let gzip = answer("200 OK", &["content-encoding: gzip"], &packed(FEED.as_bytes()));
    let moved = to("/there");
    for answers in [
        vec![feed()],
        vec![gzip],
        vec![moved.clone(), feed()],
        vec![moved.clone(), moved.clone(), moved.clone(), feed()],
    ] {
        let headlines = told_by(answers).await.unwrap();
        assert_eq!(headlines[0].title, "لافاو");
        assert_eq!(headlines[0].language, Some(Lang::Ckb));
    }
}

#[tokio::test]
async fn who_leads_on_and_on_is_not_followed() {
    let server = Server::answering(vec![to("/again")]).await;
    assert_eq!(told(&at(&[&server.url])).await, Err(Trouble::Astray));
    assert_eq!(server.asked().len(), 4);
    assert_eq!(
        told_by(vec![answer("302 Found", &[], b"")]).await,
        Err(Trouble::Astray)
    );
}

#[tokio::test]
async fn nobody_is_led_to_what_only_we_can_reach() {
    let inner = Server::answering(vec![feed()]).await;
    let port = inner.url.port().unwrap();
    for place in [
        inner.url.to_string(),
        format!("http://localhost:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://[::1]:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        format!("//127.0.0.1:{port}/"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "http://metadata.google.internal/".to_owned(),
        "http://10.0.0.1/".to_owned(),
        "https://user:password@www.news.org/".to_owned(),
        "file:///etc/passwd".to_owned(),
        "ftp://www.news.org/".to_owned(),
        "gopher://127.0.0.1:6379/".to_owned(),
    ] {
        let server = Server::answering(vec![to(&place)]).await;
        assert_eq!(told(&at(&[&server.url])).await, Err(Trouble::Refused), "{place}");
    }
    // A good name that leads inside: asked for first, or where another leads.
    for ip in [
        "127.0.0.1",
        "169.254.169.254",
        "::ffff:10.0.0.1",
        "fd00::1",
        "100.64.0.1",
        "224.0.0.1",
    ] {
        let ip: IpAddr = ip.parse().unwrap();
        let named: Url = format!("http://feeds.news.org:{port}/").parse().unwrap();
        let lied = asking(&[&named], Outbound::new([]).where_names_lead_to(vec![ip]));
        assert_eq!(told(&lied).await, Err(Trouble::Refused), "{ip}");
        let server = Server::answering(vec![to(named.as_str())]).await;
        let outbound = Outbound::new([server.url.clone()]).where_names_lead_to(vec![ip]);
        assert_eq!(
            told(&asking(&[&server.url], outbound)).await,
            Err(Trouble::Refused),
            "{ip}"
        );
    }
    assert!(inner.asked().is_empty());
}

#[tokio::test]
async fn what_is_too_much_is_not_read_to_its_end() {
    let declared = b"HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n".to_vec();
    let endless = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    for head in [declared, endless] {
        let answer = [head, vec![b' '; BYTES + 1]].concat();
        assert_eq!(told_by(vec![answer]).await, Err(Trouble::TooLong));
    }
    let bomb = packed(&vec![b' '; 64 << 20]);
    assert!(bomb.len() < 1 << 20);
    let twice = packed(&bomb);
    for (head, body, trouble) in [
        ("content-encoding: gzip", bomb.clone(), Trouble::TooLong),
        ("content-encoding: gzip, gzip", twice, Trouble::Packed),
        ("content-encoding: br", bomb.clone(), Trouble::Packed),
        ("content-encoding: gzip", b"no gzip".to_vec(), Trouble::Packed),
        ("content-encoding: gzip", bomb[..100].to_vec(), Trouble::Packed),
    ] {
        assert_eq!(
            told_by(vec![answer("200 OK", &[head], &body)]).await,
            Err(trouble),
            "{head}"
        );
    }
}

#[tokio::test]
async fn who_is_slow_is_not_waited_for() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url: Url = format!("http://{}/", listener.local_addr().unwrap())
        .parse()
        .unwrap();
    let dripping = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        // An answer to what was not asked yet would be a mistake of its own.
        let _ = stream.read(&mut [0; 1024]).await;
        let _ = stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n")
            .await;
        while stream.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    assert_eq!(told(&at(&[&url])).await, Err(Trouble::TooSlow));
    // It is left, too: its next byte finds nobody.
    tokio::time::timeout(Duration::from_secs(5), dripping)
        .await
        .unwrap()
        .unwrap();
}

#[tokio::test]
async fn what_is_no_feed_says_so() {
    let laughs = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>\
        <rss version='2.0'><channel><item><title>&c;</title><link>https://a.example/</link></item></channel></rss>";
    let outer = "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>&x;</title></channel></rss>";
    for (body, trouble) in [
        (laughs, Trouble::Wild),
        (outer, Trouble::Wild),
        ("", Trouble::Unread),
        ("<html><body>Sign in</body></html>", Trouble::Unread),
        ("<rss version='2.0'><channel><item>", Trouble::Unread),
        ("{\"version\": 7}", Trouble::Unread),
        (
            "<rss version='2.0'><channel><title>t</title></channel></rss>",
            Trouble::Empty,
        ),
    ] {
        assert_eq!(
            told_by(vec![answer("200 OK", &[], body.as_bytes())]).await,
            Err(trouble),
            "{body}"
        );
    }
    for (status, code) in [
        ("404 Not Found", 404),
        ("500 No", 500),
        ("206 Partial", 206),
        ("304 Not Modified", 304),
    ] {
        assert_eq!(
            told_by(vec![answer(status, &[], b"")]).await,
            Err(Trouble::Status(code))
        );
    }
    assert_eq!(
        told_by(vec![b"SSH-2.0-x\r\n".to_vec()]).await,
        Err(Trouble::Unreachable)
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_box_keeps_its_last_good_state_and_asks_less_often(pool: PgPool) {
    let mut world = World::new(pool).await;
    let server = Server::answering(vec![
        answer(
            "200 OK",
            &["etag: \"7\"", "last-modified: Sat, 28 Nov 2026 10:00:00 GMT"],
            FEED.as_bytes(),
        ),
        answer("304 Not Modified", &[], b""),
        answer("500 No", &[], b""),
        answer("200 OK", &[], b"<html>"),
        answer("200 OK", &[], FEED.replace("لافاو", "باران").as_bytes()),
    ])
    .await;
    world.restart(|state| state.elsewhere = at(&[&server.url]));
    read_all(&world).await;
    assert_eq!(db_titles(&world).await, ["لافاو"]);
    assert_eq!(db_feed(&world).await, (None, 0, TimeDelta::minutes(10)));
    read_all(&world).await;
    assert_eq!(server.asked().len(), 1, "not before it is time");
    let mut waited = TimeDelta::minutes(10);
    for (failures, next, titles) in [
        (0, 10, "لافاو"),
        (1, 20, "لافاو"),
        (2, 40, "لافاو"),
        (0, 10, "باران"),
    ] {
        world.state.clock.advance(waited);
        read_all(&world).await;
        assert_eq!(db_titles(&world).await, [titles]);
        let (trouble, failed, due) = db_feed(&world).await;
        assert_eq!((trouble.is_some(), failed), (failures > 0, failures));
        waited = TimeDelta::minutes(next);
        assert_eq!(due, waited);
        assert_eq!(world.get("/").await.all(".elsewhere .headlines a"), [titles]);
    }
    let asked = server.asked();
    assert!(!asked[0].contains("if-none-match"));
    for again in &asked[1..] {
        assert!(
            again.contains("if-none-match: \"7\"\r\n")
                && again.contains("if-modified-since: Sat, 28 Nov 2026 10:00:00 GMT\r\n"),
            "{again}"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_feed_that_fails_does_not_keep_others_and_one_that_is_not_wanted_goes(pool: PgPool) {
    let mut world = World::new(pool).await;
    let (good, bad) = (
        Server::answering(vec![feed()]).await,
        Server::answering(vec![answer("500 No", &[], b"")]).await,
    );
    world.restart(|state| state.elsewhere = at(&[&bad.url, &good.url]));
    read_all(&world).await;
    assert_eq!(db_titles(&world).await, ["لافاو"]);
    let reports = report_on_feeds(&world.state).await.unwrap();
    let told: Vec<_> = reports
        .iter()
        .map(|report| {
            (
                report.headlines,
                report.read_at.is_some(),
                report.trouble.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (0, false, Some("its server answers with status 500")),
            (1, true, None)
        ]
    );
    world.restart(|state| state.elsewhere = at(&[]));
    read_all(&world).await;
    assert!(db_titles(&world).await.is_empty());
    let rows = sqlx::query_scalar!(r#"select count(*) as "count!" from elsewhere_feeds"#)
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(rows, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn pages_are_told_of_other_headlines_and_of_the_same_not(pool: PgPool) {
    let mut listener = sqlx::postgres::PgListener::connect_with(&pool).await.unwrap();
    listener.listen("public").await.unwrap();
    let mut world = World::new(pool).await;
    let server = Server::answering(vec![feed()]).await;
    world.restart(|state| state.elsewhere = at(&[&server.url]));
    read_all(&world).await;
    assert_eq!(listener.recv().await.unwrap().payload(), "elsewhere");
    world.state.clock.advance(TimeDelta::minutes(10));
    read_all(&world).await;
    assert_eq!(server.asked().len(), 2);
    let more = tokio::time::timeout(Duration::from_millis(200), listener.recv()).await;
    assert!(more.is_err(), "{more:?}");
}

#[test]
fn only_addresses_on_the_public_web_can_be_configured() {
    let refused = |text: &str| {
        let config = ElsewhereConfig {
            feeds: vec![FeedConfig::Address(text.parse().unwrap())],
            every_minutes: 10,
        };
        Elsewhere::new(&config).is_err()
    };
    for bad in [
        "http://127.0.0.1/rss",
        "https://localhost/rss",
        "https://me:secret@www.news.org/rss",
        "file:///etc/passwd",
        "https://db.internal/",
    ] {
        assert!(refused(bad), "{bad}");
    }
    assert!(!refused("https://www.news.org/rss") && !refused("http://www.news.org/rss"));
}
