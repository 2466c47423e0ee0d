//! Lists that somebody keeps at hand: an address with a name, one's own or for everyone at the desk.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::ViewId,
    msg,
    viewer::{Editor, Role},
    web::{Cx, Page as WebPage, Problems, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{
    Asked,
    chips::{Chip, Names, chips},
    selection,
};
use crate::{desk::door::Asking, store::queue::views as store};

/// The longest name, in characters.
const NAME_MAX: usize = 60;
/// So many one person keeps.
const KEPT: i64 = 40;
/// So many are offered beside the queues, each with its count.
const OFFERED: usize = 12;
/// Beyond so many nobody counts with us.
const COUNTED: i64 = 99;

/// A list kept at hand, as it is offered beside the queues.
pub(super) struct Tab {
    pub(super) name: String,
    pub(super) address: String,
    /// In the digits of the page.
    pub(super) count: String,
    /// There are more than `count`.
    pub(super) more: bool,
    pub(super) current: bool,
}

/// Those that somebody sees, each with how many are in it now.
pub(super) async fn tabs(
    conn: &mut PgConnection,
    asking: &Asking<'_>,
    asked: &Asked,
) -> sqlx::Result<Vec<Tab>> {
    let mut tabs = Vec::new();
    for (view, of_view) in seen(&mut *conn, asking.editor).await?.into_iter().take(OFFERED) {
        let selection = selection(&mut *conn, asking.state, asking.editor, &of_view).await?;
        let count = selection.count(&mut *conn, None, COUNTED).await?;
        tabs.push(Tab {
            name: view.name,
            address: of_view.address(),
            count: asking.cx.lang().digits(&count.min(COUNTED).to_string()),
            more: count > COUNTED,
            current: of_view.query() == asked.query(),
        });
    }
    Ok(tabs)
}

/// Those that somebody sees and can open.
async fn seen(conn: &mut PgConnection, editor: &Editor) -> sqlx::Result<Vec<(store::View, Asked)>> {
    let views = store::list(conn, editor.account_id).await?;
    let seen = views.into_iter().filter_map(|view| {
        let asked = Asked::parse(&view.query).ok()?;
        asked.is_for(editor).then_some((view, asked))
    });
    Ok(seen.collect())
}

/// What is kept, on its page.
struct Kept {
    view: store::View,
    address: String,
    queue: String,
    chips: Vec<Chip>,
    is_mine: bool,
    /// By its owner, and what is shared by a chief, too.
    may_change: bool,
}

#[derive(Template)]
#[template(path = "review/desk/views.html")]
struct ViewsPage {
    cx: Cx,
    views: Vec<Kept>,
    problems: Problems,
    /// What was to be kept, and could not.
    typed: ViewForm,
    /// Which one could not be changed.
    changing: Option<ViewId>,
}

impl ViewsPage {
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn name_max(&self) -> usize {
        NAME_MAX
    }

    fn problems_of(&self, view_id: &ViewId) -> Option<&ground::lang::Message> {
        self.problems
            .of("name")
            .filter(|_| self.changing == Some(*view_id))
    }
}

/// What is kept.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct ViewForm {
    #[serde(default)]
    name: String,
    /// What comes after `?` in the list's address.
    #[serde(default)]
    query: String,
    /// With everyone at the desk.
    shared: Option<String>,
}

impl ViewForm {
    fn name(&self) -> &str {
        self.name.trim()
    }

    fn is_shared(&self) -> bool {
        self.shared.is_some()
    }

    /// What is wrong with it.
    fn problems(&self) -> Problems {
        let mut problems = Problems::default();
        if self.name().is_empty() || self.name().contains('\0') {
            problems.add("name", msg!("queue-view-name-missing"));
        } else if self.name().chars().count() > NAME_MAX {
            let most = i64::try_from(NAME_MAX).unwrap_or(i64::MAX);
            problems.add("name", msg!("queue-view-name-long").n("most", most));
        }
        problems
    }
}

/// `GET /desk/views`: all that are kept at hand, to be renamed, shared and forgotten.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
) -> Result<Response, Failure> {
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let page = page(&asking, Problems::default(), ViewForm::default(), None).await?;
    Ok(WebPage::new(&cx, page).into_response())
}

