//! What was received with other contributions, too: the same file, or one that looks alike. For editors only.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use ground::{
    ids::{MediaId, SubmissionId},
    lang::Message,
    msg,
};
use media::repeats::{Repeat, RepeatKind};
use sqlx::PgConnection;

use super::{address_of, file::SentFile};
use crate::store::desk as store;

/// So many other contributions are named for each file.
const NAMED: usize = 5;

/// A file of another contribution that is this one again.
pub(crate) struct Received {
    /// Of the other contribution.
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) sent_at: DateTime<Utc>,
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
        submission_id: SubmissionId,
        files: &[SentFile],
    ) -> sqlx::Result<Self> {
        let mut found: Vec<(MediaId, Repeat)> = Vec::new();
        for SentFile { medium, .. } in files {
            let repeats = media::repeats::find(&mut *conn, medium.media_id).await?;
            found.extend(repeats.into_iter().map(|repeat| (medium.media_id, repeat)));
        }
        let ids: Vec<MediaId> = found.iter().map(|(_, repeat)| repeat.media_id).collect();
        let sent = store::list_sent_with(conn, &ids, submission_id).await?;
        let mut received: HashMap<MediaId, Vec<Received>> = HashMap::new();
        for (
            media_id,
            Repeat {
                media_id: other,
                kind,
                ..
            },
        ) in found
        {
            let Some(other) = sent.iter().find(|sent| sent.media_id == other) else {
                continue;
            };
            let address = address_of(other.submission_id);
            let of_file = received.entry(media_id).or_default();
            if of_file.len() < NAMED && of_file.iter().all(|named| named.address != address) {
                of_file.push(Received {
                    address,
                    title: other.title.clone(),
                    sent_at: other.sent_at,
                    kind,
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
