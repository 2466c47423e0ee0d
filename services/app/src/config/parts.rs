//! The sections of the configuration.

use std::{collections::HashMap, path::PathBuf};

use ground::lang::Lang;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use url::Url;

/// `[site]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteConfig {
    /// The newsroom's name.
    pub name: String,
    /// Its name in a language.
    pub names: HashMap<Lang, String>,
    /// Where the public reaches it; `http://<addr>` when not set.
    pub base_url: Option<Url>,
    /// For browsers that name none of ours.
    pub default_language: Lang,
    /// IANA name, e.g. `Asia/Baghdad`.
    pub time_zone: String,
    /// Stored with each consent.
    pub terms_version: String,
}

/// `[database]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseConfig {
    /// A PostgreSQL (≥ 15) to use instead of the embedded one. `DATABASE_URL`.
    pub url: Option<String>,
    /// At most so many connections.
    pub connections: u32,
}

/// `[storage]`: an S3 to use instead of the disk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StorageConfig {
    /// Its address; the disk store is used when this is not set.
    pub endpoint: Option<Url>,
    /// Its region.
    pub region: String,
    /// Originals and private renditions.
    pub bucket_private: String,
    /// Published renditions.
    pub bucket_public: String,
    /// Access key id.
    pub access_key: String,
    /// Secret access key.
    pub secret_key: SecretString,
    /// Buckets in the path (most self-hosted servers) or in the host name.
    pub path_style: bool,
}

/// `[mail]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// `smtps://user:password@host` or `smtp://host:25`; mails become files under the data folder when not set.
    pub smtp_url: Option<SecretString>,
    /// Sender.
    pub from: String,
}

/// `[secrets]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretsConfig {
    /// 32 bytes in base64url; made once under the data folder when not set. Several nodes share one.
    pub server_key: Option<SecretString>,
}

/// `[sealing]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealingConfig {
    /// Where the newsroom's private key is, made at the first start; `<data>/keys/sealing.key` when not set.
    pub key_file: Option<PathBuf>,
    /// The key itself (`AGE-SECRET-KEY-1…`) instead of a file. Several nodes share one. Of several, the first seals.
    pub key: Option<SecretString>,
    /// Public part (`age1…`) of a key that is kept elsewhere: it opens every original, too.
    pub offline_recipient: Option<String>,
    /// Only that one opens what is sealed from now on; this program does not.
    pub offline_only: bool,
}

/// `[limits]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitsConfig {
    /// Of one photo, in bytes.
    pub file_bytes: u64,
    /// Of one form with all its files, in bytes.
    pub form_bytes: u64,
    /// Files in one contribution.
    pub files: usize,
    /// A form whose next byte takes longer is given up, in seconds.
    pub form_idle_seconds: u64,
    /// A form that is slower than this over a minute is given up, in bytes per second.
    pub form_bytes_per_second: u64,
    /// Contributions per hour and source.
    pub sendings_each: usize,
    /// Contributions per hour from all together.
    pub sendings_all: usize,
    /// From so many an hour on, who is not signed in shows that they mean it: work of their device, or a minute's wait.
    pub sendings_soft: usize,
    /// Bytes of a form that nobody sent are kept so long, in minutes.
    pub unclaimed_minutes: u64,
    /// Of one file that comes by the resumable door, in bytes.
    pub upload_bytes: u64,
    /// Of all files of one contribution, in bytes.
    pub submission_bytes: u64,
    /// Uploads begun per hour and source. Many readers of a mobile network share one.
    pub uploads_each: usize,
    /// The same, from all together.
    pub uploads_all: usize,
    /// MiB that the uploads begun within an hour may have, of one source. One without a length counts as the longest.
    pub uploads_mib_each: usize,
    /// The same, from all together.
    pub uploads_mib_all: usize,
    /// Requests that bring bytes at the same moment, of one source.
    pub uploads_at_once: usize,
    /// An upload waits so long for its next byte, or to be sent with a contribution, in hours.
    pub upload_hours: u64,
    /// Uploads are refused when less of the disk would be left free, in bytes …
    pub free_bytes: u64,
    /// … or in percent.
    pub free_percent: u64,
}

/// `[media]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaConfig {
    /// Jobs at a time.
    pub workers: usize,
    /// What all decoders together may use, in MiB.
    pub memory_mib: u32,
    /// Of one picture.
    pub max_pixels: u64,
    /// Longest side of one picture, in pixels.
    pub max_side: u32,
    /// Of one film or sound, in seconds.
    pub max_film_seconds: u32,
}

/// `[sessions]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionsConfig {
    /// An editor's session that is not used ends, in minutes.
    pub idle_minutes: i64,
    /// Every editor's session ends, in minutes.
    pub absolute_minutes: i64,
    /// A reader's session that is not used ends, in days.
    pub reader_idle_days: i64,
    /// Every reader's session ends, in days.
    pub reader_absolute_days: i64,
}

/// `[accounts]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountsConfig {
    /// Who asked to be forgotten may think it over for so many days.
    pub deletion_days: i64,
}

/// `[staff]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffConfig {
    /// Editors sign in with a passkey, or a code besides their password.
    pub second_factor: bool,
}

/// `[desk]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskConfig {
    /// A decision can be undone for so long, in seconds; until then nobody is told of it and nothing is published.
    pub undo_seconds: u32,
    /// The program calls spam what repeats what an editor called spam within a month, until somebody looks.
    pub machine_rules: bool,
}

/// `[sweep]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SweepConfig {
    /// How often, in minutes.
    pub every_minutes: u64,
    /// An object without a row is forgotten when it is so old, in minutes.
    pub orphan_minutes: i64,
}

/// `[web]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebConfig {
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// At most so many connections at a time.
    pub connections: usize,
    /// What public pages kept in memory may take, in MiB.
    pub kept_mib: usize,
    /// Origins of the newsroom's other sites, whose pages may send files to the upload door.
    pub cors_origins: Vec<Url>,
}

/// `[log]`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogConfig {
    /// `text` or `json`.
    pub format: LogFormat,
    /// What is logged, as `tracing-subscriber`'s `EnvFilter` reads it.
    pub filter: String,
}

/// How a log line looks.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}
