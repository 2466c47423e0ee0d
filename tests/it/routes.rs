//! The routes of the program, read from its sources: axum keeps no list of them. What cannot be read fails, so that
//! no route stays unseen.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A method and a path that the code answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Route {
    pub(crate) path: String,
    /// `GET`, `POST` …; `ANY` where one door looks at the method itself.
    pub(crate) method: String,
}

/// A source file without its tests and comments.
struct Source {
    path: PathBuf,
    text: String,
}

/// Every route of the program.
pub(crate) fn all() -> Vec<Route> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut sources = Vec::new();
    for room in fs::read_dir(root.join("services")).unwrap() {
        read_sources(&room.unwrap().path().join("src"), &mut sources);
    }
    read_sources(&root.join("uploads/src"), &mut sources);
    let mut routes: Vec<Route> = sources
        .iter()
        .flat_map(|source| routes_of(source, &sources))
        .collect();
    routes.sort();
    routes
}

fn read_sources(folder: &Path, into: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if matches!(name.as_str(), "tests" | "testing" | "for_fuzzing") {
            continue;
        }
        if path.is_dir() {
            read_sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = without_tests(&fs::read_to_string(&path).unwrap());
            into.push(Source { path, text });
        }
    }
}

/// Up to `#[cfg(test)] mod … {`, which stands last, and without lines that are comments.
fn without_tests(text: &str) -> String {
    let end = text.match_indices("#[cfg(test)]").find_map(|(at, _)| {
        let rest = text[at..].trim_start_matches("#[cfg(test)]").trim_start();
        let is_module = rest.starts_with("mod ") && rest.find('{') < rest.find(';').or(Some(usize::MAX));
        is_module.then_some(at)
    });
    let kept = &text[..end.unwrap_or(text.len())];
    let code = kept.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

fn routes_of(source: &Source, all: &[Source]) -> Vec<Route> {
    let text = &source.text;
    let place = source.path.display();
    for unreadable in [
        ".nest(",
        ".nest_service(",
        ".route_service(",
        ".fallback_service(",
    ] {
        assert!(
            !text.contains(unreadable),
            "{place}: `{unreadable}`: the test of rights cannot read this"
        );
    }
    let mut found = Vec::new();
    for (at, begin) in text.match_indices(".route(") {
        let arguments = within(&text[at + begin.len()..])
            .unwrap_or_else(|| panic!("{place}: a `.route(` without an end"));
        let read = || {
            let (path, methods) = split(arguments)?;
            let methods = read_methods(methods.trim().trim_end_matches(','))?;
            Some((read_path(path.trim(), source, all)?, methods))
        };
        let (path, methods) = read().unwrap_or_else(|| panic!("{place}: cannot read `.route({arguments})`"));
        for method in methods {
            found.push(Route {
                path: path.clone(),
                method,
            });
        }
    }
    found
}

/// What stands before the bracket that closes the one just opened.
fn within(text: &str) -> Option<&str> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return Some(&text[..at]),
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A route's path, and what answers on it.
fn split(arguments: &str) -> Option<(&str, &str)> {
    // A path is a literal without a comma, or the name of a constant.
    arguments.split_once(',')
}

fn read_path(text: &str, source: &Source, all: &[Source]) -> Option<String> {
    if let Some(literal) = text.strip_prefix('"') {
        return literal.strip_suffix('"').map(str::to_owned);
    }
    let (module, name) = match text.rsplit_once("::") {
        Some((before, name)) => (before.rsplit("::").next(), name),
        None => (None, text),
    };
    let constant = format!("const {name}: &str = \"");
    let holds = |candidate: &&Source| match module {
        None => candidate.path == source.path,
        Some(module) => {
            let folder = candidate.path.parent().and_then(Path::file_name);
            let stem = candidate.path.file_stem();
            [stem, folder].contains(&Some(module.as_ref()))
        }
    };
    let text = all
        .iter()
        .filter(holds)
        .find_map(|candidate| candidate.text.split_once(&constant))?
        .1;
    text.split('"').next().map(str::to_owned)
}

/// The methods of `get(a).post(b)`; `any(nothing)` is no method, but the 404 for all others.
fn read_methods(mut text: &str) -> Option<Vec<String>> {
    let mut methods = Vec::new();
    loop {
        let (called, rest) = text.split_once('(')?;
        let arguments = within(rest)?;
        match called.trim().rsplit("::").next()? {
            "any" if arguments.trim() == "nothing" => {}
            "any" => methods.push("ANY".to_owned()),
            method @ ("get" | "post" | "put" | "patch" | "delete" | "head" | "options") => {
                methods.push(method.to_uppercase());
            }
            "layer" | "route_layer" => {}
            _ => return None,
        }
        text = rest[arguments.len() + 1..].trim_start();
        if text.is_empty() {
            return Some(methods);
        }
        text = text.strip_prefix('.')?;
    }
}

#[test]
fn routes_are_read_as_they_are_written_and_what_is_unclear_is_not_passed_over() {
    let methods = |text| read_methods(text).map(|found| found.join(" "));
    assert_eq!(methods("get(list::get)").unwrap(), "GET");
    assert_eq!(
        methods("routing::any(nothing).get(get).post(post)").unwrap(),
        "GET POST"
    );
    assert_eq!(methods("any(door)").unwrap(), "ANY");
    assert_eq!(
        methods("get(async || \"ok)\\n\").layer(limit(1, (2)))").unwrap(),
        "GET"
    );
    assert_eq!(methods("page(get)"), None);
    assert_eq!(methods("get(a).fallback(b)"), None);
    assert_eq!(
        without_tests("a\n// .route(\n#[cfg(test)]\nmod testing;\nb\n#[cfg(test)]\nmod tests {\n c }"),
        "a\n#[cfg(test)]\nmod testing;\nb\n".trim_end().to_owned()
    );
    assert!(
        all()
            .iter()
            .any(|route| route.path == "/desk" && route.method == "GET")
    );
}
