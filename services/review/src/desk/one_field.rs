//! A page with one field to write in: where a panel's form was not good, and where something takes more than a press.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::Message,
    msg,
    web::{Cx, Page, Problems},
};

use super::decision::clean;

/// What the page says and asks.
#[derive(Template)]
#[template(path = "review/desk/one_field.html")]
pub(crate) struct OneField {
    pub(crate) cx: Cx,
    pub(crate) title: Message,
    /// What it means to send it.
    pub(crate) lede: Vec<Message>,
    /// The contribution.
    pub(crate) back: String,
    /// Where the form goes.
    pub(crate) action: String,
    /// What goes with it.
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) name: &'static str,
    pub(crate) label: Message,
    pub(crate) hint: Option<Message>,
    pub(crate) value: String,
    /// Characters.
    pub(crate) most: usize,
    pub(crate) submit: Message,
    pub(crate) problems: Problems,
}

impl OneField {
    /// 200: nothing was tried yet.
    pub(crate) fn shown(self) -> Response {
        self.answer(StatusCode::OK)
    }

    /// 422: what was typed, and what is wrong with it.
    pub(crate) fn unprocessable(mut self, problem: Message, typed: String) -> Failure {
        self.problems.add(self.name, problem);
        self.value = typed;
        Failure::Page(Box::new(self.answer(StatusCode::UNPROCESSABLE_ENTITY)))
    }

    /// 409: what was typed is kept, and why it cannot be done now.
    pub(crate) fn conflict(mut self, problem: Message, typed: String) -> Failure {
        self.problems.add(self.name, problem);
        self.value = typed;
        Failure::Page(Box::new(self.answer(StatusCode::CONFLICT)))
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    fn say(&self, words: &Message) -> String {
        self.cx.say(words)
    }

    fn hint_words(&self) -> String {
        self.hint
            .as_ref()
            .map(|hint| self.cx.say(hint))
            .unwrap_or_default()
    }

    fn most(&self) -> usize {
        self.most
    }
}

/// What was typed, or what is wrong with it.
pub(crate) fn written(typed: &str, most: usize, missing: Message) -> Result<String, Message> {
    let text = clean(typed);
    if text.is_empty() {
        return Err(missing);
    }
    if text.chars().count() > most {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        return Err(msg!("vet-too-long").n("most", most));
    }
    Ok(text)
}
