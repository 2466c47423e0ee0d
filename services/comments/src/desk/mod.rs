//! The desk of comments: what waits, what was reported, who is new, what the machine did. To everyone but the newsroom
//! nothing of it exists.

mod asked;
mod bulk;
mod claims;
mod decision;
mod deed;
mod email;
mod happened;
mod item;
mod keys;
mod list;
mod live;
mod page;
mod person;
mod press;
mod queue;
mod reason;
mod settle;
#[cfg(test)]
mod tests;
mod thread;
mod undo;

use axum::{Router, middleware::from_extractor, routing::any};
use ground::{Failure, ids::CommentId, viewer::Editor, web::Cx};

pub(crate) use asked::Place;
pub(crate) use deed::{Deed, Standing};
pub(crate) use queue::Queue;
pub(crate) use reason::words_of as reason_words;
pub(crate) use settle::runners;

/// Where the lists are.
pub(crate) const ADDRESS: &str = "/desk/comments";

/// Who asks, and with what the answer is made.
#[derive(Clone, Copy)]
pub(crate) struct Asking<'a> {
    pub(crate) state: &'a crate::State,
    pub(crate) cx: &'a Cx,
    pub(crate) editor: &'a Editor,
}

/// Every page and door of the desk of comments.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/desk/comments", any(nothing).get(list::get))
        .route("/desk/comments/live.json", any(nothing).get(live::get))
        .route("/desk/comments/bulk", any(nothing).post(bulk::post))
        .route("/desk/comments/undo/{batch_id}", any(nothing).post(undo::post))
        .route("/desk/comments/threads/{thread_id}", any(nothing).post(thread::post))
        .route("/desk/comments/{comment_id}", any(nothing).get(page::get))
        .route("/desk/comments/{comment_id}/decision", any(nothing).post(decision::post))
        .route("/desk/comments/{comment_id}/email", any(nothing).get(email::get).post(email::post))
        .route("/desk/comments/{comment_id}/claim", any(nothing).post(claims::post))
        .route("/desk/comments/{comment_id}/claim/release", any(nothing).post(claims::release))
        .route("/desk/comments/{comment_id}/claim/take-over", any(nothing).post(claims::take_over))
        // Before anything else is looked at: a wrong id or form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Editor>())
}

/// Every other method: 404 and not 405, whose `Allow` axum writes last of all, also for outsiders.
pub(crate) async fn nothing() -> Failure {
    Failure::NotFound
}

/// Where a comment's page at the desk is.
pub(crate) fn address_of(id: CommentId) -> String {
    format!("{ADDRESS}/{id}")
}

/// An id in an address; what cannot be one names nothing.
fn parse_id(text: &str) -> Result<CommentId, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// A page of this desk to go to: nowhere else is anybody led.
pub(crate) fn next_of(typed: &str) -> String {
    let rest = typed.strip_prefix(ADDRESS);
    let desk = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['?', '/']));
    if desk && typed.len() <= 2000 && typed.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
        typed.to_owned()
    } else {
        ADDRESS.to_owned()
    }
}

/// The text of a field: lines end as we write them, and what no keyboard types is left out.
pub(crate) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    lines
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod leading {
    use super::*;

    #[test]
    fn nobody_is_led_out_of_the_desk_of_comments() {
        for inside in [
            "/desk/comments",
            "/desk/comments?queue=held&q=a%20b",
            "/desk/comments/1",
        ] {
            assert_eq!(next_of(inside), inside);
        }
        for outside in [
            "",
            "/desk",
            "//evil.example",
            "/desk/commentsx",
            "/desk/comments?a=\r\nb",
            "/desk/comments/\\x",
        ] {
            assert_eq!(next_of(outside), ADDRESS, "{outside}");
        }
    }
}
