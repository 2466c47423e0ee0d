//! The house with its lights on: database, object storage, mail, keys and the rooms on top of them.

mod work;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::Context;
use chrono::TimeDelta;
use ground::{
    audit,
    blobs::{Blobs, S3Settings},
    clock::Clock,
    db,
    ids::Ids,
    kept::Kept,
    live::Live,
    mail::Mail,
    personal::Personal,
    seal::{Keyring, Source},
    secret::ServerKey,
    web::{Limiter, Site, Work},
};
use secrecy::ExposeSecret;
use sqlx::{PgPool, postgres::PgConnectOptions};

use crate::{
    assets,
    config::{Config, SealingConfig},
    routes::Rooms,
};

/// Everything the rooms stand on, made of the configuration.
#[derive(Clone)]
pub struct House {
    /// As configured.
    pub config: Arc<Config>,
    /// Where files are kept.
    pub data: PathBuf,
    /// The database.
    pub pool: PgPool,
    /// Object storage.
    pub blobs: Blobs,
    /// Mail.
    pub mail: Mail,
    /// The newsroom.
    pub site: Arc<Site>,
    /// Word of changes.
    pub live: Live,
    /// The time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// What readers sent, sealed.
    pub originals: media::Originals,
    elsewhere: publishing::Elsewhere,
    invite: Arc<publishing::InviteConfig>,
    comments: comments::State,
    connect: accounts::Connect,
    key: ServerKey,
}

impl House {
    /// Opens everything. The database may still be on its way: [`House::wait_for_database`] waits for it.
    ///
    /// # Errors
    /// When a part cannot be opened; in words for whoever runs the program.
    pub async fn open(config: Config, data: PathBuf, database: PgConnectOptions) -> anyhow::Result<Self> {
        let pool = db::pool(database, config.database.connections);
        let blobs = match &config.storage.endpoint {
            Some(endpoint) => Blobs::s3(S3Settings {
                endpoint: endpoint.to_string(),
                region: config.storage.region.clone(),
                bucket_private: config.storage.bucket_private.clone(),
                bucket_public: config.storage.bucket_public.clone(),
                access_key: config.storage.access_key.clone(),
                secret_key: config.storage.secret_key.clone(),
                path_style: config.storage.path_style,
            })
            .await
            .context("storage: the S3 settings do not work")?,
            None => Blobs::disk(data.join("objects"))
                .await
                .context("cannot open the disk object store")?,
        };
        let mail = match &config.mail.smtp_url {
            Some(url) => Mail::smtp(url.expose_secret(), &config.mail.from)
                .context("mail: smtp_url or from is not right")?,
            None => Mail::files(data.join("mail"), &config.mail.from).context("mail: from is not right")?,
        };
        let key = match &config.secrets.server_key {
            Some(text) => ServerKey::parse(text.expose_secret()).context("secrets.server_key")?,
            None => ServerKey::load_or_create(&data.join("keys/server.key"))?,
        };
        let ring = sealing(&config.sealing, &data)?;
        let connect = accounts::Connect::new(&config.connect)?;
        let elsewhere = publishing::Elsewhere::new(&config.elsewhere)?;
        let invite = Arc::new(config.invite.clone());
        let base_url = match &config.site.base_url {
            Some(url) => url.clone(),
            None => format!("http://{}", config.addr).parse()?,
        };
        let site = Site {
            name: config.site.name.clone(),
            names: config.site.names.clone(),
            base_url,
            default_lang: config.site.default_language,
            time_zone: config.time_zone()?,
            terms_version: config.site.terms_version.clone(),
            allies: config
                .web
                .cors_origins
                .iter()
                .map(|site| site.origin().ascii_serialization())
                .collect(),
            assets: assets::load()?,
        };
        let (clock, ids) = (
            Clock::system(),
            Ids::system().with_audit_key(audit::Key::of(&key)),
        );
        let kept = Kept::new(clock.clone(), config.web.kept_mib << 20);
        let originals = media::Originals {
            pool: pool.clone(),
            blobs: blobs.clone(),
            clock: clock.clone(),
            ids: ids.clone(),
            ring,
        };
        let (site, live) = (Arc::new(site), Live::default().keeping(kept));
        let limits = &config.comments;
        let hourly = |each, all| Limiter::new(clock.clone(), Duration::from_hours(1), each, all);
        let comments = comments::State {
            pool: pool.clone(),
            clock: clock.clone(),
            ids: ids.clone(),
            site: Arc::clone(&site),
            live: live.clone(),
            key: key.clone(),
            posts: hourly(limits.posts_each, limits.posts_all),
            posts_soft: limits.posts_soft,
            acts: hourly(limits.acts_each, limits.acts_all),
            work: Work::new(key.clone(), clock.clone()),
            undo: TimeDelta::seconds(config.desk.undo_seconds.into()),
            words: comments::KeptWords::default(),
        };
        Ok(Self {
            config: Arc::new(config),
            data,
            pool,
            blobs,
            mail,
            site,
            live,
            clock,
            ids,
            originals,
            elsewhere,
            invite,
            comments,
            connect,
            key,
        })
    }

