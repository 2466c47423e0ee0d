//! The words of one reason, in the languages of those who read them.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::EventId,
    lang::{Lang, Message},
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems, see_other},
};

use super::{REASONS, chief};
use crate::{
    desk::decision::clean,
    reasons::{Reason, Reasons},
    store::{
        acts::{self, Act},
        reasons as store,
    },
};

/// The path of the empty form.
const NEW: &str = "new";
/// The longest words of a reason, in characters.
const WORDS_MAX: usize = 300;

/// Its words in one language.
struct Field {
    lang: Lang,
    /// `words-ckb`
    name: &'static str,
    value: String,
    /// What is read as long as nothing is written.
    built_in: Option<String>,
}

#[derive(Template)]
#[template(path = "review/desk/reason.html")]
struct ReasonPage {
    cx: Cx,
    is_new: bool,
    code: String,
    version: i32,
    fields: Vec<Field>,
    problems: Problems,
    /// Someone was faster.
    refusal: Option<Message>,
}

impl ReasonPage {
    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    /// What is read as long as nothing is written, in the words themselves.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn hint(&self, field: &Field) -> String {
        field.built_in.clone().unwrap_or_default()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        WORDS_MAX
    }
}

fn fields(reason: Option<&Reason>, value: impl Fn(Lang) -> String) -> Vec<Field> {
    let field = |lang: Lang| Field {
        lang,
        name: field_of(lang),
        value: value(lang),
        built_in: reason.and_then(|reason| reason.built_in(lang)),
    };
    Lang::ALL.into_iter().map(field).collect()
}

/// `GET /desk/settings/reasons/{reason}`; `new` is the empty form.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let mut conn = state.pool.acquire().await?;
    let reasons = Reasons::load(&mut conn).await?;
    drop(conn);
    let reason = reasons.find(&code);
    if reason.is_none() && code != NEW {
        return Err(Failure::NotFound);
    }
    let own = |lang| {
        reason
            .and_then(|reason| reason.own.get(&lang).cloned())
            .unwrap_or_default()
    };
    let page = ReasonPage {
        cx,
        is_new: reason.is_none(),
        code: reason.map_or_else(
            || {
                let id: EventId = state.ids.mint(state.clock.now());
                format!("own_{}", id.0.simple())
            },
            |reason| reason.code.clone(),
        ),
        version: reason.map_or(0, |reason| reason.version),
        fields: fields(reason, own),
        problems: Problems::default(),
        refusal: None,
    };
    Ok(page.answer(StatusCode::OK))
}

/// `POST /desk/settings/reasons/{reason}`: 303 to the list. A new one's code is in its form, so that it is added once.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(path): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    chief(&editor)?;
    let typed = |wanted: &str| {
        let found = pairs.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let is_new = path == NEW;
    let code = if is_new { typed("code").to_owned() } else { path };
    if is_new && !is_own_code(&code) {
        return Err(Failure::BadRequest(msg!("error-bad-request")));
    }
    let words: Vec<(Lang, String)> = Lang::ALL
        .into_iter()
        .map(|lang| (lang, clean(typed(field_of(lang)))))
        .collect();
    let mut tx = ground::db::begin(&state.pool).await?;
    store::lock(&mut tx).await?;
    let reasons = Reasons::load(&mut tx).await?;
    let reason = reasons.find(&code);
    let value = |lang: Lang| {
        let found = words.iter().find(|(other, _)| *other == lang);
        found.map(|(_, words)| words.clone()).unwrap_or_default()
    };
    let page = |problems, refusal| ReasonPage {
        cx: cx.clone(),
        is_new,
        code: code.clone(),
        version: reason.map_or(0, |reason| reason.version),
        fields: fields(reason, value),
        problems,
        refusal,
    };
    let same = reason.is_some_and(|reason| {
        Lang::ALL
            .into_iter()
            .all(|lang| reason.own.get(&lang).cloned().unwrap_or_default() == value(lang))
    });
    // Pressed twice.
    if same {
        return Ok(see_other(&format!("{REASONS}#{code}")));
    }
    if reason.is_none() && !is_new {
        return Err(Failure::NotFound);
    }
    let problems = check(reason, &words);
    if !problems.is_empty() {
        let answer = page(problems, None).answer(StatusCode::UNPROCESSABLE_ENTITY);
        return Err(Failure::Page(Box::new(answer)));
    }
    if reason.is_some_and(|reason| typed("version") != reason.version.to_string()) {
        let refusal = match store::find_changed(&mut tx, &code).await? {
            Some((name, when)) => msg!("decide-reason-faster")
                .s("name", name)
                .s("when", cx.datetime(&when)),
            None => msg!("decide-reason-changed"),
        };
        let answer = page(Problems::default(), Some(refusal)).answer(StatusCode::CONFLICT);
        return Err(Failure::Page(Box::new(answer)));
    }
    let by = (state.clock.now(), editor.account_id);
    if reason.is_none() {
        store::insert_reason(&mut tx, &code, by).await?;
    }
    store::set_words(&mut tx, &code, &words, by).await?;
    let detail = serde_json::json!({ "reason": code });
    acts::insert_act(&mut tx, &state.ids, by.0, Act::ReasonsChanged, by.1, detail).await?;
    tx.commit().await?;
    tracing::info!(reason = %code, actor.id = %editor.account_id, "a reason was written");
    Ok(see_other(&format!("{REASONS}#{code}")))
}

/// Whether it is a code that a form of ours minted.
fn is_own_code(code: &str) -> bool {
    code.strip_prefix("own_")
        .is_some_and(|rest| rest.len() == 32 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// What is wrong with the words. Whoever reads any of our languages has to read something.
fn check(reason: Option<&Reason>, words: &[(Lang, String)]) -> Problems {
    let mut problems = Problems::default();
    for (lang, words) in words {
        let field = field_of(*lang);
        if words.chars().count() > WORDS_MAX {
            let most = i64::try_from(WORDS_MAX).unwrap_or(i64::MAX);
            problems.add(field, msg!("decide-reason-too-long").n("most", most));
        } else if words.is_empty() && reason.is_none_or(|reason| reason.built_in(*lang).is_none()) {
            problems.add(field, msg!("decide-reason-empty").s("language", lang.own_name()));
        }
    }
    problems
}

fn field_of(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "words-en",
        Lang::Ckb => "words-ckb",
        Lang::Kmr => "words-kmr",
        Lang::Ar => "words-ar",
        Lang::Tr => "words-tr",
    }
}
