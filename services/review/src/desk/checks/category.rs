//! One category: what it is called, its place, and what is asked of what is sorted so.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::Lang,
    live, msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};

use super::{categories::CATEGORIES, items::Item};
use crate::{
    desk::{decision::clean, door::chief},
    store::{
        acts::{self, Act},
        checks::{self as store, NewCategory},
    },
};

/// In the address in place of a code: one that is not there yet.
const NEW: &str = "new";
/// Characters.
const NAME_MAX: usize = 40;
const CODE_MAX: usize = 40;

/// The form, as it is or as it was typed.
#[derive(Default)]
struct Written {
    code: String,
    names: Vec<(Lang, String)>,
    position: String,
    offered: bool,
    two_people: bool,
    asked: Vec<Item>,
}

impl Written {
    fn read(pairs: &[(String, String)], code: String) -> Self {
        let first = |name: &str| {
            let found = pairs.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| clean(value)).unwrap_or_default()
        };
        let asked = pairs.iter().filter(|(key, _)| key == "asked");
        Self {
            names: Lang::ALL
                .into_iter()
                .map(|lang| {
                    let name = first(&format!("name-{}", lang.code()));
                    (lang, name.split_whitespace().collect::<Vec<_>>().join(" "))
                })
                .collect(),
            position: first("position"),
            offered: !first("offered").is_empty(),
            two_people: !first("two_people").is_empty(),
            asked: asked.filter_map(|(_, value)| Item::from_code(value)).collect(),
            code,
        }
    }

    /// Its place in the order, or what is wrong.
    fn check(&self) -> Result<i32, Problems> {
        let mut problems = Problems::default();
        if !is_code(&self.code) {
            problems.add("code", msg!("vet-category-code-bad"));
        }
        if self.names.iter().all(|(_, name)| name.is_empty()) {
            problems.add("name-en", msg!("vet-category-name-missing"));
        }
        let most = i64::try_from(NAME_MAX).unwrap_or_default();
        for (lang, name) in &self.names {
            if name.chars().count() > NAME_MAX {
                problems.add(name_field(*lang), msg!("vet-too-long").n("most", most));
            }
        }
        let position: Result<i32, _> = match self.position.as_str() {
            "" => Ok(0),
            typed => typed.parse(),
        };
        match position {
            Ok(position @ 0..1000) if problems.is_empty() => Ok(position),
            Ok(0..1000) => Err(problems),
            _ => {
                problems.add("position", msg!("vet-category-position-bad"));
                Err(problems)
            }
        }
    }
}

/// What may stand for a category in addresses and filters.
fn is_code(code: &str) -> bool {
    let mut bytes = code.bytes();
    code != NEW
        && code.len() <= CODE_MAX
        && bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn name_field(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "name-en",
        Lang::Ckb => "name-ckb",
        Lang::Kmr => "name-kmr",
        Lang::Ar => "name-ar",
        Lang::Tr => "name-tr",
    }
}

#[derive(Template)]
#[template(path = "review/desk/category.html")]
struct CategoryPage {
    cx: Cx,
    address: String,
    is_new: bool,
    written: Written,
    problems: Problems,
}

impl CategoryPage {
    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    /// Language, field and name.
    fn names(&self) -> Vec<(Lang, &'static str, &str)> {
        let name = |lang: Lang| {
            let found = self.written.names.iter().find(|(known, _)| *known == lang);
            found.map(|(_, name)| name.as_str()).unwrap_or_default()
        };
        Lang::ALL
            .into_iter()
            .map(|lang| (lang, name_field(lang), name(lang)))
            .collect()
    }

