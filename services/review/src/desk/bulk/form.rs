//! The form about many, as it comes.

use std::collections::HashMap;

use ground::{
    Failure,
    ids::{BatchId, PersonId, SubmissionId},
    msg,
    web::Problems,
};

use crate::{
    deed::Deed,
    desk::{checks, decision, undo},
    reasons::Reasons,
    store::{bulk::Of, checks::Category},
    submission::Decision,
};

/// Who goes into no category at all.
pub(super) const NO_CATEGORY: &str = "-";

/// As it comes.
#[derive(Debug)]
pub(super) struct BulkForm {
    pub(super) action: Deed,
    /// Each once.
    pub(super) ids: Vec<SubmissionId>,
    /// Instead of single ones: all of a sort.
    pub(super) of: Option<Of>,
    /// As each was when it was shown.
    pub(super) versions: HashMap<SubmissionId, i32>,
    pub(super) reason: String,
    pub(super) note: String,
    pub(super) tag: String,
    pub(super) category: String,
    /// The list to go back to.
    pub(super) next: String,
    /// Minted with the form.
    pub(super) batch_id: Option<BatchId>,
    pub(super) confirmed: bool,
}

/// What is to be done to each.
#[derive(Clone, Debug)]
pub(super) enum Wish {
    Take,
    Reopen,
    Decide(Decision),
    Tag(String),
    /// None: out of every category.
    Category(Option<String>),
}

impl Wish {
    /// As long as it is not whole, to judge by.
    pub(super) fn any(action: Deed) -> Self {
        match action {
            Deed::Take | Deed::Publish => Self::Take,
            Deed::Reopen => Self::Reopen,
            Deed::Accept => Self::Decide(Decision::Accept),
            Deed::Decline => Self::Decide(crate::desk::actions::any_decline()),
            Deed::Spam => Self::Decide(Decision::Spam),
            Deed::Confirm => Self::Decide(Decision::Confirm),
            Deed::Tag => Self::Tag(String::new()),
            Deed::Category => Self::Category(Some(String::new())),
        }
    }
}

impl BulkForm {
    /// Reads what a browser sent.
    pub(super) fn read(pairs: &[(String, String)]) -> Result<Self, Failure> {
        let field = |wanted: &str| {
            let found = pairs.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let bad = || Failure::BadRequest(msg!("error-bad-request"));
        let mut ids: Vec<SubmissionId> = Vec::new();
        let mut versions = HashMap::new();
        for (name, value) in pairs {
            if name == "id" {
                ids.push(value.parse().map_err(|_| bad())?);
            } else if let Some(id) = name.strip_prefix("version-") {
                let id: SubmissionId = id.parse().map_err(|_| bad())?;
                versions.insert(id, value.parse().map_err(|_| bad())?);
            }
        }
        ids.sort_unstable();
        ids.dedup();
        let batch_id = field("batch");
        Ok(Self {
            action: Deed::from_code(field("action"))
                .filter(|deed| deed.is_for_many())
                .ok_or_else(bad)?,
            ids,
            of: parse_of(field("of")).map_err(|()| bad())?,
            versions,
            reason: field("reason").to_owned(),
            note: field("note").to_owned(),
            tag: field("tag").to_owned(),
            category: field("category").to_owned(),
            next: undo::next_of(field("next")),
            batch_id: if batch_id.is_empty() {
                None
            } else {
                Some(batch_id.parse().map_err(|_| bad())?)
            },
            confirmed: field("confirmed") == "yes",
        })
    }

    /// What is to be done, or what is missing.
    pub(super) fn wish(
        &self,
        reasons: &Reasons,
        categories: &[Category],
        problems: &mut Problems,
    ) -> Option<Wish> {
        match self.action {
            Deed::Decline => decision::decline(reasons, &self.reason, &self.note, problems).map(Wish::Decide),
            Deed::Tag => {
                let tag = checks::parse_tags(&self.tag).into_iter().next();
                if tag.is_none() {
                    problems.add("tag", msg!("decide-bulk-tag-missing"));
                }
                tag.map(Wish::Tag)
            }
            Deed::Category if self.category == NO_CATEGORY => Some(Wish::Category(None)),
            Deed::Category => {
                let known = categories
                    .iter()
                    .find(|known| known.position.is_some() && known.category == self.category);
                if known.is_none() {
                    problems.add("category", msg!("decide-bulk-category-missing"));
                }
                known.map(|known| Wish::Category(Some(known.category.clone())))
            }
            other => Some(Wish::any(other)),
        }
    }
}

/// `person:…`, `alike:…`, or nothing.
fn parse_of(text: &str) -> Result<Option<Of>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let (sort, id) = text.split_once(':').ok_or(())?;
    match sort {
        "person" => id.parse().map(PersonId).map(Of::Person).map(Some).map_err(|_| ()),
        "alike" => id.parse().map(Of::Alike).map(Some).map_err(|_| ()),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<BulkForm, Failure> {
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        BulkForm::read(&pairs)
    }

    #[test]
    fn each_is_chosen_once_and_what_is_no_form_of_ours_is_refused() {
        let (one, two) = (
            uuid::Uuid::from_u128(1).to_string(),
            uuid::Uuid::from_u128(2).to_string(),
        );
        let form = read(&[("id", &two), ("id", &one), ("id", &two), ("action", "spam")]).unwrap();
        let ids: Vec<_> = form.ids.iter().map(ToString::to_string).collect();
        assert_eq!(ids, [one.clone(), two]);
        assert_eq!((form.next.as_str(), form.confirmed), ("/desk", false));
        for bad in [
            vec![("action", "publish")],
            vec![("action", "shred")],
            vec![("action", "spam"), ("id", "1")],
            vec![("action", "spam"), ("of", "place:1")],
            vec![("action", "spam"), ("batch", "x")],
            vec![("action", "spam"), ("version-x", "1")],
        ] {
            assert!(read(&bad).is_err(), "{bad:?}");
        }
        let person = format!("person:{one}");
        assert!(matches!(
            read(&[("action", "spam"), ("of", &person)]).unwrap().of,
            Some(Of::Person(_))
        ));
    }
}
