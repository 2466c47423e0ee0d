//! What is too big or too slow is ended in words, and costs next to nothing.

use std::time::Duration;

use bytes::Bytes;
use futures_util::stream;
use reqwest::{Body, Client, StatusCode, header};
use tests::House;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const HEAD: &str = "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\n";

/// A multipart body that begins as a file and goes on for `mebibytes`.
fn endless(mebibytes: usize) -> Body {
    let piece = Bytes::from(vec![0x5a; 1 << 20]);
    let pieces = std::iter::once(Bytes::from_static(HEAD.as_bytes()));
    let pieces = pieces.chain(std::iter::repeat_n(piece, mebibytes));
    Body::wrap_stream(stream::iter(pieces.map(Ok::<_, std::io::Error>)))
}

#[tokio::test]
async fn two_gibibytes_are_cut_in_words_and_memory_stays_flat() {
    let house = House::start(&[]).await;
    let before = house.memory_mib();
    for length in [Some(2_u64 << 30), None] {
        let mut request = Client::new()
            .post(house.url("/contribute"))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::ACCEPT_LANGUAGE, "en")
            .body(endless(2048));
        if let Some(length) = length {
            request = request.header(header::CONTENT_LENGTH, length);
        }
        let answer = request.send().await.expect("the answer comes before the connection is closed");
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE, "length said: {length:?}");
        let words = answer.text().await.unwrap();
        assert!(words.contains("<h1"), "an answer in words: {words}");
    }
    let after = house.memory_mib();
    println!("memory before {before} MiB, after {after} MiB");
    assert!(after < before + 48, "{before} MiB became {after} MiB");
    assert_eq!(house.anyone().get("/healthz").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_body_of_one_byte_a_second_is_ended_by_the_deadline() {
    let house = House::start(&[
        ("BEPART__LIMITS__FORM_IDLE_SECONDS", "2"),
        ("BEPART__LIMITS__FORM_BYTES_PER_SECOND", "1000000"),
    ])
    .await;
    let address = house.url("").replace("http://", "");
    let mut stream = TcpStream::connect(&address).await.unwrap();
    let request = format!(
        "POST /contribute HTTP/1.1\r\nhost: {address}\r\naccept-language: en\r\n\
         content-type: multipart/form-data; boundary=edge\r\ncontent-length: 100000\r\n\r\n{HEAD}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let (mut reader, mut writer) = stream.into_split();
    let drip = tokio::spawn(async move {
        while writer.write_all(b"x").await.is_ok() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    let mut answer = Vec::new();
    let ended = tokio::time::timeout(Duration::from_secs(120), reader.read_to_end(&mut answer)).await;
    drip.abort();
    ended.expect("the server ends it").unwrap();
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}
