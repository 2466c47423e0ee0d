//! The form by which somebody says something: at the end of a thread, under a comment, and again with what is wrong.

use ground::{
    ids::{CommentId, ThreadId},
    viewer::Viewer,
    web::{Cx, Problems, Puzzle},
};
use sqlx::PgConnection;

use crate::{person::Person, store::view};

/// What is in the form. `comments/form.html` shows it: `{% call write::form(form) %}{% endcall %}`.
#[derive(Clone, Debug, Default)]
pub(crate) struct WriteForm {
    /// Where.
    pub(crate) thread_id: Option<ThreadId>,
    /// Minted with the form; none on a page that many share, where script mints it.
    pub(crate) comment_id: Option<CommentId>,
    /// What it answers.
    pub(crate) parent_id: Option<CommentId>,
    /// Whom it answers.
    pub(crate) answers: Option<String>,
    /// What the account is called; none: a guest writes.
    pub(crate) signed_in_as: Option<String>,
    /// To sign in, and to come back.
    pub(crate) sign_in: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) wants_answers: bool,
    pub(crate) body: String,
    pub(crate) problems: Problems,
    /// While very many write.
    pub(crate) puzzle: Option<Puzzle>,
    /// It came back without a solution.
    pub(crate) is_unsolved: bool,
}

impl WriteForm {
    /// A form for who asks, with nothing in it yet; `here` is the page that they come back to when they sign in.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn of(
        conn: &mut PgConnection,
        state: &crate::State,
        cx: &Cx,
        person: &Person,
        thread_id: ThreadId,
        here: &str,
    ) -> sqlx::Result<Self> {
        let name = match person {
            Person::Device(device) => view::find_last_name(conn, device).await?.unwrap_or_default(),
            Person::Account(_) | Person::Nobody => String::new(),
        };
        Ok(Self {
            thread_id: Some(thread_id),
            // A page that is given to many has none to give.
            comment_id: (!cx.is_shared()).then(|| state.ids.mint(state.clock.now())),
            signed_in_as: called(cx.viewer()),
            sign_in: sign_in(&format!("{here}#write")),
            name,
            ..Self::default()
        })
    }
}

/// What the account of who asks is called.
fn called(viewer: &Viewer) -> Option<String> {
    viewer.0.as_ref().map(|person| person.name.clone())
}

/// The page that signs in, and leads back to a path of ours.
pub(crate) fn sign_in(here: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", here)
        .finish();
    format!("/signin?{query}")
}
