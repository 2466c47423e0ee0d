//! Stories as the map of the site names them.

use chrono::{DateTime, Utc};
use ground::lang::Lang;
use sqlx::PgConnection;

use super::public::Place;

/// A story in the map.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) published_at: DateTime<Utc>,
    pub(crate) corrected_at: Option<DateTime<Utc>>,
}

/// These stories, in the order of the places.
pub(crate) async fn list(conn: &mut PgConnection, places: &[Place]) -> sqlx::Result<Vec<Line>> {
    let ids: Vec<_> = places.iter().map(|(_, story_id)| story_id.0).collect();
    sqlx::query_as!(
        Line,
        r#"select slug as "slug!", title, language as "language: Lang", published_at as "published_at!", corrected_at
           from unnest($1::uuid[]) with ordinality as wanted (story_id, number)
           join stories using (story_id) order by wanted.number"#,
        &ids,
    )
    .fetch_all(conn)
    .await
}
