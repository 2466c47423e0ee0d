//! What people type into forms.

use std::{collections::HashMap, sync::LazyLock};

use ground::{
    lang::Lang,
    web::{Assets, Site},
};
use url::form_urlencoded;

use crate::input::{is_line, is_prose, line};

static SITE: LazyLock<Site> = LazyLock::new(|| Site {
    name: "Example News".to_owned(),
    names: HashMap::new(),
    base_url: "https://news.example".parse().unwrap(),
    default_lang: Lang::En,
    time_zone: "UTC".parse().unwrap(),
    terms_version: "1".to_owned(),
    assets: Assets::default(),
    allies: Vec::new(),
});

fn is_short(text: &str, chars: usize) -> bool {
    is_line(text) && text.chars().count() <= chars
}

fn is_address(text: &str) -> bool {
    text.len() <= 254 && text.contains('@') && is_line(text)
}

/// The reader's form, and the texts in it.
pub fn contribution_form(bytes: &[u8]) {
    let fields = form_urlencoded::parse(bytes).collect();
    if let Some([title, body, name, address, place, time]) = review::for_fuzzing::contribution(&fields) {
        assert!(title.is_some_and(|title| is_short(&title, 8 * 200) && !title.is_empty()));
        assert!(body.is_some_and(|body| is_prose(&body) && body.chars().count() <= 50_000));
        assert!(name.is_none_or(|name| is_short(&name, 8 * 40)));
        assert!(address.is_none_or(|address| is_address(&address)));
        assert!(
            [place, time]
                .into_iter()
                .flatten()
                .all(|text| is_short(&text, 8 * 200))
        );
    }
    let typed = String::from_utf8_lossy(bytes);
    let kept = review::for_fuzzing::texts(&typed);
    assert!(is_prose(&kept[0]) && is_line(&kept[1]) && is_line(&kept[2]));
    // What was kept is kept as it is: somebody who changes nothing in a form changes nothing.
    for (number, text) in kept.iter().enumerate() {
        assert_eq!(review::for_fuzzing::texts(text)[number], *text);
    }
    let note = review::for_fuzzing::note(&typed);
    assert!(is_prose(&note));
    assert_eq!(review::for_fuzzing::note(&note), note);
}

/// The editor's form, and a text as it is shown.
pub fn story_form(bytes: &[u8]) {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(bytes).into_owned().collect();
    for named in [false, true] {
        let Some([title, body, byline, place]) = publishing::for_fuzzing::story(&pairs, named) else {
            continue;
        };
        assert!(title.is_some_and(|title| is_short(&title, 200) && !title.is_empty()));
        assert!(body.is_some_and(|body| is_prose(&body) && (1..=50_000).contains(&body.chars().count())));
        assert!(named || byline.is_none());
        assert!(
            [byline, place]
                .into_iter()
                .flatten()
                .all(|text| is_short(&text, 120) && !text.is_empty())
        );
    }
    let typed = String::from_utf8_lossy(bytes);
    let (paragraphs, teaser) = publishing::for_fuzzing::shown(&typed, 20);
    assert!(paragraphs.iter().all(|lines| !lines.is_empty()));
    assert!(
        paragraphs
            .iter()
            .flatten()
            .all(|line| !line.is_empty() && line.trim() == line)
    );
    assert!(is_line(&teaser), "{teaser:?}");
}

/// The path to go on to, and the address, the name and the password of a new editor: each on a line.
pub fn account_forms(bytes: &[u8]) {
    let (path, rest) = line(bytes);
    let path = String::from_utf8_lossy(path);
    if let Some(own) = accounts::for_fuzzing::own_path(&SITE, &path) {
        assert_eq!(own, path);
        let resolved = SITE.base_url.join(own).unwrap();
        assert_eq!(resolved.origin(), SITE.base_url.origin());
        // Resolved a second time, as by a proxy that cleans addresses up.
        assert_eq!(
            SITE.base_url.join(resolved.path()).unwrap().origin(),
            SITE.base_url.origin()
        );
    }
    let (email, rest) = line(rest);
    let (name, password) = line(rest);
    let [email, name, password] = [email, name, password].map(String::from_utf8_lossy);
    if let Some(address) = accounts::for_fuzzing::email(&email) {
        assert!(is_address(&address) && address.is_ascii());
        assert_eq!(accounts::for_fuzzing::email(&address).as_ref(), Some(&address));
    }
    let Some((address, name)) = accounts::for_fuzzing::new_editor([&email, &name, &password], &SITE) else {
        return;
    };
    assert!(is_line(&name) && !name.is_empty() && name.len() <= 400);
    let again = accounts::for_fuzzing::new_editor([&address, &name, &password], &SITE);
    assert_eq!(again, Some((address, name)));
}
