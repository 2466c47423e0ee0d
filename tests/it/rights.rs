//! Who gets what: every route of the code, as every kind of person, compared with the table of docs/SECURITY.md.

pub(crate) mod persona;
mod table;

use std::collections::BTreeSet;

use reqwest::{Method, header};
use tests::House;

use crate::routes::{self, Route};
use persona::{KINDS, SERVICE, Stage};
use table::{Others, Row};

#[test]
fn the_table_and_the_code_have_the_same_routes() {
    let (code, rows) = (routes::all(), table::read());
    let open: BTreeSet<&str> = code
        .iter()
        .filter(|route| route.method == "ANY")
        .map(|route| route.path.as_str())
        .collect();
    let of_code: BTreeSet<Route> = code
        .iter()
        .filter(|route| route.method != "ANY")
        .cloned()
        .collect();
    let of_table: BTreeSet<Route> = rows
        .iter()
        .map(|row| row.route.clone())
        .filter(|route| !open.contains(route.path.as_str()))
        .collect();
    let missing: Vec<_> = of_code.difference(&of_table).collect();
    let gone: Vec<_> = of_table.difference(&of_code).collect();
    assert!(
        missing.is_empty(),
        "docs/SECURITY.md, Rights, says nothing of {missing:#?}"
    );
    assert!(
        gone.is_empty(),
        "docs/SECURITY.md, Rights, speaks of what is not there: {gone:#?}"
    );
    for path in open {
        let said = rows.iter().any(|row| row.route.path == path);
        assert!(said, "docs/SECURITY.md, Rights, says nothing of {path}");
    }
    let mut seen = BTreeSet::new();
    for row in &rows {
        assert!(seen.insert(&row.route), "{:?} stands there twice", row.route);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_gets_on_every_route_what_the_table_says() {
    let house = House::start(&SERVICE).await;
    let mut stage = Stage::set(&house).await;
    let (mut wrong, mut asked) = (Vec::new(), 0);
    let mut rows = table::read();
    // Looking comes first: what is changed by the rest must not matter to it.
    rows.sort_by_key(Row::is_change);
    for row in &rows {
        let path = stage.fill(&row.route.path);
        for (kind, expected) in KINDS.into_iter().zip(&row.answers) {
            let answer = stage.ask(kind, &row.route.method, &path).await;
            asked += 1;
            if !expected.fits(&answer, |place| stage.fill(place)) {
                wrong.push(format!(
                    "{} {} as {kind:?}: {answer}, the table says {expected}",
                    row.route.method, row.route.path
                ));
            }
        }
    }
    assert!(asked > 300, "only {asked} requests were made");
    assert!(
        wrong.is_empty(),
        "{} of {asked}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What another site's page can make a browser send.
const FOREIGN: &[&[(&str, &str)]] = &[
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("origin", "https://evil.example"), ("content-type", "text/plain")],
    &[("sec-fetch-site", "cross-site"), ("content-type", "text/plain")],
    &[
        ("origin", "https://evil.example"),
        ("x-http-method-override", "GET"),
    ],
];

#[tokio::test(flavor = "multi_thread")]
async fn every_route_that_changes_something_refuses_other_sites() {
    let ally = "https://ally.example";
    let allies = format!("[\"{ally}\"]");
    let mut settings = SERVICE.to_vec();
    settings.push(("BEPART__WEB__CORS_ORIGINS", &allies));
    let house = House::start(&settings).await;
    let stage = Stage::set(&house).await;
    let admin = stage.admin();
    let mut wrong = Vec::new();
    let rows = table::read();
    let changes: Vec<&Row> = rows.iter().filter(|row| row.is_change()).collect();
    assert!(changes.len() > 20, "only {}", changes.len());
    for row in changes {
        let path = stage.fill(&row.route.path);
        let method: Method = row.route.method.parse().unwrap();
        let send = async |headers: &[(&str, &str)]| {
            let mut request = admin.request(method.clone(), &path);
            if !headers.iter().any(|(name, _)| *name == "content-type") {
                request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            }
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            request.send().await.unwrap().status().as_u16()
        };
        for headers in FOREIGN {
            let status = send(headers).await;
            if (status == 403) == (row.others == Others::All) {
                wrong.push(format!("{method} {path} with {headers:?}: {status}"));
            }
        }
        let status = send(&[("origin", ally)]).await;
        if (status == 403) == (row.others != Others::None) {
            wrong.push(format!("{method} {path} from an allied site: {status}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
