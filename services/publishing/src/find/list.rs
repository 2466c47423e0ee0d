//! The page of a list.

use askama::Template;
use ground::{
    Failure,
    kept::{Made, Topic},
    web::{Cx, Page},
};
use sqlx::PgConnection;

use super::{Cut, place_of};
use crate::{
    cards::{self, Card},
    light::Light,
    store::{find, told},
};

#[derive(Template)]
#[template(path = "publishing/list.html")]
pub(crate) struct ListPage {
    pub(crate) cx: Cx,
    pub(crate) title: String,
    /// Absolute.
    pub(crate) address: String,
    pub(crate) cards: Vec<Card>,
    /// Addresses; empty where there is nothing.
    pub(crate) newer: String,
    pub(crate) older: String,
    pub(crate) light: Light,
}

/// What a list is called, and where it is.
pub(super) struct Named {
    pub(super) title: String,
    /// A path of ours.
    pub(super) path: String,
}

/// The page of what was found, which is something.
pub(super) async fn page(
    conn: &mut PgConnection,
    state: &crate::State,
    cx: &Cx,
    light: Light,
    Named { title, path }: Named,
    cut: Cut,
) -> Result<Made, Failure> {
    let now = state.clock.now();
    let until = find::next_at(&mut *conn, now).await?;
    let told = told::list(&mut *conn, &cut.places, now).await?;
    let cards = cards::of_told(conn, told, light).await?;
    let page_at = |name: &str, place| format!("{path}?{name}={}", place_of(place));
    let page = ListPage {
        cx: cx.clone(),
        title,
        address: state.site.link(&path),
        cards,
        newer: cut.newer.map(|place| page_at("after", place)).unwrap_or_default(),
        older: cut
            .older
            .map(|place| page_at("before", place))
            .unwrap_or_default(),
        light,
    };
    Ok(Made::new(Page::new(cx, page), [Topic::Stories]).until(until))
}
