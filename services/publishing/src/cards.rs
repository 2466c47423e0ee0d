//! Stories in lists.

use ground::web::Cx;
use sqlx::PgConnection;

use crate::{
    light::Light,
    picture::Picture,
    slug,
    store::{public::Headline, told::Told},
    text,
};

/// So long is the beginning of a story in a list, in letters as people see them.
const TEASER: usize = 160;

/// A story in a list.
pub(crate) struct Card {
    pub(crate) headline: Headline,
    pub(crate) path: String,
    pub(crate) picture: Option<Picture>,
    /// How it begins; empty where the list does not say.
    pub(crate) teaser: String,
    /// How much is said under it; zero where the list does not say.
    pub(crate) said: i64,
}

/// Stories with their beginnings and first pictures.
pub(crate) async fn of_told(
    conn: &mut PgConnection,
    told: Vec<Told>,
    light: Light,
) -> sqlx::Result<Vec<Card>> {
    let (teasers, headlines): (Vec<_>, Vec<_>) = told
        .into_iter()
        .map(|told| (text::teaser(&told.beginning, TEASER), told.headline))
        .unzip();
    let mut cards = of(conn, headlines, light).await?;
    for (card, teaser) in cards.iter_mut().zip(teasers) {
        card.teaser = teaser;
    }
    Ok(cards)
}

/// Headlines with their first pictures.
pub(crate) async fn of(
    conn: &mut PgConnection,
    headlines: Vec<Headline>,
    light: Light,
) -> sqlx::Result<Vec<Card>> {
    let ids: Vec<_> = headlines
        .iter()
        .filter_map(|headline| headline.media_id)
        .collect();
    let media = media::list(conn, &ids).await?;
    let card = |headline: Headline| {
        let medium = media
            .iter()
            .find(|medium| Some(medium.media_id) == headline.media_id);
        let alt = headline.alt.as_deref().unwrap_or_default();
        let picture = medium
            .zip(headline.public_name.as_ref())
            .and_then(|(medium, name)| Picture::in_edition(light, medium, name, "", alt))
            .filter(Picture::is_seen);
        Card {
            path: slug::path_of(&headline.slug),
            picture,
            headline,
            teaser: String::new(),
            said: 0,
        }
    };
    Ok(headlines.into_iter().map(card).collect())
}

/// The address of a page of a list, percent-encoded: `/tags/new%20york`.
pub(crate) fn list_path(list: &str, key: &str) -> String {
    format!("/{list}/{}", slug::encoded(key))
}

/// A month in words, e.g. "November 2026".
pub(crate) fn month_name(cx: &Cx, year: i32, month: u32) -> String {
    let number = cx.lang().digits(&year.to_string());
    cx.m("find-month")
        .s("month", cx.month(month))
        .s("year", number)
        .to_string()
}
