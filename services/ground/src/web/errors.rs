//! Every failure becomes a page with words of ours and a way onward.

use askama::Template;
use axum::{
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Cx, Page, context::Basics};
use crate::{failure::FailureNote, lang::Message, msg, viewer::Viewer};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    cx: Cx,
    title: Message,
    note: FailureNote,
}

/// Layer: gives a body to every failure, and to what axum itself refused (405, 414 …).
pub async fn error_pages(request: Request, next: Next) -> Response {
    let basics = request.extensions().get::<Basics>().cloned();
    let mut response = next.run(request).await;
    let status = response.status();
    let note = response.extensions_mut().remove::<FailureNote>();
    let bare = response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| {
        // axum's own rejections are plain English text that nobody translated.
        kind.to_str().is_ok_and(|kind| kind.starts_with("text/plain")) && status.is_client_error()
    });
    let note = match note {
        Some(note) => note,
        None if (status.is_client_error() || status.is_server_error()) && bare => FailureNote {
            message: words_for(status),
            incident: None,
        },
        None => return response,
    };
    let Some(basics) = basics else { return response };
    // The layer that knows who is asking stands inside this one, and says so to both sides.
    let viewer = response.extensions().get::<Viewer>().cloned().unwrap_or_default();
    let cx = Cx::of(basics, viewer);
    let page = ErrorPage {
        title: title_for(status),
        note,
        cx: cx.clone(),
    };
    let mut told = Page::new(&cx, page).with_status(status).into_response();
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            told.headers_mut().append(name.clone(), value.clone());
        }
    }
    told
}

fn words_for(status: StatusCode) -> Message {
    match status {
        StatusCode::NOT_FOUND => msg!("error-not-found"),
        StatusCode::PAYLOAD_TOO_LARGE => msg!("error-too-large"),
        StatusCode::TOO_MANY_REQUESTS => msg!("error-too-many"),
        status if status.is_client_error() => msg!("error-bad-request"),
        _ => msg!("error-internal"),
    }
}

fn title_for(status: StatusCode) -> Message {
    match status {
        StatusCode::NOT_FOUND => msg!("error-title-not-found"),
        StatusCode::CONFLICT => msg!("error-title-conflict"),
        StatusCode::GONE => msg!("error-title-gone"),
        StatusCode::FORBIDDEN => msg!("error-title-forbidden"),
        StatusCode::PAYLOAD_TOO_LARGE => msg!("error-title-too-large"),
        StatusCode::REQUEST_TIMEOUT => msg!("error-title-too-slow"),
        StatusCode::TOO_MANY_REQUESTS => msg!("error-title-too-many"),
        status if status.is_client_error() => msg!("error-title-bad-request"),
        _ => msg!("error-title-internal"),
    }
}
