//! What somebody takes along of what they sent: for each contribution its text, its files as they were sent, and what
//! became of it. Files come one by one and are opened when it is their turn.

use std::{io, vec};

use futures_util::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use ground::{
    blobs::BlobKey,
    ids::{AccountId, SubmissionId},
    lang::{Lang, Message},
    msg,
    personal::{Content, Exported},
};
use media::{Medium, OpenError};
use serde_json::{Value, json};
use tokio_util::io::StreamReader;

use super::{Personal, talk};
use crate::{
    event::EventKind,
    reasons,
    receipt::step_words,
    store::{
        decisions,
        desk::{self, File},
        history::{self, Entry},
        mine, notes,
    },
    submission::{State, Submission},
    told::told,
};

/// A file, or the words why it is not there.
enum Opened {
    There(Content),
    Missing(Message),
}

/// A contribution on its way out.
struct Leaving<'a> {
    of: &'a Personal,
    /// Its folder in the archive.
    folder: String,
    submission: Submission,
    /// Why it was declined, if it was.
    reason: Option<String>,
    history: Vec<Entry>,
    /// What was said to the newsroom and by it.
    talk: Value,
    files: vec::IntoIter<(File, Option<Medium>)>,
    /// What became of the files, in their order.
    told: Vec<Value>,
    stage: Stage,
}

/// What comes next.
enum Stage {
    Text,
    Files,
    Over,
}

impl Personal {
    pub(super) fn files(&self, account_id: AccountId) -> BoxStream<'_, anyhow::Result<Exported>> {
        let all = stream::once(async move {
            let mut conn = self.originals.pool.acquire().await?;
            let ids = mine::list_ids(&mut conn, account_id).await?;
            Ok::<_, anyhow::Error>(stream::iter((1..).zip(ids).map(Ok)))
        });
        let contributions = all
            .try_flatten()
            .and_then(move |(number, id)| self.leave(number, id));
        contributions
            .try_flatten()
            .chain(self.own_notes(account_id))
            .boxed()
    }

    /// What somebody of the newsroom wrote about contributions, in their own words.
    fn own_notes(&self, account_id: AccountId) -> BoxStream<'_, anyhow::Result<Exported>> {
        let all = stream::once(async move {
            let mut conn = self.originals.pool.acquire().await?;
            let notes = notes::list_of(&mut conn, account_id).await?;
            let told: Vec<Value> = notes
                .into_iter()
                .map(|note| json!({ "at": note.written_at, "text": note.body, "only_me": note.only_me }))
                .collect();
            let wrote = !told.is_empty();
            let content = Content::Text(format!("{:#}\n", Value::Array(told)));
            let file = Exported {
                path: "desk/notes.json".to_owned(),
                content,
            };
            Ok::<_, anyhow::Error>(stream::iter(wrote.then_some(Ok::<_, anyhow::Error>(file))))
        });
        all.try_flatten().boxed()
    }

    /// Gives one contribution, if it is still there. That it leaves is written down before anything of it is opened.
    async fn leave(
        &self,
        number: usize,
        id: SubmissionId,
    ) -> anyhow::Result<BoxStream<'_, anyhow::Result<Exported>>> {
        let originals = &self.originals;
        let mut tx = ground::db::begin(&originals.pool).await?;
        let Some(mut submission) = desk::find_submission_for_update(&mut tx, id).await? else {
            return Ok(stream::empty().boxed());
        };
        let now = originals.clock.now();
        decisions::show(&mut tx, &mut submission, now).await?;
        history::insert_event(&mut tx, &originals.ids, now, id, EventKind::Exported, None).await?;
        let unsettled = decisions::find_unsettled_since(&mut tx, id, now).await?;
        let history = told(history::list_history(&mut tx, id).await?, unsettled);
        let reason = reasons::words_of(&mut tx, &submission, submission.language).await?;
        let talk = talk::known(&mut tx, &submission, now).await?;
        let files = desk::list_files(&mut tx, &[id]).await?;
        let media_ids: Vec<_> = files.iter().map(|file| file.media_id).collect();
        let media = media::list(&mut tx, &media_ids).await?;
        tx.commit().await?;
        let files: Vec<_> = files
            .into_iter()
            .map(|file| {
                let medium = media.iter().find(|medium| medium.media_id == file.media_id);
                (file, medium.cloned())
            })
            .collect();
        let leaving = Leaving {
            of: self,
            folder: format!("contributions/{number}"),
            submission,
            talk,
            reason,
            history,
            files: files.into_iter(),
            told: Vec::new(),
            stage: Stage::Text,
        };
        Ok(stream::try_unfold(leaving, Leaving::next).boxed())
    }

    /// A file as it was sent: out of its seal, or from where it came in as long as it has none.
    async fn open(&self, medium: &Medium) -> anyhow::Result<Opened> {
        let clear = match self.originals.open(medium.media_id).await {
            Ok(original) => original.clear.map_err(io::Error::other).boxed(),
            Err(OpenError::NotYet) => {
                let key = BlobKey::incoming(medium.upload_id);
                match self.originals.blobs.get(&key, None).await? {
                    Some(blob) => blob.stream,
                    None => return Ok(Opened::Missing(msg!("mine-export-gone"))),
                }
            }
            Err(OpenError::OfflineOnly | OpenError::NoKey) => {
                return Ok(Opened::Missing(msg!("mine-export-offline")));
            }
            Err(OpenError::Damaged) => return Ok(Opened::Missing(msg!("mine-export-gone"))),
            Err(error @ OpenError::Infrastructure(_)) => return Err(error.into()),
        };
        let reader = StreamReader::new(clear);
        Ok(Opened::There(Content::Stream(Box::pin(reader))))
    }
}