    /// Each thing that can be asked, and whether it is.
    fn items(&self) -> Vec<(Item, bool)> {
        Item::ALL
            .into_iter()
            .map(|item| (item, self.written.asked.contains(&item)))
            .collect()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn name_max(&self) -> usize {
        NAME_MAX
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn code_max(&self) -> usize {
        CODE_MAX
    }
}

/// `GET /desk/settings/categories/{category}`; `new` is the empty form.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let is_new = code == NEW;
    let mut conn = state.pool.acquire().await?;
    let all = store::list_categories(&mut conn, cx.lang()).await?;
    let written = if is_new {
        let places = all.iter().filter_map(|known| known.position);
        Written {
            position: (places.max().unwrap_or(0) + 10).to_string(),
            offered: true,
            ..Written::default()
        }
    } else {
        let found = all.into_iter().find(|known| known.category == code);
        let found = found.ok_or(Failure::NotFound)?;
        let names = store::list_names(&mut conn, &code).await?;
        Written {
            names: names
                .into_iter()
                .filter_map(|(lang, name)| Some((Lang::from_code(&lang)?, name)))
                .collect(),
            position: found.position.map(|place| place.to_string()).unwrap_or_default(),
            offered: found.position.is_some(),
            two_people: found.two_people,
            asked: super::asked(&found.asked),
            code: code.clone(),
        }
    };
    drop(conn);
    let page = CategoryPage {
        cx: cx.clone(),
        address: format!("{CATEGORIES}/{code}"),
        is_new,
        written,
        problems: Problems::default(),
    };
    Ok(page.answer(StatusCode::OK))
}

/// `POST /desk/settings/categories/{category}`: 303 to the list.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(code): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let is_new = code == NEW;
    let typed = pairs.iter().find(|(key, _)| key == "code");
    let typed = typed.map(|(_, value)| clean(value)).unwrap_or_default();
    let written = Written::read(&pairs, if is_new { typed } else { code.clone() });
    let again = |written, problems| {
        let page = CategoryPage {
            cx: cx.clone(),
            address: format!("{CATEGORIES}/{code}"),
            is_new,
            written,
            problems,
        };
        Failure::Page(Box::new(page.answer(StatusCode::UNPROCESSABLE_ENTITY)))
    };
    let position = match written.check() {
        Ok(position) => position,
        Err(problems) => return Err(again(written, problems)),
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    if is_new && !store::insert_category(&mut tx, &written.code).await? {
        let mut problems = Problems::default();
        problems.add("code", msg!("vet-category-code-taken"));
        return Err(again(written, problems));
    }
    let names: Vec<(Lang, String)> = written
        .names
        .iter()
        .filter(|(_, name)| !name.is_empty())
        .cloned()
        .collect();
    let asked: Vec<&'static str> = written.asked.iter().map(|item| item.code()).collect();
    let new = NewCategory {
        category: &written.code,
        position: written.offered.then_some(position),
        two_people: written.two_people,
        names: &names,
        asked: &asked,
    };
    if !store::set_category(&mut tx, &new).await? {
        return Err(Failure::NotFound);
    }
    live::announce(&mut tx).await?;
    let detail = serde_json::json!({ "category": written.code, "two_people": written.two_people, "asked": asked,
                                     "offered": written.offered });
    let (now, by) = (state.clock.now(), editor.account_id);
    acts::insert_act(&mut tx, &state.ids, now, Act::CategoriesChanged, by, detail).await?;
    tx.commit().await?;
    tracing::info!(category = %written.code, actor.id = %editor.account_id, "a category was changed");
    Ok(see_other(CATEGORIES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_fits_addresses_and_filters() {
        for good in ["flood", "a", "night_2"] {
            assert!(is_code(good), "{good}");
        }
        for bad in [
            "",
            "new",
            "2night",
            "Flood",
            "a b",
            "a:b",
            "لافاو",
            &"x".repeat(41),
        ] {
            assert!(!is_code(bad), "{bad}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let pairs = vec![
            ("position".to_owned(), "first".to_owned()),
            ("name-tr".to_owned(), "x".repeat(41)),
            ("asked".to_owned(), "legal".to_owned()),
            ("asked".to_owned(), "nonsense".to_owned()),
        ];
        let written = Written::read(&pairs, "Bad code".to_owned());
        assert_eq!(written.asked, [Item::Legal]);
        let problems = written.check().unwrap_err();
        for field in ["code", "position", "name-tr"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
        assert!(Written::default().check().unwrap_err().of("name-en").is_some());
    }
}
