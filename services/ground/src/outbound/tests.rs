//! Asking real servers on loopback, and the ways in which strangers would have us ask others.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::{testing::Server, *};

fn get(url: &str) -> Request<Vec<u8>> {
    Request::get(url).body(Vec::new()).unwrap()
}

fn refused(answer: &Result<Response<Vec<u8>>, OutboundError>) -> bool {
    matches!(answer, Err(OutboundError::Refused))
}

#[tokio::test]
async fn a_server_that_is_named_in_the_configuration_is_asked_where_it_is() {
    let server = Server::answering(vec![
        b"HTTP/1.1 201 Created\r\nx-a: b\r\ncontent-length: 2\r\n\r\nhi".to_vec(),
    ])
    .await;
    let outbound = Outbound::new([server.url.clone()]);
    let request = Request::post(server.url.join("/token?a=b%20c").unwrap().as_str())
        .header("content-type", "text/plain")
        .body(b"ping".to_vec())
        .unwrap();
    let answer = outbound.send(request).await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.body().as_slice()),
        (201, b"hi".as_slice())
    );
    assert_eq!(answer.headers()["x-a"], "b");
    let asked = server.asked().join("");
    assert!(asked.starts_with("POST /token?a=b%20c HTTP/1.1\r\n"), "{asked}");
    let port = server.url.port().unwrap();
    assert!(
        asked.contains(&format!("host: 127.0.0.1:{port}\r\n")) && asked.ends_with("\r\n\r\nping"),
        "{asked}"
    );
}

#[tokio::test]
async fn our_own_inside_is_not_asked_however_it_is_written() {
    let server = Server::answering(vec![b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_vec()]).await;
    let port = server.url.port().unwrap();
    let outbound = Outbound::new([]);
    for host in [
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "169.254.169.254",
        "metadata.google.internal",
        "db",
        "printer.local",
        "10.1.2.3",
        "user@127.0.0.1",
        "１２７.0.0.1",
    ] {
        for scheme in ["http", "https"] {
            let url = format!("{scheme}://{host}:{port}/");
            let answer = match Url::parse(&url) {
                Ok(parsed) => {
                    assert!(!outbound.would_ask(&parsed), "{url}");
                    outbound.send(get(parsed.as_str())).await
                }
                Err(_) => Err(OutboundError::Refused),
            };
            assert!(refused(&answer), "{url}");
        }
    }
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn a_public_name_that_leads_inside_is_not_followed_even_when_it_changes_its_mind() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut outbound = Outbound::new([]);
    for lies in [
        vec!["127.0.0.1"],
        vec!["::ffff:127.0.0.1"],
        vec!["1.1.1.1", "127.0.0.1"],
        vec!["169.254.169.254"],
        vec!["fd00:ec2::254"],
        vec!["64:ff9b::7f00:1"],
    ] {
        let told: Vec<SocketAddr> = lies
            .iter()
            .map(|ip| SocketAddr::new(ip.parse().unwrap(), port))
            .collect();
        outbound.resolve = Arc::new(move |_, _| {
            let told = told.clone();
            Box::pin(async move { Ok(told) })
        });
        let answer = outbound
            .send(get(&format!("https://push.evil.org:{port}/")))
            .await;
        assert!(refused(&answer), "{lies:?}");
    }
    // Asked once: what was judged is what is connected to.
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    outbound.resolve = Arc::new(move |_, port| {
        let first = count.fetch_add(1, Ordering::Relaxed) == 0;
        let ip: IpAddr = if first { "192.0.2.1" } else { "127.0.0.1" }.parse().unwrap();
        Box::pin(async move { Ok(vec![SocketAddr::new(ip, port)]) })
    });
    assert!(refused(
        &outbound
            .send(get(&format!("https://rebind.evil.org:{port}/")))
            .await
    ));
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    let nobody = tokio::time::timeout(Duration::from_millis(50), listener.accept()).await;
    assert!(nobody.is_err(), "nobody came in");
}

