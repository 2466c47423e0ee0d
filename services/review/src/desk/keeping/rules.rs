//! How long contributions of each state are kept, for chiefs. A change is looked at before it is made, takes effect a day
//! later, and can be called off until then: what a slip of the hand would have forgotten is still there.

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
    RULES,
    rules_form::{STATES, Typed, fields_of},
};
use crate::{
    desk::door::chief,
    retention::{self, Rule},
    store::{
        acts::{self, Act},
        retention::{self as store, Pending},
        retention_clock,
    },
};

/// A state in the table.
struct Line {
    state: Message,
    code: &'static str,
    identity: &'static str,
    content: &'static str,
    pending: Option<Later>,
}

/// What begins later.
struct Later {
    /// In words.
    identity: String,
    content: String,
    from: DateTime<Utc>,
    set_by: Option<String>,
}

impl Later {
    fn of(pending: Pending, cx: &Cx) -> Self {
        let words = |days: Option<i32>| match days {
            Some(days) => cx.say(&msg!("keeping-days").n("days", i64::from(days))),
            None => cx.t("keeping-kept"),
        };
        Self {
            identity: words(pending.rule.identity_days),
            content: words(pending.rule.content_days),
            from: pending.effective_at,
            set_by: pending.set_by,
        }
    }
}

/// What a change would forget within a day.
struct Preview {
    identity: i64,
    content: i64,
    changed: i64,
}

#[derive(Template)]
#[template(path = "review/desk/retention.html")]
struct RulesPage {
    cx: Cx,
    lines: Vec<Line>,
    typed: Typed,
    preview: Option<Preview>,
    /// Why nothing is forgotten at all now.
    stopped: Option<Message>,
    problems: Problems,
}

impl RulesPage {
    async fn load(conn: &mut PgConnection, cx: &Cx) -> sqlx::Result<Self> {
        let rules = store::list_rules(&mut *conn).await?;
        let mut pending = store::list_pending(&mut *conn).await?;
        let stopped = retention::stopped(conn).await?;
        let lines = STATES.map(|state| {
            let (identity, content) = fields_of(state);
            let later = pending.iter().position(|pending| pending.rule.state == state);
            Line {
                state: state.message(),
                code: state.code(),
                identity,
                content,
                pending: later.map(|later| Later::of(pending.swap_remove(later), cx)),
            }
        });
        Ok(Self {
            cx: cx.clone(),
            lines: lines.into(),
            typed: Typed::of(&rules),
            preview: None,
            stopped,
            problems: Problems::default(),
        })
    }

    fn has_pending(&self) -> bool {
        self.lines.iter().any(|line| line.pending.is_some())
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }
}

/// `GET /desk/settings/retention`
pub(crate) async fn get(
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

/// `POST /desk/settings/retention`: what a change would do, the change itself, or calling one off.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Form(mut fields): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let now = state.clock.now();
    let act = fields.remove("act").unwrap_or_default();
    if !matches!(act.as_str(), "preview" | "save" | "call_off") {
        return Err(Failure::BadRequest(msg!("error-bad-request")));
    }
    let mut tx = ground::db::begin(&state.pool).await?;
    store::lock_rules(&mut tx).await?;
    if act == "call_off" {
        editor.confirmed(now, RULES)?;
        let wanted = fields.get("state").map_or("", String::as_str);
        let wanted = STATES.into_iter().find(|state| state.code() == wanted);
        let wanted = wanted.ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
        if store::call_off(&mut tx, wanted).await? {
            let detail = json!({ "state": wanted.code() });
            acts::insert_act(
                &mut tx,
                &state.ids,
                now,
                Act::RetentionKept,
                editor.account_id,
                detail,
            )
            .await?;
        }
        tx.commit().await?;
        return Ok(see_other(RULES));
    }
    let typed = Typed::new(fields);
    let rules = match typed.parse() {
        Ok(rules) => rules,
        Err(problems) => {
            let page = RulesPage::load(&mut tx, &cx).await?;
            let page = RulesPage {
                typed,
                problems,
                ..page
            };
            return Err(Failure::Page(Box::new(
                page.answer(StatusCode::UNPROCESSABLE_ENTITY),
            )));
        }
    };
    let changed = changed(&mut tx, &rules).await?;
    if act == "preview" {
        let (identity, content) = store::count_due_tomorrow(&mut tx, &rules).await?;
        let preview = Preview {
            identity,
            content,
            changed: i64::try_from(changed.len()).unwrap_or_default(),
        };
        let page = RulesPage::load(&mut tx, &cx).await?;
        let page = RulesPage {
            typed,
            preview: Some(preview),
            ..page
        };
        return Ok(page.answer(StatusCode::OK));
    }
    editor.confirmed(now, RULES)?;
    for rule in &changed {
        store::set_rule(&mut tx, rule, editor.account_id).await?;
    }
    if !changed.is_empty() {
        let rules: Vec<_> = changed
            .iter()
            .map(|rule| {
                json!({ "state": rule.state.code(), "identity_days": rule.identity_days,
                        "content_days": rule.content_days })
            })
            .collect();
        let detail = json!({ "rules": rules });
        acts::insert_act(
            &mut tx,
            &state.ids,
            now,
            Act::RetentionChanged,
            editor.account_id,
            detail,
        )
        .await?;
    }
    tx.commit().await?;
    tracing::info!(
        rules.count = changed.len(),
        "how long contributions are kept was set"
    );
    Ok(see_other(&format!("{RULES}#pending")))
}

/// Those of the rules that are not so already, or do not begin to be so.
async fn changed(conn: &mut PgConnection, rules: &[Rule]) -> sqlx::Result<Vec<Rule>> {
    let mut now = store::list_rules(&mut *conn).await?;
    for pending in store::list_pending(conn).await? {
        now.retain(|rule| rule.state != pending.rule.state);
        now.push(pending.rule);
    }
    Ok(rules.iter().filter(|rule| !now.contains(rule)).copied().collect())
}

/// `POST /desk/settings/retention/clock`: the clock is right, says who asks.
pub(crate) async fn clock(editor: Editor, State(state): State<crate::State>) -> Result<Response, Failure> {
    chief(&editor)?;
    let now = state.clock.now();
    editor.confirmed(now, RULES)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    if retention_clock::confirm_clock(&mut tx).await? {
        acts::insert_act(
            &mut tx,
            &state.ids,
            now,
            Act::ClockConfirmed,
            editor.account_id,
            json!({}),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(see_other(RULES))
}
