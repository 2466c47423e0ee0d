//! Stories of a tag.

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use ground::{
    Failure,
    kept::{Asked, Made},
    web::Cx,
};

use super::{
    Cut, Span, limit,
    list::{self, Named},
};
use crate::{
    cards::list_path,
    light::Light,
    search,
    store::{find, told},
};

/// `GET /tags/{tag}`: however the tag is typed.
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
    light: Light,
    Path(tag): Path<String>,
    Query(span): Query<Span>,
) -> Result<Response, Failure> {
    let address = span.address(&cx, light);
    let kept = state.live.kept().clone();
    let make = move |cx: Cx| async move { make(&state, &cx, light, &tag, &span).await };
    kept.answer(&asked, cx, address, make).await
}

async fn make(state: &crate::State, cx: &Cx, light: Light, tag: &str, span: &Span) -> Result<Made, Failure> {
    let tag = search::key(tag);
    let (side, now) = (span.side()?, state.clock.now());
    let mut conn = state.pool.acquire().await?;
    let cut = Cut::of(
        side,
        find::list_of_tag(&mut conn, &tag, side, limit(), now).await?,
    );
    if cut.places.is_empty() {
        return Err(Failure::NotFound);
    }
    let label = told::find_label(&mut conn, &tag, now).await?;
    let named = Named {
        title: cx
            .m("find-tag-title")
            .s("tag", label.as_deref().unwrap_or(&tag))
            .to_string(),
        path: list_path("tags", &tag),
    };
    list::page(&mut conn, state, cx, light, named, cut).await
}