#[tokio::test]
async fn a_trusted_origin_is_trusted_in_scheme_host_and_port_alone() {
    let server = Server::answering(vec![b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_vec()]).await;
    let outbound = Outbound::new([server.url.clone()]);
    let port = server.url.port().unwrap();
    assert!(outbound.would_ask(&server.url.join("/anything").unwrap()));
    for other in [
        format!("https://127.0.0.1:{port}/"),
        format!("http://127.0.0.2:{port}/"),
        format!("http://localhost:{port}/"),
        "http://127.0.0.1:1/".to_owned(),
        format!("http://me@127.0.0.1:{port}/"),
    ] {
        assert!(refused(&outbound.send(get(&other)).await), "{other}");
    }
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn nobody_is_followed_and_a_redirection_is_an_answer() {
    let inner = Server::answering(vec![b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_vec()]).await;
    let away = format!(
        "HTTP/1.1 302 Found\r\nlocation: {}\r\ncontent-length: 0\r\n\r\n",
        inner.url
    );
    let server = Server::answering(vec![away.into_bytes()]).await;
    let outbound = Outbound::new([server.url.clone(), inner.url.clone()]);
    let answer = outbound.send(get(server.url.as_str())).await.unwrap();
    assert_eq!(answer.status().as_u16(), 302);
    assert!(inner.asked().is_empty());
}

#[tokio::test]
async fn an_answer_that_is_too_long_too_slow_or_none_is_an_error() {
    let long = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", ANSWER_MAX + 1);
    let mut long = long.into_bytes();
    long.resize(long.len() + ANSWER_MAX + 1, b'x');
    let endless = [b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'x'; 2 * ANSWER_MAX]].concat();
    for answer in [long, endless] {
        let server = Server::answering(vec![answer]).await;
        let outbound = Outbound::new([server.url.clone()]);
        assert!(matches!(
            outbound.send(get(server.url.as_str())).await,
            Err(OutboundError::TooLong)
        ));
    }
    let exact = [
        format!("HTTP/1.1 200 OK\r\ncontent-length: {ANSWER_MAX}\r\n\r\n").into_bytes(),
        vec![b'x'; ANSWER_MAX],
    ]
    .concat();
    let server = Server::answering(vec![exact]).await;
    let outbound = Outbound::new([server.url.clone()]);
    assert_eq!(
        outbound
            .send(get(server.url.as_str()))
            .await
            .unwrap()
            .body()
            .len(),
        ANSWER_MAX
    );

    for (answer, what) in [
        (b"SSH-2.0-OpenSSH\r\n".to_vec(), "no HTTP"),
        (b"".to_vec(), "nothing"),
        (
            b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf".to_vec(),
            "half",
        ),
    ] {
        let server = Server::answering(vec![answer]).await;
        let outbound = Outbound::new([server.url.clone()]);
        assert!(outbound.send(get(server.url.as_str())).await.is_err(), "{what}");
    }

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent: Url = format!("http://{}/", listener.local_addr().unwrap())
        .parse()
        .unwrap();
    let mut outbound = Outbound::new([silent.clone()]);
    outbound.within = Duration::from_millis(50);
    assert!(matches!(
        outbound.send(get(silent.as_str())).await,
        Err(OutboundError::TooSlow)
    ));
}

#[tokio::test]
async fn a_server_that_does_not_show_who_it_is_is_not_spoken_to() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let https: Url = format!("https://{}/", listener.local_addr().unwrap())
        .parse()
        .unwrap();
    let heard = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
            .await
            .unwrap();
        let mut heard = Vec::new();
        let _ = stream.read_to_end(&mut heard).await;
        heard
    });
    let answer = Outbound::new([https.clone()])
        .send(get(https.join("/secret").unwrap().as_str()))
        .await;
    assert!(matches!(answer, Err(OutboundError::Unreachable(_))));
    let heard = heard.await.unwrap();
    assert!(!heard.windows(6).any(|window| window == b"secret"));
}
