//! `POST /desk/audit/export`: links with their hashes, to be kept and checked elsewhere. That they were taken along is a
//! link itself, before the first of them goes out.

use std::collections::VecDeque;

use axum::{
    Form,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::SecondsFormat;
use data_encoding::HEXLOWER;
use futures_util::stream;
use ground::{
    Failure,
    audit::{self, Filter, Link},
    msg,
    viewer::Editor,
};
use serde::Deserialize;
use serde_json::json;
use sqlx::PgPool;

use super::{AUDIT, asked::Asked, chief};
use crate::store::acts::{self, Act};

/// Links that are read together.
const PAGE: i64 = 1000;

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct ExportForm {
    #[serde(flatten)]
    asked: Asked,
    #[serde(default)]
    format: String,
}

/// How links are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Csv,
    JsonLines,
}

/// `POST /desk/audit/export`
pub(crate) async fn post(
    editor: Editor,
    State(state): State<crate::State>,
    Form(form): Form<ExportForm>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let (format, disposition) = match form.format.as_str() {
        "csv" => (Format::Csv, "attachment; filename=\"audit.csv\""),
        "jsonl" => (Format::JsonLines, "attachment; filename=\"audit.jsonl\""),
        _ => return Err(Failure::BadRequest(msg!("error-bad-request"))),
    };
    let now = state.clock.now();
    editor.confirmed(now, &format!("{AUDIT}?{}", form.asked.query(None)))?;
    let filter = form.asked.filter(&state.site, &editor);
    let mut tx = ground::db::begin(&state.pool).await?;
    let head = audit::find_head(&mut tx).await?;
    let detail = json!({ "format": form.format, "person": filter.person, "kind": filter.kind,
                         "submission_id": filter.submission_id, "from": filter.from, "until": filter.until });
    acts::insert_act(
        &mut tx,
        &state.ids,
        now,
        Act::AuditExported,
        editor.account_id,
        detail,
    )
    .await?;
    tx.commit().await?;
    tracing::info!(account.id = %editor.account_id, "links of the audit chain are taken along");
    let from = Reading {
        pool: state.pool.clone(),
        filter,
        // What comes after is not part of it.
        before: head.map(|head| head.seq + 1),
        format,
        begun: false,
        waiting: VecDeque::new(),
        ended: false,
    };
    let body = Body::from_stream(stream::try_unfold(from, Reading::next));
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::JsonLines => "application/jsonl",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, body).into_response())
}

/// The chain, page by page, from its end: never more of it in memory than a page.
struct Reading {
    pool: PgPool,
    filter: Filter,
    before: Option<i64>,
    format: Format,
    begun: bool,
    waiting: VecDeque<Link>,
    ended: bool,
}

impl Reading {
    async fn next(mut self) -> Result<Option<(Bytes, Self)>, sqlx::Error> {
        if self.ended {
            return Ok(None);
        }
        let mut text = String::new();
        if !self.begun && self.format == Format::Csv {
            text.push_str("seq,room,event_id,submission_id,about_id,account_id,kind,at,content_hash,previous_hash,hash\r\n");
        }
        self.begun = true;
        if self.before.is_some() {
            let mut conn = self.pool.acquire().await?;
            self.waiting = audit::list(&mut conn, &self.filter, self.before, PAGE)
                .await?
                .into();
        }
        self.ended = i64::try_from(self.waiting.len()).unwrap_or_default() < PAGE;
        self.before = self.waiting.back().map(|link| link.seq);
        for link in self.waiting.drain(..) {
            write(&mut text, &link, self.format);
        }
        Ok(Some((Bytes::from(text), self)))
    }
}

fn write(text: &mut String, link: &Link, format: Format) {
    let at = link.at.to_rfc3339_opts(SecondsFormat::Micros, true);
    let hashes = [&link.content_hash, &link.previous_hash, &link.hash].map(|hash| HEXLOWER.encode(hash));
    let [content_hash, previous_hash, hash] = hashes;
    match format {
        Format::Csv => {
            let id = |id: Option<uuid::Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
            // Nothing in a link needs quotes: ids, words of the program, numbers.
            let fields = [
                link.seq.to_string(),
                link.room.clone(),
                link.event_id.to_string(),
                id(link.submission_id),
                id(link.about_id),
                id(link.account_id),
                link.kind.clone(),
                at,
                content_hash,
                previous_hash,
                hash,
            ];
            text.push_str(&fields.join(","));
            text.push_str("\r\n");
        }
        Format::JsonLines => {
            let written = json!({
                "seq": link.seq, "room": link.room, "event_id": link.event_id, "submission_id": link.submission_id,
                "about_id": link.about_id, "account_id": link.account_id, "kind": link.kind, "at": at,
                "content_hash": content_hash, "previous_hash": previous_hash, "hash": hash,
            });
            text.push_str(&written.to_string());
            text.push('\n');
        }
    }
}
