//! What comes by the two upload doors.

use std::cell::OnceCell;

use axum::{body::Body, extract::Request, http::header};
use bytes::Bytes;
use data_encoding::BASE64;
use futures_util::stream;
use ground::{blobs::Blobs, clock::Clock, ids::Ids};
use sha2::Digest as _;
use sqlx::postgres::PgPoolOptions;
use tempfile::TempDir;
use tokio::runtime::{self, Runtime};
use uploads::{Acceptor, FormError, FormLimits, Token, for_fuzzing as door};

use crate::input::{first, headers, is_line, line, value};

/// A name as editors see it.
fn assert_shown(name: &str) {
    assert!(is_line(name) && name.chars().count() <= 200, "{name:?}");
    assert!(!name.contains(['/', '\\']), "{name:?}");
    assert_eq!(door::shown_name(name), name);
}

/// The headers of the resumable door, and the chunk behind them.
pub fn tus_headers(bytes: &[u8]) {
    let (headers, chunk) = headers(bytes);
    let told = door::told(&headers);
    for number in [told.offset, told.new_length.flatten(), told.announced] {
        assert!(number.is_none_or(|number| i64::try_from(number).is_ok()));
    }
    if let Some((sent, name)) = told.metadata {
        assert!(sent.as_ref().is_none_or(|sent| sent.len() <= 4096));
        assert_eq!(sent.as_deref(), value(&headers, "upload-metadata"));
        assert_shown(&name);
    }
    let whole = door::has_checksum(&headers, [chunk]);
    let (one, other) = chunk.split_at(chunk.len() / 2);
    assert_eq!(whole, door::has_checksum(&headers, [one, other]));
    let told = value(&headers, "upload-checksum").unwrap_or_default();
    if let (Some(whole), Some(sum)) = (whole, told.strip_prefix("sha256 ")) {
        assert_eq!(whole, sum == BASE64.encode(&sha2::Sha256::digest(chunk)));
    }
}

/// Addresses of uploads, what is held of them, and names of files.
pub fn upload_names(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    assert_shown(&door::shown_name(&text));
    if let Ok(token) = text.parse::<Token>() {
        assert_eq!(token.to_string().parse(), Ok(token));
    }
    if let Some(token) = door::named_upload(&text) {
        let written = token.to_string();
        assert!(
            written
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        );
        for address in [
            format!("/uploads/{written}"),
            format!("https://a.example/uploads/{written}"),
        ] {
            assert_eq!(door::named_upload(&address), Some(token.clone()));
        }
    }
}

/// The hash of a stream that is broken off: where, say the first bytes.
pub fn tree_hash(bytes: &[u8]) {
    let (sizes, pattern) = first::<8>(bytes);
    let [a, b, c, d] = sizes.as_chunks::<2>().0 else {
        return;
    };
    let at = |size: &[u8; 2]| usize::from(u16::from_le_bytes(*size)) * 5;
    let length = at(a);
    let stream = crate::input::repeated(pattern, length);
    let mut ends = [at(b), at(c), at(d)];
    ends.sort_unstable();
    assert_eq!(door::broken_off_hash(&stream, ends), Some(blake3::hash(&stream)));
    let (told, state) = first::<8>(bytes);
    assert_ne!(door::resumed_state(u64::from_le_bytes(told), state), Some(false));
    assert_ne!(
        door::resumed_state(u64::from_le_bytes(told) >> 40, state),
        Some(false)
    );
}

struct Door {
    runtime: Runtime,
    acceptor: Acceptor,
    _folder: TempDir,
}

impl Door {
    /// Files are refused here, so that there is nothing to store: how forms are read is what is asked.
    fn open() -> Self {
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let inside = runtime.enter();
        let folder = tempfile::tempdir().unwrap();
        let blobs = runtime
            .block_on(Blobs::disk(folder.path().join("blobs")))
            .unwrap();
        let acceptor = Acceptor {
            pool: PgPoolOptions::new()
                .connect_lazy("postgres://127.0.0.1:1/none")
                .unwrap(),
            blobs,
            clock: Clock::system(),
            ids: Ids::system(),
            limits: FormLimits {
                files: 0,
                form_bytes: 4096,
                parts: 6,
                field_bytes: 256,
                text_bytes: 512,
                head_lines: 4,
                head_bytes: 256,
                ..FormLimits::default()
            },
        };
        drop(inside);
        Self {
            runtime,
            acceptor,
            _folder: folder,
        }
    }
}

/// A whole form in pieces: their length, its type on a line, and then the form.
pub fn multipart_form(bytes: &[u8]) {
    thread_local! {
        static DOOR: OnceCell<Door> = const { OnceCell::new() };
    }
    let ([step], rest) = first::<1>(bytes);
    let (kind, body) = line(rest);
    let pieces: Vec<_> = body
        .chunks(usize::from(step).max(1))
        .map(|piece| Ok::<_, std::convert::Infallible>(Bytes::copy_from_slice(piece)))
        .collect();
    let request = Request::post("/").header(header::CONTENT_TYPE, kind);
    let Ok(request) = request.body(Body::from_stream(stream::iter(pieces))) else {
        return;
    };
    DOOR.with(|door| {
        let door = door.get_or_init(Door::open);
        let limits = &door.acceptor.limits;
        let received = door
            .runtime
            .block_on(uploads::receive_form(&door.acceptor, request));
        let form = match received {
            Ok(form) => form,
            Err(FormError::TooLarge { received, .. }) => *received,
            Err(FormError::Ours(error)) => panic!("a form is never our fault: {error:#}"),
            Err(FormError::TooSlow) => panic!("all of it was there"),
            Err(FormError::Broken | FormError::Malformed) => return,
        };
        assert!(form.files.is_empty() && form.refused.len() <= limits.parts);
        for refused in &form.refused {
            assert_shown(&refused.client_name);
        }
        for name in ["", "title", "body", "a"] {
            // What is not text becomes U+FFFD, three bytes for one.
            let kept: usize = form.fields.all(name).map(str::len).sum();
            assert!(form.fields.all(name).count() <= limits.parts && kept <= 3 * limits.text_bytes);
            assert_eq!(
                form.fields.all(name).next().unwrap_or_default(),
                form.fields.first(name)
            );
        }
    });
}
