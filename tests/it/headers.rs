//! What every answer says about itself (docs/SECURITY.md), on every route that can be opened, and on errors.

use reqwest::{
    Response, StatusCode,
    header::{self, HeaderMap},
};
use tests::House;

use crate::{
    rights::persona::{SERVICE, Stage},
    routes,
};

/// On every answer, whatever else it says.
const ALWAYS: [(&str, &str); 7] = [
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), browsing-topics=()",
    ),
    ("cross-origin-resource-policy", "same-origin"),
];

/// What tells an attacker which program it is.
const NEVER: [&str; 4] = ["server", "x-powered-by", "via", "x-aspnet-version"];

/// What lies below these is somebody's own.
const PERSONAL: [&str; 8] = [
    "/me", "/signin", "/signout", "/desk", "/connect", "/receipt", "/invite", "/reset",
];

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

fn is_personal(path: &str) -> bool {
    PERSONAL.iter().any(|own| {
        path.strip_prefix(own)
            .is_some_and(|rest| rest.is_empty() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// What is wrong with the headers of one answer.
fn problems(what: &str, answer: &Response, wrong: &mut Vec<String>) {
    let headers = answer.headers();
    let path = answer.url().path();
    for (name, value) in ALWAYS {
        let there = text(headers, name);
        // The upload door may be used by the newsroom's other sites, and says so.
        let shared = path.starts_with("/uploads") && name == "cross-origin-resource-policy";
        if there != value && !shared {
            wrong.push(format!("{what}: {name}: {there}"));
        }
    }
    let policy = text(headers, "content-security-policy");
    let frames = policy.contains("frame-ancestors 'none'") || policy.contains("sandbox") || !is_html(headers);
    let loose = ["unsafe-inline", "unsafe-eval", "*"]
        .iter()
        .any(|word| policy.contains(word));
    if !policy.starts_with("default-src 'none'") || !frames || loose {
        wrong.push(format!("{what}: content-security-policy: {policy}"));
    }
    // What everybody gets from one making has no nonce that everybody would know; scripts are built files of ours.
    let shared = text(headers, "cache-control") == "public, no-cache";
    let scripts = if shared {
        "script-src 'self';"
    } else {
        "script-src 'nonce-"
    };
    if is_html(headers) && !policy.contains(scripts) {
        wrong.push(format!("{what}: scripts: {policy}"));
    }
    // So nothing else may have a type that runs.
    let runs = text(headers, "content-type").contains("script")
        || text(headers, "content-type").contains("text/css");
    if runs && !path.starts_with("/assets/") && path != "/sw.js" {
        wrong.push(format!(
            "{what}: a browser would run it: {}",
            text(headers, "content-type")
        ));
    }
    for name in NEVER {
        if headers.contains_key(name) {
            wrong.push(format!("{what}: {name}: {}", text(headers, name)));
        }
    }
    let kept = text(headers, "cache-control");
    // Small renditions for the desk may stay in an editor's own browser for ten minutes; signing out clears them.
    let thumbnail = path.starts_with("/desk/media/") && answer.status() == StatusCode::OK;
    // Script asks for it again and again, and tells by the tag what it has; nobody keeps it, either.
    let asked_again = ["/desk/live.json", "/desk/comments/live.json"].contains(&path);
    let tagged = headers.contains_key(header::ETAG) && !asked_again;
    if is_personal(path) && !thumbnail && (kept != "no-store" || tagged) {
        wrong.push(format!("{what}: cache-control: {kept}"));
    }
    let shown =
        kept.contains("public") || kept.contains("private") || kept == "no-cache" || kept == "no-store";
    if !shown || (kept.contains("public") && answer.status().is_client_error()) {
        wrong.push(format!("{what}: cache-control: {kept}"));
    }
    for cookie in headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap();
        // The language is no secret, and script may read it.
        let secret = !cookie.starts_with("lang=");
        if secret
            && !(cookie.contains("HttpOnly") && cookie.contains("SameSite=") && cookie.contains("Path=/"))
        {
            wrong.push(format!("{what}: set-cookie: {cookie}"));
        }
    }
}

fn is_html(headers: &HeaderMap) -> bool {
    text(headers, "content-type").starts_with("text/html")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers_that_were_promised() {
    let house = House::start(&SERVICE).await;
    let stage = Stage::set(&house).await;
    let anyone = house.anyone();
    let mut wrong = Vec::new();
    let mut asked = 0;
    for route in routes::all() {
        let path = stage.fill(&route.path);
        for (who, person) in [("anyone", &anyone), ("admin", stage.admin())] {
            // As a page, with a method that is not there, and from another site.
            for (method, headers) in [
                ("GET", None),
                ("HEAD", None),
                ("TRACE", None),
                ("DELETE", None),
                ("POST", Some(("origin", "https://evil.example"))),
            ] {
                if method == "DELETE" && path.starts_with("/uploads") {
                    continue;
                }
                let mut request = person.request(method.parse().unwrap(), &path);
                if let Some((name, value)) = headers {
                    request = request.header(name, value);
                }
                let answer = request.send().await.unwrap();
                asked += 1;
                let what = format!("{method} {path} as {who} ({})", answer.status());
                problems(&what, &answer, &mut wrong);
            }
        }
    }
    assert!(asked > 300, "only {asked} requests were made");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn under_https_the_browser_is_told_to_stay_there_and_cookies_are_bound_to_the_host() {
    let house = House::start(&[("BEPART__SITE__BASE_URL", "https://news.example")]).await;
    let person = house.anyone();
    let page = person.get("/signin").await;
    assert_eq!(
        text(page.headers(), "strict-transport-security"),
        "max-age=63072000; includeSubDomains"
    );
    let staff = house.staff("bo@news.example", "editor").await;
    let form = [("email", "bo@news.example"), ("password", tests::PASSWORD)];
    let answer = staff.post("/signin", &form).await;
    let cookies: Vec<&str> = answer
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .map(|cookie| cookie.to_str().unwrap())
        .collect();
    assert!(!cookies.is_empty());
    for cookie in cookies {
        assert!(
            cookie.starts_with("__Host-") && cookie.contains("; Secure") && !cookie.contains("Domain"),
            "{cookie}"
        );
    }
}

/// What makes a careless cache in between take a page for a file.
const LOOKS_LIKE_A_FILE: &[&str] = &[
    "/x.css",
    "/x.js",
    "/avatar.jpg",
    "/x.woff2",
    ".css",
    ";.css",
    ";/x.css",
    "%2fx.css",
    "%2f..%2fassets%2fapp.css",
    "/..%2fassets%2fapp.css",
    "%00.css",
    "%3b.css",
    "%23.css",
    "%3fx.css",
    "//x.css",
    "/%5cx.css",
    "?x.css",
    "?/assets/x.css",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_personal_page_is_never_taken_for_a_file() {
    let house = House::start(&SERVICE).await;
    let stage = Stage::set(&house).await;
    let reader = house.reader("Canary Kestrel", "canary@example.org").await;
    let mut wrong = Vec::new();
    for base in [
        "/me",
        "/me/history",
        "/me/sessions",
        "/signin",
        "/desk",
        "/desk/people",
        "/connect/github",
        "/connect/github/callback",
        "/receipt",
        "/register",
        "/reset",
    ] {
        for suffix in LOOKS_LIKE_A_FILE {
            let path = format!("{base}{suffix}");
            for (who, person) in [("reader", &reader), ("admin", stage.admin())] {
                let answer = person.get(&path).await;
                let (status, headers) = (answer.status(), answer.headers().clone());
                if text(&headers, "cache-control") != "no-store" || headers.contains_key(header::ETAG) {
                    wrong.push(format!("{path} as {who}: {}", text(&headers, "cache-control")));
                }
                let page = answer.text().await.unwrap();
                // A query is no other page.
                let told = page.contains("Canary Kestrel") || page.contains("canary@example.org");
                if told && !suffix.starts_with('?') {
                    wrong.push(format!("{path} as {who}: {status} with the person in it"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
