//! Between the factors: whose first one was right is asked for the second. Staff without any sets one up right there.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    msg,
    web::{Cx, Page, Problems, see_other},
};
use serde::Deserialize;
use sqlx::{PgConnection, Postgres, Transaction};

use super::{
    CodeTries,
    app::{self, Enrolment},
    codes, codes_page, page_or_bad,
    passkeys::{self, Answer},
};
use crate::{
    device::device,
    entrance::{self, Entered, home},
    events::{self, Event, EventKind},
    sessions::SessionToken,
    store::{self, Factors, HalfSession},
};

const HERE: &str = "/signin/second";

#[derive(Template)]
#[template(path = "accounts/second_ask.html")]
struct AskPage {
    cx: Cx,
    problems: Problems,
    app: bool,
    passkeys: bool,
    codes: bool,
}

#[derive(Template)]
#[template(path = "accounts/second_set_up.html")]
struct SetUpPage {
    cx: Cx,
    problems: Problems,
    no_passkeys: Option<Message>,
    enrolment: Option<Enrolment>,
}

#[derive(Template)]
#[template(path = "accounts/second_ended.html")]
struct EndedPage {
    cx: Cx,
}

#[derive(Deserialize)]
pub(crate) struct SecondForm {
    act: Act,
    #[serde(default)]
    code: String,
    #[serde(default)]
    recovery: String,
    #[serde(default)]
    ceremony: String,
    #[serde(default)]
    credential: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Act {
    /// A code of the app.
    Code,
    /// A recovery code.
    Recovery,
    /// A passkey: shown, or made where there is no factor yet.
    Passkey,
    /// An app is to be set up.
    App,
    /// Its first code.
    Confirm,
}

/// Somebody whose first factor was right.
struct Between<'a> {
    room: &'a crate::State,
    cx: &'a Cx,
    token: SessionToken,
    account_id: AccountId,
    device: String,
}

/// The same, and nobody else answers for them before the transaction ends.
struct Held {
    tx: Transaction<'static, Postgres>,
    half: HalfSession,
    factors: Factors,
    now: DateTime<Utc>,
}

/// `GET /signin/second`
pub(crate) async fn get(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let between = Between::find(&room, &cx, &jar, &headers).await?;
    let mut conn = room.pool.acquire().await?;
    between.page(&mut conn, Problems::default()).await
}

/// `POST /signin/second`
pub(crate) async fn post(
    State(room): State<crate::State>,
    State(tries): State<CodeTries>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
    Form(form): Form<SecondForm>,
) -> Result<Response, Failure> {
    let between = Between::find(&room, &cx, &jar, &headers).await?;
    match form.act {
        Act::Code => between.code(jar, &tries, "code", &form.code).await,
        Act::Recovery => between.code(jar, &tries, "recovery", &form.recovery).await,
        Act::Passkey => {
            let answer = Answer {
                ceremony: form.ceremony,
                credential: form.credential,
            };
            between.passkey(jar, &answer).await
        }
        Act::App => between.start_app().await,
        Act::Confirm => between.confirm_app(jar, &form.code).await,
    }
}

/// `POST /signin/second/passkey/start`: a question to an authenticator, as JSON.
pub(crate) async fn start(
    State(room): State<crate::State>,
    jar: CookieJar,
    headers: HeaderMap,
    cx: Cx,
) -> Result<Response, Failure> {
    let between = Between::find(&room, &cx, &jar, &headers).await?;
    let mut held = between.hold().await?;
    let id = between.account_id;
    let question = if held.factors.count() == 0 {
        passkeys::ask_to_make(&room, &mut held.tx, id, held.now).await?
    } else {
        passkeys::ask_to_show(&room, &mut held.tx, Some(id), held.now).await?
    };
    held.tx.commit().await?;
    Ok(question)
}

impl<'a> Between<'a> {
    /// Who is asking; who is in already goes on, and who is not on the way begins anew.
    async fn find(
        room: &'a crate::State,
        cx: &'a Cx,
        jar: &CookieJar,
        headers: &HeaderMap,
    ) -> Result<Self, Failure> {
        let lead = |to: &str| Err(Failure::Page(Box::new(see_other(to))));
        if let Some(person) = &cx.viewer().0 {
            return lead(home(person.role));
        }
        let Some(token) = SessionToken::presented(jar, &room.site) else {
            return lead("/signin");
        };
        let ended = room.sessions.ended(room.clock.now());
        let mut conn = room.pool.acquire().await?;
        let half = store::find_half_session_for_update(&mut conn, &token.hash(), &ended).await?;
        let account_id = half.ok_or_else(|| gone(cx))?.account_id;
        Ok(Self {
            room,
            cx,
            token,
            account_id,
            device: device(headers),
        })
    }

    /// Locks account, then session: in the order in which everybody does.
    async fn hold(&self) -> Result<Held, Failure> {
        let now = self.room.clock.now();
        let mut tx = ground::db::begin(&self.room.pool).await?;
        store::lock_account(&mut tx, self.account_id)
            .await?
            .ok_or_else(|| gone(self.cx))?;
        let ended = self.room.sessions.ended(now);
        let half = store::find_half_session_for_update(&mut tx, &self.token.hash(), &ended).await?;
        let half = half.ok_or_else(|| gone(self.cx))?;
        let factors = store::find_factors(&mut tx, self.account_id).await?;
        Ok(Held {
            tx,
            half,
            factors,
            now,
        })
    }

