//! Why a request was not served, in the words of HTTP.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{ids::IncidentId, lang::Message, msg};

/// Why a request was not served.
///
/// It is not an [`std::error::Error`], and only infrastructure errors turn into it by `?`: a room must say
/// what each of its own errors means to the person asking. What is shown is always a [`Message`] of ours;
/// a cause is only ever logged, once, beside an incident id that the person can name.
#[derive(Debug)]
pub enum Failure {
    /// 400: the request makes no sense as it is.
    BadRequest(Message),
    /// 403: not theirs to do.
    Forbidden(Message),
    /// 404: nothing here, or nothing that this person may know of.
    NotFound,
    /// 408: the bytes came too slowly.
    TooSlow(Message),
    /// 409: someone was faster.
    Conflict(Message),
    /// 410: it was here, and is gone for good.
    Gone(Message),
    /// 413: more bytes than we take.
    TooLarge(Message),
    /// 422, or another status with a page of its own: the form again, with what is wrong.
    Page(Box<Response>),
    /// 429, with seconds to wait.
    TooMany(u32),
    /// 503: try again soon; nothing was changed.
    Unavailable(anyhow::Error),
    /// 500: our fault.
    Internal(anyhow::Error),
}

/// What the error layer needs to write the page. It travels in the response's extensions.
#[derive(Clone, Debug)]
pub struct FailureNote {
    /// In words.
    pub message: Message,
    /// What the log calls it, when there is something in the log.
    pub incident: Option<IncidentId>,
}

impl Failure {
    fn parts(self) -> Result<(StatusCode, FailureNote), Box<Response>> {
        let plain = |status, message| {
            Ok((
                status,
                FailureNote {
                    message,
                    incident: None,
                },
            ))
        };
        match self {
            Self::BadRequest(message) => plain(StatusCode::BAD_REQUEST, message),
            Self::Forbidden(message) => plain(StatusCode::FORBIDDEN, message),
            Self::NotFound => plain(StatusCode::NOT_FOUND, msg!("error-not-found")),
            Self::TooSlow(message) => plain(StatusCode::REQUEST_TIMEOUT, message),
            Self::Conflict(message) => plain(StatusCode::CONFLICT, message),
            Self::Gone(message) => plain(StatusCode::GONE, message),
            Self::TooLarge(message) => plain(StatusCode::PAYLOAD_TOO_LARGE, message),
            Self::Page(page) => Err(page),
            Self::TooMany(_) => plain(StatusCode::TOO_MANY_REQUESTS, msg!("error-too-many")),
            Self::Unavailable(error) => {
                let incident = report(&error);
                Ok((
                    StatusCode::SERVICE_UNAVAILABLE,
                    FailureNote {
                        message: msg!("error-unavailable"),
                        incident: Some(incident),
                    },
                ))
            }
            Self::Internal(error) => {
                let incident = report(&error);
                Ok((
                    StatusCode::INTERNAL_SERVER_ERROR,
                    FailureNote {
                        message: msg!("error-internal"),
                        incident: Some(incident),
                    },
                ))
            }
        }
    }
}

/// Logs a fault with its chain of causes and gives it a name. Incidents are minted here and nowhere else;
/// they only join a page to a log line, so they need neither order nor a clock.
pub fn report(error: &anyhow::Error) -> IncidentId {
    let incident = IncidentId(uuid::Builder::from_random_bytes(crate::secret::random::<16>()).into_uuid());
    tracing::error!(incident.id = %incident, error = format!("{error:#}"), "a request failed");
    incident
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let wait = match &self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Unavailable(_) => Some(5),
            _ => None,
        };
        match self.parts() {
            Err(page) => *page,
            Ok((status, note)) => {
                let mut response = status.into_response();
                if let Some(seconds) = wait {
                    response
                        .headers_mut()
                        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
                }
                response.extensions_mut().insert(note);
                response
            }
        }
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        match error {
            // The database is starting, restarting or full of others: no half state, and worth another try.
            sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) | sqlx::Error::PoolClosed => {
                Self::Unavailable(error.into())
            }
            other => Self::Internal(other.into()),
        }
    }
}

impl From<crate::blobs::BlobError> for Failure {
    fn from(error: crate::blobs::BlobError) -> Self {
        Self::Unavailable(error.into())
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}
