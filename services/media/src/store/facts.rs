//! What files tell about themselves.

use chrono::{DateTime, Utc};
use ground::ids::MediaId;
use sqlx::PgConnection;

use crate::{Credentials, Facts, facts::Fact, picture::Reason};

/// What was read of one file.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) facts: Result<Facts, Reason>,
    pub(crate) credentials: Result<Credentials, Reason>,
}

/// What a file tells about itself, as an editor may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Since when it is known.
    pub read_at: DateTime<Utc>,
    /// The facts, or why there are none.
    pub facts: Result<Facts, Reason>,
    /// What its Content Credentials are worth, or why that is not known.
    pub credentials: Result<Credentials, Reason>,
}

/// Whether a medium is there and nothing was written down about it yet.
pub(crate) async fn is_wanted(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from media where media_id = $1)
              and not exists (select from fact_readings where media_id = $1) as "wanted!""#,
        media_id as _,
    )
    .fetch_one(conn)
    .await
}

/// Writes down what was read, once: a second reading changes nothing. False when another worker was faster or the
/// medium is gone.
pub(crate) async fn insert(
    conn: &mut PgConnection,
    media_id: MediaId,
    now: DateTime<Utc>,
    reading: &Reading,
) -> sqlx::Result<bool> {
    let credentials = reading.credentials.as_ref().map(json).ok().transpose()?;
    let inserted = sqlx::query!(
        "insert into fact_readings (media_id, read_at, facts_cut, facts_refused, credentials, credentials_refused)
         select media_id, $2, $3, $4, $5, $6 from media where media_id = $1 for no key update
         on conflict do nothing",
        media_id as _,
        now,
        reading.facts.as_ref().is_ok_and(|facts| facts.cut),
        reading.facts.as_ref().err().copied().map(Reason::code),
        credentials,
        reading.credentials.as_ref().err().copied().map(Reason::code),
    )
    .execute(&mut *conn)
    .await?;
    if inserted.rows_affected() == 0 {
        return Ok(false);
    }
    let (mut positions, mut kinds, mut sources, mut values) = (vec![], vec![], vec![], vec![]);
    for (position, fact) in reading.facts.iter().flat_map(Facts::list).enumerate() {
        positions.push(i16::try_from(position).unwrap_or(i16::MAX));
        kinds.push(fact.what.kind().to_owned());
        sources.push(fact.source.clone());
        values.push(value_of(fact)?);
    }
    sqlx::query!(
        "insert into media_facts (media_id, position, kind, source, value)
         select $1, position, kind, source, value
         from unnest($2::smallint[], $3::text[], $4::text[], $5::jsonb[]) as told (position, kind, source, value)",
        media_id as _,
        &positions,
        &kinds,
        &sources,
        &values,
    )
    .execute(conn)
    .await?;
    Ok(true)
}

/// What a file tells about itself; `None` as long as nobody has looked.
pub async fn list(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<Option<Told>> {
    let Some(reading) = sqlx::query!(
        "select read_at, facts_cut, facts_refused, credentials, credentials_refused from fact_readings
         where media_id = $1",
        media_id as _,
    )
    .fetch_optional(&mut *conn)
    .await?
    else {
        return Ok(None);
    };
    let rows = sqlx::query!(
        "select kind, source, value from media_facts where media_id = $1 order by position",
        media_id as _,
    )
    .fetch_all(conn)
    .await?;
    let told = rows.into_iter().map(|row| {
        let fact = serde_json::json!({"kind": row.kind, "source": row.source, "value": row.value});
        from_json::<Fact>(fact)
    });
    let facts = match reading.facts_refused {
        Some(code) => Err(Reason::from_code(&code)),
        None => Ok(Facts::from_rows(
            told.collect::<sqlx::Result<_>>()?,
            reading.facts_cut,
        )),
    };
    let credentials = match (reading.credentials, reading.credentials_refused) {
        (Some(credentials), _) => Ok(from_json(credentials)?),
        (None, code) => Err(Reason::from_code(code.as_deref().unwrap_or_default())),
    };
    Ok(Some(Told {
        read_at: reading.read_at,
        facts,
        credentials,
    }))
}

fn json(value: &impl serde::Serialize) -> sqlx::Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// What the fact says, without what its columns say.
fn value_of(fact: &Fact) -> sqlx::Result<serde_json::Value> {
    let mut whole = json(&fact.what)?;
    Ok(whole
        .get_mut("value")
        .map(serde_json::Value::take)
        .unwrap_or_default())
}

fn from_json<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> sqlx::Result<T> {
    serde_json::from_value(value).map_err(|error| sqlx::Error::Decode(error.into()))
}