impl Leaving<'_> {
    /// The next file of the archive: the text, then what was sent with it, at last what is known of all of it.
    async fn next(mut self) -> anyhow::Result<Option<(Exported, Self)>> {
        match self.stage {
            Stage::Text => {
                self.stage = Stage::Files;
                let Submission { title, body, .. } = &self.submission;
                let content = Content::Text(format!("{title}\n\n{body}\n"));
                Ok(Some((self.file("text.txt", content), self)))
            }
            Stage::Files => {
                while let Some((file, medium)) = self.files.next() {
                    if let Some(exported) = self.open(&file, medium.as_ref()).await? {
                        return Ok(Some((exported, self)));
                    }
                }
                self.stage = Stage::Over;
                let content = Content::Text(format!("{:#}\n", self.known()));
                Ok(Some((self.file("contribution.json", content), self)))
            }
            Stage::Over => Ok(None),
        }
    }

    fn file(&self, name: &str, content: Content) -> Exported {
        Exported {
            path: format!("{}/{name}", self.folder),
            content,
        }
    }

    /// Opens a file, and notes what became of it.
    async fn open(&mut self, file: &File, medium: Option<&Medium>) -> anyhow::Result<Option<Exported>> {
        let number = i64::from(file.position) + 1;
        let name = format!("files/{number}{}", extension_of(&file.client_name));
        let opened = match medium {
            Some(medium) => self.of.open(medium).await?,
            None => Opened::Missing(msg!("mine-export-gone")),
        };
        let (facts, credentials) = self.tells(file).await?;
        let mut told = json!({
            "number": number,
            "name": file.client_name,
            "original_of": file.original_of.map(|of| i64::from(of) + 1),
            "sha256": medium.and_then(Medium::sha256_hex),
            "refused": medium.and_then(Medium::refusal).map(|words| self.say(&words)),
            "tells": facts,
            "credentials": credentials,
        });
        let (key, value) = match &opened {
            Opened::There(_) => ("file", name.clone()),
            Opened::Missing(words) => ("missing", self.say(words)),
        };
        if let Some(told) = told.as_object_mut() {
            told.insert(key.to_owned(), value.into());
        }
        self.told.push(told);
        Ok(match opened {
            Opened::There(content) => Some(self.file(&name, content)),
            Opened::Missing(_) => None,
        })
    }

    /// What we read in the file about itself, and what its Content Credentials say.
    async fn tells(&self, file: &File) -> anyhow::Result<(Value, Value)> {
        let mut conn = self.of.originals.pool.acquire().await?;
        let Some(told) = media::list_facts(&mut conn, file.media_id).await? else {
            return Ok((Value::Null, Value::Null));
        };
        let facts = told.facts.ok();
        Ok((
            serde_json::to_value(facts.as_ref().map(media::Facts::list))?,
            serde_json::to_value(told.credentials.ok())?,
        ))
    }

    /// All that is known of the contribution. Its words are in the language in which it is answered.
    fn known(&self) -> Value {
        let sent = &self.submission;
        json!({
            "title": sent.title,
            "text": sent.body,
            "name": sent.contributor_name,
            "email": sent.contributor_email,
            "place": sent.place,
            "when": sent.happened_at,
            "language": sent.language.code(),
            "sent_at": sent.sent_at,
            "consent": sent.consent.code(),
            "consent_words": self.say(&sent.consent.message()),
            "consent_at": sent.consent_at,
            "terms": sent.terms_version,
            "state": self.say(&step_words(sent.state)),
            "decided_at": sent.decided_at,
            "reason": self.reason,
            "note": sent.decline_note,
            "story": sent.story_path,
            "withdrawn_at": sent.withdrawn_at,
            "history": self.history.iter().filter_map(|entry| self.happened(entry)).collect::<Vec<_>>(),
            "talk": self.talk,
            "files": self.told,
        })
    }

    /// What happened, and when; never by whom. What the newsroom makes of it stays its own.
    fn happened(&self, entry: &Entry) -> Option<Value> {
        let kind = EventKind::from_code(&entry.kind, entry.reason.as_deref());
        if kind.is_some_and(EventKind::is_the_newsrooms_own) {
            return None;
        }
        let words = kind.map_or_else(|| msg!("desk-event-other"), contributors_words);
        Some(json!({ "at": entry.at, "what": self.say(&words) }))
    }

    fn say(&self, words: &Message) -> String {
        plain(words, self.submission.language)
    }
}

/// Words without the marks of direction that pages need around what they hold.
pub(super) fn plain(words: &Message, lang: Lang) -> String {
    words
        .text(lang)
        .replace(|c| matches!(c, '\u{2066}'..='\u{2069}'), "")
}

/// What happened, in the words of the contributor's own pages where these say it otherwise than the desk.
fn contributors_words(kind: EventKind) -> Message {
    match kind {
        EventKind::Opened | EventKind::Reopened => step_words(State::InReview),
        EventKind::Accepted => step_words(State::Accepted),
        EventKind::Declined | EventKind::Spam => step_words(State::Declined),
        EventKind::Published => step_words(State::Published),
        EventKind::Asked => step_words(State::NeedsReply),
        other => other.message(),
    }
}

/// What a file is by its name, where that is short and plain: a name of the sender's own is no path of ours.
fn extension_of(client_name: &str) -> String {
    match client_name.rsplit_once('.') {
        Some((_, ending))
            if (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            format!(".{}", ending.to_ascii_lowercase())
        }
        _ => String::new(),
    }
}
