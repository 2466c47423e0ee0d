use std::{
    convert::Infallible,
    io,
    sync::atomic::{AtomicUsize, Ordering},
};

use axum::{Router, body::Body, extract::State, response::IntoResponse, routing::post};
use bytes::Bytes;
use futures_util::stream;
use ground::blobs::BlobKey;
use sqlx::PgPool;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::*;
use crate::{
    FileRefusal,
    testing::{BOUNDARY, Form, acceptor, incoming, pieces, request, rows},
};

fn small() -> FormLimits {
    FormLimits {
        file_bytes: 1000,
        form_bytes: 20_000,
        files: 3,
        ..FormLimits::default()
    }
}

async fn refusal(acceptor: &Acceptor, request: Request) -> FormError {
    match receive_form(acceptor, request).await {
        Ok(_) => panic!("the form was received"),
        Err(error) => error,
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_form_is_received_with_its_words_and_its_files(pool: PgPool) {
    let (acceptor, _folder) = acceptor(&pool, FormLimits::default()).await;
    let photo: Vec<u8> = (0..100_000_u32)
        .flat_map(|n| [n.to_le_bytes()[0], b'\r', b'\n', b'-'])
        .collect();
    let form = Form::default()
        .field("title", "ئێوارە لە هەولێر")
        .field("upload", "one")
        .file("IMG_1.jpg", &photo)
        .field("upload", "two")
        .file("IMG_2.jpg", b"small")
        .field("body", "a\r\n\r\nb")
        .body();
    for size in [1 << 20, 64 * 1024, 1000] {
        let received = receive_form(&acceptor, request(pieces(&form, size)))
            .await
            .unwrap();
        assert_eq!(received.fields.first("title"), "ئێوارە لە هەولێر");
        assert_eq!(received.fields.first("body"), "a\r\n\r\nb");
        assert_eq!(received.fields.first("name"), "");
        assert_eq!(received.fields.all("upload").collect::<Vec<_>>(), ["one", "two"]);
        assert!(received.refused.is_empty());
        let names: Vec<_> = received
            .files
            .iter()
            .map(|file| (file.client_name.as_str(), file.size))
            .collect();
        assert_eq!(names, [("IMG_1.jpg", 400_000), ("IMG_2.jpg", 5)]);

        let id = received.files[0].token.upload_id();
        let mut stored = acceptor
            .blobs
            .get(&BlobKey::incoming(id), None)
            .await
            .unwrap()
            .unwrap();
        let mut bytes = Vec::new();
        while let Some(piece) = stored.stream.next().await {
            bytes.extend_from_slice(&piece.unwrap());
        }
        assert!(bytes == photo, "the stored bytes differ");
        let row = sqlx::query!(
            "select size, blake3, finished_at, claimed_at from uploads where upload_id = $1",
            id.0
        )
        .fetch_one(&pool)
        .await
        .unwrap();
        assert_eq!(
            (row.size, row.blake3),
            (Some(400_000), Some(blake3::hash(&photo).as_bytes().to_vec()))
        );
        assert!(row.finished_at.is_some() && row.claimed_at.is_none());
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_that_is_too_large_leaves_nothing_and_the_rest_of_the_form_is_kept(pool: PgPool) {
    let (acceptor, _folder) = acceptor(&pool, small()).await;
    let form = Form::default()
        .file("good.jpg", &[7; 1000])
        .file("large.jpg", &[7; 1001])
        .field("title", "behind it")
        .file("also-good.jpg", &[7; 10]);
    let received = receive_form(&acceptor, form.request()).await.unwrap();
    assert_eq!(received.fields.first("title"), "behind it");
    assert_eq!(received.files.len(), 2);
    let refused = RefusedFile {
        client_name: "large.jpg".to_owned(),
        reason: FileRefusal::TooLarge,
    };
    assert_eq!(received.refused, [refused]);
    assert_eq!(incoming(&acceptor).await.len(), 2);
    assert_eq!(rows(&acceptor).await, (2, 2));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn more_files_than_allowed_are_named_and_empty_inputs_are_nothing(pool: PgPool) {
    let (acceptor, _folder) = acceptor(&pool, small()).await;
    let mut form = Form::default().file("", b"").file("empty.jpg", b"");
    for number in 0..5 {
        form = form.file(&format!("{number}.jpg"), b"x");
    }
    let received = receive_form(&acceptor, form.request()).await.unwrap();
    assert_eq!(received.files.len(), 3);
    let refused: Vec<_> = received
        .refused
        .iter()
        .map(|file| (file.client_name.as_str(), file.reason))
        .collect();
    let expected = [
        ("empty.jpg", FileRefusal::Empty),
        ("3.jpg", FileRefusal::TooMany),
        ("4.jpg", FileRefusal::TooMany),
    ];
    assert_eq!(refused, expected);
    assert_eq!(rows(&acceptor).await, (3, 3));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_form_that_is_too_large_is_refused_by_what_it_says_and_by_what_it_sends(pool: PgPool) {
    let (acceptor, _folder) = acceptor(&pool, small()).await;
    let mut said = request(Body::empty());
    said.headers_mut().insert(header::CONTENT_LENGTH, 20_001.into());
    assert!(matches!(
        refusal(&acceptor, said).await,
        FormError::TooLarge {
            limit_bytes: 20_000,
            ..
        }
    ));
    assert_eq!(rows(&acceptor).await, (0, 0));

    let form = Form::default()
        .file("a.jpg", &[7; 900])
        .file("b.jpg", &vec![7; 30_000])
        .body();
    let sent = refusal(&acceptor, request(pieces(&form, 500))).await;
    assert!(matches!(
        sent,
        FormError::TooLarge {
            limit_bytes: 20_000,
            ..
        }
    ));
    // The first was whole: it waits for the sweep. Of the second there is nothing.
    assert_eq!(rows(&acceptor).await, (1, 1));
    assert_eq!(incoming(&acceptor).await.len(), 1);

    let wordy = FormLimits {
        field_bytes: 100,
        text_bytes: 150,
        ..small()
    };
    let wordy = Acceptor {
        limits: wordy,
        ..acceptor
    };
    for form in [
        Form::default().field("body", &"x".repeat(101)),
        Form::default()
            .field("title", &"x".repeat(80))
            .field("body", &"x".repeat(80)),
    ] {
        assert!(matches!(
            refusal(&wordy, form.request()).await,
            FormError::TooLarge { .. }
        ));
    }
    receive_form(&wordy, Form::default().field("body", &"x".repeat(100)).request())
        .await
        .map(|_| ())
        .unwrap();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_connection_that_breaks_leaves_no_half_file(pool: PgPool) {
    let (acceptor, _folder) = acceptor(&pool, small()).await;
    let form = Form::default()
        .field("title", "x")
        .file("a.jpg", &[7; 300])
        .body();
    for (number, cut) in (0..form.len() - BOUNDARY.len() - 8).step_by(9).enumerate() {
        // Once as a connection that breaks, once as a sender that stops and says it was all.
        let mut pieces = vec![Ok(Bytes::copy_from_slice(&form[..cut]))];
        if number % 2 == 0 {
            pieces.push(Err(io::Error::from(io::ErrorKind::ConnectionReset)));
        }
        let error = refusal(&acceptor, request(Body::from_stream(stream::iter(pieces)))).await;
        assert!(matches!(error, FormError::Broken), "cut at {cut}: {error:?}");
        assert_eq!(rows(&acceptor).await, (0, 0), "cut at {cut}");
        assert!(incoming(&acceptor).await.is_empty(), "cut at {cut}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_sender_that_falls_silent_is_told_so(pool: PgPool) {
    let limits = FormLimits {
        idle: Duration::from_millis(40),
        ..small()
    };
    let (acceptor, _folder) = acceptor(&pool, limits).await;
    let form = Form::default().file("a.jpg", &[7; 300]).body();
    let half = Bytes::copy_from_slice(&form[..200]);
    let silent = stream::iter([Ok::<_, Infallible>(half)]).chain(stream::pending());
    let error = refusal(&acceptor, request(Body::from_stream(silent))).await;
    assert!(matches!(error, FormError::TooSlow));
    assert_eq!(rows(&acceptor).await, (0, 0));
    assert!(incoming(&acceptor).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_form_without_files_may_come_the_simple_way(pool: PgPool) {
    let (acceptor, _folder) = acceptor(&pool, small()).await;
    let simple = |body: String| {
        let mut request = request(Body::from(body));
        let kind = "application/x-www-form-urlencoded; charset=UTF-8"
            .parse()
            .unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
        request
    };
    let received = receive_form(&acceptor, simple("title=a+b%26c&body=%D8%A6".to_owned()))
        .await
        .unwrap();
    assert_eq!(
        (received.fields.first("title"), received.fields.first("body")),
        ("a b&c", "ئ")
    );
    assert!(matches!(
        refusal(&acceptor, simple("x=1&".repeat(41))).await,
        FormError::Malformed
    ));
    let wordy = Acceptor {
        limits: FormLimits {
            text_bytes: 100,
            ..small()
        },
        ..acceptor
    };
    assert!(matches!(
        refusal(&wordy, simple("x".repeat(101))).await,
        FormError::TooLarge { .. }
    ));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn forms_made_to_wear_us_out_are_refused_early(pool: PgPool) {
    let limits = FormLimits {
        form_bytes: 50 << 20,
        ..small()
    };
    let (acceptor, _folder) = acceptor(&pool, limits).await;
    let named = "Content-Disposition: form-data; name=\"x\"";
    let mut many = Form::default();
    for _ in 0..10_000 {
        many = many.field("x", "");
    }
    let lines = ["", "b", "c", "d", "e", "f", "g", "h", "i", "j"].join(": x\r\n") + ": x";
    let open = format!("--{BOUNDARY}\r\n");
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("ten thousand parts", many.body()),
        (
            "a head of many lines",
            Form::default().part(&format!("{named}{lines}"), b"").body(),
        ),
        (
            "a head of one line many times",
            Form::default()
                .part(&format!("{named}{}", "\r\na: b".repeat(40)), b"")
                .body(),
        ),
        (
            "a head of a long line",
            Form::default()
                .part(&format!("{named}\r\na: {}", "b".repeat(4096)), b"")
                .body(),
        ),
        (
            "a head without end",
            [open.as_bytes(), b"a: ", &vec![b'b'; 1 << 20]].concat(),
        ),
        (
            "a preamble",
            [vec![b'-'; 1 << 20], Form::default().field("x", "").body()].concat(),
        ),
        ("carriage returns", vec![b'\r'; 1 << 20]),
    ];
    for (what, body) in hostile {
        // A parser that looks for the next part takes a piece each time it looks.
        let (total, allowed) = (
            body.len(),
            if what == "ten thousand parts" {
                256 * 1024
            } else {
                16 * 1024
            },
        );
        let taken = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&taken);
        let pieces: Vec<_> = body.chunks(1000).map(Bytes::copy_from_slice).collect();
        let counted = stream::iter(pieces).map(move |piece| {
            counter.fetch_add(piece.len(), Ordering::Relaxed);
            Ok::<_, Infallible>(piece)
        });
        let error = refusal(&acceptor, request(Body::from_stream(counted))).await;
        assert!(matches!(error, FormError::Malformed), "{what}: {error:?}");
        let taken = taken.load(Ordering::Relaxed);
        assert!(taken <= allowed, "{what}: {taken} of {total} bytes were read");
    }
    for kind in [
        "text/plain",
        "multipart/form-data",
        &format!("multipart/form-data; boundary={}", "b".repeat(71)),
    ] {
        let mut request = request(Body::from("x"));
        request
            .headers_mut()
            .insert(header::CONTENT_TYPE, kind.parse().unwrap());
        assert!(
            matches!(refusal(&acceptor, request).await, FormError::Malformed),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_sender_faster_than_our_store_waits_outside_the_memory() {
    const PIECE: usize = 64 * 1024;
    let taken = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&taken);
    let head = Form::default().file("a.jpg", &[]).body();
    let head = Bytes::copy_from_slice(&head[..head.len() - 2 * BOUNDARY.len() / 2 - 8]);
    let endless = stream::once(async { head })
        .chain(stream::repeat(Bytes::from(vec![7; PIECE])))
        .map(move |piece| {
            counter.fetch_add(piece.len(), Ordering::Relaxed);
            Ok::<_, Infallible>(piece)
        });
    let meter = Arc::<Meter>::default();
    let stream = Paced::new(Box::pin(endless), &FormLimits::default(), Arc::clone(&meter));
    let mut multipart = Multipart::new(stream, BOUNDARY);
    let mut field = multipart.next_field().await.unwrap().unwrap();
    meter.content(true);
    let mut got = 0;
    for _ in 0..100 {
        got += field.chunk().await.unwrap().unwrap().len();
        let ahead = taken.load(Ordering::Relaxed) - got;
        assert!(ahead <= 3 * PIECE, "{ahead} bytes wait in memory");
    }
}

/// `POST /`, as the form's page does it.
async fn answer(State(acceptor): State<Acceptor>, request: Request) -> impl IntoResponse {
    match receive_form(&acceptor, request).await {
        Ok(_) => axum::http::StatusCode::OK.into_response(),
        Err(error) => Failure::from(error).into_response(),
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_browser_that_is_still_sending_too_much_gets_to_read_why_it_was_refused(pool: PgPool) {
    let (acceptor, _folder) = acceptor(&pool, small()).await;
    let router = Router::new().route("/", post(answer)).with_state(acceptor);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(axum::serve(listener, router).into_future());

    let mut browser = TcpStream::connect(address).await.unwrap();
    let head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 20001\r\n\r\n";
    browser.write_all(head.as_bytes()).await.unwrap();
    let mut line = [0; 12];
    browser.read_exact(&mut line).await.unwrap();
    assert_eq!(&line, b"HTTP/1.1 413");
    // It sends the rest all the same, and nobody hangs up on it: the same connection serves the next request.
    for _ in 0..20 {
        browser.write_all(&[b'x'; 1000]).await.unwrap();
    }
    browser.write_all(b"x").await.unwrap();
    browser
        .write_all(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut rest = Vec::new();
    browser.read_to_end(&mut rest).await.unwrap();
    assert!(
        String::from_utf8_lossy(&rest).contains("HTTP/1.1 405"),
        "{}",
        String::from_utf8_lossy(&rest)
    );
    server.abort();
}
