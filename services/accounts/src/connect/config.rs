//! `[connect.<key>]` of the configuration: which services people may come in by.

use anyhow::{Context, ensure};
use oauth2::{AuthUrl, TokenUrl};
use openidconnect::IssuerUrl;
use secrecy::SecretString;
use serde::Deserialize;
use url::{Host, Url};

use super::{
    apple::AppleKey,
    discovery::OpenId,
    plain::Plain,
    provider::{Protocol, Provider, Secret},
};
use crate::Outbound;

/// One service. The known kinds bring their addresses along; what is set here counts more.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderConfig {
    /// What it speaks, or who it is.
    pub kind: ProviderKind,
    /// As which the service knows us.
    pub client_id: String,
    /// By which it knows that it is us. Apple has a key instead.
    pub client_secret: Option<SecretString>,
    /// What the button calls it.
    pub name: Option<String>,
    /// OpenID Connect: the issuer, exactly as it calls itself.
    pub issuer: Option<String>,
    /// What is asked for.
    pub scopes: Option<Vec<String>>,
    /// Plain OAuth2: where people are sent.
    pub authorize_url: Option<Url>,
    /// Plain OAuth2: where the code is exchanged.
    pub token_url: Option<Url>,
    /// Plain OAuth2: where the service says who it is.
    pub user_url: Option<Url>,
    /// JSON pointer (RFC 6901) to the service's own id of the person.
    pub subject: Option<String>,
    /// JSON pointer to their name.
    pub user_name: Option<String>,
    /// JSON pointer to their address.
    pub user_email: Option<String>,
    /// The service is inside the newsroom's own network, perhaps without TLS.
    #[serde(default)]
    pub allow_private: bool,
    /// Apple: the team.
    pub team_id: Option<String>,
    /// Apple: which key.
    pub key_id: Option<String>,
    /// Apple: the key itself (the `.p8` file's text).
    pub private_key: Option<SecretString>,
}

/// What a service speaks, or who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProviderKind {
    /// Any issuer of OpenID Connect, e.g. Keycloak.
    Oidc,
    /// Any service that only speaks OAuth2.
    OAuth2,
    /// Google.
    Google,
    /// Apple.
    Apple,
    /// Microsoft: personal accounts, unless `issuer` names a tenant.
    Microsoft,
    /// Facebook.
    Facebook,
    /// X, formerly Twitter.
    X,
    /// GitHub.
    GitHub,
}

/// What is known of a kind.
struct Preset {
    name: &'static str,
    scopes: &'static [&'static str],
    at: Addresses,
}

