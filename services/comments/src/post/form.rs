//! What a comment must be.

use ground::{
    Failure,
    ids::{CommentId, ThreadId},
    lang::Message,
    mail::Mail,
    msg, text,
    web::Problems,
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::guest_name;

/// Of a comment, in characters as people count them.
pub(crate) const BODY_MAX: usize = 5000;
/// Of an address (RFC 5321 §4.5.3.1.3).
pub(crate) const EMAIL_MAX: usize = 254;

/// The form under a story, as it comes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PostForm {
    pub(super) thread_id: String,
    pub(super) comment_id: String,
    pub(super) parent_id: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) wants_answers: String,
    pub(super) body: String,
    pub(super) work_challenge: String,
    pub(super) work_solution: String,
}

impl PostForm {
    /// Where it is said; a thread that has no id of ours is none.
    pub(super) fn thread_id(&self) -> Result<ThreadId, Failure> {
        self.thread_id.trim().parse().map_err(|_| Failure::NotFound)
    }

    /// As which comment. `None`: it came by no form of ours, or by a page that many share.
    pub(super) fn comment_id(&self) -> Result<Option<CommentId>, Failure> {
        read(&self.comment_id)
    }

    pub(super) fn parent_id(&self) -> Result<Option<CommentId>, Failure> {
        read(&self.parent_id)
    }

    pub(super) fn wants_answers(&self) -> bool {
        !self.wants_answers.is_empty()
    }
}

fn read(told: &str) -> Result<Option<CommentId>, Failure> {
    match told.trim() {
        "" => Ok(None),
        told => match told.parse::<CommentId>() {
            Ok(id) if !id.0.is_nil() && !id.0.is_max() => Ok(Some(id)),
            _ => Err(Failure::BadRequest(msg!("form-malformed"))),
        },
    }
}

/// What a guest says of themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Guest {
    pub(super) name: String,
    pub(super) email: Option<String>,
    pub(super) wants_answers: bool,
}

/// A guest as the form says it, with what is wrong.
pub(super) async fn guest_of(
    conn: &mut PgConnection,
    state: &crate::State,
    form: &PostForm,
    problems: &mut Problems,
) -> sqlx::Result<Guest> {
    let name = match guest_name(conn, &state.site, &form.name).await? {
        Ok(name) => name,
        Err(words) => {
            problems.add("name", words);
            String::new()
        }
    };
    let email = address_of(&form.email);
    match &email {
        Err(words) => problems.add("email", words.clone()),
        Ok(None) if form.wants_answers() => problems.add("email", msg!("comment-email-for-answers")),
        Ok(_) => {}
    }
    let email = email.ok().flatten();
    Ok(Guest {
        name,
        wants_answers: form.wants_answers() && email.is_some(),
        email,
    })
}

/// An address, if one was typed.
pub(crate) fn address_of(typed: &str) -> Result<Option<String>, Message> {
    let email = text::line(typed);
    if email.is_empty() {
        return Ok(None);
    }
    if email.len() > EMAIL_MAX || !Mail::is_address(&email) {
        return Err(msg!("comment-email-wrong"));
    }
    Ok(Some(email))
}

/// A text as it is kept, or what is wrong with it.
pub(crate) fn body_of(typed: &str) -> Result<String, Message> {
    let body = text::prose(typed);
    // Marks of direction, joiners and fillers alone are nothing to read.
    if !body.chars().any(|c| !c.is_whitespace() && !is_unseen(c)) {
        return Err(msg!("comment-body-missing"));
    }
    if text::is_longer(&body, BODY_MAX) {
        let most = i64::try_from(BODY_MAX).unwrap_or(i64::MAX);
        return Err(msg!("comment-body-long").n("most", most));
    }
    Ok(body)
}

fn is_unseen(c: char) -> bool {
    ground::fold::fold(c.encode_utf8(&mut [0; 4])).is_empty() || c == ground::fold::ZWNJ || c == '\u{2800}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_something_to_read_and_no_book() {
        assert_eq!(body_of(" yes \r\n").unwrap(), " yes");
        assert_eq!(body_of("👏").unwrap(), "👏");
        assert!(body_of(&"ک".repeat(BODY_MAX)).is_ok());
        for empty in [
            "",
            " \n\t",
            "\u{200C}\u{200B}",
            "\u{202E}",
            "\u{3164}",
            "\u{2800}",
            "\0\0",
        ] {
            assert_eq!(
                body_of(empty).unwrap_err().id,
                "comment-body-missing",
                "{empty:?}"
            );
        }
        for long in [
            "a".repeat(BODY_MAX + 1),
            format!("a{}", "\u{30d}".repeat(BODY_MAX * 8)),
        ] {
            assert_eq!(body_of(&long).unwrap_err().id, "comment-body-long");
        }
    }

    #[test]
    fn an_address_is_one_line_that_a_mail_can_go_to() {
        assert_eq!(
            address_of(" ada@example.org ").unwrap().as_deref(),
            Some("ada@example.org")
        );
        assert_eq!(address_of("").unwrap(), None);
        for bad in [
            "ada",
            "ada@example.org\r\nBcc: bo@example.org",
            "<ada@example.org>",
        ] {
            assert!(address_of(bad).is_err(), "{bad}");
        }
    }
}
