//! What can go wrong with an object. No variant carries a key, an address, a secret or a server's own words.

use std::io;

use super::Bucket;

/// Why an object could not be written, read or removed. For logs and `doctor`; people get our words.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// What was to be copied is not there.
    #[error("there is no such object")]
    NotFound,
    /// A stream broke: the one that was to be written, in its maker's words, or the one read by the check.
    #[error("the bytes stopped coming ({})", .0.kind())]
    Body(io::Error),
    /// The file system refused.
    #[error("disk store: cannot {doing} ({bucket} bucket)")]
    Disk {
        /// What was tried.
        doing: &'static str,
        /// Where.
        bucket: Bucket,
        /// The operating system's answer.
        source: io::Error,
    },
    /// The S3 server refused, or could not be reached.
    #[error("S3 store: cannot {doing} ({bucket} bucket): {code}, status {status}")]
    S3 {
        /// What was tried.
        doing: &'static str,
        /// Where.
        bucket: Bucket,
        /// The server's error code, such as `NoSuchBucket`; or `Unreachable`, `Timeout`, `BadAnswer`, ….
        code: String,
        /// The answer's HTTP status; 0 when there was none.
        status: u16,
    },
    /// The probe came back changed, not at all, or would not go away.
    #[error("the {bucket} bucket does not give back what was put in it")]
    Forgetful {
        /// Which one.
        bucket: Bucket,
    },
    /// A setting that cannot be right, by its name.
    #[error("the storage setting `{0}` cannot be right")]
    Setting(&'static str),
}
