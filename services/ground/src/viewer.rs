//! Who is asking. The `accounts` room fills it in a layer; every other room only reads it.

use std::sync::Arc;

use axum::{extract::FromRequestParts, http::request::Parts};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;

use crate::{Failure, ids::AccountId, web::see_other};

/// Who showed no longer ago than this that it is them may do what cannot be undone.
pub const CONFIRMED_FOR: TimeDelta = TimeDelta::minutes(5);

/// What someone of the newsroom may do. Each role may do what the ones before it may.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, sqlx::Type,
)]
#[serde(rename_all = "lowercase")]
#[sqlx(type_name = "staff_role", rename_all = "lowercase")]
pub enum Role {
    /// Reads, decides, composes, publishes.
    Editor,
    /// Also rules and statistics.
    Chief,
    /// Also people and settings.
    Admin,
}

impl std::str::FromStr for Role {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "editor" => Ok(Self::Editor),
            "chief" => Ok(Self::Chief),
            "admin" => Ok(Self::Admin),
            _ => Err("a role is editor, chief or admin"),
        }
    }
}

/// Someone signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Whose account.
    pub account_id: AccountId,
    /// The name shown to colleagues.
    pub name: String,
    /// What they may do in the newsroom; readers have none.
    pub role: Option<Role>,
    /// Whether contributions that could endanger somebody are theirs to see.
    pub sees_at_risk: bool,
    /// When they last showed that it is them: by password, passkey or second factor.
    pub confirmed_at: DateTime<Utc>,
}

impl SignedIn {
    /// Sensitive acts (export, deletion, roles, originals) want to know again that it is them.
    ///
    /// # Errors
    /// 303 to the page that asks, from where they come back to `here`, a path of ours that answers GET.
    pub fn confirmed(&self, now: DateTime<Utc>, here: &str) -> Result<(), Failure> {
        confirmed(self.confirmed_at, now, here)
    }
}

fn confirmed(confirmed_at: DateTime<Utc>, now: DateTime<Utc>, here: &str) -> Result<(), Failure> {
    if now - confirmed_at < CONFIRMED_FOR {
        return Ok(());
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", here)
        .finish();
    let answer = see_other(&format!("/signin/again?{query}"));
    Err(Failure::Page(Box::new(answer)))
}

/// Who is asking: someone signed in, or anyone.
#[derive(Clone, Debug, Default)]
pub struct Viewer(pub Option<SignedIn>);

impl Viewer {
    /// Whether the desk is open to them.
    pub fn is_staff(&self) -> bool {
        self.role().is_some()
    }

    /// Whether people and settings are theirs to rule.
    pub fn is_admin(&self) -> bool {
        self.role() == Some(Role::Admin)
    }

    fn role(&self) -> Option<Role> {
        self.0.as_ref().and_then(|person| person.role)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Viewer {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

/// Someone of the newsroom. To everyone else the desk does not exist: 404.
#[derive(Clone, Debug)]
pub struct Editor {
    /// Whose account.
    pub account_id: AccountId,
    /// The name shown to colleagues.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether contributions that could endanger somebody are theirs to see; to others these do not exist.
    pub sees_at_risk: bool,
    /// When they last showed that it is them.
    pub confirmed_at: DateTime<Utc>,
}

impl Editor {
    /// As [`SignedIn::confirmed`].
    ///
    /// # Errors
    /// 303 to the page that asks.
    pub fn confirmed(&self, now: DateTime<Utc>, here: &str) -> Result<(), Failure> {
        confirmed(self.confirmed_at, now, here)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Editor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let viewer = parts
            .extensions
            .get::<Viewer>()
            .and_then(|viewer| viewer.0.clone());
        match viewer {
            Some(SignedIn {
                account_id,
                name,
                role: Some(role),
                sees_at_risk,
                confirmed_at,
            }) => Ok(Self {
                account_id,
                name,
                role,
                sees_at_risk,
                confirmed_at,
            }),
            _ => Err(Failure::NotFound),
        }
    }
}

/// Someone who rules over people and settings. To everyone else, editors too, nothing of that exists: 404.
#[derive(Clone, Debug)]
pub struct Admin(pub Editor);

impl<S: Send + Sync> FromRequestParts<S> for Admin {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let editor = Editor::from_request_parts(parts, state).await?;
        if editor.role == Role::Admin {
            Ok(Self(editor))
        } else {
            Err(Failure::NotFound)
        }
    }
}

/// Asks again who is asking, for answers that go on while sessions end and roles are taken away. The layer that fills
/// [`Viewer`] puts it beside it.
#[derive(Clone)]
pub struct Again(Arc<dyn Fn() -> BoxFuture<'static, anyhow::Result<Viewer>> + Send + Sync>);

impl Again {
    /// By this question.
    pub fn new<F, A>(ask: F) -> Self
    where
        F: Fn() -> A + Send + Sync + 'static,
        A: Future<Output = anyhow::Result<Viewer>> + Send + 'static,
    {
        Self(Arc::new(move || Box::pin(ask())))
    }

    /// Who it is now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn viewer(&self) -> anyhow::Result<Viewer> {
        (self.0)().await
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Again {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let again = parts.extensions.get::<Self>().cloned();
        Ok(again.ok_or_else(|| anyhow::anyhow!("the viewer layer is missing"))?)
    }
}
