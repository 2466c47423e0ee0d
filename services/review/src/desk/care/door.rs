//! Saying what may be hard to look at.

use axum::{
    extract::{Path, RawForm, State},
    response::Response,
};
use ground::{
    Failure, live, msg,
    viewer::Editor,
    web::{Cx, see_other},
};
use url::form_urlencoded;

use super::Warnings;
use crate::{
    desk::{address_of, claims, door, parse_id},
    event::EventKind,
    store::{care as store, history},
};

/// The version that was read, and the boxes that are ticked.
fn parse(form: &[u8]) -> Option<(i32, Warnings)> {
    let fields: Vec<_> = form_urlencoded::parse(form).collect();
    let of = |wanted: &'static str| {
        fields
            .iter()
            .filter(move |(name, _)| name == wanted)
            .map(|(_, value)| &**value)
    };
    Some((of("version").next()?.parse().ok()?, Warnings::of(of("warning"))))
}

/// `POST /desk/submissions/{submission_id}/warnings`: 303 to its page; 409 when somebody was faster.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let (version, wanted) = parse(&form).ok_or_else(|| Failure::BadRequest(msg!("error-bad-request")))?;
    submission.unchanged_since(version)?;
    let before = Warnings::of(submission.warnings.iter().map(String::as_str));
    if wanted != before {
        if let Err(held) = claims::take(&mut tx, &state.clock, &editor, id).await {
            return Err(held.keeping(&cx, &[]));
        }
        store::set_warnings(&mut tx, id, &wanted.codes(), editor.account_id).await?;
        live::announce(&mut tx).await?;
        let (kind, by) = (EventKind::Warned(wanted), Some(editor.account_id));
        history::insert_event(&mut tx, &state.ids, state.clock.now(), id, kind, by).await?;
    }
    tx.commit().await?;
    Ok(see_other(&format!("{}?show=files#care", address_of(id))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_which_version_was_read_and_what_is_ticked() {
        let parsed = parse(b"version=3&warning=death&warning=graphic&warning=nonsense").unwrap();
        assert_eq!((parsed.0, parsed.1.codes()), (3, vec!["graphic", "death"]));
        assert!(parse(b"version=3").unwrap().1.is_empty());
        assert!(parse(b"warning=death").is_none() && parse(b"version=x").is_none());
    }
}