    /// Waits until the database answers, then brings its tables up to date.
    ///
    /// # Errors
    /// When it does not answer within a minute, or a migration fails.
    pub async fn wait_for_database(&self) -> anyhow::Result<()> {
        let patience = tokio::time::Instant::now() + Duration::from_mins(1);
        while let Err(error) = sqlx::query("select 1").execute(&self.pool).await {
            let error = anyhow::Error::from(error);
            anyhow::ensure!(
                tokio::time::Instant::now() < patience,
                "the database does not answer: {error:#}\ncheck DATABASE_URL, or unset it to use the embedded one"
            );
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        db::MIGRATOR
            .run(&self.pool)
            .await
            .context("the database could not be brought up to date")
    }

    /// The same house by another clock, where nothing was counted yet and nobody hears of changes: the demo's, for days
    /// that are over.
    pub(crate) fn by(&self, clock: Clock) -> Self {
        let (limits, live) = (&self.config.comments, Live::default());
        let hourly = |each, all| Limiter::new(clock.clone(), Duration::from_hours(1), each, all);
        Self {
            comments: comments::State {
                clock: clock.clone(),
                live: live.clone(),
                posts: hourly(limits.posts_each, limits.posts_all),
                acts: hourly(limits.acts_each, limits.acts_all),
                work: Work::new(self.key.clone(), clock.clone()),
                ..self.comments.clone()
            },
            originals: media::Originals {
                clock: clock.clone(),
                ..self.originals.clone()
            },
            live,
            clock,
            ..self.clone()
        }
    }

    /// The same house with other feeds.
    pub(crate) fn reading(self, elsewhere: publishing::Elsewhere) -> Self {
        Self { elsewhere, ..self }
    }

    /// Under which the audit chain is written.
    pub(crate) fn audit_key(&self) -> audit::Key {
        audit::Key::of(&self.key)
    }

    /// The acceptor of forms.
    fn acceptor(&self) -> uploads::Acceptor {
        let limits = &self.config.limits;
        uploads::Acceptor {
            pool: self.pool.clone(),
            blobs: self.blobs.clone(),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            limits: uploads::FormLimits {
                file_bytes: limits.file_bytes,
                form_bytes: limits.form_bytes,
                files: limits.files,
                upload_bytes: limits.upload_bytes,
                submission_bytes: limits.submission_bytes,
                idle: Duration::from_secs(limits.form_idle_seconds),
                min_rate: limits.form_bytes_per_second,
                unclaimed_expiry: Duration::from_secs(limits.unclaimed_minutes * 60),
                ..uploads::FormLimits::default()
            },
        }
    }

    /// Where the worker keeps what it is just working on. Emptied at its start.
    pub fn scratch(&self) -> PathBuf {
        self.data.join("scratch")
    }

    /// So long a decision of the desk can be undone.
    fn undo(&self) -> TimeDelta {
        TimeDelta::seconds(self.config.desk.undo_seconds.into())
    }

    /// What readers say. One for the whole process: what came within the hour is counted in it.
    fn comments(&self) -> comments::State {
        self.comments.clone()
    }

    /// Stories, and what stands beside them.
    pub(crate) fn publishing(&self) -> publishing::State {
        publishing::State {
            pool: self.pool.clone(),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            blobs: self.blobs.clone(),
            site: Arc::clone(&self.site),
            live: self.live.clone(),
            comments: self.comments(),
            undo: self.undo(),
            elsewhere: self.elsewhere.clone(),
            invite: Arc::clone(&self.invite),
            boxes: publishing::KeptBoxes::default(),
        }
    }

    /// The resumable door.
    pub fn uploads(&self) -> uploads::tus::State {
        let limits = &self.config.limits;
        let bounds = uploads::tus::TusLimits {
            upload_expiry: Duration::from_secs(limits.upload_hours * 3600),
            at_once: limits.uploads_at_once,
            free_bytes: limits.free_bytes,
            free_percent: limits.free_percent,
        };
        let hourly = |each, all| Limiter::new(self.clock.clone(), Duration::from_hours(1), each, all);
        let quotas = (
            hourly(limits.uploads_each, limits.uploads_all),
            hourly(limits.uploads_mib_each, limits.uploads_mib_all),
        );
        uploads::tus::State::new(
            self.acceptor(),
            bounds,
            quotas,
            Arc::clone(&self.site),
            self.live.clone(),
        )
    }

    /// When a session of the newsroom ends by itself.
    pub fn session_limits(&self) -> accounts::SessionLimits {
        accounts::SessionLimits {
            idle: TimeDelta::minutes(self.config.sessions.idle_minutes),
            absolute: TimeDelta::minutes(self.config.sessions.absolute_minutes),
            reader_idle: TimeDelta::days(self.config.sessions.reader_idle_days),
            reader_absolute: TimeDelta::days(self.config.sessions.reader_absolute_days),
        }
    }

    /// Who is asking.
    fn accounts(&self) -> accounts::State {
        accounts::State {
            pool: self.pool.clone(),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            site: Arc::clone(&self.site),
            // What all together may do is bounded by the passwords' queue: a number here would let a few shut out all.
            sign_ins: Limiter::new(self.clock.clone(), Duration::from_mins(1), 10, usize::MAX),
            passwords: accounts::Passwords::new(),
            sessions: self.session_limits(),
            key: self.key.clone(),
            settings: Arc::new(accounts::Settings {
                second_factor: self.config.staff.second_factor,
                deletion_days: self.config.accounts.deletion_days,
            }),
            acceptor: self.acceptor(),
            outbound: accounts::Outbound::new([]),
            connect: self.connect.clone(),
            // Stories go before what they were made of.
            others: Arc::from([
                Arc::new(comments::Personal::new(self.comments())) as Arc<dyn Personal>,
                Arc::new(publishing::Stories::new(self.publishing())),
                Arc::new(review::Personal::new(self.originals.clone())),
            ]),
        }
    }

    /// The rooms, for the web.
    pub fn rooms(&self) -> Rooms {
        let (limits, clock) = (&self.config.limits, &self.clock);
        let quarter = Duration::from_mins(15);
        Rooms {
            site: Arc::clone(&self.site),
            pool: self.pool.clone(),
            accounts: self.accounts(),
            review: review::State {
                pool: self.pool.clone(),
                clock: clock.clone(),
                ids: self.ids.clone(),
                blobs: self.blobs.clone(),
                originals: self.originals.clone(),
                acceptor: self.acceptor(),
                receipts: review::Receipts::new(self.key.clone()),
                wrong_codes: Limiter::new(clock.clone(), quarter, 5, 900),
                sendings: Limiter::new(
                    clock.clone(),
                    Duration::from_hours(1),
                    limits.sendings_each,
                    limits.sendings_all,
                ),
                sendings_soft: limits.sendings_soft,
                work: Work::new(self.key.clone(), clock.clone()),
                live: self.live.clone(),
                hub: review::Hub::new(
                    self.pool.clone(),
                    self.live.clone(),
                    clock.clone(),
                    Arc::clone(&self.site),
                ),
                site: Arc::clone(&self.site),
                desk: review::DeskRules {
                    undo: self.undo(),
                    machine_rules: self.config.desk.machine_rules,
                },
            },
            publishing: self.publishing(),
            comments: self.comments(),
            uploads: self.uploads(),
        }
    }
}

/// Whom originals are sealed for; makes the newsroom's key at the first start.
fn sealing(config: &SealingConfig, data: &Path) -> anyhow::Result<Keyring> {
    let source = match (&config.key, &config.key_file) {
        (Some(_), Some(_)) => anyhow::bail!("sealing.key and sealing.key_file: only one of them can be"),
        (Some(key), None) => Source::Text(key.clone()),
        (None, Some(file)) => Source::File(file.clone()),
        (None, None) => Source::File(data.join("keys/sealing.key")),
    };
    let offline = config.offline_recipient.as_deref().map(str::parse);
    let offline = offline.transpose().context("sealing.offline_recipient")?;
    Keyring::open(source, offline, config.offline_only)
}
