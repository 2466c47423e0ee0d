//! The protocol's headers, read strictly.

use axum::http::{HeaderMap, HeaderName, header};
use data_encoding::BASE64;

use super::error::TusError;
use crate::file::shown_name;

pub(super) const TUS_RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
pub(super) const TUS_VERSION: HeaderName = HeaderName::from_static("tus-version");
pub(super) const TUS_EXTENSION: HeaderName = HeaderName::from_static("tus-extension");
pub(super) const TUS_MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");
pub(super) const TUS_CHECKSUM_ALGORITHM: HeaderName = HeaderName::from_static("tus-checksum-algorithm");
pub(super) const UPLOAD_OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub(super) const UPLOAD_LENGTH: HeaderName = HeaderName::from_static("upload-length");
pub(super) const UPLOAD_DEFER_LENGTH: HeaderName = HeaderName::from_static("upload-defer-length");
pub(super) const UPLOAD_METADATA: HeaderName = HeaderName::from_static("upload-metadata");
pub(super) const UPLOAD_CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");
pub(super) const UPLOAD_CONCAT: HeaderName = HeaderName::from_static("upload-concat");
pub(super) const UPLOAD_EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
pub(super) const METHOD_OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");

/// Of chunks (tus 1.0.0, PATCH).
const CHUNK: &str = "application/offset+octet-stream";
/// Bytes of the metadata header, and its pairs.
const METADATA_BYTES: usize = 4096;
const METADATA_PAIRS: usize = 8;

/// The text of a header that must come once.
pub(super) fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().unwrap_or("\u{0}");
    Some(if values.next().is_some() { "\u{0}" } else { value })
}

/// A number of bytes: digits and nothing else, and one that fits our columns.
fn bytes(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse::<i64>()
        .ok()
        .filter(|_| plain)
        .and_then(|number| number.try_into().ok())
}

/// `Upload-Offset` of a PATCH.
pub(super) fn offset(headers: &HeaderMap) -> Result<u64, TusError> {
    text(headers, &UPLOAD_OFFSET)
        .and_then(bytes)
        .ok_or(TusError::OffsetMissing)
}

/// `Upload-Length`, where there is one.
pub(super) fn length(headers: &HeaderMap) -> Result<Option<u64>, TusError> {
    text(headers, &UPLOAD_LENGTH)
        .map(|text| bytes(text).ok_or(TusError::LengthWrong))
        .transpose()
}

/// Length of a new upload: known now, or `Upload-Defer-Length: 1` and known later.
pub(super) fn new_length(headers: &HeaderMap) -> Result<Option<u64>, TusError> {
    match (length(headers)?, text(headers, &UPLOAD_DEFER_LENGTH)) {
        (Some(length), None) => Ok(Some(length)),
        (None, Some("1")) => Ok(None),
        (None, None) => Err(TusError::LengthMissing),
        _ => Err(TusError::LengthWrong),
    }
}

/// Whether there is a body of the protocol's type; another type is an error where there is a body.
pub(super) fn is_chunk(headers: &HeaderMap) -> bool {
    text(headers, &header::CONTENT_TYPE) == Some(CHUNK)
}

/// `Content-Length`, as far as it can be believed.
pub(super) fn announced(headers: &HeaderMap) -> Option<u64> {
    text(headers, &header::CONTENT_LENGTH).and_then(bytes)
}

/// Whether a body follows at all.
pub(super) fn has_body(headers: &HeaderMap) -> bool {
    headers.contains_key(header::TRANSFER_ENCODING) || announced(headers).is_some_and(|bytes| bytes > 0)
}

/// What a client says about a file: text to show to editors.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Metadata<'a> {
    /// As it was sent, to be given back.
    pub(super) sent: Option<&'a str>,
    /// What the sender's device called it.
    pub(super) client_name: String,
}

/// `Upload-Metadata`: pairs of a key and a Base64 value (tus 1.0.0, creation).
pub(super) fn metadata(headers: &HeaderMap) -> Result<Metadata<'_>, TusError> {
    let Some(sent) = text(headers, &UPLOAD_METADATA) else {
        return Ok(Metadata {
            sent: None,
            client_name: String::new(),
        });
    };
    let pairs: Vec<&str> = sent.split(',').take(METADATA_PAIRS + 1).collect();
    if sent.len() > METADATA_BYTES || pairs.len() > METADATA_PAIRS {
        return Err(TusError::MetadataWrong);
    }
    let mut known: Vec<(&str, String)> = Vec::new();
    for pair in pairs.into_iter().filter(|_| !sent.is_empty()) {
        let pair = pair.strip_prefix(' ').unwrap_or(pair);
        let (key, value) = pair.split_once(' ').unwrap_or((pair, ""));
        let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic());
        let value = BASE64
            .decode(value.as_bytes())
            .map_err(|_| TusError::MetadataWrong)?;
        if !plain || known.iter().any(|(other, _)| *other == key) {
            return Err(TusError::MetadataWrong);
        }
        known.push((key, String::from_utf8_lossy(&value).into_owned()));
    }
    let told = known.iter().find(|(key, _)| matches!(*key, "filename" | "name"));
    Ok(Metadata {
        sent: Some(sent),
        client_name: told.map(|(_, name)| shown_name(name)).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: HeaderName, value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        headers
    }

    #[test]
    fn a_number_of_bytes_is_digits_and_nothing_else() {
        for (text, expected) in [
            ("0", Some(0)),
            ("007", Some(7)),
            ("9223372036854775807", Some(i64::MAX.cast_unsigned())),
        ] {
            assert_eq!(length(&headers(UPLOAD_LENGTH, text)).ok().flatten(), expected);
        }
        for text in [
            "",
            "-1",
            "+1",
            "1.0",
            "1e3",
            " 1 1",
            "0x10",
            "9223372036854775808",
            "١",
        ] {
            let mut wrong = HeaderMap::new();
            wrong.insert(UPLOAD_LENGTH, text.as_bytes().try_into().unwrap());
            assert!(length(&wrong).is_err(), "{text}");
        }
    }

    #[test]
    fn two_of_a_header_are_as_wrong_as_none() {
        let mut twice = headers(UPLOAD_OFFSET, "0");
        twice.append(UPLOAD_OFFSET, "0".parse().unwrap());
        assert!(offset(&twice).is_err());
    }

    #[test]
    fn names_of_every_script_are_read_and_bad_pairs_are_not() {
        let name = BASE64.encode("وێنەی ٣.jpg".as_bytes());
        let good = headers(
            UPLOAD_METADATA,
            &format!("filename {name},filetype aW1hZ2UvanBlZw==,empty"),
        );
        assert_eq!(metadata(&good).unwrap().client_name, "وێنەی ٣.jpg");
        assert_eq!(metadata(&headers(UPLOAD_METADATA, "")).unwrap().client_name, "");
        for bad in [
            "filename %%%",
            "a QQ==,a QQ==",
            ",",
            "a QQ==,",
            "a  QQ==",
            "a QQ==,b,c,d,e,f,g,h,i",
        ] {
            assert!(metadata(&headers(UPLOAD_METADATA, bad)).is_err(), "{bad}");
        }
        let long = format!("a {}", "QUJD".repeat(1100));
        assert!(metadata(&headers(UPLOAD_METADATA, &long)).is_err());
    }
}
