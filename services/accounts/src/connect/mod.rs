//! Coming in by another service: OpenID Connect by discovery, and plain OAuth2 where a service speaks nothing else.
//!
//! Somebody is who they are by (issuer, subject). An address that a service names is shown to its owner and believed by
//! nobody: it opens no account and joins none. A service joins an account only out of a session that has just shown
//! that it is its owner's.
//!
//! There and back: [`start`] notes a transaction, bound to this browser ([`browser`]) and this service, and sends the
//! person on ([`provider`]). [`callback`] takes the transaction, once, exchanges the code over [`http`], believes what
//! is signed ([`openid`], [`jose`]) or asked ([`plain`]), and lets them in ([`arrive`]) or joins ([`link`]).

mod apple;
mod arrive;
mod browser;
mod buttons;
mod callback;
mod config;
mod connections;
mod discovery;
mod http;
mod jose;
mod link;
mod naming;
mod openid;
mod person;
mod plain;
mod provider;
mod start;
#[cfg(test)]
mod tests;
mod trouble;
mod why;

use std::{collections::BTreeMap, sync::Arc};

use anyhow::{Context, ensure};
use axum::{
    Router,
    routing::{get, post},
};

pub(crate) use buttons::Buttons;
pub use config::{ProviderConfig, ProviderKind};

use crate::Outbound;
use http::Http;
use provider::{Protocol, Provider};

/// The services that are configured.
#[derive(Clone)]
pub struct Connect(Arc<Inner>);

struct Inner {
    /// In the order of their keys.
    providers: Vec<Provider>,
    http: Http,
}

impl Default for Connect {
    fn default() -> Self {
        Self(Arc::new(Inner {
            providers: Vec::new(),
            http: Http(Outbound::new([])),
        }))
    }
}

impl Connect {
    /// Of `[connect.<key>]`. Nothing is asked yet: a service that is down does not keep the program from starting.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn new(configured: &BTreeMap<String, ProviderConfig>) -> anyhow::Result<Self> {
        let mut providers: Vec<Provider> = Vec::new();
        let mut trusted = Vec::new();
        for (key, config) in configured {
            let (provider, private) = config.build(key).with_context(|| format!("connect.{key}"))?;
            if let Protocol::OpenId(openid) = &provider.protocol {
                let same = |other: &&Provider| matches!(&other.protocol, Protocol::OpenId(other) if other.issuer() == openid.issuer());
                let twice = providers.iter().find(same).map(|other| &other.key);
                ensure!(
                    twice.is_none(),
                    "connect.{key}: its issuer is that of connect.{} too",
                    twice.unwrap_or(key)
                );
            }
            trusted.extend(private);
            providers.push(provider);
        }
        Ok(Self(Arc::new(Inner {
            providers,
            // Its own: what people's browsers name (push services) must not reach what is trusted here.
            http: Http(Outbound::new(trusted)),
        })))
    }

    fn find(&self, key: &str) -> Option<&Provider> {
        self.0.providers.iter().find(|provider| provider.key == key)
    }

    fn http(&self) -> &Http {
        &self.0.http
    }

    /// What a service is called, as long as it is configured.
    pub(crate) fn name_if_offered(&self, key: &str) -> Option<&str> {
        self.find(key).map(|provider| provider.name.as_str())
    }

    /// What a service is called; one that is no longer configured by its key.
    fn name_of<'a>(&'a self, key: &'a str) -> &'a str {
        self.name_if_offered(key).unwrap_or(key)
    }
}

impl std::fmt::Debug for Connect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let keys = self.0.providers.iter().map(|provider| &provider.key);
        f.debug_set().entries(keys).finish()
    }
}

pub(crate) fn routes() -> Router<crate::Inside> {
    Router::new()
        .route("/connect/{provider}", post(start::post))
        .route(
            "/connect/{provider}/callback",
            get(callback::get).post(callback::post),
        )
        .route("/connect/{provider}/name", post(naming::post))
        .route("/me/connections", get(connections::get))
        .route("/me/connections/{provider}/remove", post(connections::remove))
}
