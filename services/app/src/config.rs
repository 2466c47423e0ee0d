//! Configuration: `bepart.toml`, then environment variables. Every key is documented in
//! `bepart.example.toml`; an unknown key or a wrong value stops the start with its name.

mod comments;
mod parts;

use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};

use anyhow::Context;
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::Deserialize;

pub use comments::CommentsConfig;
pub use parts::{
    AccountsConfig, DatabaseConfig, DeskConfig, LimitsConfig, LogConfig, LogFormat, MailConfig, MediaConfig,
    SealingConfig, SecretsConfig, SessionsConfig, SiteConfig, StaffConfig, StorageConfig, SweepConfig,
    WebConfig,
};

/// All of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where the server listens. `BEPART_ADDR`.
    pub addr: SocketAddr,
    /// Folder of the embedded database, the disk object store, keys and mails. `BEPART_DATA`.
    pub data: Option<PathBuf>,
    /// The newsroom.
    pub site: SiteConfig,
    /// The database.
    pub database: DatabaseConfig,
    /// Object storage.
    pub storage: StorageConfig,
    /// Mail.
    pub mail: MailConfig,
    /// Secrets that may come from outside.
    pub secrets: SecretsConfig,
    /// Whom originals are sealed for.
    pub sealing: SealingConfig,
    /// What one person may send.
    pub limits: LimitsConfig,
    /// Media work.
    pub media: MediaConfig,
    /// Sessions of the newsroom and of readers.
    pub sessions: SessionsConfig,
    /// Accounts of readers and of the newsroom.
    pub accounts: AccountsConfig,
    /// People of the newsroom.
    pub staff: StaffConfig,
    /// Services that people may come in by, by the key that stands in their addresses.
    #[serde(default)]
    pub connect: BTreeMap<String, accounts::ProviderConfig>,
    /// Deciding.
    pub desk: DeskConfig,
    /// How fast people may comment.
    pub comments: CommentsConfig,
    /// The box that invites readers.
    #[serde(rename = "box")]
    pub invite: publishing::InviteConfig,
    /// The newsroom's own feeds.
    pub elsewhere: publishing::ElsewhereConfig,
    /// Forgetting.
    pub sweep: SweepConfig,
    /// The server's surroundings.
    pub web: WebConfig,
    /// Logs.
    pub log: LogConfig,
}

fn defaults() -> serde_json::Value {
    serde_json::json!({
        "addr": "127.0.0.1:8080",
        "data": null,
        "site": {
            "name": "Rudaw",
            "names": { "ckb": "ڕووداو", "ar": "رووداو", "kmr": "Rûdaw" },
            "base_url": null,
            "default_language": "ckb",
            "time_zone": "Asia/Baghdad",
            "terms_version": "2026-11",
        },
        "database": { "url": null, "connections": 16 },
        "storage": {
            "endpoint": null,
            "region": "garage",
            "bucket_private": "bepart-private",
            "bucket_public": "bepart-public",
            "access_key": "",
            "secret_key": "",
            "path_style": true,
        },
        "mail": { "smtp_url": null, "from": "Be Part <bepart@localhost.localdomain>" },
        "secrets": { "server_key": null },
        "sealing": { "key_file": null, "key": null, "offline_recipient": null, "offline_only": false },
        "limits": {
            "file_bytes": 40 << 20,
            "form_bytes": 200 << 20,
            "files": 10,
            "form_idle_seconds": 30,
            "form_bytes_per_second": 1024,
            "sendings_each": 300,
            "sendings_all": 2000,
            "sendings_soft": 60,
            "unclaimed_minutes": 24 * 60,
            "upload_bytes": 1536_u64 << 20,
            "submission_bytes": 1536_u64 << 20,
            "uploads_each": 600,
            "uploads_all": 10_000,
            "uploads_mib_each": 32 << 10,
            "uploads_mib_all": 256 << 10,
            "uploads_at_once": 64,
            "upload_hours": 7 * 24,
            "free_bytes": 2_u64 << 30,
            "free_percent": 10,
        },
        "media": { "workers": 3, "memory_mib": 320, "max_pixels": 64_000_000, "max_side": 16_384, "max_film_seconds": 3600 },
        "sessions": {
            "idle_minutes": 30,
            "absolute_minutes": 12 * 60,
            "reader_idle_days": 30,
            "reader_absolute_days": 90,
        },
        "accounts": { "deletion_days": 7 },
        "staff": { "second_factor": true },
        "desk": { "undo_seconds": 10, "machine_rules": true },
        "comments": CommentsConfig::default(),
        "box": publishing::InviteConfig::default(),
        "elsewhere": publishing::ElsewhereConfig::default(),
        "sweep": { "every_minutes": 15, "orphan_minutes": 60 },
        "web": { "trusted_proxies": [], "connections": 512, "kept_mib": 64, "cors_origins": [] },
        "log": { "format": "text", "filter": "info,sqlx=warn,hyper=warn" },
    })
}

