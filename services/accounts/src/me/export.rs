//! Taking everything along: what we and every other room keep of a person, as one archive.

use askama::Template;
use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::TryStreamExt;
use ground::{
    Failure,
    personal::{Content, Exported},
    viewer::SignedIn,
    web::{Cx, Page},
};
use serde_json::{Value, json};

use super::{
    archive::{self, Archive},
    history::detail_words,
    signed_in,
};
use crate::{
    avatar,
    device::device,
    events::{self, Event, EventKind},
    store::{self, ExportedEvent},
};

/// The page that asks and answers.
const HERE: &str = "/me/export";
/// So often in so long: each may read all originals of a person once.
const MOST: i64 = 5;
const WITHIN: TimeDelta = TimeDelta::hours(1);
/// Events are read in portions of so many: a history may be long.
const PORTION: i64 = 500;

/// What opens something, or would if it were guessed. It is named in the archive, and not in it.
const SECRETS: [&str; 13] = [
    "password_hash",
    "session_hash",
    "token_hash",
    "state_hash",
    "browser_hash",
    "ceremony_hash",
    "code_hash",
    "nonce",
    "verifier",
    "state",
    "secret_sealed",
    "next_sealed",
    "endpoint",
];

#[derive(Template)]
#[template(path = "accounts/export.html")]
struct ExportPage {
    cx: Cx,
}

/// `GET /me/export`
pub(crate) async fn get(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    person.confirmed(room.clock.now(), HERE)?;
    Ok(Page::new(&cx, ExportPage { cx: cx.clone() }).into_response())
}

/// `POST /me/export`: the archive, made while it is sent.
pub(crate) async fn post(
    State(room): State<crate::State>,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let person = signed_in(&cx, HERE)?;
    let now = room.clock.now();
    person.confirmed(now, HERE)?;
    let everything = note_and_read(&room, &person, &device(&headers), now).await?;
    let name = format!("attachment; filename=\"be-part-{}.zip\"", now.format("%Y-%m-%d"));
    let body = archive::stream(now, move |archive| fill(room, cx, person, everything, archive));
    let mut response = Response::new(Body::from_stream(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = HeaderValue::from_str(&name).map_err(anyhow::Error::from)?;
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

/// Writes down that it was taken along, and reads what is kept besides the history.
async fn note_and_read(
    room: &crate::State,
    person: &SignedIn,
    device: &str,
    now: DateTime<Utc>,
) -> Result<Value, Failure> {
    let secrets = SECRETS.map(str::to_owned);
    let mut tx = ground::db::begin(&room.pool).await?;
    // Of many at once each counts those before it.
    let own = store::find_own_for_update(&mut tx, person.account_id).await?;
    own.ok_or(Failure::NotFound)?;
    let kind = EventKind::Exported;
    let before = store::count_events_since(&mut tx, person.account_id, kind.name(), now - WITHIN).await?;
    if before >= MOST {
        return Err(Failure::TooMany(
            u32::try_from(WITHIN.num_seconds()).unwrap_or(u32::MAX),
        ));
    }
    let event = Event::own(person.account_id, kind, device);
    events::record(&mut tx, &room.ids, now, &event).await?;
    let everything = store::read_everything_of(&mut tx, person.account_id, &secrets).await?;
    tx.commit().await?;
    tracing::info!(account.id = %person.account_id, "an account was exported");
    Ok(everything)
}

/// All files, one after the other. No connection is held while bytes go out: the reader may be slow.
async fn fill(
    room: crate::State,
    cx: Cx,
    person: SignedIn,
    mut everything: Value,
    mut archive: Archive,
) -> anyhow::Result<Archive> {
    if let Some(tables) = everything.as_object_mut() {
        tables.insert("account_events".to_owned(), json!("history.json"));
        tables.insert("left_out".to_owned(), json!(SECRETS));
    }
    archive.text("README.txt", &cx.t("me-export-readme")).await?;
    archive
        .text("account.json", &serde_json::to_string_pretty(&everything)?)
        .await?;
    drop(everything);
    history(&room, &cx, &person, &mut archive).await?;
    if let Some((rendition, mut picture)) = avatar::taken_along(&room, person.account_id).await? {
        archive.begin(&format!("picture/{rendition}"))?;
        while let Some(piece) = picture.stream.try_next().await? {
            archive.write(&piece).await?;
        }
    }
    for other in room.others.iter() {
        let mut files = other.export(person.account_id);
        while let Some(Exported { path, content }) = files.try_next().await? {
            match content {
                Content::Text(text) => archive.text(&path, &text).await?,
                Content::Stream(bytes) => archive.copy(&path, bytes).await?,
            }
        }
    }
    Ok(archive)
}

/// What happened, in words of the person's language beside those of the program.
async fn history(
    room: &crate::State,
    cx: &Cx,
    person: &SignedIn,
    archive: &mut Archive,
) -> anyhow::Result<()> {
    archive.begin("history.json")?;
    let (mut after, mut before) = (None, "[\n");
    loop {
        let events = {
            let mut conn = room.pool.acquire().await?;
            store::list_events_after(&mut conn, person.account_id, after, PORTION).await?
        };
        for event in &events {
            archive.write(before.as_bytes()).await?;
            archive
                .write(serde_json::to_string(&told(cx, event))?.as_bytes())
                .await?;
            before = ",\n";
        }
        match events.last() {
            Some(last) => after = Some(last.event_id),
            None => break,
        }
    }
    // Who exports has at least that event.
    archive.write(b"\n]\n").await
}

fn told(cx: &Cx, event: &ExportedEvent) -> Value {
    let words = EventKind::from_name(&event.kind).map(|kind| cx.say(&kind.words()));
    json!({
        "event_id": event.event_id,
        "at": event.at,
        "kind": event.kind,
        "words": words,
        "detail": detail_words(cx, &event.detail),
        "device": event.device,
        "by": event.actor,
    })
}
