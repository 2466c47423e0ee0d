//! The rules on their page.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};
use serde_json::json;
use sqlx::PgConnection;

use super::{
    RULES, chief,
    form::Typed,
    trial::{self, Side, Trial},
};
use crate::{
    rules::{Deed, Rules, Word},
    store::{
        acts::{self, Act},
        rules as store, words,
    },
};

#[derive(Template)]
#[template(path = "comments/desk/rules.html")]
pub(super) struct RulesPage {
    pub(super) cx: Cx,
    pub(super) typed: Typed,
    /// Who changed them last, and when.
    pub(super) changed: Option<(String, DateTime<Utc>)>,
    pub(super) holding: Vec<Word>,
    pub(super) taking: Vec<Word>,
    pub(super) trial: Option<Trial>,
    /// The trial is of words that are not in the list yet.
    pub(super) is_trial_of_words: bool,
    /// Words that were typed, one on a line.
    pub(super) new_words: String,
    pub(super) new_deed: &'static str,
    pub(super) problems: Problems,
    /// Someone was faster.
    pub(super) refusal: Option<Message>,
}

impl RulesPage {
    pub(super) async fn load(conn: &mut PgConnection, cx: &Cx) -> sqlx::Result<Self> {
        let rules = store::find(&mut *conn).await?;
        let changed = store::find_changed(&mut *conn).await?;
        let (holding, taking) = words::list(conn)
            .await?
            .into_iter()
            .partition(|word| word.deed == Deed::Hold);
        Ok(Self {
            cx: cx.clone(),
            typed: Typed::of(&rules),
            changed,
            holding,
            taking,
            trial: None,
            is_trial_of_words: false,
            new_words: String::new(),
            new_deed: Deed::Hold.code(),
            problems: Problems::default(),
            refusal: None,
        })
    }

    pub(super) fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    /// The same as what went wrong.
    pub(super) fn failure(self, status: StatusCode) -> Failure {
        Failure::Page(Box::new(self.answer(status)))
    }

    /// How many comments met which end, by the rules of now and by the others.
    fn ends(&self, trial: &Trial) -> [(String, String, String); 4] {
        let line = |words: Message, now: i64, then: i64| {
            let digits = |number: i64| self.cx.lang().digits(&number.to_string());
            (self.cx.say(&words), digits(now), digits(then))
        };
        let (now, then) = (&trial.now, &trial.then);
        [
            line(msg!("rule-trial-shown"), now.shown, then.shown),
            line(msg!("rule-trial-held"), now.held, then.held),
            line(msg!("rule-trial-spam"), now.spam, then.spam),
            line(msg!("rule-trial-refused"), now.refused, then.refused),
        ]
    }

    /// What a word of either list does, in words.
    fn deeds(&self) -> Vec<(&'static str, String, String)> {
        let words = |id| self.cx.t(id);
        vec![
            (
                Deed::Hold.code(),
                words("rule-deed-hold"),
                words("rule-deed-hold-more"),
            ),
            (
                Deed::Spam.code(),
                words("rule-deed-spam"),
                words("rule-deed-spam-more"),
            ),
        ]
    }
}

/// `GET /desk/comments/rules`
pub(super) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let mut conn = state.pool.acquire().await?;
    let page = RulesPage::load(&mut conn, &cx).await?;
    drop(conn);
    Ok(page.answer(StatusCode::OK))
}

/// `POST /desk/comments/rules`: what a change would have done, or the change itself.
pub(super) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Form(mut fields): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let act = fields.remove("act").unwrap_or_default();
    let typed = Typed::new(fields);
    let mut tx = ground::db::begin(&state.pool).await?;
    let rules = match typed.parse() {
        Ok(rules) => rules,
        Err(problems) => {
            let page = RulesPage::load(&mut tx, &cx).await?;
            let page = RulesPage {
                typed,
                problems,
                ..page
            };
            return Err(page.failure(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    match act.as_str() {
        "try" => {
            let trial = tried(&mut tx, &state, &rules).await?;
            let page = RulesPage::load(&mut tx, &cx).await?;
            let page = RulesPage {
                typed,
                trial: Some(trial),
                ..page
            };
            Ok(page.answer(StatusCode::OK))
        }
        "save" => {
            save(&mut tx, &state, (&editor, &cx), (typed, &rules)).await?;
            tx.commit().await?;
            Ok(see_other(RULES))
        }
        _ => Err(Failure::BadRequest(msg!("error-bad-request"))),
    }
}

async fn tried(conn: &mut PgConnection, state: &crate::State, rules: &Rules) -> Result<Trial, Failure> {
    let now = store::find(&mut *conn).await?;
    let list = state.words.of(&mut *conn, now.version).await?;
    let side = |rules| Side { rules, list: &list };
    trial::run(conn, state, &side(&now), &side(rules), None).await
}

/// Sets the rules, unless they are so already, or somebody was faster.
async fn save(
    conn: &mut PgConnection,
    state: &crate::State,
    (editor, cx): (&Editor, &Cx),
    (typed, rules): (Typed, &Rules),
) -> Result<(), Failure> {
    let before = store::find_for_update(&mut *conn).await?;
    let wanted = Rules {
        version: before.version,
        ..rules.clone()
    };
    // Pressed twice.
    if wanted == before {
        return Ok(());
    }
    if rules.version != before.version {
        let refusal = match store::find_changed(&mut *conn).await? {
            Some((name, at)) => msg!("rule-faster").s("name", name).s("when", cx.datetime(&at)),
            None => msg!("rule-changed"),
        };
        let page = RulesPage::load(conn, cx).await?;
        let page = RulesPage {
            typed: typed.with_version(before.version),
            refusal: Some(refusal),
            ..page
        };
        return Err(page.failure(StatusCode::CONFLICT));
    }
    let (now, by) = (state.clock.now(), editor.account_id);
    store::set(&mut *conn, &wanted, (now, by)).await?;
    let detail = json!({
        "holds_all": wanted.holds_all, "holds_first": wanted.holds_first, "links_allowed": wanted.links_allowed,
        "slow_seconds": wanted.slow_seconds, "flood_five_minutes": wanted.flood_five_minutes,
        "reports_hold": wanted.reports_hold, "closes_after_days": wanted.closes_after_days,
        "edit_minutes": wanted.edit_minutes,
    });
    acts::insert(conn, &state.ids, now, Act::RulesChanged, by, detail).await?;
    tracing::info!(actor.id = %by, "the rules for comments were set");
    Ok(())
}