/// `POST /desk/views`: keeps a list. One's own by the same name is replaced.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Form(form): Form<ViewForm>,
) -> Result<Response, Failure> {
    let asked = Asked::parse(&form.query)?;
    if !asked.is_for(&editor) {
        return Err(Failure::NotFound);
    }
    let mut problems = form.problems();
    let mut conn = state.pool.acquire().await?;
    if store::count_besides(&mut conn, editor.account_id, form.name()).await? >= KEPT {
        problems.add("name", msg!("queue-view-too-many").n("most", KEPT));
    }
    if problems.is_empty() {
        let now = state.clock.now();
        let view = (state.ids.mint(now), editor.account_id);
        store::insert(
            &mut conn,
            view,
            form.name(),
            &asked.query(),
            form.is_shared(),
            now,
        )
        .await?;
        return Ok(see_other(&asked.address()).into_response());
    }
    drop(conn);
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let page = page(&asking, problems, form, None).await?;
    Err(unprocessable(&cx, page))
}

/// `POST /desk/views/{view_id}`: another name, for oneself or for everyone.
pub(crate) async fn change(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(view_id): Path<String>,
    Form(form): Form<ViewForm>,
) -> Result<Response, Failure> {
    let view_id: ViewId = view_id.parse().map_err(|_| Failure::NotFound)?;
    let mut problems = form.problems();
    let mut tx = ground::db::begin(&state.pool).await?;
    changeable(&mut tx, &editor, view_id).await?;
    if problems.is_empty() && store::set(&mut tx, view_id, form.name(), form.is_shared()).await? {
        tx.commit().await?;
        return Ok(see_other("/desk/views").into_response());
    }
    drop(tx);
    if problems.is_empty() {
        problems.add("name", msg!("queue-view-name-taken"));
    }
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let page = page(&asking, problems, form, Some(view_id)).await?;
    Err(unprocessable(&cx, page))
}

/// `POST /desk/views/{view_id}/delete`: forgets it. The contributions in it stay where they are.
pub(crate) async fn delete(
    editor: Editor,
    State(state): State<crate::State>,
    Path(view_id): Path<String>,
) -> Result<Response, Failure> {
    let view_id: ViewId = view_id.parse().map_err(|_| Failure::NotFound)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    changeable(&mut tx, &editor, view_id).await?;
    store::delete(&mut tx, view_id).await?;
    tx.commit().await?;
    Ok(see_other("/desk/views").into_response())
}

/// One that this editor may change: what they do not see is not there.
async fn changeable(conn: &mut PgConnection, editor: &Editor, view_id: ViewId) -> Result<(), Failure> {
    let view = store::find_for_update(conn, view_id).await?;
    let asked = view.as_ref().and_then(|view| Asked::parse(&view.query).ok());
    view.filter(|view| may_change(view, editor) && asked.is_none_or(|asked| asked.is_for(editor)))
        .map(|_| ())
        .ok_or(Failure::NotFound)
}

fn may_change(view: &store::View, editor: &Editor) -> bool {
    view.account_id == editor.account_id || (view.shared && editor.role >= Role::Chief)
}

async fn page(
    asking: &Asking<'_>,
    problems: Problems,
    typed: ViewForm,
    changing: Option<ViewId>,
) -> Result<ViewsPage, Failure> {
    let Asking { state, cx, editor } = *asking;
    let mut conn = state.pool.acquire().await?;
    let names = Names::load(&mut conn, cx.lang()).await?;
    let seen = seen(&mut conn, editor).await?;
    drop(conn);
    let views = seen.into_iter().map(|(view, asked)| Kept {
        address: asked.address(),
        queue: cx.say(&asked.queue().words()),
        chips: chips(cx, &asked, &names),
        is_mine: view.account_id == editor.account_id,
        may_change: may_change(&view, editor),
        view,
    });
    Ok(ViewsPage {
        cx: cx.clone(),
        views: views.collect(),
        problems,
        typed,
        changing,
    })
}

fn unprocessable(cx: &Cx, page: ViewsPage) -> Failure {
    let page = WebPage::new(cx, page).with_status(StatusCode::UNPROCESSABLE_ENTITY);
    Failure::Page(Box::new(page.into_response()))
}
