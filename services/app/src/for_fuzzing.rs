//! A door for `tests/fuzz`, which is another crate. Always compiled, so that the program that is fuzzed is the program
//! that runs.

use std::net::IpAddr;

use axum::http::HeaderMap;

/// Who asks, behind proxies that are believed.
pub fn client_of(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    crate::listener::client_of(peer, headers, trusted)
}
