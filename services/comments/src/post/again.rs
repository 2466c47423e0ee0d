//! The form again, on a page of its own: with what was typed, and why it was not taken.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::CommentId,
    web::{Cx, Page, Problems, Puzzle},
};
use sqlx::PgConnection;

use super::form::PostForm;
use crate::{
    person::Person,
    store::posts::{Parent, Place},
    view::WriteForm,
};

#[derive(Template)]
#[template(path = "comments/again.html")]
struct AgainPage {
    cx: Cx,
    place: Place,
    /// What is answered.
    parent: Option<Parent>,
    write: WriteForm,
    is_banned: bool,
}

/// What is wrong with a comment, and what of the form stays.
pub(super) struct Again<'a> {
    pub(super) status: StatusCode,
    pub(super) problems: Problems,
    /// It may be tried again after so many seconds.
    pub(super) retry: Option<u32>,
    pub(super) is_banned: bool,
    pub(super) form: &'a PostForm,
    pub(super) comment_id: CommentId,
    pub(super) parent: Option<&'a Parent>,
    pub(super) puzzle: Option<Puzzle>,
    pub(super) is_unsolved: bool,
}

impl Again<'_> {
    /// The page.
    pub(super) async fn answer(
        self,
        conn: &mut PgConnection,
        state: &crate::State,
        cx: &Cx,
        person: &Person,
        place: &Place,
    ) -> Result<Response, Failure> {
        let blank = WriteForm::of(conn, state, cx, person, place.thread_id, &place.path).await?;
        let write = WriteForm {
            comment_id: Some(self.comment_id),
            parent_id: self.parent.map(|parent| parent.comment_id),
            answers: self.parent.map(|parent| parent.name.clone()),
            name: self.form.name.clone(),
            email: self.form.email.clone(),
            wants_answers: self.form.wants_answers(),
            body: self.form.body.clone(),
            problems: self.problems,
            puzzle: self.puzzle,
            is_unsolved: self.is_unsolved,
            ..blank
        };
        let page = AgainPage {
            cx: cx.clone(),
            place: place.clone(),
            parent: self.parent.cloned(),
            write,
            is_banned: self.is_banned,
        };
        let mut response = Page::new(cx, page).with_status(self.status).into_response();
        if let Some(seconds) = self.retry {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        Ok(response)
    }
}
