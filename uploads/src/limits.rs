//! How much one form may bring, and how slowly.

use std::time::Duration;

/// How much one form may bring, and how slowly. All of it is configuration; the defaults are those of
/// `docs/SECURITY.md`, numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormLimits {
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Bytes of the whole form, as it comes.
    pub form_bytes: u64,
    /// Files of one form.
    pub files: usize,
    /// Bytes of one file that comes by the resumable door.
    pub upload_bytes: u64,
    /// Bytes of all files of one contribution, however they came.
    pub submission_bytes: u64,
    /// Parts of one form: files and fields together.
    pub parts: usize,
    /// Bytes of one field. Fifty thousand characters of any script fit.
    pub field_bytes: usize,
    /// Bytes of all fields together.
    pub text_bytes: usize,
    /// Header lines of one part.
    pub head_lines: usize,
    /// Bytes of one part's header lines.
    pub head_bytes: usize,
    /// How long a sender may be silent.
    pub idle: Duration,
    /// Bytes per second that a sender must bring, averaged over [`FormLimits::window`].
    pub min_rate: u64,
    /// Only time spent waiting for the sender counts, never time that our own storage takes.
    pub window: Duration,
    /// How long bytes wait to be claimed.
    pub unclaimed_expiry: Duration,
}

impl Default for FormLimits {
    fn default() -> Self {
        Self {
            file_bytes: 40 * 1024 * 1024,
            form_bytes: 200 * 1024 * 1024,
            files: 10,
            upload_bytes: 1536 * 1024 * 1024,
            submission_bytes: 1536 * 1024 * 1024,
            parts: 40,
            field_bytes: 256 * 1024,
            text_bytes: 1024 * 1024,
            head_lines: 8,
            head_bytes: 4 * 1024,
            idle: Duration::from_secs(30),
            min_rate: 1024,
            window: Duration::from_mins(1),
            unclaimed_expiry: Duration::from_hours(24),
        }
    }
}
