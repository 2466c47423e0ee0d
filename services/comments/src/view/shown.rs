//! A comment as a page shows it, with what answers it.

use std::collections::HashMap;

use askama::Template;
use ground::{ids::CommentId, web::Cx};

use super::said::Block;
use crate::comment::Comment;

/// What is seen of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// All of it.
    Said,
    /// All of it, by its author alone: it waits for the newsroom.
    Waits,
    /// That it waits for the newsroom, because others answered it.
    Held,
    /// That its author took it back.
    Deleted,
    /// That the newsroom took it away.
    Removed,
}

impl Look {
    /// Whether its words are shown.
    pub(crate) fn is_said(self) -> bool {
        matches!(self, Self::Said | Self::Waits)
    }
}

/// A comment, for who looks at it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Shown {
    pub(crate) comment: Comment,
    pub(crate) look: Look,
    pub(crate) blocks: Vec<Block>,
    /// Of its author, if there is one.
    pub(crate) picture: Option<String>,
    pub(crate) initial: String,
    /// Its author is of the newsroom.
    pub(crate) is_staff: bool,
    /// Who looks wrote it.
    pub(crate) is_own: bool,
    pub(crate) may_edit: bool,
    /// Who looks likes it.
    pub(crate) likes: bool,
    /// Under which its author is muted on a device.
    pub(crate) mute: String,
    pub(crate) answers: Vec<Shown>,
    /// Where more answers are.
    pub(crate) more: Option<String>,
    /// What it answers is not on the page.
    pub(crate) is_loose: bool,
}

impl Shown {
    /// Where it is read by itself.
    pub(crate) fn address(&self) -> String {
        format!("/comments/{}", self.comment.comment_id)
    }
}

/// Puts answers below what they answer; what that is, where it is not here, is the first one.
pub(super) fn nest(root: &mut Shown, answers: Vec<Shown>) {
    let root_id = root.comment.comment_id;
    let here: Vec<CommentId> = answers.iter().map(|shown| shown.comment.comment_id).collect();
    let mut below: HashMap<CommentId, Vec<Shown>> = HashMap::new();
    for mut shown in answers {
        let parent = shown
            .comment
            .parent_id
            .filter(|id| *id == root_id || here.contains(id));
        shown.is_loose = parent.is_none();
        below.entry(parent.unwrap_or(root_id)).or_default().push(shown);
    }
    attach(root, &mut below);
}

/// As deep as answers go, no deeper (`comments_depth`).
fn attach(shown: &mut Shown, below: &mut HashMap<CommentId, Vec<Shown>>) {
    shown.answers = below.remove(&shown.comment.comment_id).unwrap_or_default();
    for answer in &mut shown.answers {
        attach(answer, below);
    }
}

/// What every comment says, put into words once for a page.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) staff: String,
    pub(crate) edited: String,
    pub(crate) promoted: String,
    pub(crate) waits: String,
    pub(crate) held: String,
    pub(crate) deleted: String,
    pub(crate) removed: String,
    pub(crate) reply: String,
    pub(crate) quote: String,
    pub(crate) like: String,
    pub(crate) likes: String,
    pub(crate) more: String,
    pub(crate) link: String,
    pub(crate) report: String,
    pub(crate) edit: String,
    pub(crate) delete: String,
    pub(crate) desk: String,
    pub(crate) answers: String,
    pub(crate) loose: String,
}

impl Words {
    pub(super) fn of(cx: &Cx) -> Self {
        Self {
            staff: cx.t("thread-staff"),
            edited: cx.t("thread-edited"),
            promoted: cx.t("thread-promoted"),
            waits: cx.t("thread-waits"),
            held: cx.t("thread-held"),
            deleted: cx.t("thread-deleted"),
            removed: cx.t("thread-removed"),
            reply: cx.t("thread-reply"),
            quote: cx.t("thread-quote"),
            like: cx.t("thread-like"),
            likes: cx.t("thread-likes"),
            more: cx.t("thread-more-acts"),
            link: cx.t("thread-link"),
            report: cx.t("thread-report"),
            edit: cx.t("thread-edit"),
            delete: cx.t("thread-delete"),
            desk: cx.t("thread-desk"),
            answers: cx.t("thread-answers-more"),
            loose: cx.t("thread-loose"),
        }
    }
}

/// A comment in a list, and below it its answers.
#[derive(Template)]
#[template(path = "comments/comment.html")]
pub(super) struct CommentPart<'a> {
    pub(super) cx: &'a Cx,
    pub(super) words: &'a Words,
    pub(super) shown: &'a Shown,
    /// More may be said here.
    pub(super) is_open: bool,
    /// The page that this is part of, with what it asks for: pressing a button without script leads back to it.
    pub(super) back: &'a str,
}

impl CommentPart<'_> {
    fn part<'b>(&'b self, shown: &'b Shown) -> CommentPart<'b> {
        CommentPart {
            cx: self.cx,
            words: self.words,
            shown,
            is_open: self.is_open,
            back: self.back,
        }
    }

    /// A number in the digits of the page's language.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn digits(&self, number: &i32) -> String {
        self.cx.lang().digits(&number.to_string())
    }
}
