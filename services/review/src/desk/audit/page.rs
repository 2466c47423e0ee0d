//! `GET /desk/audit`: what the newsroom did, newest first, by person, kind, contribution and day.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use ground::{
    Failure, audit,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page},
};

use super::{AUDIT, asked::Asked, chief, kinds};
use crate::{desk::address_of, store::audit as store};

/// Links on one page.
const PER_PAGE: usize = 100;

/// A link as it is shown.
struct Line {
    seq: i64,
    at: DateTime<Utc>,
    kind: String,
    words: Message,
    /// Who did it, and whom it is about: names of the newsroom.
    who: Option<String>,
    whom: Option<String>,
    /// The contribution: the end of its id, and its page.
    item: Option<(String, String)>,
    hash: String,
}

#[derive(Template)]
#[template(path = "review/desk/audit.html")]
struct AuditPage {
    cx: Cx,
    asked: Asked,
    people: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    lines: Vec<Line>,
    /// The end of the chain, to be compared with what was written down.
    head: Option<String>,
    newest: String,
    older: String,
}

/// `GET /desk/audit`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let filter = asked.filter(&state.site, &editor);
    let mut conn = state.pool.acquire().await?;
    let limit = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
    let mut links = audit::list(&mut conn, &filter, asked.before(), limit).await?;
    let head = audit::find_head(&mut conn).await?;
    let people = store::list_people(&mut conn).await?;
    drop(conn);
    let has_older = links.len() > PER_PAGE;
    links.truncate(PER_PAGE);
    let older = links.last().filter(|_| has_older);
    let name_of = |id: Option<uuid::Uuid>| {
        let id = id?;
        let person = people.iter().find(|person| person.account_id.0 == id);
        Some(person.map_or_else(|| short(id), |person| person.name.clone()))
    };
    let shown = links.iter().map(|link| Line {
        seq: link.seq,
        at: link.at,
        kind: link.kind.clone(),
        words: kinds::words(&link.kind).unwrap_or(msg!("desk-event-other")),
        who: name_of(link.account_id),
        whom: name_of(link.about_id).filter(|_| link.about_id != link.account_id),
        item: link.submission_id.map(|id| (short(id), address_of(id.into()))),
        hash: HEXLOWER.encode(&link.hash),
    });
    let page = AuditPage {
        cx: cx.clone(),
        lines: shown.collect(),
        head: head.map(|head| head.to_string()),
        newest: asked
            .before()
            .map(|_| format!("{AUDIT}?{}", asked.query(None)))
            .unwrap_or_default(),
        older: older
            .map(|link| format!("{AUDIT}?{}", asked.query(Some(link.seq))))
            .unwrap_or_default(),
        people: std::iter::once((String::new(), cx.t("audit-anybody")))
            .chain(
                people
                    .into_iter()
                    .map(|person| (person.account_id.to_string(), person.name)),
            )
            .collect(),
        kinds: kinds::to_choose(&cx),
        asked,
    };
    Ok(Page::new(&cx, page).into_response())
}

/// The last letters of an id: enough to tell it from those around it.
fn short(id: uuid::Uuid) -> String {
    let text = id.simple().to_string();
    text.get(text.len() - 8..).unwrap_or_default().to_owned()
}
