//! Everything that can be wrong with a request to this door: code, status and words in one table.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use ground::{
    blobs::BlobError,
    lang::{Lang, Message},
    msg, report,
};

/// Why a request was refused.
#[derive(Debug)]
pub(crate) enum TusError {
    WrongVersion,
    WrongMethod,
    LengthMissing,
    LengthWrong,
    LengthFixed,
    OffsetMissing,
    MetadataWrong,
    ConcatWrong,
    PartUnfinished,
    ChecksumWrong,
    ChecksumUnknown,
    ChecksumMismatch,
    WrongType,
    OffsetMismatch,
    IsFinal,
    NotFound,
    /// The whole file; with the limit in bytes.
    TooLarge(u64),
    /// The body is longer than what is missing.
    TooMuch,
    Busy,
    /// With seconds to wait.
    TooMany(u32),
    TooSlow,
    Broken,
    NoRoom,
    Ours(anyhow::Error),
}

impl TusError {
    /// Stable code for programs, status, and words for people. Clients try again by themselves after 409 and
    /// 423 and after every 5xx, and after nothing else: each status is chosen by whether that would help.
    fn row(&self) -> (&'static str, u16, Message) {
        let request = || msg!("upload-error-request");
        match self {
            Self::WrongVersion => ("wrong_version", 412, request()),
            Self::WrongMethod => ("wrong_method", 405, request()),
            Self::LengthMissing => ("length_missing", 400, request()),
            Self::LengthWrong => ("length_wrong", 400, request()),
            Self::LengthFixed => ("length_fixed", 400, request()),
            Self::OffsetMissing => ("offset_missing", 400, request()),
            Self::MetadataWrong => ("metadata_wrong", 400, request()),
            Self::ConcatWrong => ("concat_wrong", 400, request()),
            Self::PartUnfinished => ("part_unfinished", 400, request()),
            Self::ChecksumWrong => ("checksum_wrong", 400, request()),
            Self::ChecksumUnknown => ("checksum_unknown", 400, request()),
            // Not a status of HTTP: the protocol's own.
            Self::ChecksumMismatch => ("checksum_mismatch", 460, msg!("upload-error-damaged")),
            Self::WrongType => ("wrong_type", 415, request()),
            Self::OffsetMismatch => ("offset_mismatch", 409, msg!("upload-error-offset")),
            Self::IsFinal => ("is_final", 403, request()),
            Self::NotFound => ("not_found", 404, msg!("upload-error-not-found")),
            Self::TooLarge(limit) => {
                let megabytes = i64::try_from(limit / (1 << 20)).unwrap_or(i64::MAX);
                (
                    "too_large",
                    413,
                    msg!("upload-error-too-large").n("megabytes", megabytes),
                )
            }
            Self::TooMuch => ("too_much", 413, request()),
            Self::Busy => ("busy", 423, msg!("upload-error-busy")),
            Self::TooMany(_) => ("too_many", 429, msg!("upload-error-too-many")),
            Self::TooSlow => ("too_slow", 408, msg!("upload-error-too-slow")),
            Self::Broken => ("broken", 400, msg!("upload-error-too-slow")),
            Self::NoRoom => ("no_room", 507, msg!("upload-error-no-room")),
            Self::Ours(_) => ("unavailable", 503, msg!("error-unavailable")),
        }
    }

    /// The answer: problem details (RFC 9457) with our code.
    pub(super) fn respond(self, lang: Lang) -> Response {
        let (code, status, message) = self.row();
        let wait = match self {
            Self::TooMany(seconds) => Some(seconds),
            Self::Ours(_) | Self::NoRoom => Some(5),
            _ => None,
        };
        if let Self::Ours(error) = &self {
            report(error);
        }
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or("Checksum Mismatch"),
            "status": status.as_u16(),
            "code": code,
            "detail": message.text(lang),
        });
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (status, kind, problem.to_string()).into_response();
        if let Some(seconds) = wait {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<sqlx::Error> for TusError {
    fn from(error: sqlx::Error) -> Self {
        Self::Ours(error.into())
    }
}

impl From<BlobError> for TusError {
    fn from(error: BlobError) -> Self {
        match &error {
            BlobError::Disk { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                Self::NoRoom
            }
            _ => Self::Ours(error.into()),
        }
    }
}

impl From<anyhow::Error> for TusError {
    fn from(error: anyhow::Error) -> Self {
        Self::Ours(error)
    }
}