enum Addresses {
    Unknown,
    Issuer(&'static str),
    /// Authorize, token, user; pointers to subject, name, address; whether the secret goes into the body.
    Plain([&'static str; 6], bool),
}

const OPENID: &[&str] = &["openid", "profile", "email"];

impl ProviderKind {
    fn is_plain(self) -> bool {
        matches!(self, Self::OAuth2 | Self::Facebook | Self::X | Self::GitHub)
    }

    fn preset(self) -> Preset {
        let issuer = |name, issuer| Preset {
            name,
            scopes: OPENID,
            at: Addresses::Issuer(issuer),
        };
        match self {
            Self::Oidc => Preset {
                name: "",
                scopes: OPENID,
                at: Addresses::Unknown,
            },
            Self::OAuth2 => Preset {
                name: "",
                scopes: &[],
                at: Addresses::Unknown,
            },
            Self::Google => issuer("Google", "https://accounts.google.com"),
            Self::Apple => Preset {
                name: "Apple",
                scopes: &["openid", "name", "email"],
                at: Addresses::Issuer("https://appleid.apple.com"),
            },
            // The tenant of personal accounts. The shared `common` has no issuer of its own, so nothing to compare.
            Self::Microsoft => issuer(
                "Microsoft",
                "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
            ),
            Self::Facebook => Preset {
                name: "Facebook",
                scopes: &["public_profile", "email"],
                at: Addresses::Plain(
                    [
                        "https://www.facebook.com/v24.0/dialog/oauth",
                        "https://graph.facebook.com/v24.0/oauth/access_token",
                        "https://graph.facebook.com/v24.0/me?fields=id,name,email",
                        "/id",
                        "/name",
                        "/email",
                    ],
                    true,
                ),
            },
            Self::X => Preset {
                name: "X",
                scopes: &["users.read", "tweet.read"],
                at: Addresses::Plain(
                    [
                        "https://x.com/i/oauth2/authorize",
                        "https://api.x.com/2/oauth2/token",
                        "https://api.x.com/2/users/me",
                        "/data/id",
                        "/data/name",
                        "",
                    ],
                    false,
                ),
            },
            Self::GitHub => Preset {
                name: "GitHub",
                scopes: &["read:user"],
                at: Addresses::Plain(
                    [
                        "https://github.com/login/oauth/authorize",
                        "https://github.com/login/oauth/access_token",
                        "https://api.github.com/user",
                        "/id",
                        "/name",
                        "/email",
                    ],
                    true,
                ),
            },
        }
    }
}

impl ProviderConfig {
    /// The service, ready to be asked, and the origins that may be private.
    pub(super) fn build(&self, key: &str) -> anyhow::Result<(Provider, Vec<Url>)> {
        let plain = key
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        ensure!(
            plain && (1..=32).contains(&key.len()),
            "its key is part of an address: up to 32 of a-z, 0-9 and -"
        );
        let preset = self.kind.preset();
        let name = self.name.as_deref().unwrap_or(preset.name).trim();
        ensure!(!name.is_empty(), "name: what shall the button call it?");
        ensure!(!self.client_id.is_empty(), "client_id is missing");
        let (protocol, trusted) = if self.kind.is_plain() {
            self.plain(&preset.at)?
        } else {
            self.openid(&preset.at)?
        };
        let scopes = match &self.scopes {
            Some(scopes) => scopes.clone(),
            None => preset.scopes.iter().map(|&scope| scope.to_owned()).collect(),
        };
        ensure!(
            self.kind.is_plain() || scopes.iter().any(|scope| scope == "openid"),
            "scopes: \"openid\" must be among them"
        );
        let provider = Provider {
            key: key.to_owned(),
            name: name.to_owned(),
            client_id: self.client_id.clone(),
            secret: self.secret()?,
            scopes,
            by_form: self.kind == ProviderKind::Apple,
            protocol,
        };
        Ok((provider, trusted))
    }

    fn secret(&self) -> anyhow::Result<Secret> {
        if self.kind != ProviderKind::Apple {
            let secret = self.client_secret.clone().context("client_secret is missing")?;
            return Ok(Secret::Plain(secret));
        }
        let team_id = self.team_id.clone().context("team_id is missing")?;
        let key_id = self.key_id.clone().context("key_id is missing")?;
        let private_key = self.private_key.as_ref().context("private_key is missing")?;
        let key = AppleKey::parse(team_id, key_id, private_key).context("private_key")?;
        Ok(Secret::Apple(Box::new(key)))
    }

    fn openid(&self, at: &Addresses) -> anyhow::Result<(Protocol, Vec<Url>)> {
        let issuer = match (&self.issuer, at) {
            (Some(issuer), _) => issuer.as_str(),
            (None, Addresses::Issuer(issuer)) => issuer,
            _ => anyhow::bail!("issuer is missing"),
        };
        let issuer = IssuerUrl::new(issuer.to_owned()).context("issuer is not an address")?;
        let trusted = self.trusted([issuer.url()]);
        fit(issuer.url(), &trusted, "issuer")?;
        Ok((Protocol::OpenId(OpenId::new(issuer)), trusted))
    }

    fn plain(&self, at: &Addresses) -> anyhow::Result<(Protocol, Vec<Url>)> {
        let (known, in_body) = match at {
            Addresses::Plain(known, in_body) => (*known, *in_body),
            _ => ([""; 6], false),
        };
        let [authorize, token, user, subject, user_name, user_email] = known;
        let url = |set: &Option<Url>, preset: &str, field: &'static str| match set {
            Some(url) => Ok(url.clone()),
            None => Url::parse(preset).with_context(|| format!("{field} is missing")),
        };
        let authorize = url(&self.authorize_url, authorize, "authorize_url")?;
        let token = url(&self.token_url, token, "token_url")?;
        let user = url(&self.user_url, user, "user_url")?;
        let trusted = self.trusted([&authorize, &token, &user]);
        fit(&authorize, &trusted, "authorize_url")?;
        fit(&token, &trusted, "token_url")?;
        fit(&user, &trusted, "user_url")?;
        let subject = pointer(self.subject.as_deref(), subject, "subject")?;
        let plain = Plain {
            authorize: AuthUrl::from_url(authorize),
            token: TokenUrl::from_url(token),
            user,
            in_body,
            subject: subject.context("subject is missing: a JSON pointer, e.g. \"/id\"")?,
            user_name: pointer(self.user_name.as_deref(), user_name, "user_name")?,
            user_email: pointer(self.user_email.as_deref(), user_email, "user_email")?,
        };
        Ok((Protocol::Plain(Box::new(plain)), trusted))
    }

    /// Those of the addresses that may be private: all when the newsroom says so, and this machine's own.
    fn trusted<'a>(&self, urls: impl IntoIterator<Item = &'a Url>) -> Vec<Url> {
        let here = |url: &Url| match url.host() {
            Some(Host::Ipv4(v4)) => v4.is_loopback(),
            Some(Host::Ipv6(v6)) => v6.is_loopback(),
            _ => false,
        };
        urls.into_iter()
            .filter(|url| self.allow_private || here(url))
            .cloned()
            .collect()
    }
}

/// Whether an address is one that we would send people and secrets to.
fn fit(url: &Url, trusted: &[Url], field: &str) -> anyhow::Result<()> {
    ensure!(
        Outbound::new(trusted.to_vec()).would_ask(url),
        "{field}: {url} must be https:// with a public name; for a service inside your own network, allow_private = true"
    );
    Ok(())
}

fn pointer(set: Option<&str>, preset: &str, field: &str) -> anyhow::Result<Option<String>> {
    let pointer = set.unwrap_or(preset);
    ensure!(
        pointer.is_empty() || pointer.starts_with('/'),
        "{field}: a JSON pointer begins with /, e.g. \"/id\""
    );
    Ok(Some(pointer.to_owned()).filter(|pointer| !pointer.is_empty()))
}
