//! The same as the line tells, for networks through which the line does not get.

use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::Response,
};
use ground::{Failure, ids::SubmissionId, viewer::Editor, web::polled};
use serde::{Deserialize, Serialize};

use super::{
    Ears, look,
    news::{Item, Look},
    parse_since,
};
use crate::{
    desk::{claims::dead_before, parse_id},
    store::live as store,
};

/// No page shows more contributions at once.
const MOST: usize = 200;

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct PollQuery {
    /// As for the line.
    since: Option<String>,
    /// Which contributions the page shows, separated by commas.
    #[serde(default)]
    ids: String,
}

/// As the line says it; contributions that are asked for and not there are gone, or not theirs to see.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    look: Look,
    items: Vec<Item>,
}

/// `GET /desk/live.json`: how everything stands now. With an entity tag, so that nothing new costs few bytes.
pub(crate) async fn get(
    watcher: Editor,
    State(state): State<crate::State>,
    Query(query): Query<PollQuery>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let since = parse_since(query.since.as_deref())?;
    let ids = query.ids.split(',').filter(|id| !id.is_empty()).take(MOST);
    let ids: Vec<SubmissionId> = ids.map(parse_id).collect::<Result<_, _>>()?;
    let ears = Ears {
        account_id: watcher.account_id,
        sees_at_risk: watcher.sees_at_risk,
    };
    let mut conn = state.pool.acquire().await?;
    let dead = dead_before(state.clock.now());
    let rows = store::list_changed(&mut conn, &ids, dead).await?;
    let answer = Answer {
        look: look(&mut conn, ears, since).await?,
        items: rows
            .iter()
            .filter(|row| ears.sees_at_risk || !row.at_risk)
            .map(|row| Item::of(row, state.site.time_zone))
            .collect(),
    };
    drop(conn);
    polled(&headers, &answer)
}
