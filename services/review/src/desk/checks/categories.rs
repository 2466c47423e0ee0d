//! What contributions are sorted by, for chiefs. To editors this page does not exist.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    viewer::Editor,
    web::{Cx, Page},
};

use crate::{
    desk::door::chief,
    store::checks::{self as store, Category},
};

/// Where they are.
pub(super) const CATEGORIES: &str = "/desk/settings/categories";

#[derive(Template)]
#[template(path = "review/desk/categories.html")]
struct CategoriesPage {
    cx: Cx,
    categories: Vec<Category>,
}

impl CategoriesPage {
    /// So many things it asks.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn count(&self, category: &Category) -> i64 {
        i64::try_from(category.asked.len()).unwrap_or_default()
    }
}

/// `GET /desk/settings/categories`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let mut conn = state.pool.acquire().await?;
    let categories = store::list_categories(&mut conn, cx.lang()).await?;
    drop(conn);
    let page = CategoriesPage {
        cx: cx.clone(),
        categories,
    };
    Ok(Page::new(&cx, page).into_response())
}
