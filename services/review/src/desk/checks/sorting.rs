//! Giving a contribution its category and its tags.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure, live, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use crate::{
    desk::{address_of, claims, decision::clean, door, one_field::OneField, parse_id, search},
    event::EventKind,
    store::{checks as store, history},
    submission::{ChangeError, Submission},
};

/// Tags of one contribution.
pub(crate) const TAGS_MAX: usize = 12;
/// Characters of one of them.
const TAG_MAX: usize = 40;
/// Characters of all of them, with what stands between.
pub(super) const TYPED_MAX: usize = TAGS_MAX * (TAG_MAX + 2);

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct SortingForm {
    version: i32,
    #[serde(default)]
    category: String,
    #[serde(default)]
    tags: String,
}

/// The tags in a line: folded, each once.
pub(crate) fn parse_tags(typed: &str) -> Vec<String> {
    written_tags(typed).into_iter().map(|(tag, _)| tag).collect()
}

/// Remembers how the tags in a line are written, for those that nobody wrote before.
pub(crate) async fn keep_labels(conn: &mut PgConnection, typed: &str) -> sqlx::Result<()> {
    store::insert_labels(conn, &written_tags(typed)).await
}

/// The tags in a line, between commas of any script: folded as the search folds, and as they are written.
fn written_tags(typed: &str) -> Vec<(String, String)> {
    let mut tags: Vec<(String, String)> = Vec::new();
    for part in typed.split([',', '،', '؛', ';', '\n', '#']) {
        // A joiner that cannot be seen parts no tag in two.
        let folded = search::fold(part).replace('\u{200C}', "");
        let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        let tag: String = folded.chars().take(TAG_MAX).collect::<String>().trim().to_owned();
        if tag.is_empty() || tags.len() == TAGS_MAX || tags.iter().any(|(known, _)| *known == tag) {
            continue;
        }
        let label: String = clean(part).split_whitespace().collect::<Vec<_>>().join(" ");
        let label: String = label.chars().take(TAG_MAX).collect();
        tags.push((tag, label.trim().to_owned()));
    }
    tags
}

/// `POST /desk/submissions/{submission_id}/sorting`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<SortingForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let tags = parse_tags(&form.tags);
    let category = Some(form.category.as_str()).filter(|category| !category.is_empty());
    let address = format!("{}?done={}#sorting", address_of(id), EventKind::Sorted.code());
    if submission.category.as_deref() == category && submission.tags == tags {
        return Ok(see_other(&address));
    }
    if submission.unchanged_since(form.version).is_err() {
        return Err(page(&cx, &submission, category).conflict(ChangeError::Stale.message(), form.tags));
    }
    if let Some(category) = category {
        let known = store::list_categories(&mut tx, cx.lang()).await?;
        let offered = |known: &store::Category| {
            known.category == category
                && (known.position.is_some() || submission.category.as_deref() == Some(category))
        };
        if !known.iter().any(offered) {
            return Err(page(&cx, &submission, None).conflict(msg!("vet-category-gone"), form.tags));
        }
    }
    if let Err(held) = claims::take(&mut tx, &state.clock, &editor, id).await {
        return Err(held.keeping(&cx, &[&form.tags]));
    }
    keep_labels(&mut tx, &form.tags).await?;
    store::set_sorting(&mut tx, id, category, &tags, editor.account_id).await?;
    search::index(&mut tx, id).await?;
    let (now, by) = (state.clock.now(), Some(editor.account_id));
    history::insert_event(&mut tx, &state.ids, now, id, EventKind::Sorted, by).await?;
    live::announce(&mut tx).await?;
    tx.commit().await?;
    Ok(see_other(&address))
}

/// What was typed, to be sent again on the contribution as it is now.
fn page(cx: &Cx, submission: &Submission, category: Option<&str>) -> OneField {
    let back = address_of(submission.submission_id);
    OneField {
        cx: cx.clone(),
        title: msg!("vet-sorting"),
        lede: Vec::new(),
        action: format!("{back}/sorting"),
        back,
        hidden: vec![
            ("version", submission.version.to_string()),
            ("category", category.unwrap_or_default().to_owned()),
        ],
        name: "tags",
        label: msg!("vet-tags"),
        hint: Some(msg!("vet-tags-hint")),
        value: String::new(),
        most: TYPED_MAX,
        submit: msg!("vet-sorting-save"),
        problems: Problems::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_stand_between_commas_of_any_script_and_each_once() {
        assert_eq!(
            parse_tags(" Flood, flood ،هەولێر؛ #Old  Town,,"),
            ["flood".to_owned(), search::fold("هەولێر"), "old town".to_owned(),]
        );
        assert_eq!(written_tags("هەولێر")[0].1, "هەولێر", "as it is written");
        assert!(parse_tags(" , ،").is_empty());
        let many = (0..40).map(|n| format!("t{n}")).collect::<Vec<_>>().join(",");
        assert_eq!(parse_tags(&many).len(), TAGS_MAX);
        assert_eq!(parse_tags(&"x".repeat(100))[0].chars().count(), TAG_MAX);
    }
}
