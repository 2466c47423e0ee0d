//! See `crate::for_fuzzing`.

use axum::http::HeaderMap;

use super::{checksum::Checksum, headers, join};
use crate::Token;

/// What the headers of a request say, each as far as it can be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// `Upload-Offset`.
    pub offset: Option<u64>,
    /// `Upload-Length` of a new upload: known, or known later.
    pub new_length: Option<Option<u64>>,
    /// `Content-Length`.
    pub announced: Option<u64>,
    /// Whether a body comes, and whether it is a chunk.
    pub body: (bool, bool),
    /// `Upload-Metadata`, as it was sent, and the name in it.
    pub metadata: Option<(Option<String>, String)>,
}

/// Reads all of them.
pub fn told(headers: &HeaderMap) -> Told {
    Told {
        offset: headers::offset(headers).ok(),
        new_length: headers::new_length(headers).ok(),
        announced: headers::announced(headers),
        body: (headers::has_body(headers), headers::is_chunk(headers)),
        metadata: headers::metadata(headers)
            .ok()
            .map(|metadata| (metadata.sent.map(str::to_owned), metadata.client_name)),
    }
}

/// The upload that an address in `Upload-Concat` names.
pub fn named_upload(address: &str) -> Option<Token> {
    join::token_in(address)
}

/// Whether the pieces are what `Upload-Checksum` says; `None` when that cannot be read, or is not there.
pub fn has_checksum<'a>(headers: &HeaderMap, pieces: impl IntoIterator<Item = &'a [u8]>) -> Option<bool> {
    let mut checksum = Checksum::of(headers).ok()??;
    for piece in pieces {
        checksum.update(piece);
    }
    Some(checksum.verify().is_ok())
}
