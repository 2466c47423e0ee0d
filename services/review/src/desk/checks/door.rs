//! Saying how far something is checked.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure, live, msg,
    viewer::Editor,
    web::{Cx, see_other},
};
use serde::Deserialize;

use super::items::{Checked, Item, Level};
use crate::{
    desk::{address_of, claims, decision::clean, door, parse_id},
    event::EventKind,
    store::{
        checks::{self as store, NewCheck},
        history,
    },
};

/// Characters of how it was checked.
pub(super) const HOW_MAX: usize = 200;

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct CheckForm {
    #[serde(default)]
    item: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    how: String,
}

impl CheckForm {
    fn parse(&self) -> Result<(Checked, Option<String>), Failure> {
        let checked = Item::from_code(&self.item)
            .zip(Level::from_code(&self.level))
            .and_then(|(item, level)| Checked::new(item, level));
        let checked = checked.ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
        // What is longer than the field takes was not typed in it; its beginning is kept.
        let how: String = clean(&self.how).chars().take(HOW_MAX).collect();
        let how = how.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok((checked, Some(how).filter(|how| !how.is_empty())))
    }
}

/// `POST /desk/submissions/{submission_id}/checks`: 303 to the list. The contribution itself stays as it is, so whoever
/// decides at the same time is not told that it changed.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<CheckForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    door::find_for_update(&mut tx, &editor, id).await?;
    let (checked, how) = form.parse()?;
    if !checked.item().is_for(editor.role) {
        return Err(Failure::Conflict(msg!("vet-legal-chief")));
    }
    if let Err(held) = claims::take(&mut tx, &state.clock, &editor, id).await {
        return Err(held.keeping(&cx, &[&form.how]));
    }
    let now = state.clock.now();
    let level = checked.level();
    let check = NewCheck {
        item: checked.item().code(),
        level: (level != Level::Open).then_some(level.code()),
        how: how.as_deref(),
        by: editor.account_id,
        now,
    };
    if store::put(&mut tx, id, &check).await? {
        let (kind, by) = (EventKind::Checked(checked), Some(editor.account_id));
        history::insert_event(&mut tx, &state.ids, now, id, kind, by).await?;
        live::announce(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(see_other(&format!(
        "{}#check-{}",
        address_of(id),
        checked.item().code()
    )))
}