impl Config {
    /// Reads `file` (which may be absent when it is the default name) and the environment.
    ///
    /// # Errors
    /// Names the key, what was expected and where the value came from.
    pub fn load(file: Option<&PathBuf>) -> anyhow::Result<Self> {
        let toml = match file {
            Some(file) => {
                anyhow::ensure!(
                    file.is_file(),
                    "there is no configuration file {}",
                    file.display()
                );
                Toml::file_exact(file)
            }
            None => Toml::file("bepart.toml"),
        };
        let config: Self = Figment::from(Serialized::defaults(defaults()))
            .merge(toml)
            .merge(Env::prefixed("BEPART__").split("__"))
            .merge(Env::raw().only(&["DATABASE_URL"]).map(|_| "database.url".into()))
            .merge(Env::raw().only(&["BEPART_ADDR"]).map(|_| "addr".into()))
            .merge(Env::raw().only(&["BEPART_DATA"]).map(|_| "data".into()))
            .extract()
            .map_err(|error| {
                anyhow::anyhow!(
                    "the configuration is not right: {error}\nbepart.example.toml describes every key and its values"
                )
            })?;
        config.time_zone()?;
        config.check_base_url()?;
        config.check_deletion_days()?;
        config.check_undo_seconds()?;
        config.invite.check()?;
        publishing::Elsewhere::new(&config.elsewhere)?;
        Ok(config)
    }

    /// The zone in which times are shown.
    ///
    /// # Errors
    /// When there is no zone of that name.
    pub fn time_zone(&self) -> anyhow::Result<chrono_tz::Tz> {
        self.site.time_zone.parse().ok().with_context(|| {
            format!(
                "site.time_zone: {:?} is not an IANA time zone such as \"Asia/Baghdad\"",
                self.site.time_zone
            )
        })
    }

    fn check_deletion_days(&self) -> anyhow::Result<()> {
        let days = self.accounts.deletion_days;
        anyhow::ensure!(
            (0..=30).contains(&days),
            "accounts.deletion_days: {days} is not between 0 and 30"
        );
        Ok(())
    }

    fn check_undo_seconds(&self) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.desk.undo_seconds <= 600,
            "desk.undo_seconds: {} is too long; at most 600 seconds, since nobody hears of a decision before",
            self.desk.undo_seconds
        );
        Ok(())
    }

    fn check_base_url(&self) -> anyhow::Result<()> {
        if let Some(url) = &self.site.base_url {
            anyhow::ensure!(
                matches!(url.scheme(), "http" | "https") && url.has_host() && url.path() == "/",
                "site.base_url: {url} must be http:// or https:// with a host and no path"
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// TOML has no null: what is off by default is commented out in the example.
    fn without_nulls(value: &mut serde_json::Value) {
        if let Some(map) = value.as_object_mut() {
            map.retain(|_, value| !value.is_null());
            map.values_mut().for_each(without_nulls);
        }
    }

    #[test]
    fn the_commented_example_is_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("example.toml");
        std::fs::write(&file, include_str!("../../../bepart.example.toml")).unwrap();
        let example = Figment::from(Toml::file_exact(&file))
            .extract::<serde_json::Value>()
            .unwrap();
        let mut expected = defaults();
        without_nulls(&mut expected);
        assert_eq!(example, expected);
    }

    #[test]
    fn a_wrong_value_is_named_with_its_key() {
        let folder = tempfile::tempdir().unwrap();
        for (text, key) in [
            ("addr = 12", "addr"),
            ("[site]\ntime_zone = \"Mars/Olympus\"", "site.time_zone"),
            ("[limits]\nfile_bites = 3", "file_bites"),
            ("[site]\nbase_url = \"ftp://x\"", "site.base_url"),
            ("[accounts]\ndeletion_days = 31", "accounts.deletion_days"),
            ("[box]\nlook = \"loud\"", "look"),
            ("[box]\nlatest = 7", "box.latest"),
            ("[box.texts]\ntr = \" \"", "box.texts.tr"),
            ("[elsewhere]\nevery_minutes = 0", "elsewhere.every_minutes"),
            (
                "[elsewhere]\nfeeds = [\"http://127.0.0.1/feed\"]",
                "elsewhere.feeds",
            ),
            ("[elsewhere]\nfeeds = [\"file:///etc/passwd\"]", "elsewhere.feeds"),
        ] {
            let file = folder.path().join("wrong.toml");
            std::fs::write(&file, text).unwrap();
            let error = Config::load(Some(&file)).unwrap_err().to_string();
            assert!(error.contains(key), "{error}");
        }
    }
}
