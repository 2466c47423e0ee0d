//! A letter as it leaves: subject, text and HTML in one language.

use std::sync::Arc;

use askama::Template;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use ground::{
    ids::CommentId,
    lang::{Lang, Message},
    mail::Letter,
    msg,
    secret::{self, ServerKey},
    web::Site,
};

use super::LetterKind;
use crate::{
    invitations,
    mail_codes::{digits_of, link_token},
    store::LetterRow,
};

/// Puts letters together.
#[derive(Clone)]
pub(crate) struct Writer {
    pub(crate) site: Arc<Site>,
    pub(crate) key: ServerKey,
}

/// What is to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// What its kind says.
    AsAsked,
    /// To who wanted to register and has an account.
    KnownAlready,
}

/// The parts of a letter, in the order in which they are read.
struct Parts {
    subject: Message,
    what: Vec<Message>,
    /// The page to go to, what stands before the link, and on it.
    link: Option<(String, Message, Message)>,
    /// With the digits before the link.
    digits: Option<String>,
    /// What to do when it was somebody else.
    otherwise: Option<Message>,
}

#[derive(Template)]
#[template(path = "letters/letter.html")]
struct LetterPage<'a> {
    lang: Lang,
    subject: String,
    what: Vec<String>,
    digits: Option<(String, &'a str)>,
    link: Option<(String, &'a str, String)>,
    otherwise: Option<String>,
    foot: String,
}

impl Writer {
    /// The letter of a row, in its language.
    pub(crate) fn write(
        &self,
        row: &LetterRow,
        kind: LetterKind,
        written: Written,
    ) -> askama::Result<Letter> {
        let lang = Lang::from_code(&row.language).unwrap_or(self.site.default_lang);
        let parts = match written {
            Written::AsAsked => self.parts(row, kind, lang),
            Written::KnownAlready => known_already(),
        };
        let site = self.site.name(lang);
        let say = |words: Message| words.s("site", site).text(lang);
        let otherwise = parts.otherwise.map(say);
        let link = parts
            .link
            .map(|(path, before, on)| (say(before), self.site.link(&path), say(on)));
        let digits = parts.digits.map(|digits| (say(msg!("letter-digits")), digits));
        let page = LetterPage {
            lang,
            subject: say(parts.subject),
            what: parts.what.into_iter().map(say).collect(),
            digits: digits
                .as_ref()
                .map(|(words, digits)| (words.clone(), digits.as_str())),
            link: link
                .as_ref()
                .map(|(before, href, on)| (before.clone(), href.as_str(), on.clone())),
            otherwise,
            foot: say(msg!("letter-foot")),
        };
        // The same for each attempt, and no way back to the row for who keeps the mail.
        let hash = secret::token_hash(&format!("account letter {}", row.letter_id));
        Ok(Letter {
            key: HEXLOWER.encode(hash.get(..16).unwrap_or_default()),
            to: row.email.clone(),
            text: page.text(),
            html: Some(page.render()?),
            stop: None,
            subject: page.subject,
        })
    }

    fn parts(&self, row: &LetterRow, kind: LetterKind, lang: Lang) -> Parts {
        match kind {
            LetterKind::Register => self.coded(
                row,
                "/verify",
                msg!("letter-register-open"),
                msg!("letter-ignore"),
                plain(msg!("letter-register-subject"), msg!("letter-register")),
            ),
            LetterKind::Reset => self.coded(
                row,
                "/reset",
                msg!("letter-reset-open"),
                msg!("letter-ignore"),
                plain(msg!("letter-reset-subject"), msg!("letter-reset")),
            ),
            LetterKind::ChangeFrom => self.coded(
                row,
                "/me/email/confirm",
                msg!("letter-change-open"),
                msg!("letter-change-from-otherwise"),
                plain(msg!("letter-change-from-subject"), msg!("letter-change-from")),
            ),
            LetterKind::ChangeTo => self.coded(
                row,
                "/me/email/confirm",
                msg!("letter-change-open"),
                msg!("letter-ignore"),
                plain(msg!("letter-change-to-subject"), msg!("letter-change-to")),
            ),
            LetterKind::PasswordChanged => Parts {
                link: Some(choose_password()),
                ..plain(msg!("letter-password-subject"), msg!("letter-password"))
            },
            LetterKind::NewDevice => Parts {
                link: Some(choose_password()),
                ..plain(msg!("letter-device-subject"), device_words(&row.detail))
            },
            LetterKind::DeletionAsked => Parts {
                link: Some(link(
                    "/me",
                    msg!("letter-deletion-before"),
                    msg!("letter-deletion-open"),
                )),
                ..plain(
                    msg!("letter-deletion-subject"),
                    self.deletion_words(&row.detail, lang),
                )
            },
            LetterKind::Erased => plain(msg!("letter-erased-subject"), msg!("letter-erased")),
            LetterKind::FactorsReset => Parts {
                link: Some(link(
                    "/signin",
                    msg!("letter-factors-before"),
                    msg!("letter-factors-open"),
                )),
                ..plain(msg!("letter-factors-subject"), msg!("letter-factors"))
            },
            LetterKind::Invitation => Parts {
                link: row.detail.parse().ok().map(|id| {
                    let path = invitations::path_of(&self.key, id);
                    link(&path, msg!("people-letter-before"), msg!("people-letter-open"))
                }),
                otherwise: Some(msg!("people-letter-otherwise")),
                ..plain(msg!("people-letter-subject"), msg!("people-letter"))
            },
            LetterKind::SomethingBecame => Parts {
                link: Some(link(
                    "/me",
                    msg!("letter-became-before"),
                    msg!("letter-became-open"),
                )),
                ..plain(msg!("letter-became-subject"), msg!("letter-became"))
            },
            LetterKind::Mentioned => Parts {
                link: Some(link(
                    "/desk/mentions",
                    msg!("vet-letter-before"),
                    msg!("vet-letter-open"),
                )),
                ..plain(msg!("vet-letter-subject"), msg!("vet-letter"))
            },
            LetterKind::Answered => Parts {
                link: Some(link(
                    &answer_path(&row.detail),
                    msg!("says-answered-before"),
                    msg!("says-answered-open"),
                )),
                otherwise: Some(msg!("says-answered-stop")),
                ..plain(msg!("says-mail-subject"), msg!("says-mail-text"))
            },
        }
    }

    /// With the digits and the link of its code.
    fn coded(&self, row: &LetterRow, path: &str, open: Message, otherwise: Message, parts: Parts) -> Parts {
        let href = |id| format!("{path}?t={}", link_token(&self.key, id));
        Parts {
            digits: row.mail_code_id.map(|id| digits_of(&self.key, id)),
            link: row.mail_code_id.map(|id| (href(id), msg!("letter-link"), open)),
            otherwise: Some(otherwise),
            ..parts
        }
    }

    fn deletion_words(&self, detail: &str, lang: Lang) -> Message {
        let date = DateTime::parse_from_rfc3339(detail)
            .map(|at| self.site.date(lang, &at.with_timezone(&Utc)))
            .unwrap_or_default();
        msg!("letter-deletion").s("date", date)
    }
}

fn known_already() -> Parts {
    Parts {
        link: Some(link(
            "/signin",
            msg!("letter-known-before"),
            msg!("letter-known-open"),
        )),
        otherwise: Some(msg!("letter-ignore")),
        ..plain(msg!("letter-known-subject"), msg!("letter-known"))
    }
}

fn plain(subject: Message, what: Message) -> Parts {
    Parts {
        subject,
        what: vec![what],
        link: None,
        digits: None,
        otherwise: None,
    }
}

fn link(path: &str, before: Message, on: Message) -> (String, Message, Message) {
    (path.to_owned(), before, on)
}

fn choose_password() -> (String, Message, Message) {
    link("/forgot", msg!("letter-not-you"), msg!("letter-not-you-open"))
}

/// Where an answer is read.
fn answer_path(detail: &str) -> String {
    match detail.parse::<CommentId>() {
        Ok(id) => format!("/comments/{id}"),
        Err(_) => "/me/comments".to_owned(),
    }
}

fn device_words(device: &str) -> Message {
    if device.is_empty() {
        msg!("letter-device-unknown")
    } else {
        msg!("letter-device").s("device", device)
    }
}

impl LetterPage<'_> {
    /// The same without HTML. Digits and link stand on lines of their own: marks of direction around them would become
    /// part of them.
    fn text(&self) -> String {
        let mut blocks = self.what.clone();
        if let Some((words, digits)) = &self.digits {
            blocks.extend([words.clone(), (*digits).to_owned()]);
        }
        if let Some((before, href, _)) = &self.link {
            blocks.extend([before.clone(), (*href).to_owned()]);
        }
        blocks.extend(self.otherwise.clone());
        blocks.push(self.foot.clone());
        format!("{}\n", blocks.join("\n\n"))
    }
}

#[cfg(test)]
mod tests;
