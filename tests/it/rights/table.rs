//! The table of docs/SECURITY.md, "Rights".

use std::{fmt, path::Path};

use crate::{rights::persona::Answer, routes::Route};

/// One line of it.
pub(crate) struct Row {
    pub(crate) route: Route,
    /// What each kind of person gets, in the order of [`super::KINDS`].
    pub(crate) answers: Vec<Expected>,
    /// Who may send it from other sites' pages.
    pub(crate) others: Others,
}

/// Whose pages may make a browser send a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Others {
    /// Only ours.
    None,
    /// Also the newsroom's other sites.
    Allies,
    /// All.
    All,
}

/// `200`, or `303 /signin`: the status, and where to.
pub(crate) struct Expected {
    status: u16,
    location: Option<String>,
}

impl Expected {
    fn parse(cell: &str) -> Self {
        let cell = cell.trim().trim_matches('`');
        let (status, location) = match cell.split_once(' ') {
            Some((status, location)) => (status, Some(location.to_owned())),
            None => (cell, None),
        };
        let status = status.parse().unwrap_or_else(|_| panic!("`{cell}` is no status"));
        Self { status, location }
    }

    /// `fill` puts ids into the places of a path.
    pub(crate) fn fits(&self, answer: &Answer, fill: impl Fn(&str) -> String) -> bool {
        // What comes after a `?` tells where to go on afterwards.
        let path = answer.location.split('?').next().unwrap_or_default();
        let there = self
            .location
            .as_deref()
            .is_none_or(|location| fill(location) == path);
        self.status == answer.status && there
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        match &self.location {
            Some(location) => write!(f, " {location}"),
            None => Ok(()),
        }
    }
}

impl Row {
    pub(crate) fn is_change(&self) -> bool {
        !matches!(self.route.method.as_str(), "GET" | "HEAD" | "OPTIONS")
    }
}

/// Every line, in its order.
pub(crate) fn read() -> Vec<Row> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/SECURITY.md");
    let text = std::fs::read_to_string(file).unwrap();
    let (_, rights) = text
        .split_once("\n## Rights\n")
        .expect("there is a part on rights");
    let rights = rights.split("\n## ").next().unwrap();
    let mut lines = rights.lines().skip_while(|line| !line.starts_with("| method |"));
    let head = lines.next().expect("there is the table");
    assert_eq!(
        cells(head),
        [
            "method",
            "path",
            "anonymous",
            "reader",
            "other reader",
            "editor",
            "chief",
            "admin",
            "other sites"
        ]
    );
    let rows = lines.skip(1).take_while(|line| line.starts_with('|'));
    rows.map(row).collect()
}

fn cells(line: &str) -> Vec<&str> {
    let line = line.trim().trim_start_matches('|').trim_end_matches('|');
    line.split('|').map(str::trim).collect()
}

fn row(line: &str) -> Row {
    let cells = cells(line);
    let [method, path, answers @ .., others] = cells.as_slice() else {
        panic!("`{line}` is no line of the table");
    };
    assert_eq!(answers.len(), super::KINDS.len(), "{line}");
    let others = match *others {
        "–" | "no" => Others::None,
        "allies" => Others::Allies,
        "yes" => Others::All,
        other => panic!("`{other}` says nothing of other sites"),
    };
    Row {
        route: Route {
            method: (*method).to_owned(),
            path: path.trim_matches('`').to_owned(),
        },
        answers: answers.iter().map(|cell| Expected::parse(cell)).collect(),
        others,
    }
}
