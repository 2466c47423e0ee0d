//! Showing again that it is you, before what cannot be undone: by whichever means the account has.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    msg,
    web::{Cx, Problems, Source, see_other},
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{
    CodeTries, app, page_or_bad,
    passkeys::{self, Answer},
};
use crate::{
    device::device,
    events::{self, Event, EventKind},
    own_path::own_path,
    sessions::SessionToken,
    store,
};

#[derive(Template)]
#[template(path = "accounts/again.html")]
struct AgainPage {
    cx: Cx,
    problems: Problems,
    means: Means,
    next: String,
}

/// What the account has.
struct Means {
    password: bool,
    app: bool,
    passkeys: bool,
    /// Other services: key and name. Who comes in by one anew has shown that it is them.
    services: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct AgainForm {
    act: Act,
    #[serde(default)]
    password: SecretString,
    #[serde(default)]
    code: String,
    #[serde(default)]
    ceremony: String,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    next: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Act {
    Password,
    Code,
    Passkey,
}

/// Somebody who shows that it is them, and with what.
struct Trial<'a> {
    room: &'a crate::State,
    tries: &'a CodeTries,
    source: Source,
    account_id: AccountId,
    device: &'a str,
    form: &'a AgainForm,
}

/// `GET /signin/again`
pub(crate) async fn get(
    State(room): State<crate::State>,
    Query(wish): Query<Wish>,
    cx: Cx,
) -> Result<Response, Failure> {
    let next = own_path(&room.site, &wish.next).unwrap_or_default();
    let Some(person) = cx.viewer().0.clone() else {
        return Ok(see_other(&to_sign_in(next)));
    };
    let mut conn = room.pool.acquire().await?;
    let means = means(&room, &mut conn, person.account_id).await?;
    let page = AgainPage {
        cx: cx.clone(),
        problems: Problems::default(),
        means,
        next: next.to_owned(),
    };
    Ok(page_or_bad(&cx, page, false))
}

/// `POST /signin/again/passkey/start`: a question to an authenticator, as JSON.
pub(crate) async fn start(State(room): State<crate::State>, cx: Cx) -> Result<Response, Failure> {
    let person = cx.viewer().0.clone().ok_or(Failure::NotFound)?;
    let mut conn = room.pool.acquire().await?;
    passkeys::ask_to_show(&room, &mut conn, Some(person.account_id), room.clock.now()).await
}

/// `POST /signin/again`
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(tries): State<CodeTries>,
    source: Source,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<AgainForm>,
) -> Result<Response, Failure> {
    let next = own_path(&room.site, &form.next).unwrap_or_default();
    let token = SessionToken::presented(&jar, &room.site);
    let (Some(person), Some(token)) = (cx.viewer().0.clone(), token) else {
        return Ok(see_other(&to_sign_in(next)));
    };
    let trial = Trial {
        room: &room,
        tries: &tries,
        source,
        account_id: person.account_id,
        device: &device(&headers),
        form: &form,
    };
    let problem = match form.act {
        Act::Password => trial.password(&token).await?.map(|words| ("password", words)),
        Act::Code => trial.code(&token).await?.map(|words| ("code", words)),
        Act::Passkey => trial.passkey(&token).await?.map(|words| ("passkey", words)),
    };
    let Some((field, words)) = problem else {
        return Ok(see_other(if next.is_empty() { "/me" } else { next }));
    };
    let mut problems = Problems::default();
    problems.add(field, words);
    let mut conn = room.pool.acquire().await?;
    let means = means(&room, &mut conn, person.account_id).await?;
    let page = AgainPage {
        cx: cx.clone(),
        problems,
        means,
        next: next.to_owned(),
    };
    Ok(page_or_bad(&cx, page, true).into_response())
}

impl Trial<'_> {
    /// What is wrong, or nothing, and then the session is confirmed.
    async fn password(&self, token: &SessionToken) -> Result<Option<Message>, Failure> {
        let (room, id) = (self.room, self.account_id);
        if self.form.password.expose_secret().is_empty() {
            return Ok(Some(msg!("again-password-missing")));
        }
        room.sign_ins.take(self.source)?;
        self.tries.take(id)?;
        let owner = {
            let mut conn = room.pool.acquire().await?;
            store::find_factor_owner(&mut conn, id).await?
        };
        let hash = owner.and_then(|owner| owner.password_hash);
        // No connection is held meanwhile: this may wait for its turn.
        let same = room
            .passwords
            .is_right(&self.form.password, hash.as_deref())
            .await?;
        let mut tx = ground::db::begin(&room.pool).await?;
        let right = match &hash {
            Some(hash) if same => store::lock_unchanged_account(&mut tx, id, hash).await?,
            _ => false,
        };
        self.settle(&mut tx, token, right).await?;
        tx.commit().await?;
        Ok((!right).then(|| msg!("again-password-wrong")))
    }

    async fn code(&self, token: &SessionToken) -> Result<Option<Message>, Failure> {
        let (room, id) = (self.room, self.account_id);
        if self.form.code.trim().is_empty() {
            return Ok(Some(msg!("second-code-missing")));
        }
        self.tries.take(id)?;
        let mut tx = ground::db::begin(&room.pool).await?;
        let open = store::lock_account(&mut tx, id).await?.is_some();
        let right = open && app::is_right(room, &mut tx, id, &self.form.code, room.clock.now()).await?;
        self.settle(&mut tx, token, right).await?;
        tx.commit().await?;
        Ok((!right).then(|| msg!("second-code-wrong")))
    }

    async fn passkey(&self, token: &SessionToken) -> Result<Option<Message>, Failure> {
        let (room, id, now) = (self.room, self.account_id, self.room.clock.now());
        let answer = Answer {
            ceremony: self.form.ceremony.clone(),
            credential: self.form.credential.clone(),
        };
        let mut tx = ground::db::begin(&room.pool).await?;
        store::lock_account(&mut tx, id).await?.ok_or(Failure::NotFound)?;
        let verdict = passkeys::verify(room, &mut tx, id, &answer, self.device, now).await?;
        if verdict.is_ok() {
            store::set_session_confirmed(&mut tx, &token.hash(), now).await?;
        }
        tx.commit().await?;
        Ok(verdict.err().map(|refused| refused.words()))
    }

    /// Confirms the session, or writes down that somebody tried.
    async fn settle(&self, conn: &mut PgConnection, token: &SessionToken, right: bool) -> sqlx::Result<()> {
        let now = self.room.clock.now();
        if right {
            self.tries.forget(self.account_id);
            return store::set_session_confirmed(conn, &token.hash(), now).await;
        }
        let event = Event::own(self.account_id, EventKind::SignInFailed, self.device);
        events::record(conn, &self.room.ids, now, &event).await
    }
}

async fn means(
    room: &crate::State,
    conn: &mut PgConnection,
    account_id: AccountId,
) -> Result<Means, Failure> {
    let owner = store::find_factor_owner(conn, account_id).await?;
    let factors = store::find_factors(conn, account_id).await?;
    Ok(Means {
        password: owner.is_some_and(|owner| owner.password_hash.is_some()),
        app: factors.app_since.is_some(),
        passkeys: factors.passkeys > 0 && passkeys::are_offered(&room.site),
        services: store::list_providers_of(conn, account_id)
            .await?
            .into_iter()
            .filter_map(|key| {
                room.connect
                    .name_if_offered(&key)
                    .map(str::to_owned)
                    .map(|name| (key, name))
            })
            .collect(),
    })
}

/// Who is not signed in does that; it is as good.
fn to_sign_in(next: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", next)
        .finish();
    format!("/signin?{query}")
}
