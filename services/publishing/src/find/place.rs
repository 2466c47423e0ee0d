//! Stories from a place.

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

/// `GET /places/{place}`: however the place is typed. It is called as in the newest of these stories.
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
    light: Light,
    Path(place): Path<String>,
    Query(span): Query<Span>,
) -> Result<Response, Failure> {
    let address = span.address(&cx, light);
    let kept = state.live.kept().clone();
    let make = move |cx: Cx| async move { make(&state, &cx, light, &place, &span).await };
    kept.answer(&asked, cx, address, make).await
}

async fn make(
    state: &crate::State,
    cx: &Cx,
    light: Light,
    place: &str,
    span: &Span,
) -> Result<Made, Failure> {
    let place = search::key(place);
    let (side, now) = (span.side()?, state.clock.now());
    let mut conn = state.pool.acquire().await?;
    let cut = Cut::of(
        side,
        find::list_of_place(&mut conn, &place, side, limit(), now).await?,
    );
    let Some(newest) = cut.places.first() else {
        return Err(Failure::NotFound);
    };
    let told = told::list(&mut conn, std::slice::from_ref(newest), now).await?;
    let name = told.first().and_then(|told| told.headline.place.as_deref());
    let named = Named {
        title: cx
            .m("find-place-title")
            .s("place", name.unwrap_or(&place))
            .to_string(),
        path: list_path("places", &place),
    };
    list::page(&mut conn, state, cx, light, named, cut).await
}
