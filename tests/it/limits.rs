//! What is too big or too slow is ended in words, and costs next to nothing.

use std::time::Duration;

use reqwest::StatusCode;
use tests::House;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const HEAD: &str = "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\n";
const MEBIBYTE: usize = 1 << 20;

/// Begins a form with a file in it, goes on sending `pieces` with a rest between them, and reads the answer
/// meanwhile, as a browser does. `framing` is the header that says how the body ends.
async fn send(
    house: &House,
    framing: &str,
    pieces: impl Iterator<Item = Vec<u8>> + Send + 'static,
    rest: Duration,
) -> String {
    let address = house.url("").replace("http://", "");
    let stream = TcpStream::connect(&address).await.unwrap();
    let (mut reader, mut writer) = stream.into_split();
    let head = format!(
        "POST /contribute HTTP/1.1\r\nhost: {address}\r\naccept-language: en\r\n\
         content-type: multipart/form-data; boundary=edge\r\n{framing}\r\n\r\n"
    );
    writer.write_all(head.as_bytes()).await.unwrap();
    let sending = tokio::spawn(async move {
        for piece in pieces {
            if writer.write_all(&piece).await.is_err() {
                break;
            }
            tokio::time::sleep(rest).await;
        }
    });
    let mut answer = Vec::new();
    let ended = tokio::time::timeout(Duration::from_secs(150), reader.read_to_end(&mut answer)).await;
    sending.abort();
    // A reset after the answer is the end of a connection, too.
    let _ = ended.expect("the server ends it");
    String::from_utf8_lossy(&answer).into_owned()
}

/// `bytes` as one chunk of a body without a length (RFC 9112 §7.1).
fn chunk(bytes: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_gibibytes_are_cut_in_words_and_memory_stays_flat() {
    let house = House::start(&[]).await;
    let before = house.memory_mib();
    let piece = vec![0x5a; MEBIBYTE];
    let plain = std::iter::once(HEAD.as_bytes().to_vec()).chain(std::iter::repeat_n(piece.clone(), 2048));
    let chunked = std::iter::once(chunk(HEAD.as_bytes())).chain(std::iter::repeat_n(chunk(&piece), 2048));
    for answer in [
        send(&house, "content-length: 2147483648", plain, Duration::ZERO).await,
        send(&house, "transfer-encoding: chunked", chunked, Duration::ZERO).await,
    ] {
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
        assert!(answer.contains("<h1"), "an answer in words: {answer}");
    }
    let after = house.memory_mib();
    println!("memory before {before} MiB, after {after} MiB");
    assert!(after < before + 48, "{before} MiB became {after} MiB");
    assert_eq!(house.anyone().get("/healthz").await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_one_byte_a_second_is_ended_by_the_deadline() {
    let house = House::start(&[("BEPART__LIMITS__FORM_BYTES_PER_SECOND", "1000000")]).await;
    let drip = std::iter::once(HEAD.as_bytes().to_vec()).chain(std::iter::repeat(vec![b'x']));
    let answer = send(&house, "content-length: 100000", drip, Duration::from_secs(1)).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}
