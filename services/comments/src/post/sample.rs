//! Comments as they are, for tests: past every rule.

use ground::{
    ids::{CommentId, ThreadId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::{
    comment::State,
    cookies,
    person::Person,
    store::posts::{self, NewComment},
};

/// A comment that everybody reads, written now. Of nobody in particular: by a device of its own.
pub(crate) async fn put(
    conn: &mut PgConnection,
    state: &crate::State,
    person: &Person,
    thread_id: ThreadId,
    parent_id: Option<CommentId>,
    body: &str,
) -> CommentId {
    let now = state.clock.now();
    let parent = match parent_id {
        Some(parent_id) => posts::find_parent(conn, thread_id, parent_id).await.unwrap(),
        None => None,
    };
    assert_eq!(parent.is_some(), parent_id.is_some(), "what is answered is shown");
    let (person, _) = cookies::known(&state.key, person);
    let new = NewComment {
        comment_id: state.ids.mint(now),
        thread_id,
        parent: parent.as_ref(),
        person: &person,
        name: "Ada",
        email: None,
        wants_answers: false,
        body,
        language: Lang::En,
        state: State::Shown,
        rule: None,
        written_at: now,
        is_first: false,
    };
    assert!(posts::insert(conn, &new).await.unwrap());
    new.comment_id
}
