//! See `crate::for_fuzzing`.

use chrono::DateTime;
use ground::{ids::SubmissionId, lang::Lang, viewer::Viewer};
use uploads::{Fields, FormLimits};
use uuid::Uuid;

use super::{
    files::Files,
    form::{FormState, NewSubmission},
};

/// What a contribution would be stored as: title, body, name, address, place, time. Without files.
pub fn contribution(fields: &Fields) -> Option<[Option<String>; 6]> {
    let files = Files::default();
    let empty = FormState::new(
        SubmissionId(Uuid::nil()),
        String::new(),
        Lang::En,
        Viewer::default(),
    );
    let form = empty.filled(fields, &files);
    let new = NewSubmission::parse(form, &files, &FormLimits::default()).ok()?;
    let row = new.row(DateTime::UNIX_EPOCH, "", &[], &[]);
    let kept = [
        Some(row.title),
        Some(row.body),
        row.contributor_name,
        row.contributor_email,
        row.place,
        row.happened_at,
    ];
    Some(kept.map(|text| text.map(str::to_owned)))
}

/// A text of several lines, one of one line, and a name.
pub fn texts(typed: &str) -> [String; 3] {
    [super::text::prose, super::text::line, super::text::name].map(|read| read(typed))
}
