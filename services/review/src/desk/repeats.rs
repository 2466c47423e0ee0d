//! What was received with other contributions, too: the same file, or one that looks alike, and what became of those. For
//! editors only, and of what is at risk only for those who may know of it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use ground::{
    blobs::PictureFormat,
    ids::{MediaId, SubmissionId},
    lang::{Lang, Message},
    msg,
};
use media::{
    Medium,
    repeats::{Repeat, RepeatKind},
};
use sqlx::PgConnection;

use super::{
    address_of, care,
    door::Asking,
    file::{self, SentFile},
    span::span,
};
use crate::{
    reasons::Reasons,
    store::desk::{self as store, SentWith},
    submission::State,
};

/// So many other contributions are named for each file.
const NAMED: usize = 5;

/// About so many pixels wide.
const STAMP: i32 = 160;

/// A small picture of it.
pub(crate) struct Stamp {
    pub(crate) src: String,
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// How it is covered, as a class name; empty: not at all.
    pub(crate) veil: &'static str,
}

/// A file of another contribution that is this one again.
pub(crate) struct Received {
    /// Of the other contribution.
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) stamp: Option<Stamp>,
    /// What became of it, and when.
    pub(crate) earlier: Message,
    kind: RepeatKind,
}

impl Received {
    /// How the two are the same, in the words of the desk.
    pub(crate) fn words(&self) -> Message {
        match self.kind {
            RepeatKind::Exact => msg!("desk-repeat-exact"),
            RepeatKind::Near => msg!("desk-repeat-near"),
        }
    }
}

/// For each file of a contribution, where else it came.
#[derive(Default)]
pub(crate) struct Repeats(HashMap<MediaId, Vec<Received>>);

impl Repeats {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission_id: SubmissionId,
        files: &[SentFile],
        reasons: &Reasons,
        veil: care::Veil,
    ) -> sqlx::Result<Self> {
        let mut found: Vec<(MediaId, Repeat)> = Vec::new();
        for SentFile { medium, .. } in files {
            let repeats = media::repeats::find(&mut *conn, medium.media_id).await?;
            found.extend(repeats.into_iter().map(|repeat| (medium.media_id, repeat)));
        }
        if found.is_empty() {
            return Ok(Self::default());
        }
        let ids: Vec<MediaId> = found.iter().map(|(_, repeat)| repeat.media_id).collect();
        let sees = asking.editor.sees_at_risk;
        let sent = store::list_sent_with(&mut *conn, &ids, submission_id, sees).await?;
        let ids: Vec<MediaId> = sent.iter().map(|sent| sent.media_id).collect();
        let media = media::list(conn, &ids).await?;
        let (now, lang) = (asking.state.clock.now(), asking.cx.lang());
        let mut received: HashMap<MediaId, Vec<Received>> = HashMap::new();
        for (media_id, repeat) in found {
            let Some(other) = sent.iter().find(|sent| sent.media_id == repeat.media_id) else {
                continue;
            };
            let address = address_of(other.submission_id);
            let of_file = received.entry(media_id).or_default();
            if of_file.len() < NAMED && of_file.iter().all(|named| named.address != address) {
                let medium = media.iter().find(|medium| medium.media_id == other.media_id);
                let cover = care::cover(&other.warnings, veil);
                of_file.push(Received {
                    address,
                    title: other.title.clone(),
                    sent_at: other.sent_at,
                    stamp: medium.and_then(|medium| stamp(medium, cover)),
                    earlier: earlier(other, reasons, now, lang),
                    kind: repeat.kind,
                });
            }
        }
        Ok(Self(received))
    }

    /// Of one file, exact repeats first.
    pub(crate) fn of(&self, file: &SentFile) -> &[Received] {
        self.0
            .get(&file.medium.media_id)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

fn stamp(medium: &Medium, cover: Option<care::Cover>) -> Option<Stamp> {
    let shown = medium.at_least(PictureFormat::Webp, STAMP)?;
    Some(Stamp {
        src: file::address_of(medium.media_id, shown.rendition),
        width: shown.width,
        height: shown.height,
        veil: cover.map_or("", |cover| cover.veil.code()),
    })
}

/// "Declined 3 days ago: we could not confirm it", or that it still waits.
fn earlier(other: &SentWith, reasons: &Reasons, now: DateTime<Utc>, lang: Lang) -> Message {
    let ended = matches!(
        other.state,
        State::Accepted | State::Published | State::Declined | State::Spam | State::Withdrawn
    );
    let state = other.state.message().text(lang);
    let Some(at) = other.decided_at.filter(|_| ended) else {
        return msg!("item-earlier-waits").s("state", state);
    };
    let minutes = i32::try_from(now.signed_duration_since(at).num_minutes()).unwrap_or(i32::MAX);
    let ago = span(f64::from(minutes.max(0)) / 60.0).text(lang);
    match other
        .decline_reason
        .as_deref()
        .filter(|_| other.state == State::Declined)
    {
        Some(code) => msg!("item-earlier-why")
            .s("state", state)
            .s("span", ago)
            .s("why", reasons.words(code, lang)),
        None => msg!("item-earlier").s("state", state).s("span", ago),
    }
}
