//! The headers of any request.

use std::net::IpAddr;

use ground::{lang::Lang, web::for_fuzzing as door};
use url::Url;

use crate::input::{headers, value};

/// Which bytes, which language, from which page, from whom.
pub fn request_headers(bytes: &[u8]) {
    let (headers, _) = headers(bytes);
    for size in [0, 1, 10, 1 << 20, u64::MAX] {
        if let Some((first, last)) = door::range(value(&headers, "range"), size) {
            assert!(first <= last && last < size);
        }
    }
    if let Some(accepted) = value(&headers, "accept-language") {
        let lang = Lang::from_accept_language(accepted);
        // Tags and `q` have no case (RFC 5646, 2.1.1; RFC 5234, 2.3).
        assert_eq!(Lang::from_accept_language(&accepted.to_ascii_uppercase()), lang);
        if let Some(lang) = lang {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
            assert_eq!(Lang::from_accept_language(lang.code()), Some(lang));
        }
    }
    let base: Url = "https://news.example".parse().unwrap();
    let ours = door::is_ours(&headers, &base);
    match (
        headers.get("sec-fetch-site"),
        headers.get("origin"),
        headers.get("host"),
    ) {
        (Some(site), ..) => assert_eq!(ours, site == "same-origin" || site == "none"),
        (None, None, _) => assert!(ours),
        (None, Some(origin), None) if ours => {
            let origin: Url = origin.to_str().unwrap().parse().unwrap();
            assert_eq!(origin.origin(), base.origin());
        }
        _ => {}
    }
    let [proxy, other]: [IpAddr; 2] = ["127.0.0.1", "192.0.2.1"].map(|address| address.parse().unwrap());
    assert_eq!(app::for_fuzzing::client_of(other, &headers, &[proxy]), other);
    let client = app::for_fuzzing::client_of(proxy, &headers, &[proxy, other]);
    assert!(client != other, "a believed proxy is nobody's address");
    if !headers.contains_key("x-forwarded-for") {
        assert_eq!(client, proxy);
    }
}
