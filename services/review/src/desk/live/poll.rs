//! The same as the line tells, for networks through which the line does not get.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use ground::{Failure, ids::SubmissionId, viewer::Editor};
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
    let body = serde_json::to_string(&answer).map_err(anyhow::Error::from)?;
    let etag = etag(&body);
    let known = headers.get(header::IF_NONE_MATCH) == Some(&etag);
    let common = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::ETAG, etag),
    ];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((common, json, body).into_response())
}

/// Equal for equal answers of one build of the program; nothing more is asked of it.
fn etag(body: &str) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    HeaderValue::from_str(&format!("\"{:016x}\"", hasher.finish()))
        .unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}
