//! From rows to what is shown of them, for who looks.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use ground::{ids::CommentId, web::Cx};
use sqlx::PgConnection;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    said,
    shown::{Look, Shown, nest},
};
use crate::{
    comment::{Comment, State},
    cookies::Who,
    store::view::{self, Face, Thread},
};

/// Under which somebody is muted on a device, in place of what could tell who they are.
const PURPOSE_MUTE: &str = "bepart 2026-12 people muted on a device";
/// Answers below each comment of a list.
pub(super) const ANSWERS: usize = 3;
/// What somebody wrote so lately is shown to them wherever it belongs.
const FRESH: TimeDelta = TimeDelta::hours(1);
/// What waits longer than this is not shown to its author in the thread any more.
const WAITING: TimeDelta = TimeDelta::days(60);

/// Who looks, when, and in which language.
#[derive(Clone, Copy)]
pub(super) struct Looker<'a> {
    pub(super) state: &'a crate::State,
    pub(super) cx: &'a Cx,
    pub(super) who: &'a Who,
    pub(super) now: DateTime<Utc>,
}

impl Looker<'_> {
    /// Comments as they are shown, one by one.
    pub(super) async fn show(
        &self,
        conn: &mut PgConnection,
        thread: &Thread,
        comments: Vec<Comment>,
    ) -> sqlx::Result<Vec<Shown>> {
        let authors: HashSet<_> = comments.iter().filter_map(|comment| comment.account_id).collect();
        let authors: Vec<_> = authors.into_iter().collect();
        let faces = if authors.is_empty() {
            Vec::new()
        } else {
            view::list_faces(conn, &authors).await?
        };
        let faces: HashMap<_, _> = faces.into_iter().map(|face| (face.account_id, face)).collect();
        let liked = match self.who.person.voter(&self.state.key) {
            Some(voter) => {
                let ids: Vec<_> = comments.iter().map(|comment| comment.comment_id).collect();
                view::list_liked(conn, &voter, &ids).await?
            }
            None => Vec::new(),
        };
        Ok(comments
            .into_iter()
            .map(|comment| {
                let face = comment.account_id.and_then(|id| faces.get(&id));
                let is_liked = liked.contains(&comment.comment_id);
                self.look(thread, comment, face, is_liked)
            })
            .collect())
    }

    fn look(&self, thread: &Thread, comment: Comment, face: Option<&Face>, likes: bool) -> Shown {
        let is_own = self.who.owns(comment.account_id, comment.device.as_deref());
        let look = match comment.state {
            State::Shown => Look::Said,
            // Who is taken for a spammer is not told, so that they do not try on.
            State::Held | State::Spam if is_own => Look::Waits,
            State::Held => Look::Held,
            State::Removed | State::Spam => Look::Removed,
            State::Deleted => Look::Deleted,
        };
        let since = self.now - comment.written_at;
        Shown {
            blocks: if look.is_said() {
                said::blocks(&comment.body)
            } else {
                Vec::new()
            },
            picture: face
                .and_then(|face| face.picture)
                .map(|media_id| format!("/avatars/{media_id}")),
            initial: comment
                .name
                .graphemes(true)
                .next()
                .unwrap_or_default()
                .to_uppercase(),
            is_staff: face.is_some_and(|face| face.is_staff),
            may_edit: is_own && look.is_said() && since < TimeDelta::minutes(i64::from(thread.edit_minutes)),
            mute: self.mute(&comment),
            comment,
            look,
            is_own,
            likes,
            answers: Vec::new(),
            more: None,
            is_loose: false,
        }
    }

    /// A guest is muted under their name: who reads the page does not learn which names one device used.
    fn mute(&self, comment: &Comment) -> String {
        let mut who = Vec::new();
        match (comment.account_id, &comment.device) {
            (Some(account_id), _) => who.extend_from_slice(account_id.0.as_bytes()),
            (None, device) => {
                who.extend_from_slice(device.as_deref().unwrap_or_default());
                who.extend_from_slice(ground::fold::fold(&comment.name).as_bytes());
            }
        }
        let key = self.state.key.derive(PURPOSE_MUTE, &who);
        BASE64URL_NOPAD.encode(key.get(..9).unwrap_or_default())
    }

    /// Tops, each with its first answers.
    pub(super) async fn with_answers(
        &self,
        conn: &mut PgConnection,
        thread: &Thread,
        tops: Vec<Comment>,
    ) -> sqlx::Result<Vec<Shown>> {
        let ids: Vec<CommentId> = tops.iter().map(|top| top.comment_id).collect();
        let one_more = i64::try_from(ANSWERS + 1).unwrap_or(i64::MAX);
        let answers = view::list_first_answers(conn, &ids, one_more).await?;
        let mut all = tops;
        all.extend(answers);
        let mut shown = self.show(conn, thread, all).await?;
        let answers = shown.split_off(ids.len());
        let mut by_top: HashMap<CommentId, Vec<Shown>> = HashMap::new();
        for answer in answers {
            by_top.entry(answer.comment.top_id).or_default().push(answer);
        }
        for top in &mut shown {
            let mut answers = by_top.remove(&top.comment.comment_id).unwrap_or_default();
            if answers.len() > ANSWERS {
                answers.truncate(ANSWERS);
                top.more = Some(format!("{}#answers", top.address()));
            }
            nest(top, answers);
        }
        Ok(shown)
    }

    /// What who looks wrote here lately and would not find otherwise: what waits, and what stands on another page.
    pub(super) async fn own(
        &self,
        conn: &mut PgConnection,
        thread: &Thread,
        seen: &HashSet<CommentId>,
    ) -> sqlx::Result<Vec<Shown>> {
        let own = view::list_own(
            conn,
            thread.thread_id,
            self.who,
            self.now - FRESH,
            self.now - WAITING,
        )
        .await?;
        let unseen = own
            .into_iter()
            .filter(|comment| !seen.contains(&comment.comment_id))
            .collect();
        self.show(conn, thread, unseen).await
    }
}

/// Which comments these are, answers and all.
pub(super) fn ids_of(shown: &[Shown], into: &mut HashSet<CommentId>) {
    for one in shown {
        into.insert(one.comment.comment_id);
        ids_of(&one.answers, into);
    }
}
