//! Doors to the readers of headers for `tests/fuzz`, which is another crate. Always compiled, so that the program that
//! is fuzzed is the program that runs.

use axum::http::HeaderMap;
use url::Url;

use super::range::{Wanted, wanted};

/// The first and the last byte that a `Range` header asks for of `size`, if it asks for a part that is there.
pub fn range(header: Option<&str>, size: u64) -> Option<(u64, u64)> {
    match wanted(header, size) {
        Wanted::Part(bytes) => Some((*bytes.start(), *bytes.end())),
        Wanted::All | Wanted::Nothing => None,
    }
}

/// Whether a request that changes something was not made by another site's page.
pub fn is_ours(headers: &HeaderMap, base: &Url) -> bool {
    super::same_origin::is_ours(headers, base)
}