    /// What is asked for, or how to set something up.
    async fn page(&self, conn: &mut PgConnection, problems: Problems) -> Result<Response, Failure> {
        let (cx, bad) = (self.cx.clone(), !problems.is_empty());
        let factors = store::find_factors(conn, self.account_id).await?;
        if factors.count() > 0 {
            let page = AskPage {
                cx,
                problems,
                app: factors.app_since.is_some(),
                passkeys: factors.passkeys > 0 && passkeys::are_offered(&self.room.site),
                codes: factors.codes > 0,
            };
            return Ok(page_or_bad(self.cx, page, bad));
        }
        let enrolment = app::enrolment(self.room, conn, self.account_id, self.cx).await?;
        let page = SetUpPage {
            cx,
            problems,
            no_passkeys: passkeys::why_not(self.cx),
            enrolment,
        };
        Ok(page_or_bad(self.cx, page, bad))
    }

    /// What was changed so far stays, and the page says what is wrong.
    async fn refuse(&self, mut held: Held, field: &'static str, words: Message) -> Result<Response, Failure> {
        let mut problems = Problems::default();
        problems.add(field, words);
        let page = self.page(&mut held.tx, problems).await?;
        held.tx.commit().await?;
        Ok(page)
    }

    /// A code of the app, or a recovery code.
    async fn code(
        &self,
        jar: CookieJar,
        tries: &CodeTries,
        field: &'static str,
        typed: &str,
    ) -> Result<Response, Failure> {
        if typed.trim().is_empty() {
            return self
                .refuse(self.hold().await?, field, msg!("second-code-missing"))
                .await;
        }
        tries.take(self.account_id)?;
        let mut held = self.hold().await?;
        let (room, id, now) = (self.room, self.account_id, held.now);
        let right = if field == "recovery" {
            codes::is_right(room, &mut held.tx, id, typed, &self.device, now).await?
        } else {
            app::is_right(room, &mut held.tx, id, typed, now).await?
        };
        if right {
            tries.forget(id);
            return Ok(self.complete(held).await?.answer(room, jar));
        }
        let event = Event::own(id, EventKind::SignInFailed, &self.device);
        events::record(&mut held.tx, &room.ids, now, &event).await?;
        self.refuse(held, field, msg!("second-code-wrong")).await
    }

    async fn passkey(&self, jar: CookieJar, answer: &Answer) -> Result<Response, Failure> {
        let mut held = self.hold().await?;
        if held.factors.count() == 0 {
            return self.set_up_passkey(held, jar, answer).await;
        }
        let (room, id, now) = (self.room, self.account_id, held.now);
        match passkeys::verify(room, &mut held.tx, id, answer, &self.device, now).await? {
            Ok(()) => Ok(self.complete(held).await?.answer(room, jar)),
            Err(refused) => self.refuse(held, "passkey", refused.words()).await,
        }
    }

    async fn set_up_passkey(
        &self,
        mut held: Held,
        jar: CookieJar,
        answer: &Answer,
    ) -> Result<Response, Failure> {
        let (room, id, now) = (self.room, self.account_id, held.now);
        match passkeys::add(room, &mut held.tx, id, answer, "", &self.device, now).await? {
            Ok(()) => self.show_codes(held, jar).await,
            Err(refused) => self.refuse(held, "passkey", refused.words()).await,
        }
    }

    async fn start_app(&self) -> Result<Response, Failure> {
        let mut held = self.hold().await?;
        // Who has a factor shows it; another is not to be had by the password alone.
        if held.factors.count() == 0 {
            app::start(self.room, &mut held.tx, self.account_id, held.now).await?;
            held.tx.commit().await?;
        }
        Ok(see_other(HERE))
    }

    async fn confirm_app(&self, jar: CookieJar, typed: &str) -> Result<Response, Failure> {
        let mut held = self.hold().await?;
        if held.factors.count() > 0 {
            return Ok(see_other(HERE));
        }
        let (room, id, now) = (self.room, self.account_id, held.now);
        if app::confirm(room, &mut held.tx, id, typed, &self.device, now).await? {
            return self.show_codes(held, jar).await;
        }
        self.refuse(held, "code", msg!("second-code-wrong")).await
    }

    /// They are in, and see their recovery codes on the way.
    async fn show_codes(&self, mut held: Held, jar: CookieJar) -> Result<Response, Failure> {
        let (room, now) = (self.room, held.now);
        let codes = codes::make(room, &mut held.tx, self.account_id, &self.device, now).await?;
        let (jar, go) = self.complete(held).await?.parts(room, jar);
        Ok((jar, codes_page(self.cx, &codes, &go)).into_response())
    }

    async fn complete(&self, mut held: Held) -> sqlx::Result<Entered> {
        let (half, now) = (&held.half, held.now);
        let entered =
            entrance::complete(self.room, &mut held.tx, half, &self.token, &self.device, now).await?;
        held.tx.commit().await?;
        tracing::info!(account.id = %self.account_id, "a second factor was right");
        Ok(entered)
    }
}

/// The first factor was too long ago, or somebody else was faster.
fn gone(cx: &Cx) -> Failure {
    let page = Page::new(cx, EndedPage { cx: cx.clone() }).with_status(StatusCode::GONE);
    Failure::Page(Box::new(page.into_response()))
}
